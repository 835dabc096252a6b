/** How far two raters agree. Pure. */
import type { Agreement } from '@sacred-qa/contracts/judge';
import { wilson95 } from '@sacred-qa/foundation/statistics';

export type Vote = 'pass' | 'fail';

/** Cohen's kappa: agreement beyond what two raters with these habits would reach by chance. */
export function agreementOf(pairs: readonly (readonly [Vote, Vote])[]): Agreement {
  const n = pairs.length;
  const same = pairs.filter(([a, b]) => a === b).length;
  const fails = (rater: 0 | 1) => pairs.filter((pair) => pair[rater] === 'fail').length / n;
  const [a, b] = n === 0 ? [0, 0] : [fails(0), fails(1)];
  const byChance = a * b + (1 - a) * (1 - b);
  return {
    n,
    same,
    interval: wilson95(same, n),
    kappa: n === 0 || byChance === 1 ? null : (same / n - byChance) / (1 - byChance),
  };
}

/** Below this nothing is known of a judge in a language. */
const LABELS_NEEDED = 10;
const SHARE_NEEDED = 0.8;

/** Why a judge is not calibrated by these labels, in a sentence; empty when it is. `unscored`: labels it could not judge. */
export function whyUncalibrated(pairs: readonly (readonly [Vote, Vote])[], labels: number): string {
  if (labels < LABELS_NEEDED) return `${labels} labels; ${LABELS_NEEDED} are needed.`;
  if (new Set(pairs.map(([label]) => label)).size < 2)
    return 'The labels hold no pass, or no failure: either can be guessed.';
  const { same } = agreementOf(pairs);
  // A label that the judge could not judge is one that it did not get right.
  if (same / labels < SHARE_NEEDED) {
    return `It agrees with ${same} of ${labels} labels; ${Math.ceil(SHARE_NEEDED * labels)} are needed.`;
  }
  return '';
}
