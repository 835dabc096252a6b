/** The bridge's part of `/api/v1`: how it stands, and what it set aside. */
import { type OutboxStatus, outboxStatus } from '@sacred-qa/contracts/bridge';
import { StudioError } from '@sacred-qa/contracts/errors';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

export interface OutboxDesk {
  status(): Promise<OutboxStatus>;
  /** Null: all that were set aside. Gives how many. */
  takeUpAgain(sourceEventId: string | null): Promise<number>;
}

export function bridgeRoutes(app: FastifyInstance, { desk }: { desk: OutboxDesk }): void {
  addRoute(app, {
    method: 'GET',
    url: '/bridge',
    scope: 'read',
    tag: 'bridge',
    summary: 'What of outreach the Studio was told, what waits, and what was set aside and why',
    responses: { 200: { description: 'How it stands', schema: outboxStatus } },
    handler: () => desk.status(),
  });

  addRoute(app, {
    method: 'POST',
    url: '/bridge/retry',
    scope: 'write',
    tag: 'bridge',
    summary: 'Tells events again that were set aside',
    body: z.strictObject({
      source_event_id: z.string().min(1).max(300).optional().meta({ description: 'Only this one; all when left out.' }),
    }),
    responses: { 200: { description: 'How many', schema: z.strictObject({ taken_up: z.int() }) } },
    async handler({ body }) {
      const wanted = body.source_event_id ?? null;
      const taken = await desk.takeUpAgain(wanted);
      if (taken === 0 && wanted !== null) {
        throw new StudioError(
          'not_found',
          `No event ${wanted} is set aside; studio bridge status lists those that are.`,
        );
      }
      return { taken_up: taken };
    },
  });
}
