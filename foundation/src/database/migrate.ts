/** SQL migrations, applied at start. Safe when several processes start at once: the first one applies them. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Database, Sql } from './database.ts';
import { readMigrationFiles } from './drizzle.ts';

export interface MigrationSet {
  folder: string;
  /** Remembers which ran; each workspace has its own. */
  table: string;
}

// Any fixed number: it names the lock under which processes take turns at migrating.
const MIGRATION_LOCK = 7_300_001;

/**
 * Applies what is missing, all in one transaction; answers how many files that were. `only` (hashes) stops where an
 * older store stood; throws `conflict` when it names one that this version does not have.
 */
export async function migrate(
  db: Database,
  set: MigrationSet,
  options: { only?: readonly string[] } = {},
): Promise<number> {
  const all = readMigrationFiles({ migrationsFolder: set.folder });
  const { only } = options;
  const files = only === undefined ? all : all.slice(0, only.length);
  if (only?.some((hash, i) => files[i]?.hash !== hash)) {
    throw new StudioError('conflict', 'The store was written by a newer version of this program, or by another one.');
  }
  return db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await tx.query(
      `create table if not exists ${set.table} (hash text primary key, position int not null, applied_at timestamptz not null default now())`,
    );
    const applied = new Set((await tx.query<{ hash: string }>(`select hash from ${set.table}`)).map((row) => row.hash));
    let count = 0;
    for (const [position, file] of files.entries()) {
      if (applied.has(file.hash)) continue;
      for (const statement of file.sql) await tx.query(statement);
      await tx.query(`insert into ${set.table} (hash, position) values ($1, $2)`, [file.hash, position]);
      count += 1;
    }
    return count;
  });
}

export async function appliedMigrations(
  sql: Sql,
  set: MigrationSet,
): Promise<{ position: number; applied_at: string }[]> {
  return sql.query(`select position, applied_at from ${set.table} order by position`);
}
