/** From the bytes of a reply to text that a database and a terminal can hold. Nothing is changed without a note. */
import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { WireHeaders } from './wire.ts';

/** An answer above this is no chat answer; reading stops there. Counts bytes after decompression, too. */
export const MAX_REPLY_BYTES = 2 * 1024 * 1024;
const EXCERPT_GRAPHEMES = 200;

const DECOMPRESS = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

export type Unpacked = { kind: 'bytes'; bytes: Buffer } | { kind: 'too_large' } | { kind: 'broken'; detail: string };

/** We ask for `identity`, but some targets compress all the same. */
export async function unpack(bytes: Buffer, headers: WireHeaders): Promise<Unpacked> {
  const encoding = headerOf(headers, 'content-encoding').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return { kind: 'bytes', bytes };
  const decompress = DECOMPRESS.get(encoding);
  if (!decompress) return { kind: 'broken', detail: `The reply is packed as ${excerptOf(encoding)}.` };
  try {
    return { kind: 'bytes', bytes: await decompress(bytes, { maxOutputLength: MAX_REPLY_BYTES }) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return { kind: 'too_large' };
    return { kind: 'broken', detail: `The reply says it is packed as ${encoding}, but cannot be unpacked.` };
  }
}

export interface Decoded {
  text: string;
  notes: string[];
}

/** JSON is UTF-8 whatever its header says (RFC 8259); plain text may name its own encoding. */
export function decodeReply(bytes: Buffer, headers: WireHeaders, as: 'json' | 'text'): Decoded {
  const charset = as === 'text' ? charsetOf(headers) : 'utf-8';
  const decoder = decoderOf(charset);
  if (decoder === undefined || decoder.encoding === 'utf-8') {
    const text = new TextDecoder().decode(bytes);
    return { text, notes: isUtf8(bytes) ? [] : ['The reply held bytes that are not UTF-8; each was read as U+FFFD.'] };
  }
  return { text: decoder.decode(bytes), notes: [] };
}

/** NUL and half surrogate pairs cannot be stored as text; both become U+FFFD. */
export function storable(text: string): Decoded {
  if (text.isWellFormed() && !text.includes('\0')) return { text, notes: [] };
  return {
    text: text.toWellFormed().replaceAll('\0', '\uFFFD'),
    notes: ['The answer held NUL characters or half surrogate pairs; each was replaced by U+FFFD.'],
  };
}

/** Short words of ASCII with single spaces between them: nothing to cut, to fold or to take out. */
const isPlain = (text: string): boolean =>
  text.length <= EXCERPT_GRAPHEMES && /^[ -~]*$/.test(text) && !text.includes('  ');

/** At most 200 graphemes on one line, free of control characters, which could command a terminal. */
export function excerptOf(text: string): string {
  // Every reply brings a few of these: a content type, a model's name.
  if (isPlain(text)) return text.trim();
  // 4,000 units hold 200 graphemes of any script; a longer start would only cost time.
  const start = text
    .slice(0, 4_000)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, (run) => (/^[\u200c\u200d]+$/.test(run) ? run : ' '))
    .trim();
  let kept = '';
  let count = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(start)) {
    kept += segment;
    count += 1;
    if (count === EXCERPT_GRAPHEMES) break;
  }
  return kept;
}

export function headerOf(headers: WireHeaders, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** What a reply says it is, when that is no text at all: a picture, a file. JSON is known by being JSON. */
export function foreignType(headers: WireHeaders): string | undefined {
  const type = excerptOf(headerOf(headers, 'content-type').split(';')[0] ?? '');
  return /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)$/i.test(type) ? type : undefined;
}

const LIMIT_HEADER = /^(x-)?rate-?limit|^retry-after$/i;

/** The headers that tell a limit, as they stand. */
export const limitHeaders = (headers: WireHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.keys(headers)
      .filter((name) => LIMIT_HEADER.test(name))
      .map((name) => [name, excerptOf(headerOf(headers, name))]),
  );

function charsetOf(headers: WireHeaders): string {
  return /;\s*charset="?([^";\s]+)/i.exec(headerOf(headers, 'content-type'))?.[1] ?? 'utf-8';
}

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}
