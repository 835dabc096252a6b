/** Owns dates in a message: 07/10/2025 is 7 October in India; months are known by name in every language of the bot. */
import { MONTHS, ROMAN_MONTHS } from '../writing/calendar-names.ts';
import { fold, soundKey } from './fold.ts';

export interface CalendarDate {
  /** Place in the folded text. */
  start: number;
  end: number;
  /** Null where only a month is named. */
  day: number | null;
  month: number;
  year: number | null;
  /** Written as 07/10/2025, so that day and month can be mistaken for each other. */
  slashed: boolean;
}

const MONTH_NAMES = new Map<string, number>();
for (const names of Object.values(MONTHS)) {
  names.forEach((name, month) => {
    MONTH_NAMES.set(fold(name), month + 1);
  });
}
ROMAN_MONTHS.forEach((name, month) => {
  MONTH_NAMES.set(name, month + 1);
});
'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').forEach((name, month) => {
  MONTH_NAMES.set(name, month + 1);
});
for (const [month, names] of Object.entries({
  1: 'जनवरि',
  2: 'फरवरी feb february फ़रवरी',
  9: 'sept सितम्बर सितंबर september',
  10: 'अक्तूबर अक्टूबर october',
  11: 'नवम्बर नवंबर november',
  12: 'दिसम्बर दिसंबर december',
})) {
  for (const name of fold(names).split(' ')) MONTH_NAMES.set(name, Number(month));
}

function monthNamed(word: string): number | undefined {
  const exact = MONTH_NAMES.get(word) ?? MONTH_NAMES.get(soundKey(word));
  if (exact !== undefined || /^[a-z]/.test(word)) return exact;
  // Southern languages put their endings on the month: அக்டோபரில், అక్టోబర్‌లో.
  for (const [name, month] of MONTH_NAMES) if (name.length > 3 && word.startsWith(name)) return month;
  return undefined;
}

const SLASHED = /(?<![\d/.:-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/gu;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const DAY_BEFORE = /(?<![\d:.,])(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s,]*$/u;
const DAY_AFTER = /^\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\s*(?:am|pm|baje|बजे))/u;
const YEAR_AFTER = /^[\s,]*(?:के|ki|ka|of)?\s*(\d{4})(?!\d)/u;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const isDay = (day: number): boolean => day >= 1 && day <= 31;

function figuresIn(folded: string, monthFirst: boolean): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (const match of folded.matchAll(ISO)) {
    dates.push({
      ...span(match),
      day: Number(match[3]),
      month: Number(match[2]),
      year: Number(match[1]),
      slashed: false,
    });
  }
  for (const match of folded.matchAll(SLASHED)) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const swapped = first > 12 ? false : monthFirst || second > 12;
    const [day, month] = swapped ? [second, first] : [first, second];
    dates.push({ ...span(match), day, month, year: fullYear(match[4] ?? ''), slashed: true });
  }
  return dates;
}

function namedIn(folded: string): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (const match of folded.matchAll(WORD)) {
    const month = monthNamed(match[0]);
    if (month === undefined) continue;
    const before = DAY_BEFORE.exec(folded.slice(0, match.index));
    let end = match.index + match[0].length;
    const after = before === null ? DAY_AFTER.exec(folded.slice(end)) : null;
    end += after?.[0].length ?? 0;
    const year = YEAR_AFTER.exec(folded.slice(end));
    end += year?.[0].length ?? 0;
    const day = before ?? after;
    const lone = day === null && year === null;
    // "may" and "mar" are months only beside a figure.
    if (lone && ['may', 'mar', 'mai', 'मे', 'मई', 'மே', 'మే', 'મે', 'ਮਈ', 'ಮೇ', 'মে'].map(fold).includes(match[0]))
      continue;
    dates.push({
      start: before === null ? match.index : before.index,
      end,
      day: day === null ? null : Number(day[1]),
      month,
      year: year === null ? null : Number(year[1]),
      slashed: false,
    });
  }
  return dates;
}

const span = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
});

/** Dates in order. `monthFirst` reads 07/10 as July, as no Indian does. */
export function datesIn(folded: string, monthFirst: boolean): CalendarDate[] {
  return [...figuresIn(folded, monthFirst), ...namedIn(folded)]
    .filter((date) => date.month >= 1 && date.month <= 12 && (date.day === null || isDay(date.day)))
    .sort((a, b) => a.start - b.start);
}
