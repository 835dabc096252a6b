/** Runs a command line against captured streams, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Composition } from '../composition.ts';
import type { Io } from '../io.ts';
import { run } from '../run.ts';

export interface Captured {
  exit: number;
  stdout: string;
  stderr: string;
}

export interface Setting {
  env?: Record<string, string>;
  /** Cells of the terminal; null when the streams are none. */
  columns?: number | null;
  stdin?: string;
  interruption?: AbortController;
  composition?: Partial<Composition>;
  /** Told of each wait; the wait itself takes no time. */
  onWait?: () => void;
}

export async function captureRun(argv: readonly string[], setting: Setting = {}): Promise<Captured> {
  const rootDir = mkdtempSync(join(tmpdir(), 'studio-cli-'));
  const captured = { stdout: '', stderr: '' };
  const columns = setting.columns ?? null;
  const streamInto = (name: 'stdout' | 'stderr') => ({
    write(text: string): void {
      captured[name] += text;
    },
    columns,
  });
  let nowMs = Date.parse('2026-11-24T06:30:00Z');
  const io: Io = {
    stdout: streamInto('stdout'),
    stderr: streamInto('stderr'),
    readStdin: async () => setting.stdin ?? '',
    env: setting.env ?? {},
    rootDir,
    clock: { now: () => nowMs },
    wait: async (ms) => {
      nowMs += ms;
      setting.onWait?.();
    },
    interruption: () => (setting.interruption ?? new AbortController()).signal,
  };
  try {
    const composition = async (): Promise<Composition> => ({
      openStudio: absent,
      serve: absent,
      runBridge: absent,
      restoreStudio: absent,
      replayCampaign: absent,
      ...setting.composition,
    });
    return { exit: await run(argv, io, { composition }), ...captured };
  } finally {
    rmSync(rootDir, { recursive: true, force: true });
  }
}

async function absent(): Promise<never> {
  throw new Error('this test hands no composition in');
}
