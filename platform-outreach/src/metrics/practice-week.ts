/** Weeks of the practice: from Monday to Sunday in India, numbered from where a campaign says so. Pure. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { isoOf } from '@sacred-qa/foundation/clock';

const ZONE = 'Asia/Kolkata';

export interface PracticeWeek {
  /** 1 is the first week of the practice. */
  week: number;
  /** Its Monday, such as 2025-10-06. */
  week_of: string;
  /** Monday, 00:00 in India, as an instant. */
  from: string;
  /** The next Monday, 00:00 in India: the first instant that is no longer in it. */
  until: string;
}

/** A Monday whose number is known. */
export interface Anchor {
  week: number;
  week_of: string;
}

/** The October sprint as the practice first ran it; holds until a planned campaign names its own `practice_week`. */
export const SPRINT_ANCHOR: Anchor = { week: 2, week_of: '2025-10-06' };

const startOf = (date: Temporal.PlainDate): string =>
  isoOf(date.toZonedDateTime({ timeZone: ZONE }).toInstant().epochMilliseconds);

/** Any day names its week. Throws `validation_failed` for what is no date, or lies before the first week. */
export function weekOfDate(day: string, anchor: Anchor): PracticeWeek {
  const monday = mondayOf(dateOf(day));
  const known = dateOf(anchor.week_of);
  const week = anchor.week + Math.round(monday.since(known, { largestUnit: 'days' }).days / 7);
  if (week < 1) {
    const first = known.subtract({ weeks: anchor.week - 1 });
    throw new StudioError(
      'validation_failed',
      `${day} lies before the practice’s first week, which began on ${first}.`,
    );
  }
  return { week, week_of: String(monday), from: startOf(monday), until: startOf(monday.add({ weeks: 1 })) };
}

export function weekNumbered(week: number, anchor: Anchor): PracticeWeek {
  return weekOfDate(String(dateOf(anchor.week_of).add({ weeks: week - anchor.week })), anchor);
}

/** The day in India at that instant. */
export const dayInIndia = (epochMs: number): string =>
  String(Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(ZONE).toPlainDate());

/**
 * The week that a scheduled job means: from Thursday on the one that runs, before that the one that ended. So a job of
 * Saturday or Sunday that could only run on Monday still writes the week it was due for.
 */
export const dayOfDueWeek = (nowMs: number): string => dayInIndia(nowMs - 3 * 86_400_000);

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function dateOf(day: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(day);
  } catch (error) {
    throw new StudioError('validation_failed', `"${day}" is no date such as 2025-10-06.`, { cause: error });
  }
}
