/** Owns advice on a sound pack: what makes its findings weaker than they could be. Nothing here keeps a pack from loading. */
import type { Pack, PackCase, Pattern } from '@sacred-qa/contracts/pack';
import { hasRule } from '../detectors/score-case.ts';

const FEWEST_SAMPLES = 2;

function ofCase(pattern: Pattern, kase: PackCase): string[] {
  const place = `pattern ${pattern.id}, case ${kase.id}`;
  return (['ideal', 'faults'] as const)
    .filter((field) => kase[field].length < FEWEST_SAMPLES)
    .map(
      (field) => `${place}: one ${field === 'ideal' ? 'ideal answer' : 'fault'} proves little; add another form of it`,
    );
}

function ofPattern(pattern: Pattern, today: string): string[] {
  const place = `pattern ${pattern.id}`;
  const { references, verified, as_of, recheck_by } = pattern;
  return [
    ...(verified && references.length === 0 ? [`${place}: verified, but no reference says by what`] : []),
    ...(verified ? [] : [`${place}: not verified, so it opens hints only`]),
    ...(recheck_by !== undefined && recheck_by < today
      ? [`${place}: its fact was to be looked at again by ${recheck_by}; until then it opens hints only`]
      : []),
    ...((as_of === undefined) === (recheck_by === undefined) ? [] : [`${place}: as_of and recheck_by go together`]),
    ...(hasRule(pattern) ? [] : [`${place}: no chat can show it, so it is never asked`]),
    ...pattern.cases.flatMap((kase) => ofCase(pattern, kase)),
  ];
}

/** `today`: an ISO date. One sentence each, by the place it speaks of. */
export function hintsOn(pack: Pack, today: string): string[] {
  const languages = new Set(pack.patterns.flatMap(({ cases }) => cases.map(({ lang }) => lang)));
  return [
    ...(languages.size === 1 ? [`the pack: it asks in ${[...languages].join()} alone`] : []),
    ...pack.patterns.flatMap((pattern) => ofPattern(pattern, today)),
  ];
}
