import { expect, test } from 'vitest';
import { hasGstinCheck } from './gstin.ts';

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

test.each(['27AAPFU0939F1ZV', '29AAGCB7383J1Z4', '24WEJPV5558I2ZA'])('%s has the right check character', (gstin) => {
  expect(hasGstinCheck(gstin)).toBe(true);
  const others = [...CHARACTERS].filter((character) => character !== gstin.at(-1));
  expect(others.filter((character) => hasGstinCheck(gstin.slice(0, 14) + character))).toEqual([]);
});

test('what is shorter or longer has none', () => {
  expect(hasGstinCheck('27AAPFU0939F1Z')).toBe(false);
  expect(hasGstinCheck('27AAPFU0939F1ZV0')).toBe(false);
});
