/**
 * The SQL of the lineage tree. Plain SQL by design: intake and tree reads are the hot paths.
 * Tree reads hand on the JSON text that PostgreSQL built; nothing here parses it.
 */

import { StudioError } from '@sacred-qa/contracts/errors';
import {
  formatPlace,
  type LineageTree,
  type LineageTreeRow,
  MAX_DEPTH,
  type Place,
} from '@sacred-qa/contracts/lineage';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { type NodeDraft, newTreeHead, type PlacedNode, placeNodes } from './lineage.ts';

export interface TreeHead {
  rootId: string;
  nodeCount: number;
  headHash: string;
  state: 'open' | 'sealed';
}

/** Node columns as the wire names them, as one JSON object. */
const NODE_JSON = `json_build_object('lineage_id', root_id || '.' || seq,
  'parent_lineage_id', case when parent_seq is null then null else root_id || '.' || parent_seq end,
  'root_id', root_id, 'depth', depth, 'seq', seq, 'agent_name', agent_name, 'operation_type', operation_type,
  'timestamp', ${isoSql('timestamp')}, 'duration_ms', duration_ms,
  'success', success, 'metadata', metadata, 'leaf_hash', leaf_hash, 'prev_hash', prev_hash)`;

const TREE_JSON = `json_build_object('root_id', root_id, 'state', state, 'node_count', node_count,
  'open_runs', open_runs, 'last_event_at', ${isoSql('last_event_at')},
  'expires_at', ${isoSql('expires_at')}, 'hold', hold,
  'hold_reason', hold_reason, 'head_hash', head_hash)`;

const NODE_COLUMNS = `root_id as "rootId", seq, parent_seq as "parentSeq", depth, agent_name as "agentName",
  operation_type as "operationType",
  ${isoSql('timestamp')} as timestamp,
  duration_ms as "durationMs", success, metadata, leaf_hash as "leafHash", prev_hash as "prevHash"`;

export type LineageRepo = ReturnType<typeof createLineageRepo>;

