import type { Change } from '@sacred-qa/contracts/comparison';
import { expect, test } from 'vitest';
import { type CaseTally, type ComparedRun, compareRuns, type PatternTrials } from './compare-runs.ts';

const caseOf = (question: string, failed: number, scored: number, judgedBy = 'rule 1'): CaseTally => ({
  question,
  failed,
  scored,
  hints: 0,
  judgedBy,
});
const patternOf = (id: string, cases: CaseTally[], over: Partial<PatternTrials> = {}): PatternTrials => ({
  id,
  title: id,
  severity: 'high',
  advisory: false,
  cases,
  ...over,
});
const run = (...patterns: PatternTrials[]): ComparedRun => ({
  head: { audit_id: 'x', lineage_id: 'x.1', target: 'bot', pack: 'p 1', pack_hash: 'h', finished_at: null },
  patterns,
});
const verdictsOf = (a: ComparedRun, b: ComparedRun): [string, Change['verdict'], string][] =>
  compareRuns(a, b).patterns.map((row) => [row.pattern_id, row.verdict, row.test]);

test('a pattern that fails far more often than before is worse, and so is the run', () => {
  const a = run(patternOf('p', [caseOf('q', 0, 12)]), patternOf('r', [caseOf('s', 3, 12)]));
  const b = run(patternOf('p', [caseOf('q', 12, 12)]), patternOf('r', [caseOf('s', 3, 12)]));
  const found = compareRuns(a, b);
  expect(found).toMatchObject({ verdict: 'worse', regression: true });
  expect(verdictsOf(a, b)[0]).toEqual(['p', 'worse', 'paired']);
  expect(compareRuns(b, a)).toMatchObject({ verdict: 'better', regression: false });
});

test('a pattern that is worse is not made good by others that are better', () => {
  const many = (failed: number) =>
    Array.from({ length: 20 }, (_, i) => patternOf(`m${i}`, [caseOf(`m${i}`, failed, 6)]));
  const a = run(patternOf('p', [caseOf('q', 0, 30)]), ...many(6));
  const b = run(patternOf('p', [caseOf('q', 30, 30)]), ...many(0));
  const found = compareRuns(a, b);
  expect([found.overall.verdict, found.verdict, found.regression]).toEqual(['better', 'worse', true]);
});

test('three of three in both runs is no proof of sameness: the number of trials that would tell is given', () => {
  const { patterns } = compareRuns(run(patternOf('p', [caseOf('q', 0, 3)])), run(patternOf('p', [caseOf('q', 0, 3)])));
  expect(patterns[0]).toMatchObject({ verdict: 'cannot_tell', p: 1 });
  const needed = patterns[0]?.trials_needed ?? 0;
  const again = run(patternOf('p', [caseOf('q', 0, needed)]));
  expect(compareRuns(again, again).patterns[0]).toMatchObject({ verdict: 'same', trials_needed: null });
});

test('cases are matched by what was asked; what only one run asked does not count while others match', () => {
  const a = run(patternOf('p', [caseOf('q1', 0, 20), caseOf('old', 20, 20)]));
  const b = run(patternOf('p', [caseOf('q1', 0, 20), caseOf('new', 0, 20)]));
  expect(compareRuns(a, b).patterns[0]).toMatchObject({
    cases_in_both: 1,
    cases_in_one: 2,
    a: { failed: 0, scored: 20 },
    verdict: 'cannot_tell',
  });
});

test('a pattern whose questions are all new is compared by all its trials', () => {
  const a = run(patternOf('p', [caseOf('q1', 0, 20)]));
  const b = run(patternOf('p', [caseOf('q2', 20, 20)]));
  expect(verdictsOf(a, b)).toEqual([['p', 'worse', 'fisher']]);
});

test('cases asked once in each run are judged by McNemar’s test', () => {
  const once = (failed: number) => Array.from({ length: 15 }, (_, i) => caseOf(`q${i}`, failed, 1));
  expect(verdictsOf(run(patternOf('p', once(0))), run(patternOf('p', once(1))))).toEqual([['p', 'worse', 'mcnemar']]);
});

