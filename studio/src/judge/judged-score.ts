/** Turns what the judges said of one case into its score. Pure. */
import { hash } from 'node:crypto';
import type { ScoreRow } from '../audits/attempts.repo.ts';
import type { PanelVotes } from './judge.service.ts';

/** Raised whenever the same votes may make another score than before. */
const VERSION = '1';

/**
 * Takes the place of the rule's verdict, which stays in the set of scores before. Judges that disagree, or of which one
 * has no verdict, leave the case unscored: a judge’s trouble is never a failure of the product.
 */
export function judgedScore(rule: ScoreRow, { votes, isAdvisory }: PanelVotes): ScoreRow {
  const [first] = votes;
  if (first === undefined) return rule;
  const hashes = votes.map(({ configHash }) => configHash);
  const judged = {
    ...rule,
    detectorId: 'judge',
    detectorVersion: VERSION,
    configHash: hashes.length === 1 ? first.configHash : hash('sha256', hashes.join()),
    advisory: isAdvisory,
  };
  const none = (reason: string): ScoreRow => ({ ...judged, verdict: 'unscored', reason, evidence: '' });
  const without = votes.find(({ verdict }) => verdict === 'unscored');
  if (without !== undefined) return none(votes.length === 1 ? without.reason : `${without.model}: ${without.reason}`);
  if (votes.some(({ verdict }) => verdict !== first.verdict)) {
    const told = votes.map(({ model, verdict, reason }) => `${model} says ${verdict} (${reason})`);
    return none(`The judges disagree: ${told.join('; ')}`);
  }
  const hint = isAdvisory ? ' (a hint: this judge is not calibrated in this language)' : '';
  return { ...judged, verdict: first.verdict, reason: `${first.reason}${hint}`, evidence: first.quote };
}
