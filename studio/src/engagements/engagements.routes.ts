import { engagementPatch, engagementView, newEngagement } from '@sacred-qa/contracts/engagement';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { retryIdOf } from '../sankalpa/own-sources.ts';
import type { EngagementsService } from './engagements.service.ts';

const params = z.object({ id: z.uuid() });

export function engagementsRoutes(
  app: FastifyInstance,
  deps: { engagements: EngagementsService; cursors: Cursors },
): void {
  const { engagements, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/engagements',
    scope: 'read',
    tag: 'engagements',
    summary: 'Work sold to clients, newest first',
    query: z.object(pageQuery),
    responses: { 200: { description: 'A page of engagements' } },
    handler: ({ query }) =>
      readPage(cursors, 'engagements', query, {
        read: (before, limit) => engagements.list(before, limit),
        positionOf: (engagement) => engagement.id,
      }),
  });

  addRoute(app, {
    method: 'POST',
    url: '/engagements',
    scope: 'write',
    tag: 'engagements',
    summary: 'Records work offered or sold to a client',
    body: newEngagement,
    idempotent: true,
    responses: { 201: { description: 'The engagement', schema: engagementView } },
    async handler({ body, request, reply }) {
      const entry = request.idempotencyEntry;
      const view = await engagements.add(body, entry === null ? undefined : retryIdOf(entry));
      reply.code(201);
      return view;
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/engagements/:id',
    scope: 'read',
    tag: 'engagements',
    summary: 'One engagement with its audits',
    params,
    responses: { 200: { description: 'The engagement', schema: engagementView } },
    handler: ({ params }) => engagements.get(params.id),
  });

  addRoute(app, {
    method: 'PATCH',
    url: '/engagements/:id',
    scope: 'write',
    tag: 'engagements',
    summary: 'Changes state, price, scope or the client’s figures; each change is an act in its tree',
    params,
    body: engagementPatch,
    responses: { 200: { description: 'The engagement', schema: engagementView } },
    handler: ({ params, body }) => engagements.change(params.id, body),
  });
}
