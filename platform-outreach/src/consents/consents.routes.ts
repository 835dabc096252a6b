import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PROSPECT_ID } from '../prospects/columns.ts';
import type { ConsentsService } from './consents.service.ts';

const prospectId = z.string().trim().regex(PROSPECT_ID, 'is letters and a number, such as P-021');
const purpose = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'is a short word such as outreach')
  .default('outreach')
  .meta({ description: 'What for; `outreach` is to be written to.' });

export function consentsRoutes(app: FastifyInstance, deps: { consents: ConsentsService; cursors: Cursors }): void {
  const { consents, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/consents',
    scope: 'read',
    tag: 'outreach',
    summary: 'The consent ledger, newest first',
    query: z.object({ prospect_id: prospectId.optional(), ...pageQuery }),
    responses: { 200: { description: 'A page of consents' } },
    handler: ({ query }) =>
      readPage(cursors, 'consents', query, {
        read: (after, limit) => consents.list(query.prospect_id ?? null, after, limit),
        positionOf: (consent) => consent.id,
      }),
  });

  addRoute(app, {
    method: 'POST',
    url: '/consents',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Records that a person agreed to a purpose',
    body: z.strictObject({
      prospect_id: prospectId,
      purpose,
      source: z.string().trim().min(1).max(2000),
      notice_text: z.string().trim().min(1).max(20_000),
      language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is a language tag such as hi or en-IN'),
      given_at: z.iso.datetime({ offset: true }).optional(),
    }),
    responses: { 201: { description: 'The consent' } },
    async handler({ body, reply }) {
      reply.code(201);
      return consents.add(body);
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/consents/withdrawal',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Records that a person took their consent back; nothing is sent under it from then on',
    body: z.strictObject({ prospect_id: prospectId, purpose }),
    responses: { 200: { description: 'items: the consents that ended' } },
    handler: async ({ body }) => ({ items: await consents.withdraw(body.prospect_id, body.purpose) }),
  });
}
