import { ERRORS, StudioError } from '@sacred-qa/contracts/errors';
import { lineageId } from '@sacred-qa/contracts/lineage';
import { declaration, sankalpaPatch, sankalpaStatus, sankalpaView } from '@sacred-qa/contracts/sankalpa';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { type HttpLog, logFault, studioErrorOf } from '@sacred-qa/foundation/http/problem';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientOf } from '../contacts/contacts.hook.ts';
import type { IntakeService } from './intake.service.ts';
import type { IntakeResult } from './intake.ts';
import { retryIdOf } from './own-sources.ts';
import type { SankalpaService } from './sankalpa.service.ts';

export const MAX_BATCH = 500;
const idParams = z.object({ id: z.uuid() });
const created = z.object({
  id: z.string(),
  lineage_id: z.string(),
  status: z.string(),
  language: z.string(),
  script: z.string(),
  created_at: z.string(),
});

export interface SankalpaRoutesDeps {
  intake: IntakeService;
  sankalpa: SankalpaService;
  cursors: Cursors;
  log: HttpLog;
}

const callerOf = (request: FastifyRequest, endpoint: string, item = 0) => ({
  endpoint,
  requestId: request.id,
  keyId: request.caller?.keyId ?? null,
  client: clientOf(request),
  traceparent: request.headers.traceparent,
  retryId: request.idempotencyEntry === null ? undefined : retryIdOf(request.idempotencyEntry, item),
});

const STATUS = { created: 201, replayed: 200, waiting: 202 } as const;

function refusalOf(result: Extract<IntakeResult, { kind: 'refused' }>): StudioError {
  return new StudioError(result.code, result.detail, {
    errors: result.errors,
    extra: { lineage_id: result.lineageId },
  });
}

export function sankalpaRoutes(app: FastifyInstance, deps: SankalpaRoutesDeps): void {
  declareRoutes(app, deps);
  const { sankalpa, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/sankalpa',
    scope: 'read',
    tag: 'sankalpa',
    summary: 'Finds sankalpa, newest first',
    query: z.object({
      ...pageQuery,
      q: z.string().min(1).max(500).optional().meta({ description: 'Looked for in text and context.' }),
      status: sankalpaStatus.optional(),
      kind: z.string().max(64).optional(),
      root_id: z.uuid().optional().meta({ description: 'Only those in this tree.' }),
      lineage_id: lineageId.optional().meta({ description: 'Only the one that was declared at this node.' }),
    }),
    responses: { 200: { description: 'A page of sankalpa' } },
    handler: ({ query }) =>
      readPage(cursors, 'sankalpa', query, {
        read: (before, limit) => sankalpa.list(query, before, limit),
        positionOf: (item) => item.id,
      }),
  });

  addRoute(app, {
    method: 'GET',
    url: '/sankalpa/:id',
    scope: 'read',
    tag: 'sankalpa',
    summary: 'One sankalpa',
    params: idParams,
    responses: { 200: { description: 'The sankalpa', schema: sankalpaView } },
    handler: ({ params }) => sankalpa.get(params.id),
  });

  addRoute(app, {
    method: 'PATCH',
    url: '/sankalpa/:id',
    scope: 'write',
    tag: 'sankalpa',
    summary: 'Changes status, text or context; the change leaves a node',
    params: idParams,
    body: sankalpaPatch,
    responses: { 200: { description: 'The sankalpa as it is now', schema: sankalpaView } },
    handler: ({ params, body }) => sankalpa.change(params.id, body),
  });

  addRoute(app, {
    method: 'DELETE',
    url: '/sankalpa/:id',
    scope: 'write',
    tag: 'sankalpa',
    summary: 'Takes a sankalpa out of the lists; its lineage stays',
    params: idParams,
    responses: { 204: { description: 'Gone' } },
    async handler({ params, reply }) {
      await sankalpa.remove(params.id);
      return reply.code(204).send();
    },
  });
}

function declareRoutes(app: FastifyInstance, { intake, log }: SankalpaRoutesDeps): void {
  addRoute(app, {
    method: 'POST',
    url: '/sankalpa',
    scope: 'write',
    tag: 'sankalpa',
    summary: 'Declares a sankalpa',
    description:
      'Answered after its commit. The same event (source and source_event_id) gets the first answer again. A refused one is logged too: its problem carries lineage_id.',
    body: declaration,
    // jnana checks the body itself, because a refusal has to be logged.
    ownBodyCheck: true,
    idempotent: true,
    responses: {
      201: { description: 'Taken in', schema: created },
      200: { description: 'The same event was taken in before' },
      202: { description: 'The parent event is not known yet: it waits until deadline_at' },
      422: { description: 'jnana refused it; see errors and lineage_id' },
    },
    async handler({ body, request, reply }) {
      const result = await intake.declare(body, callerOf(request, 'POST /api/v1/sankalpa'));
      if (result.kind === 'refused') throw refusalOf(result);
      reply.code(STATUS[result.kind]);
      return result.body;
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/sankalpa/batch',
    scope: 'write',
    tag: 'sankalpa',
    summary: `Declares up to ${MAX_BATCH} sankalpa; each is answered by itself`,
    body: z.strictObject({ items: z.array(z.unknown()).min(1).max(MAX_BATCH) }),
    idempotent: true,
    responses: { 200: { description: 'One result an item, in order: status, and the body it would have had alone' } },
    async handler({ body, request }) {
      const results = await Promise.allSettled(
        body.items.map((item, i) => intake.declare(item, callerOf(request, 'POST /api/v1/sankalpa/batch', i))),
      );
      for (const settled of results) if (settled.status === 'rejected') logFault(settled.reason, request, log);
      return { items: results.map(batchEntry) };
    },
  });
}

function batchEntry(settled: PromiseSettledResult<IntakeResult>): { status: number; body: unknown } {
  if (settled.status === 'rejected') {
    const { code, status } = studioErrorOf(settled.reason);
    return { status, body: { code } };
  }
  const result = settled.value;
  if (result.kind !== 'refused') return { status: STATUS[result.kind], body: result.body };
  const { code, detail, errors, lineageId: place } = result;
  return { status: ERRORS[code].status, body: { code, detail, errors, lineage_id: place } };
}
