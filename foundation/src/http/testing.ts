/** For tests: the real server with toy routes, one key of each scope, and an idempotency store in memory. */
import { hash } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { z } from 'zod';
import { createApiServer } from './api.ts';
import type { KeyScope } from './auth.ts';
import type { IdempotencyEntry, IdempotencyStore, KeptAnswer } from './idempotency.ts';
import { addRoute } from './routes.ts';

export interface ToyApi {
  app: FastifyInstance;
  clock: { ms: number; now(): number };
  log: Record<string, unknown>[];
  revoked: Set<KeyScope>;
  /** How often a key was looked up. */
  looks(): number;
  /** How often the handler of POST /things ran. */
  runs(): number;
  /** Lets the handler answer that was asked for a thing named "held". */
  release(): void;
  send(options: InjectOptions & { as?: KeyScope | null }): Promise<LightMyRequestResponse>;
}

export async function openToyApi(): Promise<ToyApi> {
  const clock = {
    ms: Date.parse('2026-01-05T09:00:00Z'),
    now() {
      return this.ms;
    },
  };
  const log: Record<string, unknown>[] = [];
  const revoked = new Set<KeyScope>();
  let runs = 0;
  let looks = 0;
  const held = Promise.withResolvers<void>();
  const scopes = new Map((['read', 'write', 'admin'] as const).map((scope) => [hash('sha256', scope), scope]));
  const app = createApiServer({
    clock,
    log: (line) => log.push(line),
    findKey: async (sha256) => {
      looks += 1;
      const scope = scopes.get(sha256);
      return scope === undefined || revoked.has(scope) ? null : { id: `id-of-${scope}`, scope };
    },
    findSession: async (sha256) =>
      sha256 === hash('sha256', 'a browser') ? { id: 'id-of-admin', scope: 'admin' } : null,
    idempotency: memoryStore(),
    title: 'Toys',
    version: '1.2.3',
  });
  const thing = z.strictObject({ name: z.string().min(1), size: z.int().default(1) }).meta({ id: 'Thing' });
  const common = { tag: 'things', responses: { 200: { description: 'a thing', schema: thing } } } as const;
  addRoute(app, {
    ...common,
    method: 'POST',
    url: '/things',
    scope: 'write',
    summary: 'Makes a thing',
    body: thing,
    idempotent: true,
    async handler({ body, reply }) {
      runs += 1;
      if (body.name === 'held') await held.promise;
      if (body.name === 'refused') throw new StudioError('conflict', 'There is one already.');
      if (body.name === 'fault') throw new Error('a secret inside');
      reply.code(201);
      return { ...body, run: runs };
    },
  });
  addRoute(app, {
    ...common,
    method: 'GET',
    url: '/things/:id',
    scope: 'read',
    summary: 'One thing',
    params: z.object({ id: z.uuid() }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(9).default(5), q: z.string().optional() }),
    handler: ({ params, query }) => ({ name: params.id, size: query.limit }),
  });
  addRoute(app, {
    ...common,
    method: 'DELETE',
    url: '/things',
    scope: 'admin',
    summary: 'None left',
    handler: () => ({}),
  });
  await app.ready();
  return {
    app,
    clock,
    log,
    revoked,
    looks: () => looks,
    runs: () => runs,
    release: held.resolve,
    send: ({ as = 'admin', headers, ...options }) =>
      app.inject({ ...options, headers: { ...(as === null ? {} : { authorization: `Bearer ${as}` }), ...headers } }),
  };
}

/** The store's contract over a Map; the real one is tried against the database in the studio. */
function memoryStore(): IdempotencyStore {
  const kept = new Map<string, { hash: string; until: string; answer: KeptAnswer | null }>();
  const nameOf = (entry: IdempotencyEntry) => JSON.stringify([entry.keyId, entry.method, entry.path, entry.key]);
  return {
    async begin(entry) {
      const found = kept.get(nameOf(entry));
      if (found === undefined || found.until < entry.nowIso) {
        kept.set(nameOf(entry), { hash: entry.requestHash, until: entry.heldUntilIso, answer: null });
        return { kind: 'new' };
      }
      if (found.hash !== entry.requestHash) return { kind: 'mismatch' };
      return found.answer === null ? { kind: 'in_progress' } : { kind: 'done', ...found.answer };
    },
    async finish(entry, answer) {
      kept.set(nameOf(entry), { hash: entry.requestHash, until: entry.expiresAtIso, answer });
    },
    async abandon(entry) {
      kept.delete(nameOf(entry));
    },
  };
}
