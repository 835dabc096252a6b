/** Owns where a sentence and a clause begin and end, in any Indian script. */

export interface Stretch {
  start: number;
  end: number;
  text: string;
}

const SENTENCE_BREAK =
  /[!?;।॥\n]+|(?<!(?<!\p{L})(?:Rs|No(?=\.\s*\d)|Mr|Mrs|Ms|Dr|St|Smt|Shri|रु|vs|e\.g|i\.e|u\/s))\.(?=\s|$|["')\]])|\s[•–—]\s/giu;

const CLAUSE_BREAK =
  /(?<!\d),|,(?!\d)|(?<!\d):|:(?!\d)|[()[\]{}…|]|\s[-–—]\s|[—]|(?<![\p{L}\p{M}])(?:but|instead(?!\s+of)|however|rather(?!\s+than)|so|because|since|बल्कि|लेकिन|मगर|किंतु|परंतु|इसलिए|क्योंकि|balki|lekin|magar|কিন্তু|বরং|ஆனால்|కానీ|ಆದರೆ|എന്നാൽ|પરંતુ|પણ|ਪਰ|ਸਗੋਂ|କିନ୍ତୁ|بلکہ|لیکن|कारण|पण)(?![\p{L}\p{M}])/giu;

function splitAt(text: string, breaks: RegExp, offset: number): Stretch[] {
  const parts: Stretch[] = [];
  let start = 0;
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== '') {
      parts.push({ start: offset + start, end: offset + end, text: text.slice(start, end) });
    }
  };
  for (const found of text.matchAll(breaks)) {
    close(found.index);
    start = found.index + found[0].length;
  }
  close(text.length);
  return parts;
}

/** A rule looks at one place after another of the same answer: the last one split is kept, and no other. */
function remembering(split: (text: string) => readonly Stretch[]): (text: string) => readonly Stretch[] {
  let last: { text: string; parts: readonly Stretch[] } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, parts: split(text) };
    return last.parts;
  };
}

export const sentencesOf = remembering((text) => splitAt(text, SENTENCE_BREAK, 0));

export const clausesOf = remembering((text) =>
  sentencesOf(text).flatMap((sentence) => splitAt(sentence.text, CLAUSE_BREAK, sentence.start)),
);

/** Parts stand in order and apart, so the last that begins at or before a place is the only one that can hold it. */
function holding(parts: readonly Stretch[], text: string, start: number, end: number): Stretch {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle] as Stretch).start <= start) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part !== undefined && start < part.end ? part : { start, end, text: text.slice(start, end) };
}

export function sentenceAt(text: string, start: number, end: number): Stretch {
  return holding(sentencesOf(text), text, start, end);
}

export function clauseAt(text: string, start: number, end: number): Stretch {
  return holding(clausesOf(text), text, start, end);
}

const LIST_ITEM = /^\s*(?:[-*•–]|\d{1,2}[.)])\s/u;

/** True in a line that is an item of a list or a row of a table. */
export function isInListItem(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n')[0] ?? '';
  return LIST_ITEM.test(line) || /^\s*\|/u.test(line);
}

/** The line above the list that the place stands in, such as `Please tell us:`; null outside of lists. */
export function listHeadAt(text: string, at: number): string | null {
  if (!isInListItem(text, at)) return null;
  const above = text.slice(0, text.lastIndexOf('\n', at - 1) + 1).split('\n');
  return above.findLast((line) => line.trim() !== '' && !LIST_ITEM.test(line)) ?? null;
}
