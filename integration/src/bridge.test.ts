import type { OutboxEvent, Outcome } from '@sacred-qa/contracts/bridge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBridge } from './bridge.ts';
import type { Verdict } from './studio-api.ts';

/** An outbox in memory that keeps what the real one promises: order, one at a time, keys that wait. */
function openOutbox(keys: readonly string[], clock: { now(): number }) {
  const rows = keys.map((orderKey, id) => ({
    ...{ id, orderKey, sourceEventId: `e${id}`, traceparent: null, attempts: 0 },
    event: { text: `event ${id}`, kind: 'test', source: 'test', source_event_id: `e${id}` },
    ...{ state: 'open' as 'open' | 'delivered' | 'set_aside', nextTryMs: 0, reason: '' },
  }));
  const open = () => rows.filter((row) => row.state === 'open');
  const outbox = {
    async takeDue(limit: number, tell: (events: readonly OutboxEvent[]) => Promise<Outcome[]>) {
      const waiting = new Set<string>();
      const due = open().filter((row) => {
        if (row.nextTryMs > clock.now()) waiting.add(row.orderKey);
        return !waiting.has(row.orderKey);
      });
      const outcomes = await tell(due.slice(0, limit));
      for (const outcome of outcomes) {
        const row = rows[outcome.id];
        if (row === undefined) throw new Error('an outcome of no event');
        if (outcome.kind === 'delivered' || outcome.kind === 'set_aside') row.state = outcome.kind;
        if (outcome.kind !== 'delivered') row.reason = outcome.reason;
        if (outcome.kind === 'later') Object.assign(row, { attempts: row.attempts + 1, nextTryMs: outcome.nextTryMs });
      }
      return outcomes;
    },
  };
  return { outbox, rows, open };
}

/** Time passes only by sleeping, and the bridge ends when all is told or it slept often enough. */
function openRoom(keys: readonly string[], answer: (id: string, asked: number) => Verdict, sleepsAtMost = 2_000) {
  const clock = { ms: 0, now: () => clock.ms };
  const box = openOutbox(keys, clock);
  const told: string[] = [];
  const asked = new Map<string, number>();
  const sleeps: number[] = [];
  const stop = new AbortController();
  const bridge = createBridge({
    ...{ outbox: box.outbox, clock, random: () => 0.5, log: () => {} },
    studio: {
      async declare(event) {
        const id = event.source_event_id ?? '';
        asked.set(id, (asked.get(id) ?? 0) + 1);
        await new Promise((resolve) => void setImmediate(resolve));
        const verdict = answer(id, asked.get(id) ?? 0);
        if (verdict.kind === 'taken') told.push(id);
        return verdict;
      },
    },
    async sleep(delayMs) {
      sleeps.push(delayMs);
      clock.ms += delayMs;
      if (box.open().length === 0 || sleeps.length >= sleepsAtMost) stop.abort();
    },
  });
  return { ...box, told, asked, sleeps, clock, run: () => bridge.run(stop.signal) };
}

const taken: Verdict = { kind: 'taken', lineageId: 'tree.0' };
const down: Verdict = { kind: 'down', reason: 'nobody listens there', retryAfterMs: 0 };

test('whatever fails and how often, each event is taken once or set aside, and each key keeps its order', async () => {
  const verdicts = fc.constantFrom<Verdict>(taken, taken, taken, down, { kind: 'failed', reason: '500' });
  const plan = fc.array(
    fc.record({ key: fc.constantFrom('a', 'b', 'c'), before: fc.array(verdicts, { maxLength: 4 }) }),
  );
  await fc.assert(
    fc.asyncProperty(plan, fc.integer({ min: 0, max: 30 }), async (events, refusedAt) => {
      const room = openRoom(
        events.map((event) => event.key),
        (id, asked) => {
          const i = Number(id.slice(1));
          if (i === refusedAt) return { kind: 'refused', reason: '422' };
          return events[i]?.before.filter((one) => one.kind !== 'taken')[asked - 1] ?? taken;
        },
      );
      await room.run();
      expect(room.open()).toEqual([]);
      const wanted = events.flatMap((_, i) => (i === refusedAt ? [] : [`e${i}`]));
      expect(room.told.toSorted()).toEqual(wanted.toSorted());
      for (const key of ['a', 'b', 'c']) {
        const order = room.told.map((id) => Number(id.slice(1))).filter((i) => events[i]?.key === key);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});

test('an hour without a Studio costs one question at a time, and no event', async () => {
  const keys = Array.from({ length: 600 }, (_, i) => `k${i % 40}`);
  const room = openRoom(keys, () => (room.clock.ms < 3_600_000 ? down : taken));
  await room.run();
  expect(room.told.length).toBe(600);
  const inVain = [...room.asked.values()].reduce((sum, times) => sum + times, 0) - 600;
  // The first wave asks with all that it has under way; after that one at a time, at most every 15 seconds.
  expect(inVain).toBeLessThan(32 + 3_600 / 15);
  expect(Math.max(...room.sleeps)).toBeLessThanOrEqual(30_000);
});

test('an event that the Studio refuses or always fails at holds up no other key, and its own only while it is tried', async () => {
  const room = openRoom(['bad', 'good', 'bad', 'worse', 'worse'], (id) => {
    if (id === 'e0') return { kind: 'refused', reason: '422 sankalpa_refused: too short' };
    return id === 'e3' ? { kind: 'failed', reason: '500 internal' } : taken;
  });
  await room.run();
  expect(room.told).toEqual(['e1', 'e2', 'e4']);
  expect(room.rows[0]).toMatchObject({ state: 'set_aside', reason: '422 sankalpa_refused: too short' });
  expect(room.rows[3]).toMatchObject({ state: 'set_aside', reason: 'failed 12 times, at last with 500 internal' });
});

test('it waits as long as the Studio asks it to', async () => {
  const room = openRoom(['a'], (_, asked) => (asked === 1 ? { ...down, retryAfterMs: 45_000 } : taken));
  await room.run();
  expect(room.sleeps[0]).toBe(45_000);
});
