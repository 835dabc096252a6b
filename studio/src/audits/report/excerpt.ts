/** Cuts long texts for print, never inside a character, and keeps the piece that matters. Pure. */

export type Piece =
  | { kind: 'text' | 'quoted'; text: string }
  /** `characters` as a reader counts them: grapheme clusters. */
  | { kind: 'left_out'; characters: number };

export interface Room {
  characters: number;
  lines: number;
}

const CONTEXT = 200;
/** A cluster may be endless (marks, conjuncts, joined emoji); past this it is cut like anything else. */
const UNITS_PER_CHARACTER = 8;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The text in pieces that say together all of it: as much of its beginning as `room` holds, and the first place where
 * `quote` occurs, with what stands around it. An empty quote, or one that does not occur, marks nothing.
 */
export function excerptOf(given: string, quote: string, room: Room): Piece[] {
  const text = withPlainBreaks(given);
  const place = placeOf(text, withPlainBreaks(quote));
  const head = endOfRoom(text, 0, room);
  if (place === null) return piecesOf(text, [[0, head]], null);
  if (place.end <= head) return piecesOf(text, [[0, head]], place);
  const half = { characters: Math.ceil(room.characters / 2), lines: Math.ceil(room.lines / 2) };
  const shownEnd = Math.min(place.end, endOfRoom(text, place.start, half));
  const before = clusterStart(text, place.start - CONTEXT);
  const around = { characters: CONTEXT, lines: half.lines };
  const shown: [number, number] = [before, endOfRoom(text, shownEnd, around)];
  return piecesOf(text, joined([[0, endOfRoom(text, 0, half)], shown]), { start: place.start, end: shownEnd });
}

interface Span {
  start: number;
  end: number;
}

const withPlainBreaks = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n');

/** Widened to whole clusters: a mark that began inside one would tear the letter apart. */
function placeOf(text: string, quote: string): Span | null {
  const found = quote.trim() === '' ? -1 : text.indexOf(quote);
  if (found === -1) return null;
  const last = segmenter.segment(text).containing(found + quote.length - 1);
  return { start: clusterStart(text, found), end: last === undefined ? text.length : last.index + last.segment.length };
}

function clusterStart(text: string, at: number): number {
  return at <= 0 ? 0 : (segmenter.segment(text).containing(at)?.index ?? text.length);
}

/** Where the room ends that begins at `from`: a boundary between clusters, or between code points of an endless one. */
function endOfRoom(text: string, from: number, room: Room): number {
  // A cluster is a unit at least: what is shorter than the room need not be counted.
  if (text.length - from <= room.characters && text.slice(from).split('\n', room.lines + 1).length <= room.lines) {
    return text.length;
  }
  const farthest = from + room.characters * UNITS_PER_CHARACTER;
  let characters = 0;
  let lines = 1;
  for (const { segment, index } of segmenter.segment(text.slice(from, farthest))) {
    if (characters === room.characters || lines > room.lines) return from + index;
    characters += 1;
    if (segment.includes('\n')) lines += 1;
  }
  if (farthest >= text.length) return text.length;
  const splitsPair = text.charCodeAt(farthest) >>> 10 === 0xdc00 >>> 10;
  return splitsPair ? farthest - 1 : farthest;
}

function joined(spans: readonly [number, number][]): [number, number][] {
  const [first = [0, 0], second = [0, 0]] = spans;
  return second[0] <= first[1] ? [[0, Math.max(first[1], second[1])]] : [first, second];
}

function piecesOf(text: string, spans: readonly [number, number][], place: Span | null): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start > at) pieces.push(leftOut(text.slice(at, start)));
    pieces.push(...markedIn(text, start, end, place));
    at = end;
  }
  if (at < text.length) pieces.push(leftOut(text.slice(at)));
  return pieces;
}

function markedIn(text: string, start: number, end: number, place: Span | null): Piece[] {
  if (place === null || place.start >= end || place.end <= start) return nonEmpty('text', text.slice(start, end));
  const from = Math.max(place.start, start);
  const to = Math.min(place.end, end);
  return [
    ...nonEmpty('text', text.slice(start, from)),
    ...nonEmpty('quoted', text.slice(from, to)),
    ...nonEmpty('text', text.slice(to, end)),
  ];
}

const nonEmpty = (kind: 'text' | 'quoted', text: string): Piece[] => (text === '' ? [] : [{ kind, text }]);

function leftOut(text: string): Piece {
  let characters = 0;
  for (const _ of segmenter.segment(text)) characters += 1;
  return { kind: 'left_out', characters };
}
