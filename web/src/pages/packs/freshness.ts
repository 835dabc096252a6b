/** Whether what a pattern rests on may have changed since it was looked up. Pure. */
import type { Pattern } from '@sacred-qa/contracts/pack';

/** `today` is an ISO date; a pattern is good up to and with the day on which it is to be checked. */
export const isStale = (pattern: Pick<Pattern, 'recheck_by'>, today: string): boolean =>
  pattern.recheck_by !== undefined && pattern.recheck_by < today;
