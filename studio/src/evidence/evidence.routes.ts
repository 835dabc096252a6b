import { Readable } from 'node:stream';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { EvidenceService } from './evidence.service.ts';

export function evidenceRoutes(app: FastifyInstance, deps: { evidence: EvidenceService }): void {
  addRoute(app, {
    method: 'POST',
    url: '/audits/:id/evidence',
    scope: 'write',
    tag: 'audits',
    summary: 'Seals an ended audit: its report and every row behind it in one signed file that is checked offline',
    params: z.object({ id: z.uuid() }),
    responses: { 200: { description: 'The bundle', contentType: 'application/zip' } },
    async handler({ params, reply }) {
      const sealed = await deps.evidence.seal(params.id);
      return reply
        .type('application/zip')
        .header('content-length', sealed.bytes)
        .header('x-lineage-id', sealed.lineageId)
        .send(Readable.from(sealed.pieces, { objectMode: false }));
    },
  });
}
