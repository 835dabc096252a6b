/**
 * Binds a campaign's weekdays and wall times to the dates of one week. Pure: the same week gives the same instants.
 * A slot that cannot be meant is an error with a sentence, never a silent move.
 */
import { hash } from 'node:crypto';
import type { Holidays } from './holidays.ts';
import { type CampaignSpec, WEEKDAYS, type Weekday } from './spec.ts';

export interface Slot {
  kind: 'post' | 'batch' | 'follow_up';
  /** The post's or the batch's name. */
  name: string;
  title: string;
  /** 1 is the first mail, 2 the first follow-up. Posts have 1. */
  step: number;
  content: string;
  /** The wall date in the campaign's zone, YYYY-MM-DD. */
  date: string;
  /** HH:MM in the campaign's zone. */
  at: string;
  /** Instants, ISO 8601 in UTC. */
  dueAt: string;
  notAfter: string;
}

export interface BoundWeek {
  slots: Slot[];
  /** What makes the plan impossible, in words. */
  errors: string[];
  /** What a person should know. */
  warnings: string[];
}

/** `weekOf` is the Monday of the week, YYYY-MM-DD. */
export function bindWeek(spec: CampaignSpec, weekOf: string, holidays: Holidays): BoundWeek {
  const monday = plainDate(weekOf);
  if (monday === null) return refused(`${weekOf} is no date of the calendar.`);
  if (monday.dayOfWeek !== 1) {
    const before = monday.subtract({ days: monday.dayOfWeek - 1 });
    return refused(
      `${weekOf} is a ${dayName(monday)}; the week begins on Monday, ${before}. Plan with --week-of ${before}.`,
    );
  }
  const week: BoundWeek = { slots: [], errors: [], warnings: [] };
  const bind = (what: Omit<Slot, 'date' | 'dueAt' | 'notAfter'>, date: Temporal.PlainDate, minutes: number): void => {
    const where = `${what.kind === 'follow_up' ? `follow-up ${what.step - 1} of batch` : what.kind} ${what.name}`;
    const due = dueOn(date, what.at, spec.zone);
    if (due === null) {
      week.errors.push(`${where}: there is no ${what.at} on ${date} in ${spec.zone}; the clocks are changed then.`);
      return;
    }
    checkDay(where, date, what.at, spec, holidays, week);
    const notAfter = due.add({ minutes });
    week.slots.push({ ...what, date: String(date), dueAt: isoOf(due), notAfter: isoOf(notAfter) });
  };

  for (const post of spec.posts) {
    const date = dateOf(monday, post.day, post.date, `post ${post.name}`, week);
    const { name, title, at, content } = post;
    bind({ kind: 'post', name, title, step: 1, at, content }, date, post.not_later_than_minutes);
  }
  for (const batch of spec.batches) {
    const date = dateOf(monday, batch.day, batch.date, `batch ${batch.name}`, week);
    const { name, title, at, content } = batch;
    bind({ kind: 'batch', name, title, step: 1, at, content }, date, batch.not_later_than_minutes);
    let last = date;
    for (const [i, next] of batch.follow_ups.entries()) {
      last = last.add({ days: next.after_days });
      bind(
        { kind: 'follow_up', name, title, step: i + 2, at: next.at, content: next.content },
        last,
        next.not_later_than_minutes,
      );
    }
  }
  week.slots.sort((a, b) => a.dueAt.localeCompare(b.dueAt) || a.name.localeCompare(b.name));
  return week;
}

/**
 * When each mail of a slot leaves: one after the other, with the gap and a jitter that the person's id decides, so
 * that the same plan gives the same times.
 */
export function spread(
  slot: Slot,
  limits: CampaignSpec['limits'],
  prospectIds: readonly string[],
): { prospectId: string; sendAt: string }[] {
  const startMs = Date.parse(slot.dueAt);
  return prospectIds.map((prospectId, i) => {
    const atMs = startMs + i * limits.gap_seconds * 1000 + jitterMs(slot.name, slot.step, prospectId, limits);
    return { prospectId, sendAt: new Date(atMs).toISOString() };
  });
}

