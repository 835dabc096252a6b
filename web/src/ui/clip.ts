/** Cuts a text between graphemes, so that no cluster is torn. */
/** Made at the first cut: making one takes longer than a first view has, and few texts are too long. */
let segmenter: Intl.Segmenter | undefined;
/** No grapheme of a language is longer; a heap of marks may be cut. */
const LONGEST_GRAPHEME = 64;

export function clip(text: string, most: number): { shown: string; left: number } {
  if (text.length <= most) return { shown: text, left: 0 };
  const window = text.slice(most - LONGEST_GRAPHEME, most + LONGEST_GRAPHEME);
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const segment = segmenter.segment(window).containing(LONGEST_GRAPHEME);
  const end = segment === undefined || segment.index === 0 ? most : most - LONGEST_GRAPHEME + segment.index;
  return { shown: text.slice(0, end), left: text.length - end };
}
