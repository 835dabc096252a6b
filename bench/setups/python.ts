/** The two FastAPIs: Debian's own, and a current one in a virtual environment under bench/.work. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, runs } from './command.ts';

const PY_DIR = join(import.meta.dirname, '../py');

export interface Python {
  name: 'debian' | 'current';
  command: string;
  /** Of what makes the difference, for the record. */
  versions: string;
}

const DEBIAN_PYTHON = '/usr/bin/python3';
const NEEDED = 'import fastapi, uvicorn, uvloop, httptools, sqlalchemy, psycopg2, asyncpg';
const TELL_VERSIONS = `
import platform
from importlib.metadata import version
print('Python ' + platform.python_version() + ', ' + ', '.join(
    name + ' ' + version(name) for name in ('fastapi', 'pydantic', 'sqlalchemy', 'asyncpg', 'uvicorn', 'uvloop')))
`;

export async function debianPython(): Promise<Python> {
  if (!(await runs(DEBIAN_PYTHON, ['-c', NEEDED]))) {
    throw new Error(
      'Debian’s FastAPI is not installed: apt-get install python3-fastapi uvicorn python3-uvloop python3-httptools python3-sqlalchemy python3-psycopg2 python3-asyncpg',
    );
  }
  return { name: 'debian', command: DEBIAN_PYTHON, versions: await versionsOf(DEBIAN_PYTHON) };
}

/** Installs what bench/py/requirements.txt pins, unless that was done. Null where it cannot be had. */
export async function currentPython(workDir: string): Promise<Python | null> {
  const venv = join(workDir, 'venv');
  const command = join(venv, 'bin/python');
  const wanted = readFileSync(join(PY_DIR, 'requirements.txt'), 'utf8');
  const mark = join(venv, 'installed.txt');
  try {
    if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
      await runCommand(process.env.PYTHON ?? 'python3', ['-m', 'venv', '--clear', venv]);
      await runCommand(command, ['-m', 'pip', '-q', 'install', '-r', join(PY_DIR, 'requirements.txt')]);
      writeFileSync(mark, wanted);
    }
    return { name: 'current', command, versions: await versionsOf(command) };
  } catch (error) {
    process.stderr.write(`The current FastAPI is left out: ${(error as Error).message}\n`);
    return null;
  }
}

async function versionsOf(command: string): Promise<string> {
  return (await runCommand(command, ['-c', TELL_VERSIONS])).trim();
}
