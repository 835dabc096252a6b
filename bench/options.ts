/** What `npm run bench` is asked for. */
import { parseArgs } from 'node:util';

export const SECTIONS = ['post', 'tree', 'audit', 'mail', 'help', 'memory', 'console', 'size'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Options {
  help: boolean;
  sections: readonly Section[];
  repeats: number;
  /** How long each measured run lasts, after a second of warming. */
  runSeconds: number;
  quick: boolean;
}

export const HELP = `Measures speed and size, ours beside PostgreSQL's own limits and beside FastAPI.

  npm run bench                        all of it, 3 repeats: about 30 minutes
  npm run bench -- --quick             one short repeat: about 4 minutes, for a first look
  npm run bench -- --only post,help    some sections: ${SECTIONS.join(', ')}

  post     POST /api/v1/sankalpa at 64 connections: server and embedded store, pgbench, FastAPI in eight setups
  tree     GET of a whole tree of 100 nodes, beside FastAPI
  audit    10,000 cases at no latency and 2,000 at 50 ms, beside promptfoo; a second scoring; the latency that is told
  mail     mails a second into smtp-sink: ours, plain nodemailer, smtp-source
  help     how long studio --help takes, beside node -e 0
  memory   of the server process under load, after 100,000 nodes
  console  first view, long lists and a large tree in Chromium, over 100,000 nodes embedded and 1,000,000 on PostgreSQL
  size     what npm ci --omit=dev installs, from a clean clone

Results go to bench/results/DATE-speed.json; a full run also writes the tables of bench/README.md.
It starts a private PostgreSQL under bench/.work and stops it again; it touches no other database.
Needs Debian or Ubuntu with: ${'apt-get install'} postgresql wrk python3-venv python3-fastapi uvicorn python3-uvloop
  python3-httptools python3-sqlalchemy python3-psycopg2 python3-asyncpg
For audit also: ${'apt-get install'} time. promptfoo is installed by npm under bench/.work (2 GB), or is where
  PROMPTFOO_DIR says.
For mail: postgresql, and postfix, or POSTFIX_TREE, a folder into which its package was unpacked.
PYTHON names another Python for the current FastAPI (default: python3).
`;

/** Throws a TypeError that names what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const wanted = values.only?.split(',') ?? SECTIONS;
  const unknown = wanted.find((name) => !SECTIONS.some((section) => section === name));
  if (unknown !== undefined) throw new TypeError(`There is no section ${unknown}. There are: ${SECTIONS.join(', ')}.`);
  const quick = values.quick ?? false;
  return {
    help: values.help ?? false,
    sections: SECTIONS.filter((section) => wanted.includes(section)),
    repeats: quick ? 1 : 3,
    runSeconds: quick ? 2 : 4,
    quick,
  };
}
