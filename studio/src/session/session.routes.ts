/** Sign-in of the console. The cookie is out of reach of scripts, and of every other site. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { CONSOLE_HEADER, comesFromConsole, SESSION_COOKIE, sessionOf } from '@sacred-qa/foundation/http/auth';
import { addRoute } from '@sacred-qa/foundation/http/routes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { KeysService } from '../keys/keys.service.ts';
import { SESSION_S, type SessionsService } from './session.service.ts';

const credential = z
  .union([
    z.strictObject({ key: z.string().min(1).max(300) }),
    z.strictObject({ ticket: z.string().min(1).max(100).meta({ description: 'Of the link that a start prints.' }) }),
  ])
  .meta({ id: 'SignIn' });

export function sessionRoutes(app: FastifyInstance, deps: { sessions: SessionsService; keys: KeysService }): void {
  const { sessions, keys } = deps;

  addRoute(app, {
    method: 'POST',
    url: '/session',
    scope: 'public',
    tag: 'session',
    summary: 'Signs a browser in with a key',
    description: `Answers with the cookie ${SESSION_COOKIE}, good for ${SESSION_S / 86_400} days. Needs the header ${CONSOLE_HEADER}.`,
    body: credential,
    responses: { 204: { description: 'Signed in' } },
    async handler({ body, request, reply }) {
      // Else another site could sign a browser in with a key of its own.
      if (!comesFromConsole(request)) throw new StudioError('cross_site', 'Only the console itself signs in.');
      const token = await sessions.signIn(body);
      return reply
        .header('set-cookie', cookie(request, token, SESSION_S))
        .code(204)
        .send();
    },
  });

  addRoute(app, {
    method: 'GET',
    url: '/session',
    scope: 'read',
    tag: 'session',
    summary: 'Who is signed in: the key, and what it may do',
    responses: { 200: { description: 'key_id, label, scope' } },
    async handler({ request }) {
      const own = (await keys.list()).find((key) => key.id === request.caller?.keyId);
      return { key_id: own?.id ?? null, label: own?.label ?? null, scope: request.caller?.scope ?? null };
    },
  });

  addRoute(app, {
    method: 'DELETE',
    url: '/session',
    scope: 'read',
    tag: 'session',
    summary: 'Signs the browser out',
    responses: { 204: { description: 'Signed out' } },
    async handler({ request, reply }) {
      const token = sessionOf(request);
      if (token !== null) await sessions.signOut(token);
      return reply
        .header('set-cookie', cookie(request, '', 0))
        .code(204)
        .send();
    },
  });
}

/** Secure where the browser came over TLS, which a proxy in front of us ended; plain HTTP would drop such a cookie. */
function cookie(request: FastifyRequest, token: string, maxAgeS: number): string {
  const secure = request.headers.origin?.startsWith('https:') ? '; Secure' : '';
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeS}${secure}`;
}
