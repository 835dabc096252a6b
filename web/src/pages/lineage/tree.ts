/** A tree as rows to be shown: which are open, how deep they stand, where they are among their sisters. Pure. */
import type { LineageNode } from '@sacred-qa/contracts/lineage';

/** What is known of a node's children. `complete`: there are no others. */
export interface Children {
  nodes: readonly LineageNode[];
  complete: boolean;
}

export type TreeRow =
  | {
      kind: 'node';
      node: LineageNode;
      level: number;
      position: number;
      /** -1 where not all sisters are known. */
      setSize: number;
      /** Null: not known yet. */
      children: boolean | null;
      open: boolean;
    }
  | { kind: 'more'; parent: LineageNode; level: number; shown: number };

/** Who is whose child, for a tree that is known whole. */
export function childrenOf(nodes: readonly LineageNode[]): Map<string, Children> {
  const known = new Map<string, Children & { nodes: LineageNode[] }>();
  for (const node of nodes) known.set(node.lineage_id, { nodes: [], complete: true });
  for (const node of nodes) if (node.parent_lineage_id !== null) known.get(node.parent_lineage_id)?.nodes.push(node);
  return known;
}

/**
 * Rows from the top, in order. With an explicit stack: a tree may be 256 deep, and a node may have a million children.
 * `open` holds ids of nodes whose children are shown.
 */
export function rowsOf(root: LineageNode, known: ReadonlyMap<string, Children>, open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  type Work =
    | { node: LineageNode; level: number; position: number; setSize: number }
    | Extract<TreeRow, { kind: 'more' }>;
  const stack: Work[] = [{ node: root, level: 1, position: 1, setSize: 1 }];
  for (let work = stack.pop(); work !== undefined; work = stack.pop()) {
    if ('kind' in work) {
      rows.push(work);
      continue;
    }
    const children = known.get(work.node.lineage_id);
    const isOpen = open.has(work.node.lineage_id);
    rows.push({
      kind: 'node',
      ...work,
      children: children === undefined ? null : children.nodes.length > 0 || !children.complete,
      open: isOpen,
    });
    if (!isOpen || children === undefined) continue;
    const level = work.level + 1;
    const { nodes, complete } = children;
    if (!complete) stack.push({ kind: 'more', parent: work.node, level, shown: nodes.length });
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      const node = nodes[i];
      if (node) stack.push({ node, level, position: i + 1, setSize: complete ? nodes.length : -1 });
    }
  }
  return rows;
}

/** Adds the nodes of a path to what is known, so that a node deep in a large tree is seen under its ancestors. */
export function withPath(known: ReadonlyMap<string, Children>, path: readonly LineageNode[]): Map<string, Children> {
  const merged = new Map(known);
  for (const node of path) {
    if (node.parent_lineage_id === null) continue;
    const before = merged.get(node.parent_lineage_id) ?? { nodes: [], complete: false };
    if (before.nodes.some(({ lineage_id }) => lineage_id === node.lineage_id)) continue;
    const nodes = [...before.nodes, node].sort((a, b) => a.seq - b.seq);
    merged.set(node.parent_lineage_id, { ...before, nodes });
  }
  return merged;
}
