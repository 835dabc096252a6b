/** Opens what a power cut left, and says whether it is what it must be. */
import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { DurableNodeFS, durableStartParams } from '../../foundation/src/database/durable-fs.ts';
import { storeFolder } from '../../foundation/src/database/open.ts';
import type { CutStore } from './cut-rounds.ts';
import { openOurs } from './engines.ts';
import { createLedger, differenceFrom, insertRows, readLedger } from './ledger.ts';
import { reasonOf } from './proof.ts';
import { seeded } from './seeded.ts';

/** Ids above every one that the workload gives. */
const AFTERWARDS = [1_000_001, 1_000_002, 1_000_003];

/** Null, or a sentence. The store is written to, checkpointed and opened twice. */
export async function faultOf(cut: CutStore): Promise<string | null> {
  const name = `cut during ${cut.moment}, loss of ${cut.loss} (${cut.dataDir})`;
  try {
    const fault = (await checkRows(cut)) ?? (await checkPages(cut.dataDir));
    return fault === null ? null : `${name}: ${fault}.`;
  } catch (error) {
    return `${name}: the store cannot be used: ${reasonOf(error)}.`;
  }
}

async function checkRows(cut: CutStore): Promise<string | null> {
  const opened = await openOurs(cut.dataDir);
  try {
    const { db } = opened;
    if (cut.possible === null) {
      await db.query('drop table if exists ledger');
      await createLedger(db, seeded(0));
    }
    const fault = differenceFrom(cut.possible ?? [new Map()], await readLedger(db));
    if (fault !== null) return fault;
    await insertRows(db, AFTERWARDS);
    await db.execute('checkpoint');
    return null;
  } finally {
    await opened.close();
  }
}

/** Reads every table whole (its pages carry checksums) and compares every index with its table. */
async function checkPages(dataDir: string): Promise<string | null> {
  const pg = await PGlite.create({
    fs: new DurableNodeFS(storeFolder(dataDir)),
    startParams: durableStartParams(),
    extensions: { amcheck },
  });
  try {
    await pg.exec('create extension amcheck');
    // An index over partitions has no pages of its own.
    await pg.exec(`select bt_index_check(indexrelid, true) from pg_index join pg_class on oid = indexrelid
                   where relkind = 'i' and relam = (select oid from pg_am where amname = 'btree') and indisvalid`);
    const heap = await pg.query<{ msg: string }>(
      "select msg from pg_class, lateral verify_heapam(oid) where relkind in ('r', 't', 'm')",
    );
    if (heap.rows[0] !== undefined) return `a table is damaged: ${heap.rows[0].msg}`;
    const afterwards = await pg.query('select id from ledger where id = any($1)', [AFTERWARDS]);
    return afterwards.rows.length === AFTERWARDS.length ? null : 'rows written after the cut did not last';
  } finally {
    await pg.close();
  }
}
