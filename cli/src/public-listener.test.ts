import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenStudio, openStudio } from './compose.ts';

let folder: string;
const opened: OpenStudio[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-public-'));
});
afterAll(async () => {
  for (const studio of opened) await studio.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(
  env: Record<string, string>,
  works: 'always' | 'when_woken',
  change: (db: Database) => Database = (db) => db,
): Promise<OpenStudio> {
  const { db: whole } = await openTestDatabase([studioMigrations, outreachMigrations]);
  const db = change(whole);
  const config = loadConfig({ env: { STUDIO_DATA_DIR: folder, OUTREACH_DIR: folder, ...env }, rootDir: folder });
  const disk = { freeBytes: () => 1e12, assertWritable: () => {} };
  const studio = await openStudio(config, {
    works,
    log: () => {},
    store: { db, disk, lock: null, close: async () => {} },
  });
  opened.push(studio);
  return studio;
}

test('a served studio with a public port answers strangers there: no console, no API, no key', async () => {
  const studio = await open({ PUBLIC_PORT: '0' }, 'always');
  const url = studio.publicListener?.url ?? '';
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(`${url}/u/nothing`)).text()).toContain('no link of ours');
  for (const path of ['/', '/api/v1/health', '/livez', '/docs'])
    expect((await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${studio.adminKey}` } })).status).toBe(
      404,
    );
  const taken = open({ PUBLIC_PORT: new URL(url).port }, 'always');
  await expect(taken).rejects.toThrow(/is taken by another program.*PUBLIC_PORT/);
});

test('a start that fails after the port was opened gives it back, and says why', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  free.close();
  await once(free, 'close');
  let wasOpen = false;
  const failing = open({ PUBLIC_PORT: String(port) }, 'always', (db) => ({
    ...db,
    async query<Row>(text: string, params: readonly unknown[] = [], name?: string) {
      if (!params.some((param) => String(param).startsWith('bridge of'))) return db.query<Row>(text, params, name);
      await fetch(`http://127.0.0.1:${port}/u/nothing`);
      wasOpen = true;
      throw new Error('no key for the bridge');
    },
  }));
  await expect(failing).rejects.toThrow('no key for the bridge');
  expect(wasOpen).toBe(true);
  await expect(fetch(`http://127.0.0.1:${port}/u/nothing`)).rejects.toThrow();
});

test('without a public address or port, and for a command, there is no such listener', async () => {
  expect((await open({}, 'always')).publicListener).toBeNull();
  expect((await open({ PUBLIC_PORT: '0' }, 'when_woken')).publicListener).toBeNull();
});
