/**
 * Owns the folding of letters that Indian writers treat as the same: composed and decomposed nukta, loan nukta,
 * chandrabindu and anusvara, chillu spellings, joiners, Arabic against Urdu letters, invisible characters.
 * Answers and lexicons pass through the same fold, so a lexicon may be written in any usual spelling.
 */
import { foldDigits } from './digits.ts';

const CHILLU: Record<string, string> = { ണ: 'ൺ', ന: 'ൻ', ര: 'ർ', ല: 'ൽ', ള: 'ൾ', ക: 'ൿ' };

const SAME_LETTER: Record<string, string> = {
  '\u064a': '\u06cc',
  '\u0649': '\u06cc',
  '\u0643': '\u06a9',
  '\u0647': '\u06c1',
  '\u0629': '\u06c3',
  '\u06c0': '\u06c2',
  '\u0d4c': '\u0d57',
  '\u06d4': '.',
  '\u061f': '?',
  '\u060c': ',',
  '\u066a': '%',
  '\u066b': '.',
  '\u066c': ',',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
};

/** Answers are read cluster by cluster, and most clusters have nothing to fold. */
const BEYOND_ASCII = /[\u0080-\u{10ffff}]/u;
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'gu');

/** Malayalam chillu written as consonant, virama, ZWJ, and Bengali khanda ta written the same way. */
export function foldChillu(text: string): string {
  return text
    .replace(/([ണനരലളക])\u0d4d\u200d/gu, (spelled, letter: string) => CHILLU[letter] ?? spelled)
    .replace(/\u09a4\u09cd\u200d/gu, '\u09ce');
}

/** The fold for searching in answers. Idempotent; keeps case, spaces and punctuation where readers see them. */
export function foldLetters(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return foldDigits(foldChillu(text.normalize('NFC')))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]|\ufe0e|\ufe0f/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/([\u0915\u0916\u0917\u091c\u092b])\u093c/gu, '$1')
    .replace(/\u0901/gu, '\u0902')
    .replace(SAME_LETTERS, (letter) => SAME_LETTER[letter] ?? letter);
}
