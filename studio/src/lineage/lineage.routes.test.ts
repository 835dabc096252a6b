import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';

let room: ApiRoom;
beforeAll(async () => {
  room = await openApiRoom();
});
afterAll(() => room.close());

async function declare(text: string, parent?: string): Promise<string> {
  const body = { text, ...(parent === undefined ? {} : { parent_lineage_id: parent }) };
  return (await room.call('POST', '/sankalpa', body)).json().lineage_id;
}
const get = async (path: string) => (await room.call('GET', path)).json();

/** e-mail → reply → booking, and a second reply: eight nodes. */
async function grow() {
  const mail = await declare('mail sent');
  const reply = await declare('reply came', mail);
  const booking = await declare('booking made', reply);
  const second = await declare('second reply', mail);
  return { mail, reply, booking, second, rootId: mail.split('.')[0] as string };
}

test('the whole tree is given with its header, in order of seq, whichever of its ids asks', async () => {
  const { mail, booking, rootId } = await grow();
  for (const id of [mail, booking, rootId]) {
    const { tree, nodes, next_cursor } = await get(`/lineage/${id}`);
    expect(tree).toMatchObject({ root_id: rootId, state: 'open', node_count: 8, hold: false });
    expect(nodes.map((node: LineageNode) => node.seq)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(next_cursor).toBeNull();
    expect(tree.head_hash).toBe(nodes[7].leaf_hash);
  }
});

test('a tree is paged without a gap, and a cursor of another list is refused', async () => {
  const { rootId } = await grow();
  const seqs: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await get(`/lineage/${rootId}?limit=3${cursor && `&cursor=${cursor}`}`);
    seqs.push(...page.nodes.map((node: LineageNode) => node.seq));
    cursor = page.next_cursor;
  }
  expect(seqs).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const { mail } = await grow();
  for (const other of ['?', `/${mail}?`, `/${rootId}/children?`, `/${rootId}.0/subtree?`]) {
    const { next_cursor } = await get(`/lineage${other}limit=1`);
    const answer = await room.call('GET', `/lineage/${rootId}?cursor=${next_cursor}`);
    expect([other, answer.json().code]).toEqual([other, 'bad_cursor']);
  }
});

test('ancestors lead from the root to the node, children and subtree hang below it', async () => {
  const { mail, reply, booking } = await grow();
  const ids = async (path: string) => (await get(path)).nodes.map((node: LineageNode) => node.lineage_id);
  expect(await ids(`/lineage/${booking}/ancestors`)).toEqual([mail, reply, booking]);
  expect(await ids(`/lineage/${reply}/children`)).toHaveLength(2);
  expect(await ids(`/lineage/${reply}/subtree`)).toEqual(expect.arrayContaining([reply, booking]));
  const first = await get(`/lineage/${mail}/children?limit=2`);
  const rest = await get(`/lineage/${mail}/children?limit=2&cursor=${first.next_cursor}`);
  expect([first.nodes.length, rest.nodes.length, rest.next_cursor]).toEqual([2, 1, null]);
});

test('an export is JSON lines whose chain a reader can follow himself', async () => {
  const { rootId } = await grow();
  const answer = await room.call('GET', `/lineage/${rootId}/export`);
  expect(answer.headers['content-type']).toContain('application/x-ndjson');
  const [tree, ...nodes] = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(tree.node_count).toBe(nodes.length);
  for (const [i, node] of nodes.entries()) if (i > 0) expect(node.prev_hash).toBe(nodes[i - 1].leaf_hash);
});

test('every tree is verified, line by line', async () => {
  await grow();
  const lines = (await room.call('GET', '/lineage/verify')).body.trimEnd().split('\n');
  expect(lines).toHaveLength(await room.count('lineage_trees'));
  expect(lines.every((line) => JSON.parse(line).ok)).toBe(true);
});

test('a legal hold is set with a reason by an admin only, shown, and ended', async () => {
  const { rootId } = await grow();
  const hold = (as: 'write' | 'admin') =>
    room.call('PUT', `/lineage/${rootId}/hold`, { reason: 'court order 7' }, { as });
  expect((await hold('write')).statusCode).toBe(403);
  expect((await hold('admin')).json()).toMatchObject({ hold: true, hold_reason: 'court order 7' });
  expect((await room.call('DELETE', `/lineage/${rootId}/hold`)).json()).toMatchObject({ hold: false });
});

test.each(['nonsense', '01890000-0000-7000-8000-000000000000', '01890000-0000-7000-8000-000000000000.3'])(
  'there is no tree %s, on any of the paths',
  async (id) => {
    for (const tail of ['', '/children', '/ancestors', '/subtree', '/export', '/verify']) {
      expect([tail, (await room.call('GET', `/lineage/${id}${tail}`)).statusCode]).toEqual([tail, 404]);
    }
  },
);
