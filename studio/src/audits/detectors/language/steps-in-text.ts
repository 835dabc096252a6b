/** Owns the rule of keypad phones: the steps stand in the answer itself, not behind a link, an app or a code. */
import { eachAnswer, failed, numberParam, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { has, words } from '../lexicon.ts';

const ADDRESS =
  /\[[^\]\n]*\]\([^)\s]*\)|<https?:[^>]*>|(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d@])[\w-]+(?:\.[\w-]+)*\.(?:com|in|org|net|gov|pdf|io|ly|html?)(?:\/\S*)?/giu;
/** Sentences that only send the reader elsewhere. */
const SENDS_AWAY = words(
  'links?,click~,tap here,url,qr,scan~,pdf,video,youtube,download~,app,apps,install~,attach~,brochure,open the (?:page|site),visit,see here,read here,here,yahan dekh~,yahan click~,website par sab,website par jankari',
  'लिंक~,क्लिक~,क्यूआर,स्कैन~,पीडीएफ,वीडियो,डाउनलोड~,ऐप,ऐप्प,एप,इंस्टॉल~,यहां दबाएं,यहां देखें,यहां जाएं,संलग्न,दुवा,इथे पहा',
  'লিংক~,লিঙ্ক~,ক্লিক~,অ্যাপ~,ডাউনলোড~,পিডিএফ,இணைப்பு~,இணைப்பை~,லிங்க்~,கிளிக்~,செயலி~,பதிவிறக்க~,ஆப்~,లింక్~,క్లిక్~,యాప్~,డౌన్‌లోడ్~,ಲಿಂಕ್~,ಕ್ಲಿಕ್~,ಆ್ಯಪ್~,ಆಪ್~,ಡೌನ್‌ಲೋಡ್~,ലിങ്ക്~,ക്ലിക്ക്~,ആപ്പ്~,ഡൗൺലോഡ്~,લિંક,ક્લિક,એપ,ડાઉનલોડ,ਲਿੰਕ,ਕਲਿੱਕ,ਐਪ,ਡਾਊਨਲੋਡ,ଲିଙ୍କ,କ୍ଲିକ୍,ଆପ୍,لنک,کلک,ایپ,ڈاؤن لوڈ',
);
/** Courtesies that hold no step. */
const COURTESY = words(
  'thank~,thanks,dhanyavaad,dhanyawad,shukriya,hope this helps,happy to help,help you,any other,aur kuch,koi aur,kisi bhi,pareshani,madad,sorry,maaf,sampark,contact us,feel free,details?,jankari,jaankari,all information,sabhi,poori,puri,more information,know more,namaste,hello,welcome',
  'धन्यवाद,शुक्रिया,जानकारी,सहायता,मदद,संपर्क करें,क्षमा,माफ,नमस्ते,पूरी,सभी,কোনো,ধন্যবাদ,তথ্য,বিস্তারিত,நன்றி,தகவல்~,விவரங்கள்~,மேலும்,ధన్యవాదాలు,సమాచారం,వివరాలు,ಧನ್ಯವಾದ~,ಮಾಹಿತಿ,ವಿವರ~,നന്ദി,വിവരങ്ങൾ~,આભાર,માહિતી,વિગત~,ਧੰਨਵਾਦ,ਜਾਣਕਾਰੀ,ଧନ୍ୟବାଦ,ସୂଚନା,شکریہ,معلومات',
);
/** Something that a keypad can do: dial, send an SMS, go to a counter. */
const DIALLED =
  /(?<!\d)[6-9]\d{4} \d{5}(?!\d)|\*\d{2,3}(?:\*\d+)*#|(?<!\d)(?:1\d{2,4}|1800[\d -]{6,9}|[6-9]\d{9}|5\d{4,5}|7738\d{6})(?!\d)/u;
const ITEM = /^\s*(?:\d{1,2}[.)]|[-*•])\s/u;
const LEAST_CHARS = 80;
const LEAST_CHARS_TO_DIAL = 20;

/** params: `minCharsWithoutUrls` (80). */
export const stepsInText: Rule = eachAnswer((heard, params) => {
  const least = numberParam(params, 'minCharsWithoutUrls') ?? LEAST_CHARS;
  const text = heard.answer.text.replace(ADDRESS, ' link ');
  const parts = text.split(/[\n।॥!?;]+|(?<!\d)\.(?=\s|$)|(?<=[\p{L}\p{M}\d)])\s*→\s*/u);
  const told = parts.filter((part) => /[\p{L}\d]/u.test(part) && !has(part, SENDS_AWAY));
  const steps = told.filter((part) => ITEM.test(part) || !has(part, COURTESY) || DIALLED.test(part));
  const length = [...steps.map((step) => step.trim()).join(' ')].length;
  const canDial = steps.some((step) => DIALLED.test(step));
  return length >= least || (canDial && length >= LEAST_CHARS_TO_DIAL)
    ? passed('The steps stand in the answer.')
    : failed('The answer only leads to a link, an app or a file.', wholeAnswer(heard));
});
