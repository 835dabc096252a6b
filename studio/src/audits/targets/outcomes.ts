/** Names what went wrong with a question, so that no trouble on the way is ever read as a fault of the product. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { AskOutcome, TargetErrorCode } from '@sacred-qa/contracts/target';
import { excerptOf, headerOf } from './reply-text.ts';
import type { WireHeaders } from './wire.ts';

/** An outcome with what a reader of the evidence should know about it: redirects followed, characters replaced. */
export type Asked = AskOutcome & {
  notes?: readonly string[];
  /** What the reply's headers said of limits, by header. */
  limits?: Readonly<Record<string, string>>;
};
export type FailedAsk = Extract<AskOutcome, { kind: 'failed' }>;

export interface Failure {
  code: TargetErrorCode;
  detail: string;
  status?: number;
  retryAfterS?: number;
}

/** The reasons with which an ask is ended from our side. */
export const CANCELLED = Symbol('cancelled');
export const OUT_OF_TIME = Symbol('out of time');

const MAX_RETRY_AFTER_S = 3600;

export function failed(failure: Failure, latencyMs: number): FailedAsk {
  return { kind: 'failed', ...failure, latencyMs };
}

/** Retry-After as seconds or HTTP date (RFC 9110), held between 0 and 3600; undefined when it cannot be read. */
export function retryAfterSeconds(value: string, nowMs: number): number | undefined {
  const text = value.trim();
  if (text === '') return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (httpDate(text) - nowMs) / 1000;
  if (Number.isNaN(seconds)) return undefined;
  return Math.min(MAX_RETRY_AFTER_S, Math.max(0, Math.ceil(seconds)));
}

/** Each of the three forms of RFC 9110 begins with a day's name; the oldest leaves out that it is GMT. */
function httpDate(text: string): number {
  if (!/^[A-Z][a-z]{2}/.test(text)) return Number.NaN;
  return Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
}

/** Null for a status that carries an answer (2xx). */
export function failureOfStatus(
  reply: { status: number; headers: WireHeaders; text: string },
  nowMs: number,
): Failure | null {
  const { status, headers } = reply;
  if (status >= 200 && status < 300) return null;
  const excerpt = excerptOf(reply.text);
  const detail = excerpt === '' ? `HTTP ${status}` : `HTTP ${status}: ${excerpt}`;
  const retryAfter = headerOf(headers, 'retry-after');
  if (status === 429 || (status === 503 && retryAfter !== '')) {
    const retryAfterS = retryAfterSeconds(retryAfter, nowMs);
    return { code: 'rate_limited', detail, status, ...(retryAfterS === undefined ? {} : { retryAfterS }) };
  }
  return { code: status === 401 || status === 403 ? 'unauthorised' : 'http_error', detail, status };
}

/** What a fault of the connection means. `status` is there when the reply had begun. */
export function failureOfError(error: unknown, timeoutMs: number, status?: number): Failure {
  const begun = status === undefined ? {} : { status };
  if (error === CANCELLED) return { code: 'cancelled', detail: 'The question was taken back.', ...begun };
  if (error === OUT_OF_TIME) return { code: 'timed_out', detail: `No whole answer within ${timeoutMs} ms.`, ...begun };
  if (error instanceof StudioError && error.code === 'scope_refused') {
    return { code: 'scope_refused', detail: error.message };
  }
  const code = codeOf(error);
  const why = excerptOf(error instanceof Error ? error.message : String(error));
  if (code === 'UND_ERR_CLOSED' || code === 'UND_ERR_DESTROYED') {
    return { code: 'cancelled', detail: 'The connection pool was closed.', ...begun };
  }
  // undici's parser errors come without a code.
  if ((error instanceof Error && error.name === 'HTTPParserError') || BROKEN_REPLY.has(code)) {
    return { code: 'http_error', detail: `The reply breaks HTTP: ${why || code}`, ...begun };
  }
  if (BAD_REQUEST.has(code)) {
    return { code: 'http_error', detail: `The request cannot be sent as the target is described: ${why}` };
  }
  const when = status === undefined ? 'No reply' : 'The connection broke within the reply';
  return { code: 'unreachable', detail: `${when}: ${why || code || 'the connection failed'}`, ...begun };
}

const BROKEN_REPLY = new Set(['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_HEADERS_OVERFLOW']);
const BAD_REQUEST = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH']);

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
