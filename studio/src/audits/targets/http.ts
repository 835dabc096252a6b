/** The dialect of any HTTP chat: a request template filled with the question, a pointer to the answer. */
import type { TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { type Dialect, looksLikeHtml, noAnswer, notJson, parseReply } from './dialect.ts';
import { valueAt } from './json-pointer.ts';

export type HttpSpec = Extract<TargetSpec, { kind: 'http' }>;
type Json = NonNullable<HttpSpec['body']> | null;

interface Filling {
  text: string;
  conversationId: string;
  messages: readonly Message[];
}

const PLACEHOLDER = /\{\{\s*(text|conversation_id)\s*\}\}/g;
const MESSAGES = /^\s*\{\{\s*messages\s*\}\}\s*$/;

export function createHttpDialect(spec: HttpSpec): Dialect {
  const reads = spec.response_path === '' ? 'text' : 'json';
  return {
    reads,
    question(messages, conversationId) {
      const text = messages.findLast((message) => message.role === 'user')?.text ?? '';
      const filling = { text, conversationId, messages };
      return {
        method: spec.method,
        url: fillQuery(new URL(spec.url), filling),
        headers: {
          accept: reads === 'json' ? 'application/json' : 'text/plain, */*;q=0.5',
          ...(spec.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(spec.body === undefined ? {} : { body: JSON.stringify(fillTemplate(spec.body, filling)) }),
      };
    },
    answer(reply) {
      if (reads === 'text') return looksLikeHtml(reply) ? notJson(reply) : { kind: 'answer', text: reply };
      const parsed = parseReply(reply);
      if (parsed.kind !== 'json') return parsed;
      const value = valueAt(parsed.value, spec.response_path);
      if (typeof value === 'string') return { kind: 'answer', text: value };
      if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'answer', text: String(value) };
      return noAnswer(`${value === undefined ? 'Nothing' : 'No text'} stands at ${spec.response_path}.`);
    },
  };
}

/** A template is a JSON value, so what is put in is escaped by construction. Filled once: a question cannot hold a placeholder. */
export function fillTemplate(template: Json, filling: Filling): unknown {
  if (typeof template === 'string') {
    if (MESSAGES.test(template)) return filling.messages.map(({ role, text }) => ({ role, content: text }));
    return fillString(template, filling);
  }
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, filling));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillTemplate(value, filling)]));
}

/** A GET has no body, so its question stands in a query field: ?q={{text}} */
function fillQuery(url: URL, filling: Filling): URL {
  for (const [name, value] of [...url.searchParams]) {
    const filled = fillString(value, filling);
    if (filled !== value) url.searchParams.set(name, filled);
  }
  return url;
}

function fillString(template: string, filling: Filling): string {
  return template.replace(PLACEHOLDER, (_all, name) => (name === 'text' ? filling.text : filling.conversationId));
}
