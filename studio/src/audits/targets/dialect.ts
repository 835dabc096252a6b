/** What a kind of target has to say about itself: how a question is put, and where the answer stands in a reply. */
import type { AskOutcome, TargetErrorCode } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { excerptOf } from './reply-text.ts';
import type { WireRequest } from './wire.ts';

export type Usage = NonNullable<Extract<AskOutcome, { kind: 'answered' }>['usage']>;

export type Reading =
  | { kind: 'answer'; text: string; model?: string; usage?: Usage }
  | { kind: 'none'; code: Extract<TargetErrorCode, 'not_json' | 'no_answer_at_path'>; detail: string };

export interface Dialect {
  reads: 'json' | 'text';
  /** Without the headers that hold secrets or were set by the user: those go to the typed origin only. */
  question(messages: readonly Message[], conversationId: string): WireRequest;
  /** `reply` is the decoded text of a reply with a 2xx status. */
  answer(reply: string): Reading;
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
