import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { testCaller, wireIntake } from '../testing/wired-intake.ts';
import { createLineageService } from './lineage.service.ts';
import { createChainVerifier, type NodeDraft, newTreeHead, type PlacedNode, placeNodes } from './lineage.ts';

const ROOT = '01890000-0000-7000-8000-000000000000';
const draft = (parent: NodeDraft['parent'], metadata: Record<string, unknown> = {}): NodeDraft => ({
  parent,
  agentName: 'auditor',
  operationType: 'act',
  timestamp: '2026-01-05T09:00:00.000Z',
  durationMs: 1.23456789,
  success: true,
  metadata,
});

/** Any tree: each node after the first hangs under some node before it. */
const anyTree = fc
  .array(fc.nat(), { maxLength: 40 })
  .map((picks) => [draft(null), ...picks.map((pick, i) => draft({ draft: pick % (i + 1) }, { pick }))]);

const verify = (
  nodes: readonly PlacedNode[],
  head = { nodeCount: nodes.length, headHash: nodes.at(-1)?.leafHash ?? '' },
) => {
  const verifier = createChainVerifier(ROOT);
  for (const node of nodes) verifier.next(node);
  return verifier.end(head);
};

test('any tree has one root, depth = parent + 1, and a chain that verifies', () => {
  fc.assert(
    fc.property(anyTree, (drafts) => {
      const { nodes } = placeNodes(newTreeHead(ROOT), drafts);
      expect(nodes.filter((node) => node.parentSeq === null)).toHaveLength(1);
      for (const node of nodes) {
        if (node.parentSeq === null) continue;
        expect(node.depth).toBe((nodes[node.parentSeq]?.depth ?? Number.NaN) + 1);
      }
      expect(verify(nodes)).toMatchObject({ ok: true, nodes: nodes.length });
    }),
  );
});

test('a change of any column of any node, a lost node or a swapped pair breaks the chain at that node', () => {
  const columns = [
    'parentSeq',
    'depth',
    'agentName',
    'operationType',
    'timestamp',
    'durationMs',
    'success',
    'metadata',
  ];
  fc.assert(
    fc.property(anyTree, fc.nat(), fc.constantFrom(...columns), (drafts, pick, column) => {
      const { nodes, head } = placeNodes(newTreeHead(ROOT), drafts);
      const at = pick % nodes.length;
      const forged = nodes.map((node, i) =>
        i === at ? { ...node, [column]: column === 'metadata' ? { x: 1 } : 'forged' } : node,
      );
      expect(verify(forged)).toMatchObject({ ok: false, seq: at });
      expect(
        verify(
          nodes.filter((_, i) => i !== at),
          head,
        ).ok,
      ).toBe(false);
    }),
  );
});

let room: Awaited<ReturnType<typeof wireIntake>>;
beforeEach(async () => {
  room = await wireIntake();
});

async function grownTree(): Promise<string> {
  const first = await room.intake.declare({ text: 'the first intention' }, testCaller);
  if (first.kind !== 'created') throw new Error(first.kind);
  await room.intake.declare({ text: 'its consequence', parent_lineage_id: first.body.lineage_id }, testCaller);
  return first.body.lineage_id.split('.')[0] as string;
}

test('the database itself refuses a changed node, a cut tree, a second root, a foreign parent and a wrong depth', async () => {
  const root = await grownTree();
  const { db } = room;
  const insert = (seq: number, parentSeq: number | null, depth: number) =>
    db.query(
      `insert into request_lineage select root_id, $2, $3, $4, agent_name, operation_type, timestamp, 1, true, '{}', 'x', 'y'
       from request_lineage where root_id = $1 and seq = 0`,
      [root, seq, parentSeq, depth],
    );
  await expect(
    db.query('update request_lineage set agent_name = $2 where root_id = $1', [root, 'x']),
  ).rejects.toThrow();
  await expect(db.query('delete from request_lineage where root_id = $1 and seq = 3', [root])).rejects.toThrow();
  await expect(db.query('delete from lineage_trees where root_id = $1', [root])).rejects.toThrow();
  await expect(insert(4, null, 0)).rejects.toThrow();
  await expect(insert(4, 3, 9)).rejects.toThrow();
  await expect(insert(9, 8, 1)).rejects.toThrow();
  await expect(insert(4, 3, 3)).resolves.toBeDefined();
});

test('children, ancestors and subtree of a node are told apart, page by page', async () => {
  const root = await grownTree();
  const ids = (json: string) => (JSON.parse(json) as { seq: number }[]).map((node) => node.seq);
  const { lineageService: service } = room;
  expect(ids(await service.childrenJson({ rootId: root, seq: 0 }, -1, 10))).toEqual([1, 2]);
  expect(ids(await service.childrenJson({ rootId: root, seq: 0 }, 1, 10))).toEqual([2]);
  expect(ids(await service.ancestorsJson({ rootId: root, seq: 3 }))).toEqual([0, 2, 3]);
  expect(ids(await service.subtreeJson({ rootId: root, seq: 2 }, -1, 10))).toEqual([2, 3]);
  await expect(service.ancestorsJson({ rootId: root, seq: 99 })).rejects.toMatchObject({ code: 'not_found' });
});

test('an exported tree carries its header and every node, and a forged row is named by verify', async () => {
  const root = await grownTree();
  const lines: unknown[] = [];
  for await (const chunk of room.lineageService.export(root)) {
    lines.push(
      ...chunk
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  }
  expect(lines[0]).toMatchObject({ root_id: root, node_count: 4 });
  expect(lines.slice(1).map((node) => (node as { seq: number }).seq)).toEqual([0, 1, 2, 3]);
  expect(await room.lineageService.verify(root)).toMatchObject({ ok: true, nodes: 4 });
  await room.db.query('alter table request_lineage disable trigger request_lineage_immutable');
  await room.db.query(`update request_lineage set metadata = '{"forged":true}' where root_id = $1 and seq = 2`, [root]);
  await room.db.query('alter table request_lineage enable trigger request_lineage_immutable');
  expect(await room.lineageService.verify(root)).toMatchObject({ ok: false, seq: 2 });
});

test('a tree that leaves while all are verified is passed over, and the others are verified', async () => {
  const root = await grownTree();
  const gone = '01890000-0000-7000-8000-00000000abcd';
  const repo: typeof room.lineage = {
    ...room.lineage,
    rootIds: async (_sql, after) => (after === null ? [gone, root] : []),
  };
  const verdicts: unknown[] = [];
  const service = createLineageService({ db: room.db, repo, findChanged: async () => null });
  for await (const one of service.verifyAll()) verdicts.push(one);
  expect(verdicts).toMatchObject([{ rootId: root, verdict: { ok: true, nodes: 4 } }]);
});

test('a tree that grows between two reads is read whole both times, its header and its nodes alike', async () => {
  const read = async () => JSON.parse((await room.lineageService.treePage(root, -1, 100)).json);
  const root = await grownTree();
  const before = await read();
  await room.intake.declare({ text: 'one more consequence', parent_lineage_id: `${root}.0` }, testCaller);
  const after = await read();
  expect(before).toMatchObject({ tree: { node_count: 4 }, nodes: { length: 4 } });
  expect(after).toMatchObject({ tree: { node_count: 6 }, nodes: { length: 6 } });
  expect(after.tree.head_hash).toBe(after.nodes[5].leaf_hash);
  expect(await read()).toEqual(after);
});
