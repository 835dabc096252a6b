/** Where a run was made: without it no figure means anything. */
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { runCommand } from './setups/command.ts';

export interface Machine {
  cpu: string;
  cores: number;
  memoryGib: number;
  system: string;
  kernel: string;
  node: string;
  /** Work that waited for a core when the run began; well above 0 means that the machine was not alone. */
  loadAtStart: number;
}

export async function describeMachine(
  rootDir: string,
): Promise<{ commit: string; changed: boolean; machine: Machine }> {
  const git = async (...args: string[]): Promise<string> => (await runCommand('git', args, { cwd: rootDir })).trim();
  return {
    commit: await git('rev-parse', '--short', 'HEAD'),
    changed: (await git('status', '--porcelain', '--untracked-files=no')) !== '',
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGib: Math.round(totalmem() / 1024 ** 3),
      system: /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform,
      kernel: release(),
      node: process.version,
      loadAtStart: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    },
  };
}
