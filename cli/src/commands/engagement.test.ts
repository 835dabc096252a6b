import { afterEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { startStubStudio } from '../testing/stub-studio.ts';
import { rupees } from './engagement.ts';

const VIEW = {
  ...{ id: 'e-1', lineage_id: 'x.1', client: 'Asha Stores', scope: 'Micro-audit', price_paise: 2_500_050 },
  ...{ monthly_users: 50_000, loss_per_case_paise: 2000, state: 'quoted', audits: ['a-1'] },
  ...{ created_at: '2026-11-24T06:30:00.000Z', updated_at: '2026-11-24T06:30:00.000Z' },
};

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function run(...argv: string[]) {
  const stub = await startStubStudio({
    'POST /engagements': { status: 201, body: VIEW },
    'PATCH /engagements/e-1': { body: { ...VIEW, state: 'paid' } },
  });
  stop = stub.stop;
  const env = { STUDIO_URL: stub.url, STUDIO_API_KEY: 'sqs_0123456789abcdef' };
  return { seen: stub.seen, ...(await captureRun(['engagement', ...argv], { env })) };
}

test('rupees go out as paise and come back in Indian grouping', async () => {
  const { exit, stdout, seen } = await run(
    ...['add', 'Asha Stores', '--scope', 'Micro-audit', '--price-inr', '25,000.5', '--loss-per-case-inr', '20'],
  );
  expect([exit, seen[0]?.body]).toMatchObject([0, { price_paise: 2_500_050, loss_per_case_paise: 2000 }]);
  expect(stdout).toContain('₹25,000.50');
  expect([0, 100, 12_345_678_00].map(rupees)).toEqual(['₹0', '₹1', '₹1,23,45,678']);
});

test.each([
  [['add', 'A', '--scope', 's'], '--price-inr is missing'],
  [['add', 'A', '--scope', 's', '--price-inr', 'five'], 'takes rupees'],
  [['add', 'A', '--scope', 's', '--price-inr', '5.123'], 'takes rupees'],
  [['set', 'e-1'], 'nothing to change'],
  [['set-state', 'e-1', 'lost'], 'quoted, booked, delivered, paid'],
])('%j is refused before anything is asked', async (argv, words) => {
  const { exit, stderr, seen } = await run(...argv);
  expect([exit, seen, stderr]).toEqual([2, [], expect.stringContaining(words)]);
});

test('the state of the work is set by one word', async () => {
  const { exit, seen } = await run('set-state', 'e-1', 'paid');
  expect([exit, seen[0]?.body]).toEqual([0, { state: 'paid' }]);
});
