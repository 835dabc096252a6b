/** What a kind of target has to say about itself: how a question is put, and where the answer stands in a reply. */
import type { AskOutcome, TargetErrorCode } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import type { CookieJar } from './cookies.ts';
import { valueAt } from './json-pointer.ts';
import { excerptOf } from './reply-text.ts';
import type { StreamWatch, WireRequest } from './wire.ts';

export type Usage = NonNullable<Extract<AskOutcome, { kind: 'answered' }>['usage']>;

export type Reading =
  | { kind: 'answer'; text: string; model?: string; usage?: Usage }
  | {
      kind: 'none';
      code: Extract<TargetErrorCode, 'not_json' | 'no_answer_at_path' | 'stream_broken' | 'rate_limited'>;
      detail: string;
    };

/** What is kept of one conversation between its turns. */
export interface Conversation {
  id: string;
  cookies: CookieJar;
  /** What replies gave, by the name it was taken under; null before it was there. */
  values: Map<string, unknown>;
  /** Whether the requests that open it were made. */
  isOpen: boolean;
}

export interface Dialect {
  reads: 'json' | 'text';
  /** Without the headers that hold secrets or were set by the user: those go to the typed origin only. */
  question(messages: readonly Message[], conversation: Pick<Conversation, 'id' | 'values'>): WireRequest;
  /** `reply` is the decoded text of a reply with a 2xx status. */
  answer(reply: string): Reading;
  /** Follows one streamed reply; without it a reply is read once it is whole. */
  watch?(): StreamWatch;
}

export type Parsed = { kind: 'json'; value: unknown } | Extract<Reading, { kind: 'none' }>;

export function parseReply(reply: string): Parsed {
  try {
    return { kind: 'json', value: JSON.parse(reply) };
  } catch {
    return notJson(reply);
  }
}

export function notJson(reply: string): Extract<Reading, { kind: 'none' }> {
  const start = excerptOf(reply);
  if (start === '') return { kind: 'none', code: 'not_json', detail: 'The reply is empty.' };
  const what = looksLikeHtml(reply) ? 'an HTML page' : 'not JSON';
  return { kind: 'none', code: 'not_json', detail: `The reply is ${what}: ${start}` };
}

export function looksLikeHtml(reply: string): boolean {
  return /^\s*(<!doctype html|<html)/i.test(reply.slice(0, 500));
}

export function noAnswer(detail: string): Extract<Reading, { kind: 'none' }> {
  return { kind: 'none', code: 'no_answer_at_path', detail };
}

const MAX_MODEL_NAME = 200;

export const modelNameOf = (text: string): string => excerptOf(text.slice(0, MAX_MODEL_NAME));

/** Content is a string, or parts of which those of type text hold the answer. */
export function textOfContent(content: unknown): string | undefined {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  const texts = content
    .map((part) => (typeof part === 'string' ? part : valueAt(part, '/text')))
    .filter((text) => typeof text === 'string');
  return texts.length === 0 ? undefined : texts.join('');
}

export function usageOf(usage: unknown): Usage | undefined {
  const prompt = valueAt(usage, '/prompt_tokens');
  const completion = valueAt(usage, '/completion_tokens');
  if (!isCount(prompt) || !isCount(completion)) return undefined;
  return { prompt_tokens: prompt, completion_tokens: completion };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
