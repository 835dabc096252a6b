import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The rule, spelled out without any short cut. */
function plainly(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${plainly(member)}`).join(',')}}`;
}

test('every value has one text, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.object({ withDate: true })), (value) => {
      expect(canonicalJson(value)).toBe(plainly(value));
    }),
    { numRuns: 2000 },
  );
});

test('flat members come in order, and those that are numbers in the order of their text', () => {
  expect(canonicalJson({ b: 1, a: undefined, c: 'x' })).toBe('{"b":1,"c":"x"}');
  expect(canonicalJson({ 10: 'ten', 9: 'nine' })).toBe('{"10":"ten","9":"nine"}');
  expect(canonicalJson({ a: 1, toJSON: () => 'other' })).toBe('{"a":1,"toJSON":null}');
});
