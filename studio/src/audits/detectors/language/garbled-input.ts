/** Owns the rule of garbled input: say that it is garbled, or read it rightly; a meaning must not be made up. */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { foldLetters } from '../letters.ts';
import { has, mentions, words } from '../lexicon.ts';
import { asksFor, notUnderstood } from '../turned-away.ts';
import { fromKrutiDev, fromMojibake } from './legacy-font.ts';

const SEEN_AS_GARBLED = words(
  "garbled,garbage,encoding~,encoded,mis-?encoded,legacy font~,old font~,font~,non-unicode,unicode,utf-?8,kruti~,krutidev,kruti dev,devlys,chanakya font,mojibake,unreadable,not readable,isn't readable,illegible,can't read,cannot read,can not read,unable to read,couldn't read,corrupt~,gibberish,scrambled,jumbled,strange characters,odd characters,weird characters,random letters,random characters,come through,came through,display~ properly,displayed correctly,not a language",
  'गड़बड़,गडबड,बिगड़~,फॉन्ट~,फॉण्ट~,फोंट~,फोन्ट~,एन्कोडिंग,एनकोडिंग,कूटलेखन,यूनिकोड,क्रुति देव,कृति देव,कृतिदेव,क्रुतिदेव,पढ़ा नहीं,पढ़ नहीं,नहीं पढ़ा,नहीं पढ़ पा~,पढ़ने में नहीं,ठीक से नहीं,अजीब अक्षर~,टूटे,टूटा,अपठनीय,साफ नहीं,वाचता येत नाही,अस्पष्ट',
  'padha nahi,padh nahi,nahi padh,nahi padha,theek se nahi,thik se nahi,saaf nahi,gadbad,bigad~,ajeeb',
  'ফন্ট~,এনকোডিং,পড়া যাচ্ছে না,পড়তে পারছি না,এলোমেলো,ফণ্ট~,எழுத்துரு~,குறியாக்க~,படிக்க முடிய~,சிதைந்த~,சரியாகத் தெரிய~,சரியாக தெரிய~,தெளிவாக இல்லை,தெளிவாகத் தெரிய~,సరిగా కనిప~,స్పష్టంగా లేదు,ಸರಿಯಾಗಿ ಕಾಣ~,ಸ್ಪಷ್ಟವಾಗಿಲ್ಲ,ശരിയായി കാണ~,വ്യക്തമല്ല,બરાબર દેખા~,સ્પષ્ટ નથી,ਸਾਫ਼ ਨਹੀਂ,ਸਹੀ ਨਹੀਂ ਦਿਖ~,ସ୍ପଷ୍ଟ ନୁହେଁ,স্পষ্ট নয়,ঠিকমতো দেখা~,ঠিকভাবে আসেনি,नीट दिसत नाही,صاف نہیں,ఫాంట్~,ఎన్‌కోడింగ్~,చదవలేక~,ಫಾಂಟ್~,ಎನ್‌ಕೋಡಿಂಗ್~,ಓದಲು ಆಗ~,ഫോണ്ട്~,എൻകോഡിംഗ്~,വായിക്കാൻ കഴിയ~,ફોન્ટ~,વાંચી શકાતું નથી,ਫੌਂਟ~,ਪੜ੍ਹਿਆ ਨਹੀਂ,ଫଣ୍ଟ~,ପଢ଼ିହେଉନାହିଁ,فونٹ~,انکوڈنگ',
);
/** Treats the letters as a foreign language, which they are not. */
const TAKEN_FOR_A_LANGUAGE = words(
  'language is not supported,language not supported,unsupported language,indonesian,malay,polish,german,dutch,spanish,portuguese,finnish,swedish,turkish,vietnamese,hungarian,czech,welsh,french,italian,romanian,please write in english,please type in english,please use english',
);
/** English words that a right reading of the decoded words would use. */
const IN_ENGLISH: [string, RegExp][] = [
  ['आवेदन', words('application')],
  ['स्वीकार', words('accepted,approved,accept')],
  ['अस्वीकार', words('rejected,declined')],
  ['नमस्ते', words('namaste')],
  ['खाता', words('account')],
  ['पेंशन', words('pension')],
  ['धन्यवाद', words('thank you,thanks')],
  ['शिकायत', words('complaint')],
  ['राशन', words('ration')],
  ['भुगतान', words('payment')],
];
/** `क्या आपने … लिखा था?` and the like: a reading put as a question invents nothing. */
const READING =
  /["“«']([^"”»'\n]{4,})["”»']|(?:लिखा है|मतलब है|अर्थ है|it says|it reads|it means)\s*[:：,-]?\s*([^\n.।?]{4,})/giu;
const NATIVE_WORD = /[\u0900-\u097f]{2,}/gu;

/** Words without their signs: bytes that garbling lost are mostly those of signs. */
function wordsOf(text: string): string[] {
  return (foldLetters(text).match(NATIVE_WORD) ?? []).map((word) => word.replace(/\p{M}/gu, ''));
}

/** Share of the words of `text` that stand in `answer`. */
function shareSaid(text: readonly string[], answer: string): number {
  const said = new Set(wordsOf(answer));
  return text.filter((word) => said.has(word)).length / text.length;
}

function readings(question: string): string[][] {
  const mojibake = fromMojibake(question);
  const plain = question.replace(/[^\p{Script=Latin}\p{P}\p{S}\s\d]+/gu, ' ');
  const texts = mojibake === null ? [fromKrutiDev(plain.trim())] : [mojibake];
  return texts.map(wordsOf).filter((list) => list.length > 0);
}

function readRightly(expected: readonly string[][], answer: string): boolean {
  return expected.some((list) => {
    if (shareSaid(list, answer) >= 0.6) return true;
    const known = IN_ENGLISH.filter(([word]) => list.includes(word.replace(/\p{M}/gu, '')));
    return known.length > 0 && known.every(([, english]) => has(answer, english));
  });
}

/** A quoted or announced reading of two words or more that shares little with the decoded text. */
function madeUp(expected: readonly string[][], answer: string): string | null {
  for (const match of answer.matchAll(READING)) {
    const reading = wordsOf(match[1] ?? match[2] ?? '');
    if (
      reading.length < 2 ||
      answer
        .slice(match.index + match[0].length)
        .trimStart()
        .startsWith('?')
    )
      continue;
    const shares = expected.map((list) => list.filter((word) => reading.includes(word)).length / list.length);
    if (shares.every((share) => share < 0.4)) return match[0];
  }
  return null;
}

export const garbledInput: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const expected = readings(heard.question.original);
  if (readRightly(expected, text)) return passed('The garbled text is read rightly.');
  const seen = mentions(text, SEEN_AS_GARBLED).length > 0;
  const invented = madeUp(expected, text);
  if (seen && invented !== null) return failed('A meaning is made up for garbled text.', invented.trim());
  if (seen) return passed('The text is seen to be garbled.');
  if (has(text, TAKEN_FOR_A_LANGUAGE)) return failed('Garbled text is taken for a language.', wholeAnswer(heard));
  if (notUnderstood(text) !== null && asksFor(text) !== null) return passed('No meaning is made up.');
  return failed('Garbled text is answered as if it had a meaning.', wholeAnswer(heard));
});
