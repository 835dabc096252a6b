import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paiseOf, rupees, typedRupees } from './rupees.ts';

test('an amount that is typed as it is read comes back to the paisa', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (paise) => {
      expect(paiseOf(typedRupees(paise))).toBe(paise);
      expect(paiseOf(rupees(paise).replace(/\s/g, ''))).toBe(paise);
    }),
  );
});

test.each([
  ['', null],
  ['1e5', null],
  ['-5', null],
  ['1.005', null],
  ['₹1,25,000', 12_500_000],
  ['499.5', 49_950],
  ['10000000000', 1_000_000_000_000],
])('%j is read as %s paise', (typed, paise) => {
  expect(paiseOf(typed)).toBe(paise);
});
