/** Records every authenticated, parseable request for a change before it is answered, whatever the answer is. */
import { isSecretHeader } from '@sacred-qa/contracts/http-target';
import { parsePlace } from '@sacred-qa/contracts/lineage';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Contact, contactsRepo } from './contacts.repo.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const PAYLOAD_MAX_CHARS = 16_384;
/** Bodies above this, packs of thousands of cases, are not kept for certain: they need not be copied and redacted first. */
const BODY_MAX_BYTES = 256 * 1024;
/** What stands in the trail for a person's data, which lies under that person's key and nowhere else. */
const PERSONAL = '[personal]';

/** Routes marked `recordsItself` write their contact within their own commit. */
export function recordContacts(
  app: FastifyInstance,
  deps: {
    db: Database;
    clock: Clock;
    newId: NewId;
    redact: (value: unknown) => unknown;
    recordsItself: ReadonlySet<string>;
  },
): void {
  // No promise for the many requests that leave nothing here.
  app.addHook('onSend', (request, reply, payload, done) => {
    const endpoint = `${request.method} ${request.routeOptions.url ?? ''}`;
    if (READS.has(request.method) || deps.recordsItself.has(endpoint) || !isContact(request))
      return done(null, payload);
    record(request, reply.statusCode, payload, endpoint).then(() => done(null, payload), done);
  });

  async function record(
    request: FastifyRequest,
    statusCode: number,
    payload: unknown,
    endpoint: string,
  ): Promise<void> {
    try {
      await contactsRepo.insert(deps.db, contactOf(request, statusCode, payload, endpoint));
    } catch (error) {
      // A change whose contact could not be kept is not acknowledged; a refusal stays the refusal that it is.
      if (statusCode < 400) throw error;
    }
  }

  function requestOf(request: FastifyRequest): unknown {
    const { bodyBytes: bytes } = request;
    return bytes > BODY_MAX_BYTES ? { truncated: true, bytes } : cut(deps.redact(withoutSecrets(request.body)));
  }

  function contactOf(request: FastifyRequest, statusCode: number, payload: unknown, endpoint: string): Contact {
    const response = answerOf(payload);
    const personal = request.routeOptions.config.personal === true;
    const lineageId = (response as { lineage_id?: unknown } | null)?.lineage_id;
    return {
      id: deps.newId(),
      endpoint,
      client: clientOf(request),
      keyId: request.caller?.keyId ?? null,
      requestId: request.id,
      request: personal ? PERSONAL : requestOf(request),
      response: personal ? PERSONAL : cut(deps.redact(withoutKey(response))),
      statusCode,
      place: typeof lineageId === 'string' ? parsePlace(lineageId) : null,
      at: isoOf(deps.clock.now()),
    };
  }
}

/** Known by a key, and readable: a body that could not be parsed never reached the route. */
function isContact(request: FastifyRequest): boolean {
  const hasBody = request.bodyBytes > 0 || Number(request.headers['content-length'] ?? 0) > 0;
  return request.caller?.keyId != null && (!hasBody || request.body !== undefined);
}

export const clientOf = (request: FastifyRequest): string => (request.headers['user-agent'] ?? 'unknown').slice(0, 200);

function answerOf(payload: unknown): unknown {
  if (typeof payload !== 'string' || payload.length > PAYLOAD_MAX_CHARS) return null;
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

/** Also a refused request is kept, and what it was refused for may be a secret in the place of its name. */
function withoutSecrets(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutSecrets);
  if (body === null || typeof body !== 'object') return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (name === 'secrets') return [name, '[held in memory only]'];
      return [name, name === 'headers' ? withoutSecretHeaders(value) : withoutSecrets(value)];
    }),
  );
}

function withoutSecretHeaders(headers: unknown): unknown {
  if (headers === null || typeof headers !== 'object') return headers;
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecretHeader(name, String(value)) ? '[not kept]' : value]),
  );
}

/** A freshly minted key is told once, and never stored. */
function withoutKey(response: unknown): unknown {
  if (response === null || typeof response !== 'object' || !('key' in response)) return response;
  return { ...response, key: '[shown once]' };
}

function cut(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null';
  return text.length <= PAYLOAD_MAX_CHARS ? value : { truncated: true, chars: text.length };
}
