/**
 * Group commit: requests that arrive while a commit is under way go together into the next one.
 * Nobody waits for a timer; each is answered only after its commit; a full queue refuses instead of growing.
 * While answers are written the store works on the next batch already: it leaves before they do.
 */
import { StudioError } from '@sacred-qa/contracts/errors';
import { storeFaultOf } from './database/store-faults.ts';

export interface GroupCommit<Item, Result> {
  /**
   * Resolves after the item's commit; items are committed in the order they came. Rejects with `overloaded` when the queue is full, `shutting_down` after `drain`.
   */
  submit(item: Item): Promise<Result>;
  /** Takes nothing new and waits for what was taken. */
  drain(): Promise<void>;
}

export interface GroupCommitOptions<Item, Result> {
  maxBatch: number;
  maxQueued: number;
  /**
   * For a store that holds this process up while it commits: a batch is answered before the next one leaves, and takes
   * in what comes as long as each turn of the event loop brings more. Fewer commits, and no reader waits for one more.
   */
  gathers?: boolean;
  /** Commits a batch and gives one result an item, in order; throws when the batch as a whole failed. */
  commit(items: readonly Item[]): Promise<Result[]>;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

export function createGroupCommit<Item, Result>(options: GroupCommitOptions<Item, Result>): GroupCommit<Item, Result> {
  const queue: Waiting<Item, Result>[] = [];
  let busy = false;
  let queued = 0;
  let draining = false;
  let onIdle: (() => void) | null = null;

  /** Resolves after the commit with what answers the batch. */
  async function commitBatch(batch: readonly Waiting<Item, Result>[]): Promise<() => void> {
    try {
      const results = await options.commit(batch.map((waiting) => waiting.item));
      return () => {
        for (const [i, waiting] of batch.entries()) waiting.resolve(results[i] as Result);
      };
    } catch (error) {
      // Where the store is at fault no row is: each by itself would wait as long for the same refusal.
      if (batch.length === 1 || storeFaultOf(error) !== null)
        return () => {
          for (const waiting of batch) waiting.reject(error);
        };
      // One bad row must fail alone: the batch was rolled back, so its halves go again by themselves, in order.
      const middle = batch.length >> 1;
      for (const half of [batch.slice(0, middle), batch.slice(middle)]) (await commitBatch(half))();
      return () => {};
    }
  }

  /** One turn of the event loop lets the requests that came in the same read join the batch. */
  async function gather(): Promise<void> {
    let before: number;
    do {
      before = queue.length;
      await new Promise((resolve) => setImmediate(resolve));
    } while (options.gathers && queue.length > before && queue.length < options.maxBatch);
  }

  async function run(): Promise<void> {
    busy = true;
    await gather();
    let answer = (): void => {};
    while (queue.length > 0) {
      const batch = queue.splice(0, options.maxBatch);
      const committing = commitBatch(batch);
      // Not at once: a pool sends a tick after it is asked, and all that an answer sets off would come before.
      process.nextTick(answer);
      answer = await committing;
      queued -= batch.length;
      if (!options.gathers) continue;
      answer();
      answer = () => {};
      await gather();
    }
    busy = false;
    answer();
    if (queued === 0) onIdle?.();
  }

  return {
    submit(item) {
      if (draining) return Promise.reject(new StudioError('shutting_down', 'The server is stopping.'));
      if (queued >= options.maxQueued) {
        return Promise.reject(
          new StudioError('overloaded', `${options.maxQueued} requests wait already.`, { extra: { retry_after_s: 1 } }),
        );
      }
      queued += 1;
      return new Promise<Result>((resolve, reject) => {
        queue.push({ item, resolve, reject });
        if (!busy) void run();
      });
    },
    async drain() {
      draining = true;
      if (queued === 0) return;
      await new Promise<void>((resolve) => {
        onIdle = resolve;
      });
    },
  };
}