/** How much longer than the gap the mail of a step waits. */
export const jitterMs = (slot: string, step: number, prospectId: string, limits: CampaignSpec['limits']): number =>
  Math.floor(fractionOf(`${slot} ${step} ${prospectId}`) * limits.jitter_seconds * 1000);

/** 0 <= x < 1, the same for the same text. */
const fractionOf = (text: string): number => Number.parseInt(hash('sha256', text).slice(0, 12), 16) / 2 ** 48;

function dateOf(
  monday: Temporal.PlainDate,
  day: Weekday,
  given: string | undefined,
  where: string,
  week: BoundWeek,
): Temporal.PlainDate {
  const date = monday.add({ days: WEEKDAYS.indexOf(day) });
  if (given === undefined || given === String(date)) return date;
  const named = plainDate(given);
  const what =
    named === null
      ? 'is no date of the calendar'
      : dayName(named).toLowerCase() === day
        ? `is not in the week of ${monday}`
        : `is a ${dayName(named)}, not a ${day}`;
  week.errors.push(`${where}: ${given} ${what}; the ${day} of that week is ${date}.`);
  return date;
}

function checkDay(
  where: string,
  date: Temporal.PlainDate,
  at: string,
  spec: CampaignSpec,
  holidays: Holidays,
  week: BoundWeek,
): void {
  if (isQuiet(at, spec.quiet_hours)) {
    week.errors.push(`${where}: ${at} lies in the quiet hours, ${spec.quiet_hours.from} to ${spec.quiet_hours.to}.`);
  }
  const holiday = holidays.on(String(date));
  if (holiday.kind === 'unknown') {
    week.warnings.push(`${where}: no list of holidays for ${date.year}; look whether ${date} is one.`);
  }
  if (holiday.kind !== 'holiday') return;
  const sentence = `${where}: ${date} is ${holiday.name}, a public holiday.`;
  if (spec.holidays === 'allow') week.warnings.push(sentence);
  else week.errors.push(`${sentence} Choose another day, or set "holidays: allow".`);
}

/** `from` after `to` means over midnight. */
export function isQuiet(at: string, quiet: { from: string; to: string }): boolean {
  if (quiet.from === quiet.to) return false;
  return quiet.from < quiet.to ? at >= quiet.from && at < quiet.to : at >= quiet.from || at < quiet.to;
}

/** When the quiet hours end in which an instant lies; null where it lies in none. Both in milliseconds. */
export function quietUntilMs(atMs: number, { zone, quiet_hours }: Pick<CampaignSpec, 'zone' | 'quiet_hours'>) {
  const here = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  if (!isQuiet(here.toPlainTime().toString({ smallestUnit: 'minute' }), quiet_hours)) return null;
  const end = here.withPlainTime(quiet_hours.to);
  const isOver = Temporal.ZonedDateTime.compare(end, here) <= 0;
  return (isOver ? here.add({ days: 1 }).withPlainTime(quiet_hours.to) : end).epochMilliseconds;
}

/** Null where the wall time does not exist or exists twice: nobody could say which was meant. */
function dueOn(date: Temporal.PlainDate, at: string, zone: string): Temporal.Instant | null {
  try {
    return date
      .toPlainDateTime(Temporal.PlainTime.from(at))
      .toZonedDateTime(zone, { disambiguation: 'reject' })
      .toInstant();
  } catch {
    return null;
  }
}

function plainDate(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

const dayName = (date: Temporal.PlainDate): string => {
  const name = WEEKDAYS[date.dayOfWeek - 1] as Weekday;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const isoOf = (instant: Temporal.Instant): string => new Date(instant.epochMilliseconds).toISOString();

const refused = (error: string): BoundWeek => ({ slots: [], errors: [error], warnings: [] });
