/**
 * The database of tests: one per worker, shared by its files, emptied between tests. Real either way:
 * PostgreSQL in WASM by default, a server when DATABASE_URL is set (then each worker gets a database of its own).
 */
import pg from 'pg';
import type { Database } from './database.ts';
import { openInMemory } from './in-memory.ts';
import { type MigrationSet, migrate } from './migrate.ts';
import { openServer } from './server.ts';

export interface TestDatabase {
  db: Database;
  /** Empties every table of the migrated schemas. */
  clear(): Promise<void>;
}

const shared = globalThis as { studioTestDatabase?: Promise<Database> };

export async function openTestDatabase(sets: readonly MigrationSet[]): Promise<TestDatabase> {
  shared.studioTestDatabase ??= process.env.DATABASE_URL
    ? openOwnServerDatabase(process.env.DATABASE_URL)
    : openInMemory();
  const db = await shared.studioTestDatabase;
  for (const set of sets) await migrate(db, set);
  const clear = () => emptyTables(db);
  await clear();
  return { db, clear };
}

async function openOwnServerDatabase(url: string): Promise<Database> {
  const name = `studio_test_${process.env.VITEST_POOL_ID ?? '0'}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  await admin.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return openServer({ url: own.href });
}

/**
 * What remembers migrations stays, whoever migrated: another file of this worker did. Tables that are empty already are
 * left alone: to empty one anew costs the engine more than most tests.
 */
async function emptyTables(db: Database): Promise<void> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'outreach') and tablename not like '%\\_migrations'`,
  );
  if (tables.length === 0) return;
  const looks = tables.map(({ name }) => `select '${name}' as name where exists (select 1 from ${name})`);
  const full = await db.query<{ name: string }>(looks.join(' union all '));
  if (full.length > 0) await db.query(`truncate ${full.map(({ name }) => name).join(', ')} restart identity cascade`);
}
