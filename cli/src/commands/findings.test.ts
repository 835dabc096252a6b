import { afterEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { type Routes, startStubStudio } from '../testing/stub-studio.ts';

const ID = '01998f41-22bb-7c02-9d33-1a2b3c4d5e6f';
const AUDIT = '01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44';

const event = (status: string, reason: string, retest: string | null = null) => ({
  ...{ at: '2026-11-24T06:30:00.000Z', status, reason, by: 'Asha\u001b[31m Rao' },
  ...{ lineage_id: `${AUDIT}.12`, retest_audit_id: retest },
});
const finding = (status: string, history: object[] = []) => ({
  ...{ id: ID, audit_id: AUDIT, target: { name: 'bot', url: '', model: '' }, lineage_id: `${AUDIT}.9` },
  ...{ pattern_id: 'lakh', title: 'Lakh', family: 'numbers', severity: 'high', advisory: false, status, history },
  ...{ harm: 'h', affected: 'a', fix: 'f', references: [], failed: 1, scored: 2, interval: { low: 0, high: 1 } },
  ...{ evidence: [], reproduce: 'curl', causes: [], earlier: null, status_reason: null },
});
const audit = (failed: number) => ({
  ...{ id: 'run-2', lineage_id: `${AUDIT}.20`, sankalpa_id: 's', state: 'completed', resumed: false, repeats: 2 },
  ...{ target: { name: 'bot', url: '', model: '' }, pack: { id: 'p', version: '1', hash: 'h', title: 'Pack' } },
  ...{ concurrency: 1, retest_of: AUDIT, engagement_id: null, errors: {}, error_examples: {} },
  totals: { planned: 2, answered: 2, errors: 0, cancelled: 0, scored: 2, unscored: 0, failed, findings: failed },
  ...{ created_at: '2026-11-24T06:30:00.000Z', started_at: null, finished_at: null },
});

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function run(argv: string[], routes: Routes) {
  const stub = await startStubStudio(routes);
  stop = stub.stop;
  const env = { STUDIO_URL: stub.url, STUDIO_API_KEY: 'sqs_0123456789abcdef' };
  return { seen: stub.seen, ...(await captureRun(argv, { env })) };
}

test('a decision goes out as it was typed, and its history is shown without hidden commands', async () => {
  const { exit, stdout, seen } = await run(
    ['findings', 'set', ID, 'wont-fix', '--reason', 'The channel ends.', '--by', 'Asha Rao'],
    { [`PATCH /findings/${ID}`]: { body: finding('wont_fix', [event('wont_fix', 'The channel ends.')]) } },
  );
  expect([exit, seen[0]?.body]).toEqual([0, { status: 'wont_fix', reason: 'The channel ends.', by: 'Asha Rao' }]);
  expect(stdout).toContain('The channel ends.');
  expect(stdout).not.toContain('\u001b[31m');
});

test('a status that is none is refused with those there are, before anything is asked', async () => {
  const { exit, stderr, seen } = await run(['findings', 'set', ID, 'done'], {});
  expect([exit, seen]).toEqual([2, []]);
  expect(stderr).toContain('open, accepted, fixed, wont-fix, false-alarm');
});

test.each([
  ['fixed', 0, 0],
  ['open', 1, 100],
  ['open', 0, 2],
])('a retest after which the finding is %s with %i failed trials exits %i', async (status, failed, code) => {
  const { exit, seen } = await run(['findings', 'retest', ID], {
    [`GET /findings/${ID}`]: { body: finding(status, [event(status, 'Looked.', 'run-2')]) },
    [`POST /findings/${ID}/retest`]: { status: 201, body: audit(failed) },
  });
  expect(exit).toBe(code);
  expect(seen.some(({ method }) => method === 'POST')).toBe(true);
});

test('all findings of an audit are looked at again at once', async () => {
  const { exit, stdout } = await run(['audit', 'retest', AUDIT], {
    [`GET /audits/${AUDIT}`]: { body: audit(0) },
    [`POST /audits/${AUDIT}/retest`]: { status: 201, body: audit(0) },
    [`GET /audits/${AUDIT}/findings`]: {
      body: { items: [finding('fixed', [event('fixed', 'None of 2 failed.', 'run-2')])], next_cursor: null },
    },
  });
  expect([exit, stdout]).toEqual([0, expect.stringContaining('None of 2 failed.')]);
});
