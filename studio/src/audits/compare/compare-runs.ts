/**
 * Owns what two runs say of a change: case by case where the same question was asked in both, by all trials together
 * where it was not. Pure.
 */
import type { Change, ChangeVerdict, Comparison } from '@sacred-qa/contracts/comparison';
import type { Severity } from '@sacred-qa/contracts/pack';
import { trialsToTell, wilson95 } from '@sacred-qa/foundation/statistics';
import { differenceInterval, holm, type Pair, stratifiedExactP, type Tally, trialsToCallSame } from './exact-tests.ts';

/** The trials of one case that were judged. `question` is the hash of what was asked, whatever the pack calls it. */
export interface CaseTally extends Tally {
  question: string;
  /** Failures that a judge gave whom nobody has measured in that language. */
  hints: number;
  /** Names rule, version and settings by which it was judged. */
  judgedBy: string;
}

export interface PatternTrials {
  id: string;
  title: string;
  severity: Severity;
  /** True when the pattern itself is not to be relied on: not verified, or past its date. */
  advisory: boolean;
  cases: readonly CaseTally[];
}

export interface ComparedRun {
  head: Comparison['a'];
  patterns: readonly PatternTrials[];
}

/**
 * Half of the level is for the whole, half for the patterns together. At 2 %, of 100 releases that changed nothing one
 * is called worse: of what is called changed by chance, half is called better.
 */
export const LEVEL = 0.02;
export const MARGIN = 0.15;

interface Weighed {
  pair: Pair;
  test: Change['test'];
  p: number | null;
}

export function compareRuns(
  a: ComparedRun,
  b: ComparedRun,
  { level = LEVEL, margin = MARGIN }: { level?: number | undefined; margin?: number | undefined } = {},
): Comparison {
  const inA = new Map(a.patterns.map((pattern) => [pattern.id, pattern]));
  const both = b.patterns.flatMap((to) => {
    const from = inA.get(to.id);
    return from === undefined ? [] : [{ from, to, ...matched(from.cases, to.cases) }];
  });
  const weighed = both.map(weigh);
  const adjusted = holm(weighed.map(({ p }) => p ?? 1));
  const patterns = both.map(({ from, to, pairs, alone, judgedOtherwise }, i) => ({
    pattern_id: to.id,
    title: to.title,
    severity: to.severity,
    advisory: isHint(from) || isHint(to),
    hints: { a: hintsOf(from), b: hintsOf(to) },
    cases_in_both: pairs.length,
    cases_in_one: alone,
    judged_otherwise: judgedOtherwise,
    ...changeOf(
      weighed[i] as Weighed,
      adjusted[i] ?? 1,
      { level: level / 2, margin, tests: both.length },
      judgedOtherwise,
    ),
  }));
  const counting = both.filter(({ from, to }) => !isHint(from) && !isHint(to));
  const overall = overallOf(counting, level / 2, margin);
  const isWorse = overall.verdict === 'worse' || patterns.some((row) => row.verdict === 'worse' && !row.advisory);
  const ids = (run: ComparedRun, other: ComparedRun) =>
    run.patterns.map(({ id }) => id).filter((id) => !other.patterns.some((one) => one.id === id));
  return {
    a: a.head,
    b: b.head,
    level,
    margin,
    verdict: isWorse ? 'worse' : overall.verdict,
    regression: isWorse,
    overall,
    patterns,
    only_in_a: ids(a, b),
    only_in_b: ids(b, a),
  };
}

const hintsOf = ({ cases }: PatternTrials): number => cases.reduce((sum, one) => sum + one.hints, 0);

/** As a finding is one: by its pattern, or because every failure is the word of a judge that nobody has measured. */
function isHint(pattern: PatternTrials): boolean {
  const hints = hintsOf(pattern);
  return pattern.advisory || (hints > 0 && hints === sumOf(pattern.cases).failed);
}

interface Matched {
  /** Cases whose question was asked in both runs. */
  pairs: Pair[];
  alone: number;
  all: Pair;
  judgedOtherwise: boolean;
}

