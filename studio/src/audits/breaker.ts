/**
 * Stops asking a target that is down. After ten misses in a row it gives the target time, lets one question through to
 * see, and after the third such try gives up with a name for it; what was not asked stays to be asked.
 */
import type { Halt } from './budget.ts';
import type { Attempted, Sleep } from './targets/concurrency.ts';
import type { FailedAsk } from './targets/outcomes.ts';

const TRIP_AFTER = 10;
const PAUSES_MS = [1_000, 3_000, 9_000];

export interface Breaker {
  /** Runs the task when the target is thought to be there; null when it was not run: given up, or `signal` came first. */
  run<T extends Attempted>(task: () => Promise<T | FailedAsk>, signal: AbortSignal): Promise<T | FailedAsk | null>;
  /** Why nothing more is asked; null while it is. */
  end(): Halt | null;
}

type Miss = { reason: 'target_down' | 'target_refuses'; detail: string };

/** A refusal to answer too fast, or an answer that cannot be read, still shows a target that is there. */
function missOf(outcome: Attempted): Miss | null {
  if (outcome.kind !== 'failed') return null;
  const { code, detail, status } = outcome;
  if (code === 'unauthorised') return { reason: 'target_refuses', detail };
  const isDown = code === 'unreachable' || code === 'timed_out' || (code === 'http_error' && (status ?? 0) >= 500);
  return isDown ? { reason: 'target_down', detail } : null;
}

export function createBreaker(deps: { sleep: Sleep }): Breaker {
  let misses = 0;
  let pauses = 0;
  let last: Miss | null = null;
  let ended: Halt | null = null;
  /** Settled when the question that was let through has come back. */
  let trying: PromiseWithResolvers<void> | null = null;

  function learn(outcome: Attempted): void {
    if (outcome.kind === 'failed' && outcome.code === 'cancelled') return;
    const miss = missOf(outcome);
    misses = miss === null ? 0 : misses + 1;
    if (miss === null) pauses = 0;
    else last = miss;
  }

  /** True for the one that is let through. */
  async function passage(signal: AbortSignal): Promise<{ isTrial: boolean } | null> {
    while (misses >= TRIP_AFTER && !signal.aborted && ended === null) {
      if (trying !== null) {
        await trying.promise;
        continue;
      }
      const pauseMs = PAUSES_MS[pauses];
      if (pauseMs === undefined) {
        ended = {
          reason: last?.reason ?? 'target_down',
          detail: `${misses} misses in a row; the last: ${last?.detail}`,
        };
        break;
      }
      pauses += 1;
      trying = Promise.withResolvers();
      await deps.sleep(pauseMs, signal);
      return { isTrial: true };
    }
    return signal.aborted || ended !== null ? null : { isTrial: false };
  }

  return {
    end: () => ended,
    async run(task, signal) {
      const passed = await passage(signal);
      try {
        if (passed === null || signal.aborted) return null;
        const outcome = await task();
        learn(outcome);
        return outcome;
      } finally {
        if (passed?.isTrial) {
          trying?.resolve();
          trying = null;
        }
      }
    },
  };
}
