/**
 * Asks a target over HTTP. Owns the total time of a question, the session of each conversation and the reading of its
 * reply.
 */
import type { HttpStep } from '@sacred-qa/contracts/http-target';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { createCookieJar } from './cookies.ts';
import { type Conversation, type Dialect, parseReply } from './dialect.ts';
import { createHttpDialect, filledHeaders, requestOf } from './http.ts';
import { chatRequest, createOpenaiDialect, modelNamesOf, modelsRequest } from './openai.ts';
import { type FailedAsk, failed } from './outcomes.ts';
import { excerptOf, headerOf, limitHeaders, storable } from './reply-text.ts';
import { readSecrets, type Secrets, secretHeaders } from './request-headers.ts';
import { createSender } from './sender.ts';
import { takeValues } from './take.ts';
import type { Asker, AskerDeps } from './target.ts';
import type { Filling } from './templates.ts';

/** A run has at most a few dozen conversations at a time; more than this were left without their end. */
const MAX_CONVERSATIONS = 1_000;

type WireSpec = Extract<TargetSpec, { kind: 'openai' | 'http' }>;

export function createWireAsker(deps: AskerDeps, spec: WireSpec, scope: ScopeRecord, secrets: Secrets): Asker {
  const known = readSecrets(spec, secrets);
  const { send, close } = createSender(deps, spec, scope, known);
  const dialect: Dialect = spec.kind === 'openai' ? createOpenaiDialect(spec) : createHttpDialect(spec, known.valueOf);
  const conversations = new Map<string, Conversation>();

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
    const limits = limitHeaders(reply.headers);
    return {
      kind: 'answered',
      text,
      latencyMs,
      ...(reply.firstTokenMs === undefined ? {} : { firstTokenMs: reply.firstTokenMs }),
      status,
      ...(reading.model === undefined ? {} : { model: reading.model }),
      ...(reading.usage === undefined ? {} : { usage: reading.usage }),
      ...(allNotes.length === 0 ? {} : { notes: allNotes }),
      ...(Object.keys(limits).length === 0 ? {} : { limits }),
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
    close,
  };
}
