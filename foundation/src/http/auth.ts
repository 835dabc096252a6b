/** Who calls: a key in `Authorization: Bearer`, known only by its SHA-256, allowed to read, write or administer. */
import { hash } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { RouteScope } from './routes.ts';

export type KeyScope = Exclude<RouteScope, 'public'>;

export interface Caller {
  keyId: string;
  scope: KeyScope;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public routes and before the key was looked up. */
    caller: Caller | null;
  }
}

/** How long a look at the keys is believed: a revoked key works this much longer, in every process. */
export const KEY_BELIEVED_MS = 1000;
const REMEMBERED_KEYS = 1000;
const RANK: Record<KeyScope, number> = { read: 0, write: 1, admin: 2 };

export function registerAuth(
  app: FastifyInstance,
  deps: { findKey: (sha256: string) => Promise<{ id: string; scope: KeyScope } | null>; clock: Clock },
): void {
  const remembered = new Map<string, { caller: Caller; atMs: number }>();

  async function lookUp(sha256: string): Promise<Caller> {
    const key = await deps.findKey(sha256);
    if (key === null) {
      remembered.delete(sha256);
      throw new StudioError('unauthenticated', 'This key is not known, or it was revoked.');
    }
    if (remembered.size >= REMEMBERED_KEYS) remembered.clear();
    const caller = { keyId: key.id, scope: key.scope };
    remembered.set(sha256, { caller, atMs: deps.clock.now() });
    return caller;
  }

  app.decorateRequest('caller', null);
  app.addHook('onRequest', (request, _reply, done) => {
    const { scope = 'public' } = request.routeOptions.config;
    if (scope === 'public') return done();
    const key = bearerOf(request);
    if (key === null) return done(new StudioError('unauthenticated', 'Send a key as Authorization: Bearer KEY.'));
    const admit = (caller: Caller): void => {
      request.caller = caller;
      const detail = `This key may ${caller.scope}; here a key that may ${scope} is needed.`;
      done(RANK[caller.scope] >= RANK[scope] ? undefined : new StudioError('forbidden', detail));
    };
    const sha256 = hash('sha256', key);
    const known = remembered.get(sha256);
    if (known !== undefined && Math.abs(deps.clock.now() - known.atMs) < KEY_BELIEVED_MS) return admit(known.caller);
    lookUp(sha256).then(admit, done);
  });
}

function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
