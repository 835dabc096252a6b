import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import type { HouseRun } from '../house/house-acts.ts';
import type { StoreService } from './store.service.ts';

export function storeRoutes(
  app: FastifyInstance,
  deps: { store: StoreService; runJob: (name: string) => Promise<HouseRun> },
): void {
  addRoute(app, {
    method: 'GET',
    url: '/db',
    scope: 'admin',
    tag: 'database',
    summary: 'Which store it is, how large, which migrations stand, and counts of rows',
    responses: { 200: { description: 'kind, server_version, size_bytes, migrations, counts, last_backup' } },
    handler: () => deps.store.status(),
  });

  addRoute(app, {
    method: 'GET',
    url: '/db/backups',
    scope: 'admin',
    tag: 'database',
    summary: 'The back-ups at hand, newest first',
    responses: { 200: { description: 'items: file, bytes, at' } },
    handler: () => ({ items: deps.store.backups(), next_cursor: null }),
  });

  addRoute(app, {
    method: 'POST',
    url: '/db/backup',
    scope: 'admin',
    tag: 'database',
    summary: 'Writes a back-up now',
    responses: { 200: { description: 'file, bytes, rows' } },
    async handler() {
      const run = await deps.runJob('backup');
      return { ...(run.detail as object), lineage_id: run.lineage_id };
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/db/check',
    scope: 'admin',
    tag: 'database',
    summary: 'Recomputes every hash chain and looks for rows that lost what they refer to',
    responses: { 200: { description: 'ok, problems, checked' } },
    handler: () => deps.store.check(),
  });
}
