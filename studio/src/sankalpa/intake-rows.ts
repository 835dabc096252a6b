/** What one commit of intake writes, table by table or declaration by declaration. */
import type { PlacedNode } from '../lineage/lineage.ts';

/** What an accepted declaration leaves beside its nodes. */
export interface SankalpaPart {
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
  answerJson: string;
}

export interface ContactPart {
  contactId: string;
  endpoint: string;
  keyId: string | null;
  requestId: string;
  status: number;
  responseJson: string;
}

/** What one declaration leaves beside its nodes, one for all tables; a part that is null leaves no row. */
export interface DeclaredRow {
  /** Null while it waits for its parent. */
  rootId: string | null;
  /** Of the gateway's node; jnana's is the next. */
  seq: number | null;
  at: string;
  client: string;
  requestJson: string;
  sankalpa: SankalpaPart | null;
  qaLog: QaLogPart | null;
  contact: ContactPart | null;
}

export interface IntakeRows {
  trees: { rootId: string; nodeCount: number; headHash: string; at: string }[];
  movedHeads: { rootId: string; nodeCount: number; headHash: string; at: string }[];
  nodes: PlacedNode[];
  declared: DeclaredRow[];
  /** Who answers in the qa logs of the batch. */
  qaAgent: { agentId: string; model: string };
  waiting: Record<string, unknown>[];
  placedPendingIds: string[];
  live: { kind: string; lineage_id: string; sankalpa_id?: string; sankalpa_kind?: string }[];
}
