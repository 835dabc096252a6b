/** Load: wrk against a server, pgbench against the database itself. */
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { runCommand } from './command.ts';

const BENCH_DIR = join(import.meta.dirname, '..');

export interface LoadResult {
  perSecond: number;
  answers: number;
  errors: number;
  p50Ms: number;
  p99Ms: number;
}

export interface HttpLoad {
  url: string;
  path: string;
  key: string;
  script: 'post' | 'get';
  connections: number;
  seconds: number;
  /** Makes the events of this run different from those of every other. */
  salt: string;
}

/** Answers that are not 2xx or 3xx count as errors, and so do broken connections and time-outs. */
export async function wrk(load: HttpLoad): Promise<LoadResult> {
  const script = join(BENCH_DIR, 'wrk', `${load.script}.lua`);
  const args = [
    '-t1',
    `-c${load.connections}`,
    `-d${load.seconds}s`,
    '--timeout',
    '10s',
    '-s',
    script,
    load.url + load.path,
  ];
  const env = { ...process.env, KEY: load.key, SALT: load.salt, REPORT: join(BENCH_DIR, 'wrk/report.lua') };
  const printed = await runCommand('wrk', args, { env });
  const found = /^RESULT (.*)$/m.exec(printed)?.[1];
  if (found === undefined) throw new Error(`wrk told no result: ${printed}`);
  const { answers, seconds, p50Ms, p99Ms, errors } = JSON.parse(found) as Record<
    'answers' | 'seconds' | 'p50Ms' | 'p99Ms' | 'errors',
    number
  >;
  return { perSecond: answers / seconds, answers, errors, p50Ms, p99Ms };
}

/** Each client sends its next transaction when the one before is committed. */
export async function pgbench(
  cluster: Cluster,
  load: { database: string; script: string; clients: number; seconds: number },
): Promise<LoadResult> {
  const printed = await runCommand(cluster.program('pgbench'), [
    ...['-n', '-M', 'prepared', '-j', '1', '-c', String(load.clients), '-T', String(load.seconds), '-D', 'n=0'],
    ...['-f', join(BENCH_DIR, 'sql', `${load.script}.sql`), cluster.urlOf(load.database)],
  ]);
  const number = (pattern: RegExp): number => Number(pattern.exec(printed)?.[1] ?? Number.NaN);
  const averageMs = number(/latency average = ([\d.]+)/);
  return {
    perSecond: number(/tps = ([\d.]+)/),
    answers: number(/transactions actually processed: (\d+)/),
    errors: number(/failed transactions: (\d+)/),
    p50Ms: averageMs,
    p99Ms: Number.NaN,
  };
}
