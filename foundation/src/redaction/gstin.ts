/**
 * GSTIN: state code, the holder's PAN, an entity character, a letter (Z for most), and a check character: every second
 * value doubled, the digits of each product in base 36 added up, the sum's complement to 36 (GSTN, "GSTIN format").
 */
import type { Stretch } from './identifier.ts';
import { type Reading, standsAlone } from './reading.ts';

export const GSTIN_FORM =
  /(?:[0-2]\d|3[0-8]|9[79])[ -]?[a-z]{3}[abcfghjlpt][a-z][ -]?\d{4}[ -]?[a-z][ -]?[1-9a-z][ -]?[a-z][ -]?[\da-z]/gi;
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** gstin: fifteen upper-case characters. */
export function hasGstinCheck(gstin: string): boolean {
  let sum = 0;
  for (let i = 0; i < 14; i += 1) {
    const product = CHARACTERS.indexOf(gstin.charAt(i)) * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return gstin.length === 15 && CHARACTERS.charAt((36 - (sum % 36)) % 36) === gstin.charAt(14);
}

export function findGstins(reading: Reading): Stretch[] {
  return [...reading.text.matchAll(GSTIN_FORM)]
    .filter((match) => hasGstinCheck(match[0].replace(/[ -]/g, '').toUpperCase()))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => standsAlone(reading, place));
}
