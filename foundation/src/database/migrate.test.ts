import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { appliedMigrations, type MigrationSet, migrate } from './migrate.ts';
import { openTestDatabase } from './testing.ts';

let db: Database;
let set: MigrationSet;
beforeEach(async () => {
  ({ db } = await openTestDatabase([]));
  set = { folder: mkdtempSync(join(tmpdir(), 'studio-migrate-')), table: 'house_migrations' };
});
afterEach(async () => {
  await db.execute('drop table if exists house_migrations; drop table if exists rooms');
  rmSync(set.folder, { recursive: true });
});

function write(...files: string[]): void {
  const entries = files.map((_, idx) => ({ idx, version: '7', when: idx + 1, tag: `000${idx}`, breakpoints: true }));
  mkdirSync(join(set.folder, 'meta'), { recursive: true });
  writeFileSync(
    join(set.folder, 'meta/_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  for (const [i, sql] of files.entries()) writeFileSync(join(set.folder, `000${i}.sql`), sql);
}
const FIRST = 'create table rooms (id int primary key)';

test('of processes that start at once, one applies each migration and the others find it done', async () => {
  write(FIRST, 'insert into rooms values (1)');
  const counts = await Promise.all(Array.from({ length: 4 }, () => migrate(db, set)));
  expect(counts.sort()).toEqual([0, 0, 0, 2]);
  expect(await db.query('select id from rooms')).toEqual([{ id: 1 }]);
});

test('a later start applies only what is new', async () => {
  write(FIRST);
  expect(await migrate(db, set)).toBe(1);
  write(FIRST, 'alter table rooms add column name text');
  expect(await migrate(db, set)).toBe(1);
  expect((await appliedMigrations(db, set)).map((one) => one.position)).toEqual([0, 1]);
});

test('a migration that fails leaves nothing of its start', async () => {
  write(FIRST, 'select 1/0');
  await expect(migrate(db, set)).rejects.toThrow();
  expect(await db.query(`select to_regclass('rooms') as rooms`)).toEqual([{ rooms: null }]);
});
