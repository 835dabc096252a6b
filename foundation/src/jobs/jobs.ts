/** Background work: queues that share our transactions, and schedules on an Indian clock. Handlers may run twice. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { PgBoss } from 'pg-boss';
import type { Clock } from '../clock.ts';
import type { Database, Sql } from '../database/database.ts';

export const DEFAULT_ZONE = 'Asia/Kolkata';

export interface Schedule {
  cron: string;
  zone: string;
}

export interface ScheduledJob extends Schedule {
  name: string;
  /** The next three firings. */
  next: Date[];
}

export type Jobs = Awaited<ReturnType<typeof startJobs>>;

type Work = (data: unknown, signal: AbortSignal) => Promise<void>;

export interface JobsOptions {
  db: Database;
  clock: Clock;
  /**
   * `always`: the clock is watched, and `begin` starts the workers of every queue and schedule. `when_woken`: the
   * workers of a queue start with its first `wake`, so that a process that only reads does no work on the way.
   */
  works: 'always' | 'when_woken';
  /** Told of faults that nobody waits for. */
  log: (line: Record<string, unknown>) => void;
  /** Queue name to what its work is; `data` is what `enqueue` was given. */
  queues: Record<string, { concurrency: number; work: Work }>;
  schedules: Record<string, { cron: string; zone?: string; run: () => Promise<void> }>;
  /** Seconds between two looks at an idle queue. */
  pollS?: number;
  /** Seconds between two looks at the clock for what is due. */
  cronMonitorS?: number;
}

/** Minute, hour, day of month, month, day of week. With fewer or more, libraries guess what was meant. */
const CRON_FIELDS = 5;
const HOUR_S = 3600;
// A worker that dies stops its heartbeat, and another takes the job up.
const QUEUE_LIMITS = { expireInSeconds: 12 * HOUR_S, heartbeatSeconds: 60 };
// After delays by chance: else the process that could not do it may look first each time.
const RETRIES = { retryLimit: 3, retryDelay: 2, retryBackoff: true };

// Any fixed number: it names the lock under which processes take turns at making the queue's own schema.
const JOBS_LOCK = 7_300_002;

/** Processes that start at once on a new database would make the schema at once, and all but one would fail. */
async function startAlone(db: Database, start: () => Promise<unknown>): Promise<void> {
  if (db.kind === 'embedded') {
    await start();
    return;
  }
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [JOBS_LOCK]);
    await start();
  });
}

async function makeQueues(boss: PgBoss, { queues, schedules }: JobsOptions): Promise<void> {
  for (const name of Object.keys(queues)) {
    await boss.createQueue(name, { policy: 'exclusive', ...QUEUE_LIMITS });
  }
  for (const [name, schedule] of Object.entries(schedules)) {
    await boss.createQueue(name, { policy: 'stately', retryLimit: 2, retryDelay: 60, expireInSeconds: HOUR_S });
    // What a person has set stays; only a schedule that nobody has stored gets its default.
    if ((await boss.getSchedule(name)) === null) {
      await boss.schedule(name, schedule.cron, null, {
        tz: schedule.zone ?? DEFAULT_ZONE,
        missed: 'once',
      });
    }
  }
}

