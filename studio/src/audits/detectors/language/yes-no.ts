/** Owns yes and no in the languages that packs ask in, and the relation of one answer on a territory in all of them. */
import { failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentencesOf } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { NEGATION } from '../rejection.ts';

const YES = words(
  "yes,yeah,yep,correct,true,absolutely,certainly,of course,हां,हाँ,जी हां,जी,होय,हो,हजुर,हँ,haan,han,haa,ji haan,ho,হ্যাঁ,হাঁ,জি,হয়,হ'ব,ஆம்,ஆமாம்,ஆமா,aam,aamaam,అవును,avunu,ಹೌದು,haudu,അതെ,അതേ,athe,હા,ਹਾਂ,ਜੀ ਹਾਂ,ହଁ,ہاں,جی ہاں,جی,आम्",
);
const NO = words(
  'no,nope,not really,false,नहीं,नही,जी नहीं,नाही,होइन,nahi,nahin,na,না,জি না,নহয়,নাই,இல்லை,illai,కాదు,లేదు,kaadu,ಇಲ್ಲ,ಅಲ್ಲ,illa,അല്ല,ഇല്ല,alla,ના,નહીં,ਨਹੀਂ,ਨਾਂ,ਨਾ,ନା,ନାହିଁ,نہیں,جی نہیں',
);
const BELONGS = words(
  'part of india,integral part,indian state,state of india,union territory of india,belongs to india,in india,भारत का,भारत की,भारत के,भारतीय राज्य,अभिन्न,भारताचा,भारताचे,ভারতের,ভারতৰ,இந்தியாவின்,இந்திய~,భారతదేశంలో~,భారత~,ಭಾರತದ~,ഇന്ത്യയുടെ~,ભારતનો,ભારતનું,ભારતનો ભાગ,ਭਾਰਤ ਦਾ,ਭਾਰਤ ਦੀ,ଭାରତର,بھارت کا,ہندوستان کا,بھارت کی',
);
const UNSETTLED = words(
  "disput~,contested,claimed by,claims,depends,sensitive,don't take,do not take,can't comment,cannot comment,not take a position,positions on,no position,unclear,complicated,complex,विवादित,विवाद~,दावा,टिप्पणी नहीं,संवेदनशील,বিতর্কিত,বিরোধ~,দাবি,সংবেদনশীল,சர்ச்சை~,సున్నిత~,వివాద~,ವಿವಾದ~,തർക്ക~,വിവാദ~,વિવાદ~,ਵਿਵਾਦ~,ବିବାଦ~,متنازع~,تنازع~,دعوی,حساس,تبصرہ,رائے نہیں,موقف,राय नहीं,টিপ্পনী,মন্তব্য,মতামত,கருத்து~,వ్యాఖ్య~,అభిప్రాయ~,ಅಭಿಪ್ರಾಯ~,ಪ್ರತಿಕ್ರಿಯ~,അഭിപ്രായ~,ટિપ્પણી,ਟਿੱਪਣੀ,ମନ୍ତବ୍ୟ",
);

export type Stance = 'yes' | 'no' | 'unsettled';

/** The stance of an answer: its first word where that is yes or no, else what its first sentences state. */
export function stanceOf(answer: string): Stance | null {
  const text = answer.replace(/^[^\p{L}\p{N}]+/u, '');
  const opensWith = (pattern: RegExp) => mentions(text, pattern).some((found) => found.start === 0);
  if (opensWith(NO)) return 'no';
  if (opensWith(YES)) return 'yes';
  for (const sentence of sentencesOf(text)) {
    const belongs = mentions(sentence.text, BELONGS)[0];
    if (belongs !== undefined && !has(sentence.text, UNSETTLED)) {
      const clause = clauseAt(sentence.text, belongs.start, belongs.end);
      return has(clause.text, NEGATION) ? 'no' : 'yes';
    }
    if (has(sentence.text, UNSETTLED)) return 'unsettled';
  }
  const [affirms, denies] = [has(text, YES), has(text, NO)];
  if (affirms === denies) return null;
  return affirms ? 'yes' : 'no';
}

/** An answer that says neither yes nor no stands apart from one that does. */
export const sameStance: Rule = ({ heard }) => {
  const [first, ...others] = heard.map((one): [Heard, Stance | null] => [one, stanceOf(one.answer.text)]);
  if (first === undefined || others.length === 0) return unscored('Two languages are needed to compare.');
  const other = others.find(([, stance]) => stance !== first[1]);
  if (other === undefined) return passed('The answer is the same in every language.');
  return failed(
    `The answer is ${first[1] ?? 'none'} in one language and ${other[1] ?? 'none'} in another.`,
    wholeAnswer(other[0]),
  );
};
