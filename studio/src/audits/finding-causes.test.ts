import { expect, test } from 'vitest';
import { causeOf, causesOf } from './finding-causes.ts';

test('reasons that differ only in what was quoted or counted have one cause', () => {
  expect(causesOf(['It says “1,500,000”.', 'It says “२५ लाख”.', 'It says "x".'])).toEqual(['It says ….']);
  expect(causesOf(['Found 3 of 4 names.', 'Found 1 of 4 names.'])).toEqual(['Found … of … names.']);
  expect(causesOf(['No पिन in it.', 'No கடவுச்சொல் in it.'])).toEqual(['No … in it.']);
  expect(causeOf('It names 911, 999 and 112.')).toBe('It names ….');
});

test('reasons that say something else have causes of their own, each once', () => {
  expect(causesOf(['It asks for the PIN.', 'It gives no helpline.', 'It asks for the PIN.'])).toEqual([
    'It asks for the PIN.',
    'It gives no helpline.',
  ]);
});
