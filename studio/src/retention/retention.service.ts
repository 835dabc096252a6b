/**
 * Retention is per tree. A tree leaves whole, only after its last event is older than the retention time,
 * never while a run in it is unfinished or a legal hold lies on it; a tombstone stays.
 */
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { LineageRepo } from '../lineage/lineage.repo.ts';

const TREES_PER_COMMIT = 20;

/** Rows that belong to a tree, besides its nodes. `event_dedup` stays: the same event must never begin anew. */
const ROWS_BY_TREE = ['qa_logs', 'sacred_contacts', 'sankalpa', 'findings', 'finding_events', 'reports'] as const;

export type RetentionService = ReturnType<typeof createRetentionService>;

export interface CleanUpCounts {
  trees_removed: number;
  nodes_removed: number;
  idempotency_keys_removed: number;
}

export function createRetentionService(deps: {
  db: Database;
  lineage: LineageRepo;
  clock: Clock;
  gateway: { name: string; version: string };
}) {
  const { db, lineage, clock, gateway } = deps;

  /** Removes up to a handful of departed trees in one commit; headers are locked, so no event slips in between. */
  async function removeSome(nowIso: string): Promise<{ trees: number; nodes: number }> {
    return db.transaction(async (tx) => {
      const due = await tx.query<{ root_id: string; node_count: number }>(
        `select root_id, node_count from lineage_trees
         where expires_at < $1 and not hold and open_runs = 0
         order by expires_at limit $2 for update skip locked`,
        [nowIso, TREES_PER_COMMIT],
      );
      if (due.length === 0) return { trees: 0, nodes: 0 };
      await removeTrees(
        tx,
        due.map((tree) => tree.root_id),
        nowIso,
      );
      return { trees: due.length, nodes: due.reduce((sum, tree) => sum + tree.node_count, 0) };
    });
  }

  async function setHold(rootId: string, reason: string | null): Promise<void> {
    db.assertWritable();
    await db.transaction(async (tx) => {
      const root = await lineage.place(tx, { rootId, seq: 0 });
      if (root === null) throw new StudioError('not_found', `There is no lineage tree ${rootId}.`);
      await lineage.append(tx, rootId, [
        {
          parent: root,
          agentName: gateway.name,
          operationType: reason === null ? 'hold_released' : 'hold_set',
          timestamp: isoOf(clock.now()),
          durationMs: 0,
          success: true,
          metadata: { version: gateway.version, ...(reason === null ? {} : { reason }) },
        },
      ]);
      await tx.query('update lineage_trees set hold = $2, hold_reason = $3 where root_id = $1', [
        rootId,
        reason !== null,
        reason,
      ]);
    });
  }

  return {
    async cleanUp(): Promise<CleanUpCounts> {
      db.assertWritable();
      const nowIso = isoOf(clock.now());
      const total = { trees_removed: 0, nodes_removed: 0, idempotency_keys_removed: 0 };
      for (;;) {
        const { trees, nodes } = await removeSome(nowIso);
        total.trees_removed += trees;
        total.nodes_removed += nodes;
        if (trees < TREES_PER_COMMIT) break;
      }
      const keys = await db.query('delete from idempotency_keys where expires_at < $1 returning key', [nowIso]);
      total.idempotency_keys_removed = keys.length;
      return total;
    },

    /**
     * Takes trees back as if they had never been: for the sample practice, which is nobody's history. Whole, without a
     * tombstone, with what hangs on them. Throws `conflict` while a run is unfinished, `legal_hold` under one.
     */
    async takeBack(tx: Sql, rootIds: readonly string[]): Promise<void> {
      const [held] = await tx.query<{ hold: boolean }>(
        'select hold from lineage_trees where root_id = any($1::uuid[]) and (hold or open_runs > 0) for update',
        [rootIds],
      );
      if (held?.hold === true)
        throw new StudioError('legal_hold', 'A tree of it is under legal hold; release it first.');
      if (held !== undefined)
        throw new StudioError('conflict', 'An audit in it is unfinished; cancel it, then remove.');
      const targets = await tx.query<{ id: string }>(
        'select distinct target_id as id from audits where root_id = any($1::uuid[]) and target_id is not null',
        [rootIds],
      );
      await removeRows(tx, rootIds);
      for (const table of ['engagements', 'event_dedup'])
        await tx.query(`delete from ${table} where root_id = any($1::uuid[])`, [rootIds]);
      await tx.query(
        'delete from targets where id = any($1::uuid[]) and not exists (select from audits a where a.target_id = targets.id)',
        [targets.map(({ id }) => id)],
      );
    },

    hold: (rootId: string, reason: string) => setHold(rootId, reason),
    release: (rootId: string) => setHold(rootId, null),
  };
}

async function removeTrees(tx: Sql, rootIds: readonly string[], nowIso: string): Promise<void> {
  await tx.query(
    `insert into lineage_tombstones (root_id, node_count, head_hash, last_event_at, reason, removed_at)
     select root_id, node_count, head_hash, last_event_at, 'retention', $2 from lineage_trees where root_id = any($1::uuid[])`,
    [rootIds, nowIso],
  );
  await removeRows(tx, rootIds);
}

async function removeRows(tx: Sql, rootIds: readonly string[]): Promise<void> {
  for (const table of ['attempts', 'scores', 'judge_votes']) {
    await tx.query(`delete from ${table} where audit_id in (select id from audits where root_id = any($1::uuid[]))`, [
      rootIds,
    ]);
  }
  for (const table of ['audits', ...ROWS_BY_TREE]) {
    await tx.query(`delete from ${table} where root_id = any($1::uuid[])`, [rootIds]);
  }
  await tx.query('delete from request_lineage where root_id = any($1::uuid[])', [rootIds]);
  await tx.query('delete from lineage_trees where root_id = any($1::uuid[])', [rootIds]);
}
