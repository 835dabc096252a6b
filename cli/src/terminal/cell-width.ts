/** How many terminal cells a text takes, counted by grapheme, and cutting and padding to cells. Pure. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const NO_CELL = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
const TWO_CELLS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60]$/u;
const ASCII = /^[\x20-\x7e]*$/;
const EMOJI_SELECTOR = '\ufe0f';

/**
 * One grapheme: its letters and spacing vowel signs count, marks above and below do not. Terminals that join a
 * conjunct or an emoji sequence draw it in at most two cells, hence the cap.
 */
function graphemeCells(grapheme: string): number {
  if (grapheme.includes(EMOJI_SELECTOR)) return 2;
  let cells = 0;
  for (const character of grapheme) {
    if (NO_CELL.test(character)) continue;
    cells += TWO_CELLS.test(character) ? 2 : 1;
  }
  return Math.min(cells, 2);
}

export function cellsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let cells = 0;
  for (const { segment } of graphemes.segment(text)) cells += graphemeCells(segment);
  return cells;
}

/** The text in at most `cells` cells; a grapheme is never cut, and an ellipsis stands for what is gone. */
export function fitCells(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  if (cells <= 0) return '';
  let fitted = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const more = graphemeCells(segment);
    if (used + more > cells - 1) break;
    fitted += segment;
    used += more;
  }
  return `${fitted.trimEnd()}…`;
}

export function padCells(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, cells - cellsOf(text)));
  return align === 'left' ? `${text}${gap}` : `${gap}${text}`;
}

/** Breaks at spaces into lines of at most `cells`; a word that is longer stays whole on its line. */
export function wrapCells(text: string, cells: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && cellsOf(line) + 1 + cellsOf(word) > cells) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
