/**
 * Asks a target over HTTP. Owns the total time of a question, the session of each conversation and the reading of its
 * reply.
 */
import type { HttpStep } from '@sacred-qa/contracts/http-target';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { createAddressGuard } from './address-guard.ts';
import { createCookieJar } from './cookies.ts';
import { type Conversation, type Dialect, parseReply } from './dialect.ts';
import { type Travelled, travel } from './hops.ts';
import { createHttpDialect, filledHeaders, requestOf } from './http.ts';
import { chatRequest, createOpenaiDialect, modelNamesOf, modelsRequest } from './openai.ts';
import {
  CANCELLED,
  type FailedAsk,
  type Failure,
  failed,
  failureOfError,
  failureOfStatus,
  OUT_OF_TIME,
} from './outcomes.ts';
import { decodeReply, excerptOf, headerOf, MAX_REPLY_BYTES, storable, unpack } from './reply-text.ts';
import { readSecrets, type Secrets, secretHeaders } from './request-headers.ts';
import { takeValues } from './take.ts';
import type { Asker, AskerDeps } from './target.ts';
import type { Filling } from './templates.ts';
import { createDispatcher, type WireHeaders, type WireRequest } from './wire.ts';

interface Reply {
  kind: 'reply';
  status: number;
  headers: WireHeaders;
  text: string;
  latencyMs: number;
  firstTokenMs?: number;
  notes: string[];
}

/** A run has at most a few dozen conversations at a time; more than this were left without their end. */
const MAX_CONVERSATIONS = 1_000;

type WireSpec = Extract<TargetSpec, { kind: 'openai' | 'http' }>;

export function createWireAsker(deps: AskerDeps, spec: WireSpec, scope: ScopeRecord, secrets: Secrets): Asker {
  const guard = createAddressGuard(deps, spec, scope);
  const dispatcher = (deps.dispatcherFactory ?? createDispatcher)(guard.lookup);
  const known = readSecrets(spec, secrets);
  const dialect: Dialect = spec.kind === 'openai' ? createOpenaiDialect(spec) : createHttpDialect(spec, known.valueOf);
  const conversations = new Map<string, Conversation>();

  const withoutSecrets = (text: string): string =>
    known.toMask.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), text);

  interface Sending {
    reads: Dialect['reads'];
    own: Readonly<Record<string, string>>;
    cookies?: Conversation['cookies'];
    watch?: Dialect['watch'];
    signal?: AbortSignal | undefined;
  }

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

  function conversationOf(id: string): Conversation {
    const conversation = conversations.get(id) ?? newConversation(id);
    conversations.delete(id);
    conversations.set(id, conversation);
    const [oldest] = conversations.keys();
    if (conversations.size > MAX_CONVERSATIONS && oldest !== undefined) conversations.delete(oldest);
    return conversation;
  }

  function newConversation(id: string): Conversation {
    // What replies give is empty until the first of them: a session that the target has yet to name.
    const names = spec.kind === 'http' ? Object.keys(spec.take ?? {}) : [];
    return { id, cookies: createCookieJar(), values: new Map(names.map((name) => [name, null])), isOpen: false };
  }

  const fillingOf = ({ id, values }: Conversation): Filling => ({
    text: '',
    conversationId: id,
    messages: [],
    values,
    env: known.valueOf,
  });

  function ownHeaders(conversation: Conversation, step?: HttpStep): Record<string, string> {
    if (spec.kind === 'openai') {
      return spec.key_env === undefined ? {} : { authorization: `Bearer ${known.valueOf(spec.key_env)}` };
    }
    const { headers, headers_env } = step ?? spec;
    return { ...filledHeaders(headers, fillingOf(conversation)), ...secretHeaders(headers_env, known) };
  }

  /** Makes the requests that open the conversation; null when it is open. */
  async function open(conversation: Conversation, signal?: AbortSignal): Promise<FailedAsk | null> {
    if (conversation.isOpen || spec.kind !== 'http') return null;
    for (const [index, step] of (spec.session ?? []).entries()) {
      const name = `Session request ${index + 1} (${step.method} ${new URL(step.url).host})`;
      const request = requestOf(step, fillingOf(conversation), 'application/json, text/html;q=0.9, */*;q=0.5');
      const { cookies } = conversation;
      const own = ownHeaders(conversation, step);
      const reply = await send({ ...request, likeABrowser: true }, { reads: 'text', own, cookies, signal });
      if (reply.kind === 'failed') return { ...reply, detail: `${name}: ${reply.detail}` };
      const { found, missing } = takeValues(step.take ?? {}, reply, cookies);
      for (const [key, value] of found) conversation.values.set(key, value);
      if (missing.length > 0) {
        const detail = `${name} gave no ${missing.join(', ')}: ${excerptOf(reply.text)}`;
        return failed({ code: 'session_failed', detail, status: reply.status }, 0);
      }
    }
    conversation.isOpen = true;
    return null;
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

  const ask: Asker['ask'] = async (messages, { conversationId, signal }) => {
    const conversation = conversationOf(conversationId);
    const shut = await open(conversation, signal);
    if (shut) return shut;
    const reply = await send(dialect.question(messages, conversation), {
      ...{ reads: dialect.reads, own: ownHeaders(conversation), cookies: conversation.cookies, signal },
      ...(dialect.watch ? { watch: dialect.watch } : {}),
    });
    if (reply.kind === 'failed') return reply;
    if (spec.kind === 'http' && spec.take) {
      for (const [key, value] of takeValues(spec.take, reply, conversation.cookies).found) {
        conversation.values.set(key, value);
      }
    }
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
  };

  async function listModels(signal?: AbortSignal): ReturnType<Asker['listModels']> {
    if (spec.kind !== 'openai') return { kind: 'listed', models: [] };
    const reply = await send(modelsRequest(spec), { reads: 'json', own: ownHeaders(newConversation('')), signal });
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
    const reply = await send(chatRequest(spec, messages, true), {
      ...{ reads: 'text', own: ownHeaders(newConversation('')), signal },
    });
    if (reply.kind === 'failed') return reply;
    const isEventStream = /^text\/event-stream\b/i.test(headerOf(reply.headers, 'content-type'));
    return { kind: 'tried', streams: isEventStream && /^data:/m.test(reply.text) };
  }

  return {
    ...{ ask, listModels, streams },
    endConversation: async (id) => void conversations.delete(id),
    close: () => dispatcher.destroy(),
  };
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
