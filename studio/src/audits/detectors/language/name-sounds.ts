/**
 * Owns comparing a name in Latin letters with its spelling in an Indian script by sound: both become a row of
 * consonant classes and the vowels that a reader would miss. The vowel a is left out, for no spelling shows it surely.
 */

const CONSONANT_ROW = 'k k g g n c c j j n t t d d n t t d d n n p p b b m y r r l l l v s s s';
/** Offsets of independent vowels and signs are the same in each of the nine blocks. */
const VOWEL_AT: Record<number, string> = {
  5: '',
  6: '',
  7: 'i',
  8: 'i',
  9: 'u',
  10: 'u',
  11: 'ri',
  12: 'li',
  13: 'e',
  14: 'e',
  15: 'e',
  16: 'e',
  17: 'o',
  18: 'o',
  19: 'o',
  20: 'o',
};
const SIGN_AT: Record<number, string> = {
  62: '',
  63: 'i',
  64: 'i',
  65: 'u',
  66: 'u',
  67: 'ri',
  69: 'e',
  70: 'e',
  71: 'e',
  72: 'e',
  73: 'o',
  74: 'o',
  75: 'o',
  76: 'o',
  87: 'o',
};
const CONSONANTS = CONSONANT_ROW.split(' ');
const FIRST_CONSONANT = 0x15;
const BLOCK_START = 0x0900;
const BLOCK_SIZE = 0x80;
const BLOCK_END = 0x0d80;
const MALAYALAM_CHILLU: Record<string, string> = { ൺ: 'n', ൻ: 'n', ർ: 'r', ൽ: 'l', ൾ: 'l', ൿ: 'k' };

