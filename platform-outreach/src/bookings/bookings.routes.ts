import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import { pageQuery, readPage } from '@sacred-qa/foundation/http/paging';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BookingsService } from './bookings.service.ts';

const tag = 'outreach';

export function bookingsRoutes(app: FastifyInstance, deps: { bookings: BookingsService; cursors: Cursors }): void {
  const { bookings, cursors } = deps;

  addRoute(app, {
    ...{ method: 'GET', url: '/bookings', scope: 'read', tag, personal: true },
    summary: 'Bookings made with Cal.com, newest first, each with the mail that led to it',
    query: z.object({
      ...pageQuery,
      status: z
        .string()
        .regex(/^[a-z_]{1,40}$/)
        .optional()
        .meta({ description: 'Such as accepted, pending, cancelled or rejected.' }),
    }),
    responses: { 200: { description: 'A page of bookings; details is null for one who was erased' } },
    handler: ({ query }) =>
      readPage(cursors, 'bookings', query, {
        read: (after, limit) => bookings.list(query.status ?? null, after, limit),
        positionOf: ({ created_at, uid }) => `${created_at} ${uid}`,
      }),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/bookings/deliveries', scope: 'read', tag, personal: true },
    summary: 'What Cal.com told by its webhook, newest first, also events that changed no booking',
    query: z.object({
      ...pageQuery,
      state: z.enum(['taken', 'kept']).optional().meta({ description: 'kept: it changed no booking.' }),
    }),
    responses: { 200: { description: 'A page of deliveries; body is null for one who was erased' } },
    handler: ({ query }) =>
      readPage(cursors, 'cal_deliveries', query, {
        read: (after, limit) => bookings.deliveries(query.state ?? null, after, limit),
        positionOf: ({ received_at, sha256 }) => `${received_at} ${sha256}`,
      }),
  });

  addRoute(app, {
    ...{ method: 'GET', url: '/bookings/:uid', scope: 'read', tag, personal: true },
    summary: 'One booking with who booked and what they answered',
    params: z.object({ uid: z.string().max(100) }),
    responses: { 200: { description: 'The booking' } },
    handler: ({ params }) => bookings.show(params.uid),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/bookings/sync', scope: 'write', tag },
    summary: 'Sets the bookings right by the list of Cal.com’s API, now',
    body: z.strictObject({
      all: z.boolean().default(false).meta({ description: 'Also what has not changed for 60 days.' }),
    }),
    responses: { 200: { description: 'How many were read, added and changed' } },
    handler: ({ body }) => bookings.sync(body),
  });
}
