/** Owns calendar dates as India writes them: day first in figures, month names in many languages, ISO. */
import { monthsIn } from './month-names.ts';

export interface CalendarDate {
  start: number;
  end: number;
  year: number | null;
  month: number;
  day: number;
}

const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)/gu;
const ISO = /(?<![\d-])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?![\d-])/gu;

function real(date: CalendarDate): boolean {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** Dates of a folded text, in order; figures are read day first. */
export function datesIn(text: string): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (const match of text.matchAll(NUMERIC)) {
    dates.push({
      start: match.index,
      end: match.index + match[0].length,
      day: Number(match[1]),
      month: Number(match[3]),
      year: fullYear(match[4] ?? ''),
    });
  }
  for (const match of text.matchAll(ISO)) {
    dates.push({
      start: match.index,
      end: match.index + match[0].length,
      year: Number(match[1]),
      month: Number(match[2]),
      day: Number(match[3]),
    });
  }
  for (const { start, end, month } of monthsIn(text)) {
    // ১৫ই আগস্ট, ૧૫મી ઓગસ્ટ
    const before = /(?<!\d)(?:(\d{4}),?\s+)?(?:(\d{1,2})(?:st|nd|rd|th|ই|লা|রা|ঠা|শে|મી|ನೇ|వ)?(?:\s+of)?[\s-]*)?$/iu.exec(
      text.slice(0, start),
    );
    const after = /^[\s,.-]*(?:(\d{1,2})(?:st|nd|rd|th)?(?![\d:%])[\s,]*)?(\d{4})?/iu.exec(text.slice(end));
    const day = before?.[2] ?? after?.[1];
    if (day === undefined) continue;
    const year = before?.[1] ?? after?.[2];
    const usesAfter =
      before?.[2] === undefined
        ? (after?.[0] ?? '')
        : year === after?.[2] && year !== undefined
          ? (after?.[0] ?? '')
          : '';
    dates.push({
      start: start - (before?.[0].length ?? 0),
      end: end + usesAfter.trimEnd().length,
      day: Number(day),
      month,
      year: year === undefined ? null : Number(year),
    });
  }
  return dates.filter(real).sort((a, b) => a.start - b.start);
}
