/** Owns the tests of two samples of yes and no: exact p-values, Holm's correction, intervals and sample sizes. Pure. */

import { wilson95 } from '@sacred-qa/foundation/statistics';

/** `failed` of `scored` trials. */
export interface Tally {
  failed: number;
  scored: number;
}

/** The same thing counted in two runs. */
export interface Pair {
  a: Tally;
  b: Tally;
}

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1) {
    logFactorials.push((logFactorials[i - 1] as number) + Math.log(i));
  }
  return logFactorials[n] as number;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Chances of 0, 1, 2 … failures of B, when the failures of both fell on A and B by lot. `first` is the least possible. */
function lotOf({ a, b }: Pair): { first: number; chances: number[] } {
  const failed = a.failed + b.failed;
  const first = Math.max(0, failed - a.scored);
  const last = Math.min(failed, b.scored);
  const all = logChoose(a.scored + b.scored, failed);
  const chances: number[] = [];
  for (let k = first; k <= last; k += 1) {
    chances.push(Math.exp(logChoose(b.scored, k) + logChoose(a.scored, failed - k) - all));
  }
  return { first, chances };
}

function convolved(left: readonly number[], right: readonly number[]): number[] {
  const sum = new Array<number>(left.length + right.length - 1).fill(0);
  for (const [i, x] of left.entries()) for (const [j, y] of right.entries()) sum[i + j] = (sum[i + j] ?? 0) + x * y;
  return sum;
}

/** Equal chances must count as equal, although they were reckoned in another order. */
const EQUAL_ENOUGH = 1 + 1e-7;

/**
 * Two-sided exact p of "B fails as often as A, case by case": within each case the failures of both runs are dealt to
 * their trials by lot, and the outcomes that are no likelier than the one seen are added up. With one case this is
 * Fisher's exact test; with each case asked once in each run it is McNemar's.
 */
export function stratifiedExactP(cases: readonly Pair[]): number {
  let chances = [1];
  let seen = 0;
  for (const pair of cases) {
    if (pair.a.scored === 0 || pair.b.scored === 0) continue;
    const lot = lotOf(pair);
    seen += pair.b.failed - lot.first;
    if (lot.chances.length > 1) chances = convolved(chances, lot.chances);
  }
  const limit = (chances[seen] ?? 0) * EQUAL_ENOUGH;
  return Math.min(
    1,
    chances.reduce((sum, chance) => (chance <= limit ? sum + chance : sum), 0),
  );
}

/** Holm's step-down: with these, the chance that any unchanged thing is called changed stays below the level. */
export function holm(ps: readonly number[]): number[] {
  const order = [...ps.keys()].sort((i, j) => (ps[i] as number) - (ps[j] as number));
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 0;
  for (const [rank, i] of order.entries()) {
    least = Math.max(least, Math.min(1, (ps[i] as number) * (ps.length - rank)));
    adjusted[i] = least;
  }
  return adjusted;
}

/** Newcombe's 95 % interval of the rate of B less the rate of A, from the two Wilson intervals. */
export function differenceInterval({ a, b }: Pair): { low: number; high: number } {
  if (a.scored === 0 || b.scored === 0) return { low: -1, high: 1 };
  const [pA, pB] = [a.failed / a.scored, b.failed / b.scored];
  const [of, to] = [wilson95(a.failed, a.scored), wilson95(b.failed, b.scored)];
  return {
    low: Math.max(-1, pB - pA - Math.hypot(pB - to.low, of.high - pA)),
    high: Math.min(1, pB - pA + Math.hypot(to.high - pB, pA - of.low)),
  };
}

const MOST_TRIALS = 1_000_000;

/** Trials a run from which, were the rates to stay, the interval of their difference would lie within the margin. */
export function trialsToCallSame(from: number, to: number, margin: number): number {
  if (Math.abs(to - from) >= margin) return Number.POSITIVE_INFINITY;
  const fits = (n: number): boolean => {
    const pair = { a: { failed: from * n, scored: n }, b: { failed: to * n, scored: n } };
    const { low, high } = differenceInterval(pair);
    return low > -margin && high < margin;
  };
  let [short, enough] = [0, 1];
  while (!fits(enough)) {
    if (enough > MOST_TRIALS) return Number.POSITIVE_INFINITY;
    [short, enough] = [enough, enough * 2];
  }
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (fits(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}
