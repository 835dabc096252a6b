/** Reads a tree: whole when it is small, else children by children as they are opened. Live events read it again. */
import type { LineageNode, LineageTree } from '@sacred-qa/contracts/lineage';
import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { read } from '../../api/client.ts';
import { useGet } from '../../api/queries.ts';
import { type Children, childrenOf, rowsOf, type TreeRow, withPath } from './tree.ts';
import { endsOf } from './what-happened.ts';

/** A larger tree is not fetched whole, nor drawn. */
export const WHOLE_MOST = 2000;
export const CHILDREN_STEP = 200;
export const CHILDREN_MOST = 5000;

interface TreePage {
  tree: LineageTree;
  nodes: LineageNode[];
}

export interface TreeView {
  tree: LineageTree | undefined;
  /** All nodes that were read, in order of their time. */
  nodes: readonly LineageNode[];
  rows: readonly TreeRow[];
  path: readonly LineageNode[];
  /** By the id of a node that only began: the one that ended it. */
  ends: ReadonlyMap<string, LineageNode>;
  isWhole: boolean;
  error: Error | null;
  toggle: (id: string, open: boolean) => void;
  showMore: (id: string) => void;
  refetch: () => void;
}

export function useTree(rootId: string, selected: string): TreeView {
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const first = useGet<TreePage>(`/lineage/${rootId}`, { limit: '1' });
  const count = first.data?.tree.node_count ?? 0;
  const isWhole = count <= WHOLE_MOST;
  const whole = useGet<TreePage>(
    `/lineage/${rootId}`,
    { limit: String(WHOLE_MOST) },
    { enabled: first.data !== undefined && isWhole },
  );
  const ancestors = useGet<{ nodes: LineageNode[] }>(`/lineage/${selected}/ancestors`);
  const path = ancestors.data?.nodes ?? [];
  const root = first.data?.nodes[0];

  const isOpen = (id: string): boolean =>
    toggled.get(id) ?? (isWhole || id === root?.lineage_id || path.slice(0, -1).some((node) => node.lineage_id === id));
  // Of a large tree, the children of what is open, and of nothing else.
  const asked = isWhole || root === undefined ? [] : openIds(root.lineage_id, path, toggled);
  const fetched = useQueries({
    queries: asked.map((id) => {
      const limit = limits.get(id) ?? CHILDREN_STEP;
      return {
        queryKey: ['lineage', 'children', id, limit],
        queryFn: () => read<{ nodes: LineageNode[]; next_cursor: string | null }>(`/lineage/${id}/children`, { limit }),
        placeholderData: (before: { nodes: LineageNode[]; next_cursor: string | null } | undefined) => before,
      };
    }),
  });

  const nodes = whole.data?.nodes;
  const stamp = fetched.map(({ dataUpdatedAt }) => dataUpdatedAt).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp stands for what was fetched
  const known = useMemo((): Map<string, Children> => {
    if (isWhole) return childrenOf(nodes ?? []);
    const found = new Map<string, Children>();
    asked.forEach((id, i) => {
      const page = fetched[i]?.data;
      if (page) found.set(id, { nodes: page.nodes, complete: page.next_cursor === null });
    });
    return withPath(found, path);
  }, [isWhole, nodes, stamp, asked.join(), path]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: isOpen is made of these
  const rows = useMemo(() => {
    if (root === undefined) return [];
    const open = new Set([root.lineage_id, ...known.keys()].filter(isOpen));
    return rowsOf(root, known, open);
  }, [root, known, toggled, isWhole]);

  const shown = useMemo(() => nodes ?? rows.flatMap((row) => (row.kind === 'node' ? [row.node] : [])), [nodes, rows]);
  const ends = useMemo(() => endsOf(shown), [shown]);

  return {
    tree: first.data?.tree,
    nodes: shown,
    ends,
    rows,
    path,
    isWhole,
    error: first.error ?? whole.error ?? ancestors.error,
    toggle: (id, open) => setToggled(new Map(toggled).set(id, open)),
    showMore: (id) =>
      setLimits(new Map(limits).set(id, Math.min(CHILDREN_MOST, (limits.get(id) ?? CHILDREN_STEP) * 5))),
    refetch: () => void first.refetch(),
  };
}

function openIds(root: string, path: readonly LineageNode[], toggled: ReadonlyMap<string, boolean>): string[] {
  const ids = new Set([root, ...path.slice(0, -1).map(({ lineage_id }) => lineage_id)]);
  for (const [id, open] of toggled) {
    if (open) ids.add(id);
    else ids.delete(id);
  }
  return [...ids];
}
