import { describe, expect, it } from 'vitest';
import { createThrottle, systemSleep } from './concurrency.ts';
import type { Asked } from './outcomes.ts';

const answered: Asked = { kind: 'answered', text: 'yes', latencyMs: 1, status: 200 };
const refused = (retryAfterS?: number): Asked => ({
  kind: 'failed',
  code: 'rate_limited',
  detail: 'HTTP 429',
  latencyMs: 1,
  ...(retryAfterS === undefined ? {} : { retryAfterS }),
});
const late: Asked = { kind: 'failed', code: 'timed_out', detail: 'late', latencyMs: 1 };

/** A clock that only moves when somebody sleeps, and tasks that end when the test says so. */
function bench(max: number) {
  let nowMs = 1_000_000;
  const sleeps: number[] = [];
  const throttle = createThrottle({
    max,
    clock: { now: () => nowMs },
    sleep: async (delayMs) => {
      sleeps.push(delayMs);
      nowMs += delayMs;
    },
  });
  const running: ((outcome: Asked) => void)[] = [];
  const started: number[] = [];
  const runs: Promise<Asked>[] = [];
  const add = (signal?: AbortSignal) => {
    const id = runs.length;
    const task = () => {
      started.push(id);
      return new Promise<Asked>((resolve) => running.push(resolve));
    };
    runs.push(throttle.run(task, signal));
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const finish = async (outcome: Asked) => {
    running.shift()?.(outcome);
    await settle();
  };
  return { throttle, add, settle, finish, started, running, runs, sleeps, now: () => nowMs };
}

describe('the throttle', () => {
  it('starts with four questions at once and keeps the order of the calls', async () => {
    const { add, settle, started, throttle } = bench(20);
    for (let i = 0; i < 10; i += 1) add();
    await settle();
    expect(started).toEqual([0, 1, 2, 3]);
    expect(throttle.state()).toMatchObject({ limit: 4, active: 4, queued: 6 });
  });

  it('never asks more at once than it may, however well the target answers', async () => {
    const { add, settle, finish, running, throttle } = bench(6);
    for (let i = 0; i < 200; i += 1) add();
    await settle();
    let most = 0;
    for (let i = 0; i < 200; i += 1) {
      most = Math.max(most, running.length);
      await finish(answered);
    }
    expect(most).toBe(6);
    expect(throttle.state()).toMatchObject({ limit: 6, active: 0, queued: 0 });
  });

  it('doubles what it asks at once from round to round until the target resists, and then adds one a round', async () => {
    const { add, settle, finish, throttle } = bench(64);
    for (let i = 0; i < 400; i += 1) add();
    await settle();
    for (let i = 0; i < 4; i += 1) await finish(answered);
    expect(throttle.state().limit).toBe(8);
    for (let i = 0; i < 8; i += 1) await finish(answered);
    expect(throttle.state().limit).toBe(16);
    await finish(late);
    expect(throttle.state().limit).toBe(15);
    for (let i = 0; i < 32; i += 1) await finish(answered);
    expect(throttle.state().limit).toBeLessThanOrEqual(18);
  });

  it('cuts by half when all is refused, and hardly when one of many is', async () => {
    const { add, settle, finish, throttle } = bench(40);
    for (let i = 0; i < 900; i += 1) add();
    await settle();
    for (let i = 0; i < 200; i += 1) await finish(answered);
    await finish(refused(0));
    expect(throttle.state().limit).toBe(39);
    for (let i = 0; i < 80; i += 1) await finish(refused(0));
    expect(throttle.state().limit).toBeLessThanOrEqual(20);
  });

  it('asks less at once when answers get slow, and no less than it began with', async () => {
    const { add, settle, finish, throttle } = bench(64);
    for (let i = 0; i < 900; i += 1) add();
    await settle();
    for (let i = 0; i < 60; i += 1) await finish({ ...answered, latencyMs: 400 });
    const before = throttle.state().limit;
    for (let i = 0; i < 90; i += 1) await finish({ ...answered, latencyMs: 3_000 });
    const after = throttle.state().limit;
    expect(after).toBeLessThan(before);
    for (let i = 0; i < 600; i += 1) await finish({ ...answered, latencyMs: 3_000 });
    expect(throttle.state().limit).toBe(4);
  });

  it('does not grow on answers that came one at a time', async () => {
    const { add, settle, finish, throttle } = bench(20);
    for (let i = 0; i < 30; i += 1) {
      add();
      await settle();
      await finish(answered);
    }
    expect(throttle.state().limit).toBe(4);
  });

  it('halves once for a burst of refusals, not once for each of them', async () => {
    const { add, settle, finish, throttle } = bench(20);
    for (let i = 0; i < 4; i += 1) add();
    await settle();
    for (let i = 0; i < 4; i += 1) await finish(late);
    expect(throttle.state().limit).toBe(2);
  });

  it('asks nothing before the seconds that the target asked for are over', async () => {
    const { add, settle, finish, started, sleeps, now } = bench(1);
    const before = now();
    add();
    add();
    await settle();
    expect(started).toEqual([0]);
    await finish(refused(7));
    expect(sleeps).toEqual([7_000]);
    expect(now() - before).toBe(7_000);
    expect(started).toEqual([0, 1]);
  });

  it('keeps the longest of several pauses', async () => {
    const { add, settle, finish, throttle, now } = bench(4);
    for (let i = 0; i < 3; i += 1) add();
    await settle();
    await finish(refused(60));
    await finish(refused(5));
    expect(throttle.state().pausedUntilMs - now()).toBe(60_000);
  });

  it('waits twice as long for each refusal in a row that names no time, and starts over after an answer', async () => {
    const { add, settle, finish, sleeps } = bench(1);
    for (let i = 0; i < 6; i += 1) add();
    await settle();
    for (let i = 0; i < 3; i += 1) await finish(refused());
    expect(sleeps).toEqual([1_000, 2_000, 4_000]);
    await finish(answered);
    await finish(refused());
    expect(sleeps).toEqual([1_000, 2_000, 4_000, 1_000]);
  });

  it('takes a burst of refusals for one when it reckons how long to wait', async () => {
    const { add, settle, finish, sleeps } = bench(4);
    for (let i = 0; i < 8; i += 1) add();
    await settle();
    for (let i = 0; i < 4; i += 1) await finish(refused());
    expect(Math.max(...sleeps)).toBe(1_000);
  });

  it('goes down to one question at a time and no further', async () => {
    const { add, settle, finish, throttle, running } = bench(8);
    for (let i = 0; i < 12; i += 1) add();
    await settle();
    for (let i = 0; i < 10; i += 1) await finish(late);
    expect(throttle.state().limit).toBe(1);
    expect(running).toHaveLength(1);
  });

  it('gives up a question that is taken back while it waits, without asking it', async () => {
    const { add, settle, finish, started, runs } = bench(1);
    const controller = new AbortController();
    add();
    add(controller.signal);
    add();
    await settle();
    controller.abort();
    expect(await runs[1]).toMatchObject({ kind: 'failed', code: 'cancelled' });
    await finish(answered);
    expect(started).toEqual([0, 2]);
  });

  it('ends a pause early when nobody waits for its end any more', async () => {
    const ended = Promise.withResolvers<void>();
    const throttle = createThrottle({
      max: 1,
      clock: { now: () => 0 },
      sleep: (_delayMs, signal) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => {
            ended.resolve();
            resolve();
          });
        }),
    });
    await throttle.run(async () => refused(3600));
    const controller = new AbortController();
    const waiting = throttle.run(async () => answered, controller.signal);
    controller.abort();
    expect(await waiting).toMatchObject({ kind: 'failed', code: 'cancelled' });
    await ended.promise;
    expect(throttle.state()).toMatchObject({ active: 0, queued: 0 });
  });

  it('frees the place of a task that throws, and tells its caller', async () => {
    const { throttle } = bench(1);
    await expect(throttle.run(() => Promise.reject(new Error('a fault of ours')))).rejects.toThrow('a fault of ours');
    expect(await throttle.run(async () => answered)).toBe(answered);
    expect(throttle.state()).toMatchObject({ active: 0, queued: 0 });
  });
});

describe('the sleep of the machine', () => {
  it('ends without an error when it is called off', async () => {
    const controller = new AbortController();
    const asleep = systemSleep(3_600_000, controller.signal);
    controller.abort();
    expect(await asleep).toBeUndefined();
    expect(await systemSleep(0)).toBeUndefined();
  });
});
