/** Finds a pattern and a case by their ids; a stored plan always names cases of its own stored pack. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Pack, PackCase, Pattern } from '@sacred-qa/contracts/pack';

export type PackLookup = (patternId: string, caseId: string) => { pattern: Pattern; kase: PackCase };

const lookups = new WeakMap<Pack, PackLookup>();

/** Made once for each pack object, which nobody changes. */
export function packLookup(pack: Pack): PackLookup {
  const known = lookups.get(pack) ?? lookupIn(pack);
  lookups.set(pack, known);
  return known;
}

function lookupIn(pack: Pack): PackLookup {
  const byId = new Map(
    pack.patterns.flatMap((pattern) =>
      pattern.cases.map((kase) => [`${pattern.id}/${kase.id}`, { pattern, kase }] as const),
    ),
  );
  return (patternId, caseId) => {
    const found = byId.get(`${patternId}/${caseId}`);
    if (found === undefined) throw new StudioError('internal', `The stored pack has no case ${patternId}/${caseId}.`);
    return found;
  };
}
