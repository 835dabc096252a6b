/**
 * Does what the README says, in a clean clone, as a newcomer would, and prints the gates 2 to 5 as it goes.
 * The commands are read out of the README, so that it cannot say what does not work.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsOf } from './readme.ts';

const WAIT_MS = 120_000;
const repository = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'studio-newcomer-'));
const clone = join(scratch, 'clone');
const running: ChildProcess[] = [];

function gate(title: string): void {
  console.log(`\n== gate ${title} ==`);
}

function assert(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`This does not hold: ${sentence}`);
  console.log(`ok: ${sentence}`);
}

/** A shell as a person has it: none of what npm put on the path for this script. */
const shellEnv = (more: Record<string, string> = {}): NodeJS.ProcessEnv => {
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.includes('node_modules'));
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'DATABASE_URL');
  return { ...Object.fromEntries(own), PATH: path.join(':'), ...more };
};

let env = shellEnv();

function run(command: string, cwd = clone): string {
  console.log(`$ ${command}`);
  return execFileSync('bash', ['-c', command], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts a command that stays, and answers what it had printed once `sign` was in it. */
async function start(command: string, sign: RegExp, cwd = clone): Promise<string> {
  console.log(`$ ${command} &`);
  const child = spawn('bash', ['-c', command], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const timer = setTimeout(() => stop(child), WAIT_MS);
  let printed = '';
  // Listened to until the end: a pipe that is closed early would end the command at its next line.
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
      if (sign.test(printed)) resolve();
    });
    child.on('exit', () => reject(new Error(`"${command}" ended before it was ready. It printed:\n${printed}`)));
  });
  await ready.finally(() => clearTimeout(timer));
  return printed;
}

function stop(child: ChildProcess): void {
  try {
    // The whole group: the shell, npm, the launcher and the server under it.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const commands = commandsOf(readFileSync(join(repository, 'README.md'), 'utf8'));

/** The README's own command with this in it. */
function told(part: string): string {
  const found = commands.find((command) => command.includes(part));
  if (found === undefined) throw new Error(`The README has no command with "${part}".`);
  return found;
}

async function harvestCapabilities(): Promise<void> {
  gate('2 capabilities harvested from a target');
  env = shellEnv({ STUDIO_DATA_DIR: join(scratch, 'without-a-server') });
  await start(told('sample-bot'), /127\.0\.0\.1:7301/, repository);
  run(told('targets add'), repository);
  const found = JSON.parse(run(`${told('targets probe')} --json -`, repository)) as {
    models: string[];
    languages: { lang: string; answered_in_script: boolean }[];
  };
  assert(found.models.includes('sample-bot'), `the target’s models were found: ${found.models.join(', ')}`);
  const inScript = found.languages.filter((one) => one.answered_in_script).map((one) => one.lang);
  assert(found.languages.length >= 10, `it was asked in ${found.languages.length} languages`);
  assert(inScript.includes('en') && !inScript.includes('hi'), 'the planted fault shows: it answers English, not Hindi');
}

type Api = (path: string, init?: RequestInit) => Promise<Response>;

async function startFromClone(): Promise<Api> {
  gate('3 full stack started from a clean clone');
  const port = await freePort();
  env = shellEnv({ PORT: String(port) });
  execFileSync('git', ['clone', '--quiet', repository, clone]);
  // What its `npm ci` would fetch has just been fetched for this repository, from the same lock file.
  execFileSync('cp', ['-al', join(repository, 'node_modules'), clone]);
  const greeting = await start(told('npm ci && npm start').replace('npm ci && ', ''), /Stop it with Ctrl-C/);
  assert(greeting.includes(`http://127.0.0.1:${port}`), 'the studio says where it answers');
  const key = readFileSync(join(clone, '.studio/admin.key'), 'utf8').trim();
  assert(greeting.includes(key), 'it prints the first admin key, which also lies in .studio/admin.key');
  const api: Api = (path, init = {}) => {
    const headers = { authorization: `Bearer ${key}`, ...(init.body ? { 'content-type': 'application/json' } : {}) };
    return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
  };
  for (const path of ['/livez', '/readyz', '/api/v1/health', '/api/v1/openapi.json', '/docs']) {
    assert((await api(path)).status === 200, `${path} answers 200`);
  }
  return api;
}

/** Answers the lineage id of the first sankalpa. */
async function declareFirst(api: Api): Promise<string> {
  gate('4 first sankalpa, end to end, over HTTP');
  const body = JSON.stringify({
    text: 'पहला संकल्प: बॉट को हिन्दी में जाँचना',
    source: 'gate',
    source_event_id: 'first',
  });
  const made = await api('/api/v1/sankalpa', { method: 'POST', body });
  const first = (await made.json()) as { lineage_id: string; language: string };
  assert(made.status === 201 && first.language === 'hi', 'a sankalpa is taken in and its language is named');
  const again = (await (await api('/api/v1/sankalpa', { method: 'POST', body })).json()) as { lineage_id: string };
  assert(again.lineage_id === first.lineage_id, 'the same event sent again gets the same place');
  const refused = await api('/api/v1/sankalpa', { method: 'POST', body: '{"text":"x"}' });
  const problem = (await refused.json()) as object;
  assert(refused.status === 422 && 'lineage_id' in problem, 'a refused one has a lineage id too');
  assert(/findings/i.test(run(told('audit run'))), 'a first audit ends with findings');
  assert(readFileSync(join(clone, 'report.html'), 'utf8').includes('<html'), 'the report was written');
  return first.lineage_id;
}

function exportAndVerify(lineageId: string): void {
  gate('5 lineage exported and verified');
  console.log(run(`npx studio lineage show ${lineageId}`));
  run(`npx studio lineage export ${lineageId.split('.')[0]} -o tree.jsonl`);
  const lines = readFileSync(join(clone, 'tree.jsonl'), 'utf8').trimEnd().split('\n');
  assert(lines.length === 3, 'the exported tree holds its header and both nodes');
  console.log(run(told('lineage verify')));
  run(told('evidence seal'));
  console.log(run(told('studio verify')));
}

let failed = false;
try {
  await harvestCapabilities();
  const api = await startFromClone();
  exportAndVerify(await declareFirst(api));
} catch (error) {
  failed = true;
  console.error((error as Error).message);
}
for (const child of running) stop(child);
await Promise.all(
  running.map((child) => (child.exitCode ?? child.signalCode) || new Promise((resolve) => child.once('exit', resolve))),
);
rmSync(scratch, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
