import { expect, test } from 'vitest';
import { addDays, addMonths, isDay, istDay, mondayOf, weekdayOf, weeksOfMonth } from './days.ts';

test('an instant belongs to the Indian day, which begins five and a half hours before that of London', () => {
  expect(istDay('2025-10-05T18:29:59.999Z')).toBe('2025-10-05');
  expect(istDay('2025-10-05T18:30:00.000Z')).toBe('2025-10-06');
});

test('a week begins on Monday, and days go on over the ends of months and years', () => {
  expect(mondayOf('2025-10-12')).toBe('2025-10-06');
  expect(mondayOf('2025-10-06')).toBe('2025-10-06');
  expect(weekdayOf('2025-10-12')).toBe(7);
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
});

test('a month is shown in whole weeks, each day of it once', () => {
  for (const month of ['2025-10', '2026-02', '2026-03', '2027-02', '2024-12']) {
    const weeks = weeksOfMonth(`${month}-15`);
    const days = weeks.flat();
    expect(weeks.every((week) => week.length === 7 && weekdayOf(week[0] ?? '') === 1)).toBe(true);
    expect(new Set(days).size).toBe(days.length);
    const inside = days.filter((day) => day.startsWith(month));
    expect(inside[0]).toBe(`${month}-01`);
    expect(addDays(inside.at(-1) ?? '', 1).slice(0, 7)).not.toBe(month);
    expect(weeks.at(-1)?.some((day) => day.startsWith(month))).toBe(true);
  }
});

test('a month on from the 31st is the last day of a shorter month', () => {
  expect(addMonths('2025-10-31', 1)).toBe('2025-11-30');
  expect(addMonths('2025-01-31', -1)).toBe('2024-12-31');
});

test('only a day that exists is one', () => {
  expect(isDay('2025-02-30')).toBe(false);
  expect(isDay('2025-2-3')).toBe(false);
  expect(isDay('2024-02-29')).toBe(true);
});
