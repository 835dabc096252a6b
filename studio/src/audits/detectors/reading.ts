/**
 * Owns the way an answer is read: letters folded, digits as 0 to 9, Markdown emphasis gone, while every place
 * in the folded text still leads back to the verbatim answer, because evidence is always quoted verbatim.
 */
import { foldLetters } from './letters.ts';

export interface Reading {
  readonly original: string;
  /** The folded text; patterns of detectors run on it. */
  readonly text: string;
  /** The verbatim piece that the folded places `start` to `end` (exclusive) came from. */
  quote(start: number, end: number): string;
}

/** Emphasis is two stars or underscores, or one star at a letter; longer runs are masks, such as **** 2346. */
function emphasisPlaces(text: string): Set<number> {
  const places = new Set<number>();
  for (const run of text.matchAll(
    /(?<![*•#xX])\*\*(?!\*)|(?<!_)__(?!_)|`+|(?<!\*)\*(?=\p{L})|(?<=[\p{L}\p{M}.!?])\*(?!\*)/gu,
  )) {
    for (let index = 0; index < run[0].length; index += 1) places.add(run.index + index);
  }
  return places;
}

export function readText(original: string): Reading {
  const emphasis = emphasisPlaces(original);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const cluster of original.matchAll(/[^\p{M}][\p{M}\u200c\u200d]*|[\p{M}\u200c\u200d]+/gsu)) {
    if (emphasis.has(cluster.index)) continue;
    const folded = foldLetters(cluster[0]);
    for (let index = 0; index < folded.length; index += 1) {
      starts.push(cluster.index);
      ends.push(cluster.index + cluster[0].length);
    }
    text += folded;
  }
  return {
    original,
    text,
    quote(start, end) {
      return original.slice(starts[start] ?? original.length, ends[end - 1] ?? original.length).trim();
    },
  };
}
