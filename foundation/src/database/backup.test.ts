import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { KEPT_DAYS, listBackups, loadBackup, writeBackup } from './backup.ts';
import type { Database } from './database.ts';
import { fromPglite } from './embedded.ts';
import { type MigrationSet, migrate } from './migrate.ts';

const DAY_MS = 86_400_000;
const FIRST = 'create table lineage_trees (root_id int primary key, said jsonb, at timestamptz)';
const SECOND = `alter table lineage_trees add column mood text not null default 'calm'`;

let engine: PGlite;
let db: Database;
let dir: string;
const clock = {
  ms: Date.parse('2026-01-05T02:00:00Z'),
  now() {
    return this.ms;
  },
};

beforeAll(async () => {
  engine = await PGlite.create();
  db = fromPglite(engine, { assertWritable: () => {} });
});
afterAll(() => engine.close());
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'studio-backup-'));
  await db.execute('drop schema public cascade; create schema public');
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A migration folder as drizzle-kit writes it. */
function migrationsOf(files: string[]): MigrationSet {
  const folder = join(dir, 'migrations');
  const entries = files.map((_, idx) => ({ idx, version: '7', when: idx + 1, tag: `000${idx}`, breakpoints: true }));
  mkdirSync(join(folder, 'meta'), { recursive: true });
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  for (const [i, sql] of files.entries()) writeFileSync(join(folder, `000${i}.sql`), sql);
  return { folder, table: 'test_migrations' };
}

const rows = () =>
  db.query('select root_id, said, extract(epoch from at)::float8 as at from lineage_trees order by root_id');
const empty = () => db.execute('drop schema public cascade; create schema public');

async function backedUp(count: number, files = [FIRST]) {
  const set = migrationsOf(files);
  await migrate(db, set);
  await db.query(
    `insert into lineage_trees (root_id, said, at) select i, jsonb_build_object('text', 'नमस्ते "\u2028\u2029\r' || i), '2026-01-01T00:00:00.123Z'
     from generate_series(1, ${count}) i`,
  );
  return { set, backup: await writeBackup({ db, folder: join(dir, 'backups'), clock, sets: [set] }) };
}

test('every row of every page comes back as it was, to the millisecond and the letter, separators of lines too', async () => {
  const { set, backup } = await backedUp(1203);
  const before = await rows();
  expect(backup.rows).toBe(1203);
  await empty();
  expect(await loadBackup({ db, file: backup.file, sets: [set] })).toEqual({ rows: 1203 });
  expect(await rows()).toEqual(before);
});

test('heavy rows are read few at a time and light ones many, and all come back', async () => {
  const { set } = await backedUp(40);
  await db.query(`update lineage_trees set said = to_jsonb(repeat('x', 1500000)) where root_id <= 4`);
  const before = await db.query('select root_id, md5(said::text) from lineage_trees order by root_id');
  const pageChars: number[] = [];
  const watched: Database = {
    ...db,
    transaction: (work, options) =>
      db.transaction(
        (tx) =>
          work({
            orm: tx.orm,
            async query<Row>(text: string, params?: readonly unknown[]) {
              const page = await tx.query<Row>(text, params);
              if (text.startsWith('fetch')) pageChars.push(JSON.stringify(page).length);
              return page;
            },
          }),
        options,
      ),
  };
  const later = { now: () => clock.ms + 60_000 };
  const backup = await writeBackup({ db: watched, folder: join(dir, 'backups'), clock: later, sets: [set] });
  expect(Math.max(...pageChars)).toBeLessThan(4.1 * 1024 * 1024);
  expect(pageChars.length).toBeLessThan(15);
  await empty();
  await loadBackup({ db, file: backup.file, sets: [set] });
  expect(await db.query('select root_id, md5(said::text) from lineage_trees order by root_id')).toEqual(before);
});

test('a JSON null comes back as one, also where a column must hold something', async () => {
  const { set } = await backedUp(1);
  await db.execute(`create table said (id int primary key, what jsonb not null); insert into said values (1, 'null')`);
  const backup = await writeBackup({
    db,
    folder: join(dir, 'backups'),
    clock: { now: () => clock.ms + 60_000 },
    sets: [set],
  });
  await empty();
  await migrate(db, set);
  await db.execute('drop table lineage_trees');
  await db.execute(`${FIRST}; create table said (id int primary key, what jsonb not null)`);
  await loadBackup({ db, file: backup.file, sets: [set] });
  expect(await db.query(`select what::text from said`)).toEqual([{ what: 'null' }]);
});

