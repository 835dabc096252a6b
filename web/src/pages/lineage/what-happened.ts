/** What is recorded with a node, read for people: the event of outreach that it stands for, the audit it belongs to. Pure. */
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { OUTREACH_SOURCE } from '@sacred-qa/contracts/outreach';

/** `mail:ID:opened:EVENT` names the mail: its noun and its id. Null for what did not come from outreach. */
export function eventOf({ metadata }: LineageNode): { noun: string; id: string } | null {
  const { source, source_event_id: name } = metadata;
  if (source !== OUTREACH_SOURCE || typeof name !== 'string') return null;
  const [noun = '', id = ''] = name.split(':');
  return { noun, id };
}

/** A context is free text; that of our own events is an object. */
export function recordOf(context: string | null | undefined): Record<string, unknown> {
  if (typeof context !== 'string' || !context.startsWith('{')) return {};
  try {
    return JSON.parse(context) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** The audit that the node is of: told by itself, by the nearest act above it, or by the run that hangs below it. */
export function auditOf(props: {
  node: LineageNode;
  path: readonly LineageNode[];
  nodes: readonly LineageNode[];
}): string | null {
  const { node, path, nodes } = props;
  const above = path.slice(0, -1).findLast(({ operation_type }) => operation_type === 'audit_run');
  const below =
    node.operation_type === 'audit'
      ? nodes.find((one) => one.parent_lineage_id === node.lineage_id && one.operation_type === 'audit_run')
      : undefined;
  for (const one of [node, above, below]) {
    const audit = one?.metadata.audit_id;
    if (typeof audit === 'string') return audit;
  }
  return null;
}

/** How a node that only began has ended: the node `finished` below it says so. */
export const endsOf = (nodes: readonly LineageNode[]): ReadonlyMap<string, LineageNode> =>
  new Map(
    nodes.flatMap((node) =>
      node.operation_type === 'finished' && node.parent_lineage_id !== null ? [[node.parent_lineage_id, node]] : [],
    ),
  );
