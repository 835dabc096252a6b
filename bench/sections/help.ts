/** How long `studio --help` takes under the machine's own Node, beside a Node that does nothing. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { medianOf } from './contender.ts';

const ROOT_DIR = join(import.meta.dirname, '../..');
const RUNS = 21;

export interface HelpFigures {
  node: string;
  /** Medians of wall time, ms. */
  nothingMs: number;
  launcherMs: number;
  linkedMs: number;
  runs: number;
}

export function measureHelp(): HelpFigures {
  // What npm puts in front of PATH would hide the Node that the machine has.
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith('node_modules/.bin'));
  const node = folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file)) ?? process.execPath;
  const env = { ...process.env, PATH: folders.join(delimiter) };
  const commands = {
    nothing: [node, '-e', '0'],
    launcher: [node, join(ROOT_DIR, 'cli/bin/studio.js'), '--help'],
    linked: [join(ROOT_DIR, 'node_modules/.bin/studio'), '--help'],
  };
  const times = { nothing: [] as number[], launcher: [] as number[], linked: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of ['nothing', 'launcher', 'linked'] as const) {
      const [command = '', ...args] = commands[name];
      const startedMs = performance.now();
      const { status } = spawnSync(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
      times[name].push(performance.now() - startedMs);
      if (status !== 0) throw new Error(`${commands[name].join(' ')} ended with ${status}`);
    }
  }
  const tenths = (values: readonly number[]): number => Math.round(medianOf(values) * 10) / 10;
  return {
    node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
    nothingMs: tenths(times.nothing),
    launcherMs: tenths(times.launcher),
    linkedMs: tenths(times.linked),
    runs: RUNS,
  };
}
