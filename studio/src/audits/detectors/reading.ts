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

/** What was read lately: each sample of a case, and each repeat, comes with the same questions. */
const readLately = new Map<string, Reading>();
const MOST_READINGS = 256;
/** Longer texts are read anew, so that what is kept stays small. */
const LONGEST_KEPT = 2_000;

export function readText(original: string): Reading {
  const known = readLately.get(original);
  if (known !== undefined) return known;
  const reading = isPlain(original) ? readPlain(original) : readClusters(original);
  if (original.length > LONGEST_KEPT) return reading;
  if (readLately.size >= MOST_READINGS) readLately.clear();
  readLately.set(original, reading);
  return reading;
}

/** ASCII without a sign that may be emphasis: it is folded already, and every place is its own. */
const isPlain = (text: string): boolean => !/[*_`\u0080-\uffff]/.test(text);

function readPlain(original: string): Reading {
  const { length } = original;
  return {
    original,
    text: original,
    quote: (start, end) => original.slice(start < 0 ? length : start, end < 1 || end > length ? length : end).trim(),
  };
}

/** The folds of clusters that were met: a language has some thousands, and a text the same few again and again. */
const foldedClusters = new Map<string, string>();
const MOST_CLUSTERS = 10_000;

function foldCluster(cluster: string): string {
  const known = foldedClusters.get(cluster);
  if (known !== undefined) return known;
  const folded = foldLetters(cluster);
  if (foldedClusters.size >= MOST_CLUSTERS) foldedClusters.clear();
  foldedClusters.set(cluster, folded);
  return folded;
}

function readClusters(original: string): Reading {
  const emphasis = emphasisPlaces(original);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const cluster of original.matchAll(/[^\p{M}][\p{M}\u200c\u200d]*|[\p{M}\u200c\u200d]+/gsu)) {
    if (emphasis.has(cluster.index)) continue;
    const folded = foldCluster(cluster[0]);
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
