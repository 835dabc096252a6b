/** Reads a request body as JSON, or says exactly what is wrong with it. */
import { isUtf8 } from 'node:buffer';
import { StudioError } from '@sacred-qa/contracts/errors';

export const MAX_BODY_BYTES = 1024 * 1024;
/** Where a pack may stand in it: ten thousand cases take about 4 MiB. */
export const MAX_PACK_BODY_BYTES = 16 * 1024 * 1024;
export const MAX_DEPTH_JSON = 64;

/** Throws `wrong_encoding`, `malformed_json`, `too_deep` or `forbidden_text`. */
export function parseJsonBody(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new StudioError('wrong_encoding', 'The body is not valid UTF-8.');
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw new StudioError('malformed_json', 'The body is empty.');
  // Before it is parsed: a deep text is refused without being built.
  if (nestsDeeper(text, MAX_DEPTH_JSON)) {
    throw new StudioError('too_deep', `The JSON is nested more than ${MAX_DEPTH_JSON} levels deep.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StudioError('malformed_json', `The body is not JSON: ${(error as Error).message}.`, { cause: error });
  }
  // NUL and half surrogates can only come in as \u escapes: UTF-8 has no halves, and JSON allows no raw NUL.
  if (text.includes('\\u')) assertStorable(value, '');
  return value;
}

function nestsDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === BACKSLASH) i += 1;
      else if (unit === QUOTE) inString = false;
    } else if (unit === QUOTE) inString = true;
    else if (unit === OPEN_BRACKET || unit === OPEN_BRACE) {
      depth += 1;
      if (depth > limit) return true;
    } else if (unit === CLOSE_BRACKET || unit === CLOSE_BRACE) depth -= 1;
  }
  return false;
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** The value is at most 64 levels deep here, so recursion ends. */
function assertStorable(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (isStorable(value)) return;
    const what = value.includes('\0') ? 'a NUL character' : 'half of a surrogate pair';
    const detail = `The text at ${pointer || '/'} holds ${what}.`;
    throw new StudioError('forbidden_text', detail, { errors: [{ pointer, detail }] });
  }
  if (value === null || typeof value !== 'object') return;
  for (const [key, member] of Object.entries(value)) {
    if (!isStorable(key)) throw new StudioError('forbidden_text', `A field name at ${pointer || '/'} is not storable.`);
    assertStorable(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}
