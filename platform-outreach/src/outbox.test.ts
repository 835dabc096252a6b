import { declarationOf, type OutreachEvent, sourceEventId } from '@sacred-qa/contracts/outreach';
import { declaration } from '@sacred-qa/contracts/sankalpa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOutbox } from './outbox.ts';
import { type OutreachRoom, openOutreachRoom } from './testing/outreach-room.ts';

const mail = { mail: 'm1', prospectId: 'P-001' };
const place = { batch: 'b1', campaign: 'c1' };
const EVERY: OutreachEvent[] = [
  { kind: 'campaign.started', campaign: 'c1', name: 'october-sprint' },
  { kind: 'batch.started', ...place, name: 'quick-qa-win', mails: 10 },
  { kind: 'post.published', post: 'p1', campaign: 'c1', name: 'two-bugs', url: null },
  { kind: 'post.in_doubt', post: 'p2', campaign: 'c1', name: 'seven-patterns' },
  { kind: 'mail.sent', ...place, ...mail, step: 1, variant: 'quick-qa-win' },
  { kind: 'mail.refused', ...place, ...mail, code: '550 5.1.1' },
  { kind: 'mail.in_doubt', ...place, ...mail },
  { kind: 'mail.bounced', ...mail, hard: true, status: '5.1.1' },
  { kind: 'mail.opened', ...mail, event: 'e1', actor: 'human' },
  { kind: 'mail.clicked', ...mail, event: 'e2', actor: 'scanner', position: 1 },
  { kind: 'reply.received', ...mail, inbound: 'i1', reply: 'human-reply', sentiment: 'interested' },
  { kind: 'unsubscribed', ...mail, event: 'e3', via: 'one_click' },
  { kind: 'booking.created', uid: 'u1', prospectId: 'P-001', cause: { reply: 'i1' } },
  { kind: 'booking.rescheduled', uid: 'u2', prospectId: 'P-001', from: 'u1' },
  { kind: 'booking.cancelled', uid: 'u2', prospectId: 'P-001' },
  { kind: 'prospect.erased', prospectId: 'P-002' },
  { kind: 'metrics.written', campaign: 'c1', name: 'october-sprint', week: 2, at: '2025-10-11T04:30:00.000Z' },
  { kind: 'reflection.written', campaign: 'c1', name: 'october-sprint', week: 2, at: '2025-10-12T12:30:00.000Z' },
];

let room: OutreachRoom;
beforeAll(async () => {
  room = await openOutreachRoom();
});
afterAll(() => room.close());

test('every event is a declaration that the API takes, and every parent is the name of an event', () => {
  const names = new Set(EVERY.map(sourceEventId));
  expect(names.size).toBe(EVERY.length);
  for (const event of EVERY) {
    const body = declaration.parse(declarationOf(event));
    if (body.parent !== undefined) expect(names).toContain(body.parent.source_event_id);
  }
});

test('an event is there exactly if the act is, and only once', async () => {
  const [event] = EVERY;
  if (event === undefined) throw new Error('there are events');
  const failed = room.db.transaction(async (tx) => {
    await room.outreach.outbox.enqueue(tx, event);
    throw new Error('the act failed');
  });
  await expect(failed).rejects.toThrow('the act failed');
  expect(await room.count('outbox')).toBe(0);
  for (let i = 0; i < 2; i += 1) await room.db.transaction((tx) => room.outreach.outbox.enqueue(tx, event));
  expect(await room.count('outbox')).toBe(1);
});

test('who looks on is told of each event once, by its kind and nothing else', async () => {
  const told: unknown[] = [];
  const onlookers = { publish: async (_tx: unknown, items: readonly unknown[]) => void told.push(...items) };
  const outbox = createOutbox({ clock: room.clock, onlookers });
  const event: OutreachEvent = { kind: 'mail.bounced', mail: 'm9', prospectId: 'P-009', hard: false, status: '4.2.2' };
  for (let i = 0; i < 2; i += 1) await room.db.transaction((tx) => outbox.enqueue(tx, event));
  expect(told).toEqual([{ kind: 'outreach', what: 'mail.bounced' }]);
});

test('events of one prospect share a key of order, whatever they are', async () => {
  for (const event of EVERY) await room.db.transaction((tx) => room.outreach.outbox.enqueue(tx, event));
  const rows = await room.db.query<{ kind: string }>(
    `select event->>'kind' as kind from outreach.outbox where order_key = 'P-001' order by id`,
  );
  expect(rows.map((row) => row.kind)).toEqual(EVERY.slice(4, 15).map((event) => event.kind));
});
