/**
 * Where the keys of persons lie: outside the database and its back-ups, so that destroying one makes every copy of
 * what it sealed unreadable. Files under `<data>/keys`; or, where several hosts share a server, rows that are wrapped
 * by STUDIO_MASTER_KEY.
 */
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { openBox, sealBox } from './box.ts';

/** Every call is handed the transaction it belongs to, because keys may be rows of it. */
export interface KeyRing {
  /** The keys that stand, by owner; one that was destroyed, or never was, is missing. */
  read(tx: Sql, owners: readonly string[]): Promise<Map<string, Buffer>>;
  /** Makes the keys that are missing, on the disk before it returns. */
  create(tx: Sql, owners: readonly string[]): Promise<void>;
  destroy(tx: Sql, owners: readonly string[]): Promise<void>;
}

const KEY_BYTES = 32;
const SUFFIX = '.key';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One file a key, readable by the owner of the process only. */
export function createFolderRing(folder: string): KeyRing {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (owner: string): string => {
    if (!UUID.test(owner)) throw new TypeError('the owner of a key is a UUID');
    return join(folder, owner + SUFFIX);
  };
  return {
    async read(_tx, owners) {
      const found = new Map<string, Buffer>();
      for (const owner of owners) {
        const key = readKey(fileOf(owner));
        if (key !== null) found.set(owner, key);
      }
      return found;
    },
    async create(_tx, owners) {
      const missing = owners.filter((owner) => !existsSync(fileOf(owner)));
      for (const owner of missing) writeKey(fileOf(owner), randomBytes(KEY_BYTES));
      if (missing.length > 0) syncFolder(folder);
    },
    async destroy(_tx, owners) {
      for (const owner of owners) destroyKey(fileOf(owner));
      syncFolder(folder);
    },
  };
}

/** Keys as rows of `outreach.person_keys`, each wrapped by the master key and bound to its owner; `copy` keeps up. */
export function createServerRing(masterKey: Buffer, copy: KeyCopy): KeyRing {
  const read: KeyRing['read'] = async (tx, owners) => {
    const rows = await tx.query<{ owner: string; wrapped: Uint8Array }>(
      'select owner, wrapped from outreach.person_keys where owner = any($1::uuid[])',
      [owners],
    );
    return new Map(rows.map((row) => [row.owner, unwrap(row.owner, row.wrapped)]));
  };
  const unwrap = (owner: string, wrapped: Uint8Array): Buffer => {
    const key = openBox(masterKey, wrapped, owner);
    if (key !== null) return key;
    throw new StudioError('bad_request', 'STUDIO_MASTER_KEY is not the key that this store was written with.');
  };
  return {
    read,
    async create(tx, owners) {
      const standing = await read(tx, owners);
      for (const owner of owners) {
        if (standing.has(owner)) continue;
        const wrapped = sealBox(masterKey, randomBytes(KEY_BYTES), owner);
        // Another host may make the same key at the same moment: the first one holds.
        const made = await tx.query(
          'insert into outreach.person_keys (owner, wrapped) values ($1, $2) on conflict do nothing returning owner',
          [owner, wrapped],
        );
        if (made.length > 0) copy.add(owner, wrapped);
      }
    },
    async destroy(tx, owners) {
      await tx.query('delete from outreach.person_keys where owner = any($1::uuid[])', [owners]);
      copy.remove(owners);
    },
  };
}

/** Takes keys that lie as files on this host into the database: the studio got its master key later. */
export async function adoptFolderKeys(db: Database, folder: string, masterKey: Buffer): Promise<void> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(SUFFIX)) : [];
  await db.transaction(async (tx) => {
    for (const name of names) {
      const owner = name.slice(0, -SUFFIX.length);
      const key = readKey(join(folder, name));
      if (key === null || !UUID.test(owner)) continue;
      await tx.query('insert into outreach.person_keys (owner, wrapped) values ($1, $2) on conflict do nothing', [
        owner,
        sealBox(masterKey, key, owner),
      ]);
    }
  });
  for (const name of names) destroyKey(join(folder, name));
}

type KeyCopy = ReturnType<typeof createKeyCopy>;

/**
 * A host's copy of the wrapped keys, for a server that is restored from a back-up: back-ups leave keys out. Useless
 * without the master key. What another host makes or destroys comes here at the next start.
 */
export function createKeyCopy(file: string) {
  const linesOf = (rows: readonly { owner: string; wrapped: Uint8Array }[]): string =>
    rows.map(({ owner, wrapped }) => `${owner} ${Buffer.from(wrapped).toString('base64')}\n`).join('');
  const read = (): { owner: string; wrapped: Buffer }[] => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return text.split('\n').flatMap((line) => {
      const [owner = '', wrapped = ''] = line.split(' ');
      return UUID.test(owner) ? [{ owner, wrapped: Buffer.from(wrapped, 'base64') }] : [];
    });
  };
  const write = (text: string): void => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.partial`, text, { mode: 0o600, flush: true });
    renameSync(`${file}.partial`, file);
  };
  return {
    add: (owner: string, wrapped: Uint8Array): void =>
      appendFileSync(file, linesOf([{ owner, wrapped }]), { mode: 0o600, flush: true }),
    remove: (owners: readonly string[]): void => write(linesOf(read().filter(({ owner }) => !owners.includes(owner)))),

    /** At start: gives keys back to a server that has none, then takes what stands there. */
    async keepUp(db: Database): Promise<void> {
      await db.transaction(async (tx) => {
        const standing = await tx.query<{ owner: string; wrapped: Uint8Array }>(
          'select owner, wrapped from outreach.person_keys',
        );
        if (standing.length > 0) return write(linesOf(standing));
        for (const { owner, wrapped } of read())
          await tx.query('insert into outreach.person_keys (owner, wrapped) values ($1, $2) on conflict do nothing', [
            owner,
            wrapped,
          ]);
      });
    },
  };
}

function readKey(file: string): Buffer | null {
  let key: Buffer;
  try {
    key = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  if (key.length === KEY_BYTES) return key;
  throw new StudioError('internal', `${file} is no key: it holds ${key.length} bytes and should hold ${KEY_BYTES}.`);
}

/** Whole or not at all: written beside its place, then linked there; a key that stands already is left alone. */
function writeKey(file: string, key: Buffer): void {
  const partial = `${file}.${process.pid}.partial`;
  const fd = openSync(partial, 'w', 0o600);
  try {
    writeSync(fd, key);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  try {
    linkSync(partial, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
}

/** Overwrites the key before it unlinks it. Whether the disk keeps an old block is beyond us; see docs/adr. */
function destroyKey(file: string): void {
  if (!existsSync(file)) return;
  const fd = openSync(file, 'r+');
  try {
    writeSync(fd, randomBytes(KEY_BYTES), 0, KEY_BYTES, 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  rmSync(file);
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
