/** The server of an API: who calls, how often, once or again, and a document of it all. Routes are mounted on it. */
import type { FastifyInstance } from 'fastify';
import { type AuthDeps, registerAuth } from './auth.ts';
import { type IdempotencyStore, registerIdempotency } from './idempotency.ts';
import { registerDocs } from './openapi.ts';
import type { HttpLog } from './problem.ts';
import { registerRateLimit } from './rate-limit.ts';
import { createHttpServer } from './server.ts';

export interface ApiServerDeps extends AuthDeps {
  log: HttpLog;
  idempotency: IdempotencyStore;
  title: string;
  version: string;
}

export function createApiServer(deps: ApiServerDeps): FastifyInstance {
  const { log, clock, findKey, findSession, title, version } = deps;
  const app = createHttpServer({ log });
  registerAuth(app, { findKey, findSession, clock });
  registerRateLimit(app, { clock });
  registerIdempotency(app, { store: deps.idempotency, clock });
  registerDocs(app, { title, version });
  return app;
}
