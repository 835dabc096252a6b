import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import type { DoctorService } from './doctor.service.ts';

export function doctorRoutes(app: FastifyInstance, deps: { doctor: DoctorService }): void {
  addRoute(app, {
    ...{ method: 'POST', url: '/doctor', scope: 'write', tag: 'outreach' },
    summary: 'Looks over what outreach needs outside: records, servers, keys, clock; says what to do',
    description:
      'Asks the servers that are configured. Each check passes, warns, fails or was skipped, with its reason.',
    responses: { 200: { description: 'The checks; a failed one is no failed request' } },
    handler: () => deps.doctor.examine(),
  });
}
