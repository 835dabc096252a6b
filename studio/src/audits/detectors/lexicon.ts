/**
 * Owns word search that holds for Indian scripts. Neither \b nor \w knows a letter outside ASCII, so a word
 * ends where no letter, mark or digit follows. `~` at the end of an entry leaves the word's end open (case endings),
 * `~` at the start leaves its beginning open (suffixes), and one within it stands for any letters.
 */
import { eitherNasal } from './class-nasals.ts';
import { foldLetters } from './letters.ts';

const WORD_START = '(?<![\\p{L}\\p{M}\\p{Nd}])';
const FLAGS = 'giu';
const WORD_END = '(?![\\p{L}\\p{M}\\p{Nd}])';

const known = new Map<string, RegExp>();

/**
 * A pattern that is read when it is first used. There are hundreds of them, each takes most of a millisecond to read,
 * and a start needs none. Stands wherever a RegExp is handed to a string's own methods, which ask it by these symbols.
 */
class PatternOnDemand {
  readonly #list: string;
  #pattern: RegExp | undefined;

  constructor(list: string) {
    this.#list = list;
  }
  get #read(): RegExp {
    this.#pattern ??= new RegExp(eitherNasal(sourceOf(foldLetters(this.#list))), FLAGS);
    return this.#pattern;
  }
  get source(): string {
    return this.#read.source;
  }
  get flags(): string {
    return FLAGS;
  }
  get lastIndex(): number {
    return this.#read.lastIndex;
  }
  set lastIndex(index: number) {
    this.#read.lastIndex = index;
  }
  test(text: string): boolean {
    return this.#read.test(text);
  }
  exec(text: string): RegExpExecArray | null {
    return this.#read.exec(text);
  }
  [Symbol.match](text: string): RegExpMatchArray | null {
    return this.#read[Symbol.match](text);
  }
  [Symbol.matchAll](text: string): RegExpStringIterator<RegExpMatchArray> {
    return this.#read[Symbol.matchAll](text);
  }
  [Symbol.replace](text: string, by: string): string {
    return this.#read[Symbol.replace](text, by);
  }
  [Symbol.search](text: string): number {
    return this.#read[Symbol.search](text);
  }
  [Symbol.split](text: string, limit?: number): string[] {
    return this.#read[Symbol.split](text, limit);
  }
}

/** Compiles entries separated by commas; each entry may be a regular expression without commas of its own. */
export function words(...lists: string[]): RegExp {
  const key = lists.join(',');
  let pattern = known.get(key);
  if (pattern === undefined) {
    pattern = new PatternOnDemand(key) as unknown as RegExp;
    known.set(key, pattern);
  }
  return pattern;
}

/** A case ending takes the place of a final virama or chillu: அக்டோபர், but அக்டோபரில்; ഒക്ടോബർ, but ഒക്ടോബറിൽ. */
const BEFORE_CASE_ENDING: Record<string, string> = {
  '\u0bcd': '\u0bcd?',
  '\u0c4d': '\u0c4d?',
  '\u0ccd': '\u0ccd?',
  '\u0d4d': '\u0d4d?',
  ൻ: '[ൻന]',
  ർ: '[ർരറ]',
  ൽ: '[ൽല]',
  ൾ: '[ൾള]',
  ൺ: '[ൺണ]',
};

function openEnd(entry: string): string {
  return entry.replace(/.$/u, (last) => BEFORE_CASE_ENDING[last] ?? last);
}

/** Entries with the same open ends share one look-around: at most four of them are tried at each letter, not hundreds. */
function sourceOf(list: string): string {
  const groups = new Map<string, string[]>();
  for (const entry of list.split(',').map((one) => one.trim())) {
    if (entry === '') continue;
    const ends = `${entry.startsWith('~')}/${entry.endsWith('~')}`;
    const group = groups.get(ends) ?? [];
    groups.set(ends, group);
    const inner = entry.replace(/^~|~$/g, '').replaceAll('~', '[\\p{L}\\p{M}]*');
    group.push(entry.endsWith('~') ? openEnd(inner) : inner);
  }
  // A regular expression takes the first alternative that fits: `eggless cake` must be tried before `eggless`.
  for (const entries of groups.values()) entries.sort((a, b) => b.length - a.length);
  return [...groups]
    .map(([ends, entries]) => {
      const [openStart, openEnd] = ends.split('/');
      return `${openStart === 'true' ? '' : WORD_START}(?:${entries.join('|')})${openEnd === 'true' ? '' : WORD_END}`;
    })
    .join('|');
}

export interface Mention {
  start: number;
  end: number;
  text: string;
}

export function mentions(text: string, pattern: RegExp): Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== '') found.push({ start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return found;
}

export function has(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}
