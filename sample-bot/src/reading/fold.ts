/** Owns the form in which words are compared: one spelling for letters and digits that Indian writers treat as the same. */

/** Code points of the zeros of the scripts that have digits of their own. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x1c50, 0xabf0, 0xff10,
];

export function foldDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => start <= code && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

const CHILLUS: Readonly<Record<string, string>> = { ണ: 'ൺ', ന: 'ൻ', ര: 'ർ', ല: 'ൽ', ള: 'ൾ', ക: 'ൿ' };

const TWINS: Readonly<Record<string, string>> = {
  '\u0901': '\u0902',
  '\u0a01': '\u0a02',
  '\u0a70': '\u0a02',
  '\u064a': '\u06cc',
  '\u0649': '\u06cc',
  '\u0643': '\u06a9',
  '\u0647': '\u06c1',
  '\u06be': '\u06c1',
  '\u0629': '\u06c3',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '\u2011': '-',
};
const TWIN = new RegExp(`[${Object.keys(TWINS).join('')}]`, 'gu');

/** Hindi writes the nasal before a consonant as a half letter or as a dot: हिन्दी, हिंदी. */
const HALF_NASAL = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])/gu;
/** Nuktas, the Bengali chandrabindu, the Gurmukhi addak, Arabic vowel signs and invisible characters. */
const DROPPED =
  /[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0981\u0a71\u064b-\u0652\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Lower case, ASCII digits, joiners gone. For comparing only: never shown to a user. */
export function fold(text: string): string {
  return foldDigits(text.normalize('NFC').toLowerCase())
    .replace(/([ണനരലളക])\u0d4d\u200d/gu, (spelled, letter: string) => CHILLUS[letter] ?? spelled)
    .replace(DROPPED, '')
    .replace(TWIN, (letter) => TWINS[letter] ?? letter)
    .replace(HALF_NASAL, '\u0902');
}

export function wordsOf(folded: string): string[] {
  return folded.replace(/(?<=\p{L})'(?=\p{L})/gu, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** One key for the many ways in which a romanised word is spelled: paise, paisey; wapas, vaapas; hazaar, hajar. */
export function soundKey(word: string): string {
  return word
    .replace(/ee/gu, 'i')
    .replace(/oo/gu, 'u')
    .replace(/(.)\1+/gu, '$1')
    .replace(/ph/gu, 'f')
    .replace(/chh/gu, 'ch')
    .replace(/ck|q/gu, 'k')
    .replace(/w/gu, 'v')
    .replace(/z/gu, 'j')
    .replace(/e[iy]|ai|ay/gu, 'e')
    .replace(/o[uw]|au|av(?![aeiou])/gu, 'o')
    .replace(/(?<=[aeiou])[nh]$/u, '')
    .replace(/(?<=.[^aeiou])y[ae]$/u, 'e');
}
