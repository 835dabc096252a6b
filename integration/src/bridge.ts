/**
 * The bridge: tells the Studio what outreach did. It reads the outbox in order, sends each event until it is taken,
 * keeps the order of every key, and rests while nobody answers. What was told twice the Studio takes once, so an event
 * is only marked after the answer, and a crash between the two costs a repetition and nothing else.
 */
import type { OutboxEvent, OutboxReader, Outcome } from '@sacred-qa/contracts/bridge';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { StudioApi, Verdict } from './studio-api.ts';

export interface BridgeDeps {
  outbox: OutboxReader;
  studio: Pick<StudioApi, 'declare'>;
  clock: Clock;
  /** From 0 up to 1. */
  random: () => number;
  /** Resolves after the time, or at once when the signal aborts. */
  sleep: (delayMs: number, signal: AbortSignal) => Promise<void>;
  log: (line: Record<string, unknown>) => void;
}

/** As each key's events go one after the other, a wave must see many keys to keep the Studio's group commit busy. */
const WAVE = 1_024;
const AT_A_TIME = 32;
/** What was told is marked at least so often: a crash repeats no more than this. */
const WAVE_MS = 3_000;
const LOOK_EVERY_MS = 1_000;
const REST_BASE_MS = 500;
const REST_MAX_MS = 30_000;
const RETRY_BASE_MS = 2_000;
const RETRY_MAX_MS = 10 * 60_000;
/** An event at which the Studio fails so often, while it takes others, is at fault itself. */
const TRIES = 12;

/** How one wave went. `down`: why nobody took anything any more, and how long to wait at least. */
export interface Wave {
  told: number;
  down: { reason: string; retryAfterMs: number } | null;
}

export function createBridge(deps: BridgeDeps) {
  const { outbox, studio, clock, random, log } = deps;

  /** Between half of the full time and all of it, so that many bridges do not come back at the same moment. */
  const backoffMs = (times: number, baseMs: number, maxMs: number): number =>
    Math.min(maxMs, baseMs * 2 ** Math.min(times, 20)) * (0.5 + random() / 2);

  function outcomeOf({ id, attempts }: OutboxEvent, verdict: Verdict): Outcome {
    if (verdict.kind === 'taken') return { kind: 'delivered', id, lineageId: verdict.lineageId };
    const { reason } = verdict;
    if (verdict.kind === 'refused') return { kind: 'set_aside', id, reason };
    if (verdict.kind === 'down') return { kind: 'unreached', id, reason };
    if (attempts + 1 >= TRIES)
      return { kind: 'set_aside', id, reason: `failed ${TRIES} times, at last with ${reason}` };
    return { kind: 'later', id, reason, nextTryMs: clock.now() + backoffMs(attempts, RETRY_BASE_MS, RETRY_MAX_MS) };
  }

  /** Tells up to `limit` events. Stops, after those under way, when nobody answers, time is up or the signal aborts. */
  async function tellWave(limit: number, signal: AbortSignal): Promise<Wave> {
    const wave: Wave = { told: 0, down: null };
    await outbox.takeDue(limit, async (events) => {
      const outcomes: Outcome[] = [];
      const untilMs = clock.now() + WAVE_MS;
      const keys = [...Map.groupBy(events, (event) => event.orderKey).values()];
      const tellKeys = async (): Promise<void> => {
        for (let key = keys.shift(); key !== undefined; key = keys.shift()) {
          for (const event of key) {
            if (wave.down !== null || signal.aborted || clock.now() > untilMs) return;
            const verdict = await studio.declare(event.event, event.traceparent);
            const outcome = outcomeOf(event, verdict);
            outcomes.push(outcome);
            if (verdict.kind === 'down') wave.down ??= verdict;
            if (outcome.kind === 'set_aside') {
              log({ level: 'error', event: 'bridge_set_aside', id: event.sourceEventId, reason: outcome.reason });
            }
            if (outcome.kind === 'later' || outcome.kind === 'unreached') break;
            wave.told += 1;
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(AT_A_TIME, keys.length) }, tellKeys));
      return outcomes;
    });
    return wave;
  }

  return {
    tellWave,

    /** Until the signal aborts. While the Studio is away, one event at a time asks whether it is back. */
    async run(signal: AbortSignal): Promise<void> {
      let inVain = 0;
      while (!signal.aborted) {
        const wave = await tellWave(inVain === 0 ? WAVE : 1, signal).catch((error: unknown): Wave => {
          return { told: 0, down: { reason: `the outbox: ${String(error)}`, retryAfterMs: 0 } };
        });
        if (wave.down !== null) {
          if (inVain === 0) log({ level: 'warn', event: 'bridge_waits', reason: wave.down.reason });
          const restMs = backoffMs(inVain, REST_BASE_MS, REST_MAX_MS);
          inVain += 1;
          await deps.sleep(Math.max(restMs, wave.down.retryAfterMs), signal);
          continue;
        }
        if (inVain > 0 && wave.told > 0) {
          log({ level: 'info', event: 'bridge_goes_on', after: inVain });
          inVain = 0;
        }
        if (wave.told === 0) await deps.sleep(LOOK_EVERY_MS, signal);
      }
    },
  };
}