function matched(a: readonly CaseTally[], b: readonly CaseTally[]): Matched {
  const ofB = new Map(b.map((one) => [one.question, one]));
  const pairs = a.flatMap((from) => {
    const to = ofB.get(from.question);
    return to === undefined ? [] : [{ a: from, b: to }];
  });
  const rules = (cases: readonly CaseTally[]) => [...new Set(cases.map((one) => one.judgedBy))].sort().join();
  const judgedOtherwise =
    pairs.length > 0 ? pairs.some((pair) => pair.a.judgedBy !== pair.b.judgedBy) : rules(a) !== rules(b);
  return {
    pairs,
    alone: a.length + b.length - 2 * pairs.length,
    all: { a: sumOf(a), b: sumOf(b) },
    judgedOtherwise,
  };
}

const sumOf = (cases: readonly Tally[]): Tally => ({
  failed: cases.reduce((sum, one) => sum + one.failed, 0),
  scored: cases.reduce((sum, one) => sum + one.scored, 0),
});

const sumOfPairs = (pairs: readonly Pair[]): Pair => ({
  a: sumOf(pairs.map((pair) => pair.a)),
  b: sumOf(pairs.map((pair) => pair.b)),
});

/** Questions that only one run asked say nothing of a change while others were asked in both. */
function weigh({ pairs, all }: Matched): Weighed {
  const judged = pairs.filter((pair) => pair.a.scored > 0 && pair.b.scored > 0);
  if (judged.length > 0) {
    const once = judged.every((pair) => pair.a.scored === 1 && pair.b.scored === 1);
    return { pair: sumOfPairs(judged), test: once ? 'mcnemar' : 'paired', p: stratifiedExactP(judged) };
  }
  const canTest = all.a.scored > 0 && all.b.scored > 0 && pairs.length === 0;
  return canTest ? { pair: all, test: 'fisher', p: stratifiedExactP([all]) } : { pair: all, test: 'none', p: null };
}

/** All of these patterns that were judged alike, each case against itself. */
function overallOf(both: readonly Matched[], level: number, margin: number): Change {
  const alike = both.filter((one) => !one.judgedOtherwise);
  const pairs = alike.flatMap((one) => (one.pairs.length > 0 ? one.pairs : [one.all]));
  const weighed = weigh({ pairs, alone: 0, all: sumOfPairs(pairs), judgedOtherwise: false });
  return changeOf(weighed, weighed.p ?? 1, { level, margin, tests: 1 }, false);
}

function changeOf(
  { pair, test, p }: Weighed,
  adjusted: number,
  bounds: { level: number; margin: number; tests: number },
  judgedOtherwise: boolean,
): Change {
  const side = (tally: Tally) => ({
    failed: tally.failed,
    scored: tally.scored,
    ...wilson95(tally.failed, tally.scored),
  });
  const [rateA, rateB] = [rateOf(pair.a), rateOf(pair.b)];
  const range = differenceInterval(pair);
  const verdict = judgedOtherwise || p === null ? 'cannot_tell' : verdictOf(rateB - rateA, range, adjusted, bounds);
  const isOpen = verdict === 'cannot_tell' && !judgedOtherwise;
  return {
    a: side(pair.a),
    b: side(pair.b),
    difference: { rate: rateB - rateA, ...range },
    test,
    p,
    p_adjusted: p === null ? null : adjusted,
    verdict,
    trials_needed: isOpen ? trialsNeeded(rateA, rateB, bounds) : null,
  };
}

const rateOf = ({ failed, scored }: Tally): number => (scored === 0 ? 0 : failed / scored);

function verdictOf(
  difference: number,
  range: { low: number; high: number },
  p: number,
  { level, margin }: { level: number; margin: number },
): ChangeVerdict {
  if (p <= level) return difference > 0 ? 'worse' : 'better';
  return range.low > -margin && range.high < margin ? 'same' : 'cannot_tell';
}

/** To tell the change that was seen, or to call the rates the same: whichever takes fewer trials. */
function trialsNeeded(
  rateA: number,
  rateB: number,
  { level, margin, tests }: { level: number; margin: number; tests: number },
): number | null {
  const needed = Math.min(trialsToTell(rateA, rateB, level / tests), trialsToCallSame(rateA, rateB, margin));
  return Number.isFinite(needed) ? needed : null;
}
