/** Asks no faster than the owner of a target allowed, however many runs and processes ask it. */
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Sleep } from './concurrency.ts';
import { failed } from './outcomes.ts';
import type { Asker } from './target.ts';

export interface PaceDeps {
  clock: Clock;
  sleep: Sleep;
  /** Reserves the next moment at which a question may go out, in epoch milliseconds. */
  takeTurn: () => Promise<number>;
}

export function paced(asker: Asker, deps: PaceDeps): Asker {
  return {
    ...asker,
    async ask(messages, options) {
      const { signal } = options;
      const atMs = await deps.takeTurn();
      while (deps.clock.now() < atMs && !signal?.aborted) await deps.sleep(atMs - deps.clock.now(), signal);
      if (signal?.aborted)
        return failed({ code: 'cancelled', detail: 'The question was taken back before its turn.' }, 0);
      return asker.ask(messages, options);
    },
  };
}
