/**
 * Back-ups: one gzipped file of JSON lines, the same for both stores. First a header (which migrations stood), then
 * every row, then a last line with the counts, so that a file cut short is known as such.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StudioError } from '@sacred-qa/contracts/errors';
import { z } from 'zod';
import { type Clock, isoOf } from '../clock.ts';
import { splitLines } from '../lines.ts';
import type { Database, Sql } from './database.ts';
import { syncParent } from './durable-fs.ts';
import { type MigrationSet, migrate } from './migrate.ts';

const FORMAT = 1;
/** Rows of a page that is read, where they are light. */
const PAGE_ROWS = 100;
/** Rows of a statement that restores, where they are light. */
const LOAD_ROWS = 500;
/** What a page, a text on its way and a statement aim at; one row may weigh more: a pack in it takes up to 16 MiB. */
const PAGE_CHARS = 4 * 1024 * 1024;
export const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
/** Of a file that is not whole yet. */
const PARTIAL = '.partial';
const PARTIAL_KEPT_MS = 6 * 3_600_000;

/**
 * What a back-up leaves out: what live views are told for a short while, and the keys of persons, because one that was
 * destroyed must not come back with an old back-up.
 */
const LEFT_OUT = ['live_events', 'outreach.person_keys'];

const header = z.object({
  format: z.literal(FORMAT),
  created_at: z.string(),
  migrations: z.record(z.string(), z.array(z.string())),
});
const rowLine = z.object({ t: z.string().regex(/^[a-z_][a-z0-9_.]*$/), r: z.record(z.string(), z.unknown()) });
const endLine = z.object({ end: z.literal(true), counts: z.record(z.string(), z.number()) });

export interface BackupFile {
  file: string;
  bytes: number;
  at: string;
}

const NAME = /^backup-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.jsonl\.gz$/;

