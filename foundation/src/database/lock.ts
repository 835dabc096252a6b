/**
 * One owner for one data folder. Two processes on one embedded store lose each other's rows without an error,
 * so the owner holds an exclusive transaction on a small SQLite file: the operating system frees it when the
 * owner dies, so the lock can be neither stale nor stolen. `owner.json` says who holds it.
 */
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StudioError } from '@sacred-qa/contracts/errors';
import { z } from 'zod';
import { type Clock, isoOf } from '../clock.ts';
import { prepareDataFolder, unusable } from './data-folder.ts';

const ownerSchema = z.object({ pid: z.int(), url: z.string().nullable(), startedAt: z.string() });
/** Who holds the folder. `url` is null for an owner that does not serve. */
export type Owner = z.infer<typeof ownerSchema>;

export interface FolderLock {
  /** Publishes where the owner answers. */
  announce(url: string): void;
  release(): void;
}

/** Throws `store_locked`, naming the owner, when another process holds the folder; changes nothing then. */
export function takeFolderLock(deps: { dataDir: string; clock: Clock; pid?: number }): FolderLock {
  const { dataDir, clock, pid = process.pid } = deps;
  prepareDataFolder(dataDir);
  const held = holdExclusively(join(dataDir, 'lock.sqlite'), dataDir);
  const startedAt = isoOf(clock.now());
  const file = ownerFile(dataDir);
  const write = (url: string | null) => {
    const temporary = `${file}.${pid}`;
    writeFileSync(temporary, `${JSON.stringify({ pid, url, startedAt })}\n`, { mode: 0o600 });
    renameSync(temporary, file);
  };
  try {
    write(null);
  } catch (error) {
    held.close();
    throw unusable(dataDir, error);
  }
  return {
    announce: write,
    release() {
      rmSync(file, { force: true });
      held.close();
    },
  };
}

function holdExclusively(path: string, dataDir: string): DatabaseSync {
  let file: DatabaseSync | null = null;
  try {
    file = new DatabaseSync(path, { timeout: 0 });
    file.exec('pragma locking_mode = exclusive; begin exclusive');
    chmodSync(path, 0o600);
    return file;
  } catch (error) {
    file?.close();
    const SQLITE_BUSY = 5;
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw lockedError(dataDir, error);
    throw unusable(dataDir, error);
  }
}

function lockedError(dataDir: string, cause: unknown): StudioError {
  const owner = readOwner(dataDir);
  const who = owner === null ? 'another process' : `process ${owner.pid} (since ${owner.startedAt})`;
  const where = owner?.url ? ` It answers at ${owner.url}.` : '';
  return new StudioError(
    'store_locked',
    `The data folder ${dataDir} is in use by ${who}.${where} Stop it first, or give this one its own STUDIO_DATA_DIR.`,
    { cause, extra: owner === null ? {} : { owner } },
  );
}

const ownerFile = (dataDir: string): string => join(dataDir, 'owner.json');

/** What the owner file says; null when there is none or it is not readable. It may be left over by a dead owner. */
export function readOwner(dataDir: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(ownerFile(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** The owner, when a process with its pid lives. */
export function readLiveOwner(dataDir: string): Owner | null {
  const owner = readOwner(dataDir);
  return owner !== null && isAlive(owner.pid) ? owner : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
