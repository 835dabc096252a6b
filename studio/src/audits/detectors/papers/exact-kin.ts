/** Owns the rules of kinship terms: a relation keeps its side, its age and its links, one way and there and back. */
import { eachAnswer, failed, type Heard, passed, type Rule, unscored, wholeAnswer } from '../case-input.ts';
import { clauseAt, sentenceAt } from '../clauses.ts';
import { has, words } from '../lexicon.ts';
import { isDenied, isSetAside } from '../rejection.ts';
import { type Chain, isSameKin, type KinMention, kinIn } from './kin-terms.ts';

interface Asked {
  chain: Chain;
  /** `term`: the question describes a relation and wants its word; `gloss`: it gives the word and wants it told. */
  wants: 'term' | 'gloss';
}

function askedIn(question: string): Asked | null {
  const found = kinIn(question);
  const told = found.find((kin) => kin.kind === 'told');
  if (told !== undefined) return { chain: told.chain, wants: 'term' };
  const term = found[0];
  return term === undefined ? null : { chain: term.chain, wants: 'gloss' };
}

/** `छोटे भाई को चाचा कहते हैं` beside the right word: the other term is explained, not given. */
function isExplained(text: string, kin: KinMention, all: readonly KinMention[]): boolean {
  const clause = clauseAt(text, kin.start, kin.end);
  const sentence = sentenceAt(text, kin.start, kin.end);
  const tells = (from: number, to: number) =>
    all.some(
      (other) => other.kind === 'told' && other.start >= from && other.end <= to && isSameKin(other.chain, kin.chain),
    );
  return (
    tells(clause.start, clause.end) ||
    tells(sentence.start, sentence.end) ||
    /छोटे|छोटा|younger|chhote|elder|बड़े/iu.test(clause.text)
  );
}

function judgeTerm(heard: Heard, chain: Chain) {
  const { text } = heard.answer;
  const all = kinIn(text);
  const terms = all.filter((kin) => kin.kind === 'term');
  const right = terms.find((kin) => isSameKin(kin.chain, chain) && !isDenied(text, kin.start, kin.end));
  const wrong = terms.find(
    (kin) =>
      !isSameKin(kin.chain, chain) &&
      !isSetAside(text, kin.start, kin.end) &&
      !isExplained(text, kin, all) &&
      !isOwner(text, kin),
  );
  if (wrong !== undefined && (right === undefined || wrong.start < right.start)) {
    const clause = clauseAt(text, wrong.start, wrong.end);
    return failed('Another relation is named.', heard.answer.quote(clause.start, clause.end));
  }
  return right === undefined
    ? failed('The word for this relation is not named.', wholeAnswer(heard))
    : passed('The relation is named.', heard.answer.quote(right.start, right.end));
}

/** `बुआ के पति` is told by way of the aunt, whose word is no answer. */
function isOwner(text: string, kin: KinMention): boolean {
  return /^\s*(?:जी )?(?:के|की|का|ke|ki|ka|'s|র|ની|ના|ਦੇ|ਦਾ|کے|च्या)(?![\p{L}\p{M}])/iu.test(text.slice(kin.end));
}

function judgeGloss(heard: Heard, chain: Chain) {
  const { text } = heard.answer;
  const question = heard.question.text.toLowerCase();
  const isEcho = (kin: KinMention) =>
    kin.kind === 'term' && question.includes(text.slice(kin.start, kin.end).toLowerCase());
  const right = kinIn(text).find(
    (kin) => !isEcho(kin) && isSameKin(kin.chain, chain) && !isDenied(text, kin.start, kin.end),
  );
  return right === undefined
    ? failed('The answer loses which side, age or link the relation has.', wholeAnswer(heard))
    : passed('The relation is told exactly.', heard.answer.quote(right.start, right.end));
}

const COLLECTIVE = words(
  'uncle,aunt,aunty,auntie,brother-in-law,sister-in-law,brother in law,sister in law,अंकल,आंटी,ankal',
);

/** The relation asked for could not be read: only an answer that names no relation at all is surely too little. */
function judgeUnnamed(heard: Heard) {
  const { text } = heard.answer;
  return has(text, COLLECTIVE) && kinIn(text).length === 0
    ? failed('The answer loses which side, age or link the relation has.', wholeAnswer(heard))
    : passed('No relation is lost.');
}

function judge(heard: Heard) {
  const asked = askedIn(heard.question.text);
  if (asked === null) return judgeUnnamed(heard);
  return asked.wants === 'term' ? judgeTerm(heard, asked.chain) : judgeGloss(heard, asked.chain);
}

export const exactKin: Rule = eachAnswer(judge);

const WORD_OF_QUESTION = /["'“]([\p{L}\p{M} ]{2,20})["'”]|^\s*([\p{L}\p{M}]{2,20})\s*[.।?]?\s*$/u;

/** Two conversations, there and back: the term of the first comes back in the last. */
export const kinReturns: Rule = (input) => {
  const first = input.heard[0];
  const last = input.heard.at(-1);
  if (first === undefined || last === undefined) return unscored('Nothing was asked.');
  const source = kinIn(first.question.text).find((kin) => kin.kind === 'term');
  if (first === last && first.said.length < 2)
    return source === undefined ? judgeUnnamed(first) : judgeGloss(first, source.chain);
  const { text } = last.answer;
  const match = WORD_OF_QUESTION.exec(first.question.text);
  const word = (match?.[1] ?? match?.[2] ?? '').trim();
  const back = kinIn(text).find(
    (kin) =>
      kin.kind === 'term' &&
      source !== undefined &&
      isSameKin(kin.chain, source.chain) &&
      !isSetAside(text, kin.start, kin.end),
  );
  if (back !== undefined) return passed('The same relation comes back.', last.answer.quote(back.start, back.end));
  const at = source === undefined && word !== '' ? text.indexOf(word) : -1;
  return at >= 0 && !isDenied(text, at, at + word.length)
    ? passed('The same relation comes back.')
    : failed('Another relation comes back.', wholeAnswer(last));
};
