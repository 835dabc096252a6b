import { expect, test } from 'vitest';
import {
  calendarDay,
  counted,
  duration,
  figure,
  inr,
  inrAbout,
  interval,
  isLoopback,
  istInstant,
  languageName,
  listed,
  percent,
} from './wording.ts';

test('numbers are grouped in lakh and crore', () => {
  expect([0, 999, 1000, 99_999, 100_000, 1_234_567, 123_456_789].map(figure)).toEqual([
    '0',
    '999',
    '1,000',
    '99,999',
    '1,00,000',
    '12,34,567',
    '12,34,56,789',
  ]);
});

test('one is singular, everything else plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'case'))).toEqual(['0\u00a0cases', '1\u00a0case', '2\u00a0cases']);
});

test('a share that is not quite nothing or all is not rounded to it', () => {
  expect([0, 0.004, 0.0362, 0.5, 0.994, 1].map((share) => percent(share).replace('\u00a0', ' '))).toEqual([
    '0 %',
    'under 1 %',
    '4 %',
    '50 %',
    'over 99 %',
    '100 %',
  ]);
  expect(interval({ low: 0.3755, high: 0.9638 })).toBe('38\u00a0% to 96\u00a0%');
});

test('rupees are exact as a price, and rounded to two digits as a reckoned sum', () => {
  expect([0, 50, 49_950, 2_500_000, 1_234_567_800].map(inr)).toEqual([
    '₹0',
    '₹0.50',
    '₹499.50',
    '₹25,000',
    '₹1,23,45,678',
  ]);
  expect(
    [0, 4_000, 5_234_500, 67_412_345, 123_456_789_00, 9_96_00_000_00].map((paise) =>
      inrAbout(paise).replace('\u00a0', ' '),
    ),
  ).toEqual(['₹0', '₹40', '₹52,000', '₹6.7 lakh', '₹12 crore', '₹10 crore']);
});

test('an instant is told in Indian time, over midnight and year too', () => {
  expect(istInstant('2026-12-31T18:30:00.000Z')).toBe('1 January 2027, 00:00 IST (UTC+05:30)');
  expect(istInstant('no instant')).toBe('no instant');
  expect(calendarDay('2026-04-01')).toBe('1 April 2026');
});

test('spans are told in the unit that fits', () => {
  expect([812.4, 2140, 59_960, 399_780, 7_500_000].map((ms) => duration(ms).replaceAll('\u00a0', ' '))).toEqual([
    '812 ms',
    '2.1 s',
    '1 min 00 s',
    '6 min 40 s',
    '2 h 05 min',
  ]);
});

test('a language is named, with its letters where they are not its own', () => {
  expect(['hi', 'hi-Latn', 'or', 'und', 'xx-YY'].map(languageName)).toEqual([
    'Hindi',
    'Hindi in Latin letters',
    'Odia',
    '',
    'xx-YY',
  ]);
});

test('parts are listed as in a sentence', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

test.each([
  ['http://127.0.0.1:7301/v1', true],
  ['http://[::1]/v1', true],
  ['http://localhost:9', true],
  ['https://127.0.0.1.example.com', false],
  ['https://bot.example.in', false],
  ['node bot.js', true],
])('%s lies on the machine itself: %s', (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});
