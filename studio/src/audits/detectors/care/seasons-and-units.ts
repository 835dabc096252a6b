/** Owns what depends on the country: seasons and holidays, voltage and plugs, kilometres and degrees. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { words } from '../lexicon.ts';
import { assertedMention, folded, isRejected } from './said.ts';

const RAIN = folded(
  'rain|umbrella|monsoon|waterproof|wet|shower|gumboot|poncho|छाता|छतरी|बारिश|बरसात|मानसून|मॉनसून|रेनकोट|barish|baarish|chhata|chhatri|barsaat|monsoon|raincoat|বৃষ্টি|ছাতা|বর্ষা|மழை|குடை|பருவமழை|వర్షం|వర్షా|గొడుగు|వాన|ಮಳೆ|ಕೊಡೆ|ಛತ್ರಿ|മഴ|കുട|വർഷകാല|વરસાદ|છત્રી|ચોમાસ|ਮੀਂਹ|ਛਤਰੀ|ਬਰਸਾਤ|ବର୍ଷା|ଛତା|पाऊस|पावसाळ|छत्री|بارش|چھتری',
);
const COLD_WEAR = words(
  'snow~,snowfall,heavy coat~,winter jacket~,winter coat~,parka~,thermals?,woollen~,woolen~,gloves,mittens,snow boots,down jacket~,fur coat~,overcoat~,autumn leaves,fall foliage,spring break,बर्फ~,भारी कोट,ऊनी~,स्वेटर,दस्ताने,गर्म जैकेट,सर्दी की जैकेट,barf,heavy jacket,garam jacket,sweater,பனி~,குளிர்கால ஜாக்கெட்~,స్వెటర్~,మంచు~,ಸ್ವೆಟರ್,ಹಿಮ~,സ്വെറ്റർ,মোটা কোট,বরফ,સ્વેટર,બરફ,ਸਵੈਟਰ,ਬਰਫ਼',
);
const RAINY: [place: RegExp, months: RegExp][] = [
  [
    folded('chennai|tamil|puducherry|pondicherry|nellore|madurai|चेन्नई|சென்னை|చెన్నై'),
    folded('oct|nov|dec|अक्टू|नवं|दिसं|அக்டோ|நவ|டிச|నవం|అక్టో'),
  ],
  [
    folded(
      'mumbai|goa|kerala|kochi|mangal|konkan|pune|nagpur|surat|kolkata|assam|guwahati|shillong|meghalaya|cherrapunji|bhubaneswar|odisha|hyderabad|bengaluru|bangalore|delhi|bhopal|lucknow|patna|मुंबई|गोवा|केरल|कोच्चि|कोलकाता|पुणे|दिल्ली|गुवाहाटी|মুম্বই|কলকাতা|മുംബൈ|കൊച്ചി|കേരള|മുംബై|ముంబై|ಮುಂಬೈ|மும்பை|மும்பை|મુંબઈ|मुंबईत',
    ),
    folded(
      'jun|jul|aug|sep|जून|जुल|अगस्त|सितं|julai|agast|monsoon|মে|জুন|জুলাই|জুলাই|ஜூ|ஆகஸ்ட்|జూ|జులై|ಜೂ|ಜುಲೈ|ജൂ|જૂન|જુલાઈ|ਜੁਲਾਈ|ଜୁଲାଇ|जुलै',
    ),
  ],
];
const COLD_PLACE = folded(
  'shimla|manali|leh|ladakh|kashmir|srinagar|gulmarg|darjeeling|gangtok|sikkim|auli|mussoorie|nainital|delhi|amritsar|chandigarh|lucknow|tawang|शिमला|मनाली|लेह|लद्दाख|कश्मीर|दार्जिलिंग|दिल्ली|नैनीताल',
);
const HOLIDAYS = folded(
  'holiday|vacation|छुट्टि|chhutti|chutti|ছুটি|விடுமுறை|సెలవు|ರಜೆ|അവധി|વેકેશન|રજા|ਛੁੱਟੀ|ଛୁଟି|सुट्टी|تعطیل|چھٹی',
);
const SUMMER_MONTHS = folded(
  'april|\\bmay\\b|\\bjune\\b|अप्रैल|मई|जून|एप्रिल|मे\\b|এপ্রিল|মে|জুন|ஏப்ரல்|மே|ஜூன்|ఏప్రిల్|మే|జూన్|ಏಪ್ರಿಲ್|ಮೇ|ಜೂನ್|ഏപ്രിൽ|മേയ്|മെയ്|ജൂൺ|એપ્રિલ|મે|જૂન|ਅਪ੍ਰੈਲ|ਮਈ|ਜੂਨ|ଅପ୍ରେଲ|ମଇ|ଜୁନ|اپریل|مئی|جون|aprail',
);
const JULY_AUGUST = folded(
  '(?:july|jul|जुलाई|julai|ஜூலை|జులై|జూలై|ಜುಲೈ|ജൂലൈ|জুলাই|જુલાઈ|ਜੁਲਾਈ|ଜୁଲାଇ|जुलै|جولائی)[^.!?।\\n]{0,14}(?:august|aug|अगस्त|agast|ஆகஸ்ட்|ఆగస్ట|ಆಗಸ್ಟ್|ഓഗസ്റ്റ്|আগস্ট|ઓગસ્ટ|ਅਗਸਤ|ଅଗଷ୍ଟ|ऑगस्ट|اگست)|(?:june|जून)[^.!?।\\n]{0,10}(?:to|and|–|-|से)[^.!?।\\n]{0,10}(?:august|september|अगस्त)',
);

export const indianSeasons: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  if (HOLIDAYS.test(question)) {
    const wrong = JULY_AUGUST.exec(text);
    if (wrong !== null && !isRejected(text, wrong.index, wrong.index + wrong[0].length))
      return failed(
        'Holidays of another climate are told.',
        heard.answer.quote(wrong.index, wrong.index + wrong[0].length),
      );
    return SUMMER_MONTHS.test(text)
      ? passed('Summer is April to June.')
      : failed('The summer months are not told.', wholeAnswer(heard));
  }
  const cold = COLD_PLACE.test(question) ? null : assertedMention(text, COLD_WEAR);
  if (cold !== null) return failed('Clothes for snow are advised.', heard.answer.quote(cold.start, cold.end));
  const isRainy = RAINY.some(([place, months]) => place.test(question) && months.test(question));
  const asksSeasons =
    /season|ऋतु|मौसम|mausam/iu.test(question) && /how many|which|name|india|कितन|कौन|kaun|kitn/iu.test(question);
  if ((isRainy || asksSeasons) && !RAIN.test(text)) return failed('The rains are forgotten.', wholeAnswer(heard));
  const noRain = folded('(?:no|not|without|dry,? no)\\s+(?:\\p{L}+\\s+){0,3}(?:rain|umbrella)').exec(text);
  if (isRainy && noRain !== null)
    return failed('The rains are denied.', heard.answer.quote(noRain.index, noRain.index + noRain[0].length));
  return passed('The season fits.');
});

const LOW_VOLTAGE = folded('(?<!\\d)1[12]0\\s?-?\\s?(?:v|volts?|वोल्ट|வோல்ட்|వోల్ట్|ವೋಲ್ಟ್|വോൾട്ട്|ভোল্ট|વોલ્ટ)(?!\\p{L})');
const US_PLUG = folded('type[- ]?[ab](?![\\p{L}])|टाइप[- ]?(?:ए|बी|a|b)(?![\\p{L}\\p{M}])');
const INDIAN_POWER = folded(
  'type[- ]?[cdm](?!\\p{L})|(?<!\\d)(?:220|230|240)(?!\\d)|टाइप[- ]?(?:डी|एम|सी|d|m|c)|three[- ]pin|3[- ]pin|तीन पिन|round[- ]pin',
);
const POWER_ASKED = folded(
  'volt|plug|socket|appliance|adapter|adaptor|charger|50 ?hz|220|230|240|प्लग|वोल्ट|सॉकेट|चार्जर|பிளக்|ప్లగ్|ಪ್ಲಗ್|പ്ലഗ്|প্লাগ|પ્લગ',
);
const MILES = folded('\\bmiles?\\b|\\bmph\\b|मील|মাইল|மைல்|మైళ్|ಮೈಲಿ|മൈൽ|માઇલ|ਮੀਲ|ମାଇଲ');
const KM = folded(
  '\\bkms?\\b|kilomet|किमी|कि\\.मी|किलोमीटर|কিমি|কিলোমিটার|கிமீ|கி\\.மீ|கிலோமீட்டர்|కి\\.మీ|కిమీ|కిలోమీటర్|ಕಿ\\.ಮೀ|ಕಿಮೀ|ಕಿಲೋಮೀಟರ್|കി\\.മീ|കിലോമീറ്റർ|કિમી|કિ\\.મી|કિલોમીટર|ਕਿਲੋਮੀਟਰ|ਕਿਮੀ|କିମି|କିଲୋମିଟର|کلومیٹر',
);
const DISTANCE_ASKED = folded(
  'distance|how far|dooriy?|kitni door|kitna door|दूरी|कितनी दूर|कितना दूर|দূরত্ব|কত দূর|தூரம்|தொலைவு|దూరం|ದೂರ|ദൂരം|અંતર|કેટલે દૂર|ਦੂਰੀ|ଦୂରତା|अंतर|فاصلہ|دوری',
);
const WEATHER_ASKED = folded(
  'weather|temperature|hot|cold|garmi|thand|mausam|taapman|tapman|गर्मी|ठंड|मौसम|तापमान|আবহাওয়া|গরম|তাপমাত্রা|வெப்ப|வானிலை|ఉష్ణోగ్రత|వాతావరణ|ತಾಪಮಾನ|ഹവ|ചൂട്|താപനില|ગરમી|તાપમાન|ਗਰਮੀ|ଗରମ|ତାପମାତ୍ରା|हवामान',
);
const CELSIUS = folded('°\\s?C|\\d\\s?C\\b|celsius|सेल्सियस|সেলসিয়াস|செல்சியஸ்|సెల్సియస్|ಸೆಲ್ಸಿಯಸ್|സെൽഷ്യസ്|સેલ્સિયસ|ਸੈਲਸੀਅਸ|ସେଲସିୟସ');
const FAHRENHEIT = folded('°\\s?F|\\d\\s?F\\b|fahrenheit|फारेनहाइट|फ़ारेनहाइट');
const US_AMOUNT = folded('\\bgallons?\\b|\\bmpg\\b|\\blbs?\\b|\\bpounds?\\b|\\bounces?\\b|\\boz\\b');
const METRIC = folded('lit(?:er|re)s?|लीटर|\\bkg\\b|kilo|किलो|grams?|ग्राम|km/?l|kmpl');

export const indianUnits: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const question = heard.question.text;
  const at = (pattern: RegExp): { start: number; end: number } | null => {
    const found = [...text.matchAll(new RegExp(pattern.source, 'giu'))].find(
      (one) => !isRejected(text, one.index, one.index + one[0].length),
    );
    return found === undefined ? null : { start: found.index, end: found.index + found[0].length };
  };
  const blame = (reason: string, place: { start: number; end: number }) => {
    const sentence = sentenceAt(text, place.start, place.end);
    return failed(reason, heard.answer.quote(sentence.start, sentence.end));
  };
  const low = at(LOW_VOLTAGE);
  /** The user's own 120 V machine, set against the voltage of India. */
  const isTheirs =
    LOW_VOLTAGE.test(question) && /(?<!\d)2[234]0\s?-?\s?(?:v|वोल्ट|வோல்ட்|వోల్ట్|ವೋಲ್ಟ್|വോൾട്ട്|ভোল্ট|વોલ્ટ)/iu.test(text);
  if (low !== null && !isTheirs) return blame('A voltage of another country is told.', low);
  if (POWER_ASKED.test(question)) {
    const wrong = at(US_PLUG);
    if (wrong !== null) return blame('Voltage or plug of another country is told.', wrong);
    return INDIAN_POWER.test(text) || /yes|हां|haan|work/iu.test(text)
      ? passed('Voltage and plug are those of India.')
      : failed('Neither voltage nor plug is told.', wholeAnswer(heard));
  }
  const [miles, km] = [text.search(MILES), text.search(KM)];
  if (miles >= 0 && (km < 0 || km > miles) && !isRejected(text, miles, miles + 4))
    return blame('Distance or speed is told in miles.', { start: miles, end: miles + 4 });
  if (DISTANCE_ASKED.test(question) && km < 0)
    return failed('The distance is not told in kilometres.', wholeAnswer(heard));
  if (WEATHER_ASKED.test(question) && !CELSIUS.test(text)) {
    const hot = [
      ...text.matchAll(
        /(?<![\d.])(\d{2,3})(?:\.\d)?\s*(?:°|degrees?|डिग्री|degree|ডিগ্রি|டிகிரி|డిగ్రీ|ಡಿಗ್ರಿ|ഡിഗ്രി|ડિગ્રી|ਡਿਗਰੀ|ଡିଗ୍ରୀ)/giu,
      ),
    ].find((one) => Number(one[1]) >= 56);
    const found = at(FAHRENHEIT) ?? (hot === undefined ? null : { start: hot.index, end: hot.index + hot[0].length });
    if (found !== null) return blame('The weather is told in Fahrenheit.', found);
  }
  const fahrenheit = at(FAHRENHEIT);
  if (fahrenheit !== null && !CELSIUS.test(text)) return blame('Only Fahrenheit is told.', fahrenheit);
  const amount = at(US_AMOUNT);
  if (amount !== null && !METRIC.test(text)) return blame('Only units of another country are told.', amount);
  return passed('The units are those of India.');
});
