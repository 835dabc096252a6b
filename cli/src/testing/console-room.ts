/** For tests and screenshots: the whole program on a loopback port, with its console, the bundled bot and a real browser. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@sacred-qa/foundation/clock';
import { loadConfig } from '@sacred-qa/foundation/config';
import { createDiskGuard } from '@sacred-qa/foundation/database/disk';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { startSampleBot } from '@sacred-qa/sample-bot';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { ensureConsole } from '@sacred-qa/web/build';
import { type Browser, chromium } from 'playwright-core';
import { openStudio } from '../compose.ts';

interface AskedTarget {
  kind: 'openai';
  name: string;
  url: string;
  model: string;
}

export interface ConsoleRoom {
  url: string;
  adminKey: string;
  botUrl: string;
  browser: Browser;
  /** An address that signs a browser in, once. */
  entrance: () => string;
  call: <Answer = Record<string, unknown>>(method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Resolves when an audit has ended, of the bundled bot unless another target is given. */
  audit: (patterns: readonly string[], target?: AskedTarget) => Promise<string>;
  close: () => Promise<void>;
}

const MAIL = { MAIL_FROM: 'Meera Iyer <meera@studio.example>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' };
const CHROMIUM = '/usr/bin/chromium';
const FAULTS = ['us-helpline', 'western-grouping', 'english-only', 'month-first-dates', 'repeats-aadhaar'] as const;

export async function openConsoleRoom(): Promise<ConsoleRoom> {
  await ensureConsole();
  const dataDir = mkdtempSync(join(tmpdir(), 'studio-console-'));
  const config = loadConfig({
    env: { ...MAIL, STUDIO_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' },
    rootDir: dataDir,
  });
  const { db } = await openTestDatabase([studioMigrations, outreachMigrations]);
  const disk = createDiskGuard({ folder: dataDir, clock: systemClock });
  // In memory and shared by a worker's files: a store on the disk costs seconds that no page shows.
  const store = { db: { ...db, assertWritable: () => disk.assertWritable() }, disk, lock: null, close: async () => {} };
  const opened = await openStudio(config, { works: 'always', store });
  await opened.app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(opened.app.server.address() as AddressInfo).port}`;
  const bot = await startSampleBot({ port: 0, faults: [...FAULTS] });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${opened.adminKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? null : await answer.json()) as Answer;
  }

  return {
    ...{ url, browser, call },
    adminKey: opened.adminKey,
    botUrl: bot.url,
    entrance: () => `${url}/#${opened.studio.sessions.mintTicket(opened.adminKey)}`,
    async audit(
      patterns,
      target = { kind: 'openai', name: 'Asha Stores support bot', url: bot.url, model: 'sample-bot' },
    ) {
      const { id } = await call<{ id: string }>('POST', '/audits', { target, patterns, repeats: 1, new: true });
      while ((await call<{ state: string }>('GET', `/audits/${id}`)).state !== 'completed') await nextEvent(opened);
      return id;
    },
    async close() {
      await browser.close();
      await opened.close();
      await bot.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The store tells when something was committed. */
async function nextEvent({ studio }: Awaited<ReturnType<typeof openStudio>>): Promise<void> {
  const bell = new EventTarget();
  const stop = studio.live.onWake(() => bell.dispatchEvent(new Event('ring')));
  await once(bell, 'ring', { signal: AbortSignal.timeout(1000) }).catch(() => {});
  stop();
}
