/** What vaidya looks at. Each check observes the thing itself: the database check writes and reads. */
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import type { DiskGuard } from '@sacred-qa/foundation/database/disk';
import type { CheckResult, HealthCheck } from '../agents/vaidya.ts';

const MB = 1024 * 1024;
const DISK_WARN_BYTES = 1024 * MB;
const DISK_FAIL_BYTES = 64 * MB;
/** A daily act is late when a day and two hours passed. */
const DAILY_LATE_HOURS = 26;

export function databaseCheck(deps: { db: Database; clock: Clock }): HealthCheck {
  return {
    name: 'database',
    async run() {
      const startedMs = performance.now();
      const beat = deps.clock.now();
      await deps.db.query(
        `insert into settings (name, value) values ('heartbeat', to_jsonb($1::bigint))
         on conflict (name) do update set value = excluded.value`,
        [beat],
      );
      const [row] = await deps.db.query<{ value: number }>(`select value from settings where name = 'heartbeat'`);
      const tookMs = Math.round(performance.now() - startedMs);
      if (row === undefined) return { status: 'fail', detail: 'what was written could not be read' };
      return { status: 'pass', detail: `${deps.db.kind}: wrote and read`, observed: tookMs, unit: 'ms' };
    },
  };
}

const sizeOf = (mb: number): string => (mb < 1024 ? `${mb} MB` : `${(mb / 1024).toFixed(1)} GB`);

const agoOf = (hours: number): string => (hours < 1 ? 'less than an hour ago' : `${hours} hours ago`);

export function diskCheck(deps: { disk: DiskGuard }): HealthCheck {
  return {
    name: 'disk',
    async run() {
      const free = deps.disk.freeBytes();
      const observed = Math.floor(free / MB);
      const status = free < DISK_FAIL_BYTES ? 'fail' : free < DISK_WARN_BYTES ? 'warn' : 'pass';
      return { status, detail: `${sizeOf(observed)} free; writes stop below 64 MB`, observed, unit: 'MB' };
    },
  };
}

/** Warns when a daily act is late, or was never done although the house stood for a day. */
export function dailyCheck(deps: {
  name: string;
  hoursSince: () => Promise<number | null>;
  houseAgeHours: () => Promise<number>;
}): HealthCheck {
  return {
    name: deps.name,
    async run(): Promise<CheckResult> {
      const hours = await deps.hoursSince();
      if (hours === null) {
        const age = await deps.houseAgeHours();
        return age < DAILY_LATE_HOURS
          ? { status: 'pass', detail: 'not due yet: the house is younger than a day' }
          : { status: 'warn', detail: 'was never done' };
      }
      const observed = Math.round(hours * 10) / 10;
      const status = hours > DAILY_LATE_HOURS ? 'warn' : 'pass';
      return { status, detail: agoOf(observed), observed, unit: 'h' };
    },
  };
}