test('runs that were judged by other rules cannot be compared until one is judged again', () => {
  const a = run(patternOf('p', [caseOf('q', 0, 30, 'rule 1')]));
  const b = run(patternOf('p', [caseOf('q', 30, 30, 'rule 2')]));
  const found = compareRuns(a, b);
  expect(found).toMatchObject({ verdict: 'cannot_tell', regression: false });
  expect(found.patterns[0]).toMatchObject({ verdict: 'cannot_tell', judged_otherwise: true, trials_needed: null });
});

test('a hint that is worse is told and fails no pipeline', () => {
  const hint = { advisory: true };
  const quiet = Array.from({ length: 30 }, (_, i) => patternOf(`m${i}`, [caseOf(`m${i}`, 3, 6)]));
  const a = run(patternOf('p', [caseOf('q', 0, 9)], hint), ...quiet);
  const b = run(patternOf('p', [caseOf('q', 9, 9)], hint), ...quiet);
  const found = compareRuns(a, b);
  expect([found.patterns[0]?.verdict, found.overall.verdict, found.regression]).toEqual(['worse', 'same', false]);
});

test('what only a judge says whom nobody has measured is named, and is no regression, in a pattern or in the whole', () => {
  const hinted = (failed: number, hints: number) => run(patternOf('p', [{ ...caseOf('q', failed, 30), hints }]));
  const onlyHints = compareRuns(hinted(0, 0), hinted(30, 30));
  expect(onlyHints).toMatchObject({ regression: false, verdict: 'cannot_tell', overall: { b: { scored: 0 } } });
  expect(onlyHints.patterns[0]).toMatchObject({ verdict: 'worse', advisory: true, hints: { a: 0, b: 30 } });
  const oneByRule = compareRuns(hinted(0, 0), hinted(30, 29));
  expect(oneByRule).toMatchObject({ regression: true, patterns: [{ advisory: false, hints: { a: 0, b: 29 } }] });
});

test('what only hinted in the run before counts as little: its end is no progress of the whole', () => {
  const hinted = (failed: number, hints: number) => run(patternOf('p', [{ ...caseOf('q', failed, 30), hints }]));
  const found = compareRuns(hinted(30, 30), hinted(0, 0));
  expect(found).toMatchObject({
    verdict: 'cannot_tell',
    overall: { a: { scored: 0 } },
    patterns: [{ advisory: true }],
  });
});

test('runs without a common pattern, or without an answer, say nothing', () => {
  const nothing = compareRuns(run(patternOf('p', [caseOf('q', 1, 3)])), run(patternOf('r', [caseOf('s', 1, 3)])));
  expect(nothing).toMatchObject({ verdict: 'cannot_tell', patterns: [], only_in_a: ['p'], only_in_b: ['r'] });
  const silent = compareRuns(run(patternOf('p', [caseOf('q', 0, 0)])), run(patternOf('p', [caseOf('q', 3, 3)])));
  expect(silent.patterns[0]).toMatchObject({ verdict: 'cannot_tell', test: 'none', p: null });
});

/** Mulberry32: the same numbers in every run of the test. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A run of 60 patterns of two cases, each asked five times; every case has a rate of its own. */
function simulated(random: () => number, more: number): ComparedRun {
  const rates = [0, 0.05, 0.1, 0.3, 0.6];
  return run(
    ...Array.from({ length: 60 }, (_, i) =>
      patternOf(
        `p${i}`,
        [0, 1].map((j) => {
          const rate = Math.min(1, (rates[(i + j) % rates.length] ?? 0) + more);
          const failed = Array.from({ length: 5 }, () => random() < rate).filter(Boolean).length;
          return caseOf(`q${i}-${j}`, failed, 5);
        }),
      ),
    ),
  );
}

test('of 500 pairs of runs of one product at most 1 % are called a regression, and a drop of 15 points is found', () => {
  const random = createRandom(20261125);
  const share = (more: number, runs: number): number => {
    let found = 0;
    for (let i = 0; i < runs; i += 1) {
      if (compareRuns(simulated(random, 0), simulated(random, more)).regression) found += 1;
    }
    return found / runs;
  };
  expect(share(0, 500)).toBeLessThanOrEqual(0.01);
  expect(share(0.15, 50)).toBeGreaterThanOrEqual(0.9);
});
