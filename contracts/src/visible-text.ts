/** Makes characters seen that would otherwise act unseen: they turn a line round, or carry a hidden message. Pure. */

/**
 * Controls, format characters and invisible fillers, but for those that Indian languages are written with: joiners,
 * the marks of direction (which bind nothing beyond their neighbours) and the number signs of Arabic script.
 */
const HIDDEN =
  /(?:(?![\n\t\u200c-\u200f\u061c\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2])(?:[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|[\u{e0100}-\u{e01ef}]))+/gu;

/** No letter of any Indian script carries as many; more of them only climb over the lines above. */
const HEAPED_MARKS = /(\p{M}{5})(\p{M}+)/gu;

const EMPTY_LINES = /\n(?:[^\S\n]*\n){3,}/g;

/** Most texts; none of the below occurs in them. */
const PLAIN = /^[\x20-\x7e]*$/;

const NAMED = 4;

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Names hidden characters as `[U+202E]`, says how many marks or empty lines were heaped up instead of drawing them,
 * and puts U+FFFD for half of a surrogate pair.
 */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(HIDDEN, (run) => {
      const characters = [...run];
      const names = characters.slice(0, NAMED).map((character) => `[${nameOf(character)}]`);
      const more = characters.length - NAMED;
      return names.join('') + (more > 0 ? `[and ${more} more hidden characters]` : '');
    })
    .replace(EMPTY_LINES, (lines) => `\n[${lines.split('\n').length - 2} empty lines]\n`)
    .replace(HEAPED_MARKS, (_, kept: string, heap: string) => `${kept}[and ${[...heap].length} more marks]`);
}
