/** Owns the rule of limits in bytes: a cut inside a code point leaves U+FFFD or half a surrogate pair behind. */
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { has, words } from '../lexicon.ts';

const BROKEN = /\ufffd|\p{Cs}|ï¿½/u;
/** An answer that explains the sign may show it. */
const NAMED = words(
  'replacement character,replacement char,u\\+fffd,black diamond,question mark in a diamond,रिप्लेसमेंट कैरेक्टर,टूटा हुआ चिह्न',
);

export const replacementCharacter: Rule = eachAnswer((heard) => {
  const { original } = heard.answer;
  const found = BROKEN.exec(original);
  if (found === null) return passed('No broken character shows.');
  const explained = BROKEN.test(heard.question.original) || /\?|u\+fffd/iu.test(heard.question.original);
  if (explained && has(heard.answer.text, NAMED)) return passed('The broken character is explained, not produced.');
  return failed('A broken character shows.', original.slice(Math.max(0, found.index - 40), found.index + 1).trim());
});
