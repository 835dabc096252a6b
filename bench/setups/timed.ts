/** Runs a program to its end under GNU time: what it took of the clock, of the processors and of memory. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Timed {
  exit: number | null;
  wallS: number;
  /** Of the program and all that it started. */
  cpuS: number;
  peakMib: number;
  /** The end of what it said. */
  said: string;
}

export interface TimedCommand {
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Where the figures are written; overwritten. */
  timeFile: string;
  patienceS: number;
}

export function runTimed({ command, args, env, cwd, timeFile, patienceS }: TimedCommand): Promise<Timed> {
  const child = spawn('time', ['-f', '%e %U %S %M', '-o', timeFile, command, ...args], {
    ...{ env, cwd, timeout: patienceS * 1000, killSignal: 'SIGKILL' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error('GNU time is missing: apt-get install time', { cause })));
    child.once('close', (exit) => {
      // A program that ends with anything but 0 has a line of words before its figures.
      const [wall, user, system, peak] = (readFileSync(timeFile, 'utf8').trim().split('\n').at(-1) ?? '')
        .split(' ')
        .map(Number);
      resolve({
        exit,
        said,
        wallS: wall ?? Number.NaN,
        cpuS: (user ?? Number.NaN) + (system ?? 0),
        peakMib: (peak ?? Number.NaN) / 1024,
      });
    });
  });
}
