import type { Comparison } from '@sacred-qa/contracts/comparison';
import { expect, test } from 'vitest';
import { notesOf, rangeOf } from './compare-notes.ts';

const side = { failed: 3, scored: 9, low: 0.1, high: 0.6 };
const row: Comparison['patterns'][number] = {
  ...{ a: side, b: { ...side, failed: 9 }, difference: { rate: 0.66, low: -0.004, high: 0.9 } },
  ...{ test: 'paired', p: 0.03, p_adjusted: 0.2, verdict: 'cannot_tell', trials_needed: null },
  ...{ pattern_id: 'p', title: 'P', severity: 'high', advisory: false, hints: { a: 0, b: 0 } },
  ...{ cases_in_both: 3, cases_in_one: 0, judged_otherwise: false },
};

test('failures that only a judge gave are counted beside the pattern, on both sides', () => {
  expect(notesOf(row)).toEqual([]);
  expect(notesOf({ ...row, hints: { a: 0, b: 2 } })).toEqual([
    'of the failures 0 before and 2 after are hints of a judge',
  ]);
  expect(notesOf({ ...row, advisory: true, trials_needed: 12 })).toEqual([
    '12 trials a run would tell',
    'a hint: not counted in the whole',
  ]);
});

test('other rules, and nothing judged, are said before how many trials would tell', () => {
  expect(notesOf({ ...row, judged_otherwise: true, trials_needed: 12 })).toEqual([
    'judged by other rules: score the older run again',
  ]);
  expect(notesOf({ ...row, test: 'none', trials_needed: 12 })).toEqual(['nothing judged in one of the runs']);
});

test('the difference is told as a range in points, with its sign', () => {
  expect(rangeOf(row)).toBe('−0 to +90');
});
