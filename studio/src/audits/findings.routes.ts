import { auditView } from '@sacred-qa/contracts/audit';
import { findingChange, findingStatus, retestRequest } from '@sacred-qa/contracts/finding';
import { severity } from '@sacred-qa/contracts/pack';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { retryIdOf } from '../sankalpa/own-sources.ts';
import { sitsHere } from '../targets/local-targets.hook.ts';
import type { AuditsService, RunCaller } from './audits.service.ts';
import type { FindingsService } from './findings.service.ts';

function callerOf(request: FastifyRequest): RunCaller {
  const { idempotencyEntry: entry } = request;
  return { sitsHere: sitsHere(request), retryId: entry === null ? undefined : retryIdOf(entry) };
}

const params = z.object({ id: z.uuid() });

export function findingsRoutes(
  app: FastifyInstance,
  deps: { findings: FindingsService; audits: Pick<AuditsService, 'retest'>; cursors: Cursors },
): void {
  const { findings, audits, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/findings',
    scope: 'read',
    tag: 'findings',
    summary: 'Findings of all audits, newest first; those of retests only by their audit',
    query: z.object({
      ...pageQuery,
      status: findingStatus.optional(),
      severity: severity.optional(),
      pattern: z.string().max(100).optional(),
      audit: z.uuid().optional(),
    }),
    responses: { 200: { description: 'A page of findings' } },
    handler: ({ query }) =>
      readPage(cursors, 'findings', query, {
        read: (before, limit) =>
          findings.list(
            {
              status: query.status ?? null,
              severity: query.severity ?? null,
              pattern: query.pattern ?? null,
              audit: query.audit ?? null,
            },
            before,
            limit,
          ),
        positionOf: (finding) => finding.id,
      }),
  });

  addRoute(app, {
    method: 'GET',
    url: '/findings/:id',
    scope: 'read',
    tag: 'findings',
    summary: 'One finding with its evidence and its history',
    params,
    responses: { 200: { description: 'The finding' } },
    handler: ({ params }) => findings.get(params.id),
  });

  addRoute(app, {
    method: 'PATCH',
    url: '/findings/:id',
    scope: 'write',
    tag: 'findings',
    summary: 'Decides on a finding; the decision is added to its history and to the tree',
    params,
    body: findingChange,
    responses: { 200: { description: 'The finding' } },
    handler: ({ params, body, request }) => findings.change(params.id, body, `key ${request.caller?.keyId ?? '?'}`),
  });

  addRoute(app, {
    method: 'POST',
    url: '/findings/:id/retest',
    scope: 'write',
    tag: 'findings',
    summary: 'Asks the failed cases of a finding again; the end of the run marks it fixed or still there',
    params,
    body: retestRequest,
    idempotent: true,
    responses: { 201: { description: 'The run', schema: auditView } },
    async handler({ params, body, request, reply }) {
      const view = await findings.retest(params.id, { secrets: body.secrets, ...callerOf(request) });
      reply.code(201);
      return view;
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/audits/:id/retest',
    scope: 'write',
    tag: 'findings',
    summary: 'Asks the failed cases of all findings of an audit again that are not settled',
    params,
    body: retestRequest,
    idempotent: true,
    responses: { 201: { description: 'The run', schema: auditView } },
    async handler({ params, body, request, reply }) {
      const options = { patternIds: null, secrets: body.secrets, ...callerOf(request) };
      const view = await audits.retest(params.id, options);
      reply.code(201);
      return view;
    },
  });
}
