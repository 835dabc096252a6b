/** Lengths as a reader counts them, and the limits that a declaration keeps: server and console count alike. */

export const TEXT_GRAPHEMES = { min: 3, max: 5000 } as const;
export const CONTEXT_GRAPHEMES_MAX = 2000;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
// In printable ASCII every code unit is a grapheme; the segmenter costs a hundred times more.
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Graphemes as a reader counts them, but never counts far beyond `enough`. */
export function countGraphemes(text: string, enough: number): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) {
    count += 1;
    if (count > enough) break;
  }
  return count;
}
