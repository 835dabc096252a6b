/** Owns telling languages of one script apart where a bot drifts into the larger one: Hindi for Marathi, Bengali for Assamese. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { mentions, words } from '../lexicon.ts';
import { functionWordCount } from '../romanised.ts';
import { scriptCounts, scriptOf } from '../scripts.ts';
import { isQuoted } from './quotes.ts';

/** Words and endings that the other languages of the script do not have. */
const OWN: Record<string, RegExp> = {
  hi: words(
    'है,हैं,हूं,नहीं,और,की,के,को,से,में,पर,आपका,आपकी,आपके,आपको,आपने,आप,हमने,था,थी,थे,गया,गई,गए,रहा,रही,रहे,करें,कीजिए,दीजिए,होगा,होगी,होंगे,जाएगा,जाएगी,पहुंचेगा,मिलेगा,आएगा,यह,वह,तक,लिए,अपना,अपने,अपनी,कल,बजे तक',
  ),
  mr: words(
    'आहे,आहेत,नाही,नाहीत,आणि,तुमच~,तुम्ही,तुम्हाला,आमच~,आम्ही,होईल,येईल,मिळेल,पोहोच~,पोचेल,येत,झाल~,झालेल~,करा,करून,सांगा,द्या,मध्ये,साठी,~साठी,~मध्ये,~पर्यंत,पर्यंत,उद्या,आपल~,कृपया करून,असेल,असून,होत~,निघाल~,क्षमस्व,दिलगीर~,~ांना,~ाचा,~ाची,~ाचे,~ातून,~ामुळे,हे,ते,संध्याकाळ~,मिळाल~',
  ),
  ne: words(
    'छ,छन्,छैन,छु,छौं,हुन्छ,हुनेछ,तपाईं,तपाईं~,हामी~,भयो,भएको,भएकाले,गर्नुहोस्,गर्नुस्,दिनुहोस्,~नुहोस्,गर्न,गर्दै~,आउंछ,आउनेछ,पुग~,पुग्नेछ,पाउनु~,भोलि,पनि,माफ गर्नु~,कारण~ले,~लाई,~बाट,~को,~मा,र',
  ),
  mai: words(
    'अछि,अछिए,छथि,छी,अहां,अहांक,अहां~,अपने,नहि,भेल,गेल,हेतै,हएत,होएत,जाएत,आएत,पहुंचत,मिलत,रहल,केल,करू,दिअ,सं,कें,हमर,हम सभ,कृपया क,धरि,काल्हि,एखन,ओ,ई,छल,अइछ,अई,ऐछ',
  ),
  bho: words('बा,बाटे,बानी,रउआ,रउरा,राउर,हमनी,नइखे,भइल,गइल,होई,आई,जाई,कइल,करीं,दीं,काल्ह,से पहिले'),
  kok: words('आसा,आसात,तुमचें,तुमचो,तुमची,तुमकां,ना,जालां,जातलें,येतलें,मेळटलें,फाल्यां,आनी,करात,दियात,आमी,खातीर'),
  doi: words('ऐ,न,तुंदा,तुंदे,तुसें,असें,दा,दी,दे,गी,नेईं,होई,जाह्ग,कन्ने,ते'),
  sa: words('अस्ति,सन्ति,भवतः,भवत्याः,भवान्,नास्ति,कृपया,श्वः,प्राप्स्यति,भविष्यति,आगमिष्यति,इति,च,करोतु'),
  brx: words('दङ,दं,गैया,नोंथांनि,नोंथां,आरो,जाबाय,खालाम,होनाय,गाबोन,मोनगोन'),
};
/** Forms that no text in another language of the script would hold. */
const HINDI_ONLY = words('है,हैं,हूं,नहीं,और,में,आपका,आपकी,आपके,आपको,गया,रहा,रही,करें,कीजिए,दीजिए,होगा,जाएगा,मिलेगा,आएगा,था,थे');
const BENGALI_RA = /র/gu;
const ASSAMESE_LETTERS = /[ৰৱ]/gu;

function unquoted(text: string): string {
  let rest = text;
  for (const match of [...text.matchAll(/["“«][^"”»\n]*["”»]/gu)].reverse())
    if (isQuoted(text, match.index + 1, match.index + match[0].length - 1))
      rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
  return rest;
}

function drift(text: string, asked: string): string | null {
  if (asked === 'as' || asked === 'bn') {
    const [ra, own] = [text.match(BENGALI_RA)?.length ?? 0, text.match(ASSAMESE_LETTERS)?.length ?? 0];
    if (asked === 'as') return ra > 0 ? 'Bengali' : null;
    return own > ra ? 'Assamese' : null;
  }
  const count = (lang: string) => {
    const pattern = OWN[lang];
    return pattern === undefined ? 0 : mentions(text, pattern).length;
  };
  const own = count(asked);
  if (asked === 'hi') {
    const other = ['mr', 'ne', 'mai'].find((lang) => count(lang) > own + 1);
    return other === undefined ? null : other;
  }
  const hindi = mentions(text, HINDI_ONLY).length;
  if (asked === 'mr' || asked === 'ne') {
    if (hindi > 0 && (hindi >= 2 || own <= hindi * 2)) return 'Hindi';
    const other = asked === 'mr' ? 'ne' : 'mr';
    return own === 0 && count(other) > 1 ? other : null;
  }
  return hindi > own || count('mr') > own + 2 ? 'Hindi or Marathi' : null;
}

const ROMAN_MARATHI_NOT_HINDI = words(
  'aahe,ahe,aahet,nahi aahe,tumcha,tumche,tumchi,tumhala,ani,hoil,yeil,milel,udya,zala,jhala,pohoch~',
);
const ROMAN_HINDI = words(
  'hai,hain,aapka,aapki,aapke,aapko,mein,gaya,raha,aur,jayega,jaayega,milega,karein,kijiye,hoga',
);

export const siblingLanguage: Rule = eachAnswer((heard) => {
  const [asked = ''] = heard.lang.toLowerCase().split('-');
  const text = unquoted(heard.answer.text);
  const script = scriptOf(heard.lang);
  const counts = scriptCounts(text);
  const native = counts.get(script) ?? 0;
  const latin = counts.get('Latn') ?? 0;
  if (script === 'Latn') {
    const own = functionWordCount(text, asked) + (asked === 'mr' ? mentions(text, ROMAN_MARATHI_NOT_HINDI).length : 0);
    return mentions(text, ROMAN_HINDI).length > own
      ? failed('The answer comes in Hindi.', wholeAnswer(heard))
      : passed('The answer comes in the language of the question.');
  }
  if (OWN[asked] === undefined && asked !== 'as' && asked !== 'bn')
    return native > latin
      ? passed('The answer comes in the script of the question, which no sibling shares.')
      : failed('The answer does not come in the language of the question.', wholeAnswer(heard));
  if (native < 4 || (latin > native * 2 && functionWordCount(text, 'en') >= 3))
    return failed('The answer does not come in the language of the question.', wholeAnswer(heard));
  const other = drift(text, asked);
  return other === null
    ? passed('The answer comes in the language of the question.')
    : failed(`The answer comes in ${other}.`, wholeAnswer(heard));
});