/** Newest first. */
export function listBackups(folder: string): BackupFile[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return names
    .flatMap((name) => {
      const at = instantOf(name);
      return at === null ? [] : [{ file: join(folder, name), bytes: statSync(join(folder, name)).size, at }];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

function instantOf(name: string): string | null {
  const match = NAME.exec(name);
  if (match === null) return null;
  const [, y, mo, d, h, mi, s] = match;
  return `${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`;
}

/** Writes a back-up of one moment; forgets those older than a week, never the newest, and what was left half-written. */
export async function writeBackup(deps: {
  db: Database;
  folder: string;
  clock: Clock;
  sets: readonly MigrationSet[];
}): Promise<BackupFile & { rows: number }> {
  const { db, folder, clock, sets } = deps;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const at = isoOf(clock.now());
  const file = join(folder, `backup-${at.slice(0, 19).replaceAll(':', '-')}Z.jsonl.gz`);
  // A name of its own: another back-up of the same second may be under way.
  const partial = `${file}.${randomUUID()}${PARTIAL}`;
  let rows = 0;
  try {
    rows = await db.transaction(
      async (tx) => {
        const counts: Record<string, number> = {};
        const lines = exportLines(tx, at, sets, counts);
        await pipeline(Readable.from(lines), createGzip(), createWriteStream(partial, { mode: 0o600, flags: 'wx' }));
        return Object.values(counts).reduce((sum, n) => sum + n, 0);
      },
      { snapshot: true },
    );
    const fd = openSync(partial, 'r');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(partial, file);
    syncParent(file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  forgetOld(folder, clock.now());
  return { file, bytes: statSync(file).size, at, rows };
}

function forgetOld(folder: string, nowMs: number): void {
  const [, ...older] = listBackups(folder);
  for (const backup of older) if (nowMs - Date.parse(backup.at) > KEPT_DAYS * DAY_MS) rmSync(backup.file);
  // What a killed back-up left; a younger one may still be written.
  for (const name of readdirSync(folder)) {
    const at = name.endsWith(PARTIAL) ? instantOf(name.replace(/\.gz\..*/, '.gz')) : null;
    if (at !== null && nowMs - Date.parse(at) > PARTIAL_KEPT_MS) rmSync(join(folder, name), { force: true });
  }
}

async function* exportLines(
  tx: Sql,
  at: string,
  sets: readonly MigrationSet[],
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const migrations: Record<string, string[]> = {};
  for (const set of sets) {
    const applied = await tx.query<{ hash: string }>(`select hash from ${set.table} order by position`);
    migrations[set.table] = applied.map((row) => row.hash);
  }
  yield `${JSON.stringify({ format: FORMAT, created_at: at, migrations })}\n`;
  for (const table of await tablesOf(tx, sets)) {
    counts[table] = 0;
    // A cursor holds one page at a time. Rows come in key order: parents before children.
    await tx.query(
      `declare page no scroll cursor for select to_jsonb(x)::text as row from ${table} x order by ${await keyOf(tx, table)}`,
    );
    let asked = 1;
    while (asked > 0) {
      const page = await tx.query<{ row: string }>(`fetch ${asked} from page`);
      counts[table] += page.length;
      let text = '';
      for (const { row } of page) {
        text += `{"t":"${table}","r":${row}}\n`;
        if (text.length < PAGE_CHARS) continue;
        yield text;
        text = '';
      }
      if (text !== '') yield text;
      asked = page.length < asked ? 0 : rowsAfter(page);
    }
    await tx.query('close page');
  }
  yield `${JSON.stringify({ end: true, counts })}\n`;
}

/** How many rows to ask for next: at most twice as many as came, and so many as fit if each is like the heaviest. */
function rowsAfter(page: readonly { row: string }[]): number {
  const heaviest = page.reduce((most, { row }) => Math.max(most, row.length), 1);
  return Math.max(1, Math.min(PAGE_ROWS, page.length * 2, Math.floor(PAGE_CHARS / heaviest)));
}

/** Headers of trees first, then by name: what refers comes after what it refers to. */
async function tablesOf(tx: Sql, sets: readonly MigrationSet[]): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select case when schemaname = 'public' then tablename else schemaname || '.' || tablename end as name from pg_tables
     where schemaname in ('public', 'outreach') order by tablename <> 'lineage_trees', 1`,
  );
  const leftOut = new Set([...sets.map((set) => set.table), ...LEFT_OUT]);
  return rows.map((row) => row.name).filter((name) => !leftOut.has(name));
}

async function keyOf(tx: Sql, table: string): Promise<string> {
  const rows = await tx.query<{ column: string }>(
    `select quote_ident(a.attname) as column from pg_index i cross join unnest(i.indkey) with ordinality k(attnum, position)
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
     where i.indrelid = $1::regclass and i.indisprimary order by k.position`,
    [table],
  );
  return rows.map((row) => row.column).join(', ') || 'ctid';
}

/**
 * Loads a back-up into an empty store: first the migrations that stood when it was written, then the rows, then the
 * newer migrations. Throws `conflict` when the store is not empty, `validation_failed` when the file is not whole.
 */
export async function loadBackup(deps: {
  db: Database;
  file: string;
  sets: readonly MigrationSet[];
}): Promise<{ rows: number }> {
  const { db, file, sets } = deps;
  const head = await readHeader(file);
  for (const set of sets) await migrate(db, set, { only: head.migrations[set.table] ?? [] });
  const [{ any } = { any: false }] = await db.query<{ any: boolean }>(
    'select exists(select 1 from lineage_trees) as any',
  );
  if (any)
    throw new StudioError('conflict', 'The store is not empty. A back-up is only ever restored into an empty one.');
  const rows = await db.transaction((tx) => loadRows(tx, file));
  for (const set of sets) await migrate(db, set);
  return { rows };
}

async function readHeader(file: string): Promise<z.infer<typeof header>> {
  for await (const line of linesOf(file)) {
    const parsed = header.safeParse(parseLine(line, file));
    if (parsed.success) return parsed.data;
    break;
  }
  throw new StudioError('validation_failed', `${file} is not a back-up of this program.`);
}

/** The columns in order. A row's JSON cannot tell a JSON null from none: where none is not allowed, it was a JSON null. */
async function columnsOf(tx: Sql, table: string): Promise<string> {
  const [row] = await tx.query<{ columns: string }>(
    `select string_agg(case when atttypid = 'jsonb'::regtype and attnotnull then format('coalesce(%I, ''null''::jsonb)', attname)
       else quote_ident(attname) end, ', ' order by attnum) as columns
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return row?.columns ?? '*';
}

/** Numbers that the database gives by itself go on after the highest that was loaded. */
async function advanceIdentity(tx: Sql, table: string): Promise<void> {
  const rows = await tx.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attidentity <> '' and attnum > 0`,
    [table],
  );
  for (const { name } of rows)
    await tx.query(`select setval(pg_get_serial_sequence($1, $2), max(${name})) from ${table}`, [table, name]);
}

async function loadRows(tx: Sql, file: string): Promise<number> {
  const counts: Record<string, number> = {};
  const columns: Record<string, string> = {};
  let total = 0;
  let pending: { table: string; rows: unknown[]; chars: number } = { table: '', rows: [], chars: 0 };
  let ended: z.infer<typeof endLine> | null = null;
  const flush = async () => {
    if (pending.rows.length === 0) return;
    columns[pending.table] ??= await columnsOf(tx, pending.table);
    await tx.query(
      `insert into ${pending.table} select ${columns[pending.table]}
       from jsonb_populate_recordset(null::${pending.table}, $1::jsonb)`,
      [JSON.stringify(pending.rows)],
    );
    counts[pending.table] = (counts[pending.table] ?? 0) + pending.rows.length;
    total += pending.rows.length;
  };
  let first = true;
  for await (const line of linesOf(file)) {
    if (first) {
      first = false;
      continue;
    }
    const value = parseLine(line, file);
    const end = endLine.safeParse(value);
    if (end.success) {
      ended = end.data;
      break;
    }
    const { t, r } = rowLine.parse(value);
    if (t !== pending.table || pending.rows.length >= LOAD_ROWS || pending.chars + line.length > PAGE_CHARS) {
      await flush();
      pending = { table: t, rows: [], chars: 0 };
    }
    pending.rows.push(r);
    pending.chars += line.length;
  }
  await flush();
  if (ended === null) throw cutShort(file);
  for (const table of Object.keys(columns)) await advanceIdentity(tx, table);
  for (const [table, n] of Object.entries(ended.counts)) {
    if ((counts[table] ?? 0) !== n)
      throw new StudioError('validation_failed', `${file} holds ${counts[table] ?? 0} of ${n} rows of ${table}.`);
  }
  return total;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* splitLines(source.pipe(gunzip));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new StudioError('not_found', `There is no file ${file}.`, { cause: error });
    throw cutShort(file, error);
  } finally {
    source.destroy();
  }
}

function parseLine(line: string, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw cutShort(file, error);
  }
}

const cutShort = (file: string, cause?: unknown) =>
  new StudioError('validation_failed', `${file} is damaged or was cut short; nothing was restored.`, { cause });
