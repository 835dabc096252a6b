import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldDigits } from './digits.ts';
import { foldLetters } from './letters.ts';
import { has, mentions, words } from './lexicon.ts';
import { readText } from './reading.ts';

test.each([
  ['Devanagari', '०१२३४५६७८९'],
  ['Bengali', '০১২৩৪৫৬৭৮৯'],
  ['Gurmukhi', '੦੧੨੩੪੫੬੭੮੯'],
  ['Gujarati', '૦૧૨૩૪૫૬૭૮૯'],
  ['Odia', '୦୧୨୩୪୫୬୭୮୯'],
  ['Tamil', '௦௧௨௩௪௫௬௭௮௯'],
  ['Telugu', '౦౧౨౩౪౫౬౭౮౯'],
  ['Kannada', '೦೧೨೩೪೫೬೭೮೯'],
  ['Malayalam', '൦൧൨൩൪൫൬൭൮൯'],
  ['Urdu', '۰۱۲۳۴۵۶۷۸۹'],
  ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
  ['Ol Chiki', '᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙'],
  ['full-width', '０１２３４５６７８９'],
  ['mathematical bold', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
])('%s digits are read as 0 to 9', (_script, digits) => {
  expect(foldDigits(digits)).toBe('0123456789');
});

test.each([
  ['सितम्बर', 'सितंबर'],
  ['সন্ধ্যা', 'সংধ্যা'],
  ['ଟଙ୍କା', 'ଟଂକା'],
])('a word is found whether its nasal is spelled %s or %s', (one, other) => {
  for (const listed of [one, other]) {
    for (const written of [one, other]) expect(has(`5 ${written} 2026`, words(listed))).toBe(true);
  }
});

test.each([
  ['composed and decomposed nukta', 'क\u0958\u0959', 'क\u0915\u093c\u0916\u093c'],
  ['a loan nukta and none', 'अंग्रेज़ी', 'अंग्रेजी'],
  ['chandrabindu and anusvara', 'हाँ', 'हां'],
  ['a chillu and its old spelling', 'ൻ', 'ന\u0d4d\u200d'],
  ['khanda ta and its old spelling', 'ৎ', 'ত\u09cd\u200d'],
  ['Arabic and Urdu letters', 'كي', 'کی'],
  ['a joiner and none', 'क्\u200dष', 'क्ष'],
  ['a hard hyphen and a plain one', '1\u2011800', '1-800'],
  ['a narrow space and a plain one', '98765\u202f43210', '98765 43210'],
])('%s are the same letter to a reader', (_name, one, other) => {
  expect(foldLetters(one)).toBe(foldLetters(other));
});

test('folding twice is folding once, and ASCII is left alone', () => {
  const text = 'हाँ, ज़रूर! ₹१,५०,००० “ठीक” كي ന\u0d4d\u200d';
  expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
  expect(foldLetters('Call 112 - "now"')).toBe('Call 112 - "now"');
});

test.each([
  ['**₹१,५०,०००** तैयार', '₹1,50,000 तैयार'],
  ['`234123412346`', '234123412346'],
  ['__नोट__: *ज़रूरी*', 'नोट: जरूरी'],
  ['**** 2346 और XXXX', '**** 2346 और XXXX'],
  ['30 3 * * *', '30 3 * * *'],
])('%j is read as %j', (original, text) => {
  expect(readText(original).text).toBe(text);
});

test('every place of the folded text leads back to the verbatim answer', () => {
  const original = 'हाँ! **₹१,५०,०००** (क\u093c\u200d़ीमत) 👍🏽 ठीक';
  const reading = readText(original);
  for (const piece of ['₹1,50,000', 'ठीक']) {
    const at = reading.text.indexOf(piece);
    expect(foldLetters(reading.quote(at, at + piece.length))).toBe(piece);
  }
  expect(reading.quote(0, reading.text.length)).toBe(original);
});

test.each([
  ['अंडा', 'अंडा डालें', true],
  ['अंडा', 'अंडाकार डिब्बा', false],
  ['अंड~', 'अंड्याशिवाय', true],
  ['தேவை', 'தேவையில்லை', false],
  ['~ில்லாத', 'முட்டையில்லாத', true],
  ['egg', 'eggplant', false],
  ['eggs?', 'two EGGS', true],
  ['हाँ', 'हां जी', true],
  ['112', '1125', false],
])('the entry %s in %j: %s', (entry, text, expected) => {
  expect(has(foldLetters(text), words(entry))).toBe(expected);
});

test('the longest entry is found first', () => {
  expect(mentions('an eggless cake', words('eggless,eggless cake')).map((one) => one.text)).toEqual(['eggless cake']);
});

test('plain ASCII is read as it is beside a letter beyond it', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'ab1 ,.\n#-%'), minLength: 1 });
  fc.assert(
    fc.property(plain, fc.nat(12), fc.nat(12), (text, start, length) => {
      const [alone, beside] = [readText(text), readText(`${text}क`)];
      const end = Math.min(text.length, start + length + 1);
      expect(`${alone.text}क`).toBe(beside.text);
      expect(alone.quote(Math.min(start, end), end)).toBe(beside.quote(Math.min(start, end), end));
      expect(alone.quote(-1, end)).toBe('');
    }),
  );
});
