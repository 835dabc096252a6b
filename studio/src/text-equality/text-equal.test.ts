import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { textEqual } from './text-equal.ts';

const pairs = parse(readFileSync(new URL('./pairs.yaml', import.meta.url), 'utf8')) as {
  equal: [lang: string, a: string, b: string][];
  different: [lang: string, a: string, b: string][];
};

test.each(pairs.equal)('in %s, "%s" is the same as "%s"', (lang, a, b) => {
  expect(textEqual(a, b, lang)).toMatchObject({ equal: true });
});

test.each(pairs.different)('in %s, "%s" is not "%s"', (lang, a, b) => {
  const { equal, why } = textEqual(a, b, lang);
  expect(equal).toBe(false);
  expect(why).toMatch(/ is not |goes on with/);
});

test('pairs that were written before the rules were looked at are told as a reader tells them', () => {
  const lines = readFileSync(new URL('./examples.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const wrong = lines.flatMap((line) => {
    const [equal, lang, a, b] = JSON.parse(line) as [boolean, string, string, string];
    const told = textEqual(a, b, lang);
    return told.equal === equal ? [] : [`${lang}: ${a} | ${b}: ${told.why}`];
  });
  expect(wrong).toEqual([]);
});

test('a text is the same as itself in any encoding of it, and equality has no order', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'कखगज़ड़नमयरािीुेोंँ्িোোয়কতநன்மொாேടൻ്لیکهہ0५৮ ,.₹') });
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(textEqual(a, a.normalize('NFD'), 'hi').equal).toBe(true);
      expect(textEqual(a, b, 'hi').equal).toBe(textEqual(b, a, 'hi').equal);
    }),
  );
});
