/**
 * The pure part of lineage: how nodes are placed in a tree and how the chain over them is hashed.
 * It knows no database. A node is written once; its hash covers every stored column and the hash before it.
 */
import { hash } from 'node:crypto';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';

export const CHAIN_START = '0'.repeat(64);

/** A node as it is stored. `timestamp` is ISO in UTC with milliseconds, exactly what the column keeps. */
export interface PlacedNode {
  rootId: string;
  seq: number;
  parentSeq: number | null;
  depth: number;
  agentName: string;
  operationType: string;
  timestamp: string;
  durationMs: number | null;
  success: boolean | null;
  metadata: Record<string, unknown>;
  leafHash: string;
  prevHash: string;
}

/** An act to be written. `parent` is a node that stands in the tree already or an earlier draft of the same append. */
export interface NodeDraft {
  parent: { seq: number; depth: number } | { draft: number } | null;
  agentName: string;
  operationType: string;
  timestamp: string;
  durationMs: number | null;
  success: boolean | null;
  metadata: Record<string, unknown>;
}

export interface ChainHead {
  rootId: string;
  nodeCount: number;
  headHash: string;
}

export const newTreeHead = (rootId: string): ChainHead => ({ rootId, nodeCount: 0, headHash: CHAIN_START });

/** Durations are kept to the microsecond: what a float column gives back is then what was hashed. */
export const roundDurationMs = (ms: number): number => Math.max(0, Math.round(ms * 1000) / 1000);

export function leafHashOf(node: Omit<PlacedNode, 'leafHash'>): string {
  const members = [
    node.rootId,
    node.seq,
    node.parentSeq,
    node.depth,
    node.agentName,
    node.operationType,
    node.timestamp,
    node.durationMs,
    node.success,
    node.prevHash,
  ];
  return hash('sha256', `${JSON.stringify(members)}${canonicalJson(node.metadata)}`);
}

/** Gives drafts their seq, depth and place in the chain, in order. The caller holds the tree's header row. */
export function placeNodes(head: ChainHead, drafts: readonly NodeDraft[]): { nodes: PlacedNode[]; head: ChainHead } {
  const nodes: PlacedNode[] = [];
  let prevHash = head.headHash;
  for (const draft of drafts) {
    const seq = head.nodeCount + nodes.length;
    const parent = parentOf(draft, nodes);
    const node: PlacedNode = {
      rootId: head.rootId,
      seq,
      parentSeq: parent?.seq ?? null,
      depth: parent === null ? 0 : parent.depth + 1,
      agentName: draft.agentName,
      operationType: draft.operationType,
      timestamp: draft.timestamp,
      durationMs: draft.durationMs === null ? null : roundDurationMs(draft.durationMs),
      success: draft.success,
      metadata: draft.metadata,
      leafHash: '',
      prevHash,
    };
    node.leafHash = leafHashOf(node);
    nodes.push(node);
    prevHash = node.leafHash;
  }
  return { nodes, head: { rootId: head.rootId, nodeCount: head.nodeCount + nodes.length, headHash: prevHash } };
}

function parentOf(draft: NodeDraft, earlier: readonly PlacedNode[]): { seq: number; depth: number } | null {
  if (draft.parent === null) return null;
  if ('seq' in draft.parent) return draft.parent;
  const parent = earlier[draft.parent.draft];
  if (parent === undefined) throw new RangeError(`draft ${draft.parent.draft} does not come before its child`);
  return parent;
}

export type ChainVerdict = { ok: true; nodes: number; headHash: string } | { ok: false; seq: number; reason: string };

/** Walks nodes in order of seq and says where the chain first breaks; `head` is the header's own claim. */
export function createChainVerifier(rootId: string) {
  let count = 0;
  let prevHash = CHAIN_START;
  let broken: { seq: number; reason: string } | null = null;
  const breakAt = (seq: number, reason: string): void => {
    broken ??= { seq, reason };
  };
  return {
    next(node: PlacedNode): void {
      if (broken !== null) return;
      if (node.seq !== count) breakAt(count, `node ${count} is missing`);
      else if (node.rootId !== rootId) breakAt(node.seq, 'the node belongs to another tree');
      else if (node.prevHash !== prevHash) breakAt(node.seq, 'prev_hash is not the hash of the node before');
      else if (leafHashOf(node) !== node.leafHash) breakAt(node.seq, 'leaf_hash does not match what the node says');
      count += 1;
      prevHash = node.leafHash;
    },
    end(head: { nodeCount: number; headHash: string }): ChainVerdict {
      if (broken === null && head.nodeCount !== count) {
        breakAt(count, `the header counts ${head.nodeCount} nodes, the tree has ${count}`);
      }
      if (broken === null && head.headHash !== prevHash)
        breakAt(count - 1, 'head_hash is not the hash of the last node');
      return broken === null ? { ok: true, nodes: count, headHash: prevHash } : { ok: false, ...broken };
    },
  };
}
