/** Owns what a run of a pack asks, in which order, and the content-derived key by which a case is known again. */
import { hash } from 'node:crypto';
import type { PackCase, Pattern } from '@sacred-qa/contracts/pack';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import type { LoadedPack } from './load-pack.ts';

export interface PlannedAttempt {
  /** Place in the run, from 0. */
  ordinal: number;
  patternId: string;
  caseId: string;
  /** From 1. */
  repeat: number;
  /** Index of the conversation within the case. */
  conversation: number;
  /** Same for all conversations of one case at one repeat; never depends on a case's place in the pack. */
  caseKey: string;
}

/** Holds nothing of the pack: the same case in another version, or at another place, is the same case. */
function keyOf(pattern: Pattern, kase: PackCase, repeat: number): string {
  return hash('sha256', canonicalJson([pattern.id, kase.id, kase.conversations, repeat]));
}

/** A twin in another language makes a case one of both languages. */
const isAskedIn = (kase: PackCase, languages: readonly string[]): boolean =>
  kase.conversations.some(({ lang }) => languages.includes(lang));

/** All attempts of a run, or of those `cases` (`pattern/case`) of it: repeat by repeat, so that a run stopped early has asked every case as often as it could. */
export function planAttempts(
  loaded: LoadedPack,
  options: {
    repeats: number;
    patterns?: readonly string[] | undefined;
    languages?: readonly string[] | undefined;
    cases?: ReadonlySet<string> | undefined;
  },
): PlannedAttempt[] {
  const wanted = options.patterns === undefined ? null : new Set(options.patterns);
  const patterns = loaded.pack.patterns.filter(
    (pattern) => pattern.needs === undefined && (wanted === null || wanted.has(pattern.id)),
  );
  const planned: PlannedAttempt[] = [];
  for (let repeat = 1; repeat <= options.repeats; repeat += 1) {
    for (const pattern of patterns) {
      for (const kase of pattern.cases) {
        if (options.languages !== undefined && !isAskedIn(kase, options.languages)) continue;
        if (options.cases !== undefined && !options.cases.has(`${pattern.id}/${kase.id}`)) continue;
        const caseKey = keyOf(pattern, kase, repeat);
        for (const conversation of kase.conversations.keys()) {
          const attempt = { patternId: pattern.id, caseId: kase.id, repeat, conversation, caseKey };
          planned.push({ ordinal: planned.length, ...attempt });
        }
      }
    }
  }
  return planned;
}
