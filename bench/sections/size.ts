/** What a user who wants to run the studio downloads: `npm ci --omit=dev` in a clean clone of the last commit. */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../setups/command.ts';

const ROOT_DIR = join(import.meta.dirname, '../..');
/** The packages that carry a Node for machines with an older one. */
const CARRIED_NODE = /^node(-bin)?-(linux|darwin|win)-(x64|arm64)$/;

export interface SizeFigures {
  commit: string;
  /** Sums of file sizes, in MB of a million bytes. */
  withoutNodeMb: number;
  totalMb: number;
  /** What the files take on this disk. */
  onDiskMb: number;
  packages: number;
  largest: { name: string; mb: number }[];
}

export async function measureSize(workDir: string): Promise<SizeFigures> {
  const clone = join(workDir, 'clone');
  rmSync(clone, { recursive: true, force: true });
  await runCommand('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT_DIR}`, clone]);
  const npm = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await runCommand('npm', npm, { cwd: clone });
  const modules = join(clone, 'node_modules');
  const packages = packagesIn(modules).map((name) => ({ name, ...bytesOf(join(modules, name)) }));
  const all = bytesOf(modules);
  const node = packages.filter(({ name }) => CARRIED_NODE.test(name)).reduce((sum, { bytes }) => sum + bytes, 0);
  const commit = (await runCommand('git', ['rev-parse', '--short', 'HEAD'], { cwd: clone })).trim();
  rmSync(clone, { recursive: true, force: true });
  return {
    commit,
    withoutNodeMb: mb(all.bytes - node),
    totalMb: mb(all.bytes),
    onDiskMb: mb(all.onDisk),
    packages: packages.length,
    largest: packages
      .toSorted((a, b) => b.bytes - a.bytes)
      .slice(0, 8)
      .map(({ name, bytes }) => ({ name, mb: mb(bytes) })),
  };
}

const mb = (bytes: number): number => Math.round(bytes / 1e5) / 10;

function packagesIn(modules: string): string[] {
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}

/** Links, such as those to our own workspaces, weigh nothing here. */
function bytesOf(path: string): { bytes: number; onDisk: number } {
  const stat = lstatSync(path);
  if (!stat.isDirectory())
    return stat.isFile() ? { bytes: stat.size, onDisk: stat.blocks * 512 } : { bytes: 0, onDisk: 0 };
  const inner = readdirSync(path).map((name) => bytesOf(join(path, name)));
  return {
    bytes: inner.reduce((sum, one) => sum + one.bytes, 0),
    onDisk: inner.reduce((sum, one) => sum + one.onDisk, stat.blocks * 512),
  };
}
