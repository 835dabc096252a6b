import { addRoute } from '@sacred-qa/foundation/http/routes';
import { openEventStream } from '@sacred-qa/foundation/http/sse';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { LiveEvents } from './live-events.ts';

/** How often the store is asked for what other processes committed. */
const POLL_MS = 1000;
const HEARTBEAT_MS = 15_000;

export function eventsRoutes(app: FastifyInstance, deps: { live: LiveEvents }): void {
  addRoute(app, {
    method: 'GET',
    url: '/events',
    scope: 'read',
    tag: 'events',
    summary: 'Live updates as server-sent events; Last-Event-ID resumes without a gap',
    headers: z.object({
      'Last-Event-ID': z
        .string()
        .optional()
        .meta({ description: 'The id of the last event that was read; the stream goes on after it.' }),
    }),
    responses: { 200: { description: 'A stream of events', contentType: 'text/event-stream' } },
    handler: ({ request, reply }) =>
      openEventStream(request, reply, {
        latest: () => deps.live.latest(),
        after: (cursor) => deps.live.after(cursor),
        onWake: (waker) => deps.live.onWake(waker),
        pollMs: POLL_MS,
        heartbeatMs: HEARTBEAT_MS,
        mayGoOn: () => request.isStillKnown(),
      }),
  });
}
