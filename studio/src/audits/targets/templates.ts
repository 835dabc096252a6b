/** Fills the places of a request template. A template is a JSON value, so what is put in is escaped by construction. */
import type { Message } from '@sacred-qa/contracts/text';
import type { HttpSpec } from './http.ts';

type Json = NonNullable<HttpSpec['body']> | null;

export interface Filling {
  /** The user's turn. */
  text: string;
  conversationId: string;
  messages: readonly Message[];
  /** What earlier replies of this conversation gave, by the name it was taken under. */
  values: ReadonlyMap<string, unknown>;
  /** The value of an environment variable that the target names. */
  env: (name: string) => string;
  message?: Json | undefined;
  roleNames?: HttpSpec['role_names'];
}

const PLACEHOLDER = /\{\{\s*(env:)?([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g;
const ALONE = /^\s*\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}\s*$/;

/** Filled once: what is put in cannot hold a placeholder. A brace that names nothing we know is left as it stands. */
export function fillTemplate(template: Json, filling: Filling): unknown {
  if (typeof template === 'string') return fillLeaf(template, filling);
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, filling));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillTemplate(value, filling)]));
}

function fillLeaf(template: string, filling: Filling): unknown {
  const name = ALONE.exec(template)?.[1];
  if (name === 'messages') return turnsOf(filling.messages, filling);
  if (name === 'history') return turnsOf(filling.messages.slice(0, -1), filling);
  // A session that the target has not named yet is null, as it is in the product's own first request.
  if (name !== undefined && filling.values.has(name)) return filling.values.get(name) ?? null;
  return fillText(template, filling);
}

function turnsOf(messages: readonly Message[], { message, roleNames }: Filling): unknown[] {
  return messages.map(({ role, text }) => {
    const name = roleNames?.[role] ?? role;
    return message === undefined ? { role: name, content: text } : fillTurn(message, name, text);
  });
}

function fillTurn(template: Json, role: string, content: string): unknown {
  if (typeof template === 'string') {
    return template.replace(PLACEHOLDER, (all, _env, name) =>
      name === 'role' ? role : name === 'content' ? content : all,
    );
  }
  if (Array.isArray(template)) return template.map((item) => fillTurn(item, role, content));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillTurn(value, role, content)]));
}

export function fillText(template: string, filling: Filling): string {
  return template.replace(PLACEHOLDER, (all, env, name) => {
    if (env !== undefined) return filling.env(name);
    if (name === 'text') return filling.text;
    if (name === 'conversation_id') return filling.conversationId;
    return filling.values.has(name) ? textOfValue(filling.values.get(name)) : all;
  });
}

const textOfValue = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** A placeholder in the path becomes one segment; in the query, the value of its field. */
export function fillUrl(template: string, filling: Filling): URL {
  const url = new URL(template);
  const path = url.pathname.replace(/%7B%7B((?:(?!%7D).)*)%7D%7D/gi, (all, inner) => {
    const place = `{{${decodeURIComponent(inner)}}}`;
    const filled = fillText(place, filling);
    return filled === place ? all : encodeURIComponent(filled);
  });
  if (path !== url.pathname) url.pathname = path;
  for (const [name, value] of [...url.searchParams]) {
    const filled = fillText(value, filling);
    if (filled !== value) url.searchParams.set(name, filled);
  }
  return url;
}

const ENV_PLACE = /(?:\{|%7B){2}\s*env:/i;

/** Whether a secret stands in it, once it is filled. */
export const holdsSecret = (template: unknown): boolean => ENV_PLACE.test(JSON.stringify(template ?? null));
