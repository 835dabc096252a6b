/** Finds a pattern and a case by their ids; a stored plan always names cases of its own stored pack. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Pack, PackCase, Pattern } from '@sacred-qa/contracts/pack';

export function packLookup(pack: Pack): (patternId: string, caseId: string) => { pattern: Pattern; kase: PackCase } {
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
