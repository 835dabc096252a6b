/** Owns the spelling in which texts of many scripts are compared: one for what a reader takes as the same word. */

const FOLDS: readonly (readonly [RegExp, string])[] = [
  // Joiners, direction marks, soft hyphens and byte order marks are invisible, and clients add and lose them.
  [/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''],
  // The Malayalam letters for a bare consonant, which older keyboards write as consonant and virama.
  [/\u0d7a/g, '\u0d23\u0d4d'],
  [/\u0d7b/g, '\u0d28\u0d4d'],
  [/\u0d7c/g, '\u0d30\u0d4d'],
  [/\u0d7d/g, '\u0d32\u0d4d'],
  [/\u0d7e/g, '\u0d33\u0d4d'],
  [/\u0d7f/g, '\u0d15\u0d4d'],
  // Nuktas: many people leave them out.
  [/[\u093c\u09bc\u0a3c\u0abc\u0b3c]/g, ''],
  // Candrabindu and anusvara stand for each other in Devanagari, Bengali, Gujarati and Odia.
  [/\u0901/g, '\u0902'],
  [/\u0981/g, '\u0982'],
  [/\u0a81/g, '\u0a82'],
  [/\u0b01/g, '\u0b02'],
  // Urdu typed on an Arabic keyboard, and its vowel marks.
  [/[\u064b-\u0655\u0670]/g, ''],
  [/[\u064a\u0649]/g, '\u06cc'],
  [/\u0643/g, '\u06a9'],
  [/[\u0647\u0629\u06c2]/g, '\u06c1'],
  [/\u06d3/g, '\u06d2'],
  [/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'"],
  [/[\u201c\u201d\u201e]/g, '"'],
  [/[\u2010-\u2015]/g, '-'],
  [/[^\S\n]+/g, ' '],
];

/** Folds a text, or the source of a pattern made of lower-case escapes only, into the spelling used for comparing. */
export function foldText(text: string): string {
  let folded = text.normalize('NFC').toLowerCase();
  for (const [from, to] of FOLDS) folded = folded.replace(from, to);
  return folded;
}

/** One pattern out of many phrases; a phrase is the source of a regular expression in any spelling. */
export function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(phrases.map((phrase) => `(?:${foldText(phrase)})`).join('|'));
}
