/**
 * Who calls: a key in `Authorization: Bearer`, or the cookie of a browser that signed in with one. Both are known only
 * by their SHA-256, and allowed to read, write or administer.
 */
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
    /** Looks again, for an answer that goes on for long; false also when nobody can say. Never rejects. */
    isStillKnown(): Promise<boolean>;
  }
}

/** The cookie of a signed-in browser. Its value is as good as the key it was made with. */
export const SESSION_COOKIE = 'studio_session';
/** A header that a form or a link of another site cannot send. */
export const CONSOLE_HEADER = 'x-studio-console';

/** How long a look at the keys is believed: a revoked key works this much longer, in every process. */
export const KEY_BELIEVED_MS = 1000;
const REMEMBERED_KEYS = 1000;
const RANK: Record<KeyScope, number> = { read: 0, write: 1, admin: 2 };

type FindKey = (sha256: string) => Promise<{ id: string; scope: KeyScope } | null>;

export interface AuthDeps {
  findKey: FindKey;
  /** The key of a signed-in browser, by the hash of its cookie. */
  findSession: FindKey;
  clock: Clock;
}

export function registerAuth(app: FastifyInstance, deps: AuthDeps): void {
  const remembered = new Map<string, { caller: Caller; atMs: number }>();
  const underWay = new Map<string, Promise<Caller>>();

  async function lookUp({ kind, sha256 }: Credential): Promise<Caller> {
    // What is found may be out of date as soon as the store has looked.
    const atMs = deps.clock.now();
    const key = await (kind === 'key' ? deps.findKey : deps.findSession)(sha256);
    if (key === null) {
      remembered.delete(sha256);
      throw new StudioError('unauthenticated', UNKNOWN[kind]);
    }
    if (remembered.size >= REMEMBERED_KEYS) remembered.clear();
    const caller = { keyId: key.id, scope: key.scope };
    remembered.set(sha256, { caller, atMs });
    return caller;
  }

  /** Requests that come together share one look: each with its own, they would fill the pool every second. */
  function shareLook(credential: Credential): Promise<Caller> {
    const { sha256 } = credential;
    const begun = underWay.get(sha256);
    if (begun !== undefined) return begun;
    const look = lookUp(credential).finally(() => underWay.delete(sha256));
    underWay.set(sha256, look);
    return look;
  }

  app.decorateRequest('caller', null);
  app.decorateRequest('isStillKnown', async function () {
    const credential = credentialOf(this);
    if (credential === null) return false;
    return shareLook(credential).then(
      () => true,
      () => false,
    );
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const { scope = 'public' } = request.routeOptions.config;
    if (scope === 'public') return done();
    const credential = credentialOf(request);
    if (credential === null)
      return done(new StudioError('unauthenticated', 'Send a key as Authorization: Bearer KEY.'));
    if (credential.kind === 'session' && !comesFromConsole(request))
      return done(new StudioError('cross_site', CROSS_SITE));
    const admit = (caller: Caller): void => {
      request.caller = caller;
      const detail = `This key may ${caller.scope}; here a key that may ${scope} is needed.`;
      done(RANK[caller.scope] >= RANK[scope] ? undefined : new StudioError('forbidden', detail));
    };
    const known = remembered.get(credential.sha256);
    if (known !== undefined && Math.abs(deps.clock.now() - known.atMs) < KEY_BELIEVED_MS) return admit(known.caller);
    shareLook(credential).then(admit, done);
  });
}

interface Credential {
  kind: 'key' | 'session';
  sha256: string;
}

const UNKNOWN = {
  key: 'This key is not known, or it was revoked.',
  session: 'This browser is signed in no longer. Sign in again.',
};
const CROSS_SITE = `A browser's cookie allows changes only to the console itself, with the header ${CONSOLE_HEADER}.`;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A key that is sent wins: a script knows what it does, a cookie goes along by itself. */
function credentialOf(request: FastifyRequest): Credential | null {
  const key = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key !== undefined) return { kind: 'key', sha256: hash('sha256', key) };
  const session = sessionOf(request);
  return session === null ? null : { kind: 'session', sha256: hash('sha256', session) };
}

export function sessionOf(request: FastifyRequest): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`));
  return found?.slice(SESSION_COOKIE.length + 1) || null;
}

/**
 * SameSite=Strict keeps other sites out, but every port of one host is the same site, and so is the product under audit
 * on 127.0.0.1. A change therefore also needs a header of its own and must say that it comes from here.
 */
export function comesFromConsole(request: FastifyRequest): boolean {
  if (READS.has(request.method)) return true;
  const { origin, host, [CONSOLE_HEADER]: header, 'sec-fetch-site': site } = request.headers;
  if (header === undefined || (site !== undefined && site !== 'same-origin')) return false;
  return origin === undefined ? site === 'same-origin' : URL.parse(origin)?.host === host;
}
