/** Days of the Indian calendar as `2025-10-06`, reckoned without a clock. */
const DAY_MS = 86_400_000;
const IST_MS = 5.5 * 3_600_000;

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day on which an instant falls in India. */
export const istDay = (iso: string): string => dayOf(Date.parse(iso) + IST_MS);

export const addDays = (day: string, days: number): string => dayOf(msOf(day) + days * DAY_MS);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => new Date(msOf(day)).getUTCDay() || 7;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(msOf(text)) && dayOf(msOf(text)) === text;

/** Whole weeks, Monday first, that hold the month of the day. */
export function weeksOfMonth(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const weeks: string[][] = [];
  for (let at = mondayOf(first); weeks.length === 0 || at.slice(0, 7) === day.slice(0, 7); at = addDays(at, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(at, i)));
  return weeks;
}

/** The same day of another month, or its last one. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

const words = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-IN', { timeZone: 'UTC', ...options });
  // en-IN puts a comma behind each part: `Mon, 6 Oct, 2025`.
  return (day: string): string => format.format(msOf(day)).replaceAll(',', '');
};
export const monthWords = words({ month: 'long', year: 'numeric' });
export const dayWords = words({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
export const weekdayWords = words({ weekday: 'short' });
export const shortDayWords = words({ weekday: 'short', day: 'numeric', month: 'short' });