const ARABIC: Record<string, string> = Object.fromEntries(
  'ب:b پ:p ت:t ٹ:t ث:s ج:j چ:c ح: خ:k د:d ڈ:d ذ:j ر:r ڑ:r ز:j ژ:j س:s ش:s ص:s ض:j ط:t ظ:j غ:g ف:p ق:k ک:k گ:g ل:l م:m ن:n ں:n'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

function soundOf(letter: string): string {
  const chillu = MALAYALAM_CHILLU[letter];
  if (chillu !== undefined) return chillu;
  const code = letter.codePointAt(0) ?? 0;
  if (code < BLOCK_START || code >= BLOCK_END) return ARABIC[letter] ?? '';
  const offset = (code - BLOCK_START) % BLOCK_SIZE;
  if (offset === 0x02 || offset === 0x01 || offset === 0x70) return 'N';
  if (letter === 'ড়' || letter === 'ढ़' || letter === 'ड़') return 'r';
  if (letter === 'ৰ') return 'r';
  if (letter === 'ৱ') return 'v';
  if (letter === 'ৎ') return 't';
  if (offset >= FIRST_CONSONANT && offset < FIRST_CONSONANT + CONSONANTS.length)
    return CONSONANTS[offset - FIRST_CONSONANT] ?? '';
  if (offset === 0x39) return '';
  return VOWEL_AT[offset] ?? SIGN_AT[offset] ?? '';
}

const INDIC_LETTER = /(?=[\u0900-\u0d7f])\p{L}/u;
const SIGN = /\p{M}/u;
const SIGN_A = /[\u093e\u09be\u0a3e\u0abe\u0b3e\u0bbe\u0c3e\u0cbe\u0d3e]/u;

/** The sounds of a word in an Indian script; doubled consonants count once, h and a not at all. */
export function soundsOf(word: string): string {
  const spelled = word
    .normalize('NFC')
    .replace(/ட்ச/gu, 'க்ஷ')
    .replace(/ज्ञ|জ্ঞ|જ્ઞ|ਜ੍ਞ/gu, 'ग्य')
    .replace(/ज\u093c|জ\u09bc/gu, 'ज')
    .replace(/[ড\u09a1]\u09bc|\u09dc|[ड]\u093c/gu, 'र')
    .replace(/য\u09bc|\u09df/gu, 'य')
    .replace(/য/gu, 'জ')
    .replace(/\u0b5f/gu, 'य')
    .replace(/ଯ/gu, 'ଜ')
    .replace(/ழ/gu, 'ள');
  const letters = [...spelled];
  const heard = letters.map((letter, at) => {
    const next = letters[at + 1] ?? '';
    // A bare letter carries the vowel a: नन is two syllables, न्न one doubled n.
    const carriesA = INDIC_LETTER.test(letter) && !SIGN.test(next);
    return carriesA || SIGN_A.test(letter) ? `${soundOf(letter)}a` : soundOf(letter);
  });
  const sounds = heard.join('');
  if (/\p{Script=Arab}/u.test(word)) return sounds;
  return sounds
    .replace(/([^iueoa])\1+/gu, '$1')
    .replaceAll('a', '')
    .replace(/([iueo])\1+/gu, '$1');
}

const VOWELS: [RegExp, string][] = [
  [/^(?:ai|ay(?![aeiou])|ei|ey)(?=r)/u, '(?:e|ey|ye|y|Y)'],
  [/^(?:ai|ay(?![aeiou])|ei|ey)/u, '(?:e|ey|ye|yi|y|i)'],
  [/^ew/u, '(?:e[vb]|yu|iu|u)'],
  [/^(?:au|aw|ou|ow)/u, '(?:o|u|v|ov)'],
  [/^ee?a?(?=$)/u, '(?:i|e)?'],
  [/^(?:ee|ea)/u, '(?:i|e)'],
  [/^(?:oo)/u, '(?:u|o)'],
  [/^(?:ii|i)/u, '(?:i|e)'],
  [/^y(?=$|[^aeiou])/u, '(?:i|y)'],
  [/^e(?=r[^aeiou])/u, '(?:e|)'],
  [/^e/u, '(?:e|i)'],
  [/^u(?=m$)/u, '(?:u|o|)'],
  [/^(?:uu|u)/u, '(?:u|o)'],
  [/^o/u, '(?:o|u)'],
  [/^a+/u, ''],
];
const LATIN_CONSONANTS: [RegExp, string][] = [
  [/^(?:jn|gn|dny|gy)/u, 'gy?n?'],
  [/^x(?=avi)/u, '(?:ks|s|j)'],
  [/^(?:ksh|x)/u, 'ks'],
  [/^(?:chh|ch)/u, 'c'],
  [/^(?:sh|ss|s)/u, '[sc]'],
  [/^(?:zh)/u, '[lj]'],
  [/^(?:th|tt|t)/u, 't'],
  [/^(?:dh|dd|d)/u, 'd'],
  [/^(?:ph|pp|p|ff|f)/u, 'p'],
  [/^(?:bh|bb|b)/u, '[bv]'],
  [/^(?:kh|ck|kk|k|q)/u, 'k'],
  [/^(?:gh|gg|g)/u, 'g'],
  [/^(?:jh|jj|j|z)/u, '[js]'],
  [/^c(?=[eiy])/u, 's'],
  [/^c/u, 'k'],
  [/^(?:w|vv|v)/u, '[vb]'],
  [/^ngh?(?=$)/u, '[nN]g?'],
  [/^(?:nn|n|mm|m)(?=[bcdfgjkpqtvz])/u, '(?:[nmN])'],
  [/^(?:nn|n)/u, '[nN]'],
  [/^(?:mm|m)/u, '[mN]'],
  [/^(?:ll|l)/u, 'l'],
  [/^(?:rr|r)/u, 'r'],
  [/^y/u, '(?:y|j|i|)'],
  [/^h/u, ''],
];

const patterns = new Map<string, RegExp>();

/** What the sounds of a rightly spelled name must look like. */
export function soundPattern(name: string, script: string): RegExp {
  const key = `${name}/${script}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  let rest = name.toLowerCase().replace(/[^a-z]/gu, '');
  const parts: string[] = [];
  while (rest !== '') {
    const found = [...LATIN_CONSONANTS, ...VOWELS].find(([letters]) => letters.test(rest));
    const taken = found === undefined ? 1 : (found[0].exec(rest)?.[0].length ?? 1);
    parts.push(found?.[1] ?? '');
    rest = rest.slice(Math.max(1, taken));
  }
  const pattern = new RegExp(
    `^${script === 'Taml' ? `i?${tamilParts(parts)}` : script === 'Arab' ? arabicParts(parts) : parts.join('')}$`,
    'u',
  );
  if (patterns.size > 500) patterns.clear();
  patterns.set(key, pattern);
  return pattern;
}

/** Tamil writes one letter for voiced and unvoiced, and adds vowels that foreign clusters need. */
const TAMIL: Record<string, string> = {
  d: '[dt]',
  g: '[gk]',
  c: '[cs]',
  '[js]': '[jsc]',
  '[bv]': '[bvp]',
  '[vb]': '[vbp]',
  'gy?n?': '[gk]?y?n?',
  ks: 'ks',
};

function tamilParts(parts: readonly string[]): string {
  return parts.map((part) => `${TAMIL[part] ?? part}${/[a-z]/u.test(part) ? '[ui]?' : ''}`).join('');
}

/** Urdu leaves most vowels out: consonants alone are compared. */
function arabicParts(parts: readonly string[]): string {
  return parts
    .filter((part) => !/^\(\?:[eiouy]/u.test(part))
    .join('')
    .replaceAll('[vb]', '[vb]?')
    .replaceAll('(?:y|j|i|)', '');
}
