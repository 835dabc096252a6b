import fs, {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDiskGuard, MIN_FREE_BYTES } from './disk.ts';
import { openEmbedded } from './embedded.ts';
import { readLiveOwner, takeFolderLock } from './lock.ts';

const clock = { now: () => Date.parse('2026-01-01T00:00:00Z') };
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'studio-store-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('every acknowledged commit is synced before it is acknowledged, and a store reopened after any crash has it', async () => {
  const disk = createDiskGuard({ folder: dir, clock });
  const folder = join(dir, 'db');
  mkdirSync(folder);
  writeFileSync(join(folder, 'left-by-a-creation-that-was-cut-short'), '');
  const first = await openEmbedded({ folder, disk });
  await first.query('create table kept (id int)');
  for (let id = 0; id < 5; id += 1) {
    const before = first.syncs;
    await first.query('insert into kept values ($1)', [id]);
    expect(first.syncs).toBeGreaterThan(before);
  }
  await first.close();
  writeFileSync(join(folder, 'postmaster.pid'), '');
  const again = await openEmbedded({ folder, disk });
  expect(await again.query('select count(*)::int as n from kept')).toEqual([{ n: 5 }]);
  await again.close();
});

test('a store that was whole and is gone is not silently replaced by an empty one', async () => {
  const disk = createDiskGuard({ folder: dir, clock });
  writeFileSync(join(dir, 'db.created'), '');
  await expect(openEmbedded({ folder: join(dir, 'db'), disk })).rejects.toThrow(/is not there any more. Put it back/);
  expect(readdirSync(dir)).toEqual(['db.created']);
});

test('an engine that ends by itself is not called again: its transaction fails, later calls too, and its rows are kept', async () => {
  const disk = createDiskGuard({ folder: dir, clock });
  const folder = join(dir, 'db');
  const db = await openEmbedded({ folder, disk });
  await db.query('create table kept (id int)');
  await db.query('insert into kept values (1)');
  const told: Error[] = [];
  db.onStop((error) => told.push(error));
  const create = fs.writeFileSync;
  const full = vi.spyOn(fs, 'writeFileSync').mockImplementation((path, ...rest) => {
    if (String(path).includes('xlogtemp')) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    create(path, ...rest);
  });
  const cut = db.transaction(async (tx) => {
    await tx.query('select pg_switch_wal()');
    await tx.query('insert into kept values (2)');
  });
  await expect(cut).rejects.toMatchObject({ code: 'database_unavailable', cause: { code: '53100' } });
  await expect(db.query('select 1')).rejects.toThrow('The embedded store has stopped.');
  expect(told).toHaveLength(1);
  await db.close();
  full.mockRestore();
  const again = await openEmbedded({ folder, disk });
  expect(await again.query('select id from kept')).toEqual([{ id: 1 }]);
  await again.close();
  await expect(again.query('select 1')).rejects.toThrow('The embedded store is closed.');
});

test('a second owner is refused with a sentence that names the first, and changes nothing', () => {
  const lock = takeFolderLock({ dataDir: dir, clock, pid: process.pid });
  lock.announce('http://127.0.0.1:7300');
  const before = readFileSync(join(dir, 'owner.json'), 'utf8');
  expect(() => takeFolderLock({ dataDir: dir, clock, pid: 1 })).toThrow(
    `in use by process ${process.pid} (since 2026-01-01T00:00:00.000Z). It answers at http://127.0.0.1:7300`,
  );
  expect(readFileSync(join(dir, 'owner.json'), 'utf8')).toBe(before);
  expect(statSync(join(dir, 'owner.json')).mode & 0o777).toBe(0o600);
  lock.release();
  takeFolderLock({ dataDir: dir, clock }).release();
});

test('an owner that cannot be written down leaves the folder free', () => {
  const inTheWay = join(dir, `owner.json.${process.pid}`);
  mkdirSync(inTheWay);
  expect(() => takeFolderLock({ dataDir: dir, clock })).toThrow('cannot be used');
  rmdirSync(inTheWay);
  takeFolderLock({ dataDir: dir, clock }).release();
});

test('an owner file left by a dead process counts as no owner', () => {
  writeFileSync(join(dir, 'owner.json'), JSON.stringify({ pid: 2 ** 22 + 1, url: null, startedAt: 'then' }));
  expect(readLiveOwner(dir)).toBeNull();
});

test('with less than 64 MB free a write is refused, with exactly 64 MB it is not, whatever the clock does', () => {
  let nowMs = 1_000_000;
  let free = MIN_FREE_BYTES;
  const disk = createDiskGuard({ folder: dir, clock: { now: () => nowMs }, freeBytesOf: () => free });
  disk.assertWritable();
  free -= 1;
  nowMs -= 3_600_000;
  expect(() => disk.assertWritable()).toThrow(/63 MB are free/);
});
