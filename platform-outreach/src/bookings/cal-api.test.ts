import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FAKE_CAL_KEY, type FakeCal, startFakeCal } from '../testing/fake-cal.ts';
import { createCalApi } from './cal-api.ts';
import { emailsIn, instantOf } from './cal-booking.ts';

let cal: FakeCal;
const clock = { ms: Date.parse('2025-10-06T02:30:00Z'), now: () => clock.ms };
let slept: number[];
beforeAll(async () => {
  cal = await startFakeCal();
  cal.nowMs = clock.now;
});
afterAll(() => cal.stop());
beforeEach(() => {
  slept = [];
  clock.ms += 3_600_000;
  cal.bookings.clear();
  Object.assign(cal, { answered: [], faults: [], pageSize: 100 });
});

async function read(since: string | null = null, { key = FAKE_CAL_KEY, timeoutMs = 20_000 } = {}): Promise<string[]> {
  const api = createCalApi({
    ...{ fetch: cal.fetch, key: { reveal: () => key }, clock, timeoutMs },
    sleep: async (delayMs) => {
      slept.push(delayMs);
      clock.ms += delayMs;
    },
  });
  const uids: string[] = [];
  for await (const { bookings } of api.pages(since)) uids.push(...bookings.map(({ uid }) => uid));
  return uids;
}

const book = (count: number) =>
  Array.from({ length: count }, (_, i) => cal.book({ name: `Person ${i}`, email: `p${i}@client.example` }));

test('all pages are read, and 300 of them never ask more often than the 120 times a minute that are allowed', async () => {
  cal.pageSize = 1;
  const uids = book(300);
  expect(await read()).toEqual(uids);
  expect(cal.answered).toEqual(Array(300).fill(200));
  expect(slept.length).toBeGreaterThan(0);
});

test('only what changed since then is asked for', async () => {
  book(2);
  clock.ms += 1000;
  const since = new Date(clock.ms).toISOString();
  clock.ms += 1000;
  expect(await read(since)).toEqual([]);
  const uids = book(1);
  expect(await read(since)).toEqual(uids);
});

test('a limit, an error, a cut and a server that says nothing are waited out', async () => {
  const uids = book(1);
  cal.faults.push('rate-limited', 'error', 'cut');
  expect(await read()).toEqual(uids);
  // What the limit asked for, then longer each time.
  expect(slept).toEqual([60_000, 2_000, 4_000]);
  cal.faults.push(...Array<'hang'>(5).fill('hang'));
  await expect(read(null, { timeoutMs: 20 })).rejects.toThrow('no answer in time');
});

test('one that stays down, refuses the key, or speaks otherwise is told in a sentence', async () => {
  cal.faults.push(...Array<'error'>(5).fill('error'));
  await expect(read()).rejects.toThrow('Cal.com cannot be read now: it answered 500');
  await expect(read(null, { key: 'cal_wrong' })).rejects.toThrow('does not accept CAL_COM_API_KEY');
  cal.faults.push('other-form');
  await expect(read()).rejects.toThrow('another form than its API 2026-05-01');
});

test('of a booking that names a crowd only the first are looked for', () => {
  const attendees = Array.from({ length: 5_000 }, (_, i) => ({ email: `guest${i}@crowd.example` }));
  expect(emailsIn({ attendees })).toHaveLength(50);
});

test('a time of no calendar is none', () => {
  for (const odd of ['+275760-09-13T00:00:00Z', '-000001-01-01T00:00:00Z', 'soon', '', null])
    expect(instantOf(odd)).toBeNull();
  expect(instantOf('2026-12-08T10:00:00+05:30')).toBe('2026-12-08T04:30:00.000Z');
});