test('numbers that the database gives by itself go on where they stood', async () => {
  const numbered = 'create table told (id int primary key generated by default as identity, what text)';
  const files = [FIRST, numbered];
  await migrate(db, migrationsOf(files));
  await db.query(`insert into told (what) values ('one'), ('two')`);
  const { set, backup } = await backedUp(1, files);
  await empty();
  await loadBackup({ db, file: backup.file, sets: [set] });
  await db.query(`insert into told (what) values ('three')`);
  expect(await db.query('select id from told order by id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
});

test('a back-up of an older version is loaded as it stood, then brought up to date', async () => {
  const { backup } = await backedUp(2);
  await empty();
  await loadBackup({ db, file: backup.file, sets: [migrationsOf([FIRST, SECOND])] });
  expect(await db.query('select mood from lineage_trees')).toEqual([{ mood: 'calm' }, { mood: 'calm' }]);
});

test('a back-up of a newer version, a store with rows and a file that is none are refused', async () => {
  const { set, backup } = await backedUp(2, [FIRST, SECOND]);
  await expect(loadBackup({ db, file: backup.file, sets: [set] })).rejects.toMatchObject({ code: 'conflict' });
  await empty();
  await expect(loadBackup({ db, file: backup.file, sets: [migrationsOf([FIRST])] })).rejects.toThrow(/newer version/);
  await expect(loadBackup({ db, file: join(dir, 'none'), sets: [set] })).rejects.toMatchObject({ code: 'not_found' });
  writeFileSync(join(dir, 'text'), 'not a back-up');
  await expect(loadBackup({ db, file: join(dir, 'text'), sets: [set] })).rejects.toThrow(/damaged/);
});

test('a file cut short, at any line, restores nothing', async () => {
  const { set, backup } = await backedUp(3);
  const lines = gunzipSync(readFileSync(backup.file)).toString().trimEnd().split('\n');
  for (let kept = 1; kept < lines.length; kept += 1) {
    await empty();
    const cut = join(dir, 'cut.jsonl.gz');
    writeFileSync(cut, gzipSync(`${lines.slice(0, kept).join('\n')}\n`));
    await expect(loadBackup({ db, file: cut, sets: [set] })).rejects.toMatchObject({ code: 'validation_failed' });
    expect(await rows()).toEqual([]);
  }
  const whole = readFileSync(backup.file);
  writeFileSync(join(dir, 'half.gz'), whole.subarray(0, whole.length / 2));
  await empty();
  await expect(loadBackup({ db, file: join(dir, 'half.gz'), sets: [set] })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test('two back-ups in one second spoil nothing: the file that stays is whole', async () => {
  const set = migrationsOf([FIRST]);
  await migrate(db, set);
  await db.query('insert into lineage_trees (root_id) select i from generate_series(1, 300) i');
  const bothRead = Promise.withResolvers<void>();
  let read = 0;
  const meeting: Database = {
    ...db,
    async transaction(work, options) {
      const done = await db.transaction(work, options);
      read += 1;
      if (read === 2) bothRead.resolve();
      await bothRead.promise;
      return done;
    },
  };
  const folder = join(dir, 'backups');
  const write = () => writeBackup({ db: meeting, folder, clock, sets: [set] });
  const [one, other] = await Promise.all([write(), write()]);
  expect(one.file).toBe(other.file);
  await empty();
  expect(await loadBackup({ db, file: one.file, sets: [set] })).toEqual({ rows: 300 });
  expect(readdirSync(folder)).toHaveLength(1);
});

test('back-ups older than a week are forgotten, the newest never is, and no partial file stays', async () => {
  const { set } = await backedUp(1);
  const folder = join(dir, 'backups');
  clock.ms += (KEPT_DAYS + 1) * DAY_MS;
  const second = await writeBackup({ db, folder, clock, sets: [set] });
  expect(listBackups(folder).map((b) => b.file)).toEqual([second.file]);
  await empty();
  await expect(writeBackup({ db, folder, clock, sets: [set] })).rejects.toThrow();
  expect(readdirSync(folder)).toHaveLength(1);
  await migrate(db, set);
  for (const at of ['2026-01-13T01-59-00Z', '2026-01-12T19-00-00Z'])
    writeFileSync(join(folder, `backup-${at}.jsonl.gz.partial`), 'killed here');
  await writeBackup({ db, folder, clock, sets: [set] });
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([
    'backup-2026-01-13T01-59-00Z.jsonl.gz.partial',
  ]);
  expect(listBackups(join(dir, 'nowhere'))).toEqual([]);
});
