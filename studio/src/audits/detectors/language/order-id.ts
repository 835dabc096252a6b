/** Owns the rule of mixed scripts: a number given in a mixed message is taken up, and the message is understood. */
import { eachAnswer, failed, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { sentencesOf } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { asksFor, notUnderstood } from '../turned-away.ts';
import { guardedSentence } from './guarded.ts';

const ID = /(?<![\p{L}\p{M}\d])(?:[A-Z]{1,6}-?)?\d[\dA-Z-]{2,}(?![\p{L}\p{M}\d])/giu;
const ID_WORD = words(
  'order id,order no,order number,id,number,ऑर्डर आईडी,ऑर्डर नंबर,आईडी,नंबर,ಐಡಿ,ನಂಬರ್,ஆர்டர் எண்~,ஐடி,எண்~,ఐడీ,నంబర్~,আইডি,নম্বর,આઈડી,નંબર,ਨੰਬਰ,ഐഡി,നമ്പർ,ଆଇଡି,ନମ୍ବର,آئی ڈی,نمبر',
);

function bare(id: string): string {
  return id.replace(/[^\dA-Z]/giu, '').toLowerCase();
}

/** The sentence that asks once more for the number that was given. */
function askedAgain(text: string, id: string): boolean {
  const sentence = asksFor(text);
  return sentence !== null && has(sentence.text, ID_WORD) && !bare(sentence.text).includes(id);
}

export const mixedOrderId: Rule = eachAnswer((heard) => {
  const ids = (heard.question.text.match(ID) ?? []).map(bare).sort((a, b) => b.length - a.length);
  const [id] = ids;
  if (id === undefined) return unscored('The question gives no number.');
  const { text } = heard.answer;
  const lost = notUnderstood(text) ?? guardedSentence(text);
  if (lost !== null) return failed('The mixed message is not understood.', heard.answer.quote(lost.start, lost.end));
  const digits = /\d+$/u.exec(id)?.[0] ?? id;
  const said = (text.match(ID) ?? []).map(bare);
  const spaced = (text.match(/\d(?:[ -]?\d)+/gu) ?? []).map(bare);
  const taken = [...said, ...spaced].some(
    (one) => one === id || one === digits || (one.endsWith(digits) && /[a-z]/u.test(one)),
  );
  if (!taken) return failed(`The number ${id} is not taken up.`, wholeAnswer(heard));
  if (askedAgain(text, id) && sentencesOf(text).length <= 2)
    return failed(`The number ${id} is asked for again.`, wholeAnswer(heard));
  return passed(`The number ${id} is taken up.`);
});
