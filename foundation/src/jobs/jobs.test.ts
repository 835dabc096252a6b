import { PgBoss } from 'pg-boss';
import { afterEach, expect, test, vi } from 'vitest';
import { openTestDatabase } from '../database/testing.ts';
import { type Jobs, type JobsOptions, startJobs } from './jobs.ts';

const clock = { now: () => Date.parse('2026-11-24T10:00:00Z') };
let jobs: Jobs | null = null;
afterEach(async () => {
  await jobs?.stop(1000);
  jobs = null;
});

async function start(options: Partial<JobsOptions> = {}) {
  const { db } = await openTestDatabase([]);
  const ran: string[] = [];
  let seen: (data: unknown) => void = () => {};
  const next = () => new Promise<unknown>((resolve) => (seen = resolve));
  const started = await startJobs({
    db,
    clock,
    works: 'always',
    log: () => {},
    queues: { shard: { concurrency: 2, work: async (data) => seen(data) } },
    schedules: { health_check: { cron: '0 6 * * *', run: async () => void ran.push('health_check') } },
    pollS: 0.5,
    ...options,
  });
  jobs = started;
  if (options.works === undefined) await started.begin();
  return { db, jobs: started, ran, next };
}

test('work enqueued in a transaction runs when it commits and never when it rolls back', async () => {
  const { db, jobs, next } = await start();
  const arrived = next();
  await db
    .transaction(async (tx) => {
      await jobs.enqueue('shard', { audit: 'rolled back' }, 'a', tx);
      throw new Error('no');
    })
    .catch(() => {});
  await db.transaction((tx) => jobs.enqueue('shard', { audit: 'kept' }, 'b', tx));
  jobs.wake('shard');
  expect(await arrived).toEqual({ audit: 'kept' });
});

test.each([
  ['when_woken', 'it is woken'],
  ['always', 'it is told to begin'],
] as const)('a process that works %s takes nothing up before %s', async (works, _what) => {
  const ran: unknown[] = [];
  const done = Promise.withResolvers<void>();
  const before = await start({ works: 'when_woken' });
  await before.jobs.clear('shard');
  await before.jobs.enqueue('shard', { audit: 'left over' }, 'a');
  await before.jobs.stop(1000);
  const { jobs } = await start({
    works,
    queues: {
      shard: {
        concurrency: 1,
        work: async (data) => {
          ran.push(data);
          done.resolve();
        },
      },
    },
  });
  // As long as an idle worker would take to look twice, counted in looks of the queue itself.
  for (let look = 0; look < 20; look += 1) await jobs.list();
  expect(ran).toEqual([]);
  if (works === 'always') await jobs.begin();
  else jobs.wake('shard');
  await done.promise;
  expect(ran).toEqual([{ audit: 'left over' }]);
});

test('while work with a key waits or runs, the same key adds nothing', async () => {
  let runs = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const begun = Promise.withResolvers<void>();
  const { jobs } = await start({
    queues: {
      shard: {
        concurrency: 2,
        work: async () => {
          runs += 1;
          begun.resolve();
          await held;
        },
      },
    },
  });
  await jobs.clear('shard');
  await jobs.enqueue('shard', {}, 'same');
  await jobs.enqueue('shard', {}, 'same');
  jobs.wake('shard');
  await begun.promise;
  await jobs.enqueue('shard', {}, 'same');
  release();
  await jobs.stop(2000);
  expect(runs).toBe(1);
});

test('the next three firings are told on the Indian clock', async () => {
  const { jobs } = await start();
  const [health] = await jobs.list();
  expect(health).toMatchObject({ name: 'health_check', cron: '0 6 * * *', zone: 'Asia/Kolkata' });
  expect(health?.next.map((d) => d.toISOString())).toEqual([
    '2026-11-25T00:30:00.000Z',
    '2026-11-26T00:30:00.000Z',
    '2026-11-27T00:30:00.000Z',
  ]);
});

test('a bad cron and a bad zone are refused by name, and the schedule stays; a good one is kept over a restart', async () => {
  const first = await start();
  await expect(
    first.jobs.setSchedule('health_check', { cron: '61 6 * * *', zone: 'Asia/Kolkata' }),
  ).rejects.toMatchObject({
    code: 'validation_failed',
    errors: [{ pointer: '/cron' }],
  });
  for (const cron of ['* * *', '0 2 * *', '0 0 2 * * *', '@daily', '']) {
    const refused = first.jobs.setSchedule('health_check', { cron, zone: 'Asia/Kolkata' });
    await expect(refused).rejects.toMatchObject({ errors: [{ pointer: '/cron', detail: 'a cron has five fields' }] });
  }
  await expect(first.jobs.setSchedule('health_check', { cron: '0 6 * * *', zone: 'Asia/Delhi' })).rejects.toMatchObject(
    {
      errors: [{ pointer: '/zone' }],
    },
  );
  await first.jobs.setSchedule('health_check', { cron: '30 5 * * *', zone: 'Asia/Kolkata' });
  await first.jobs.stop(1000);
  const second = await start();
  expect((await second.jobs.list())[0]?.cron).toBe('30 5 * * *');
  await second.jobs.setSchedule('health_check', { cron: '0 6 * * *', zone: 'Asia/Kolkata' });
});

test('a job is run now by name, an unknown name is refused with the known ones', async () => {
  const { jobs, ran } = await start();
  await jobs.run('health_check');
  expect(ran).toEqual(['health_check']);
  await expect(jobs.run('helth')).rejects.toThrow('There are: health_check');
});

test('jobs that cannot start leave nothing running', async () => {
  const { db } = await openTestDatabase([]);
  const execute: typeof db.execute = (text, values) =>
    JSON.stringify([text, values]).includes('health_check')
      ? Promise.reject(new Error('the store is away'))
      : db.execute(text, values);
  const stop = vi.spyOn(PgBoss.prototype, 'stop');
  await expect(
    startJobs({
      ...{ db: { ...db, execute }, clock, log: () => {}, queues: {} },
      works: 'always',
      schedules: { health_check: { cron: '0 6 * * *', run: async () => {} } },
    }),
  ).rejects.toThrow('away');
  expect(stop).toHaveBeenCalledOnce();
  stop.mockRestore();
});
