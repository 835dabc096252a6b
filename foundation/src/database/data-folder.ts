/** The folder in which the studio keeps what is not on a database server: made when it is missing, and known to be writable. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';

const WHAT_TO_DO = 'Set STUDIO_DATA_DIR to a folder that this user may write.';
const { R_OK, W_OK, X_OK } = constants;

/** Throws `bad_request`, or `disk_full`, with the cause and what to do. */
export function prepareDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir);
    for (const folder of [dataDir, join(dataDir, 'db')]) {
      if (existsSync(folder)) accessSync(folder, R_OK | W_OK | X_OK);
    }
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

/** Step by step: where no folder can be made, as under /proc, Node's own recursive way never ends. */
function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing) {
    try {
      mkdirSync(one, { mode: 0o700 });
    } catch (error) {
      // Another process that starts at the same moment may have been first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error('it is a file'), { code: 'ENOTDIR' });
}

export function unusable(dataDir: string, cause: unknown): StudioError {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new StudioError('disk_full', `The disk of ${dataDir} is full.`, { cause });
  return new StudioError(
    'bad_request',
    `The data folder ${dataDir} cannot be used: ${reasonOf(code, message)}. ${WHAT_TO_DO}`,
    {
      cause,
    },
  );
}

function reasonOf(code: string, message: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not write there';
  if (code === 'EROFS') return 'it lies on a disk that can only be read';
  if (code === 'ENOTDIR') return 'it is a file, or lies under one';
  if (code === 'ENOENT') return 'no folder can be made there';
  return message;
}
