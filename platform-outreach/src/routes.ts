/** Outreach's part of `/api/v1`, mounted by the front door under `/outreach`. */
import type { Cursors } from '@sacred-qa/foundation/http/cursor';
import type { FastifyInstance } from 'fastify';
import { bookingsRoutes } from './bookings/bookings.routes.ts';
import { campaignsRoutes } from './campaigns/campaigns.routes.ts';
import { consentsRoutes } from './consents/consents.routes.ts';
import { doctorRoutes } from './doctor/doctor.routes.ts';
import { inboxRoutes } from './inbox/inbox.routes.ts';
import { metricsRoutes } from './metrics/metrics.routes.ts';
import type { Outreach } from './outreach.ts';
import { postsRoutes } from './posts/posts.routes.ts';
import { prospectsRoutes } from './prospects/prospects.routes.ts';
import { messagesRoutes } from './sending/messages.routes.ts';
import { suppressionsRoutes } from './suppressions/suppressions.routes.ts';

export function outreachRoutes(app: FastifyInstance, deps: { outreach: Outreach; cursors: Cursors }): void {
  const { outreach, cursors } = deps;
  campaignsRoutes(app, outreach);
  messagesRoutes(app, { ...outreach, cursors });
  doctorRoutes(app, outreach);
  postsRoutes(app, { ...outreach, cursors });
  prospectsRoutes(app, { ...outreach, cursors });
  consentsRoutes(app, { ...outreach, cursors });
  suppressionsRoutes(app, { ...outreach, cursors });
  metricsRoutes(app, outreach);
  inboxRoutes(app, { ...outreach, cursors });
  bookingsRoutes(app, { ...outreach, cursors });
}
