/**
 * Takes personal identifiers out of what is stored: each is replaced by a mark of its type, such as `[aadhaar]`.
 * It errs, where it must, to the side of the person: a number in the form of an identifier goes unless words around it
 * say that it is something else.
 */
import { findAadhaar } from './aadhaar.ts';
import { findBankAccounts } from './bank-account.ts';
import { apart, NUMBER_FORM } from './digit-groups.ts';
import { findDrivingLicences, LICENCE_FORM } from './driving-licence.ts';
import { findEmails } from './email.ts';
import { findGstins, GSTIN_FORM } from './gstin.ts';
import { type IdentifierSpan, type IdentifierType, MARK, markOf, type Stretch } from './identifier.ts';
import { findIfscs, IFSC_FORM } from './ifsc.ts';
import { labelsOf } from './labels.ts';
import { hideOwnIds, isOwnId } from './own-ids.ts';
import { findPans, PAN_FORM } from './pan.ts';
import { findPassports, PASSPORT_FORM } from './passport.ts';
import { findPhones } from './phone.ts';
import { hide, mayHoldIdentifier, originalStretch, type Reading, read } from './reading.ts';
import { findUpiIds } from './upi.ts';
import { EPIC_FORM, FIRST_EPIC_FORM, findVoterIds } from './voter-id.ts';

export interface Redaction {
  text: string;
  /** What was replaced, in UTF-16 units of the input, in order, apart from one another. */
  spans: IdentifierSpan[];
}

interface Finder {
  type: IdentifierType;
  find: (reading: Reading) => Stretch[];
}

/** In order of certainty: what one finds is hidden from those after it. A group is asked only where a form of it shows. */
const FINDERS: readonly { form: RegExp; finders: readonly Finder[] }[] = [
  {
    form: /@/,
    finders: [
      { type: 'email', find: findEmails },
      { type: 'upi', find: findUpiIds },
    ],
  },
  {
    form: anyOf(GSTIN_FORM, LICENCE_FORM, PAN_FORM, IFSC_FORM, EPIC_FORM, FIRST_EPIC_FORM, PASSPORT_FORM),
    finders: [
      { type: 'gstin', find: findGstins },
      { type: 'driving_licence', find: findDrivingLicences },
      { type: 'pan', find: findPans },
      { type: 'ifsc', find: findIfscs },
      { type: 'voter_id', find: findVoterIds },
      { type: 'passport', find: findPassports },
    ],
  },
  {
    form: NUMBER_FORM,
    finders: [
      { type: 'aadhaar', find: findAadhaar },
      { type: 'phone', find: findPhones },
      { type: 'bank_account', find: findBankAccounts },
    ],
  },
];

/** Deeper than any body the API takes; what lies below stays as it is rather than overflow the stack. */
const DEEPEST = 200;
/** The least number of nine digits; no identifier is shorter. */
const SMALLEST_NUMBER = 100_000_000;
/** A sentence has labels of its own; its key says nothing of the numbers in it. */
const WORDS = /\p{L}\s|\s\p{L}/u;
/** Keys that hold what a person wrote, though as words in a text they would announce a reference number. */
const VAGUE_KEY =
  /^(?:request|event|session|record|error|job|row|log|case|code|item|product|part|model|order|ref|token)s?$/i;

/**
 * A JSON-like value with the identifiers in its strings and keys replaced, and so are numbers that are one (a mark in
 * place of the number). Keys label their values as words do: `{"account_no": "123456789"}`. The same reference comes
 * back for every part in which nothing changed.
 */
export function redact(value: unknown): unknown {
  return redactBelow(value, '', 0);
}

/** Redacting the result again changes nothing. Never throws. */
export function redactText(text: string): Redaction {
  return redactUnder(text, '');
}

/**
 * A piece of a text, redacted as it stands there: the words around it say what its numbers are. It is then a piece of
 * the redacted text. A piece that does not occur in the text is redacted by itself.
 */
export function redactQuote(whole: string, quote: string): string {
  const start = whole.indexOf(quote);
  if (quote === '' || start < 0) return redactText(quote).text;
  const end = start + quote.length;
  const touched = redactText(whole).spans.filter((span) => span.start < end && span.end > start);
  const first = Math.min(start, touched[0]?.start ?? start);
  const last = Math.max(end, touched.at(-1)?.end ?? end);
  const within = touched.map((span) => ({ ...span, start: span.start - first, end: span.end - first }));
  return written(whole.slice(first, last), within);
}

