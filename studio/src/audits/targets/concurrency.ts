/**
 * How many questions a target is asked at once: more while it answers as fast as before, less when it gets slow or
 * refuses, none while it asked us to wait. Does not ask again; that is the caller's decision.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@sacred-qa/foundation/clock';
import { type FailedAsk, failed } from './outcomes.ts';

/** What a throttled task comes to: a failure with its code, or anything that the target did answer. */
export type Attempted = FailedAsk | { kind: 'answered' | 'listed' | 'tried'; latencyMs?: number };

/** Resolves after `delayMs`, or early when the signal aborts. Never rejects. */
export type Sleep = (delayMs: number, signal?: AbortSignal) => Promise<void>;

export const systemSleep: Sleep = (delayMs, signal) =>
  delay(delayMs, undefined, signal ? { signal } : {}).catch(() => undefined);

const FIRST_LIMIT = 4;
/** Without a Retry-After we wait 1 s, and twice as long for each further refusal in a row, up to 30 s. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Answers of many lengths take many times; a target is slow when the mean of the last ones says so, clearly. */
const SMOOTHING = 0.1;
const SETTLED_AFTER = 10;
const isSlow = (meanMs: number, bestMs: number): boolean => meanMs > 2 * bestMs + 250;

export interface Throttle {
  /** Runs the task when there is room for it, in the order of the calls. Cancelled while waiting, it is not run. */
  run<T extends Attempted>(task: () => Promise<T>, signal?: AbortSignal): Promise<T | FailedAsk>;
  state(): { limit: number; active: number; queued: number; pausedUntilMs: number };
}

interface Waiter {
  start: () => void;
}

export function createThrottle(deps: { max: number; clock: Clock; sleep: Sleep }): Throttle {
  let limit = Math.min(FIRST_LIMIT, deps.max);
  let active = 0;
  let pausedUntilMs = 0;
  let refusalsInARow = 0;
  /** Up to here the limit doubles from one round of answers to the next; above it grows by one a round. */
  let doublesUntil = deps.max;
  let answers = 0;
  let meanMs = 0;
  let bestMs = Number.POSITIVE_INFINITY;
  let answersSinceCut = 0;
  let refusalsSinceCut = 0;
  /** Counts the reductions: a question asked before the last one says nothing about the limit since. */
  let epoch = 0;
  let pauseWatch: AbortController | undefined;
  const queue: Waiter[] = [];

  const room = () => active < Math.floor(limit) && deps.clock.now() >= pausedUntilMs;

  function pump(): void {
    while (queue.length > 0 && room()) {
      active += 1;
      queue.shift()?.start();
    }
    if (queue.length > 0 && deps.clock.now() < pausedUntilMs) void watchPause();
  }

  /** Ends early when nobody waits any more: an hour's pause must not keep a cancelled run alive. */
  async function watchPause(): Promise<void> {
    if (pauseWatch) return;
    while (queue.length > 0 && deps.clock.now() < pausedUntilMs) {
      pauseWatch = new AbortController();
      await deps.sleep(pausedUntilMs - deps.clock.now(), pauseWatch.signal);
    }
    pauseWatch = undefined;
    pump();
  }

  function turn(signal?: AbortSignal): Promise<'go' | 'cancelled'> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve('cancelled');
      const giveUp = () => {
        queue.splice(queue.indexOf(waiter), 1);
        if (queue.length === 0) pauseWatch?.abort();
        resolve('cancelled');
      };
      const waiter: Waiter = {
        start() {
          signal?.removeEventListener('abort', giveUp);
          resolve('go');
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      queue.push(waiter);
      pump();
    });
  }

  function isOvertaxed(latencyMs: number | undefined): boolean {
    if (latencyMs === undefined) return false;
    answers += 1;
    meanMs = answers === 1 ? latencyMs : meanMs + SMOOTHING * (latencyMs - meanMs);
    if (answers < SETTLED_AFTER) return false;
    bestMs = Math.min(bestMs, meanMs);
    return isSlow(meanMs, bestMs);
  }

  /** Half when all were refused, and the less the rarer that was: one refusal among many says little of the pace. */
  function cutForRefusals(): void {
    epoch += 1;
    const share = refusalsSinceCut / (refusalsSinceCut + answersSinceCut);
    limit = Math.max(1, limit * (1 - share / 2));
    doublesUntil = limit;
    answersSinceCut = 0;
    refusalsSinceCut = 0;
  }

  /** One step down for each round of slow answers, and never below where it began. */
  function cutForSlowness(): void {
    doublesUntil = Math.min(doublesUntil, limit);
    if (answersSinceCut < limit) return;
    answersSinceCut = 0;
    limit = Math.max(Math.min(FIRST_LIMIT, deps.max), limit * 0.8);
  }

  function learn(outcome: Attempted, askedInEpoch: number): void {
    if (outcome.kind !== 'failed') {
      refusalsInARow = 0;
      answersSinceCut += 1;
      if (isOvertaxed(outcome.latencyMs)) cutForSlowness();
      // Only a limit that was reached has been tried out.
      else if (active >= Math.floor(limit)) limit = Math.min(deps.max, limit + (limit < doublesUntil ? 1 : 1 / limit));
      return;
    }
    if (outcome.code !== 'rate_limited' && outcome.code !== 'timed_out') return;
    const news = askedInEpoch === epoch;
    refusalsSinceCut += 1;
    if (news) cutForRefusals();
    if (outcome.code !== 'rate_limited') return;
    if (news) refusalsInARow += 1;
    const ownPauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (refusalsInARow - 1));
    const pauseMs = outcome.retryAfterS === undefined ? ownPauseMs : outcome.retryAfterS * 1000;
    pausedUntilMs = Math.max(pausedUntilMs, deps.clock.now() + pauseMs);
  }

  async function run<T extends Attempted>(task: () => Promise<T>, signal?: AbortSignal): Promise<T | FailedAsk> {
    if ((await turn(signal)) === 'cancelled') {
      return failed({ code: 'cancelled', detail: 'The question was taken back before it was asked.' }, 0);
    }
    const askedInEpoch = epoch;
    try {
      const outcome = await task();
      learn(outcome, askedInEpoch);
      return outcome;
    } finally {
      active -= 1;
      pump();
    }
  }

  return { run, state: () => ({ limit: Math.floor(limit), active, queued: queue.length, pausedUntilMs }) };
}
