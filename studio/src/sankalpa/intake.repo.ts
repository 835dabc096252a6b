/** The SQL of intake; look-ups only for batches that refer to something. */
import { type Place, parsePlace } from '@sacred-qa/contracts/lineage';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import { eventKey, type IntakeItem, type Known, nothingKnown } from './intake.ts';
import type { IntakeRows } from './intake-rows.ts';
import { WRITE_ALL, writeParams } from './intake-write.repo.ts';

export type IntakeRepo = ReturnType<typeof createIntakeRepo>;

export function createIntakeRepo(deps: { lineage: LineageRepo }) {
  async function loadEvents(tx: Sql, items: readonly IntakeItem[], known: Known): Promise<void> {
    const wanted = new Map<string, { source: string; id: string }>();
    for (const { understanding } of items) {
      if (understanding.kind === 'refused') continue;
      const { source, source_event_id: id, parent } = understanding.declaration;
      if (source !== undefined && id !== undefined) wanted.set(eventKey(source, id), { source, id });
      if (parent)
        wanted.set(eventKey(parent.source, parent.source_event_id), {
          source: parent.source,
          id: parent.source_event_id,
        });
    }
    if (wanted.size === 0) return;
    const params = [[...wanted.values()].map((w) => w.source), [...wanted.values()].map((w) => w.id)];
    for (const row of await tx.query<{
      source: string;
      id: string;
      rootId: string;
      seq: number;
      sankalpaId: string;
      requestHash: string;
    }>(
      `select e.source, e.source_event_id as id, e.root_id as "rootId", e.seq, e.sankalpa_id as "sankalpaId",
         e.request_hash as "requestHash"
       from event_dedup e join unnest($1::text[], $2::text[]) as w(source, id) on e.source = w.source and e.source_event_id = w.id`,
      params,
    )) {
      known.events.set(eventKey(row.source, row.id), row);
    }
    for (const row of await tx.query<{
      source: string;
      sourceEventId: string;
      id: string;
      requestHash: string;
      deadlineAt: string;
    }>(
      `select p.source, p.source_event_id as "sourceEventId", p.id, p.request_hash as "requestHash",
         ${isoSql('p.deadline_at')} as "deadlineAt"
       from pending_parents p join unnest($1::text[], $2::text[]) as w(source, id)
         on p.source = w.source and p.source_event_id = w.id`,
      params,
    )) {
      known.waiting.set(eventKey(row.source, row.sourceEventId), row);
    }
  }

  /** A tree that left by retention is told apart from one that never was. */
  async function loadDeparted(tx: Sql, places: readonly Place[], known: Known): Promise<void> {
    const missing = places.map((place) => place.rootId).filter((rootId) => !known.heads.has(rootId));
    if (missing.length === 0) return;
    for (const { rootId } of await tx.query<{ rootId: string }>(
      'select root_id as "rootId" from lineage_tombstones where root_id = any($1::uuid[])',
      [missing],
    )) {
      known.heads.set(rootId, { rootId, nodeCount: 0, headHash: '', state: 'sealed' });
    }
  }

  return {
    /** Reads, and locks where the batch will append, all that the items refer to. */
    async load(tx: Sql, items: readonly IntakeItem[]): Promise<Known> {
      const known = nothingKnown();
      await loadEvents(tx, items, known);
      const places = items.flatMap(({ understanding }) => {
        if (understanding.kind === 'refused') return [];
        const { parent, parent_lineage_id: parentId } = understanding.declaration;
        const place = parent
          ? known.events.get(eventKey(parent.source, parent.source_event_id))
          : parsePlace(parentId ?? '');
        return place ? [place] : [];
      });
      if (places.length > 0) {
        known.heads = await deps.lineage.lockHeads(tx, [...new Set(places.map((p) => p.rootId))]);
        known.depths = await deps.lineage.depthsOf(tx, places);
        await loadDeparted(tx, places, known);
      }
      return known;
    },

    async write(tx: Sql, rows: IntakeRows): Promise<void> {
      await tx.query(WRITE_ALL, writeParams(rows, deps.lineage.retention), 'intake-write');
      if (rows.movedHeads.length > 0) await deps.lineage.moveHeads(tx, rows.movedHeads);
      if (rows.waiting.length > 0) await writeWaiting(tx, rows.waiting);
      if (rows.placedPendingIds.length > 0) {
        await tx.query('delete from pending_parents where id = any($1::uuid[])', [rows.placedPendingIds]);
      }
    },

    /** Waiting events whose parent has come, or (with `overdueAt`) whose deadline has passed. */
    async due(
      sql: Sql,
      limit: number,
      overdueAt: string,
    ): Promise<{ id: string; item: IntakeItem; overdue: boolean }[]> {
      return sql.query(
        `select p.id, p.declaration as item, (e.root_id is null) as overdue from pending_parents p
         left join event_dedup e on e.source = p.parent_source and e.source_event_id = p.parent_source_event_id
         where e.root_id is not null or p.deadline_at < $2 order by p.id limit $1`,
        [limit, overdueAt],
      );
    },

    /** Waiting events that one of these events is the parent of, if it was taken in. */
    async dueUnder(
      sql: Sql,
      parents: readonly { source: string; source_event_id: string }[],
      limit: number,
    ): Promise<{ id: string; item: IntakeItem }[]> {
      return sql.query(
        `select p.id, p.declaration as item from unnest($1::text[], $2::text[]) as w(source, id)
         join event_dedup e on e.source = w.source and e.source_event_id = w.id
         join pending_parents p on p.parent_source = w.source and p.parent_source_event_id = w.id
         order by p.id limit $3`,
        [parents.map((p) => p.source), parents.map((p) => p.source_event_id), limit],
      );
    },

    /** What events wait for. */
    async awaitedParents(sql: Sql, limit: number): Promise<{ source: string; source_event_id: string }[]> {
      return sql.query(
        `select distinct parent_source as source, parent_source_event_id as source_event_id from pending_parents limit $1`,
        [limit],
      );
    },

    async waitingJson(sql: Sql, afterId: string | null, limit: number): Promise<{ id: string; json: unknown }[]> {
      return sql.query(
        `select id, json_build_object('id', id, 'source', source, 'source_event_id', source_event_id,
           'parent', json_build_object('source', parent_source, 'source_event_id', parent_source_event_id),
           'received_at', ${isoSql('received_at')}, 'deadline_at', ${isoSql('deadline_at')}) as json
         from pending_parents where $1::uuid is null or id > $1 order by id limit $2`,
        [afterId, limit],
      );
    },
  };

  async function writeWaiting(tx: Sql, waiting: readonly Record<string, unknown>[]): Promise<void> {
    await tx.query(
      `insert into pending_parents (id, source, source_event_id, parent_source, parent_source_event_id, request_hash,
         declaration, received_at, deadline_at)
       select * from json_to_recordset($1::json) as w(id uuid, source text, "sourceEventId" text, "parentSource" text,
         "parentSourceEventId" text, "requestHash" text, item jsonb, at timestamptz, "deadlineAt" timestamptz)`,
      [JSON.stringify(waiting)],
    );
  }
}
