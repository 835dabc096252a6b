/**
 * Owns whether an answer comes to an expected number: the working may hold many figures, and one set aside does not
 * count, but a wrong figure that the answer calls its result outweighs a right one in the working.
 */
import type { Score } from '@sacred-qa/contracts/pack';
import { type Amount, amountsIn } from '../amounts.ts';
import { failed, type Heard, passed, wholeAnswer } from '../case-input.ts';
import { clauseAt } from '../clauses.ts';
import { foldLetters } from '../letters.ts';
import { isSetAside } from '../rejection.ts';

export interface Figure {
  start: number;
  end: number;
  value: number;
}

/** `1.` and `2)` at the start of a line count steps; `2,750. Thanks` does not. */
export function isNumbering(text: string, place: { start: number; end: number }): boolean {
  return (
    place.end - place.start <= 2 &&
    /(?:^|\n)[ \t>]*$/u.test(text.slice(0, place.start)) &&
    /^[.)]\s/u.test(text.slice(place.end))
  );
}

/** The amounts that an answer states, without step numbers and percentages. */
export function amountsTold(text: string): Amount[] {
  return amountsIn(text).filter(
    (amount) => !isNumbering(text, amount) && !/^\s*(?:%|per ?cent)/iu.test(text.slice(amount.end)),
  );
}

const RESULT_BEFORE = new RegExp(
  foldLetters(
    '(?:=|→|⇒|≈|answer|result|final|total|comes? to|works? out|उत्तर|जवाब|कुल|यानी|मतलब|अर्थात|uttar|jawab|kul|yaani|yani|matlab|মোট|উত্তর|விடை|மொத்தம்|సమాధానం|మొత్తం|ಉತ್ತರ|ಒಟ್ಟು|ഉത്തരം|ആകെ|જવાબ|કુલ|ਜਵਾਬ|ਕੁੱਲ|ଉତ୍ତର|एकूण|جواب|کل)[^\\p{N}\\n]{0,24}$',
  ),
  'iu',
);

function isResult(text: string, figure: Figure): boolean {
  return RESULT_BEFORE.test(text.slice(Math.max(0, figure.start - 48), figure.start));
}

export interface Expectation {
  value: number;
  tolerance: number;
  /** Numbers that the question itself holds or that belong to the working. */
  known: readonly number[];
}

/** Null when no figure is told at all. */
export function comesTo(heard: Heard, figures: readonly Figure[], expected: Expectation): Score | null {
  const { text } = heard.answer;
  const { value, tolerance, known } = expected;
  const near = (figure: Figure, target: number) => Math.abs(figure.value - target) <= tolerance;
  const stated = figures.filter((figure) => !isSetAside(text, figure.start, figure.end));
  const right = stated.findLast((figure) => near(figure, value));
  const derived = known.flatMap((one) => [one, one + value, one - value]);
  const wrong = stated.filter((figure) => !near(figure, value) && !derived.some((one) => near(figure, one)));
  const tell = (figure: Figure) => {
    const clause = clauseAt(text, figure.start, figure.end);
    return failed(
      `The answer comes to ${figure.value} instead of ${value}.`,
      heard.answer.quote(clause.start, clause.end),
    );
  };
  if (right !== undefined) {
    const afterAll = wrong.findLast((figure) => figure.start > right.end && isResult(text, figure));
    return afterAll === undefined
      ? passed(`The answer comes to ${value}.`, heard.answer.quote(right.start, right.end))
      : tell(afterAll);
  }
  const other = wrong.at(-1) ?? stated.at(-1);
  if (other !== undefined) return tell(other);
  const rejected = figures.find((figure) => near(figure, value));
  return rejected === undefined ? null : failed(`The right number ${value} is set aside.`, wholeAnswer(heard));
}
