/**
 * Owns dates as lists and spans tell them: `7-13 October`, `6, 7 and 9 March`, `Mon 7`. Beyond calendar-dates.ts, which
 * knows whole dates only. The year may be missing; the month may come from what stands around.
 */
import { type CalendarDate, datesIn } from '../calendar-dates.ts';
import { monthsIn } from '../month-names.ts';

export interface DayOfMonth {
  start: number;
  end: number;
  year: number | null;
  month: number;
  day: number;
  /** Stands for all days up to this date (`7-13 October`): the place of its last day in the list. */
  through: boolean;
}

const LIST_BEFORE =
  /((?:\d{1,2}(?:st|nd|rd|th)?\s*(?:,|-|–|—|to|and|&|और|aur|से|se|तक|व|आणि|ও|এবং|மற்றும்|மరియు|ಮತ್ತು|ਅਤੇ|અને|മുതൽ|முதல்)\s*(?:and\s+|और\s+)?)+)(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:of\s+)?)?$/iu;
const LIST_BEHIND =
  /^\s*\d{1,2}(?:st|nd|rd|th)?((?:\s*(?:,|-|–|—|to|and|&)\s*(?:and\s+)?\d{1,2}(?:st|nd|rd|th)?(?!\d|[:.]\d|\s*(?:am|pm|%)))+)/iu;
const ITEM = /(\d{1,2})(?:st|nd|rd|th)?\s*(,|-|–|—|to|and|&|और|aur|से|se|तक)?/giu;

function listed(text: string, offset: number, of: { year: number | null; month: number }): DayOfMonth[] {
  return [...text.matchAll(ITEM)]
    .map((match) => ({
      start: offset + match.index,
      end: offset + match.index + (match[1]?.length ?? 0),
      year: of.year,
      month: of.month,
      day: Number(match[1]),
      through: /^(?:-|–|—|to|से|se)$/iu.test(match[2] ?? ''),
    }))
    .filter(({ day }) => day >= 1 && day <= 31);
}

/** All dates of a folded text, those of lists and spans included, in order. */
export function daysIn(text: string): DayOfMonth[] {
  const whole = datesIn(text).map((date: CalendarDate): DayOfMonth => ({ ...date, through: false }));
  const found: DayOfMonth[] = [...whole];
  for (const month of monthsIn(text)) {
    const date = whole.find((one) => one.start <= month.start && month.start < one.end);
    const year = date?.year ?? /^[\s,]*(\d{4})(?!\d)/u.exec(text.slice(month.end))?.[1] ?? null;
    const of = { month: month.month, year: year === null ? null : Number(year) };
    const head = text.slice(Math.max(0, month.start - 80), month.start);
    const before = LIST_BEFORE.exec(head);
    if (before !== null) found.push(...listed(before[1] ?? '', Math.max(0, month.start - 80) + before.index, of));
    const behind = LIST_BEHIND.exec(text.slice(month.end));
    if (behind !== null) {
      const at = month.end + behind[0].length - (behind[1]?.length ?? 0);
      found.push(...listed(behind[1] ?? '', at, of));
    }
  }
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, index, all) => {
      const last = all[index - 1];
      return last === undefined || one.start >= last.end || one.day !== last.day;
    });
}
