/** Owns the rule of joiners: U+200C and U+200D in a word that the user wrote are still there when it comes back. */
import { eachAnswer, failed, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { foldChillu } from '../letters.ts';
import { has, words } from '../lexicon.ts';

const JOINED_WORD = /[\p{L}\p{M}]+(?:[\u200c\u200d]+[\p{L}\p{M}]*)+/gu;
const JOINERS = /[\u200c\u200d]/gu;
const ASKED_BACK = words(
  'write~,repeat,echo,copy,print,show,return,display,spell,as it is,as is,save~,store~,लिख~,लिहा,दोहरा~,दाखव~,दिखा~,परत,वापस,सेव,जतन,likh~,dohra~,dikha~,എഴുത~,ആവർത്തി~,കാണിക്ക~,লিখ~,দেখা~,লেখ~,எழுத~,రాయ~,వ్రాయ~,ಬರೆ~,લખ~,ਲਿਖ~,ଲେଖ~,لکھ~,دہرا~,लेख्~',
);

function countOf(text: string, piece: string): number {
  return piece === '' ? 0 : text.split(piece).length - 1;
}

export const keptJoiner: Rule = eachAnswer((heard) => {
  const [asked, said] = [heard.question.original.normalize('NFC'), heard.answer.original.normalize('NFC')];
  const joined = [...new Set(asked.match(JOINED_WORD) ?? [])];
  if (joined.length === 0) return unscored('The question holds no joiner.');
  let kept = 0;
  for (const word of joined) {
    const stripped = word.replace(JOINERS, '');
    const survives = said.includes(word);
    // `दर्या / दर्‍या`: the question itself may hold the plain word beside the joined one.
    const plain = countOf(said, stripped) > countOf(asked, stripped);
    const atomic = foldChillu(word);
    if (plain) return failed('The joiner is gone from the word.', stripped);
    if (!survives && said.includes(stripped)) return failed('The joiner is gone from the word.', stripped);
    if (!survives && atomic !== word && said.includes(atomic))
      return failed('The letter with its joiner comes back as another code point.', atomic);
    if (survives) kept += 1;
  }
  if (kept === joined.length) return passed('The joiner survives.', joined[0]);
  if (kept === 0 && !has(heard.question.text, ASKED_BACK)) return passed('The word does not come back at all.');
  return failed('The word with its joiner does not come back as written.', wholeAnswer(heard));
});
