/** The commands of docs/bridge.md do what the document says, against a studio that serves. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { loadConfig } from '@sacred-qa/foundation/config';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenStudio, openStudio } from './compose.ts';

const root = join(import.meta.dirname, '../..');
const document = readFileSync(join(root, 'docs/bridge.md'), 'utf8');
const shown = [...document.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

let studio: OpenStudio;
let folder: string;
let env: Record<string, string | undefined>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studio-bridge-docs-'));
  const { db } = await openTestDatabase([studioMigrations, outreachMigrations]);
  const config = loadConfig({ env: { STUDIO_DATA_DIR: folder, OUTREACH_DIR: folder }, rootDir: folder });
  const disk = { freeBytes: () => 1e12, assertWritable: () => {} };
  studio = await openStudio(config, { log: () => {}, store: { db, disk, lock: null, close: async () => {} } });
  await studio.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = studio.app.server.address() as AddressInfo;
  const STUDIO_URL = `http://127.0.0.1:${port}`;
  env = { ...process.env, STUDIO_DATA_DIR: folder, STUDIO_URL, STUDIO_API_KEY: studio.adminKey, DATABASE_URL: '' };
});
afterAll(async () => {
  await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a person would: in a shell, at the root of the clone. `npx` would only find the command that stands here. */
async function run(block: string): Promise<string> {
  const script = block.replaceAll('npx studio ', `"${process.execPath}" cli/src/main.ts `);
  const shell = spawn('sh', ['-eu', '-c', script], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
  if (shell.exitCode === null) await new Promise((resolve) => shell.once('exit', resolve));
  expect([shell.exitCode, stderr], block).toEqual([0, '']);
  return stdout;
}

// What the commands say does not hang on the kind of store.
test.skipIf(process.env.DATABASE_URL)(
  'everything that the document shows works, and hangs together',
  async () => {
    const said: string[] = [];
    for (const block of shown) said.push(await run(block));
    const [standing, logged, , met, followedUp, found] = said as [string, string, string, string, string, string];
    expect(standing).toContain('Nothing is set aside');
    expect(logged.match(/studio lineage show/g)).toHaveLength(2);
    const rootOf = (answer: string) => JSON.parse(answer).lineage_id.split('.')[0];
    expect(rootOf(followedUp)).toBe(rootOf(met));
    expect(JSON.parse(found).items).toMatchObject([{ source_event_id: 'pune-2026:P-001' }]);
  },
  120_000,
);
