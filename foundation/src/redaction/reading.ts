/**
 * A text as the finders read it: digits of every script, full-width letters, dashes and spaces written in ASCII,
 * invisible characters left out, each character knowing where it stood in the original.
 */
import type { IdentifierType, Stretch } from './identifier.ts';
import { IDENTIFIER_TYPES } from './identifier.ts';

export interface Reading {
  text: string;
  /** Words that stand over the text, such as the key of a JSON value; they label it as words before a number would. */
  heading: string;
  /** Where each character of `text` begins and ends in the original; null when the two are the same. */
  places: { starts: number[]; ends: number[] } | null;
}

const LEFT_OUT = 1;
const SPACE = 0x20;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const AT = 0x40;
const MINUS_SIGN = 0x2212;

const IS_READ_OTHERWISE = /^(?:\p{Nd}|\p{Cf}|\p{Pd}|\p{Zs}|\p{Variation_Selector}|\u20e3|[\u2212\uff01-\uff5e])$/u;
/** Chinese, Korean, surrogates and private use lie between, where nothing is read otherwise. */
const RANGES_TO_LOOK_AT = [
  { from: 0x80, to: 0x3100 },
  { from: 0xa600, to: 0xac00 },
  { from: 0xfe00, to: 0x10000 },
];

/** For each UTF-16 unit: 0 when it is read as it stands, LEFT_OUT, or the ASCII code it is read as. */
const READ_AS = new Uint8Array(0x10000);
for (const { from, to } of RANGES_TO_LOOK_AT) {
  let digitsBefore = 0;
  for (let code = from; code < to; code += 1) {
    const character = String.fromCharCode(code);
    const isRead = IS_READ_OTHERWISE.test(character);
    // Unicode keeps every set of decimal digits as ten in a row, so a digit's value is its place in the row.
    if (isRead && /\p{Nd}/u.test(character)) READ_AS[code] = ZERO + (digitsBefore++ % 10);
    else digitsBefore = 0;
    if (!isRead || digitsBefore > 0) continue;
    if (code > 0xff00 && code < 0xff5f) READ_AS[code] = code - 0xfee0;
    else if (code === MINUS_SIGN || /\p{Pd}/u.test(character)) READ_AS[code] = HYPHEN;
    else READ_AS[code] = /\p{Zs}/u.test(character) ? SPACE : LEFT_OUT;
  }
}

/** Digits outside the first plane (Chakma, mathematical bold and others); null for all else. */
function astralDigit(codePoint: number): number | null {
  const isDigit = (point: number) => /^\p{Nd}$/u.test(String.fromCodePoint(point));
  if (!isDigit(codePoint)) return null;
  let below = 0;
  while (isDigit(codePoint - below - 1)) below += 1;
  return below % 10;
}

/** Emoji are by far the most usual characters beyond the first plane, and their two lead units hold no digit. */
const isAstralLead = (code: number) => code >= 0xd800 && code < 0xdc00 && code !== 0xd83c && code !== 0xd83d;

/** `BARB0VJPARK`: the code of a bank branch may hold no digit but its 0, so that four capitals before one are enough. */
const FOUR_CAPITALS = /[A-Z]{4}$/;
const isCapital = (code: number) => code > AT && code <= 0x5a;

/** The cheap test before any work: an @, four digits of whatever script, or the beginning of a branch code. */
export function mayHoldIdentifier(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i += 1) {
    let code = text.charCodeAt(i);
    if (code >= 0x80) {
      if (isAstralLead(code) && astralDigit(text.codePointAt(i) ?? 0) !== null) code = ZERO;
      else code = READ_AS[code] ?? 0;
    }
    if (code === AT) return true;
    if (code < ZERO || code > NINE) continue;
    if (++digits === 4) return true;
    const mayBeBranch = code === ZERO && isCapital(text.charCodeAt(i - 1));
    if (mayBeBranch && FOUR_CAPITALS.test(text.slice(Math.max(0, i - 4), i))) return true;
  }
  return false;
}

function isReadOtherwise(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x80 && (READ_AS[code] !== 0 || isAstralLead(code))) return true;
  }
  return false;
}

export function read(text: string, heading: string): Reading {
  if (!isReadOtherwise(text)) return { text, heading, places: null };
  let read = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const readAs = READ_AS[code] ?? 0;
    const digit = isAstralLead(code) ? astralDigit(text.codePointAt(i) ?? 0) : null;
    const units = digit === null ? 1 : 2;
    if (readAs !== LEFT_OUT) {
      read += digit === null ? String.fromCharCode(readAs || code) : String(digit);
      starts.push(i);
      ends.push(i + units);
    }
    i += units - 1;
  }
  return { text: read, heading, places: { starts, ends } };
}

/** Where a stretch of the reading stands in the original. */
export function originalStretch({ places }: Reading, { start, end }: Stretch): Stretch {
  if (places === null) return { start, end };
  return { start: places.starts[start] ?? 0, end: places.ends[end - 1] ?? 0 };
}

/** An invisible character stood before this one in the original: two words that only seem to touch. */
export function isParted({ places }: Reading, index: number): boolean {
  return places !== null && index > 0 && places.starts[index] !== places.ends[index - 1];
}

/** No Latin letter or digit touches the stretch. Letters of other scripts may: endings are written onto numbers. */
export function standsAlone(reading: Reading, { start, end }: Stretch): boolean {
  const { text } = reading;
  const touchesBefore = start > 0 && /[A-Za-z0-9]/.test(text.charAt(start - 1)) && !isParted(reading, start);
  const touchesAfter = /[A-Za-z0-9]/.test(text.charAt(end)) && !isParted(reading, end);
  return !touchesBefore && !touchesAfter;
}

/** Private-use characters stand in for what was found, one a type, so that neighbours can still tell what it was. */
export const placeholder = (type: IdentifierType | 'own_id') =>
  String.fromCharCode(0xe000 + (type === 'own_id' ? IDENTIFIER_TYPES.length : IDENTIFIER_TYPES.indexOf(type)));

export const PLACEHOLDERS = new RegExp(`[${placeholder('aadhaar')}-${placeholder('own_id')}]`, 'g');

/** The same reading with the stretches blotted out, length unchanged. */
export function hide(reading: Reading, stretches: readonly Stretch[], type: IdentifierType | 'own_id'): Reading {
  if (stretches.length === 0) return reading;
  let text = '';
  let from = 0;
  for (const { start, end } of stretches) {
    text += reading.text.slice(from, start) + placeholder(type).repeat(end - start);
    from = end;
  }
  return { ...reading, text: text + reading.text.slice(from) };
}
