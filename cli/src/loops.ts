/** What a process does over and over by itself, until it stops. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Loop } from '@sacred-qa/platform-outreach/outreach';
import type { Log } from './log.ts';

const LOOP_AGAIN_AFTER_MS = 30_000;

/** Resolves after the time, or at once when the signal aborts. */
export const pause = (delayMs: number, signal?: AbortSignal): Promise<void> =>
  sleep(delayMs, undefined, signal === undefined ? {} : { signal }).catch(() => {});

/** A loop that fails is told in the log and begins again after a while; the others go on. Gives what stops them. */
export function startLoops(loops: Readonly<Record<string, Loop>>, log: Log): () => Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  const keepGoing = async (name: string, loop: Loop): Promise<void> => {
    while (!signal.aborted) {
      try {
        await loop(signal);
      } catch (error) {
        log({ level: 'error', event: 'loop_failed', loop: name, error: String(error) });
        await pause(LOOP_AGAIN_AFTER_MS, signal);
      }
    }
  };
  const going = Object.entries(loops).map(([name, loop]) => keepGoing(name, loop));
  return async () => {
    stop.abort();
    await Promise.all(going);
  };
}
