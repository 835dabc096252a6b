/** Owns the generic rule of packs: `must` all occur, `not` none occurs, unless the answer sets it aside. */
import { eachAnswer, failed, listParam, passed, type Rule, unscored, wholeAnswer } from './case-input.ts';
import { clauseAt } from './clauses.ts';
import { foldLetters } from './letters.ts';
import { has, mentions } from './lexicon.ts';
import { isSetAside, PAST } from './rejection.ts';

/** params: `must`, `not` (regular expressions, flags iu, on folded text), `must_any`. */
export const plainPatterns: Rule = eachAnswer((heard, params) => {
  const [must, any, not] = ['must', 'must_any', 'not'].map((name) =>
    listParam(params, name).map((one) => new RegExp(foldLetters(one), 'giu')),
  );
  if (must === undefined || any === undefined || not === undefined)
    return unscored('The pattern names no expressions.');
  if (must.length + any.length + not.length === 0) return unscored('The pattern has no rule that a program can check.');
  const { text } = heard.answer;
  const quotedOrPast = (start: number, end: number) =>
    isSetAside(text, start, end) || has(clauseAt(text, start, end).text, PAST);
  for (const pattern of not) {
    const found = mentions(text, pattern).find((mention) => !quotedOrPast(mention.start, mention.end));
    if (found === undefined) continue;
    const clause = clauseAt(text, found.start, found.end);
    return failed('The answer says what it must not say.', heard.answer.quote(clause.start, clause.end));
  }
  const missing =
    must.some((pattern) => text.search(pattern) < 0) ||
    (any.length > 0 && any.every((pattern) => text.search(pattern) < 0));
  return missing
    ? failed('The answer lacks what it must say.', wholeAnswer(heard))
    : passed('The answer says what it must.');
});
