import { MAIL_STATES } from '@sacred-qa/contracts/campaign';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendingService } from './sending.service.ts';

const tag = 'outreach';

export function messagesRoutes(app: FastifyInstance, deps: { sending: SendingService; cursors: Cursors }): void {
  const { sending, cursors } = deps;

  addRoute(app, {
    ...{ method: 'GET', url: '/messages', scope: 'read', tag },
    summary: 'Mails with their state and why, newest first',
    query: z.object({ ...pageQuery, state: z.enum(MAIL_STATES).optional() }),
    responses: { 200: { description: 'A page of mails' } },
    handler: ({ query }) =>
      readPage(cursors, 'messages', query, {
        read: (after, limit) => sending.list(query.state ?? null, after, limit),
        positionOf: (mail) => mail.id,
      }),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/messages/:id/settle', scope: 'write', tag },
    summary: 'Says of a mail in doubt whether it was sent',
    description:
      'One that was not sent goes back into the queue while its slot and campaign still run; else it expires.',
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({ sent: z.boolean() }),
    responses: { 200: { description: 'Its new state' } },
    handler: async ({ params, body }) => ({
      id: params.id,
      state: await sending.settleInDoubt(params.id, body.sent),
    }),
  });
}
