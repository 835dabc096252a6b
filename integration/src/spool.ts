/**
 * The spool: what scripts logged while the Studio was away, one JSON a line, on the disk before it is acknowledged.
 * Each line bears the event's own id, so telling it twice does no harm. Any number of processes may add and drain.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Declaration, declaration } from '@sacred-qa/contracts/sankalpa';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Verdict } from './studio-api.ts';

/** An event at which the Studio fails so often, while it takes others, is at fault itself. */
const TRIES = 12;
/** After a look at which it failed, and took nothing. */
const FAILED_REST_MS = 60_000;

/** Held for the time of some file calls; who waits longer than this stands before a disk that hangs. */
const LOCK_WAIT_MS = 10_000;

export interface SpoolDrained {
  told: number;
  /** Refused by the Studio, failed at too often, or no whole line. */
  setAside: number;
  left: number;
  /** Why it ended early. */
  reason: string | null;
  retryAfterMs: number;
}

export type Spool = ReturnType<typeof createSpool>;

/** `folder` is `<data>/spool`; it is made when there is something to keep. */
export function createSpool(deps: { folder: string; clock: Clock }) {
  const { folder } = deps;
  const file = join(folder, 'bridge.jsonl');
  const asideFile = join(folder, 'bridge.set-aside.jsonl');
  /** How often the Studio failed at a line; counted anew after a restart. */
  const failures = new Map<string, number>();

  /** Lines of one process never fall between those of another, nor into a file that is just being replaced. */
  function alone<T>(work: () => T): T {
    const lock = new DatabaseSync(join(folder, 'bridge.lock'), { timeout: LOCK_WAIT_MS });
    try {
      lock.exec('begin exclusive');
      return work();
    } finally {
      lock.close();
    }
  }

  const linesOf = (path: string): string[] => (existsSync(path) ? nonEmptyLines(readFileSync(path, 'utf8')) : []);

  function forget(settled: ReadonlySet<string>): number {
    return alone(() => {
      const left = linesOf(file).filter((line) => !settled.has(line));
      if (settled.size === 0) return left.length;
      if (left.length === 0) rmSync(file, { force: true });
      else {
        const beside = `${file}.part`;
        writeFileSync(beside, `${left.join('\n')}\n`, { mode: 0o600, flush: true });
        renameSync(beside, file);
      }
      syncFolder(folder);
      return left.length;
    });
  }

  function setAside(line: string, reason: string): void {
    appendLine(asideFile, JSON.stringify({ set_aside_at: isoOf(deps.clock.now()), reason, line }));
  }

  return {
    file,
    asideFile,

    /** Returns when the event lies on the disk. Throws `disk_full` or `bad_request` when it cannot be kept. */
    append(event: Declaration, traceparent: string | null = null): void {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        alone(() => appendLine(file, JSON.stringify({ spooled_at: isoOf(deps.clock.now()), event, traceparent })));
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        const kind = code === 'ENOSPC' ? 'disk_full' : 'bad_request';
        throw new StudioError(kind, `The event was NOT kept: ${file} cannot be written: ${message}.`, { cause: error });
      }
    },

    counts: () => ({ waiting: linesOf(file).length, set_aside: linesOf(asideFile).length }),

    /**
     * Tells what lies there, in order, until all is told or nobody takes anything. A line at which the Studio fails is
     * passed over, and set aside when that came `TRIES` times while other lines were taken.
     */
    async drain(tell: (event: Declaration, traceparent: string | null) => Promise<Verdict>): Promise<SpoolDrained> {
      const drained: SpoolDrained = { told: 0, setAside: 0, left: 0, reason: null, retryAfterMs: 0 };
      if (!existsSync(file)) return drained;
      const settled = new Set<string>();
      const failed: { line: string; reason: string }[] = [];
      // Read alone: half a line is then one that its writer never acknowledged.
      for (const line of alone(() => linesOf(file))) {
        const kept = keptIn(line);
        const verdict = kept === null ? NO_EVENT : await tell(kept.event, kept.traceparent);
        if (verdict.kind === 'taken') drained.told += 1;
        else if (verdict.kind === 'refused') {
          setAside(line, verdict.reason);
          drained.setAside += 1;
        } else if (verdict.kind === 'failed') {
          failed.push({ line, reason: verdict.reason });
          continue;
        } else {
          drained.reason = verdict.reason;
          drained.retryAfterMs = verdict.retryAfterMs;
          break;
        }
        settled.add(line);
      }
      if (failed.length > 0 && drained.told === 0)
        drained.retryAfterMs = Math.max(drained.retryAfterMs, FAILED_REST_MS);
      for (const { line, reason } of drained.told === 0 ? [] : failed) {
        const times = (failures.get(line) ?? 0) + 1;
        failures.set(line, times);
        if (times < TRIES) continue;
        setAside(line, `failed ${TRIES} times, at last with ${reason}`);
        drained.setAside += 1;
        settled.add(line);
      }
      for (const line of settled) failures.delete(line);
      drained.left = forget(settled);
      return drained;
    },
  };
}

const NO_EVENT: Verdict = { kind: 'refused', reason: 'no whole line: what wrote it was stopped before it was kept' };

const nonEmptyLines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

function keptIn(line: string): { event: Declaration; traceparent: string | null } | null {
  try {
    const kept = JSON.parse(line) as { event?: unknown; traceparent?: unknown } | null;
    const { success, data } = declaration.safeParse(kept?.event);
    if (!success || data.source_event_id === undefined) return null;
    return { event: data, traceparent: typeof kept?.traceparent === 'string' ? kept.traceparent : null };
  } catch {
    return null;
  }
}

/** After half a line, which a stopped writer leaves, it begins a new one. */
function appendLine(path: string, line: string): void {
  const isNew = !existsSync(path);
  const handle = openSync(path, 'a+', 0o600);
  try {
    const bytes = Buffer.from(`${endsInMidLine(handle) ? '\n' : ''}${line}\n`);
    // On a disk that is almost full a call takes a part, and the next one says why.
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncFolder(join(path, '..'));
}

function endsInMidLine(handle: number): boolean {
  const { size } = fstatSync(handle);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, size - 1);
  return last[0] !== 0x0a;
}

/** A name in a folder is on the disk only when the folder is. */
function syncFolder(path: string): void {
  // Windows cannot open a folder, and needs not.
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
