/** A tagged template in which every value is text unless it was made here. Knows nothing of reports. */
import { visible } from '@sacred-qa/contracts/visible-text';

// A symbol cannot come out of JSON: nothing that was stored or received can pass for markup.
const MARKUP = Symbol('markup');

export interface Html {
  readonly [MARKUP]: string;
}

type Value = string | number | Html | readonly Html[] | null;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand between tags and in quoted attributes; hidden and half characters become visible. */
const escaped = (text: string): string => visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value.map((part) => part[MARKUP]).join('');
  return value[MARKUP];
}

const isList = (value: Html | readonly Html[]): value is readonly Html[] => Array.isArray(value);

/** Null writes nothing; lists are written one after another. */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = literals.map((literal, i) => literal + (i < values.length ? written(values[i] ?? null) : ''));
  return { [MARKUP]: parts.join('') };
}

/** Markup of our own making that no template wrote, such as a style sheet. Never for text from outside. */
export const trusted = (markup: string): Html => ({ [MARKUP]: markup });

export const markupOf = (part: Html): string => part[MARKUP];
