/** All that the world may reach of a studio, mounted by the front door on a listener of its own: no API, no console. */
import type { FastifyInstance } from 'fastify';
import { calWebhookRoutes } from './bookings/cal-webhook.routes.ts';
import type { Outreach } from './outreach.ts';
import { unsubscribeRoutes } from './tracking-links/unsubscribe.routes.ts';
import { visitsRoutes } from './tracking-links/visits.routes.ts';

/** `sender` as in MAIL_FROM; null when it is not set. */
export function publicRoutes(app: FastifyInstance, deps: { outreach: Outreach; sender: string | null }): void {
  const { outreach, sender } = deps;
  unsubscribeRoutes(app, { ...outreach, sender });
  visitsRoutes(app, { ...outreach, sender });
  calWebhookRoutes(app, outreach);
}
