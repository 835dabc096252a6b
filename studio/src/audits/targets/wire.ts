/** One HTTP exchange: bytes out, bytes in, with a limit and a way to stop. Knows nothing of questions or answers. */
import type { Clock } from '@sacred-qa/foundation/clock';
import { Agent, type Dispatcher } from 'undici';
import type { AddressGuard } from './address-guard.ts';

const CONNECT_TIMEOUT_MS = 10_000;

export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: URL;
  headers: Record<string, string>;
  body?: string;
  /** Body or address hold a secret: a redirect must not carry them to another origin. */
  holdsSecret?: boolean;
  /** A redirect of a POST becomes a GET, as in a browser after a form. */
  likeABrowser?: boolean;
}

export type WireHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Looks at the pieces of a reply as they arrive. */
export interface StreamWatch {
  /** `begun` once the answer has begun; `done` when nothing that matters will follow. */
  push(bytes: Uint8Array): { begun: boolean; done: boolean };
}

/** `bytes` is what arrived before the end, the limit or the error. Times are the clock's, in epoch milliseconds. */
export interface Exchange {
  startedAtMs: number;
  endedAtMs: number;
  /** When the watch saw the answer begin. */
  begunAtMs?: number;
  status?: number;
  headers: WireHeaders;
  bytes: Buffer;
  end: { kind: 'complete' } | { kind: 'over_limit' } | { kind: 'error'; error: unknown };
}

/** A keep-alive pool whose every connection passes the guard. The total time of an exchange is its signal's matter. */
export function createDispatcher(lookup: AddressGuard['lookup']): Dispatcher {
  return new Agent({
    connect: { lookup, timeout: CONNECT_TIMEOUT_MS },
    // One question a connection: on a shared one, a slow answer would stand in the latency of the others.
    allowH2: false,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/** Never rejects. An aborted signal ends it at once with the signal's reason as the error. */
export function exchange(
  deps: { dispatcher: Dispatcher; clock: Clock },
  request: WireRequest,
  limits: { maxBytes: number; signal: AbortSignal; watch?: StreamWatch | undefined },
): Promise<Exchange> {
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    let bodyEnded = false;
    let controller: Dispatcher.DispatchController | undefined;
    let startedAtMs = deps.clock.now();
    let begunAtMs: number | undefined;
    let status: number | undefined;
    let headers: WireHeaders = {};

    const finish = (end: Exchange['end']) => {
      if (settled) return;
      settled = true;
      limits.signal.removeEventListener('abort', onAbort);
      const endedAtMs = Math.max(startedAtMs, deps.clock.now());
      const bytes = Buffer.concat(chunks);
      const begun = begunAtMs === undefined ? {} : { begunAtMs };
      settle({ startedAtMs, endedAtMs, ...begun, ...(status === undefined ? {} : { status }), headers, bytes, end });
      if (end.kind !== 'complete' || !bodyEnded) controller?.abort(new Error('stopped'));
    };
    const onAbort = () => finish({ kind: 'error', error: limits.signal.reason });
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        if (settled) started.abort(new Error('stopped'));
        startedAtMs = deps.clock.now();
      },
      onResponseStart(_controller, statusCode, responseHeaders) {
        if (statusCode < 200) return;
        status = statusCode;
        headers = responseHeaders;
      },
      onResponseData(_controller, chunk) {
        const room = limits.maxBytes - size;
        chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
        size += chunk.length;
        if (size > limits.maxBytes) return finish({ kind: 'over_limit' });
        const seen = limits.watch?.push(chunk);
        if (seen?.begun) begunAtMs ??= deps.clock.now();
        // Some servers keep the connection open after the end mark of a stream.
        if (seen?.done) finish({ kind: 'complete' });
      },
      onResponseEnd() {
        bodyEnded = true;
        finish({ kind: 'complete' });
      },
      onResponseError: (_controller, error) => finish({ kind: 'error', error }),
    };

    if (limits.signal.aborted) return onAbort();
    limits.signal.addEventListener('abort', onAbort, { once: true });
    try {
      deps.dispatcher.dispatch(
        {
          origin: request.url.origin,
          path: request.url.pathname + request.url.search,
          method: request.method,
          headers: request.headers,
          body: request.body ?? null,
        },
        handler,
      );
    } catch (error) {
      finish({ kind: 'error', error });
    }
  });
}
