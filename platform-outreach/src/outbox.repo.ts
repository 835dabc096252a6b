/** The SQL of the outbox's other end: what the Studio is still to be told, and what became of it. */
import type { OutboxEvent, OutboxReader, OutboxStatus, Outcome } from '@sacred-qa/contracts/bridge';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

/** Held while events are told, so that of many processes one does it. Any fixed number; no other lock here uses it. */
const TELLING_LOCK = 7_305_202_511;
const SET_ASIDE_SHOWN = 50;
const OPEN = 'delivered_at is null and set_aside_at is null';

/**
 * A key of which an earlier event is to be tried later waits with it. Events whose transactions overlapped have no
 * order between them: each may come first.
 */
const DUE = `
  select o.id::int8 as id, o.source_event_id, o.order_key, o.event, o.traceparent, o.attempts
  from outreach.outbox o
  where o.delivered_at is null and o.set_aside_at is null and not exists (
    select 1 from outreach.outbox b
    where b.order_key = o.order_key and b.id <= o.id and b.next_try_at > $1
      and b.delivered_at is null and b.set_aside_at is null)
  order by o.id
  limit $2`;

interface Row {
  id: string;
  source_event_id: string;
  order_key: string;
  event: OutboxEvent['event'];
  traceparent: string | null;
  attempts: number;
}

export function createOutboxReader(deps: { db: Database; clock: Clock }): OutboxReader {
  const now = (): string => isoOf(deps.clock.now());

  async function read(sql: Sql, limit: number): Promise<OutboxEvent[]> {
    const rows = await sql.query<Row>(DUE, [now(), limit], 'outbox_due');
    return rows.map((row) => ({
      id: Number(row.id),
      sourceEventId: row.source_event_id,
      orderKey: row.order_key,
      event: row.event,
      traceparent: row.traceparent,
      attempts: row.attempts,
    }));
  }

  async function takeFrom(sql: Sql, limit: number, tell: Parameters<OutboxReader['takeDue']>[1]): Promise<Outcome[]> {
    const events = await read(sql, limit);
    if (events.length === 0) return [];
    const outcomes = await tell(events);
    await write(sql, outcomes, now());
    return outcomes;
  }

  return {
    async takeDue(limit, tell) {
      // The embedded store has one owner and one session: a transaction would keep the Studio from answering.
      if (deps.db.kind === 'embedded') return takeFrom(deps.db, limit, tell);
      return deps.db.transaction(async (tx) => {
        // A teller that is gone without a word holds the lock until the server ends its session; a wave takes seconds.
        await tx.query(`set local idle_in_transaction_session_timeout = '2min'`);
        const [lock] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
          TELLING_LOCK,
        ]);
        return lock?.mine === true ? takeFrom(tx, limit, tell) : null;
      });
    },
  };
}

async function write(sql: Sql, outcomes: readonly Outcome[], at: string): Promise<void> {
  const delivered = outcomes.filter((one) => one.kind === 'delivered');
  if (delivered.length > 0) {
    await sql.query(
      `update outreach.outbox o set delivered_at = $1, lineage_id = d.lineage_id, last_error = null
       from unnest($2::int8[], $3::text[]) as d (id, lineage_id) where o.id = d.id`,
      [at, delivered.map((one) => one.id), delivered.map((one) => one.lineageId)],
      'outbox_delivered',
    );
  }
  for (const one of outcomes) {
    if (one.kind === 'later') {
      await sql.query(
        'update outreach.outbox set attempts = attempts + 1, next_try_at = $2, last_error = $3 where id = $1',
        [one.id, isoOf(one.nextTryMs), one.reason],
      );
    } else if (one.kind === 'set_aside') {
      await sql.query(
        'update outreach.outbox set attempts = attempts + 1, set_aside_at = $2, last_error = $3 where id = $1',
        [one.id, at, one.reason],
      );
    } else if (one.kind === 'unreached') {
      await sql.query('update outreach.outbox set last_error = $2 where id = $1', [one.id, one.reason]);
    }
  }
}

export function createOutboxDesk(deps: { db: Database }) {
  const { db } = deps;
  return {
    async status(): Promise<OutboxStatus> {
      const [counts] = await db.query<Omit<OutboxStatus, 'last_error' | 'set_aside_events'>>(
        `select count(*) filter (where ${OPEN})::int as waiting,
                count(delivered_at)::int as delivered,
                count(set_aside_at)::int as set_aside,
                ${isoSql(`min(created_at) filter (where ${OPEN})`)} as oldest_waiting_at,
                ${isoSql('max(delivered_at)')} as last_delivered_at
         from outreach.outbox`,
      );
      const [next] = await db.query<{ last_error: string | null }>(
        `select last_error from outreach.outbox where ${OPEN} order by last_error is null, id limit 1`,
      );
      const aside = await db.query<OutboxStatus['set_aside_events'][number]>(
        `select source_event_id, event->>'kind' as kind, last_error as reason, ${isoSql('set_aside_at')} as set_aside_at
         from outreach.outbox where set_aside_at is not null order by id desc limit $1`,
        [SET_ASIDE_SHOWN],
      );
      if (counts === undefined) throw new Error('a count gives one row');
      return { ...counts, last_error: next?.last_error ?? null, set_aside_events: aside };
    },

    /** Of the whole only what a health check needs: both are read off small indexes. */
    async arrears(): Promise<{ oldest_waiting_at: string | null; set_aside: number }> {
      const [row] = await db.query<{ oldest_waiting_at: string | null; set_aside: number }>(
        `select (select ${isoSql('created_at')} from outreach.outbox where ${OPEN} order by id limit 1) as oldest_waiting_at,
                (select count(*)::int from outreach.outbox where set_aside_at is not null) as set_aside`,
      );
      return row ?? { oldest_waiting_at: null, set_aside: 0 };
    },

    /** What was set aside is told again, as if for the first time; one event, or all. Gives how many. */
    async takeUpAgain(sourceEventId: string | null): Promise<number> {
      const rows = await db.query(
        `update outreach.outbox set set_aside_at = null, attempts = 0, next_try_at = '-infinity'
         where set_aside_at is not null and ($1::text is null or source_event_id = $1) returning id`,
        [sourceEventId],
      );
      return rows.length;
    },
  };
}
