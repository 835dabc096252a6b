import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';

let room: ApiRoom;
beforeAll(async () => {
  room = await openApiRoom();
});
afterAll(() => room.close());

const declare = (body: unknown, headers: Record<string, string> = {}) =>
  room.call('POST', '/sankalpa', body, { as: 'write', headers });
let serial = 0;
const event = (more: object = {}) => {
  serial += 1;
  return { text: `event ${serial}`, source: 'test', source_event_id: `e-${serial}`, ...more };
};

test('POST /sankalpa answers 201 with id and lineage id, and everything can be read back', async () => {
  const answer = await declare({ text: 'बॉट को हिन्दी में जाँचना', context: 'pilot', kind: 'audit' });
  expect(answer.statusCode).toBe(201);
  const { id, lineage_id } = answer.json();
  expect((await room.call('GET', `/sankalpa/${id}`)).json()).toMatchObject({
    id,
    lineage_id,
    text: 'बॉट को हिन्दी में जाँचना',
    context: 'pilot',
    kind: 'audit',
    status: 'active',
    language: 'hi',
    script: 'Deva',
  });
  const { items } = (await room.call('GET', `/qa-logs?lineage_id=${lineage_id.split('.')[0]}`)).json();
  expect(items).toMatchObject([{ agent_id: 'jnana', response_json: { language: 'hi' } }]);
});

test('a refused one answers 422 with the reasons and its lineage id, and its contact and tree are there', async () => {
  const answer = await declare({ text: 'no', mood: 'low' });
  const problem = answer.json();
  expect([answer.statusCode, problem.code]).toEqual([422, 'sankalpa_refused']);
  expect(problem.errors).toEqual([{ pointer: '/mood', detail: 'There is no such field.' }]);
  const tree = (await room.call('GET', `/lineage/${problem.lineage_id}`)).json();
  expect(tree.nodes.map((node: { success: boolean }) => node.success)).toEqual([false, false]);
  const [contact] = (await room.call('GET', '/contacts?status=422')).json().items;
  expect(contact).toMatchObject({ endpoint: 'POST /api/v1/sankalpa', lineage_id: problem.lineage_id });
});

test.each([
  ['two graphemes', { text: 'नम' }, '/text'],
  ['5,001 graphemes', { text: 'क्षि'.repeat(5001) }, '/text'],
  ['a context of 2,001', { text: 'an intention', context: 'x'.repeat(2001) }, '/context'],
  ['a source without its event id', { text: 'an intention', source: 'mail' }, '/source_event_id'],
  ['a parent of another shape', { text: 'an intention', parent_lineage_id: 'x' }, '/parent_lineage_id'],
  ['an array', [1], ''],
  ['a number', { text: 7 }, '/text'],
])('%s is refused at its place', async (_name, body, pointer) => {
  const answer = await declare(body);
  expect(answer.statusCode).toBe(422);
  expect(answer.json().errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
});

test('3 and 5,000 graphemes of any script are taken', async () => {
  for (const text of ['நன்றி', 'क्षि'.repeat(5000)]) expect((await declare({ text })).statusCode).toBe(201);
});

test('the same event answers 200 with the first ids; other content under its name is a logged conflict', async () => {
  const body = event();
  const first = (await declare(body)).json();
  const again = await declare(body);
  expect([again.statusCode, again.json().lineage_id]).toEqual([200, first.lineage_id]);
  const conflict = await declare({ ...body, text: 'another text' });
  expect([conflict.statusCode, conflict.json().code]).toEqual([409, 'conflict']);
  expect(conflict.json().lineage_id).toMatch(/\.0$/);
});

test('an event whose parent is not known is answered 202 with its deadline and placed when the parent comes', async () => {
  const parent = event();
  const child = event({ parent: { source: parent.source, source_event_id: parent.source_event_id } });
  const waiting = await declare(child);
  expect([waiting.statusCode, Object.keys(waiting.json())]).toEqual([202, ['pending_id', 'deadline_at']]);
  const { lineage_id } = (await declare(parent)).json();
  const placed = await declare(child);
  expect(placed.statusCode).toBe(200);
  expect(placed.json().lineage_id.split('.')[0]).toBe(lineage_id.split('.')[0]);
});

test('the trace of a request stays with its node, also of one that waited for its parent; what is none does not', async () => {
  const parent = event();
  const child = event({ parent: { source: parent.source, source_event_id: parent.source_event_id } });
  const trace = (span: string) => ({ traceparent: `00-${'a'.repeat(32)}-${span.repeat(16)}-01` });
  await declare(child, trace('c'));
  const { lineage_id } = (await declare(parent, trace('b'))).json();
  const stray = (await declare(event(), { traceparent: `00-${'0'.repeat(32)}-x` })).json();
  const tracesOf = async (id: string) => {
    const { nodes } = (await room.call('GET', `/lineage/${id}`)).json();
    return nodes.flatMap((node: { metadata: { traceparent?: string } }) => node.metadata.traceparent ?? []);
  };
  expect(await tracesOf(lineage_id)).toEqual([trace('b').traceparent, trace('c').traceparent]);
  expect(await tracesOf(stray.lineage_id)).toEqual([]);
});

test('a foreign parent is refused with its own code', async () => {
  const answer = await declare({ text: 'a child', parent_lineage_id: '01890000-0000-7000-8000-00000000abcd.0' });
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'unknown_parent']);
});

test('a refusal of thousands of wrong fields, some cut in the middle of a letter, is told by its first twenty', async () => {
  const wrong = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`${'x'.repeat(99)}🙏${n}`, 1]));
  const answer = await declare({ text: 'an intention', ...wrong });
  expect([answer.statusCode, answer.json().errors.length]).toEqual([422, 20]);
  expect(answer.json().lineage_id).toMatch(/\.0$/);
});

