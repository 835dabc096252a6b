import type { OutboxEvent, Outcome } from '@sacred-qa/contracts/bridge';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOutboxDesk, createOutboxReader } from './outbox.repo.ts';
import { type OutreachRoom, openOutreachRoom } from './testing/outreach-room.ts';

let room: OutreachRoom;
beforeAll(async () => {
  room = await openOutreachRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.db.query('truncate outreach.outbox restart identity');
  // Two keys, interleaved: c1, c2, c1, c2, c1.
  for (let i = 0; i < 5; i += 1) {
    const campaign = `c${(i % 2) + 1}`;
    const event = { kind: 'post.published', post: `p${i}`, campaign, name: `post ${i}`, url: null } as const;
    await room.db.transaction((tx) => room.outreach.outbox.enqueue(tx, event));
  }
});

const reader = () => createOutboxReader(room);
const desk = () => createOutboxDesk(room);
const delivered = ({ id }: OutboxEvent): Outcome => ({ kind: 'delivered', id, lineageId: 'tree.0' });
async function take(tell: (event: OutboxEvent) => Outcome | null, limit = 10): Promise<string[]> {
  const seen: string[] = [];
  await reader().takeDue(limit, async (events) => {
    seen.push(...events.map((event) => event.sourceEventId));
    return events.flatMap((event) => tell(event) ?? []);
  });
  return seen;
}

test('what is due comes in order, leaves once delivered, and stays when nobody says what became of it', async () => {
  expect(await take(delivered, 2)).toEqual(['post:p0', 'post:p1']);
  expect(await take(() => null)).toEqual(['post:p2', 'post:p3', 'post:p4']);
  expect(await take(delivered)).toEqual(['post:p2', 'post:p3', 'post:p4']);
  expect(await take(delivered)).toEqual([]);
  expect(await desk().status()).toMatchObject({ waiting: 0, delivered: 5, set_aside: 0, oldest_waiting_at: null });
});

test('what was just written is due at once for a host whose clock is behind', async () => {
  const behind = createOutboxReader({ db: room.db, clock: { now: () => room.clock.ms - 60_000 } });
  const seen: OutboxEvent[] = [];
  await behind.takeDue(10, async (events) => {
    seen.push(...events);
    return [];
  });
  expect(seen).toHaveLength(5);
});

test('an event that waits holds up its own key and no other', async () => {
  const nextTryMs = room.clock.ms + 1_000;
  await take(({ id }) => (id === 1 ? { kind: 'later', id, reason: '500 internal', nextTryMs } : null));
  expect(await take(() => null)).toEqual(['post:p1', 'post:p3']);
  expect((await desk().status()).last_error).toBe('500 internal');
  room.clock.ms += 1_000;
  expect(await take(() => null)).toEqual(['post:p0', 'post:p1', 'post:p2', 'post:p3', 'post:p4']);
});

test('an event that was set aside is shown with its reason, holds up nobody, and can be told again', async () => {
  await take(({ id }) => (id === 1 ? { kind: 'set_aside', id, reason: '422 too short' } : null));
  expect(await take(() => null)).toEqual(['post:p1', 'post:p2', 'post:p3', 'post:p4']);
  expect(await desk().status()).toMatchObject({
    waiting: 4,
    set_aside: 1,
    set_aside_events: [{ source_event_id: 'post:p0', kind: 'post.published', reason: '422 too short' }],
  });
  expect(await desk().takeUpAgain('post:p9')).toBe(0);
  expect(await desk().takeUpAgain('post:p0')).toBe(1);
  expect(await take(() => null, 1)).toEqual(['post:p0']);
});

test('why nobody could be told is kept with the first of them, and costs no try', async () => {
  await take(({ id }) => (id === 1 ? { kind: 'unreached', id, reason: 'nobody listens there' } : null));
  expect(await desk().status()).toMatchObject({ waiting: 5, last_error: 'nobody listens there' });
  let attempts = -1;
  await take((event) => {
    if (event.id === 1) attempts = event.attempts;
    return delivered(event);
  });
  expect(attempts).toBe(0);
  expect((await desk().status()).last_error).toBeNull();
});

test.runIf(process.env.DATABASE_URL)('on a server, who comes while another tells goes away empty-handed', async () => {
  let second: Outcome[] | null = [];
  await reader().takeDue(10, async (events) => {
    second = await reader().takeDue(10, async () => []);
    return events.map(delivered);
  });
  expect(second).toBeNull();
  expect((await desk().status()).delivered).toBe(5);
});
