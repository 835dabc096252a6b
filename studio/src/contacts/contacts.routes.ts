import type { Database } from '@sacred-qa/foundation/database';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { contactsRepo } from './contacts.repo.ts';

export function contactsRoutes(app: FastifyInstance, deps: { db: Database; cursors: Cursors }): void {
  addRoute(app, {
    method: 'GET',
    url: '/contacts',
    scope: 'read',
    tag: 'contacts',
    summary: 'The API’s own audit trail: every request for a change, also refused ones, newest first',
    query: z.object({
      ...pageQuery,
      endpoint: z.string().max(200).optional().meta({ description: 'Such as: POST /api/v1/sankalpa' }),
      status: z.coerce.number().int().min(100).max(599).optional(),
      root_id: z.uuid().optional(),
    }),
    responses: { 200: { description: 'A page of contacts' } },
    handler: ({ query }) =>
      readPage(deps.cursors, 'contacts', query, {
        read: (before, limit) =>
          contactsRepo.list(
            deps.db,
            { endpoint: query.endpoint, statusCode: query.status, lineageRootId: query.root_id },
            before,
            limit,
          ),
        positionOf: (contact) => contact.id,
      }),
  });
}
