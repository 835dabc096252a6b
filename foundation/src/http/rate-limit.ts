/** 600 writes a minute and key, told by the RateLimit fields (draft-ietf-httpapi-ratelimit-headers-11). Off on loopback. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';

export const WRITES_PER_MINUTE = 600;
const WINDOW_MS = 60_000;
const REFILL_PER_MS = WRITES_PER_MINUTE / WINDOW_MS;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Register after the keys: a bucket belongs to a key. */
export function registerRateLimit(app: FastifyInstance, deps: { clock: Clock }): void {
  const buckets = new Map<string, Bucket>();

  function take(keyId: string): Bucket & { allowed: boolean } {
    const nowMs = deps.clock.now();
    const before = buckets.get(keyId) ?? { tokens: WRITES_PER_MINUTE, atMs: nowMs };
    // A clock that jumped back refills nothing, and never takes away.
    const refill = Math.max(0, nowMs - before.atMs) * REFILL_PER_MS;
    const tokens = Math.min(WRITES_PER_MINUTE, before.tokens + refill);
    const allowed = tokens >= 1;
    const bucket = { tokens: allowed ? tokens - 1 : tokens, atMs: nowMs };
    buckets.set(keyId, bucket);
    return { ...bucket, allowed };
  }

  app.addHook('onRequest', (request, reply, done) => {
    const { caller } = request;
    if (caller === null || READS.has(request.method) || LOOPBACK.test(request.ip)) return done();
    const { tokens, allowed } = take(caller.keyId);
    const fullInS = Math.ceil((WRITES_PER_MINUTE - tokens) / REFILL_PER_MS / 1000);
    reply.header('ratelimit-policy', `"writes";q=${WRITES_PER_MINUTE};w=${WINDOW_MS / 1000}`);
    reply.header('ratelimit', `"writes";r=${Math.floor(tokens)};t=${fullInS}`);
    if (allowed) return done();
    const waitS = Math.max(1, Math.ceil((1 - tokens) / REFILL_PER_MS / 1000));
    done(
      new StudioError('rate_limited', `${WRITES_PER_MINUTE} writes a minute are allowed with one key.`, {
        extra: { retry_after_s: waitS },
      }),
    );
  });
}
