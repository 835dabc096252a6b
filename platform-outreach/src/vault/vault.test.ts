import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@sacred-qa/foundation/database';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { newUuid } from '@sacred-qa/foundation/ids';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outreachMigrations } from '../migrations.ts';
import { adoptFolderKeys, createFolderRing, createKeyCopy, createServerRing } from './key-ring.ts';
import { openVault } from './vault.ts';

const MASTER = Buffer.alloc(32, 9);
const copy = () => createKeyCopy(join(folder, 'wrapped.txt'));
const serverRing = (masterKey = MASTER) => createServerRing(masterKey, copy());
const RINGS = { 'key files': () => createFolderRing(folder), 'wrapped rows': () => serverRing() };

let db: Database;
let folder: string;
beforeEach(async () => {
  ({ db } = await openTestDatabase([outreachMigrations]));
  folder = join(mkdtempSync(join(tmpdir(), 'vault-')), 'keys');
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

test.each(Object.entries(RINGS))('with %s, what was sealed opens until its key is destroyed', async (_name, ring) => {
  const vault = await openVault({ ring: ring(), db });
  const [asha, ravi] = [newUuid(), newUuid()];
  await vault.admit(db, [asha, ravi]);
  const box = await vault.seal(db, asha, 'prospects.sealed', 'आशा राव');
  const other = await vault.seal(db, ravi, 'prospects.sealed', 'Ravi');
  expect(box.includes('आशा')).toBe(false);
  expect((await vault.open(db, asha, 'prospects.sealed', box))?.toString()).toBe('आशा राव');

  await vault.destroy(db, [asha]);
  const again = await openVault({ ring: ring(), db });
  expect(await again.open(db, asha, 'prospects.sealed', box)).toBeNull();
  expect((await again.open(db, ravi, 'prospects.sealed', other))?.toString()).toBe('Ravi');
  await expect(again.seal(db, asha, 'prospects.sealed', 'again')).rejects.toThrow('was erased');
});

test('a box does not open as another column, for another owner, or with a changed byte', async () => {
  const vault = await openVault({ ring: createFolderRing(folder), db });
  const [asha, ravi] = [newUuid(), newUuid()];
  await vault.admit(db, [asha, ravi]);
  const box = await vault.seal(db, asha, 'prospects.sealed', 'Asha');
  await expect(vault.open(db, asha, 'csv_bases.sealed', box)).rejects.toThrow('does not open');
  await expect(vault.open(db, ravi, 'prospects.sealed', box)).rejects.toThrow('does not open');
  const changed = Buffer.from(box);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  await expect(vault.open(db, asha, 'prospects.sealed', changed)).rejects.toThrow('does not open');
});

test('one address has one index however it is typed, at every start, and other sorts of values have another', async () => {
  const vault = await openVault({ ring: createFolderRing(folder), db });
  const index = vault.index('email', 'asha@shop.example');
  expect(vault.index('email', ' Asha@Shop.EXAMPLE ')).toBe(index);
  expect(vault.index('domain', 'asha@shop.example')).not.toBe(index);
  expect((await openVault({ ring: createFolderRing(folder), db })).index('email', 'asha@shop.example')).toBe(index);
});

test('key files are readable by their owner only, and hold nothing but 32 bytes', async () => {
  const vault = await openVault({ ring: createFolderRing(folder), db });
  await vault.admit(db, [newUuid()]);
  const files = readdirSync(folder);
  expect(files).toHaveLength(2);
  for (const file of files) {
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, file))).toHaveLength(32);
  }
});

test('a store does not open with the keys of another one, nor without its keys', async () => {
  await openVault({ ring: createFolderRing(folder), db });
  await expect(openVault({ ring: createFolderRing(join(folder, 'other')), db })).rejects.toThrow('are missing');
});

test('keys that lay as files go on in the database when the studio gets a master key', async () => {
  const before = await openVault({ ring: createFolderRing(folder), db });
  const asha = newUuid();
  await before.admit(db, [asha]);
  const box = await before.seal(db, asha, 'prospects.sealed', 'Asha');
  await adoptFolderKeys(db, folder, MASTER);
  expect(readdirSync(folder)).toEqual([]);
  const after = await openVault({ ring: serverRing(), db });
  expect((await after.open(db, asha, 'prospects.sealed', box))?.toString()).toBe('Asha');
  await expect(openVault({ ring: serverRing(Buffer.alloc(32, 1)), db })).rejects.toThrow('STUDIO_MASTER_KEY');
});

test('a server restored without its keys gets them back from a host, but none that was destroyed', async () => {
  const vault = await openVault({ ring: serverRing(), db });
  const [asha, ravi] = [newUuid(), newUuid()];
  await vault.admit(db, [asha, ravi]);
  const box = await vault.seal(db, asha, 'prospects.sealed', 'Asha');
  await vault.destroy(db, [ravi]);
  await db.query('delete from outreach.person_keys');
  await expect(openVault({ ring: serverRing(), db })).rejects.toThrow('are missing');
  await copy().keepUp(db);
  const after = await openVault({ ring: serverRing(), db });
  expect((await after.open(db, asha, 'prospects.sealed', box))?.toString()).toBe('Asha');
  await expect(after.seal(db, ravi, 'prospects.sealed', 'Ravi')).rejects.toThrow('was erased');
});
