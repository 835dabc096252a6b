/** A server under measurement: started, waited for, weighed, and stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerCommand {
  command: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  port: number;
  logFile: string;
}

export interface RunningServer {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export interface Memory {
  rssMib: number;
  /** Pages that belong to these processes alone. */
  ussMib: number;
}

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 20_000;

/** Resolves when `GET /readyz` answers 200. */
export async function startServer(given: ServerCommand): Promise<RunningServer> {
  mkdirSync(dirname(given.logFile), { recursive: true });
  const log = openSync(given.logFile, 'a');
  const child = spawn(given.command, [...given.args], { cwd: given.cwd, env: given.env, stdio: ['ignore', log, log] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = () => killTree(child);
  process.once('exit', kill);
  const url = `http://127.0.0.1:${given.port}`;
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null || Date.now() > deadlineMs) {
      kill();
      const last = readFileSync(given.logFile, 'utf8').slice(-2000);
      throw new Error(`${given.command} ${given.args.join(' ')} does not answer. Its log ends:\n${last}`);
    }
    await sleep(100);
  }
  return {
    url,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(kill, STOP_WITHIN_MS);
      await ended;
      clearTimeout(late);
      process.off('exit', kill);
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    return false;
  }
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  for (const pid of treeOf(child.pid)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended since.
    }
  }
}

/** A process and all that it started. */
function treeOf(pid: number): number[] {
  const children = readProc(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

export function memoryOf(pid: number): Memory {
  const weighed = treeOf(pid).map((one) => readProc(one, 'smaps_rollup'));
  const mib = (...fields: string[]): number =>
    Math.round(
      weighed
        .flatMap((text) => fields.map((field) => Number(new RegExp(`^${field}: +(\\d+)`, 'm').exec(text)?.[1] ?? 0)))
        .reduce((sum, kib) => sum + kib, 0) / 1024,
    );
  return { rssMib: mib('Rss'), ussMib: mib('Private_Clean', 'Private_Dirty') };
}

const TICKS_PER_S = 100;

/** Processor time that the processes and those of their children that have ended used so far, in seconds. */
export function cpuSecondsOf(pid: number): number {
  const ticks = treeOf(pid).map((one) => {
    const fields = readProc(one, 'stat').split(') ')[1]?.split(' ') ?? [];
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_S;
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // The process has ended since it was listed.
    return '';
  }
}
