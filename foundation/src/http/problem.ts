/** Problem documents (RFC 9457): what an error becomes on the wire. A 5xx tells nothing of the inside. */
import { ERRORS, type ErrorCode, StudioError } from '@sacred-qa/contracts/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type StoreFault, storeFaultOf } from '../database/store-faults.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export type HttpLog = (line: Record<string, unknown>) => void;

/** The document of an error. `type` is stable and names the code; it is a name, not an address. */
export function problemOf(error: StudioError, requestId: string): Record<string, unknown> {
  const { status, meaning } = ERRORS[error.code];
  return {
    type: `urn:sacred-qa-studio:problem:${error.code}`,
    title: meaning,
    status,
    detail: status === 500 ? 'A fault of ours; the log has it under this request id.' : error.message,
    code: error.code,
    request_id: requestId,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
    ...error.extra,
  };
}

/** What is a fault of ours goes to the log with its cause; a refusal does not. */
export function logFault(error: unknown, request: FastifyRequest, log: HttpLog): void {
  const known = studioErrorOf(error);
  if (known.status < 500) return;
  log({
    level: 'error',
    event: 'request_failed',
    request_id: request.id,
    route: `${request.method} ${request.routeOptions.url ?? ''}`,
    code: known.code,
    error: describe(error),
  });
}

/** Answers with the problem of any thrown value, and logs what is a fault of ours. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: HttpLog): FastifyReply {
  logFault(error, request, log);
  const known = studioErrorOf(error);
  const { retry_after_s: retryAfterS } = known.extra;
  if (typeof retryAfterS === 'number') reply.header('retry-after', String(retryAfterS));
  if (known.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(known.status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemOf(known, request.id)));
}

const FASTIFY_CODES: Record<string, [ErrorCode, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'body_too_large',
    'The body is larger than 1 MiB, or than 16 MiB where a pack may stand in it.',
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', 'The body must be application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['bad_request', 'Content-Length does not match the body.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed_json', 'The body is empty.'],
  FST_ERR_BAD_URL: ['bad_request', 'The path is not well-formed.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not_found', 'Nothing has this id.'],
};

/** SQLSTATEs of a character that no text of the database may hold. */
const UNSTORABLE = /^(22021|22P05)$/;
const STORE_FAULTS: Record<StoreFault, string> = {
  disk_full: 'The database’s disk is full. Free some and try again.',
  database_unavailable: 'The database does not answer.',
};

/** Looks along the causes, because drivers and the ORM wrap what the database said. */
export function studioErrorOf(error: unknown): StudioError {
  for (let at = error; at instanceof Error; at = at.cause as Error) {
    if (at instanceof StudioError) return at;
    const { code, statusCode } = at as FastifyError;
    const known = FASTIFY_CODES[code];
    if (known) return new StudioError(known[0], known[1], { cause: error });
    if (UNSTORABLE.test(code ?? ''))
      return new StudioError('forbidden_text', 'A text holds a character that the database cannot store.', {
        cause: error,
      });
    const fault = storeFaultOf(at);
    if (fault !== null) return new StudioError(fault, STORE_FAULTS[fault], { cause: error });
    if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
      return new StudioError('bad_request', at.message, { cause: error });
    }
  }
  return new StudioError('internal', 'A fault of ours.', { cause: error });
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
