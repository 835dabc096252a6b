/** vaidya looks after the house: it runs every check and says pass, warn or fail. */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Agent } from './agent.ts';

export type HealthStatus = 'pass' | 'warn' | 'fail';

export interface CheckResult {
  status: HealthStatus;
  detail: string;
  observed?: number;
  unit?: string;
}

export interface HealthCheck {
  name: string;
  run(): Promise<CheckResult>;
}

export interface HealthReport {
  status: HealthStatus;
  version: string;
  at: string;
  checks: Record<string, CheckResult>;
}

const CHECK_TIMEOUT_MS = 5000;

export function createVaidya(deps: {
  checks: readonly HealthCheck[];
  clock: Clock;
  version: string;
}): Agent<null, HealthReport> {
  return {
    name: 'vaidya',
    version: '1',
    async act() {
      const results = await Promise.all(
        deps.checks.map(async (check) => [check.name, await outcomeOf(check)] as const),
      );
      return {
        status: worstOf(results.map(([, result]) => result.status)),
        version: deps.version,
        at: isoOf(deps.clock.now()),
        checks: Object.fromEntries(results),
      };
    },
  };
}

/** A check that throws or does not end in time has failed; it never takes the whole report with it. */
async function outcomeOf(check: HealthCheck): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(
      () => resolve({ status: 'fail', detail: `no answer within ${CHECK_TIMEOUT_MS} ms` }),
      CHECK_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([check.run(), late]);
  } catch (error) {
    return { status: 'fail', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

function worstOf(statuses: readonly HealthStatus[]): HealthStatus {
  if (statuses.includes('fail')) return 'fail';
  return statuses.includes('warn') ? 'warn' : 'pass';
}
