/** Which patterns of a pack an audit asks, when only some families or languages are wanted. Pure. */
import type { Pack, Pattern } from '@sacred-qa/contracts/pack';

export const familiesOf = (pack: Pack): string[] => [...new Set(pack.patterns.map(({ family }) => family))].sort();

const spokenIn = (pattern: Pattern): string[] =>
  pattern.cases.flatMap(({ conversations }) => conversations.map(({ lang }) => lang));

export const languagesOf = (pack: Pack): string[] => [...new Set(pack.patterns.flatMap(spokenIn))].sort();

/** Null: all of them. A pattern is wanted when it belongs to one of the families and is asked in one of the languages. */
export function chosenPatterns(
  pack: Pack,
  families: readonly string[],
  languages: readonly string[],
): readonly Pattern[] | null {
  if (families.length === 0 && languages.length === 0) return null;
  return pack.patterns.filter(
    (pattern) =>
      (families.length === 0 || families.includes(pattern.family)) &&
      (languages.length === 0 || spokenIn(pattern).some((lang) => languages.includes(lang))),
  );
}
