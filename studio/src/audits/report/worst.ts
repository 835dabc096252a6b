/** Which findings a reader with five minutes should see, and what they may cost by the client's own figures. Pure. */
import { SETTLED } from '@sacred-qa/contracts/finding';
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';
import type { Numbered } from './opening.ts';
import { type Grade, gradeOf } from './severity.ts';

const SHOWN = 5;

/** Still to be mended: neither fixed nor left on purpose. */
export const isToMend = ({ status }: FindingView): boolean => status !== 'fixed' && !SETTLED.has(status);

/** The gravest that are still to be mended; of one grade, the most frequent first. */
export function fiveWorst(findings: readonly Numbered[]): Numbered[] {
  return findings.filter(({ finding }) => isToMend(finding)).slice(0, SHOWN);
}

/** How many are still to be mended, by grade. */
export function countToMend(findings: readonly Numbered[], grade: Grade): number {
  return findings.filter(({ finding }) => isToMend(finding) && gradeOf(finding) === grade).length;
}

/** Paise a month: the client's volume × the share of trials that failed × the client's loss, with the interval of the share. */
export function monthlyLoss(
  { failed, scored, interval }: FindingView,
  { monthly_users, loss_per_case_paise }: NonNullable<ReportData['volume']>,
): { low: number; likely: number; high: number } | null {
  if (scored === 0) return null;
  const at = (share: number): number => monthly_users * share * loss_per_case_paise;
  return { low: at(interval.low), likely: at(failed / scored), high: at(interval.high) };
}
