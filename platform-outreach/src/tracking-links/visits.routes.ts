/** `/o/TOKEN`, the pixel of a mail, and `/c/TOKEN`, its links. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { lostLinkPage } from './public-page.ts';
import { sendPage } from './unsubscribe.routes.ts';
import type { Visitor, VisitsService } from './visits.service.ts';

interface Params {
  Params: { token: string };
}

/** One transparent point. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export function visitsRoutes(app: FastifyInstance, deps: { visits: VisitsService; sender: string | null }): void {
  const { visits, sender } = deps;

  app.get<Params>('/o/:token', async (request, reply) => {
    const ours = await visits.open(request.params.token, visitorOf(request));
    return ours ? reply.type('image/gif').send(PIXEL) : reply.callNotFound();
  });

  app.get<Params>('/c/:token', async (request, reply) => {
    const followed = await visits.follow(request.params.token, visitorOf(request));
    if (followed.kind === 'to') return reply.redirect(followed.address, 302);
    return sendPage(reply, followed.kind === 'foreign' ? 404 : 410, lostLinkPage(followed.kind, sender));
  });
}

function visitorOf({ method, headers }: FastifyRequest): Visitor {
  const said = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => String(headers[name] ?? ''));
  return { method, userAgent: headers['user-agent'] ?? '', purpose: said.join(' ').trim() };
}
