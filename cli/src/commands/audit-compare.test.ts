import type { Change, Comparison } from '@sacred-qa/contracts/comparison';
import { afterEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { startStubStudio } from '../testing/stub-studio.ts';

const A = '01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44';
const B = '01998f41-22bb-7c02-9d33-1a2b3c4d5e6f';

const change = (over: Partial<Change> = {}): Change => ({
  a: { failed: 0, scored: 6, low: 0, high: 0.39 },
  b: { failed: 6, scored: 6, low: 0.61, high: 1 },
  difference: { rate: 1, low: 0.45, high: 1 },
  test: 'paired',
  p: 0.002,
  p_adjusted: 0.004,
  verdict: 'worse',
  trials_needed: null,
  ...over,
});
const row = (id: string, over: Partial<Comparison['patterns'][number]>): Comparison['patterns'][number] => ({
  ...change(),
  pattern_id: id,
  title: id,
  severity: 'high',
  advisory: false,
  hints: { a: 0, b: 0 },
  cases_in_both: 1,
  cases_in_one: 0,
  judged_otherwise: false,
  ...over,
});
const head = (id: string, target: string) => ({
  audit_id: id,
  lineage_id: `${id}.1`,
  target,
  pack: 'india-micro 1',
  pack_hash: 'ab',
  finished_at: '2026-11-24T06:30:00.000Z',
});

function comparisonOf(over: Partial<Comparison> = {}): Comparison {
  return {
    a: head(A, 'bot'),
    b: head(B, 'bot'),
    level: 0.02,
    margin: 0.15,
    verdict: 'worse',
    regression: true,
    overall: change(),
    patterns: [row('quiet', { verdict: 'cannot_tell', trials_needed: 91 }), row('lakh-crore-grouping', {})],
    only_in_a: [],
    only_in_b: ['new-one'],
    ...over,
  };
}

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function compare(found: Comparison, ...options: string[]) {
  const stub = await startStubStudio({ [`GET /audits/${A}/compare/${B}`]: { body: found } });
  stop = stub.stop;
  const env = { STUDIO_URL: stub.url, STUDIO_API_KEY: 'sqs_0123456789abcdef' };
  return { seen: stub.seen, ...(await captureRun(['audit', 'compare', A, B, ...options], { env })) };
}

test('a regression is told first, with what the other patterns would need, and exits 100', async () => {
  const { exit, stdout, stderr } = await compare(comparisonOf());
  expect(exit).toBe(100);
  expect(stdout.indexOf('lakh-crore-grouping')).toBeLessThan(stdout.indexOf('quiet'));
  expect(stdout).toContain('91 trials a run would tell');
  expect(stdout).toContain('Worse: a regression. Over all: 0 of 6 trials failed before, 6 of 6 now');
  expect(stderr).toContain('Only in B, and not compared: new-one.');
});

test('hints are named as such, and that they are not in the whole is said', async () => {
  const hint = row('polite-maybe', { advisory: true, hints: { a: 0, b: 6 } });
  const { stdout } = await compare(comparisonOf({ patterns: [hint] }));
  expect(stdout).toContain('polite-maybe (hint)');
  expect(stdout).toContain('of the failures 0 and 6 are hints of a judge');
  expect(stdout).toContain('Over all that is no hint: 0 of 6');
});

test('without a regression the command ends well; level and margin go to the studio', async () => {
  const found = comparisonOf({ verdict: 'same', regression: false, overall: change({ verdict: 'same' }) });
  const { exit, stdout, seen } = await compare(found, '--level', '0.05', '--margin', '0.1', '--json', '-');
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toEqual(found);
  expect(seen[0]?.url).toContain('?level=0.05&margin=0.1');
});

test('runs of two targets are compared with a note; a level that is none is refused', async () => {
  const { stderr } = await compare(comparisonOf({ b: head(B, 'other bot') }));
  expect(stderr).toContain('The runs had two targets: bot and other bot.');
  const refused = await captureRun(['audit', 'compare', A, B, '--level', '5']);
  expect([refused.exit, refused.stderr]).toEqual([2, expect.stringContaining('a number between 0 and 1')]);
});
