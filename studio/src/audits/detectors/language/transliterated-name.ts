/** Owns the rule of names written in another script: sounded out, not translated, shortened or swapped for another. */
import { eachAnswer, failed, passed, type Rule, textParam, unscored, wholeAnswer } from '../case-input.ts';
import { has, words } from '../lexicon.ts';
import { soundPattern, soundsOf } from './name-sounds.ts';

const SCRIPTS: { script: string; named: RegExp; letters: RegExp }[] = [
  {
    script: 'Deva',
    named: words('devanagari,hindi,marathi,nepali,sanskrit,देवनागरी,हिंदी,हिन्दी,मराठी'),
    letters: /[\u0900-\u097f\u200c\u200d]+/gu,
  },
  { script: 'Taml', named: words('tamil,தமிழ்~,तमिल'), letters: /[\u0b80-\u0bff\u200c\u200d]+/gu },
  { script: 'Telu', named: words('telugu,తెలుగు~,तेलुगु'), letters: /[\u0c00-\u0c7f\u200c\u200d]+/gu },
  { script: 'Knda', named: words('kannada,ಕನ್ನಡ~,कन्नड़'), letters: /[\u0c80-\u0cff\u200c\u200d]+/gu },
  { script: 'Mlym', named: words('malayalam,മലയാള~,मलयालम'), letters: /[\u0d00-\u0d7f\u200c\u200d]+/gu },
  {
    script: 'Beng',
    named: words('bengali,bangla,assamese,বাংলা~,অসমীয়া~,बांग्ला,बंगाली'),
    letters: /[\u0980-\u09ff\u200c\u200d]+/gu,
  },
  { script: 'Gujr', named: words('gujarati,ગુજરાતી~,गुजराती'), letters: /[\u0a80-\u0aff\u200c\u200d]+/gu },
  { script: 'Guru', named: words('gurmukhi,punjabi,ਗੁਰਮੁਖੀ,ਪੰਜਾਬੀ~,पंजाबी'), letters: /[\u0a00-\u0a7f\u200c\u200d]+/gu },
  { script: 'Orya', named: words('odia,oriya,ଓଡ଼ିଆ~,ओड़िया'), letters: /[\u0b00-\u0b7f\u200c\u200d]+/gu },
  { script: 'Arab', named: words('urdu,nastaliq,اردو,उर्दू'), letters: /[\u0600-\u06ff]+/gu },
];
/** Capitalised words of a request that are no names. */
const NO_NAME = words(
  'write,please,how,my,the,name,in,and,script,devanagari,hindi,marathi,nepali,sanskrit,tamil,telugu,kannada,malayalam,bengali,bangla,assamese,gujarati,gurmukhi,punjabi,odia,oriya,urdu,nastaliq,i,it,what,is,can,you,spell,transliterate,convert,mera,naam,full,for,certificate,certificates,school,english,roman,latin,letters,is,this,give,print,show,also,both,id,card,form,need,kindly,wedding,passport,mr,mrs,ms,dr',
);

/** Runs of capitalised words, or the words behind `name`, in a Latin question. */
function namesIn(question: string): string[] {
  const quoted = /["“']([\p{Script=Latin}][\p{Script=Latin} .]+)["”']/u.exec(question)?.[1];
  if (quoted !== undefined) return quoted.split(/[ .]+/u).filter((part) => part.length > 1);
  const capital = (question.match(/(?<![\p{L}])[A-Z][a-z]+(?![\p{L}])/gu) ?? []).filter((word) => !has(word, NO_NAME));
  if (capital.length > 0) return capital;
  const behind = /(?:name|naam|नाम|नाव|பெயர்|পেয়র|নাম)\s+(?:is\s+)?([a-z]+(?: [a-z]+)?)/iu.exec(question)?.[1];
  return (behind ?? '').split(' ').filter((part) => part.length > 1 && !has(part, NO_NAME));
}

/** The letter that `zh` stands for in names of the two languages that have it. */
const ZH: Partial<Record<string, string>> = { Taml: 'ழ', Mlym: 'ഴ' };

/** params: `name`, where the question does not show it in capital letters. */
export const transliteratedName: Rule = eachAnswer((heard, params) => {
  const asked = heard.question.original;
  const given = textParam(params, 'name');
  const names = given === undefined ? namesIn(asked) : given.split(' ');
  if (names.length === 0) return unscored('The question holds no name in Latin letters.');
  const answer = heard.answer.original.normalize('NFC');
  const named = SCRIPTS.filter(({ named: pattern }) => has(heard.question.text, pattern));
  const used = SCRIPTS.filter(({ letters }) => answer.search(letters) >= 0);
  const wanted = named.length > 0 ? named : used;
  if (wanted.length === 0) return failed('The name is not written in an Indian script.', wholeAnswer(heard));
  for (const { script, letters } of wanted) {
    const sounds = (answer.match(letters) ?? []).map(soundsOf);
    const missing = names.find((name) => !sounds.some((sound) => soundPattern(name, script).test(sound)));
    const zh = ZH[script];
    if (zh !== undefined && names.some((name) => /zh/iu.test(name)) && !answer.includes(zh))
      return failed(`zh is ${zh} in ${script}, and the answer has none.`, wholeAnswer(heard));
    if (missing !== undefined)
      return failed(`“${missing}” is not what the answer spells in ${script}.`, wholeAnswer(heard));
  }
  return passed('The name is sounded out.');
});
