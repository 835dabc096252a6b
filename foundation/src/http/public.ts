/**
 * A server for strangers: few paths, small bodies, short times, no cookie, and nothing told of the inside. What goes
 * wrong is said in a plain sentence, because people read it. Routes are mounted on it.
 */
import { isIPv6 } from 'node:net';
import { StudioError } from '@sacred-qa/contracts/errors';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Clock } from '../clock.ts';
import { newUuid } from '../ids.ts';
import { type HttpLog, logFault, studioErrorOf } from './problem.ts';

const MAX_BODY_BYTES = 16 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;
const CONNECTION_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 5_000;
const MAX_CONNECTIONS = 256;
const MAX_PARAM_CHARS = 200;

/** Far above what any reader or mail provider sends to a studio of twenty mails a week. */
export const PUBLIC_REQUESTS_PER_MINUTE = 300;
const REFILL_PER_MS = PUBLIC_REQUESTS_PER_MINUTE / 60_000;
const REMEMBERED_ADDRESSES = 10_000;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const PLAIN = 'text/plain; charset=utf-8';
const NOTHING_HERE = 'There is nothing here.\n';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** Bodies are handed on as they came, in a Buffer: who checks a signature needs every byte. */
export function createPublicServer(deps: { log: HttpLog; clock: Clock }): FastifyInstance {
  const { log, clock } = deps;
  const app = Fastify({
    logger: false,
    genReqId: newUuid,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    // TLS ends in a proxy or a tunnel on this machine; only such a neighbour is believed about who called it.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: MAX_PARAM_CHARS },
    frameworkErrors: (_error, _request, reply) => {
      (reply as FastifyReply).code(404).headers(HEADERS).type(PLAIN).send(NOTHING_HERE);
    },
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(HEADERS);
    done();
  });
  limitRate(app, clock);
  app.setErrorHandler((error, request, reply) => {
    logFault(error, request, log);
    const known = studioErrorOf(error);
    const { retry_after_s: retryAfterS } = known.extra;
    if (typeof retryAfterS === 'number') reply.header('retry-after', String(retryAfterS));
    return reply.code(known.status).type(PLAIN).send(sentenceOf(known));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type(PLAIN).send(NOTHING_HERE));
  return app;
}

function sentenceOf(error: StudioError): string {
  if (error.status >= 500) return 'We cannot answer right now. Please try again in a few minutes.\n';
  if (error.code === 'body_too_large') return 'That is more than is read here.\n';
  return `${error.message}\n`;
}

/** One caller has all addresses of an IPv6 network of 64 bits, and could take another one for each request. */
function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('::');
  const first = head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...(tail === undefined ? [] : zeros), ...last].slice(0, 4).join(':');
}

/** A bucket for each address; none for this machine itself, which has other ways to hurt us. */
function limitRate(app: FastifyInstance, clock: Clock): void {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  app.addHook('onRequest', (request, _reply, done) => {
    if (LOOPBACK.test(request.ip)) return done();
    const nowMs = clock.now();
    const caller = networkOf(request.ip);
    const before = buckets.get(caller) ?? { tokens: PUBLIC_REQUESTS_PER_MINUTE, atMs: nowMs };
    const refill = Math.max(0, nowMs - before.atMs) * REFILL_PER_MS;
    const tokens = Math.min(PUBLIC_REQUESTS_PER_MINUTE, before.tokens + refill);
    if (buckets.size >= REMEMBERED_ADDRESSES && !buckets.has(caller)) buckets.clear();
    buckets.set(caller, { tokens: Math.max(0, tokens - 1), atMs: nowMs });
    if (tokens >= 1) return done();
    done(
      new StudioError('rate_limited', 'Too many requests from your address. Please wait a minute.', {
        extra: { retry_after_s: Math.max(1, Math.ceil((1 - tokens) / REFILL_PER_MS / 1000)) },
      }),
    );
  });
}
