import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isAddress } from '../prospects/addresses.ts';
import type { SuppressionsService } from './suppressions.service.ts';

const email = z
  .string()
  .max(400)
  .refine((text) => isAddress(text.trim()), 'is no e-mail address');

export function suppressionsRoutes(
  app: FastifyInstance,
  deps: { suppressions: SuppressionsService; cursors: Cursors },
): void {
  const { suppressions, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/suppressions',
    scope: 'read',
    tag: 'outreach',
    summary: 'Addresses that are never written to, newest first',
    query: z.object(pageQuery),
    responses: { 200: { description: 'A page of suppressions' } },
    handler: ({ query }) =>
      readPage(cursors, 'suppressions', query, { read: suppressions.list, positionOf: (one) => one.id }),
  });

  addRoute(app, {
    method: 'POST',
    url: '/suppressions',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Never write to this address again',
    body: z.strictObject({
      email,
      reason: z.enum(['unsubscribed', 'bounced', 'complained']).default('unsubscribed'),
    }),
    responses: { 201: { description: 'The suppression' } },
    async handler({ body, reply }) {
      reply.code(201);
      return suppressions.add(body.email, body.reason);
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/suppressions/removal',
    scope: 'admin',
    personal: true,
    tag: 'outreach',
    summary: 'Takes an address off the list, because its owner asked to hear from us again',
    description: 'The address is in the body, not in the path, so that no log of addresses called ever holds it.',
    body: z.strictObject({ email }),
    responses: { 204: { description: 'It is off the list' } },
    async handler({ body, reply }) {
      await suppressions.remove(body.email);
      return reply.code(204).send();
    },
  });
}
