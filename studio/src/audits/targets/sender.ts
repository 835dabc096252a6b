/** Sends one request of a target within its time and reads the reply: what every kind that speaks HTTP stands on. */
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import { createAddressGuard } from './address-guard.ts';
import type { Conversation, Dialect } from './dialect.ts';
import { type Travelled, travel } from './hops.ts';
import {
  CANCELLED,
  type FailedAsk,
  type Failure,
  failed,
  failureOfError,
  failureOfStatus,
  OUT_OF_TIME,
} from './outcomes.ts';
import { decodeReply, foreignType, MAX_REPLY_BYTES, unpack } from './reply-text.ts';
import type { KnownSecrets } from './request-headers.ts';
import type { AskerDeps } from './target.ts';
import { createDispatcher, type WireHeaders, type WireRequest } from './wire.ts';

export interface Reply {
  kind: 'reply';
  status: number;
  headers: WireHeaders;
  text: string;
  latencyMs: number;
  firstTokenMs?: number;
  notes: string[];
}

export interface Sending {
  reads: Dialect['reads'];
  own: Readonly<Record<string, string>>;
  cookies?: Conversation['cookies'];
  watch?: Dialect['watch'];
  signal?: AbortSignal | undefined;
}

export interface Sender {
  send(request: WireRequest, sending: Sending): Promise<Reply | FailedAsk>;
  close(): Promise<void>;
}

export function createSender(deps: AskerDeps, spec: TargetSpec, scope: ScopeRecord, known: KnownSecrets): Sender {
  const guard = createAddressGuard(deps, spec, scope);
  const dispatcher = (deps.dispatcherFactory ?? createDispatcher)(guard.lookup);

  const withoutSecrets = (text: string): string =>
    known.toMask.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), text);

  async function send(request: WireRequest, sending: Sending): Promise<Reply | FailedAsk> {
    if (known.problem !== undefined) return failed({ code: 'unauthorised', detail: known.problem }, 0);
    const timeoutMs = spec.timeout_ms;
    const deadline = startDeadline(timeoutMs, sending.signal);
    try {
      const travelled = await travel({ ...deps, dispatcher, guard, cookies: sending.cookies }, request, sending.own, {
        signal: deadline.signal,
        timeoutMs,
        watch: sending.watch,
      });
      return await replyOf(travelled, sending.reads);
    } finally {
      deadline.clear();
    }
  }

  async function replyOf(travelled: Travelled, reads: Dialect['reads']): Promise<Reply | FailedAsk> {
    const { end, latencyMs, firstTokenMs, notes } = travelled;
    const fail = (failure: Failure) =>
      failed({ ...failure, detail: withoutSecrets([failure.detail, ...notes].join(' ')) }, latencyMs);
    if (end.kind === 'failure') return fail(end.failure);
    const { exchange, status } = end;
    if (exchange.end.kind === 'error' && exchange.end.error === CANCELLED) {
      return fail(failureOfError(CANCELLED, spec.timeout_ms, status));
    }
    const unpacked = await unpack(exchange.bytes, exchange.headers);
    const bytes = unpacked.kind === 'bytes' ? unpacked.bytes : Buffer.alloc(0);
    const decoded = decodeReply(bytes, exchange.headers, reads);
    const text = withoutSecrets(decoded.text);
    if (text !== decoded.text) notes.push('The reply repeated a secret; it was replaced by [secret].');
    // A refusal is told by its status, even when the page that explains it breaks off.
    const refusal = failureOfStatus({ status, headers: exchange.headers, text }, deps.clock.now());
    if (refusal) return fail(refusal);
    if (exchange.end.kind === 'error') return fail(failureOfError(exchange.end.error, spec.timeout_ms, status));
    if (exchange.end.kind === 'over_limit' || unpacked.kind === 'too_large') {
      return fail({ code: 'answer_too_large', detail: `The reply is larger than ${MAX_REPLY_BYTES} bytes.`, status });
    }
    const foreign = reads === 'text' ? foreignType(exchange.headers) : undefined;
    if (foreign !== undefined) return fail({ code: 'wrong_content_type', detail: `The reply is ${foreign}.`, status });
    if (unpacked.kind === 'broken') return fail({ code: 'not_json', detail: unpacked.detail, status });
    notes.push(...decoded.notes);
    const pieces = firstTokenMs === undefined ? {} : { firstTokenMs };
    return { kind: 'reply', status, headers: exchange.headers, text, latencyMs, ...pieces, notes };
  }

  return { send, close: () => dispatcher.destroy() };
}

/** Ends the question when its time is over or when it is taken back, whichever comes first. */
function startDeadline(timeoutMs: number, signal?: AbortSignal): { signal: AbortSignal; clear: () => void } {
  const deadline = new AbortController();
  const cancel = () => deadline.abort(CANCELLED);
  const timer = setTimeout(() => deadline.abort(OUT_OF_TIME), timeoutMs);
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();
  return {
    signal: deadline.signal,
    clear() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    },
  };
}
