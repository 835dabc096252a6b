/**
 * Owns word search that holds for Indian scripts. Neither \b nor \w knows a letter outside ASCII, so a word
 * ends where no letter, mark or digit follows. `~` at the end of an entry leaves the word's end open (case endings),
 * `~` at the start leaves its beginning open (suffixes), and one within it stands for any letters.
 */
import { foldLetters } from './letters.ts';

const WORD_START = '(?<![\\p{L}\\p{M}\\p{Nd}])';
const WORD_END = '(?![\\p{L}\\p{M}\\p{Nd}])';

const compiled = new Map<string, RegExp>();

/** Compiles entries separated by commas; each entry may be a regular expression without commas of its own. */
export function words(...lists: string[]): RegExp {
  const key = lists.join(',');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const pattern = new RegExp(sourceOf(foldLetters(key)), 'giu');
  compiled.set(key, pattern);
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
