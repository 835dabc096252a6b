/** The HTTP server every room's routes are mounted on: limits, parsing, problems, and an orderly end. */

import type { IncomingMessage } from 'node:http';
import { ERRORS, StudioError } from '@sacred-qa/contracts/errors';
import Fastify, { type FastifyInstance } from 'fastify';
import { newUuid } from '../ids.ts';
import { MAX_BODY_BYTES, parseJsonBody } from './json-body.ts';
import { type HttpLog, PROBLEM_TYPE, problemOf, sendProblem, studioErrorOf } from './problem.ts';
import { compileZod } from './validation.ts';

// A request that is not read in this time is a client that hangs; answers may take as long as they need.
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 72_000;
const MAX_PARAM_CHARS = 300;
const READ_AWAY_BYTES = 32 * 1024 * 1024;
const READ_AWAY_MS = 5_000;

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the body as it was read, whatever the headers say; 0 without one. */
    bodyBytes: number;
  }
  interface FastifyInstance {
    /** Every route as `METHOD /path/:id`. */
    routeTable: { method: string; url: string }[];
    /** Ends what would keep a closing server waiting. */
    openStreams: Set<() => void>;
    /** Set once the server takes no new work. */
    draining: { since: number | null };
  }
}

export function createHttpServer(deps: { log: HttpLog }): FastifyInstance {
  const { log } = deps;
  const app = Fastify({
    logger: false,
    genReqId: newUuid,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    // Ours says it as a problem document.
    return503OnClosing: false,
    routerOptions: { maxParamLength: MAX_PARAM_CHARS },
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply, log),
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket),
  });
  app.decorateRequest('bodyBytes', 0);
  app.decorate('routeTable', []);
  app.decorate('openStreams', new Set<() => void>());
  app.decorate('draining', { since: null });
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) app.routeTable.push({ method: one, url });
  });
  app.addHook('preClose', (done) => {
    for (const end of app.openStreams) end();
    done();
  });
  readJsonOnly(app);
  app.setValidatorCompiler(compileZod);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  refuseWhileDraining(app);
  app.setErrorHandler(async (error, request, reply) => {
    // Closed with a body half-read, the connection is reset, and the answer is lost with it.
    if (studioErrorOf(error).code === 'body_too_large') await readAway(request.raw);
    return sendProblem(error, request, reply, log);
  });
  app.setNotFoundHandler((request) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = methodsOf(app, path);
    if (allowed.length === 0) throw new StudioError('not_found', `There is nothing at ${path.slice(0, 200)}.`);
    throw new StudioError('method_not_allowed', `${path} answers ${allowed.join(', ')}, not ${request.method}.`, {
      extra: { allowed },
    });
  });
  return app;
}

/** Reads and forgets the rest of a body, up to a bound in bytes and in time. */
function readAway(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.readableEnded || request.destroyed) return resolve();
    let bytes = 0;
    const stop = (): void => {
      clearTimeout(timer);
      request.off('data', count).pause();
      resolve();
    };
    const count = (piece: Buffer): void => {
      bytes += piece.length;
      if (bytes > READ_AWAY_BYTES) stop();
    };
    const timer = setTimeout(stop, READ_AWAY_MS);
    for (const end of ['end', 'close', 'error']) request.once(end, stop);
    request.on('data', count).resume();
  });
}

function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    /^application\/(json|[\w.-]+\+json)\b/i,
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      request.bodyBytes = bytes.length;
      try {
        const charset = /charset\s*=\s*"?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
        if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
          throw new StudioError('wrong_encoding', `The body is said to be ${charset}. Send UTF-8.`);
        }
        const coding = request.headers['content-encoding'];
        if (coding !== undefined && coding !== 'identity') {
          throw new StudioError('unsupported_media_type', `Content-Encoding ${coding} is not read. Send it plain.`);
        }
        // A DELETE or PUT without a body may still carry the content type.
        done(null, bytes.length === 0 && request.method !== 'POST' ? undefined : parseJsonBody(bytes));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function refuseWhileDraining(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
    if (app.draining.since === null) return done();
    done(new StudioError('shutting_down', 'The server is stopping.', { extra: { retry_after_s: 5 } }));
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A connection that stays open after its answer would keep a closing server waiting.
    if (app.draining.since !== null) reply.header('connection', 'close');
    done(null, payload);
  });
}

/** The methods that stand at a path. */
function methodsOf(app: FastifyInstance, path: string): string[] {
  const at = path.split('/');
  const fits = (url: string): boolean => {
    const parts = url.split('/');
    return (
      parts.length === at.length && parts.every((part, i) => (part.startsWith(':') ? at[i] !== '' : part === at[i]))
    );
  };
  return [...new Set(app.routeTable.filter(({ url }) => fits(url)).map(({ method }) => method))].sort();
}

/** What could not even be read as HTTP: there is no request to answer, only a socket. */
function answerUnreadable(error: { code?: string }, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const timedOut = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const detail = timedOut
    ? `The request did not arrive whole within ${REQUEST_TIMEOUT_MS / 1000} seconds.`
    : `This is not HTTP/1.1 as the server reads it (${error.code ?? 'unknown'}).`;
  const body = JSON.stringify(problemOf(new StudioError('bad_request', detail), newUuid()));
  const { status } = ERRORS.bad_request;
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
