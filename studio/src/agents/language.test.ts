import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifyLanguage } from './language.ts';

test.each([
  ['Check the refund flow', 'en', 'Latn'],
  ['Kya aap kal aa sakte hain?', 'hi-Latn', 'Latn'],
  ['Hai', 'en', 'Latn'],
  ['chai paisewala', 'en', 'Latn'],
  ['12,500 / 3!', 'und', 'Zyyy'],
  ['', 'und', 'Zyyy'],
  ['क्या यह बॉट हिन्दी समझता है?', 'hi', 'Deva'],
  ['माझे नाव काय आहे', 'mr', 'Deva'],
  ['வணக்கம்', 'ta', 'Taml'],
  ['نمستے', 'ur', 'Arab'],
])('%j is %s in %s', (text, language, script) => {
  expect(identifyLanguage(text)).toEqual({ language, script });
});

test('a text in ASCII is what it would be with a mark beyond it, whose letters are counted', () => {
  const words = fc.constantFrom('hai', 'Kaise', 'KO', 'hair', 'meri', 'audit', '42', "it's", '-', '.', '\n', ' ');
  const text = fc.oneof(
    fc.array(words).map((all) => all.join(' ')),
    fc.array(words).map((all) => all.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(text, (ascii) => {
      expect(identifyLanguage(ascii)).toEqual(identifyLanguage(`${ascii} …`));
    }),
    { numRuns: 2000 },
  );
});
