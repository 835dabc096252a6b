/** Refuses writes while the disk still has room to answer; a database that meets a full disk stops. */
import { statfsSync } from 'node:fs';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Clock } from '../clock.ts';

export const MIN_FREE_BYTES = 64 * 1024 * 1024;
/** How long one look at the disk is believed. */
const BELIEVED_MS = 100;

export interface DiskGuard {
  freeBytes(): number;
  /** Throws `disk_full` when less than 64 MB are free. */
  assertWritable(): void;
}

export function createDiskGuard(deps: {
  folder: string;
  clock: Clock;
  minFreeBytes?: number;
  freeBytesOf?: (folder: string) => number;
}): DiskGuard {
  const { folder, clock, minFreeBytes = MIN_FREE_BYTES, freeBytesOf = freeBytesByStat } = deps;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let free = 0;

  function freeBytes(): number {
    const nowMs = clock.now();
    // A clock that jumped back must not freeze the last look.
    if (Math.abs(nowMs - lookedAtMs) >= BELIEVED_MS) {
      free = freeBytesOf(folder);
      lookedAtMs = nowMs;
    }
    return free;
  }

  return {
    freeBytes,
    assertWritable() {
      const bytes = freeBytes();
      if (bytes >= minFreeBytes) return;
      const mb = Math.floor(bytes / 1024 / 1024);
      throw new StudioError('disk_full', `Only ${mb} MB are free on the disk of ${folder}; writing needs 64 MB.`);
    },
  };
}

function freeBytesByStat(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
