/**
 * The sheet as a file that a person may save at any moment. It is replaced whole or not at all, and never over a save
 * that nobody has merged yet.
 */
import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface SheetBytes {
  bytes: Buffer;
  sha256: string;
}

export type SheetFile = ReturnType<typeof createSheetFile>;

export function createSheetFile(path: string) {
  const folder = dirname(path);
  const name = basename(path);
  const fresh = join(folder, `.${name}.new`);
  const before = join(folder, `.${name}.before`);
  const locks = [join(folder, `.~lock.${name}#`), join(folder, `~$${name}`)];

  function read(file = path): SheetBytes | null {
    try {
      const bytes = readFileSync(file);
      return { bytes, sha256: hash('sha256', bytes) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** A replacement that a crash cut short left no sheet, only the one before. */
  function recover(): void {
    if (!existsSync(path) && existsSync(before)) renameSync(before, path);
    for (const file of [fresh, before]) rmSync(file, { force: true });
  }

  /** Gives the place back to what was there; a newer save that took the place meanwhile holds it. */
  function putBack(): void {
    try {
      linkSync(before, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    rmSync(before);
  }

  return {
    path,

    /** Null when there is no sheet. */
    read(): SheetBytes | null {
      recover();
      return read();
    },

    /** The mark that a spreadsheet program leaves while it has the sheet open; null when none does. */
    openElsewhere: (): string | null => locks.find((lock) => existsSync(lock)) ?? null,

    /**
     * `changed`: the sheet is no longer what was read (null: there was none), and nothing was written. The old file is
     * taken away before the new one gets its name, so that a save at any moment is either seen or stays.
     */
    replace(bytes: Uint8Array, readSha256: string | null): 'written' | 'changed' {
      mkdirSync(folder, { recursive: true });
      const mode = existsSync(path) ? statSync(path).mode & 0o777 : 0o600;
      writeDurably(fresh, bytes, mode);
      try {
        if (readSha256 === null) return named() ? 'written' : 'changed';
        if (read()?.sha256 !== readSha256) return 'changed';
        renameSync(path, before);
        if (read(before)?.sha256 !== readSha256) {
          putBack();
          return 'changed';
        }
        if (!named()) {
          rmSync(before);
          return 'changed';
        }
        // A program that writes in place may have had the old file open all the while.
        if (read(before)?.sha256 !== readSha256) {
          renameSync(before, path);
          return 'changed';
        }
        rmSync(before);
        return 'written';
      } finally {
        rmSync(fresh, { force: true });
      }
    },
  };

  /** False when somebody else made a sheet meanwhile. */
  function named(): boolean {
    try {
      linkSync(fresh, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
    syncFolder(folder);
    return true;
  }
}

function writeDurably(file: string, bytes: Uint8Array, mode: number): void {
  const fd = openSync(file, 'w', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
