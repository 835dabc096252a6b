/** Owns numbers that stand for a person or a place: Aadhaar, mobile, PIN code, PAN, GSTIN, IFSC. */

export interface DigitRun {
  start: number;
  end: number;
  /** Digits only. */
  digits: string;
  /** As written, in the folded text. */
  written: string;
}

const RUN = /\+?\d(?:[ -]?\d)*/gu;

/** Runs of digits in a folded text; spaces and hyphens inside a number are part of it. */
export function digitRunsIn(folded: string): DigitRun[] {
  return [...folded.matchAll(RUN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[0].replace(/\D/g, ''),
    written: match[0],
  }));
}

const PERMUTED = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Row `a`, column `b` of the dihedral group of order ten, on which Verhoeff's check stands. */
function combined(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 10) % 5;
}

/** Twelve digits, not beginning with 0 or 1, whose check digit fits. */
export function isAadhaar(digits: string): boolean {
  if (!/^[2-9]\d{11}$/.test(digits)) return false;
  let check = 0;
  [...digits].reverse().forEach((digit, place) => {
    check = combined(check, Number(PERMUTED[place % 8]?.[Number(digit)]));
  });
  return check === 0;
}

/** The ten digits of an Indian mobile number, however it is prefixed; null when it is none. */
export function mobileOf(digits: string): string | null {
  return /^(?:0|91|0091|091)?([6-9]\d{9})$/.exec(digits)?.[1] ?? null;
}

/** Six digits, the first not 0. */
export const isPostalCode = (digits: string): boolean => /^[1-9]\d{5}$/.test(digits);

const PAN = /^[A-Z]{3}[ABCFGHJLPT][A-Z](?!0000)\d{4}[A-Z]$/;
const GSTIN = /^(\d{2})([A-Z]{5}\d{4}[A-Z])[1-9A-Z]Z[0-9A-Z]$/;
const BASE_36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const isPan = (code: string): boolean => PAN.test(code);
export const isIfsc = (code: string): boolean => /^[A-Z]{4}0[A-Z0-9]{6}$/.test(code);

/** State code, PAN and check digit must fit. */
export function isGstin(code: string): boolean {
  const state = Number(GSTIN.exec(code)?.[1] ?? 0);
  if (state < 1 || state > 38) return false;
  const sum = [...code.slice(0, 14)].reduce((total, letter, place) => {
    const product = BASE_36.indexOf(letter) * (place % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return BASE_36[(36 - (sum % 36)) % 36] === code[14];
}

/** Codes of capital letters and digits in a text, such as a PAN. */
export function codesIn(text: string): string[] {
  return (
    text.toUpperCase().match(/(?<![A-Z0-9])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{10,15}(?![A-Z0-9])/g) ?? []
  ).slice(0, 5);
}
