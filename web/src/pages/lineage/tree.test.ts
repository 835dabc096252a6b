import type { LineageNode } from '@sacred-qa/contracts/lineage';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenOf, rowsOf, withPath } from './tree.ts';

const node = (seq: number, parent: number | null): LineageNode => ({
  lineage_id: `r.${seq}`,
  parent_lineage_id: parent === null ? null : `r.${parent}`,
  root_id: 'r',
  depth: 0,
  seq,
  agent_name: 'a',
  operation_type: 'o',
  timestamp: '2026-01-01T00:00:00.000Z',
  duration_ms: 1,
  success: true,
  metadata: {},
  leaf_hash: '',
  prev_hash: '',
});
const ROOT = node(0, null);

/** Node i hangs under any node before it. */
const trees = fc
  .array(fc.nat(), { maxLength: 60 })
  .map((picks) => [ROOT, ...picks.map((pick, i) => node(i + 1, pick % (i + 1)))]);

test('with everything open, each node has one row, below its parent and one level deeper', () => {
  fc.assert(
    fc.property(trees, (nodes) => {
      const open = new Set(nodes.map(({ lineage_id }) => lineage_id));
      const rows = rowsOf(ROOT, childrenOf(nodes), open);
      expect(rows.map((row) => row.kind === 'node' && row.node.lineage_id).sort()).toEqual([...open].sort());
      const at = new Map(
        rows.map((row, i) => [row.kind === 'node' ? row.node.lineage_id : '', { i, level: row.level }]),
      );
      for (const one of nodes) {
        const own = at.get(one.lineage_id);
        const parent = at.get(one.parent_lineage_id ?? '');
        if (parent && own) expect([own.i > parent.i, own.level]).toEqual([true, parent.level + 1]);
      }
    }),
  );
});

test('sisters know their place among all, and what is closed hides all below it', () => {
  const nodes = [ROOT, node(1, 0), node(2, 1), node(3, 0)];
  const rows = rowsOf(ROOT, childrenOf(nodes), new Set(['r.0']));
  expect(
    rows.map((row) => (row.kind === 'node' ? [row.node.seq, row.position, row.setSize, row.children] : [])),
  ).toEqual([
    [0, 1, 1, true],
    [1, 1, 2, true],
    [3, 2, 2, false],
  ]);
});

test('a node with more children than are known says so, once, after them', () => {
  const known = new Map([['r.0', { nodes: [node(1, 0)], complete: false }]]);
  const rows = rowsOf(ROOT, known, new Set(['r.0']));
  expect(rows.map(({ kind }) => kind)).toEqual(['node', 'node', 'more']);
  expect(rows[1]).toMatchObject({ setSize: -1, children: null });
});

test('the path to a node far down a large tree is shown in its order', () => {
  const known = new Map([['r.0', { nodes: [node(1, 0), node(2, 0)], complete: false }]]);
  const path = [ROOT, node(900, 0), node(901, 900)];
  const rows = rowsOf(ROOT, withPath(known, path), new Set(['r.0', 'r.900']));
  expect(rows.map((row) => (row.kind === 'node' ? row.node.seq : row.kind))).toEqual([
    0,
    1,
    2,
    900,
    901,
    'more',
    'more',
  ]);
});

test('a tree of 200,000 nodes, all open, becomes rows without a stack that ends', () => {
  const nodes = [ROOT, ...Array.from({ length: 200_000 }, (_, i) => node(i + 1, i < 250 ? i : 0))];
  const open = new Set(nodes.map(({ lineage_id }) => lineage_id));
  expect(rowsOf(ROOT, childrenOf(nodes), open)).toHaveLength(200_001);
});
