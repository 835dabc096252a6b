/** The dialect of any HTTP chat: a request template filled with the question, a pointer to the answer. */
import type { HttpStep } from '@sacred-qa/contracts/http-target';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { type Dialect, looksLikeHtml, noAnswer, notJson, parseReply } from './dialect.ts';
import { valueAt } from './json-pointer.ts';
import { type Filling, fillTemplate, fillText, fillUrl, holdsSecret } from './templates.ts';
import type { WireRequest } from './wire.ts';

export type HttpSpec = Extract<TargetSpec, { kind: 'http' }>;

export function createHttpDialect(spec: HttpSpec, env: Filling['env'] = () => ''): Dialect {
  const reads = spec.response_path === '' ? 'text' : 'json';
  return {
    reads,
    question(messages, { id, values }) {
      const text = messages.findLast((message) => message.role === 'user')?.text ?? '';
      const shape = { message: spec.message, roleNames: spec.role_names };
      const accept = reads === 'json' ? 'application/json' : 'text/plain, */*;q=0.5';
      return requestOf(spec, { text, conversationId: id, messages, values, env, ...shape }, accept);
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

/** A request as its template says, filled; its secret headers come later, for they go to the typed origin only. */
export function requestOf(step: HttpStep, filling: Filling, accept: string): WireRequest {
  const hasBody = step.body !== undefined && step.method !== 'GET';
  const body = hasBody ? fillTemplate(step.body ?? null, filling) : undefined;
  const asForm = step.body_as === 'form';
  const type = asForm ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    method: step.method,
    url: fillUrl(step.url, filling),
    headers: { accept, ...(hasBody ? { 'content-type': type } : {}) },
    ...(hasBody ? { body: asForm ? formOf(body) : JSON.stringify(body) } : {}),
    ...(holdsSecret([step.url, step.body]) ? { holdsSecret: true } : {}),
  };
}

export const filledHeaders = (headers: HttpStep['headers'], filling: Filling): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), fillText(value, filling)]));

function formOf(body: unknown): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(Object(body))) {
    fields.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return fields.toString();
}