export async function startJobs(options: JobsOptions) {
  const { db, log, clock } = options;
  const always = options.works === 'always';
  const boss = new PgBoss({
    supervise: always,
    schedule: always,
    db: { executeSql: (text, values) => db.execute(text, values) },
    ...(db.kind === 'embedded' ? { backend: 'pglite' as const } : {}),
    cronMonitorIntervalSeconds: options.cronMonitorS ?? 30,
    cronWorkerIntervalSeconds: 5,
    persistWarnings: false,
  });
  boss.on('error', (error) =>
    log({ level: 'error', event: 'jobs_fault', error: error instanceof Error ? error.message : JSON.stringify(error) }),
  );
  try {
    await startAlone(db, () => boss.start());
    await makeQueues(boss, options);
  } catch (error) {
    // Left running, its timers would keep a process alive that has said why it cannot start.
    await boss.stop({ close: false, graceful: false });
    throw error;
  }

  /** The workers of a queue, by the ids under which they can be woken. */
  const workers = new Map<string, Promise<string[]>>();
  const startWorkers = (queue: string, concurrency: number, work: Work): Promise<string[]> => {
    const started = Promise.all(
      Array.from({ length: concurrency }, () =>
        boss.work(queue, { batchSize: 1, pollingIntervalSeconds: options.pollS ?? 2 }, async (batch) => {
          for (const job of batch) await work(job.data, job.signal);
        }),
      ),
    );
    workers.set(queue, started);
    return started;
  };

  function nextFirings(schedule: Schedule): Date[] {
    try {
      if (schedule.cron.trim().split(/\s+/).length !== CRON_FIELDS) throw new RangeError('a cron has five fields');
      return boss.previewSchedule(schedule.cron, { tz: schedule.zone, from: new Date(clock.now()), count: 3 });
    } catch (error) {
      throw new StudioError(
        'validation_failed',
        `The schedule "${schedule.cron}" in ${schedule.zone} cannot be used.`,
        {
          cause: error,
          errors: [{ pointer: isZone(schedule.zone) ? '/cron' : '/zone', detail: (error as Error).message }],
        },
      );
    }
  }

  function requireSchedule(name: string) {
    const schedule = Object.hasOwn(options.schedules, name) ? options.schedules[name] : undefined;
    if (schedule === undefined) {
      const known = Object.keys(options.schedules).join(', ');
      throw new StudioError('not_found', `There is no job ${name}. There are: ${known}.`);
    }
    return schedule;
  }

  return {
    /** Starts all workers: once what a dead owner left is forgotten, lest it be worked on twice. */
    async begin(): Promise<void> {
      for (const [name, { concurrency, work }] of Object.entries(options.queues)) {
        await (workers.get(name) ?? startWorkers(name, concurrency, work));
      }
      for (const [name, { run }] of Object.entries(options.schedules)) await startWorkers(name, 1, run);
    },

    /**
     * Adds work, in the caller's transaction when one is given, so that it is there exactly if the rows are.
     * While work with the same `key` waits or runs anywhere, nothing is added.
     */
    async enqueue(queue: string, data: object, key: string, tx?: Sql): Promise<void> {
      const inTransaction = tx && {
        db: { executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values) }) },
      };
      await boss.send(queue, data, { singletonKey: key, ...RETRIES, ...inTransaction });
    },

    /** Forgets all work of a queue: after a restart of its only owner, whose work was cut short. */
    async clear(queue: string): Promise<void> {
      await boss.deleteAllJobs(queue);
    },

    /** Lets idle workers of a queue look now instead of at their next poll; starts them when none run yet. */
    wake(queue: string): void {
      const known = options.queues[queue];
      if (known === undefined) return;
      const ids = workers.get(queue) ?? startWorkers(queue, known.concurrency, known.work);
      ids.then(
        (all) => all.forEach((id) => void boss.notifyWorker(id)),
        (error: unknown) => log({ level: 'error', event: 'jobs_fault', error: String(error) }),
      );
    },

    async list(): Promise<ScheduledJob[]> {
      const stored = new Map((await boss.getSchedules()).map((s) => [s.name, { cron: s.cron, zone: s.timezone }]));
      return Object.keys(options.schedules).map((name) => {
        const { cron, zone = DEFAULT_ZONE } = stored.get(name) ?? requireSchedule(name);
        return { name, cron, zone, next: nextFirings({ cron, zone }) };
      });
    },

    /** Throws `not_found` with the known names. */
    requireKnown(name: string): void {
      requireSchedule(name);
    },

    /** Throws `validation_failed` naming the field when cron or zone cannot be used; nothing changes then. */
    async setSchedule(name: string, schedule: Schedule): Promise<ScheduledJob> {
      requireSchedule(name);
      const next = nextFirings(schedule);
      await boss.schedule(name, schedule.cron, null, { tz: schedule.zone, missed: 'once' });
      return { name, ...schedule, next };
    },

    /** Runs a scheduled job now, in this process, and waits for it. */
    async run(name: string): Promise<void> {
      await requireSchedule(name).run();
    },

    /** Waits for what runs, up to `timeoutMs`. */
    async stop(timeoutMs: number): Promise<void> {
      await Promise.allSettled(workers.values());
      await boss.stop({ close: false, graceful: true, timeout: timeoutMs });
    },
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
