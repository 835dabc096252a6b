/** The real program, killed in the middle of an audit. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReportData } from '@sacred-qa/contracts/report';
import { afterEach, beforeEach, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const CONCURRENCY = 4;
/** Kept between runs, as the launcher keeps what it compiled. */
const COMPILED = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../.cache/tests', import.meta.url)) };

let folder: string;
let target: Server;
let asked: string[];
/** Called with how often the target was asked; answers are held back while it returns a promise. */
let onAsked: (count: number) => Promise<void> | void;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studio-killed-'));
  asked = [];
  onAsked = () => {};
  target = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    asked.push(JSON.parse(body).messages.at(-1).content);
    await onAsked(asked.length);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: 'I do not know, sorry.' } }] }));
  });
  target.listen(0, '127.0.0.1');
  await once(target, 'listening');
});
afterEach(() => {
  target.closeAllConnections();
  target.close();
  rmSync(folder, { recursive: true, force: true });
});

const studio = (...argv: string[]): ChildProcess =>
  spawn(process.execPath, [MAIN, ...argv], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: '', STUDIO_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', ...COMPILED },
    stdio: 'ignore',
  });

function audit(): ChildProcess {
  const url = `http://127.0.0.1:${(target.address() as AddressInfo).port}/v1`;
  const flags = ['--concurrency', String(CONCURRENCY), '--report', 'report.html', '--json', 'report.json'];
  return studio('audit', 'run', '--target', url, '--model', 'm', ...flags);
}

// On a server the same SQL runs in other tests; what a kill could break is the embedded store.
test.skipIf(process.env.DATABASE_URL)(
  'an audit killed with -9 is finished by the same command and by no other, and no answered case is asked twice',
  async () => {
    const killAt = 30;
    const killed = Promise.withResolvers<void>();
    onAsked = (count) => {
      if (count === killAt) killed.resolve();
      // From there nothing is answered: what is under way at the kill is in flight for certain.
      return count >= killAt ? new Promise<void>(() => {}) : undefined;
    };
    const first = audit();
    await killed.promise;
    first.kill('SIGKILL');
    await once(first, 'exit');
    onAsked = () => {};
    const askedAtKill = asked.length;
    expect(await once(studio('audit', 'list'), 'exit')).toEqual([0, null]);
    expect(asked.length).toBe(askedAtKill);
    const [exit] = await once(audit(), 'exit');
    expect(exit).toBe(0);
    const { totals, cases } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as ReportData;
    expect(totals).toMatchObject({ answered: totals.attempts, errors: 0 });
    expect(cases.flatMap((one) => one.repeats)).toHaveLength(totals.scored + totals.unscored);
    expect(asked.length).toBeGreaterThanOrEqual(totals.attempts);
    expect(asked.length - totals.attempts).toBeLessThanOrEqual(CONCURRENCY);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(`${totals.attempts}`);
  },
  240_000,
);
