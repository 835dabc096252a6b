/** Owns the rule of the consent notice: in the asked language, with the purpose, the way back and the way to complain. */
import type { Score } from '@sacred-qa/contracts/pack';
import { eachAnswer, failed, type Heard, numberParam, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { has, words } from '../lexicon.ts';
import { functionWordCount } from '../romanised.ts';
import { scriptCounts, scriptOf } from '../scripts.ts';

const PURPOSE = words(
  'purpose~,because,so that,in order,to (?:book|send|deliver|contact|provide|process|verify|confirm|create|complete|improve|remind|call|give|offer|show|reach|serve|fix|arrange|schedule|bill|ship),for (?:the |your |our )?\\p{L}+,used? (?:only )?(?:to|for),needed',
  '~[கசடதபறமயரலவழளண] மட்டும~,~[கசடதபறமயரலவழளண](?:ப்)? பயன்படுத்த~,~ாக மட்டும~,~ക്കാൻ മാത്രം,~ാൻ ഉപയോഗിക്ക~,~ാൻ മാത്രം,~ുന്നതിന്,~ಲಿಕ್ಕೆ,~ಲೆಂದು,~ಗೋಸ್ಕರ,~ಡಿಸಲು,কাজে (?:লাগ|ব্যবহার)~,~তে (?:শুধু )?ব্যবহার~,~વા સારુ,ਵਾਸਤੇ,ନିମନ୍ତେ,ସକାଶେ,~ବାକୁ,के वास्ते,की खातिर,ke waste,ki khatir,म्हणून,کے واسطے,کی خاطر,کی غرض',
  'लागि,~का लागि,खातीर,के लिए,हेतु,उद्देश्य,ताकि,इसलिए,काम,कारण,मकसद,वजह,ke liye,taaki,taki,maksad,uddeshya,wajah,kaam,साठी,~साठी,~ण्यासाठी,कारणासाठी,उद्देश~,~करिता',
  'জন্য,উদ্দেশ্য~,কারণ,যাতে,বাবে,~বলৈ,উদ্দেশ্যে,માટે,હેતુ~,જેથી,કારણ,ਲਈ,ਤਾਂ ਜੋ,ਮਕਸਦ,ਮੰਤਵ,ପାଇଁ,ଉଦ୍ଦେଶ୍ୟ~,ଯାହାଫଳରେ',
  '~க்காக,~காக,~க்கவும்,நோக்க~,பொருட்டு,~வதற்கு,~வதற்காக,~க்கு,~ுவதற்கு,కోసం,~డానికి,~టానికి,~కోసం,ఉద్దేశ్య~,ప్రయోజన~,~ನೀಡಲು,ಸಲುವಾಗಿ,~ಗಾಗಿ,~ಕ್ಕಾಗಿ,~ಸಲು,ಉದ್ದೇಶ~,~ಲು,വേണ്ടി,~നായി,~ക്കാൻ,~യ്ക്കാൻ,ഉദ്ദേശ്യ~,~ാനാണ്,~ാനും,کے لیے,تاکہ,مقصد',
);
const WITHDRAW = words(
  'फिर्ता,withdraw~,revoke~,opt out,opt-out,take back,unsubscribe,delete~,stop,remove,वापस,वापिस,रद्द,हटा~,मिटा~,डिलीट,मना,wapas,vapas,wapis,hata~,delete,mana kar~,cancel,मागे,काढून,परत,ফিরিয়ে,ফেরত,প্রত্যাহার~,তুলে,মুছে,উভতাই,ঘূৰাই,প্ৰত্যাহাৰ,ઉઠાવી,પાછ~,પરત,રદ,કાઢી,ਵਾਪਸ,ਵਾਪਿਸ,ਰੱਦ,ହଟା~,ଫେରା~,ପ୍ରତ୍ୟାହାର~,ବାତିଲ',
  'திரும்பப்,திரும்ப,விலக்க~,விலக்கி~,ரத்து,நீக்க~,வாபஸ்,பின்வாங்க~,மீளப்~,మీళ్లీ,ఉపసంహరి~,ఉపసంహర~,వెనక్కి,రద్దు,తొలగి~,తీసుకోవచ్చు,విరమి~,ಹಿಂಪಡೆ~,ಹಿಂತೆಗೆ~,ಹಿಂದಕ್ಕೆ,ಹಿಂದೆಗೆ~,ಹಿಂಪಡೆಯ~,ವಾಪಸ್,ರದ್ದು~,ಅಳಿಸ~,പിൻവലി~,റദ്ദാക്ക~,തിരിച്ചെടു~,നീക്ക~,واپس,منسوخ,ختم',
);
const COMPLAINT = words(
  'गुनासो~,उजुरी~,complain~,grievance~,redress~,data protection board,dpb,data protection officer,शिकायत~,फरियाद,बोर्ड,shikayat~,complaint,grievance,board,तक्रार~,অভিযোগ~,নালিশ,বোর্ড~,ফিৰিয়াদ,અભિયોગ,ફરિયાદ~,બોર્ડ~,ਸ਼ਿਕਾਇਤ~,ਬੋਰਡ,ଅଭିଯୋଗ~,ବୋର୍ଡ~,புகார~,முறையீடு~,வாரிய~,குறைதீர்~,முறையிட~,ఫిర్యాదు~,బోర్డు~,ದೂರು~,ದೂರನ್ನು,ಮಂಡಳಿ~,ಬೋರ್ಡ್~,പരാതി~,ബോർഡ~,شکایت~,بورڈ',
);
const ENGLISH_ONLY = new RegExp(
  foldLetters(
    '(?:only|currently|available|notice|policy|फिलहाल|केवल|सिर्फ|फक्त|শুধু|কেবল|ફક્ત|માત્ર|ਸਿਰਫ|କେବଳ|தற்போது|ప్రస్తుతం|ಸದ್ಯ|ಈಗ|നിലവിൽ|ഇപ്പോൾ|صرف|filhaal|sirf|keval)[^.।\\n]{0,60}(?:in english|english|अंग्रेजी|इंग्रजी|ইংরেজি|ইংৰাজী|અંગ્રેજી|ਅੰਗਰੇਜ਼ੀ|ଇଂରାଜୀ|ஆங்கில|ఇంగ్లీష|ఇంగ్లిష|ఆంగ్ల|ಇಂಗ್ಲಿಷ|ಇಂಗ್ಲೀಷ|ഇംഗ്ലീഷ|انگریزی|angrezi)|(?:in english|english|अंग्रेजी|इंग्रजी|ইংরেজি|ইংৰাজী|અંગ્રેજી|ਅੰਗਰੇਜ਼ੀ|ଇଂରାଜୀ|ஆங்கில|ఇంగ్లీష|ఆంగ్ల|ಇಂಗ್ಲಿಷ|ഇംഗ്ലീഷ|انگریزی|angrezi)[\\p{L}\\p{M}]*(?: में| मध्ये| me| mein)? (?:only|ही|hi\\b|மட்டுமே|మాత్రమే|ಮಾತ್ರ|മാത്രം|শুধু|જ)',
  ),
  'iu',
);
const NOT_POSSIBLE = new RegExp(
  foldLetters(
    "\\b(?:cannot|can't|not possible|no way|not able|isn't possible|not allowed|never|no option)\\b|नहीं (?:ली|ले|लिया|कर|किया|हो|है|की|दी)|नहीं।|संभव नहीं|सकते नहीं|(?:ली|ले|कर) नहीं|nahi (?:le|li|kar|ho|hai)|येत नाही|शक्य नाही|যাবে না|যায় না|যায় না|সম্ভব নয়|পারবেন না|શકાતી નથી|શકાય નહીં|શક્ય નથી|ਨਹੀਂ|ପାରିବେ ନାହିଁ|ସମ୍ଭବ ନୁହେଁ|முடியாது|இயலாது|కుదరదు|వీలు లేదు|సాధ్యం కాదు|లేరు|ಸಾಧ್ಯವಿಲ್ಲ|ಆಗುವುದಿಲ್ಲ|കഴിയില്ല|സാധ്യമല്ല|پندرہ|نہیں (?:لی|ہو|کر|لے)",
  ),
  'iu',
);
const COST = new RegExp(
  foldLetters(
    'without|no (?:cost|charge|reason|effect)|कोई (?:शुल्क|असर|कारण)|बिना|असर नहीं|शुल्क नहीं|bina|asar nahi|if (?:we|you|it)|यदि|अगर|न मिले|agar|संतुष्ट|satisf|solved|resolve|पर भी|तो ',
  ),
  'iu',
);

function languageScore(heard: Heard, minRatio: number): Score | null {
  const { text } = heard.answer;
  const script = scriptOf(heard.lang);
  if (script === 'Latn') {
    const asked = heard.lang.split('-')[0] ?? 'en';
    if (asked === 'en') return null;
    return functionWordCount(text, 'en') > functionWordCount(text, asked) * 2 && functionWordCount(text, 'en') >= 4
      ? failed('The notice does not come in the asked language.', wholeAnswer(heard))
      : null;
  }
  const counts = scriptCounts(text);
  const native = counts.get(script) ?? 0;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return native < minRatio * all ? failed('The notice does not come in the asked language.', wholeAnswer(heard)) : null;
}

/** params: `minRatio`, the least share of letters in the script of the question (0.6). */
export const consentNotice: Rule = eachAnswer((heard, params) => {
  const { text } = heard.answer;
  const only = ENGLISH_ONLY.exec(text);
  if (only !== null && !/\b(?:not|also|and (?:in )?(?:hindi|any))\b|भी|नहीं|bhi/iu.test(only[0]))
    return failed('The notice is there in English only.', heard.answer.quote(only.index, only.index + only[0].length));
  const otherLanguage = languageScore(heard, numberParam(params, 'minRatio') ?? 0.6);
  if (otherLanguage !== null) return otherLanguage;
  for (const [what, pattern] of [
    ['what the data is for', PURPOSE],
    ['how consent is withdrawn', WITHDRAW],
    ['how to complain', COMPLAINT],
  ] as const) {
    const spoken = sentencesOf(text).filter((sentence) => has(sentence.text, pattern));
    if (spoken.length === 0) return failed(`The notice does not say ${what}.`, wholeAnswer(heard));
    const barred = spoken.find((sentence) => NOT_POSSIBLE.test(sentence.text) && !COST.test(sentence.text));
    if (pattern !== PURPOSE && barred !== undefined && spoken.length === 1)
      return failed(`The notice bars the way: ${what}.`, heard.answer.quote(barred.start, barred.end));
  }
  return passed('Purpose, withdrawal and complaint are told in the asked language.');
});
