import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import type { SamplePractice } from './sample-practice.ts';

const tag = 'house';

export function sampleRoutes(app: FastifyInstance, { sample }: { sample: SamplePractice }): void {
  addRoute(app, {
    ...{ method: 'GET', url: '/sample', scope: 'read', tag },
    summary: 'Whether the sample practice is loaded',
    responses: { 200: { description: 'loaded' } },
    handler: async () => ({ loaded: await sample.isLoaded() }),
  });

  addRoute(app, {
    ...{ method: 'POST', url: '/sample', scope: 'write', tag },
    summary: 'Loads the sample practice: last week’s campaign to invented people, answers, a booking, an audit',
    description: 'No server is asked. Its people, mails and trees are never counted with the studio’s own.',
    responses: { 201: { description: 'loaded, audit' } },
    async handler({ reply }) {
      reply.code(201);
      return sample.load();
    },
  });

  addRoute(app, {
    ...{ method: 'DELETE', url: '/sample', scope: 'write', tag },
    summary: 'Takes the sample practice away, with all that hangs on its tree',
    responses: { 200: { description: 'loaded' } },
    handler: () => sample.remove(),
  });
}
