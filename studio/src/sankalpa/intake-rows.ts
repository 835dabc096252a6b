/** What one commit of intake writes, table by table or declaration by declaration. */
import type { PlacedNode } from '../lineage/lineage.ts';

interface SankalpaPart {
  sankalpaId: string;
  text: string;
  context: string | null;
  kind: string;
  language: string;
  script: string;
  source: string | null;
  sourceEventId: string | null;
  /** Null for a declaration that does not name its source. */
  requestHash: string | null;
}

export interface QaLogPart {
  qaLogId: string;
  agentId: string;
  model: string;
  answer: unknown;
}

export interface ContactPart {
  contactId: string;
  endpoint: string;
  keyId: string | null;
  requestId: string;
  status: number;
  response: unknown;
}

/**
 * What one declaration leaves beside its nodes; a part that is absent leaves no row. Flat, and one for all tables:
 * most of its values go into several of them, and the database reads each only once.
 */
export interface DeclaredRow extends Partial<SankalpaPart>, Partial<QaLogPart>, Partial<ContactPart> {
  /** Null while it waits for its parent. */
  rootId: string | null;
  /** Of the gateway's node; jnana's is the next. */
  seq: number | null;
  at: string;
  client: string;
  request: unknown;
}

export interface IntakeRows {
  trees: { rootId: string; nodeCount: number; headHash: string; at: string }[];
  movedHeads: { rootId: string; nodeCount: number; headHash: string; at: string }[];
  nodes: PlacedNode[];
  declared: DeclaredRow[];
  waiting: Record<string, unknown>[];
  placedPendingIds: string[];
  live: { kind: string; lineage_id: string; sankalpa_id?: string; sankalpa_kind?: string }[];
}
