/** One setup in the measurement: how it is run once, and what is kept of its repeats. */
import type { LoadResult } from '../setups/load.ts';

export interface Run extends LoadResult {
  /** Rows found after the run, of those that the answers promised; null where nothing is written. */
  rows: number | null;
  /** Of the server's own processes; null for pgbench. */
  rssMib: number | null;
  cpuCores: number | null;
  /** Of a PostgreSQL beside it; null where there is none or nobody looked. */
  databaseCores: number | null;
}

export interface Contender {
  name: string;
  kind: 'ours' | 'pgbench' | 'fastapi' | 'peer';
  run(): Promise<Run>;
}

export interface Measured {
  name: string;
  kind: Contender['kind'];
  perSecond: number;
  lowest: number;
  highest: number;
  p50Ms: number;
  p99Ms: number | null;
  rssMib: number | null;
  cpuCores: number | null;
  databaseCores: number | null;
  errors: number;
  /** Answers without their row, over all repeats. */
  lost: number;
  repeats: number;
}

export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
};

/** Every repeat goes through all of them in turn, so that a busy minute of the machine hits all alike. */
export async function measureInTurn(
  contenders: readonly Contender[],
  repeats: number,
  say: (line: string) => void,
): Promise<Measured[]> {
  const runs = new Map<Contender, Run[]>(contenders.map((one) => [one, []]));
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    for (const contender of contenders) {
      const run = await contender.run();
      runs.get(contender)?.push(run);
      const trouble = run.errors > 0 ? `, ${run.errors} ERRORS` : '';
      const lost = lostOf(run) > 0 ? `, ${lostOf(run)} LOST` : '';
      say(`${repeat}/${repeats}  ${contender.name}: ${Math.round(run.perSecond)}/s${trouble}${lost}`);
    }
  }
  return contenders.map((contender) => measuredOf(contender, runs.get(contender) ?? []));
}

const lostOf = (run: Run): number => (run.rows === null ? 0 : Math.max(0, run.answers - run.rows));

function measuredOf({ name, kind }: Contender, runs: readonly Run[]): Measured {
  const median = (pick: (run: Run) => number | null): number | null => {
    const values = runs.map(pick).filter((value) => value !== null && !Number.isNaN(value));
    return values.length === 0 ? null : rounded(medianOf(values as number[]));
  };
  const speeds = runs.map((run) => run.perSecond);
  return {
    name,
    kind,
    perSecond: rounded(medianOf(speeds)),
    lowest: rounded(Math.min(...speeds)),
    highest: rounded(Math.max(...speeds)),
    p50Ms: median((run) => run.p50Ms) ?? Number.NaN,
    p99Ms: median((run) => run.p99Ms),
    rssMib: median((run) => run.rssMib),
    cpuCores: median((run) => run.cpuCores),
    databaseCores: median((run) => run.databaseCores),
    errors: runs.reduce((sum, run) => sum + run.errors, 0),
    lost: runs.reduce((sum, run) => sum + lostOf(run), 0),
    repeats: runs.length,
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
