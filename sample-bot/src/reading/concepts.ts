/**
 * Owns finding ideas in a message: a concept is heard when one of its words stands there, in any language.
 * An entry may be several words; `*` leaves the end of a word open, as Indian languages put their endings there.
 */
import { CIVIC } from '../lexicon/civic.ts';
import { HELP } from '../lexicon/help.ts';
import { MONEY } from '../lexicon/money.ts';
import { SAFETY } from '../lexicon/safety.ts';
import { SERVICE } from '../lexicon/service.ts';
import { TALK } from '../lexicon/talk.ts';
import { fold, soundKey, wordsOf } from './fold.ts';

/** Words in English and in the Indian scripts, then Indian words in Latin letters, matched by their sound. */
export type WordList = readonly [words: string, romanised?: string];

const CONCEPTS = { ...TALK, ...SAFETY, ...MONEY, ...CIVIC, ...SERVICE, ...HELP } satisfies Record<string, WordList>;

export type Concept = keyof typeof CONCEPTS;

interface Piece {
  text: string;
  open: boolean;
}

interface Entry {
  concept: Concept;
  rest: Piece[];
}

interface Index {
  whole: Map<string, Entry[]>;
  open: Map<string, Entry[]>;
}

/** Long words of languages that put case endings on their nouns. */
const TAKES_ENDINGS =
  /^[\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}]{5,}$/u;

function addTo(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else entries.push(entry);
}

function index(column: 0 | 1, keyOf: (word: string) => string): Index {
  const built: Index = { whole: new Map(), open: new Map() };
  for (const [concept, list] of Object.entries(CONCEPTS) as [Concept, WordList][]) {
    for (const source of (list[column] ?? '').split(',')) {
      const pieces = source
        .trim()
        .split(' ')
        .filter((piece) => piece !== '')
        .map((piece) => ({ text: keyOf(wordsOf(fold(piece)).join('')), open: piece.endsWith('*') }));
      const last = pieces.at(-1);
      if (last !== undefined && TAKES_ENDINGS.test(last.text)) last.open = true;
      const [first, ...rest] = pieces;
      if (first !== undefined) addTo(first.open ? built.open : built.whole, first.text, { concept, rest });
    }
  }
  return built;
}

const WRITTEN = index(0, (word) => word);
const ROMANISED = index(1, soundKey);

/** No stem of the lexicon is longer; a word without end must not cost the square of its length. */
const LONGEST_STEM = 24;

const fits = (word: string | undefined, piece: Piece): boolean =>
  word !== undefined && (piece.open ? word.startsWith(piece.text) : word === piece.text);

function hearIn(words: readonly string[], built: Index, heard: Set<Concept>): void {
  words.forEach((word, at) => {
    const hear = (entry: Entry) => {
      if (entry.rest.every((piece, offset) => fits(words[at + 1 + offset], piece))) heard.add(entry.concept);
    };
    built.whole.get(word)?.forEach(hear);
    for (let length = 1; length <= Math.min(word.length, LONGEST_STEM); length += 1)
      built.open.get(word.slice(0, length))?.forEach(hear);
  });
}

/** All concepts of a message. Romanised words count only where the message is not plain English. */
export function conceptsIn(folded: string, isEnglish: boolean): ReadonlySet<Concept> {
  const words = wordsOf(folded);
  const heard = new Set<Concept>();
  hearIn(words, WRITTEN, heard);
  if (!isEnglish)
    hearIn(
      words.map((word) => (/[a-z]/.test(word) ? soundKey(word) : word)),
      ROMANISED,
      heard,
    );
  return heard;
}
