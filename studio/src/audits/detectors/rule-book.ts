/** Rules by oracle kind and name, as each room of detectors hands them in. */
import type { OracleKind } from '@sacred-qa/contracts/pack';
import type { Rule } from './case-input.ts';

export type RuleBook = Partial<Record<OracleKind, Readonly<Record<string, Rule>>>>;

/** All books in one. A name that two of them give to the same kind would make a pack mean two things. */
export function bound(...books: readonly RuleBook[]): RuleBook {
  const all: Partial<Record<OracleKind, Record<string, Rule>>> = {};
  for (const book of books) {
    for (const [kind, rules] of Object.entries(book) as [OracleKind, Readonly<Record<string, Rule>>][]) {
      const known = all[kind] ?? {};
      for (const name of Object.keys(rules)) {
        if (Object.hasOwn(known, name)) throw new TypeError(`two rules of ${kind} are called ${name}`);
      }
      all[kind] = { ...known, ...rules };
    }
  }
  return all;
}
