import { z } from 'zod';

/** The deepest a tree may be (SYSTEM decision 5): an agent loop that appends to its own child must end somewhere. */
export const MAX_DEPTH = 256;

const LINEAGE_ID = /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.(0|[1-9][0-9]{0,8})$/;

/** `<root_id>.<seq>`: any id names its tree without a look-up. */
export const lineageId = z.string().regex(LINEAGE_ID, 'a lineage id looks like <uuid>.<number>');

export interface Place {
  rootId: string;
  seq: number;
}

export const formatPlace = (place: Place): string => `${place.rootId}.${place.seq}`;

/** A tree's bare id means its root. Null when the text is no lineage id. */
export function parsePlace(id: string): Place | null {
  const match = LINEAGE_ID.exec(id.includes('.') ? id : `${id}.0`);
  return match?.[1] === undefined ? null : { rootId: match[1], seq: Number(match[2]) };
}

export const lineageNode = z.strictObject({
  lineage_id: z.string(),
  parent_lineage_id: z.string().nullable(),
  root_id: z.string(),
  depth: z.int(),
  seq: z.int(),
  agent_name: z.string(),
  operation_type: z.string(),
  timestamp: z.string(),
  duration_ms: z.number().nullable(),
  success: z.boolean().nullable(),
  metadata: z.record(z.string(), z.json()),
  leaf_hash: z.string(),
  prev_hash: z.string(),
});
export type LineageNode = z.infer<typeof lineageNode>;

export const lineageTree = z.strictObject({
  root_id: z.string(),
  state: z.enum(['open', 'sealed']),
  node_count: z.int(),
  open_runs: z.int(),
  last_event_at: z.string(),
  expires_at: z.string(),
  hold: z.boolean(),
  hold_reason: z.string().nullable(),
  head_hash: z.string(),
});
export type LineageTree = z.infer<typeof lineageTree>;

/** A tree in a list, with the sankalpa that began it; null when that was refused or deleted. */
export interface LineageTreeRow extends LineageTree {
  about: { text: string; language: string; kind: string } | null;
}
