/**
 * Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07): a retry of the same request gets the same answer.
 * An event that has its own name (source and source_event_id) needs none; this is for the HTTP retry.
 */
import { hash } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { canonicalJson } from '../canonical-json.ts';
import { type Clock, isoOf } from '../clock.ts';

export interface IdempotencyEntry {
  keyId: string;
  method: string;
  path: string;
  key: string;
  requestHash: string;
  nowIso: string;
  /** Until then a request that is being answered keeps its twins out; a crash leaves it to run out. */
  heldUntilIso: string;
  /** Until then the answer is replayed. */
  expiresAtIso: string;
}

export interface KeptAnswer {
  status: number;
  contentType: string;
  response: string;
}

export interface IdempotencyStore {
  /** `new` when this request is the first with its key, or the first after the entry has run out. */
  begin(
    entry: IdempotencyEntry,
  ): Promise<{ kind: 'new' } | { kind: 'in_progress' } | { kind: 'mismatch' } | ({ kind: 'done' } & KeptAnswer)>;
  finish(entry: IdempotencyEntry, answer: KeptAnswer): Promise<void>;
  abandon(entry: IdempotencyEntry): Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set while this request is the one that answers its Idempotency-Key. */
    idempotencyEntry: IdempotencyEntry | null;
  }
}

const HELD_MS = 60_000;
const KEPT_MS = 24 * 60 * 60 * 1000;
const KEY = /^[\x21-\x7e]{1,255}$/;

export function registerIdempotency(app: FastifyInstance, deps: { store: IdempotencyStore; clock: Clock }): void {
  const { store, clock } = deps;

  function entryOf(request: FastifyRequest, keyId: string, key: string): IdempotencyEntry {
    const nowMs = clock.now();
    return {
      keyId,
      method: request.method,
      // A path of any length fits into a key of the table as its hash.
      path: request.url.length <= 200 ? request.url : hash('sha256', request.url),
      key,
      requestHash: hash('sha256', canonicalJson(request.body)),
      nowIso: isoOf(nowMs),
      heldUntilIso: isoOf(nowMs + HELD_MS),
      expiresAtIso: isoOf(nowMs + KEPT_MS),
    };
  }

  app.decorateRequest('idempotencyEntry', null);
  app.addHook('preHandler', (request, reply, done) => {
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.routeOptions.config.idempotent || request.caller === null) return done();
    if (typeof key !== 'string' || !KEY.test(key)) {
      return done(new StudioError('bad_request', 'Idempotency-Key must be 1 to 255 visible ASCII characters.'));
    }
    const entry = entryOf(request, request.caller.keyId, key);
    store.begin(entry).then((found) => {
      if (found.kind === 'new') {
        request.idempotencyEntry = entry;
        return done();
      }
      if (found.kind === 'done') {
        reply.code(found.status).type(found.contentType).header('idempotent-replayed', 'true').send(found.response);
        return;
      }
      done(
        found.kind === 'mismatch'
          ? new StudioError('idempotency_mismatch', 'This Idempotency-Key came before with another request.')
          : new StudioError('request_in_progress', 'The first request with this key is still being answered.', {
              extra: { retry_after_s: 1 },
            }),
      );
    }, done);
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const entry = request.idempotencyEntry;
    if (entry === null) return done(null, payload);
    request.idempotencyEntry = null;
    // A fault of ours is not an answer: the retry shall be given a chance.
    const kept = reply.statusCode < 500 && (typeof payload === 'string' || payload == null);
    const contentType = String(reply.getHeader('content-type') ?? 'application/json');
    const end = kept
      ? store.finish(entry, { status: reply.statusCode, contentType, response: (payload as string | null) ?? '' })
      : store.abandon(entry);
    end.then(() => done(null, payload), done);
  });
}
