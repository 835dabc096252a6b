/** `studio audit run` as a process of its own, which can be killed and measured. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@sacred-qa/contracts/pack';
import type { ReportData } from '@sacred-qa/contracts/report';
import { runTimed, type Timed } from './timed.ts';

const MAIN = join(import.meta.dirname, '../../cli/src/main.ts');
/** Where what was compiled is kept between starts, as the launcher keeps it. */
const COMPILED_DIR = join(import.meta.dirname, '../../cli/.cache');

export interface AuditJob {
  /** Holds the store, the pack file and the report; made when it is not there. */
  folder: string;
  pack: Pack;
  url: string;
  concurrency: number;
  flags?: readonly string[];
}

function argvOf({ folder, pack, url, concurrency, flags = [] }: AuditJob): string[] {
  mkdirSync(folder, { recursive: true });
  const packFile = join(folder, 'pack.json');
  writeFileSync(packFile, JSON.stringify(pack));
  const target = ['--target', url, '--model', 'mock', '--name', 'mock', '--replace'];
  const report = ['--report', join(folder, 'report.html'), '--json', join(folder, 'report.json')];
  return [
    MAIN,
    'audit',
    'run',
    ...target,
    '--pack',
    packFile,
    '--concurrency',
    String(concurrency),
    ...report,
    ...flags,
  ];
}

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: '',
  STUDIO_DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'error',
  NODE_COMPILE_CACHE: COMPILED_DIR,
});

/** Any other command on the audit's store. */
export const startCommand = (folder: string, ...argv: string[]) =>
  launch(process.execPath, [MAIN, ...argv], environment(folder));

/** The same under GNU time. */
export const timedAudit = (job: AuditJob, patienceS: number): Promise<Timed> =>
  timed(job.folder, argvOf(job), patienceS);

export const timedCommand = (folder: string, patienceS: number, ...argv: string[]): Promise<Timed> =>
  timed(folder, [MAIN, ...argv], patienceS);

const timed = (folder: string, args: readonly string[], patienceS: number): Promise<Timed> =>
  runTimed({
    ...{ command: process.execPath, args, env: environment(folder), cwd: folder, patienceS },
    timeFile: join(folder, 'time'),
  });

export function startAudit(job: AuditJob): {
  child: ChildProcess;
  ended: Promise<{ exit: number | null; said: string }>;
} {
  return launch(process.execPath, argvOf(job), environment(job.folder));
}

function launch(command: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string) {
  const child = spawn(command, [...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-20_000);
  });
  const ended = new Promise<{ exit: number | null; said: string }>((resolve) => {
    child.once('close', (exit) => {
      process.off('exit', killWithUs);
      resolve({ exit, said });
    });
  });
  return { child, ended };
}

export const reportOf = (folder: string): ReportData =>
  JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as ReportData;
