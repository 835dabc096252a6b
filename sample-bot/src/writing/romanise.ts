/**
 * Owns writing an Indian language in Latin letters as people type it, without diacritics. The nine Brahmic blocks of
 * Unicode lie in the same order, so one table by place in the block serves all of them.
 */
import type { Language } from '../reading/language.ts';

const BLOCK_START: Partial<Record<Language, number>> = {
  hi: 0x900,
  mr: 0x900,
  bn: 0x980,
  pa: 0xa00,
  gu: 0xa80,
  or: 0xb00,
  ta: 0xb80,
  te: 0xc00,
  kn: 0xc80,
  ml: 0xd00,
};

const FIRST_CONSONANT = 0x15;
/** Capitals are told apart where Tamil and Malayalam sounds change, and written small. */
const CONSONANTS = 'k kh g gh ng ch chh j jh ny T Th D Dh N t th d dh n n p ph b bh m y r R l l zh v sh sh s h'.split(
  ' ',
);
const VOWELS = new Map(
  [...'05:a 06:aa 07:i 08:i 09:u 0a:u 0b:ri 0e:e 0f:e 10:ai 12:o 13:o 14:au'.split(' ')].map((pair) => [
    Number.parseInt(pair.slice(0, 2), 16),
    pair.slice(3),
  ]),
);
const SIGNS = new Map(
  [...'3e:a 3f:i 40:i 41:u 42:u 43:ri 46:e 47:e 48:ai 4a:o 4b:o 4c:au 57:au'.split(' ')].map((pair) => [
    Number.parseInt(pair.slice(0, 2), 16),
    pair.slice(3),
  ]),
);
const VIRAMA = 0x4d;
const NUKTA = 0x3c;
const WITH_NUKTA: Readonly<Record<string, string>> = { ph: 'f', j: 'z', D: 'r', Dh: 'rh', y: 'y' };
const NASALS = new Set([0x01, 0x02, 0x70]);
/** Stands for the dot of nasal sound until its place in the word is known. */
const NASAL = '~';
const CHILLUS: Readonly<Record<string, string>> = { ൺ: 'n', ൻ: 'n', ർ: 'r', ൽ: 'l', ൾ: 'l', ൿ: 'k', ৎ: 't' };
const FINAL_NASAL_M = new Set<Language>(['te', 'kn', 'ml']);
/** Languages that do not speak the short vowel at the end of a word or between two spoken ones. */
const DROPS_INHERENT = new Set<Language>(['hi', 'mr', 'gu', 'pa', 'bn']);

interface Letter {
  /** Of a consonant: its sound and the vowel behind it; `inherent` when no sign wrote that vowel. */
  consonant: string;
  vowel: string;
  inherent: boolean;
}

function lettersOf(word: string, language: Language, start: number): Letter[] {
  const letters: Letter[] = [];
  const inherent = language === 'bn' || language === 'or' ? 'o' : 'a';
  for (const character of word) {
    const place = (character.codePointAt(0) ?? 0) - start;
    const last = letters.at(-1);
    const consonant = CONSONANTS[place - FIRST_CONSONANT];
    const chillu = CHILLUS[character];
    const sign = SIGNS.get(place);
    const vowel = VOWELS.get(place);
    if (chillu !== undefined) letters.push({ consonant: chillu, vowel: '', inherent: false });
    else if (consonant !== undefined) letters.push({ consonant, vowel: inherent, inherent: true });
    else if (vowel !== undefined)
      letters.push({ consonant: '', vowel: inherent === 'o' && vowel === 'a' ? 'o' : vowel, inherent: false });
    else if (sign !== undefined && last !== undefined) Object.assign(last, { vowel: sign, inherent: false });
    else if (place === VIRAMA && last !== undefined) Object.assign(last, { vowel: '', inherent: false });
    else if (NASALS.has(place)) letters.push({ consonant: NASAL, vowel: '', inherent: false });
    else if (place === NUKTA && last !== undefined) last.consonant = WITH_NUKTA[last.consonant] ?? last.consonant;
    else if (character === 'f') letters.push({ consonant: 'f', vowel: inherent, inherent: true });
    else if (place === 0x5f) letters.push({ consonant: 'y', vowel: inherent, inherent: true });
  }
  return letters;
}

function dropInherent(letters: Letter[]): void {
  const spoken = (at: number): boolean => (letters[at]?.vowel ?? '') !== '';
  const last = letters.at(-1);
  const beforeLast = letters.length - 2;
  if (last?.inherent && (spoken(beforeLast) || letters[beforeLast]?.consonant === NASAL)) last.vowel = '';
  for (let at = letters.length - 2; at > 0; at -= 1) {
    const letter = letters[at];
    const next = letters[at + 1];
    if (letter?.inherent && spoken(at - 1) && next?.consonant !== '' && spoken(at + 1)) letter.vowel = '';
  }
}

/** Sounds that go soft inside a word, where Tamil and Malayalam write them with the letter of the hard one. */
const SOFT: Partial<Record<Language, Readonly<Record<string, string>>>> = {
  ta: { k: 'g', T: 'd', t: 'dh', p: 'b' },
  ml: { T: 'd' },
};
/** Behind these, a letter without a vowel between is soft too: ங்க is ng, ண்ட is nd. */
const SOFTENS = new Set(['n', 'N', 'm', 'ng', 'ny', 'y', 'r', 'l', 'zh']);

function soften(letters: Letter[], soft: Readonly<Record<string, string>>, language: Language): void {
  // Judged by how the word was written, so that a letter made soft does not change its neighbours.
  const written = letters.map(({ consonant }) => consonant);
  letters.forEach((letter, at) => {
    const before = letters[at - 1];
    if (letter.consonant === 'ch' && language === 'ta' && before?.vowel !== '') letter.consonant = 's';
    else if (
      before !== undefined &&
      letter.vowel !== '' &&
      (before.vowel !== '' || SOFTENS.has(written[at - 1] ?? ''))
    ) {
      letter.consonant = soft[letter.consonant] ?? letter.consonant;
    }
  });
}

function wordInLatin(word: string, language: Language, start: number): string {
  const letters = lettersOf(word, language, start);
  const soft = SOFT[language];
  if (soft !== undefined) soften(letters, soft, language);
  if (DROPS_INHERENT.has(language)) dropInherent(letters);
  return letters
    .map(({ consonant, vowel }) => (language === 'ta' && consonant === 't' ? 'th' : consonant) + vowel)
    .join('')
    .replace(/RR/g, 'tr')
    .toLowerCase()
    .replace(/~$/, FINAL_NASAL_M.has(language) ? 'm' : '')
    .replace(/~/g, 'n')
    .replace(/(ch|sh|th|kh)\1/g, (_, pair: string) => pair[0] + pair)
    .replace(/ng(?:k|g|ng)/g, 'ng')
    .replace(/n(?=[pb])/g, 'm')
    .replace(/^aa/, 'a');
}

/** The text with every word of the language in Latin letters; what is in Latin letters already stays. */
export function romanise(text: string, language: Language): string {
  const start = BLOCK_START[language];
  if (start === undefined) return text;
  const ofBlock = new RegExp(`[\\u{${start.toString(16)}}-\\u{${(start + 0x7f).toString(16)}}f\\u200c\\u200d]+`, 'gu');
  return text
    .normalize('NFC')
    .replace(/\s*[।॥]/gu, '.')
    .replace(/ஃப/gu, 'f')
    .replace(ofBlock, (word) => wordInLatin(word, language, start));
}
