/** The whole Studio over a test database, called through its routes: what a client sees, without a socket. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { createDiskGuard } from '@sacred-qa/foundation/database/disk';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { createApiServer } from '@sacred-qa/foundation/http/api';
import { createCursors } from '@sacred-qa/foundation/http/cursor';
import { newUuid } from '@sacred-qa/foundation/ids';
import { type Jobs, startJobs } from '@sacred-qa/foundation/jobs';
import { redact, redactQuote } from '@sacred-qa/foundation/redaction';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { type Sleep, systemSleep } from '../audits/targets/concurrency.ts';
import { probeRoutes } from '../health/health.routes.ts';
import type { KeyScope } from '../keys/keys.service.ts';
import { studioMigrations } from '../migrations.ts';
import { studioRoutes } from '../routes.ts';
import { createStudio, type Studio, type StudioDeps } from '../studio.ts';

export interface ApiRoom {
  app: FastifyInstance;
  db: Database;
  studio: Studio;
  jobs: Jobs;
  clock: Clock & { skewMs: number };
  log: Record<string, unknown>[];
  /** Calls `/api/v1` with a key of the given scope; admin unless told. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options?: { as?: KeyScope; headers?: Record<string, string> },
  ): Promise<LightMyRequestResponse>;
  count(table: string): Promise<number>;
  close(): Promise<void>;
}

export async function openApiRoom(
  options: { freeBytesOf?: () => number; sleep?: Sleep; judges?: StudioDeps['judges'] } = {},
): Promise<ApiRoom> {
  const { db } = await openTestDatabase([studioMigrations]);
  const folder = mkdtempSync(join(tmpdir(), 'studio-api-'));
  const clock = {
    skewMs: 0,
    now() {
      return Date.now() + this.skewMs;
    },
  };
  const log: Record<string, unknown>[] = [];
  const write = (line: Record<string, unknown>) => void log.push(line);
  let jobs: Jobs | null = null;
  const running = (): Jobs => jobs as Jobs;
  const disk = createDiskGuard({ folder, clock, ...options });
  const studio = createStudio({
    db: { ...db, assertWritable: () => disk.assertWritable() },
    disk,
    clock,
    newId: newUuid,
    redact,
    redactQuote,
    sleep: options.sleep ?? systemSleep,
    jobs: {
      enqueue: (queue, data, key, tx) => running().enqueue(queue, data, key, tx),
      wake: (queue) => running().wake(queue),
    },
    jobsCheck: { name: 'jobs', run: async () => ({ status: 'pass', detail: 'they run' }) },
    guestChecks: [],
    sets: [studioMigrations],
    guestJobs: {},
    storeGuests: { tables: [], orphans: [] },
    backupFolder: join(folder, 'backups'),
    brandFile: join(folder, 'brand.yaml'),
    sealKeyFile: join(folder, 'seal.key'),
    dataDir: db.kind === 'embedded' ? folder : null,
    judges: options.judges ?? [],
    retentionDays: 365,
    version: '0.0.0',
    owner: newUuid(),
  });
  jobs = await startJobs({
    ...{ db, clock, log: write, queues: studio.queues, schedules: studio.schedules, pollS: 0.5 },
    works: 'always',
  });
  for (const queue of Object.keys(studio.queues)) await jobs.clear(queue);
  await jobs.begin();
  const app = createApiServer({
    log: write,
    clock,
    findKey: studio.keys.findByHash,
    findSession: studio.sessions.findByHash,
    idempotency: studio.idempotency,
    title: 'Sacred QA Studio',
    version: '0.0.0',
  });
  probeRoutes(app, { isReady: async () => true });
  const cursors = createCursors(await studio.keys.cursorSecret());
  await app.register(async (api) => studioRoutes(api, { studio, jobs: running(), cursors, log: write }), {
    prefix: '/api/v1',
  });
  await app.ready();
  const keys = new Map<KeyScope, string>();
  for (const scope of ['read', 'write', 'admin'] as const) {
    keys.set(scope, (await studio.keys.mint(scope, scope)).key);
  }

  return {
    ...{ app, db, studio, jobs, clock, log },
    call(method, path, body, { as = 'admin', headers = {} } = {}) {
      const request: InjectOptions = {
        method,
        url: path.startsWith('/api/') ? path : `/api/v1${path}`,
        headers: { authorization: `Bearer ${keys.get(as)}`, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      };
      return app.inject(request);
    },
    async count(table) {
      return (await db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;
    },
    async close() {
      await app.close();
      await running().stop(5000);
      await studio.intake.drain();
      rmSync(folder, { recursive: true });
    },
  };
}
