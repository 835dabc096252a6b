import { ERRORS } from '@sacred-qa/contracts/errors';
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { beforeEach, expect, test } from 'vitest';
import { testCaller, wireIntake } from '../testing/wired-intake.ts';
import { PENDING_DEADLINE_MS } from './intake.service.ts';
import type { IntakeResult } from './intake.ts';

let room: Awaited<ReturnType<typeof wireIntake>>;
beforeEach(async () => {
  room = await wireIntake();
});

const declare = (body: unknown) => room.intake.declare(body, testCaller);
const count = async (table: string) =>
  (await room.db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;

async function nodesOf(lineageId: string): Promise<LineageNode[]> {
  const [rootId = ''] = lineageId.split('.');
  return (JSON.parse(await room.lineageService.treeJson(rootId)) as { nodes: LineageNode[] }).nodes;
}
const created = (result: IntakeResult) => {
  if (result.kind !== 'created') throw new Error(`expected created, got ${JSON.stringify(result)}`);
  return result.body;
};

test('a declared sankalpa leaves its row, two nodes, jnana’s qa log and the contact, and its chain verifies', async () => {
  const body = created(await declare({ text: 'क्या यह बॉट हिन्दी समझता है?', kind: 'audit' }));
  expect(body).toMatchObject({ status: 'active', language: 'hi', script: 'Deva' });
  const nodes = await nodesOf(body.lineage_id);
  expect(nodes.map((n) => [n.agent_name, n.operation_type, n.depth, n.parent_lineage_id])).toEqual([
    ['api-gateway', 'audit', 0, null],
    ['jnana', 'understand', 1, body.lineage_id],
  ]);
  for (const table of ['sankalpa', 'qa_logs', 'sacred_contacts', 'lineage_trees', 'live_events']) {
    expect([table, await count(table)]).toEqual([table, 1]);
  }
  expect(await room.lineageService.verify(nodes[0]?.root_id ?? '')).toMatchObject({ ok: true, nodes: 2 });
});

test('a refused declaration is answered 422 with reasons and a lineage id, and leaves everything but a sankalpa', async () => {
  const result = await declare({ text: 'ab', mood: 'gloomy' });
  expect(result).toMatchObject({ kind: 'refused', code: 'sankalpa_refused' });
  if (result.kind !== 'refused') return;
  expect(ERRORS[result.code].status).toBe(422);
  expect(result.errors.map((e) => e.pointer)).toEqual(['/mood']);
  expect((await nodesOf(result.lineageId)).map((n) => n.success)).toEqual([false, false]);
  expect([await count('sankalpa'), await count('qa_logs'), await count('sacred_contacts')]).toEqual([0, 1, 1]);
});

test('the same event gets the first answer again, and other content under its name is a conflict', async () => {
  const event = { text: 'first mail sent', source: 'outreach', source_event_id: 'm-1' };
  const first = created(await declare(event));
  const again = await declare(event);
  expect(again).toEqual({ kind: 'replayed', body: { id: first.id, lineage_id: first.lineage_id } });
  expect(await declare({ ...event, text: 'another text' })).toMatchObject({ kind: 'refused', code: 'conflict' });
  expect(await count('sankalpa')).toBe(1);
});

test('an event and its replay in one group become one sankalpa with one id', async () => {
  const event = { text: 'first mail sent', source: 'outreach', source_event_id: 'm-1' };
  const results = await Promise.all([declare(event), declare(event), declare({ text: 'something else' })]);
  expect(results.map((r) => r.kind)).toEqual(['created', 'replayed', 'created']);
  expect(await count('sankalpa')).toBe(2);
});

test('a reply hangs under the mail that caused it, by event name and by lineage id', async () => {
  const mail = created(await declare({ text: 'mail sent', source: 'o', source_event_id: 'm' }));
  const reply = created(
    await declare({
      text: 'reply came',
      source: 'o',
      source_event_id: 'r',
      parent: { source: 'o', source_event_id: 'm' },
    }),
  );
  const booking = created(await declare({ text: 'booking made', parent_lineage_id: reply.lineage_id }));
  const nodes = await nodesOf(mail.lineage_id);
  const byId = new Map(nodes.map((n) => [n.lineage_id, n]));
  expect(byId.get(reply.lineage_id)?.parent_lineage_id).toBe(mail.lineage_id);
  expect(byId.get(booking.lineage_id)).toMatchObject({ parent_lineage_id: reply.lineage_id, depth: 2 });
  expect(nodes.map((n) => n.seq)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(await room.lineageService.verify(nodes[0]?.root_id ?? '')).toMatchObject({ ok: true, nodes: 6 });
});

test('an event whose parent is not known waits and is placed when the parent comes', async () => {
  const child = {
    text: 'reply came first',
    source: 'o',
    source_event_id: 'r',
    parent: { source: 'o', source_event_id: 'm' },
  };
  const waiting = await declare(child);
  expect(waiting.kind).toBe('waiting');
  expect(await declare(child)).toEqual(waiting);
  const mail = created(await declare({ text: 'mail sent late', source: 'o', source_event_id: 'm' }));
  expect(await count('pending_parents')).toBe(0);
  const nodes = await nodesOf(mail.lineage_id);
  expect(nodes.map((n) => [n.operation_type, n.depth])).toEqual([
    ['intention', 0],
    ['understand', 1],
    ['intention', 1],
    ['understand', 2],
  ]);
});

test('a chain of events that came the wrong way round is placed whole when its root comes', async () => {
  const event = (n: number) => ({ source: 'o', source_event_id: `e${n}` });
  for (let n = 5; n > 0; n -= 1) {
    expect(await declare({ text: `event ${n}`, ...event(n), parent: event(n - 1) })).toMatchObject({
      kind: 'waiting',
    });
  }
  const root = created(await declare({ text: 'the first of all', ...event(0) }));
  expect(await count('pending_parents')).toBe(0);
  expect((await nodesOf(root.lineage_id)).map((n) => n.depth)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6]);
});

test('while an event waits, others are taken in without a look at it', async () => {
  await room.intake.placeWaiting();
  await declare({
    text: 'a lone reply',
    source: 'o',
    source_event_id: 'r',
    parent: { source: 'o', source_event_id: 'm' },
  });
  const asked: string[] = [];
  const { query } = room.db;
  room.db.query = (text, params, name) => {
    asked.push(text);
    return query(text, params, name);
  };
  try {
    for (let n = 0; n < 3; n += 1) await declare({ text: 'another event', source: 'o', source_event_id: `x${n}` });
  } finally {
    room.db.query = query;
  }
  expect(asked.map((text) => text.includes('pending_parents'))).toEqual([false, false, false]);
});

test('an event whose parent never comes begins its own tree after the deadline', async () => {
  await declare({
    text: 'an orphan reply',
    source: 'o',
    source_event_id: 'r',
    parent: { source: 'o', source_event_id: 'never' },
  });
  room.clock.ms += PENDING_DEADLINE_MS - 1;
  expect(await room.intake.placeWaiting()).toBe(0);
  room.clock.ms += 2;
  expect(await room.intake.placeWaiting()).toBe(1);
  expect([await count('pending_parents'), await count('sankalpa')]).toEqual([0, 1]);
});

test('a parent that does not exist or lies at the deepest depth is refused with its own code', async () => {
  const missing = await declare({
    text: 'no such parent',
    parent_lineage_id: '01890000-0000-7000-8000-000000000000.0',
  });
  expect(missing).toMatchObject({ kind: 'refused', code: 'unknown_parent' });
  let parent = created(await declare({ text: 'root of a deep tree' })).lineage_id;
  for (let depth = 1; depth <= 255; depth += 1) {
    parent = created(await declare({ text: `depth ${depth}`, parent_lineage_id: parent })).lineage_id;
  }
  expect(await declare({ text: 'one too deep', parent_lineage_id: parent })).toMatchObject({
    code: 'too_deep_lineage',
  });
});

test('an act of the house leaves no contact', async () => {
  await room.intake.declare({ text: 'daily health check', kind: 'health_check' }, { ...testCaller, endpoint: null });
  expect([await count('sankalpa'), await count('sacred_contacts')]).toEqual([1, 0]);
});

test('processes that are sent the same events at once all answer, and each event is one sankalpa', async () => {
  const processes = [room.intake, room.openIntake(), room.openIntake()];
  // One at a time: a batch of several would be tried again item by item anyway.
  for (let n = 0; n < 20; n += 1) {
    await declare({ text: `mail ${n}`, source: 'o', source_event_id: `m${n}` });
    const parent = { source: 'o', source_event_id: `m${n}` };
    const reply = { text: `reply ${n}`, source: 'o', source_event_id: `r${n}`, parent };
    const results = await Promise.all(processes.map((intake) => intake.declare(reply, testCaller)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['created', 'replayed', 'replayed']);
  }
  expect(await count('sankalpa')).toBe(40);
});

test('a lone bad row of a group fails alone', async () => {
  const results = await Promise.allSettled([
    declare({ text: 'good one' }),
    // Past jnana, refused by the store itself: no text column can hold it.
    room.intake.declare({ text: 'a NUL \u0000 in the middle' }, testCaller),
    declare({ text: 'good two' }),
  ]);
  expect(results.map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await count('sankalpa')).toBe(2);
});
