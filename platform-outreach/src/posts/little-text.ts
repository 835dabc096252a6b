/**
 * LinkedIn's own text format ("little text"): what is markup there is escaped, or the post is cut at that sign without
 * an error. Pure. Source: LinkedIn's Posts API, "little text format".
 */

const RESERVED = /[\\|{}@[\]()<>#*_~]/g;
/** Letters and digits with at least one letter, not within a word. “#1” is no tag. */
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_#&/])#((?=[\p{N}]*\p{L})[\p{L}\p{M}\p{N}]+)/gu;

/** Nobody says in which unit LinkedIn counts, nor whether escapes count. */
export const POST_LIMIT = 3000;

/** As the API takes it: hashtags stay hashtags, every other sign is shown as it is written. */
export function littleText(text: string): string {
  let written = '';
  let from = 0;
  for (const found of text.matchAll(HASHTAG)) {
    written += `${escapeReserved(text.slice(from, found.index))}{hashtag|\\#|${found[1]}}`;
    from = found.index + found[0].length;
  }
  return written + escapeReserved(text.slice(from));
}

/** What a reader sees of it: the way back, for posts that the API hands out. */
export const shownText = (little: string): string =>
  little.replace(
    /\{hashtag\|\\?[#＃]\|([^}]*)\}|\\([\s\S])/g,
    (_, tag: string | undefined, sign: string | undefined) => (tag === undefined ? (sign ?? '') : `#${shownText(tag)}`),
  );

/**
 * How long a post is by the strictest count: UTF-16 units of the escaped text. Code points, graphemes and the text
 * without escapes are never more.
 */
export const postLength = (text: string): number => littleText(text).length;

const escapeReserved = (text: string): string => text.replace(RESERVED, (sign) => `\\${sign}`);
