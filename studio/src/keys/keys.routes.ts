import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { KeysService } from './keys.service.ts';

export function keysRoutes(app: FastifyInstance, deps: { keys: KeysService }): void {
  addRoute(app, {
    method: 'GET',
    url: '/keys',
    scope: 'admin',
    tag: 'keys',
    summary: 'The API keys, without the keys themselves',
    responses: { 200: { description: 'items' } },
    async handler() {
      return { items: await deps.keys.list(), next_cursor: null };
    },
  });

  addRoute(app, {
    method: 'POST',
    url: '/keys',
    scope: 'admin',
    tag: 'keys',
    summary: 'Mints a key; it is told once and kept only as a hash',
    body: z
      .strictObject({ label: z.string().min(1).max(100), scope: z.enum(['read', 'write', 'admin']).default('write') })
      .meta({ id: 'NewKey' }),
    responses: { 201: { description: 'key, and what the list will show' } },
    async handler({ body, reply }) {
      const { key, view } = await deps.keys.mint(body.label, body.scope);
      reply.code(201);
      return { key, ...view };
    },
  });

  addRoute(app, {
    method: 'DELETE',
    url: '/keys/:id',
    scope: 'admin',
    tag: 'keys',
    summary: 'Revokes a key',
    params: z.object({ id: z.string().max(100) }),
    responses: { 204: { description: 'Revoked' } },
    async handler({ params, reply }) {
      await deps.keys.revoke(params.id);
      return reply.code(204).send();
    },
  });
}
