/** Outreach over a test database, called through its routes: what a client sees, without a socket. */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@sacred-qa/foundation/clock';
import { loadConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { createApiServer } from '@sacred-qa/foundation/http/api';
import { createCursors } from '@sacred-qa/foundation/http/cursor';
import { createPublicServer } from '@sacred-qa/foundation/http/public';
import { newUuid } from '@sacred-qa/foundation/ids';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { FetchLink } from '../campaigns/links/fetch-link.ts';
import type { TxtResolver } from '../doctor/txt-records.ts';
import { outreachMigrations } from '../migrations.ts';
import type { Onlookers } from '../outbox.ts';
import { createOutreach, type Outreach } from '../outreach.ts';
import { publicRoutes } from '../public.routes.ts';
import { outreachRoutes } from '../routes.ts';
import { createFolderRing } from '../vault/key-ring.ts';
import { openVault, type Vault } from '../vault/vault.ts';

export interface OutreachRoom {
  app: FastifyInstance;
  /** The listener for strangers. */
  publicApp: FastifyInstance;
  db: Database;
  outreach: Outreach;
  vault: Vault;
  /** Stands still until a test moves it. */
  clock: Clock & { ms: number };
  /** Emptied with the room; keys and prospects.csv lie here. */
  folder: string;
  log: Record<string, unknown>[];
  /** Calls `/api/v1/outreach`; with an admin's key unless told. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    as?: 'read' | 'write' | 'admin',
  ): Promise<LightMyRequestResponse>;
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

/** Monday, 6 October 2025, 08:00 in India. */
export const OCTOBER_MONDAY_MS = Date.parse('2025-10-06T02:30:00Z');

/** What a room asks of the world; what a test does not give does not answer, so none reaches it by accident. */
export interface World {
  fetch: typeof fetch;
  resolver: TxtResolver;
  timeServer: { host: string; port: number };
  fetchLink: FetchLink;
  sleep: (delayMs: number, signal?: AbortSignal) => Promise<void>;
  onlookers?: Onlookers;
}
const noAnswer = (code: string) => Object.assign(new Error('offline'), { code });
const OFFLINE: World = {
  fetch: () => Promise.reject(new TypeError('fetch failed', { cause: noAnswer('ENOTFOUND') })),
  resolver: { resolveTxt: () => Promise.reject(noAnswer('ECONNREFUSED')) },
  timeServer: { host: 'time.invalid', port: 123 },
  fetchLink: async () => ({ kind: 'unreachable', why: 'ENOTFOUND' }),
  // No time passes, but others get their turn.
  sleep: () => new Promise((resolve) => void setImmediate(resolve)),
};

/** `env` as it would stand in `.env.shared`; `world` answers what would leave the machine. */
export async function openOutreachRoom(
  env: Record<string, string> = {},
  world: Partial<World> = {},
): Promise<OutreachRoom> {
  const { db } = await openTestDatabase([outreachMigrations]);
  const folder = mkdtempSync(join(tmpdir(), 'outreach-'));
  const clock = {
    ms: OCTOBER_MONDAY_MS,
    now() {
      return this.ms;
    },
  };
  const vault = await openVault({ ring: createFolderRing(join(folder, 'keys')), db });
  const { outreach: config } = loadConfig({ env: { OUTREACH_DIR: folder, ...env }, rootDir: folder });
  const log: Record<string, unknown>[] = [];
  const outreach = createOutreach({
    ...{ db, clock, newId: newUuid, vault, config, owner: 'test/1' },
    ...{ ...OFFLINE, ...world },
    log: (line) => void log.push(line),
  });
  const scopes = new Map((['read', 'write', 'admin'] as const).map((scope) => [hash('sha256', scope), scope]));
  const app = createApiServer({
    log: (line) => void log.push(line),
    clock,
    findKey: async (sha256) => {
      const scope = scopes.get(sha256);
      return scope === undefined ? null : { id: `key-${scope}`, scope };
    },
    // Every request is a new one: no retries are tried here.
    findSession: async () => null,
    idempotency: { begin: async () => ({ kind: 'new' }), finish: async () => {}, abandon: async () => {} },
    title: 'Outreach',
    version: '0.0.0',
  });
  const cursors = createCursors(Buffer.alloc(32, 7));
  await app.register(async (api) => outreachRoutes(api, { outreach, cursors }), { prefix: '/api/v1/outreach' });
  await app.ready();
  const publicApp = createPublicServer({ log: (line) => void log.push(line), clock });
  publicRoutes(publicApp, { outreach, sender: config.mail.from });
  await publicApp.ready();
  return {
    ...{ app, publicApp, db, outreach, vault, clock, folder, log },
    call: (method, path, body, as = 'admin') =>
      app.inject({
        method,
        url: `/api/v1/outreach${path}`,
        headers: { authorization: `Bearer ${as}` },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    async count(table) {
      return (await db.query<{ n: number }>(`select count(*)::int as n from outreach.${table}`))[0]?.n ?? 0;
    },
    async close() {
      await app.close();
      await publicApp.close();
      rmSync(folder, { recursive: true });
    },
  };
}
