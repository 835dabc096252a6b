import { StudioError } from '@sacred-qa/contracts/errors';
import { capabilities, scopeRecord, targetSpec } from '@sacred-qa/contracts/target';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { assertMayAllow, type TargetsService } from './targets.service.ts';

const params = z.object({ id: z.string().min(1).max(200).meta({ description: 'A target’s id or name.' }) });

export function targetsRoutes(app: FastifyInstance, deps: { targets: TargetsService; cursors: Cursors }): void {
  const { targets, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/targets',
    scope: 'read',
    tag: 'targets',
    summary: 'The registered AI products, newest first',
    query: z.object(pageQuery),
    responses: { 200: { description: 'A page of targets' } },
    handler: ({ query }) =>
      readPage(cursors, 'targets', query, {
        read: (before, limit) => targets.list(before, limit),
        positionOf: (target) => target.id,
      }),
  });

  addRoute(app, {
    method: 'POST',
    url: '/targets',
    scope: 'write',
    tag: 'targets',
    summary: 'Registers a target, or changes the one of this name',
    body: z
      .strictObject({
        spec: targetSpec,
        scope: scopeRecord.optional(),
        replace: z
          .boolean()
          .default(false)
          .meta({ description: 'Take the place of a target of this name that has another address.' }),
      })
      .meta({ id: 'NewTarget' }),
    responses: { 201: { description: 'The target' } },
    async handler({ body, request, reply }) {
      assertMayAllow(body.scope, request.caller?.scope);
      reply.code(201);
      return targets.save(body.spec, body.scope, body);
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/targets/:id',
    scope: 'read',
    tag: 'targets',
    summary: 'One target',
    params,
    responses: { 200: { description: 'The target' } },
    handler: ({ params }) => targets.get(params.id),
  });

  addRoute(app, {
    method: 'DELETE',
    url: '/targets/:id',
    scope: 'write',
    tag: 'targets',
    summary: 'Forgets a target; its audits keep what they were run with',
    params,
    responses: { 204: { description: 'Gone' } },
    async handler({ params, reply }) {
      await targets.remove(params.id);
      return reply.code(204).send();
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/targets/:id/capabilities',
    scope: 'read',
    tag: 'targets',
    summary: 'What the target was last found able to do',
    params,
    responses: { 200: { description: 'Capabilities', schema: capabilities } },
    async handler({ params }) {
      const target = await targets.get(params.id);
      if (target.capabilities !== null) return target.capabilities;
      throw new StudioError(
        'not_found',
        `The target ${params.id} has not been probed yet: POST to this address to do it.`,
      );
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/targets/:id/capabilities',
    scope: 'write',
    tag: 'targets',
    summary: 'Asks the target now what it can do: models, languages, limits',
    params,
    body: z.strictObject({ secrets: z.record(z.string(), z.string().max(10_000)).default({}) }).meta({ id: 'Probe' }),
    responses: { 200: { description: 'Capabilities', schema: capabilities } },
    handler: ({ params, body }) => targets.probe(params.id, body.secrets),
  });
}