export function createLineageRepo(deps: { retentionDays: number }) {
  const retention = `${deps.retentionDays} days`;

  /** Locks the headers of trees in one order, so that two appends never wait for each other in a ring. */
  async function lockHeads(tx: Sql, rootIds: readonly string[]): Promise<Map<string, TreeHead>> {
    const rows = await tx.query<TreeHead>(
      `select root_id as "rootId", node_count as "nodeCount", head_hash as "headHash", state
       from lineage_trees where root_id = any($1::uuid[]) order by root_id for update`,
      [rootIds],
    );
    return new Map(rows.map((row) => [row.rootId, row]));
  }

  async function depthsOf(tx: Sql, places: readonly Place[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ rootId: string; seq: number; depth: number }>(
      `select n.root_id as "rootId", n.seq, n.depth from request_lineage n
       join unnest($1::uuid[], $2::int[]) as p(root_id, seq) on n.root_id = p.root_id and n.seq = p.seq`,
      [places.map((p) => p.rootId), places.map((p) => p.seq)],
    );
    return new Map(rows.map((row) => [formatPlace(row), row.depth]));
  }

  async function insertNodes(tx: Sql, nodes: readonly PlacedNode[]): Promise<void> {
    await tx.query(
      `insert into request_lineage (root_id, seq, parent_seq, depth, agent_name, operation_type, timestamp, duration_ms,
         success, metadata, leaf_hash, prev_hash)
       select * from json_to_recordset($1::json) as n("rootId" uuid, seq int, "parentSeq" int, depth int, "agentName" text,
         "operationType" text, timestamp timestamptz, "durationMs" float8, success bool, metadata jsonb, "leafHash" text,
         "prevHash" text)`,
      [JSON.stringify(nodes)],
      'lineage-insert-nodes',
    );
  }

  async function moveHeads(
    tx: Sql,
    heads: readonly { rootId: string; nodeCount: number; headHash: string; at: string; openRuns?: number }[],
  ): Promise<void> {
    await tx.query(
      `update lineage_trees t set node_count = h."nodeCount", head_hash = h."headHash",
         open_runs = t.open_runs + coalesce(h."openRuns", 0),
         last_event_at = greatest(t.last_event_at, h.at),
         expires_at = greatest(t.expires_at, h.at + $2::interval)
       from json_to_recordset($1::json) as h("rootId" uuid, "nodeCount" int, "headHash" text, at timestamptz, "openRuns" int)
       where t.root_id = h."rootId" and t.root_id = any($3::uuid[])`,
      // The list of ids says how few they are: of a record set the planner expects a hundred, and reads the whole table.
      [JSON.stringify(heads), retention, heads.map((head) => head.rootId)],
      'lineage-move-heads',
    );
  }

  return {
    retention,
    lockHeads,
    depthsOf,
    insertNodes,
    moveHeads,

    /** Adds acts to a tree that stands. `openRuns` is the change in the number of unfinished runs. */
    async append(tx: Sql, rootId: string, drafts: readonly NodeDraft[], openRuns = 0): Promise<PlacedNode[]> {
      const head = (await lockHeads(tx, [rootId])).get(rootId);
      if (head === undefined) throw new StudioError('not_found', `There is no lineage tree ${rootId}.`);
      if (head.state !== 'open') throw new StudioError('tree_sealed', `Tree ${rootId} is sealed.`);
      const placed = placeNodes(head, drafts);
      const tooDeep = placed.nodes.find((node) => node.depth > MAX_DEPTH);
      if (tooDeep) throw new StudioError('too_deep_lineage', `A node at depth ${tooDeep.depth} is not allowed.`);
      await insertNodes(tx, placed.nodes);
      const at = drafts.map((draft) => draft.timestamp).reduce((a, b) => (a > b ? a : b));
      await moveHeads(tx, [{ ...placed.head, at, openRuns }]);
      return placed.nodes;
    },

    /** Begins a tree with its first acts. */
    async begin(tx: Sql, rootId: string, drafts: readonly NodeDraft[]): Promise<PlacedNode[]> {
      const placed = placeNodes(newTreeHead(rootId), drafts);
      const at = placed.nodes.at(-1)?.timestamp;
      await tx.query(
        `insert into lineage_trees (root_id, node_count, last_event_at, expires_at, head_hash)
         values ($1, $2, $3, $3::timestamptz + $4::interval, $5)`,
        [rootId, placed.head.nodeCount, at, retention, placed.head.headHash],
      );
      await insertNodes(tx, placed.nodes);
      return placed.nodes;
    },

    async place(sql: Sql, place: Place): Promise<{ seq: number; depth: number } | null> {
      const [row] = await sql.query<{ seq: number; depth: number }>(
        'select seq, depth from request_lineage where root_id = $1 and seq = $2',
        [place.rootId, place.seq],
      );
      return row ?? null;
    },

    /** The whole tree, or the page after `afterSeq`, as JSON text; null when there is no such tree. */
    async treeJson(sql: Sql, rootId: string, afterSeq: number, limit: number): Promise<string | null> {
      const [row] = await sql.query<{ body: string | null }>(
        `select json_build_object('tree', ${TREE_JSON}, 'nodes', coalesce((select json_agg(${NODE_JSON} order by seq) from
           (select * from request_lineage where root_id = $1 and seq > $2 order by seq limit $3) page), '[]'::json))::text as body
         from lineage_trees where root_id = $1`,
        [rootId, afterSeq, limit],
        'lineage-tree',
      );
      return row?.body ?? null;
    },

    /** The header as JSON text, and what its nodes are known by; null when there is no such tree. */
    async headerJson(sql: Sql, rootId: string): Promise<{ json: string; nodeCount: number; headHash: string } | null> {
      const [row] = await sql.query<{ json: string; nodeCount: number; headHash: string }>(
        `select ${TREE_JSON}::text as json, node_count as "nodeCount", head_hash as "headHash"
         from lineage_trees where root_id = $1`,
        [rootId],
        'lineage-header',
      );
      return row ?? null;
    },

    /** A page of the first `nodeCount` nodes as the text of a JSON array. */
    async nodesJson(sql: Sql, rootId: string, nodeCount: number, afterSeq: number, limit: number): Promise<string> {
      const [row] = await sql.query<{ body: string }>(
        `select coalesce(json_agg(${NODE_JSON} order by seq), '[]'::json)::text as body from
           (select * from request_lineage where root_id = $1 and seq < $2 and seq > $3 order by seq limit $4) page`,
        [rootId, nodeCount, afterSeq, limit],
        'lineage-nodes',
      );
      return row?.body ?? '[]';
    },

    async childrenJson(sql: Sql, place: Place, afterSeq: number, limit: number): Promise<string> {
      const [row] = await sql.query<{ body: string }>(
        `select coalesce(json_agg(${NODE_JSON} order by seq), '[]'::json)::text as body from
           (select * from request_lineage where root_id = $1 and parent_seq = $2 and seq > $3 order by seq limit $4) page`,
        [place.rootId, place.seq, afterSeq, limit],
        'lineage-children',
      );
      return row?.body ?? '[]';
    },

    /** From the root down to the node itself; empty when the node does not exist. */
    async ancestorsJson(sql: Sql, place: Place): Promise<string> {
      const [row] = await sql.query<{ body: string }>(
        `with recursive up as (
           select * from request_lineage where root_id = $1 and seq = $2
           union all
           select p.* from up join request_lineage p on p.root_id = $1 and p.seq = up.parent_seq)
         select coalesce(json_agg(${NODE_JSON} order by depth), '[]'::json)::text as body from up`,
        [place.rootId, place.seq],
        'lineage-ancestors',
      );
      return row?.body ?? '[]';
    },

    /** A node and all below it, in order of seq, paged. */
    async subtreeJson(sql: Sql, place: Place, afterSeq: number, limit: number): Promise<string> {
      const [row] = await sql.query<{ body: string }>(
        `with recursive down as (
           select * from request_lineage where root_id = $1 and seq = $2
           union all
           select c.* from down join request_lineage c on c.root_id = $1 and c.parent_seq = down.seq)
         select coalesce(json_agg(${NODE_JSON} order by seq), '[]'::json)::text as body from
           (select * from down where seq > $3 order by seq limit $4) page`,
        [place.rootId, place.seq, afterSeq, limit],
        'lineage-subtree',
      );
      return row?.body ?? '[]';
    },

    async head(sql: Sql, rootId: string): Promise<TreeHead | null> {
      const [row] = await sql.query<TreeHead>(
        `select root_id as "rootId", node_count as "nodeCount", head_hash as "headHash", state
         from lineage_trees where root_id = $1`,
        [rootId],
      );
      return row ?? null;
    },

    /** Newest first, each with the beginning of what its first sankalpa says. */
    async trees(sql: Sql, beforeRootId: string | null, limit: number): Promise<LineageTreeRow[]> {
      const rows = await sql.query<{ tree: LineageTree; about: LineageTreeRow['about'] }>(
        `select ${TREE_JSON} as tree,
           (select json_build_object('text', left(s.text, 300), 'language', s.language, 'kind', s.kind)
            from sankalpa s where s.root_id = lineage_trees.root_id order by s.seq limit 1) as about
         from lineage_trees where $1::uuid is null or root_id < $1
         order by root_id desc limit $2`,
        [beforeRootId, limit],
      );
      return rows.map(({ tree, about }) => ({ ...tree, about }));
    },

    async tree(sql: Sql, rootId: string): Promise<LineageTree | null> {
      const [row] = await sql.query<{ tree: LineageTree }>(
        `select ${TREE_JSON} as tree from lineage_trees where root_id = $1`,
        [rootId],
      );
      return row?.tree ?? null;
    },

    async nodes(sql: Sql, rootId: string, afterSeq: number, limit: number): Promise<PlacedNode[]> {
      return sql.query<PlacedNode>(
        `select ${NODE_COLUMNS} from request_lineage where root_id = $1 and seq > $2 order by seq limit $3`,
        [rootId, afterSeq, limit],
      );
    },

    async rootIds(sql: Sql, afterRootId: string | null, limit: number): Promise<string[]> {
      const rows = await sql.query<{ rootId: string }>(
        `select root_id as "rootId" from lineage_trees where $1::uuid is null or root_id > $1 order by root_id limit $2`,
        [afterRootId, limit],
      );
      return rows.map((row) => row.rootId);
    },
  };
}
