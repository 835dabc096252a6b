/**
 * The catalogue of everything that the console says is this folder, a file for each part, so that no page carries the
 * words of another. A language is one more member beside `en` in each of them; the type keeps it complete.
 */

export type Language = 'en';

/** As the page's own `lang` says. */
const spoken = (): Language => 'en';

export const inLanguage = <Words>(words: Record<Language, Words>): Words => words[spoken()];

export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-IN')} ${n === 1 ? one : many}`;
