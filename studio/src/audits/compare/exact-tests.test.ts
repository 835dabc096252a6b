import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceInterval, holm, type Pair, stratifiedExactP, trialsToCallSame } from './exact-tests.ts';

const pair = (failedA: number, scoredA: number, failedB: number, scoredB: number): Pair => ({
  a: { failed: failedA, scored: scoredA },
  b: { failed: failedB, scored: scoredB },
});

// Published examples: the lady tasting tea, and two tables whose p-values every statistics package agrees upon.
test.each([
  [pair(3, 4, 1, 4), 0.4857142857],
  [pair(1, 10, 11, 14), 0.0027594562],
  [pair(8, 10, 1, 6), 0.034965035],
  [pair(0, 5, 5, 5), 0.0079365079],
])('one case is judged by Fisher’s exact test: %j', (one, p) => {
  expect(stratifiedExactP([one])).toBeCloseTo(p, 9);
});

test('cases asked once are judged by McNemar’s exact test', () => {
  const cases = [
    ...Array.from({ length: 9 }, () => pair(0, 1, 1, 1)),
    pair(1, 1, 0, 1),
    ...Array.from({ length: 30 }, () => pair(1, 1, 1, 1)),
  ];
  // 1 or fewer of 10 on one side: 2 × (1 + 10) / 2^10.
  expect(stratifiedExactP(cases)).toBeCloseTo(22 / 1024, 12);
});

/** Deals the failures of every case to its trials in every possible way, and counts. */
function byBruteForce(cases: readonly Pair[]): number {
  const totals = new Map<number, number>([[0, 1]]);
  for (const { a, b } of cases) {
    const trials = a.scored + b.scored;
    const failed = a.failed + b.failed;
    const next = new Map<number, number>();
    for (let dealt = 0; dealt < 2 ** trials; dealt += 1) {
      const marks = [...dealt.toString(2).padStart(trials, '0')].map(Number);
      if (marks.reduce((sum, one) => sum + one, 0) !== failed) continue;
      const inB = marks.slice(a.scored).reduce((sum, one) => sum + one, 0);
      for (const [total, ways] of totals) next.set(total + inB, (next.get(total + inB) ?? 0) + ways);
    }
    totals.clear();
    for (const [total, ways] of next) totals.set(total, ways);
  }
  const all = [...totals.values()].reduce((sum, ways) => sum + ways, 0);
  const seen = totals.get(cases.reduce((sum, { b }) => sum + b.failed, 0)) ?? 0;
  return [...totals.values()].reduce((sum, ways) => (ways <= seen ? sum + ways : sum), 0) / all;
}

const trials = fc
  .record({ scoredA: fc.integer({ min: 1, max: 4 }), scoredB: fc.integer({ min: 1, max: 4 }) })
  .chain(({ scoredA, scoredB }) =>
    fc
      .record({ failedA: fc.integer({ min: 0, max: scoredA }), failedB: fc.integer({ min: 0, max: scoredB }) })
      .map(({ failedA, failedB }) => pair(failedA, scoredA, failedB, scoredB)),
  );

test('several cases are judged as counting every way to deal out their failures would', () => {
  fc.assert(
    fc.property(fc.array(trials, { minLength: 1, maxLength: 4 }), (cases) => {
      expect(stratifiedExactP(cases)).toBeCloseTo(byBruteForce(cases), 9);
    }),
    { numRuns: 150 },
  );
});

test('which run is called A makes no difference to p', () => {
  fc.assert(
    fc.property(fc.array(trials, { minLength: 1, maxLength: 6 }), (cases) => {
      const turned = cases.map(({ a, b }) => ({ a: b, b: a }));
      expect(stratifiedExactP(turned)).toBeCloseTo(stratifiedExactP(cases), 9);
    }),
  );
});

test('Holm’s correction steps down and never falls', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Math.round(p * 1e6) / 1e6)).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.5, 0.9])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});

test('the interval of a difference is Newcombe’s', () => {
  // Newcombe 1998, method 10, his example (a): 56/70 against 48/80.
  const { low, high } = differenceInterval(pair(48, 80, 56, 70));
  expect([low, high].map((x) => Math.round(x * 1e4) / 1e4)).toEqual([0.0524, 0.3339]);
  expect(differenceInterval(pair(0, 0, 1, 2))).toEqual({ low: -1, high: 1 });
});

test('one trial fewer than said would not be enough to call two rates the same', () => {
  const n = trialsToCallSame(0.2, 0.2, 0.15);
  const reach = (trialsARun: number) =>
    differenceInterval(pair(0.2 * trialsARun, trialsARun, 0.2 * trialsARun, trialsARun)).high;
  expect([reach(n) < 0.15, reach(n - 1) < 0.15]).toEqual([true, false]);
  expect(trialsToCallSame(0.1, 0.4, 0.15)).toBe(Number.POSITIVE_INFINITY);
});
