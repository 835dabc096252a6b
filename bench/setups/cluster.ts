/** A PostgreSQL of our own for the length of one run: Debian's binaries, a free port, fsync on. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { cpuSecondsOf } from './process.ts';

export interface Cluster {
  urlOf(database: string): string;
  version: string;
  /** Runs SQL and answers what it printed, unaligned. */
  sql(database: string, text: string): Promise<string>;
  runFile(database: string, file: string): Promise<void>;
  /** Makes the database anew, as a copy of `template` or empty. */
  create(database: string, template?: string): Promise<void>;
  drop(database: string): Promise<void>;
  /** Processor time of all its processes so far. */
  cpuSeconds(): number;
  /** The path of a program that came with this PostgreSQL. */
  program(name: string): string;
  stop(): void;
}

const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
# A checkpoint in the middle of one run and not of another would compare nothing.
max_wal_size = 6GB
checkpoint_timeout = 30min
`;

export async function startCluster(workDir: string): Promise<Cluster> {
  const bin = globSync('/usr/lib/postgresql/*/bin').sort(byVersion).at(-1);
  if (bin === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = join(workDir, 'pg');
  const data = join(folder, 'data');
  const control = (...args: string[]) => asPostgres(join(bin, 'pg_ctl'), ['-D', data, ...args]);
  // A run that was killed may have left its server behind.
  if (existsSync(join(data, 'postmaster.pid'))) tryTo(() => control('-m', 'immediate', '-w', 'stop'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(workDir, { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
  asPostgres(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']);
  const port = await freePort();
  appendFileSync(join(data, 'postgresql.conf'), `${SETTINGS}port = ${port}\n`);
  control('-l', join(folder, 'log'), '-w', 'start');
  const pid = Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);

  const urlOf = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const program = (name: string): string => join(bin, name);
  const psql = (database: string, ...args: string[]): Promise<string> =>
    runCommand(program('psql'), [urlOf(database), '-XqAt', '-v', 'ON_ERROR_STOP=1', ...args]);
  const sql = async (database: string, text: string): Promise<string> => (await psql(database, '-c', text)).trim();
  const drop = async (database: string): Promise<void> => {
    await sql('postgres', `drop database if exists ${database} with (force)`);
  };
  const durable = await sql('postgres', "select current_setting('fsync') || current_setting('synchronous_commit')");
  if (durable !== 'onon') throw new Error('fsync or synchronous_commit is off: nothing measured here would count');
  return {
    urlOf,
    version: await sql('postgres', 'show server_version'),
    sql,
    program,
    cpuSeconds: () => cpuSecondsOf(pid),
    drop,
    async runFile(database, file) {
      await psql(database, '-f', file);
    },
    async create(database, template) {
      await drop(database);
      const source = template === undefined ? '' : ` template ${template} strategy file_copy`;
      await sql('postgres', `create database ${database}${source}`);
      await sql('postgres', 'checkpoint');
    },
    stop() {
      tryTo(() => control('-m', 'immediate', '-w', 'stop'));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function asPostgres(program: string, args: readonly string[]): void {
  const [command, ...rest] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
  execFileSync(command as string, rest, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
}

function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // It was not running any more.
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
