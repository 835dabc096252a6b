import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { captureRun } from './testing/captured-run.ts';
import { startStubStudio } from './testing/stub-studio.ts';

let served: Awaited<ReturnType<typeof startStubStudio>>;
let dataDir: string;
beforeAll(async () => {
  served = await startStubStudio({
    'GET /livez': { body: {} },
    'GET /keys': { body: { items: [] } },
    'POST /sankalpa': { status: 201, body: { lineage_id: 'l' } },
  });
  dataDir = mkdtempSync(join(tmpdir(), 'studio-client-'));
});
afterAll(async () => {
  await served.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ownedBy = (url: string) =>
  writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ pid: process.pid, url, startedAt: 'then' }));
const SERVER = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };
const keys = (env: Record<string, string>) =>
  captureRun(['keys', 'list'], { env: { STUDIO_DATA_DIR: dataDir, ...env } });

test('a command asks the studio that serves its data folder', async () => {
  ownedBy(served.url);
  expect(await keys({})).toMatchObject({ exit: 0 });
  expect(served.seen.at(-1)?.url).toContain('/api/v1/keys');
});

test('with DATABASE_URL a studio that serves the embedded store is named, and not asked for the rows of another', async () => {
  ownedBy(served.url);
  const before = served.seen.length;
  for (const argv of [
    ['keys', 'list'],
    ['bridge', 'log', '--event', 'call.made', '--prospect', 'P-001'],
  ]) {
    const refused = await captureRun(argv, { env: { STUDIO_DATA_DIR: dataDir, ...SERVER } });
    expect(refused).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(`${served.url} serves the embedded store`),
    });
  }
  expect(served.seen.slice(before).every(({ url }) => url.endsWith('/livez'))).toBe(true);
});

test('an owner that answers no more stands in nobody’s way', async () => {
  ownedBy('http://127.0.0.1:9');
  let opened: string | undefined;
  const composition = {
    openStudio: async ({ databaseUrl }: { databaseUrl?: string | undefined }) => {
      opened = databaseUrl;
      throw new Error('far enough');
    },
  };
  await captureRun(['keys', 'list'], { env: { STUDIO_DATA_DIR: dataDir, ...SERVER }, composition });
  expect(opened).toBe(SERVER.DATABASE_URL);
});
