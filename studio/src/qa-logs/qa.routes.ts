import { StudioError } from '@sacred-qa/contracts/errors';
import { parsePlace } from '@sacred-qa/contracts/lineage';
import { scopeRecord, targetSpec } from '@sacred-qa/contracts/target';
import type { Database } from '@sacred-qa/foundation/database';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { assertMayAllow } from '../targets/targets.service.ts';
import type { QaService } from './qa.service.ts';
import { qaLogsRepo } from './qa-logs.repo.ts';

const question = z
  .strictObject({
    target: z.union([targetSpec, z.string().min(1).max(200)]),
    text: z.string().min(1).max(20_000),
    system: z.string().max(20_000).optional(),
    scope: scopeRecord.optional(),
    secrets: z.record(z.string(), z.string().max(10_000)).optional(),
  })
  .meta({ id: 'Question' });

export function qaRoutes(app: FastifyInstance, deps: { db: Database; qa: QaService; cursors: Cursors }): void {
  addRoute(app, {
    method: 'GET',
    url: '/qa-logs',
    scope: 'read',
    tag: 'QA logs',
    summary: 'What agents and targets were given and answered, newest first',
    query: z.object({
      ...pageQuery,
      agent: z.string().max(100).optional(),
      model: z.string().max(200).optional(),
      lineage_id: z
        .string()
        .max(60)
        .optional()
        .meta({ description: 'A node, or the root of a tree for all its logs.' }),
    }),
    responses: { 200: { description: 'A page of logs' } },
    handler({ query }) {
      const place = query.lineage_id === undefined ? null : parsePlace(query.lineage_id);
      if (query.lineage_id !== undefined && place === null) {
        throw new StudioError('bad_request', `${query.lineage_id} is no lineage id: it looks like <uuid>.<number>.`);
      }
      const seq = query.lineage_id?.includes('.') ? place?.seq : undefined;
      const filter = { agentId: query.agent, model: query.model, rootId: place?.rootId, seq };
      return readPage(deps.cursors, 'qa-logs', query, {
        read: (before, limit) => qaLogsRepo.list(deps.db, filter, before, limit),
        positionOf: (log) => log.id,
      });
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/qa',
    scope: 'write',
    tag: 'QA logs',
    summary: 'Asks a target one question; the exchange is logged',
    body: question,
    responses: { 200: { description: 'qa_log_id, lineage_id, and the outcome: answered, or failed with its code' } },
    handler({ body, request }) {
      assertMayAllow(body.scope, request.caller?.scope);
      return deps.qa.ask(body);
    },
  });
}