function redactBelow(value: unknown, heading: string, depth: number): unknown {
  if (typeof value === 'string') return redactString(value, heading);
  if (typeof value === 'number') return redactNumber(value, heading);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return redactArray(value, heading, depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null
    ? redactObject(value as Record<string, unknown>, depth)
    : value;
}

/** Where the last word of a sentence was an identifier, the key labels what is left. */
function redactString(value: string, heading: string): string {
  const { text } = redactUnder(value, WORDS.test(value) ? '' : heading);
  return text === value ? value : redactString(text, heading);
}

function redactArray(array: readonly unknown[], heading: string, depth: number): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (let i = 0; i < array.length; i += 1) {
    const redacted = redactBelow(array[i], heading, depth + 1);
    if (redacted === array[i]) continue;
    copy ??= [...array];
    copy[i] = redacted;
  }
  return copy ?? array;
}

function redactObject(object: Record<string, unknown>, depth: number): object {
  let entries: [string, unknown][] | null = null;
  const keys = Object.keys(object);
  for (const [i, key] of keys.entries()) {
    const item = object[key];
    const redactedKey = redactUnder(key, '').text;
    const labelsNothing = redactedKey !== key || MARK.test(key) || VAGUE_KEY.test(key);
    const redactedItem = redactBelow(item, labelsNothing ? '' : key, depth + 1);
    if (redactedItem !== item || redactedKey !== key) {
      entries ??= keys.slice(0, i).map((earlier) => [earlier, object[earlier]]);
    }
    entries?.push([redactedKey, redactedItem]);
  }
  return entries === null ? object : Object.fromEntries(withKeysApart(entries));
}

/** Two telephone numbers as keys must not become one entry. */
function withKeysApart(entries: readonly [string, unknown][]): [string, unknown][] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return entries.map(([key, item]) => {
    let count = counts.get(key) ?? 1;
    let free = key;
    while (taken.has(free)) free = `${key} ${++count}`;
    counts.set(key, count);
    taken.add(free);
    return [free, item];
  });
}

/** A bare number is taken for an Aadhaar by its check digit; for a phone or an account only when its key says so. */
function redactNumber(value: number, heading: string): unknown {
  if (value < SMALLEST_NUMBER || !Number.isSafeInteger(value)) return value;
  const digits = String(value);
  const { text, spans } = redactUnder(digits, heading);
  if (spans[0]?.type !== 'phone') return spans.length === 0 ? value : text;
  const { named } = labelsOf(read(digits, heading), { start: 0, end: digits.length });
  return named === 'phone' ? text : value;
}

function redactUnder(text: string, heading: string): Redaction {
  if (!mayHoldIdentifier(text) || isOwnId(text)) return { text, spans: [] };
  let spans = identifiersIn(text, heading);
  let redacted = written(text, spans);
  // A mark may change how its neighbours read. What shows only now is taken too, so that nothing is left for next time.
  for (let more = spans; more.length > 0; ) {
    more = identifiersIn(redacted, heading);
    spans = merged(spans, more);
    redacted = written(text, spans);
  }
  return { text: redacted, spans };
}

function anyOf(...forms: readonly RegExp[]): RegExp {
  return new RegExp(forms.map((form) => form.source).join('|'), 'i');
}

function identifiersIn(text: string, heading: string): IdentifierSpan[] {
  let reading = read(text, heading);
  const shown = FINDERS.filter(({ form }) => form.test(reading.text));
  if (shown.length === 0) return [];
  reading = hideOwnIds(reading);
  const spans: IdentifierSpan[] = [];
  for (const { finders } of shown) {
    for (const { type, find } of finders) {
      const found = apart(find(reading));
      for (const stretch of found) spans.push({ ...originalStretch(reading, stretch), type });
      reading = hide(reading, found, type);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function written(text: string, spans: readonly IdentifierSpan[]): string {
  let out = '';
  let from = 0;
  for (const { start, end, type } of spans) {
    out += text.slice(from, start) + markOf(type);
    from = end;
  }
  return out + text.slice(from);
}

/** `later` were found in the text as written with `earlier`; gives all in places of the text before. */
function merged(earlier: readonly IdentifierSpan[], later: readonly IdentifierSpan[]): IdentifierSpan[] {
  if (later.length === 0) return [...earlier];
  const toOriginal = (place: number) => {
    let moved = place;
    for (const { start, end, type } of earlier) if (moved > start) moved += end - start - markOf(type).length;
    return moved;
  };
  const moved = later.map(({ start, end, type }) => ({ start: toOriginal(start), end: toOriginal(end), type }));
  return [...earlier, ...moved].sort((a, b) => a.start - b.start);
}
