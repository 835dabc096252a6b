/** Sends one request and follows at most three redirects, each through the address check. */
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Dispatcher } from 'undici';
import type { AddressGuard } from './address-guard.ts';
import type { CookieJar } from './cookies.ts';
import { type Failure, failureOfError } from './outcomes.ts';
import { headerOf, MAX_REPLY_BYTES } from './reply-text.ts';
import { type Exchange, exchange, type StreamWatch, type WireRequest } from './wire.ts';

const MAX_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const BASE_HEADERS = { 'user-agent': 'sacred-qa-studio', 'accept-encoding': 'identity' };

export interface Travelled {
  /** The exchange that ended the way; its `status` is there. Or why none did. */
  end: { kind: 'reply'; exchange: Exchange; status: number } | { kind: 'failure'; failure: Failure };
  /** From the first request written to the last byte of the last reply. */
  latencyMs: number;
  /** From the first request written to the first piece of a streamed answer. */
  firstTokenMs?: number;
  notes: string[];
}

/**
 * `own` headers (keys, and what the user set) go to the origin of `request` only; a redirect elsewhere drops them for
 * good. A redirect keeps method and body, but for 303, which asks for a GET.
 */
export async function travel(
  deps: { dispatcher: Dispatcher; clock: Clock; guard: AddressGuard; cookies?: CookieJar | undefined },
  request: WireRequest,
  own: Readonly<Record<string, string>>,
  limits: { signal: AbortSignal; timeoutMs: number; watch?: (() => StreamWatch) | undefined },
): Promise<Travelled> {
  const plainHeaders = { ...BASE_HEADERS, ...request.headers };
  const notes: string[] = [];
  let hop: WireRequest = { ...request, headers: { ...plainHeaders, ...own } };
  let startedAtMs: number | undefined;
  let latencyMs = 0;
  const fail = (failure: Failure): Travelled => ({ end: { kind: 'failure', failure }, latencyMs, notes });

  for (let redirects = 0; ; redirects += 1) {
    const refusal = deps.guard.checkUrl(hop.url);
    if (refusal) return fail({ code: 'scope_refused', detail: refusal.detail });
    const done = await exchange(deps, withCookies(hop, deps.cookies), {
      maxBytes: MAX_REPLY_BYTES,
      signal: limits.signal,
      watch: limits.watch?.(),
    });
    deps.cookies?.store(hop.url, done.headers);
    startedAtMs ??= done.startedAtMs;
    latencyMs = Math.max(0, done.endedAtMs - startedAtMs);
    if (done.status === undefined) {
      const error = done.end.kind === 'error' ? done.end.error : new Error('the reply has no status');
      return fail(failureOfError(error, limits.timeoutMs));
    }
    const { status } = done;
    const location = headerOf(done.headers, 'location');
    if (!REDIRECTS.has(status) || location === '' || done.end.kind === 'error') {
      const firstTokenMs = done.begunAtMs === undefined ? undefined : Math.max(0, done.begunAtMs - startedAtMs);
      const pieces = firstTokenMs === undefined ? {} : { firstTokenMs };
      return { end: { kind: 'reply', exchange: done, status }, latencyMs, ...pieces, notes };
    }
    const to = URL.parse(location, hop.url);
    if (to === null) return fail({ code: 'http_error', detail: `HTTP ${status} to an unreadable address.`, status });
    notes.push(`Redirected (HTTP ${status}) to ${to.origin}${to.pathname}.`);
    if (redirects === MAX_REDIRECTS) {
      return fail({ code: 'http_error', detail: `More than ${MAX_REDIRECTS} redirects.`, status });
    }
    if (hop.holdsSecret && to.origin !== hop.url.origin) {
      const detail = `A redirect to ${to.origin} was not followed: the request holds a secret.`;
      return fail({ code: 'scope_refused', detail, status });
    }
    hop = nextHop(hop, to, status, plainHeaders);
  }
}

function withCookies(hop: WireRequest, jar: CookieJar | undefined): WireRequest {
  const kept = jar?.header(hop.url) ?? '';
  if (kept === '') return hop;
  const { cookie } = hop.headers;
  return { ...hop, headers: { ...hop.headers, cookie: cookie === undefined ? kept : `${cookie}; ${kept}` } };
}

function nextHop(hop: WireRequest, to: URL, status: number, plainHeaders: Record<string, string>): WireRequest {
  const headers = to.origin === hop.url.origin ? hop.headers : plainHeaders;
  const becomesGet = status === 303 || (hop.likeABrowser === true && hop.method === 'POST' && status < 303);
  if (!becomesGet) return { ...hop, url: to, headers };
  const { 'content-type': _unused, ...bodyless } = headers;
  return { method: 'GET', url: to, headers: bodyless };
}
