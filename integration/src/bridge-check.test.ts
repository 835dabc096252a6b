import { expect, test } from 'vitest';
import { bridgeCheck } from './bridge-check.ts';

const NOON_MS = Date.parse('2026-11-24T12:00:00Z');

test('a bridge that keeps up passes; arrears of more than an hour and events set aside are worth a look', () => {
  const check = (oldest: string | null, aside = 0) =>
    bridgeCheck({ oldest_waiting_at: oldest, set_aside: aside }, NOON_MS);
  expect(check(null)).toMatchObject({ status: 'pass', observed: 0 });
  expect(check('2026-11-24T11:30:00Z')).toMatchObject({ status: 'pass', observed: 1800 });
  expect(check('2026-11-24T10:58:00Z')).toMatchObject({
    status: 'warn',
    detail: expect.stringContaining('62 minutes'),
  });
  expect(check(null, 2)).toMatchObject({ status: 'warn', detail: expect.stringContaining('2 events') });
});
