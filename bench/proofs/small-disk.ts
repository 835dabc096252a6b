/** A disk of a given size in memory, mounted for a proof; only root may, and not in every container. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MIB = 1024 * 1024;

export interface SmallDisk {
  freeMib(): number;
  usedMib(): number;
  resize(sizeMib: number): void;
  /** Fills it until this much is free; a second call changes how much. */
  leave(freeMib: number): void;
  unmount(): void;
}

/** Null when nothing can be mounted here. */
export function mountSmallDisk(folder: string, sizeMib: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  try {
    mount('-t', 'tmpfs', '-o', `size=${sizeMib}m,mode=0700`, 'studio-proof', folder);
  } catch {
    return null;
  }
  const unmount = () => {
    process.off('exit', unmount);
    // Lazily: a process that was killed a moment ago may still hold a file.
    execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
  };
  process.once('exit', unmount);
  const ballast = join(folder, 'ballast');
  const freeMib = () => {
    const { bavail, bsize } = statfsSync(folder);
    return (bavail * bsize) / MIB;
  };
  return {
    freeMib,
    usedMib() {
      const { blocks, bfree, bsize } = statfsSync(folder);
      return ((blocks - bfree) * bsize) / MIB;
    },
    resize: (size) => mount('-o', `remount,size=${size}m`, folder),
    leave(wantedMib) {
      rmSync(ballast, { force: true });
      const bytes = Math.floor((freeMib() - wantedMib) * MIB);
      if (bytes > 0) writeFileSync(ballast, Buffer.alloc(bytes));
    },
    unmount,
  };
}

/** Puts a folder that has content onto a small disk of its own with `roomMib` to spare. */
export function moveToSmallDisk(folder: string, roomMib: number): SmallDisk | null {
  const aside = mkdtempSync(join(tmpdir(), 'studio-proof-'));
  try {
    cpSync(folder, aside, { recursive: true, preserveTimestamps: true });
    const disk = mountSmallDisk(folder, 1024);
    if (disk === null) return null;
    cpSync(aside, folder, { recursive: true, preserveTimestamps: true });
    disk.resize(Math.ceil(disk.usedMib() + roomMib));
    return disk;
  } finally {
    rmSync(aside, { recursive: true });
  }
}

const mount = (...args: string[]): void => void execFileSync('mount', args, { stdio: 'ignore' });
