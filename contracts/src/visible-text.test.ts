import { expect, test } from 'vitest';
import { visible } from './visible-text.ts';

test.each([
  ['a turned line', 'pay \u202eevil\u202c now', 'pay [U+202E]evil[U+202C] now'],
  ['a NUL, a bell and a C1 control', 'a\u0000b\u0007c\u0085', 'a[U+0000]b[U+0007]c[U+0085]'],
  [
    'a hidden message in tags',
    `ok${'\u{e0041}'.repeat(6)}`,
    `ok${'[U+E0041]'.repeat(4)}[and 2 more hidden characters]`,
  ],
  ['separators and zero width', 'a\u2028b\u200bc\ufeff', 'a[U+2028]b[U+200B]c[U+FEFF]'],
  ['half of a pair', 'a\ud800b', 'a\ufffdb'],
  ['a heap of marks', `z${'\u0301'.repeat(300)}`, `z${'\u0301'.repeat(5)}[and 295 more marks]`],
  ['a page of nothing', `a${'\n'.repeat(301)}b`, 'a\n[300 empty lines]\nb'],
])('%s is seen', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each([
  ['joiners of Hindi and Malayalam', 'क्‍ष र्‌य ന്‍'],
  ['Urdu with marks of direction', 'قیمت \u200f(500)\u200e روپے'],
  ['accented Vedic', 'अ॒ग्निमी॑ळे पु॒रोहि॑तं'],
  ['an emoji family', '👨‍👩‍👧'],
  ['lines, tabs and a paragraph', 'a\tb\n\nc\n\n\nd'],
])('%s stay as they were', (_, text) => {
  expect(visible(text)).toBe(text);
});
