/** Takes values out of a reply, for the requests that follow: from its JSON, its headers, its cookies, or its page. */
import type { HttpStep, ValueSource } from '@sacred-qa/contracts/http-target';
import type { CookieJar } from './cookies.ts';
import { valueAt } from './json-pointer.ts';
import { headerOf } from './reply-text.ts';
import type { WireHeaders } from './wire.ts';

export interface Taken {
  found: Map<string, unknown>;
  /** Each name that was not found, with the place where it should stand. */
  missing: string[];
}

export function takeValues(
  take: NonNullable<HttpStep['take']>,
  reply: { text: string; headers: WireHeaders },
  cookies: CookieJar,
): Taken {
  const found = new Map<string, unknown>();
  const missing: string[] = [];
  const json = jsonOf(reply.text);
  for (const [name, source] of Object.entries(take)) {
    const value = valueFrom(source, { ...reply, json, cookies });
    if (value === undefined || value === null || value === '') missing.push(`${name} (${placeOf(source)})`);
    else found.set(name, value);
  }
  return { found, missing };
}

function valueFrom(
  source: ValueSource,
  reply: { text: string; headers: WireHeaders; json: unknown; cookies: CookieJar },
): unknown {
  if (typeof source === 'string') return valueAt(reply.json, source);
  if ('cookie' in source) return decoded(reply.cookies.value(source.cookie));
  if ('header' in source) return headerOf(reply.headers, source.header.toLowerCase());
  if ('meta' in source) return attributeIn(reply.text, 'meta', source.meta, 'content');
  return attributeIn(reply.text, 'input', source.input, 'value');
}

function placeOf(source: ValueSource): string {
  if (typeof source === 'string') return `at ${source}`;
  const [[kind, name] = ['', '']] = Object.entries(source);
  return `${kind} ${name}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A token in a cookie is percent-encoded there, and is sent back decoded. */
function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return value;
  }
}

const ATTRIBUTE = /([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/g;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
};

/** The first tag of this kind whose name (or, for a meta tag, property) is the wanted one. */
function attributeIn(html: string, tag: string, name: string, attribute: string): string | undefined {
  for (const [, inside = ''] of html.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'gi'))) {
    const attributes = new Map(
      [...inside.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        value.replace(/^["']|["']$/g, '').replace(/&(#?\w+);/g, (all, entity) => ENTITIES[entity] ?? all),
      ]),
    );
    if (attributes.get('name') === name || attributes.get('property') === name) return attributes.get(attribute);
  }
  return undefined;
}
