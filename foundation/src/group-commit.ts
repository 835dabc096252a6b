/**
 * Group commit: requests that arrive while a commit is under way go together into the next one.
 * Nobody waits for a timer; each is answered only after its commit; a full queue refuses instead of growing.
 */
import { StudioError } from '@sacred-qa/contracts/errors';

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

  async function commitOne(waiting: Waiting<Item, Result>): Promise<void> {
    try {
      const [result] = await options.commit([waiting.item]);
      waiting.resolve(result as Result);
    } catch (error) {
      waiting.reject(error);
    }
  }

  async function commitBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    if (batch.length === 1 && batch[0]) return commitOne(batch[0]);
    try {
      const results = await options.commit(batch.map((waiting) => waiting.item));
      for (const [i, waiting] of batch.entries()) waiting.resolve(results[i] as Result);
    } catch {
      // One bad row must fail alone: the batch was rolled back, so each goes again by itself, in order.
      for (const waiting of batch) await commitOne(waiting);
    }
  }

  async function run(): Promise<void> {
    busy = true;
    // One turn of the event loop lets the requests that came in the same read join the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const batch = queue.splice(0, options.maxBatch);
      await commitBatch(batch);
      queued -= batch.length;
    }
    busy = false;
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
