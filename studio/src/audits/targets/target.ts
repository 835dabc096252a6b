/**
 * Puts questions to a target and says what came of each. Owns the total time of a question and the reading of its
 * reply; never throws for anything that a target does.
 */
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Dispatcher } from 'undici';
import { type AddressGuard, createAddressGuard, type Lookup } from './address-guard.ts';
import { type Dialect, parseReply } from './dialect.ts';
import { type Travelled, travel } from './hops.ts';
import { createHttpDialect } from './http.ts';
import { chatRequest, createOpenaiDialect, modelNamesOf, modelsRequest } from './openai.ts';
import {
  type Asked,
  CANCELLED,
  type FailedAsk,
  type Failure,
  failed,
  failureOfError,
  failureOfStatus,
  OUT_OF_TIME,
} from './outcomes.ts';
import { decodeReply, excerptOf, headerOf, MAX_REPLY_BYTES, storable, unpack } from './reply-text.ts';
import { ownHeaders, type Secrets } from './request-headers.ts';
import { createDispatcher, type WireHeaders, type WireRequest } from './wire.ts';

export interface AskOptions {
  /** The same for all turns of one conversation, another for every other. */
  conversationId: string;
  signal?: AbortSignal;
}

export interface Asker {
  /** Puts the last turn of `messages`, with the turns before it as far as this kind of target can be told them. */
  ask(messages: readonly Message[], options: AskOptions): Promise<Asked>;
  /** The names that GET /models lists; none for a target of kind http, which has no such list. */
  listModels(signal?: AbortSignal): Promise<{ kind: 'listed'; models: string[] } | FailedAsk>;
  /** Asks for an answer piece by piece; a target of kind http cannot be asked so and is not. */
  streams(messages: readonly Message[], signal?: AbortSignal): Promise<{ kind: 'tried'; streams: boolean } | FailedAsk>;
  /** Ends what is under way as `cancelled` and frees every connection. */
  close(): Promise<void>;
}

export interface AskerDeps {
  lookup: Lookup;
  clock: Clock;
  /** The pool that carries the requests; every connection it opens must resolve names by this `lookup`. */
  dispatcherFactory?: (lookup: AddressGuard['lookup']) => Dispatcher;
}

interface Reply {
  kind: 'reply';
  status: number;
  headers: WireHeaders;
  text: string;
  latencyMs: number;
  firstTokenMs?: number;
  notes: string[];
}

export function createAsker(deps: AskerDeps, spec: TargetSpec, scope: ScopeRecord, secrets: Secrets): Asker {
  const guard = createAddressGuard(deps, spec, scope);
  const dispatcher = (deps.dispatcherFactory ?? createDispatcher)(guard.lookup);
  const own = ownHeaders(spec, secrets);
  const dialect: Dialect = spec.kind === 'openai' ? createOpenaiDialect(spec) : createHttpDialect(spec);

  const withoutSecrets = (text: string): string =>
    own.secrets.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), text);

  async function send(
    request: WireRequest,
    reads: Dialect['reads'],
    signal?: AbortSignal,
    watch?: Dialect['watch'],
  ): Promise<Reply | FailedAsk> {
    if (own.problem !== undefined) return failed({ code: 'unauthorised', detail: own.problem }, 0);
    const timeoutMs = spec.timeout_ms;
    const deadline = startDeadline(timeoutMs, signal);
    try {
      const travelled = await travel({ ...deps, dispatcher, guard }, request, own.headers, {
        signal: deadline.signal,
        timeoutMs,
        watch,
      });
      return await replyOf(travelled, reads);
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
    if (unpacked.kind === 'broken') return fail({ code: 'not_json', detail: unpacked.detail, status });
    notes.push(...decoded.notes);
    const pieces = firstTokenMs === undefined ? {} : { firstTokenMs };
    return { kind: 'reply', status, headers: exchange.headers, text, latencyMs, ...pieces, notes };
  }

  async function ask(messages: readonly Message[], options: AskOptions): Promise<Asked> {
    const question = dialect.question(messages, options.conversationId);
    const reply = await send(question, dialect.reads, options.signal, dialect.watch);
    if (reply.kind === 'failed') return reply;
    const { status, latencyMs } = reply;
    const reading = dialect.answer(reply.text);
    if (reading.kind === 'none') {
      const detail = [reading.detail, ...reply.notes].join(' ');
      return failed({ code: reading.code, detail, status }, latencyMs);
    }
    const { text, notes } = storable(reading.text);
    const allNotes = [...reply.notes, ...notes];
    return {
      kind: 'answered',
      text,
      latencyMs,
      ...(reply.firstTokenMs === undefined ? {} : { firstTokenMs: reply.firstTokenMs }),
      status,
      ...(reading.model === undefined ? {} : { model: reading.model }),
      ...(reading.usage === undefined ? {} : { usage: reading.usage }),
      ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    };
  }

  async function listModels(signal?: AbortSignal): ReturnType<Asker['listModels']> {
    if (spec.kind !== 'openai') return { kind: 'listed', models: [] };
    const reply = await send(modelsRequest(spec), 'json', signal);
    if (reply.kind === 'failed') return reply;
    const parsed = parseReply(reply.text);
    const { status, latencyMs } = reply;
    if (parsed.kind === 'none') return failed({ code: parsed.code, detail: parsed.detail, status }, latencyMs);
    const models = modelNamesOf(parsed.value);
    if (models) return { kind: 'listed', models };
    const detail = `The reply holds no list of models: ${excerptOf(reply.text)}`;
    return failed({ code: 'no_answer_at_path', detail, status }, latencyMs);
  }

  async function streams(messages: readonly Message[], signal?: AbortSignal): ReturnType<Asker['streams']> {
    if (spec.kind !== 'openai') return { kind: 'tried', streams: false };
    const reply = await send(chatRequest(spec, messages, true), 'text', signal);
    if (reply.kind === 'failed') return reply;
    const isEventStream = /^text\/event-stream\b/i.test(headerOf(reply.headers, 'content-type'));
    return { kind: 'tried', streams: isEventStream && /^data:/m.test(reply.text) };
  }

  return { ask, listModels, streams, close: () => dispatcher.destroy() };
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
