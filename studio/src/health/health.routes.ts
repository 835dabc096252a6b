import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import type { Agent } from '../agents/agent.ts';
import type { HealthReport } from '../agents/vaidya.ts';

export function healthRoutes(app: FastifyInstance, deps: { vaidya: Agent<null, HealthReport> }): void {
  addRoute(app, {
    method: 'GET',
    url: '/health',
    scope: 'read',
    tag: 'health',
    summary: 'Pass, warn or fail, check by check',
    responses: {
      200: { description: 'pass or warn' },
      503: { description: 'fail' },
    },
    async handler({ reply }) {
      const report = await deps.vaidya.act(null);
      reply.code(report.status === 'fail' ? 503 : 200);
      return report;
    },
  });
}

/** Beside the API, without a key: is the process alive, and can it answer? They tell nothing else. */
export function probeRoutes(app: FastifyInstance, deps: { isReady: () => Promise<boolean> }): void {
  addRoute(app, {
    method: 'GET',
    url: '/livez',
    scope: 'public',
    tag: 'health',
    summary: 'The process is alive',
    responses: { 200: { description: 'alive' } },
    handler: () => ({ status: 'alive' }),
  });

  addRoute(app, {
    method: 'GET',
    url: '/readyz',
    scope: 'public',
    tag: 'health',
    summary: 'The store answers and the server takes work',
    responses: { 200: { description: 'ready' }, 503: { description: 'not ready' } },
    async handler({ reply }) {
      const ready = await deps.isReady();
      reply.code(ready ? 200 : 503);
      return { status: ready ? 'ready' : 'not ready' };
    },
  });
}
