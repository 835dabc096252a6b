/** What must be said beside a pattern of two compared runs, as `studio audit compare` says it. Pure. */
import type { Change, Comparison } from '@sacred-qa/contracts/comparison';
import { audits } from '../../strings/audits.ts';

const s = audits.comparison;

/** Why the verdict is no firmer than it is. */
export function notesOf(change: Change | Comparison['patterns'][number]): string[] {
  const hints = 'hints' in change ? change.hints : { a: 0, b: 0 };
  return [
    ...standingOf(change),
    ...('advisory' in change && change.advisory ? [s.advisory] : []),
    ...(hints.a + hints.b === 0 ? [] : [s.hints(hints.a, hints.b)]),
  ];
}

function standingOf(change: Change | Comparison['patterns'][number]): string[] {
  if ('judged_otherwise' in change && change.judged_otherwise) return [s.otherwise];
  if (change.test === 'none') return [s.notJudged];
  return change.trials_needed === null ? [] : [s.needs(change.trials_needed)];
}

/** What the table cannot show: patterns of one run alone. */
export const remarksOf = ({ only_in_a, only_in_b }: Comparison): string[] => [
  ...(only_in_a.length === 0 ? [] : [s.onlyBefore(only_in_a.join(', '))]),
  ...(only_in_b.length === 0 ? [] : [s.onlyAfter(only_in_b.join(', '))]),
];

/** In points of a hundred, with its sign. */
const points = (rate: number): string => `${rate > 0 ? '+' : rate < 0 ? '−' : '±'}${Math.abs(Math.round(rate * 100))}`;
export const rangeOf = ({ difference: { low, high } }: Change): string => s.range(points(low), points(high));
