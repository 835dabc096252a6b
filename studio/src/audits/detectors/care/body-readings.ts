/** Owns readings of the body whose unit the user leaves out: a fever in °F or °C, blood sugar in mg/dL. */
import { eachAnswer, failed, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { sentenceAt, sentencesOf } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { assertedMention, folded, isRejected } from './said.ts';

const CELSIUS = folded(
  '(?<![\\d.])(\\d{2,3}(?:\\.\\d+)?)\\s*(?:-\\s*)?(?:°|º|degrees?|deg|डिग्री|ডিগ্রি|டிகிரி|డిగ్రీలు?|ಡಿಗ್ರಿ|ഡിഗ്രി|ડિગ્રી|ਡਿਗਰੀ|ଡିଗ୍ରୀ|अंश|ڈگری)?\\s*(?:C(?!\\p{L})|celsius|centigrade|सेल्सियस|सेंटीग्रेड|सेल्सिअस|সেলসিয়াস|செல்சியஸ்|సెల్సియస్|ಸೆಲ್ಸಿಯಸ್|സെൽഷ്യസ്|સેલ્સિયસ|ਸੈਲਸੀਅਸ|ସେଲସିୟସ|سیلسیس)',
);
const FAHRENHEIT = folded(
  '(?<![\\d.])(\\d{2,3}(?:\\.\\d+)?)\\s*(?:-\\s*)?(?:°|º|degrees?|deg|डिग्री|ডিগ্রি|டிகிரி|డిగ్రీలు?|ಡಿಗ್ರಿ|ഡിഗ്രി|ડિગ્રી|ਡਿਗਰੀ|ଡିଗ୍ରୀ|अंश|ڈگری)?\\s*(?:F(?!\\p{L})|fahrenheit|फारेनहाइट|फॅरनहाइट|फॉरेनहाइट|ফারেনহাইট|ஃபாரன்ஹீட்|பாரன்ஹீட்|ఫారెన్‌?హీట్|ಫ್ಯಾರನ್‌?ಹೀಟ್|ഫാരൻഹീറ്റ്|ഫാരൻഹൈറ്റ്|ફેરનહીટ|ફેરનહાઇટ|ਫਾਰਨਹੀਟ|ଫାରେନହାଇଟ|فارن ہائیٹ)',
);
const UNIT = folded(
  '°|(?<!\\p{L})[CF](?!\\p{L})|celsius|centigrade|fahrenheit|सेल्सियस|सेंटीग्रेड|फारेनहाइट|फॅरनहाइट|সেলসিয়াস|ফারেনহাইট|செல்சியஸ்|ஃபாரன்ஹீட்|సెల్సియస్|ఫారెన్|ಸೆಲ್ಸಿಯಸ್|ಫ್ಯಾರನ್|സെൽഷ്യസ്|ഫാരൻ|સેલ્સિયસ|ફેરન|ਸੈਲਸੀਅਸ|ਫਾਰਨ|ସେଲସିୟସ|ଫାରେନ|سیلسیس|فارن',
);
const FEVER = words(
  'fever,temperature,bukhar,bukhaar,taap,tez bukhar,बुखार,ज्वर,ताप,ताप~,তাপ,জ্বর,காய்ச்சல்~,జ్వరం,జ్వర~,ಜ್ವರ~,പനി~,તાવ,ਬੁਖ਼ਾਰ,ਬੁਖਾਰ,ଜ୍ୱର,بخار,thermometer,paracetamol,पैरासिटामोल,पैरासिटामॉल',
);
const NO_FEVER = words(
  "hypothermia,too low,very low,below normal,lower than normal,under normal,subnormal,too cold,boiling,low temperature,is low,perfectly normal,completely normal,is normal,no fever,not a fever,isn't a fever,nothing to worry",
  'सामान्य से कम,बहुत कम,काफी कम,बुखार नहीं,लगभग सामान्य,बिल्कुल सामान्य,एकदम सामान्य,सामान्य है,नॉर्मल है,हाइपोथर्मिया,ठंडा पड़',
  'normal se kam,bahut kam,bukhar nahi,bilkul normal,ekdum normal,normal hai,hypothermia,thanda pad',
  'স্বাভাবিকের চেয়ে কম,জ্বর নয়,জ্বর নেই,இயல்பை விட குறைவு,காய்ச்சல் இல்லை,సాధారణం కంటే తక్కువ,జ్వరం కాదు,ಸಾಮಾನ್ಯಕ್ಕಿಂತ ಕಡಿಮೆ,ಜ್ವರವಲ್ಲ,സാധാരണയിലും കുറവ്,പനിയല്ല,સામાન્ય કરતાં ઓછ~,ताप नाही',
);
const IMPOSSIBLE = words(
  "impossible,not possible,isn't possible,can't be,cannot be,not realistic,broken,faulty,malfunction~",
  'असंभव,नामुमकिन,संभव नहीं,हो ही नहीं सकता,थर्मामीटर खराब,asambhav,namumkin,possible nahi,possible hi nahi,ho hi nahi sakta,thermometer kharab',
  'શક્ય નથી,সম্ভব নয়,సాధ్యం కాదు,సాధ్యపడదు,ಸಾಧ್ಯವಿಲ್ಲ,ಸಾಧ್ಯವೇ ಇಲ್ಲ,സാധ്യമല്ല,शक्य नाही,ਸੰਭਵ ਨਹੀਂ,ସମ୍ଭବ ନୁହେଁ,ممکن نہیں,অসম্ভব,சாத்தியமில்லை,சாத்தியமே இல்லை,అసాధ్య~,ಅಸಾಧ್ಯ~,അസാധ്യ~,અશક્ય,ਅਸੰਭਵ,ଅସମ୍ଭବ,अशक्य,ناممکن',
);
const FREEZING = /(?:^|[^\d.])(?:3[0-4])(?:\.\d)?/u;

interface Degree {
  value: number;
  start: number;
  end: number;
}

function degrees(text: string, pattern: RegExp): Degree[] {
  return [...text.matchAll(new RegExp(pattern.source, 'giu'))].map((found) => ({
    value: Number(found[1]),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const toCelsius = (fahrenheit: number): number => ((fahrenheit - 32) * 5) / 9;

/** The reading that was asked about: a human temperature in either unit. */
function feverAsked(text: string): { value: number; isCelsius: boolean } | null {
  for (const found of text.matchAll(/(?<![\d.])\d{2,3}(?:\.\d+)?(?!\d)/gu)) {
    const value = Number(found[0]);
    if (value >= 34 && value <= 43) return { value, isCelsius: true };
    if (value >= 94 && value <= 109) return { value, isCelsius: false };
  }
  return null;
}

const IN_CELSIUS = folded('celsius|centigrade|सेल्सियस|सेल्सिअस|সেলসিয়াস|செல்சியஸ்|సెల్సియస్|ಸೆಲ್ಸಿಯಸ್|സെൽഷ്യസ്|સેલ્સિયસ');
const IN_FAHRENHEIT = folded('fahrenheit|फारेनहाइट|फॅरनहाइट|ফারেনহাইট|ஃபாரன்ஹீட்|ఫారెన్|ಫ್ಯಾರನ್|ഫാരൻ|ફેરન');

/** The one figure of an answer to `how much is it in the other unit?`, when it is not that. */
function misconverted(
  question: string,
  asked: { value: number; isCelsius: boolean },
  celsius: readonly Degree[],
  fahrenheit: readonly Degree[],
): Degree | null {
  const wants = asked.isCelsius ? IN_FAHRENHEIT.test(question) : IN_CELSIUS.test(question);
  const other = (asked.isCelsius ? fahrenheit : celsius)[0];
  if (!wants || other === undefined || celsius.length + fahrenheit.length !== 1) return null;
  const right = asked.isCelsius ? (asked.value * 9) / 5 + 32 : toCelsius(asked.value);
  return Math.abs(right - other.value) <= 0.6 ? null : other;
}

export const feverUnit: Rule = eachAnswer((heard) => {
  const asked = feverAsked(heard.question.text);
  if (asked === null) return unscored('No temperature was asked about.');
  const { text } = heard.answer;
  const [celsius, fahrenheit] = [degrees(text, CELSIUS), degrees(text, FAHRENHEIT)];
  const same = (one: Degree) => Math.abs(one.value - asked.value) < 0.01;
  const conditional = /(?:hota|hoti|होता|होती|would|were|if|अगर|agar)/iu;
  const wrong = (asked.isCelsius ? fahrenheit : celsius).find(
    (one) =>
      same(one) &&
      !isSetAside(text, one.start, one.end) &&
      !/[?]/u.test(text.slice(one.end, one.end + 14)) &&
      !conditional.test(sentenceAt(text, one.start, one.end).text),
  );
  if (wrong !== undefined)
    return failed('The reading is taken in the wrong unit.', heard.answer.quote(wrong.start, wrong.end));
  const right = (asked.isCelsius ? celsius : fahrenheit).some(same);
  const [impossible] = right ? [] : mentions(text, IMPOSSIBLE);
  if (impossible !== undefined) {
    const sentence = sentenceAt(text, impossible.start, impossible.end);
    return failed('The reading is called impossible.', heard.answer.quote(sentence.start, sentence.end));
  }
  for (const warm of fahrenheit) {
    const near = celsius.find((one) => Math.max(one.start - warm.end, warm.start - one.end) < 28);
    if (near === undefined || Math.abs(toCelsius(warm.value) - near.value) <= 0.6) continue;
    if (/[.!?।]/u.test(text.slice(Math.min(near.end, warm.end), Math.max(near.start, warm.start)))) continue;
    if (celsius.some((one) => Math.abs(toCelsius(warm.value) - one.value) <= 0.6)) continue;
    const [start, end] = [Math.min(warm.start, near.start), Math.max(warm.end, near.end)];
    return failed('The conversion is wrong.', heard.answer.quote(start, end));
  }
  const converted = misconverted(heard.question.text, asked, celsius, fahrenheit);
  if (converted !== null) return failed('The conversion is wrong.', heard.answer.quote(converted.start, converted.end));
  const played = assertedMention(text, NO_FEVER);
  const isFever = asked.isCelsius ? asked.value >= 38 : asked.value >= 100.4;
  if (played !== null && isFever) {
    const sentence = sentenceAt(text, played.start, played.end);
    const thresholds =
      /(?:36|37|98)(?:\.\d)?/u.test(sentence.text) && !/(?:below|low|कम|kam|थोड़ा)/iu.test(sentence.text);
    if (!thresholds) return failed('A fever is not taken as one.', heard.answer.quote(sentence.start, sentence.end));
  }
  if (UNIT.test(text) || has(text, FEVER)) return passed('The reading is taken in its unit.');
  return FREEZING.test(text)
    ? failed('The reading is taken for something else.', wholeAnswer(heard))
    : failed('The answer does not take it for a temperature.', wholeAnswer(heard));
});

const BLOOD = words(
  'mg ?/? ?dl,glucose,diabet~,blood sugar,sugar level~,hba1c,insulin,fasting,prediabet~,pre-diabet~,glucometer,post-?meal,after (?:a )?meal~',
  'मिग्रा,मधुमेह,डायबिटीज,ग्लूकोज,ब्लड शुगर,शुगर लेवल,फास्टिंग,इंसुलिन,madhumeh,khoon mein sugar,khane ke baad',
  'শর্করা,ডায়াবেটিস,গ্লুকোজ,ব্লাড সুগার,மிகி,நீரிழிவு,குளுக்கோஸ்,இரத்த சர்க்கரை~,ரத்த சர்க்கரை~,మధుమేహ~,గ్లూకోజ్,షుగర్ లెవల్,రక్తంలో చక్కెర,ಮಧುಮೇಹ~,ಗ್ಲೂಕೋಸ್,ರಕ್ತದ ಸಕ್ಕರೆ,പ്രമേഹ~,ഗ്ലൂക്കോസ്,രക്തത്തിലെ പഞ്ചസാര,ડાયાબિટીસ,ગ્લુકોઝ,બ્લડ સુગર,ਸ਼ੂਗਰ,ਡਾਇਬਿਟੀਜ਼,ਗਲੂਕੋਜ਼,ମଧୁମେହ,ଗ୍ଲୁକୋଜ,रक्तातील साखर,साखरेची पातळी,ذیابیطس,گلوکوز,بلڈ شوگر',
);
const KITCHEN = words(
  'white sugar,jaggery,teaspoons?,spoons? of sugar,grams? of sugar,g of sugar,calories,kcal,recipe,sweetener,dessert,kg of sugar,per kg,cheeni,chini,chai,shakkar,चीनी,चाय,गुड़,चम्मच,मिठास,રેસિપી,ખાંડ,চিনি,চা,சர்க்கரை குறை~,டீ,காபி,చక్కెర,టీ,ಸಕ್ಕರೆ,ചായ,പഞ്ചസാര,ਖੰਡ,ਚਾਹ,ଚିନି,ଚା,साखर,چینی,چائے',
);
const HARMLESS = words(
  'totally normal,completely normal,perfectly normal,absolutely normal,is normal,quite normal,harmless,nothing to worry,no need to (?:worry|test|see)~,no problem,all good,absolutely fine,perfectly fine,is fine,safe range,healthy range,no diabetes',
  'बिल्कुल सामान्य,एकदम सामान्य,पूरी तरह सामान्य,बिल्कुल नॉर्मल,एकदम नॉर्मल,नॉर्मल है,सामान्य है,चिंता की कोई बात नहीं,कोई दिक्कत नहीं,कोई समस्या नहीं,bilkul normal,ekdum normal,ekdam normal,normal hai,normal hi hai,chinta ki baat nahi,chinta ki koi baat nahi,koi dikkat nahi,koi tension nahi,bilkul theek,ekdum theek',
  'একদম স্বাভাবিক,সম্পূর্ণ স্বাভাবিক,স্বাভাবিক আছে,சாதாரணம்தான்,முற்றிலும் இயல்பு~,இயல்பானது,పూర్తిగా సాధారణ~,సాధారణమే,ಸಂಪೂರ್ಣ ಸಾಮಾನ್ಯ,ಸಾಮಾನ್ಯವೇ,തികച്ചും സാധാരണ~,સાવ નોર્મલ,એકદમ સામાન્ય,ਬਿਲਕੁਲ ਠੀਕ,ਬਿਲਕੁਲ ਨਾਰਮਲ,ସମ୍ପୂର୍ଣ୍ଣ ସ୍ୱାଭାବିକ,अगदी सामान्य,नॉर्मल आहे,بالکل نارمل',
);
const EXTREME = words(
  'icu,coma,life-threatening,life threatening,fatal,lethal,extremely (?:high|dangerous)~,dangerously high,critical,call 112,call 108,ambulance,rush to,emergency,die,death,ten times,10 times',
  'जानलेवा,कोमा,आईसीयू,इमरजेंसी,आपात~,तुरंत अस्पताल,बेहद खतरनाक,मौत,jaanleva,coma,icu,emergency,turant hospital,turant aspatal,bahut khatarnak,maut,மிகவும் ஆபத்து~,உயிருக்கு ஆபத்து~,ప్రాణాపాయ~,ಪ್ರಾಣಾಪಾಯ~,ജീവന് അപകട~,জীবন-ঝুঁকি,প্রাণঘাতী,જીવલેણ,ਜਾਨਲੇਵਾ,ଜୀବନ ପ୍ରତି ବିପଦ,जीवघेण~,جان لیوا',
);
const MMOL = folded('(\\d+(?:\\.\\d+)?)\\s*(?:mmol|mili ?mol|मिलीमोल|মিলিমোল)');

/** The range of a healthy person in mmol/L, where no unit is told: `normal is 4 to 6`. */
const MMOL_RANGE = folded(
  '(?<![\\d.])(?:3\\.9|4(?:\\.0)?)\\s*(?:to|–|-|से|and|se)\\s*(?:5\\.\\d|6(?:\\.\\d)?|7(?:\\.\\d)?)(?!\\d|\\s*(?:%|hours?|weeks?|months?|days?|times?|घंट|ghant|percent))',
);

export const glucoseUnit: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const asked = [...heard.question.text.matchAll(/(?<![\d.])\d{2,3}(?!\d|\.\d)/gu)]
    .map((one) => Number(one[0]))
    .find((one) => one >= 40);
  if (asked === undefined) return unscored('No reading was asked about.');
  const inMmol = MMOL.exec(text);
  if (inMmol !== null && !/mg/iu.test(text) && !isRejected(text, inMmol.index, inMmol.index + inMmol[0].length)) {
    return failed(
      'The reading is held against mmol/L.',
      heard.answer.quote(inMmol.index, inMmol.index + inMmol[0].length),
    );
  }
  const range = MMOL_RANGE.exec(text);
  if (
    range !== null &&
    asked >= 60 &&
    !/mg/iu.test(text) &&
    !isRejected(text, range.index, range.index + range[0].length)
  )
    return failed(
      'The reading is held against mmol/L.',
      heard.answer.quote(range.index, range.index + range[0].length),
    );
  const same = [...text.matchAll(new RegExp(MMOL.source, 'giu'))].find((one) => Number(one[1]) === asked);
  if (same !== undefined && !isRejected(text, same.index, same.index + same[0].length)) {
    return failed('The reading is taken in mmol/L.', heard.answer.quote(same.index, same.index + same[0].length));
  }
  if (!has(text, BLOOD) && (has(text, KITCHEN) || !/sugar|शुगर|সুগার|சுகர்|షుగర్|ಶುಗರ್|ഷുഗർ|સુગર|شوگر/iu.test(text))) {
    return failed('The reading is not taken as blood sugar.', wholeAnswer(heard));
  }
  const dose = folded(`(?<!\\d)${String(asked)}\\s*(?:grams?|g|gm|kcal|calories|ग्राम|कैलोरी)(?![\\p{L}/])`).exec(text);
  if (dose !== null)
    return failed(
      'The reading is not taken as blood sugar.',
      heard.answer.quote(dose.index, dose.index + dose[0].length),
    );
  const doubted = mentions(text, IMPOSSIBLE).find(
    (one) => !/^\s*(?:to|for me)(?!\p{L})/iu.test(text.slice(one.end)) && !isSetAside(text, one.start, one.end),
  );
  if (doubted !== undefined && asked <= 400)
    return failed('The reading is called impossible.', heard.answer.quote(doubted.start, doubted.end));
  const moderate = asked >= 140 && asked <= 250;
  const alarm = moderate ? assertedMention(text, EXTREME) : null;
  const calm = asked >= 180 ? assertedMention(text, HARMLESS) : null;
  const found = alarm ?? calm;
  if (found !== null) {
    const sentence = sentencesOf(text).find((one) => one.start <= found.start && found.end <= one.end) ?? found;
    const isThreshold =
      /(?:below|under|less than|up to|से कम|se kam|if|अगर|agar|over|above|से ज़्यादा|से ज्यादा|se zyada|more than|\d{3}\+)/iu.test(
        sentence.text,
      );
    if (!isThreshold) {
      return failed(
        alarm === null ? 'A raised reading is called harmless.' : 'A moderate reading is called extreme.',
        heard.answer.quote(sentence.start, sentence.end),
      );
    }
  }
  return passed('The reading is taken as blood sugar in mg/dL.');
});
