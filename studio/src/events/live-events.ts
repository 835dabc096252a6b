/**
 * What live views are told, in an order that a reader can resume from. Rows are read only once no older transaction
 * can still add one before them (xid below the snapshot's xmin), so a reader never steps over a late commit.
 */
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

export interface LiveItem {
  kind: string;
  [member: string]: unknown;
}

export interface LiveEvent {
  /** `<xid>-<row id>-<index>`: what a client sends back as Last-Event-ID. */
  id: string;
  event: string;
  data: string;
}

const CURSOR = /^(\d{1,20})-(\d{1,19})-(\d{1,9})$/;
/** What the columns hold: xid8 and bigint. */
const MAX_XID = 2n ** 64n - 1n;
const MAX_ID = 2n ** 63n - 1n;
const PAGE_ROWS = 200;

export type LiveEvents = ReturnType<typeof createLiveEvents>;

export function createLiveEvents(deps: { db: Database; clock: Clock }) {
  const { db } = deps;
  const wakers = new Set<() => void>();
  const wake = (): void => {
    for (const waker of wakers) waker();
  };

  return {
    /** Adds items in the writer's own transaction; call `wake` after its commit. */
    async publish(tx: Sql, items: readonly LiveItem[]): Promise<void> {
      const at = new Date(deps.clock.now()).toISOString();
      await tx.query('insert into live_events (at, items) values ($1, $2::jsonb)', [at, JSON.stringify(items)]);
    },

    wake,

    onWake(waker: () => void): () => void {
      wakers.add(waker);
      return () => wakers.delete(waker);
    },

    /** Where a new reader begins: after all that was committed so far. */
    async latest(): Promise<string> {
      const [row] = await db.query<{ xid: string; id: string }>(
        `select xid::text as xid, id::text as id from live_events
         where xid < pg_snapshot_xmin(pg_current_snapshot()) order by live_events.xid desc, live_events.id desc limit 1`,
      );
      return row ? `${row.xid}-${row.id}-999999999` : '0-0-0';
    },

    /** The events after a cursor, oldest first; `reset` when the cursor is not ours or older than what is kept. */
    async after(cursor: string): Promise<LiveEvent[] | 'reset'> {
      const match = CURSOR.exec(cursor);
      if (match === null) return 'reset';
      const [, xid = '0', id = '0', index = '0'] = match;
      if (BigInt(xid) > MAX_XID || BigInt(id) > MAX_ID) return 'reset';
      if (xid !== '0' && !(await stillKept(xid, id))) return 'reset';
      const rows = await db.query<{ xid: string; id: string; at: string; items: LiveItem[] }>(
        `select xid::text as xid, id::text as id, ${isoSql('at')} as at, items from live_events
         where (xid, id) >= ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
         order by live_events.xid, live_events.id limit $3`,
        [xid, id, PAGE_ROWS],
      );
      return rows.flatMap((row) =>
        row.items.flatMap((item, i): LiveEvent[] => {
          if (row.xid === xid && row.id === id && i <= Number(index)) return [];
          return [{ id: `${row.xid}-${row.id}-${i}`, event: item.kind, data: JSON.stringify({ at: row.at, ...item }) }];
        }),
      );
    },

    /** Forgets events before an instant; a reader that was away longer is told to start anew. */
    async prune(beforeIso: string): Promise<void> {
      await db.query('delete from live_events where at < $1', [beforeIso]);
    },
  };

  async function stillKept(xid: string, id: string): Promise<boolean> {
    const [row] = await db.query<{ kept: boolean }>(
      'select exists(select 1 from live_events where (xid, id) <= ($1::xid8, $2::bigint)) as kept',
      [xid, id],
    );
    return row?.kept ?? false;
  }
}
