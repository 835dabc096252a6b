import { describe, expect, test } from 'vitest';
import { datesIn } from './calendar-dates.ts';
import { timesIn } from './clock-times.ts';
import { foldLetters } from './letters.ts';
import { monthsIn } from './month-names.ts';

describe('dates', () => {
  test.each([
    ['07/10/2025', 2025, 10, 7],
    ['७-१०-२०२५', 2025, 10, 7],
    ['7.10.25', 2025, 10, 7],
    ['2025-10-07', 2025, 10, 7],
    ['7 October 2025', 2025, 10, 7],
    ['October 7, 2025', 2025, 10, 7],
    ['7th of Oct 2025', 2025, 10, 7],
    ['05-Aug-2026', 2026, 8, 5],
    ['७ अक्टूबर २०२५', 2025, 10, 7],
    ['5 మే 2026', 2026, 5, 5],
    ['১১ ফেব্রুয়ারি ২০২৭', 2027, 2, 11],
  ])('%s', (text, year, month, day) => {
    expect(datesIn(foldLetters(text))).toMatchObject([{ year, month, day }]);
  });

  test('what cannot be a date is none', () => {
    expect(datesIn('45/13/2025, ratio 3/4, section 318(4), 1-800-891-4416')).toEqual([]);
  });
});

describe('months', () => {
  test.each([
    ['It is due in May.', [5]],
    ['It may rain; May I help?', []],
    ['ऊपर मे देखो', []],
    ['मे महिना', [5]],
    ['5 मे', [5]],
    ['disambar ya farvari', [12, 2]],
    ['அக்டோபரில்', [10]],
    ['ഒക്ടോബറിൽ', [10]],
    ['సెప్టెంబరులో', [9]],
    ['March for it', [3]],
  ])('%s', (text, months) => {
    expect(monthsIn(foldLetters(text)).map((one) => one.month)).toEqual(months);
  });
});

describe('times of day, in minutes after midnight', () => {
  test.each([
    ['03:30', [[210]]],
    ['3.30 pm', [[930]]],
    ['0330 UTC', [[210]]],
    ['9 AM', [[540]]],
    ['12:15 am', [[15]]],
    ['सुबह 9 बजे', [[540]]],
    ['शाम साढ़े पाँच बजे', [[1050]]],
    ['रात ११:४५ बजे', [[1425]]],
    ['shaam 5 baje', [[1020]]],
    ['সকাল 10টা', [[600]]],
    ['மாலை 4 மணி', [[960]]],
    ['दोपहर 3 बजे', [[900]]],
    ['5 baje', [[300, 1020]]],
    ['₹9.50 for 3 kg', []],
    ['chapter 9', []],
  ])('%s', (text, minutes) => {
    expect(timesIn(foldLetters(text)).map((time) => time.minutes)).toEqual(minutes);
  });
});
