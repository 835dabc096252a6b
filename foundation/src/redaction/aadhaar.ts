/**
 * Aadhaar: twelve digits, the first 2 to 9, the last a check digit by Verhoeff's scheme over the dihedral group D5
 * (UIDAI, "UID Numbering Scheme", 2010; J. Verhoeff, "Error Detecting Decimal Codes", 1969).
 */
import { type NumberRead, numbersIn } from './digit-groups.ts';
import type { Stretch } from './identifier.ts';
import type { Label } from './label-words.ts';
import { isCodeTail, type Labels, labelsOf } from './labels.ts';
import type { Reading } from './reading.ts';

const TURN = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** `TURNED[times][digit]`: Verhoeff's permutation, applied so many times. */
const TURNED = Array.from({ length: 8 }, () => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
for (let times = 1; times < 8; times += 1) {
  TURNED[times] = (TURNED[times - 1] as number[]).map((digit) => TURN[digit] as number);
}

/** Multiplication in D5: 0 to 4 are turns of a pentagon, 5 to 9 its reflections. */
function combined(a: number, b: number): number {
  const turns = a < 5 ? a + (b % 5) : a - (b % 5);
  const rest = (turns + 10) % 5;
  return a < 5 === b < 5 ? rest : rest + 5;
}

export function hasVerhoeffCheck(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    check = combined(check, TURNED[i % 8]?.[digit] as number);
  }
  return check === 0;
}

export function isAadhaar(digits: string): boolean {
  return /^[2-9]\d{11}$/.test(digits) && hasVerhoeffCheck(digits);
}

/** One number in ten has a right check digit by chance, so the way it is written must be one people use for Aadhaar. */
const USUAL_SHAPES = new Set(['12', '4 4 4', Array(12).fill(1).join(' ')]);
/** References of payments have twelve digits too. */
const NUMBERED_OTHERWISE = new Set<Label>(['other', 'bank_account', 'upi', 'ifsc']);
const YEARS = /^(?:20\d\d){3}$/;
const MOBILE_WITH_COUNTRY = /^91[6-9]/;

export function findAadhaar(reading: Reading): Stretch[] {
  return numbersIn(reading, { least: 12, most: 12, fits: isAadhaar }).filter((number) => {
    if (number.hasPlus) return false;
    const labels = labelsOf(reading, number);
    return isWrittenAsAadhaar(number, labels) && !isCodeTail(reading, number, labels.named);
  });
}

function isWrittenAsAadhaar({ digits, shape, isWhole }: NumberRead, { named, near }: Labels): boolean {
  if (named !== null && NUMBERED_OTHERWISE.has(named)) return false;
  if (named === 'aadhaar' || (near === 'aadhaar' && isWhole)) return true;
  if (MOBILE_WITH_COUNTRY.test(digits) && (shape.length === 1 || named === 'phone')) return false;
  if (shape.length === 3 && YEARS.test(digits)) return false;
  return isWhole && USUAL_SHAPES.has(shape.join(' '));
}