test('an Idempotency-Key works at an address of any length', async () => {
  const url = `/sankalpa?more=${'x'.repeat(6000)}`;
  const send = () => room.call('POST', url, { text: 'sent far' }, { headers: { 'idempotency-key': 'far' } });
  expect([(await send()).statusCode, (await send()).headers['idempotent-replayed']]).toEqual([201, 'true']);
});

test('an Idempotency-Key makes a retry harmless, over the real store', async () => {
  const send = (text: string) => declare({ text }, { 'idempotency-key': 'once' });
  const first = await send('sent once');
  const again = await send('sent once');
  expect([again.statusCode, again.body, again.headers['idempotent-replayed']]).toEqual([201, first.body, 'true']);
  expect((await send('sent otherwise')).json().code).toBe('idempotency_mismatch');
  expect((await room.call('GET', '/sankalpa?q=sent%20once')).json().items).toHaveLength(1);
});

test('a retry after a crash, which keeps no answer, is known by its key in the store itself', async () => {
  const crash = () => room.db.query('delete from idempotency_keys');
  const alone = () => declare({ text: 'sent before the crash' }, { 'idempotency-key': 'crash' });
  const first = await alone();
  await crash();
  const again = await alone();
  expect([first.statusCode, again.statusCode, again.json().id]).toEqual([201, 200, first.json().id]);
  const items = [{ text: 'crashing 1' }, { text: 'crashing 2' }];
  const batch = async () => {
    const answer = await room.call('POST', '/sankalpa/batch', { items }, { headers: { 'idempotency-key': 'crash' } });
    return answer.json().items as { status: number; body: { id: string } }[];
  };
  const taken = await batch();
  await crash();
  const retaken = await batch();
  expect(retaken.map((item) => item.status)).toEqual([200, 200]);
  expect(retaken.map((item) => item.body.id)).toEqual(taken.map((item) => item.body.id));
});

test.each(['studio', 'idempotency-key'])(
  'an event from outside cannot pass for one of the source %s',
  async (source) => {
    const answer = await declare(event({ source }));
    expect([answer.statusCode, answer.json().errors]).toEqual([
      422,
      [{ pointer: '/source', detail: `The source ${source} is the studio's own; name another.` }],
    ]);
    expect(answer.json().lineage_id).toMatch(/\.0$/);
  },
);

test('a batch answers each item by itself, in order, and refuses a foreign item alone', async () => {
  const answer = await room.call('POST', '/sankalpa/batch', {
    items: [{ text: 'first of a batch' }, { text: 'x' }, 7, { text: 'last of a batch' }],
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json().items.map((item: { status: number }) => item.status)).toEqual([201, 422, 422, 201]);
});

test('sankalpa are found by word, status and kind, page by page', async () => {
  for (let n = 0; n < 5; n += 1) await declare({ text: `kumkum ${n}`, kind: 'paging' });
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const url: string = `/sankalpa?kind=paging&limit=2${cursor && `&cursor=${cursor}`}`;
    const page = (await room.call('GET', url)).json<{ items: { text: string }[]; next_cursor: string | null }>();
    seen.push(...page.items.map((item) => item.text));
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(['kumkum 4', 'kumkum 3', 'kumkum 2', 'kumkum 1', 'kumkum 0']);
  expect((await room.call('GET', '/sankalpa?q=KUMKUM%203')).json().items).toHaveLength(1);
  expect((await room.call('GET', '/sankalpa?q=100%25')).json().items).toHaveLength(0);
  const [one] = (await room.call('GET', '/sankalpa?q=KUMKUM%203')).json().items;
  expect((await room.call('GET', `/sankalpa?lineage_id=${one.lineage_id}`)).json().items).toEqual([one]);
  const tampered = await room.call('GET', '/sankalpa?cursor=AAAA');
  expect([tampered.statusCode, tampered.json().code]).toEqual([400, 'bad_cursor']);
  expect((await room.call('GET', '/sankalpa?status=done')).json().code).toBe('bad_request');
});

test('a change leaves a node and keeps the limits; a deleted one leaves the lists, its lineage stays', async () => {
  const { id, lineage_id } = (await declare({ text: 'to be changed' })).json();
  const changed = await room.call('PATCH', `/sankalpa/${id}`, { status: 'completed', context: 'done early' });
  expect(changed.json()).toMatchObject({ status: 'completed', context: 'done early' });
  expect((await room.call('PATCH', `/sankalpa/${id}`, { text: 'x' })).statusCode).toBe(422);
  expect((await room.call('PATCH', `/sankalpa/${id}`, { mood: 'x' })).statusCode).toBe(422);
  expect((await room.call('DELETE', `/sankalpa/${id}`)).statusCode).toBe(204);
  expect((await room.call('GET', `/sankalpa/${id}`)).statusCode).toBe(404);
  expect((await room.call('DELETE', `/sankalpa/${id}`)).statusCode).toBe(404);
  const { nodes } = (await room.call('GET', `/lineage/${lineage_id}`)).json();
  expect(nodes.length).toBeGreaterThanOrEqual(4);
  expect((await room.call('GET', `/lineage/${lineage_id}/verify`)).json().ok).toBe(true);
});

test('an Aadhaar number in a text is nowhere in the store', async () => {
  const { lineage_id } = (await declare({ text: 'my Aadhaar is 2345 6789 0124, check it' })).json();
  for (const table of ['sankalpa', 'qa_logs', 'sacred_contacts', 'request_lineage', 'live_events']) {
    const rows = await room.db.query(`select 1 from ${table} x where to_jsonb(x)::text ~ '2345 ?6789 ?0124'`);
    expect([table, rows.length]).toEqual([table, 0]);
  }
  expect(lineage_id).toBeDefined();
});
