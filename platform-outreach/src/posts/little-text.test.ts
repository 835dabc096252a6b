import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLittleText } from '../testing/fake-linkedin.ts';
import { littleText, postLength, shownText } from './little-text.ts';

const RESERVED = [...'\\|{}@[]()<>#*_~'];
const written = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme' }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(...RESERVED, '#उपयोगकर्ता', '#QA', '#1', ' #a_b', '{hashtag|x}', '@[A](urn)'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('क्षत्रिय ', 'ഭാഷ‍ ', '👩🏽‍🏫', '\n\n', 'https://a.example/?utm_source=x&y=(1)'),
      },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('whatever is written is shown to its last sign, by an independent reader of the format', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(readLittleText(littleText(text))).toBe(text);
      expect(shownText(littleText(text))).toBe(text);
    }),
    { numRuns: 3000 },
  );
});

test('a hashtag stays one in any script, and a number, a part of a word or a link is none', () => {
  expect(littleText('See #QA and #भाषा.')).toBe('See {hashtag|\\#|QA} and {hashtag|\\#|भाषा}.');
  expect(littleText('#1 a#b C# x/#top')).toBe('\\#1 a\\#b C\\# x/\\#top');
});

test('the length is the strictest of all counts', () => {
  fc.assert(
    fc.property(written, (text) => {
      const graphemes = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;
      expect(postLength(text)).toBeGreaterThanOrEqual(Math.max(text.length, [...text].length, graphemes));
    }),
    { numRuns: 500 },
  );
});
