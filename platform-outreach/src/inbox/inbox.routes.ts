import { INBOUND_KINDS } from '@sacred-qa/contracts/inbox';
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { InboxService } from './inbox.service.ts';

const params = z.object({ id: z.uuid() });

export function inboxRoutes(app: FastifyInstance, deps: { inbox: InboxService; cursors: Cursors }): void {
  const { inbox, cursors } = deps;

  addRoute(app, {
    method: 'GET',
    url: '/inbox',
    scope: 'read',
    personal: true,
    tag: 'outreach',
    summary: 'What came back, newest first, each with the mail that caused it',
    query: z.object({
      ...pageQuery,
      kind: z.enum(INBOUND_KINDS).optional(),
      handled: z.enum(['true', 'false']).optional().meta({ description: 'Only what is handled, or only what is not.' }),
    }),
    responses: { 200: { description: 'A page of mails' } },
    handler: ({ query }) =>
      readPage(cursors, 'inbox', query, {
        read: (after, limit) =>
          inbox.list(
            { kind: query.kind, handled: query.handled === undefined ? undefined : query.handled === 'true' },
            after,
            limit,
          ),
        positionOf: (item) => item.id,
      }),
  });

  addRoute(app, {
    method: 'GET',
    url: '/inbox/:id',
    scope: 'read',
    personal: true,
    tag: 'outreach',
    summary: 'One mail with all that was written',
    params,
    responses: { 200: { description: 'The mail' } },
    handler: ({ params }) => inbox.show(params.id),
  });

  addRoute(app, {
    method: 'PATCH',
    url: '/inbox/:id',
    scope: 'write',
    personal: true,
    tag: 'outreach',
    summary: 'Marks a mail as handled, or corrects what it is',
    description:
      'What the right kind asks for is done at once: a wish to leave is honoured, a reply ends the sequence. An address that the wrong kind put on the list stays there until it is taken off. What the Studio was told when the mail came stays in its tree.',
    params,
    body: z
      .strictObject({ handled: z.boolean().optional(), kind: z.enum(INBOUND_KINDS).optional() })
      .refine((body) => body.handled !== undefined || body.kind !== undefined, 'Give handled, kind or both.'),
    responses: { 200: { description: 'The mail as it is now' } },
    handler: ({ params, body }) => inbox.mark(params.id, body),
  });

  addRoute(app, {
    method: 'POST',
    url: '/inbox/sync',
    scope: 'write',
    tag: 'outreach',
    summary: 'Reads the mailbox once, now',
    responses: { 200: { description: 'How many mails were taken, by kind' } },
    handler: () => inbox.sync(),
  });
}
