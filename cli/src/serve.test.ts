/** The real program as a process: it serves, owns its folder, stops in order, and comes back with everything. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
/** Kept between runs, as the launcher keeps what it compiled. */
const COMPILED = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../.cache/tests', import.meta.url)) };
let folder: string;
let env: Record<string, string | undefined>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-serve-'));
  env = { ...process.env, DATABASE_URL: '', STUDIO_DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', ...COMPILED };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const studio = (...argv: string[]) =>
  spawnSync(process.execPath, [MAIN, ...argv], { env, encoding: 'utf8', cwd: folder });

async function serve(): Promise<{ process: ChildProcess; url: string; greeting: string }> {
  const child = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let greeting = '';
  for await (const piece of child.stdout.setEncoding('utf8')) {
    greeting += piece;
    if (greeting.includes('Ctrl-C')) break;
  }
  const url = /answers at (\S+)/.exec(greeting)?.[1];
  if (url === undefined) throw new Error(`it did not come up: ${greeting}`);
  return { process: child, url, greeting };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  const [code] = await once(child, 'exit');
  return code;
}

test.skipIf(process.env.DATABASE_URL)(
  'a studio is served, used by commands and clients at once, killed, served again, backed up and restored',
  async () => {
    const first = await serve();
    const key = readFileSync(join(folder, 'admin.key'), 'utf8').trim();
    expect(first.greeting).toContain(key);
    for (const file of ['admin.key', 'owner.json']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const answer = await fetch(`${first.url}/api/v1/sankalpa`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ text: 'acknowledged before the kill' }),
    });
    expect(answer.status).toBe(201);
    const { lineage_id } = (await answer.json()) as { lineage_id: string };

    const owners = readFileSync(join(folder, 'owner.json'), 'utf8');
    const second = studio('serve');
    expect([second.status, second.stderr]).toEqual([2, expect.stringContaining(`process ${first.process.pid} `)]);
    expect(second.stderr).toContain(first.url);
    expect(readFileSync(join(folder, 'owner.json'), 'utf8')).toBe(owners);
    expect(studio('lineage', 'show', lineage_id).stdout).toContain('jnana');

    await stop(first.process, 'SIGKILL');
    const again = await serve();
    expect(again.greeting).not.toContain(key);
    expect(studio('sankalpa', 'list').stdout).toContain('acknowledged before the kill');
    expect(studio('jobs', 'run', 'health_check').status).toBe(0);
    const backup = studio('db', 'backup').stdout.trim();
    expect(studio('db', 'restore', backup)).toMatchObject({ status: 2, stderr: expect.stringContaining('in use by') });
    expect(studio('db', 'check')).toMatchObject({ status: 0, stdout: expect.stringContaining('sound') });
    studio('sankalpa', 'declare', 'declared after the back-up');
    expect(await stop(again.process, 'SIGTERM')).toBe(0);
    expect(readdirSync(folder)).not.toContain('owner.json');

    expect(studio('db', 'restore', backup)).toMatchObject({ status: 0 });
    const listed = studio('sankalpa', 'list').stdout;
    expect(listed).toContain('acknowledged before the kill');
    expect(listed).not.toContain('declared after the back-up');
    expect(studio('lineage', 'verify')).toMatchObject({ status: 0 });
  },
);
