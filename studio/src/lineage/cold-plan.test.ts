/**
 * A store is nearly empty each time the program is installed. A plan made then, and kept, must not read whole tables
 * later (measured elsewhere: checks that stayed sequential made batches 13 times slower).
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCaller, wireIntake } from '../testing/wired-intake.ts';

let room: Awaited<ReturnType<typeof wireIntake>>;
beforeAll(async () => {
  room = await wireIntake();
});
afterAll(() => room.intake.drain());

/** Rows read by whole-table scans since the statistics began. */
async function scannedRows(): Promise<number> {
  await room.db.query('select pg_stat_force_next_flush()');
  const [row] = await room.db.query<{ n: number }>(
    `select coalesce(sum(seq_tup_read), 0)::float8 as n from pg_stat_user_tables
     where relname in ('request_lineage', 'lineage_trees', 'event_dedup', 'sankalpa')`,
  );
  return row?.n ?? 0;
}

const declareMany = (from: number, count: number, more: (n: number) => object = () => ({})) =>
  Promise.all(
    Array.from({ length: count }, (_, i) =>
      room.intake.declare(
        { text: `event ${from + i}`, source: 'cold', source_event_id: `${from + i}`, ...more(i) },
        testCaller,
      ),
    ),
  );

/** As if the store had been in use for long: many trees of one node, each with its event. */
async function growTo(count: number): Promise<void> {
  const roots = `select lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000000' as id, i from generate_series(1, ${count}) i`;
  await room.db.query(
    `insert into lineage_trees (root_id, node_count, last_event_at, expires_at, head_hash)
     select id::uuid, 1, now(), now() + interval '1 year', 'x' from (${roots}) r`,
  );
  await room.db.query(
    `insert into request_lineage select id::uuid, 0, null, 0, 'a', 'o', now(), 1, true, '{}', 'x', 'y' from (${roots}) r`,
  );
  await room.db.query(
    `insert into event_dedup (source, source_event_id, request_hash, root_id, seq, sankalpa_id)
     select 'old', i::text, 'h', id::uuid, 0, id::uuid from (${roots}) r`,
  );
}

test('intake whose plans were made over an empty store reads by index when the store has grown', async () => {
  const child = (n: number) => ({ parent: { source: 'cold', source_event_id: String(n) } });
  for (let from = 0; from < 100; from += 10) {
    await declareMany(from, 10);
    await declareMany(10_000 + from, 10, child);
  }
  const ROWS = 20_000;
  await growTo(ROWS);
  const before = await scannedRows();
  for (let batch = 0; batch < 10; batch += 1) {
    await declareMany(20_000 + batch * 10, 10);
    await declareMany(30_000 + batch * 10, 10, child);
  }
  // Not one whole scan of any of the tables in twenty commits.
  expect((await scannedRows()) - before).toBeLessThan(ROWS);
});
