import { StudioError } from '@sacred-qa/contracts/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGroupCommit } from './group-commit.ts';

/** A store that lets the test decide when a commit ends. */
function gatedStore() {
  const batches: number[][] = [];
  const release: (() => void)[] = [];
  return {
    batches,
    commit: async (items: readonly number[]) => {
      batches.push([...items]);
      await new Promise<void>((resolve) => release.push(resolve));
      return items.map((item) => item * 10);
    },
    async endNext() {
      while (release.length === 0) await new Promise((resolve) => setImmediate(resolve));
      release.shift()?.();
    },
  };
}

test('requests that come during a commit share the next one, each with its own answer', async () => {
  const store = gatedStore();
  const group = createGroupCommit({ maxBatch: 10, maxQueued: 100, commit: store.commit });
  const first = group.submit(1);
  await new Promise((resolve) => setImmediate(resolve));
  const rest = [group.submit(2), group.submit(3)];
  await store.endNext();
  expect(await first).toBe(10);
  await store.endNext();
  expect(await Promise.all(rest)).toEqual([20, 30]);
  expect(store.batches).toEqual([[1], [2, 3]]);
});

test('the next batch leaves for the store before the one before it is answered', async () => {
  const sent: number[] = [];
  const group = createGroupCommit({
    maxBatch: 1,
    maxQueued: 100,
    commit: async (items: readonly number[]) => {
      // As a pool of connections sends: one tick after it was asked.
      await new Promise<void>((resolve) => process.nextTick(resolve));
      sent.push(...items);
      return [...items];
    },
  });
  const sentAtAnswer = [1, 2, 3].map((item) => group.submit(item).then(() => [...sent]));
  expect(await Promise.all(sentAtAnswer)).toEqual([
    [1, 2],
    [1, 2, 3],
    [1, 2, 3],
  ]);
});

test('a batch is gathered while each turn brings more, and answered before the next one leaves', async () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const said: string[] = [];
  const group = createGroupCommit({
    ...{ maxBatch: 4, maxQueued: 100, gathers: true },
    commit: async (items: readonly number[]) => {
      said.push(`commit ${items.join()}`);
      return [...items];
    },
  });
  const answered: Promise<number>[] = [];
  const submit = (item: number) => answered.push(group.submit(item).then((one) => said.push(`answer ${one}`)));
  for (const item of [1, 2, 3, 4, 5, 6]) {
    const next = turn();
    submit(item);
    await next;
  }
  await Promise.all(answered);
  expect(said.filter((one) => one.startsWith('commit'))).toEqual(['commit 1,2,3,4', 'commit 5,6']);
  expect(said.indexOf('answer 4')).toBeLessThan(said.indexOf('commit 5,6'));
});

test('a bad row fails alone', async () => {
  const group = createGroupCommit({
    maxBatch: 10,
    maxQueued: 100,
    commit: async (items: readonly number[]) => {
      if (items.includes(3)) throw new Error('bad row');
      return [...items];
    },
  });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => group.submit(item)));
  expect(outcomes.map((o) => (o.status === 'fulfilled' ? o.value : 'failed'))).toEqual([1, 2, 'failed', 4]);
});

test.each([
  ['an answer of the database', Object.assign(new Error('it stops'), { code: '57P01' })],
  ['an error around one', new Error('Failed query', { cause: new Error('Query read timeout') })],
  ['a refusal of ours', new StudioError('disk_full', 'Only 3 MB are free.')],
])('a store that is away, by %s, is asked once for a batch and not once for each of its rows', async (_how, fault) => {
  let commits = 0;
  const group = createGroupCommit({
    maxBatch: 10,
    maxQueued: 100,
    commit: async (): Promise<number[]> => {
      commits += 1;
      throw fault;
    },
  });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => group.submit(item)));
  expect(outcomes).toEqual(outcomes.map(() => ({ status: 'rejected', reason: fault })));
  expect(commits).toBe(1);
});

test('a full queue refuses with overloaded and a time to wait, and takes again once it has room', async () => {
  const store = gatedStore();
  const group = createGroupCommit({ maxBatch: 1, maxQueued: 2, commit: store.commit });
  const taken = [group.submit(1), group.submit(2)];
  const refused = await group.submit(3).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StudioError);
  expect(refused).toMatchObject({ code: 'overloaded', extra: { retry_after_s: 1 } });
  await store.endNext();
  await store.endNext();
  await Promise.all(taken);
  const again = group.submit(4);
  await store.endNext();
  expect(await again).toBe(40);
});

test('draining finishes what was taken and refuses what comes after', async () => {
  const store = gatedStore();
  const group = createGroupCommit({ maxBatch: 10, maxQueued: 100, commit: store.commit });
  const taken = [group.submit(1)];
  await new Promise((resolve) => setImmediate(resolve));
  taken.push(group.submit(2));
  const drained = group.drain();
  await expect(group.submit(3)).rejects.toMatchObject({ code: 'shutting_down' });
  await store.endNext();
  await store.endNext();
  expect(await Promise.all(taken)).toEqual([10, 20]);
  await drained;
});

test('items are committed in the order they came, whatever the batches were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 7 }), async (count, maxBatch) => {
      const committed: number[] = [];
      const group = createGroupCommit({
        maxBatch,
        maxQueued: 1000,
        commit: async (items: readonly number[]) => {
          await Promise.resolve();
          committed.push(...items);
          return [...items];
        },
      });
      const all = Array.from({ length: count }, (_, n) => n);
      expect(await Promise.all(all.map((n) => group.submit(n)))).toEqual(all);
      expect(committed).toEqual(all);
    }),
    { numRuns: 50 },
  );
});
