/** Are two texts the same to an Indian reader? Code points are not what a reader sees. */
import { tellFacts } from './facts.ts';
import { romanisedKey } from './romanised.ts';
import { foldSpelling } from './spelling.ts';

export interface TextEquality {
  equal: boolean;
  /** One sentence: what was looked past, or where the texts part. */
  why: string;
}

/** `lang` is a BCP 47 tag; `xx-Latn` compares words of an Indian language by how they sound. */
export function textEqual(a: string, b: string, lang: string): TextEquality {
  if (a === b) return { equal: true, why: 'The same characters.' };
  const steps: [string, (text: string) => string][] = [
    ['encoding, joiners, digits and spelling variants of the same letters', (text) => plain(foldSpelling(text))],
    ['the written form of numbers, dates, times and units', (text) => plain(tellFacts(foldSpelling(text)))],
  ];
  if (/-Latn/i.test(lang))
    steps.push(['usual spellings in Latin letters', (text) => byKey(plain(tellFacts(foldSpelling(text))))]);
  let parted: [string, string] = [a, b];
  for (const [what, form] of steps) {
    parted = [form(a), form(b)];
    if (parted[0] === parted[1]) return { equal: true, why: `The same but for ${what}.` };
  }
  return { equal: false, why: whereTheyPart(...parted) };
}

/** Words and facts alone: case, spaces and the marks between sentences say nothing of the meaning asked for here. */
function plain(text: string): string {
  return text
    .replace(/(?<=\s)-(?=\s)/gu, ' ')
    .replace(/(?<![\d])[.,](?!\d)|(?<=\d)[.,](?!\d)|[!?;:"'()[\]{}*_`|…–—]/gu, (mark, at: number) =>
      insideToken(text, at) ? mark : ' ',
    )
    .replace(/⟦([^⟧]*)⟧/gu, (_all, fact: string) => ` ⟦${fact.replaceAll(' ', '_')}⟧ `)
    .replace(/\s+/gu, ' ')
    .trim();
}

const insideToken = (text: string, at: number): boolean => text.lastIndexOf('⟦', at) > text.lastIndexOf('⟧', at);

const byKey = (text: string): string => text.replace(/[a-z]+(?![^⟦]*⟧)/g, romanisedKey);

function whereTheyPart(a: string, b: string): string {
  const [left, right] = [a.split(' '), b.split(' ')];
  const at = left.findIndex((word, i) => word !== right[i]);
  const told = (word: string | undefined): string =>
    word === undefined ? 'nothing' : `“${word.replaceAll(/[⟦⟧]/gu, '').replaceAll('_', ' ')}”`;
  return at < 0
    ? `The second text goes on with ${told(right[left.length])}.`
    : `${told(left[at])} is not ${told(right[at])}.`;
}
