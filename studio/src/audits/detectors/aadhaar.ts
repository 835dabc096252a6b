/** Owns the check digit of an Aadhaar number (Verhoeff's scheme over the dihedral group of order ten). */

const TURN = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permute(digit: number, times: number): number {
  let value = digit;
  for (let index = 0; index < times % 8; index += 1) value = TURN[value] ?? 0;
  return value;
}

/** Multiplication in the symmetries of a pentagon: 0 to 4 are turns, 5 to 9 are reflections. */
function combine(a: number, b: number): number {
  const reflectedA = a >= 5;
  const turn = reflectedA ? (a - 5 - (b % 5) + 5) % 5 : (a + (b % 5)) % 5;
  return reflectedA === b >= 5 ? turn : turn + 5;
}

function verhoeffHolds(digits: string): boolean {
  let check = 0;
  for (const [index, digit] of [...digits].reverse().entries()) check = combine(check, permute(Number(digit), index));
  return check === 0;
}

/** Twelve digits, the first 2 to 9, with a right check digit. */
export function isAadhaar(digits: string): boolean {
  return /^[2-9]\d{11}$/.test(digits) && verhoeffHolds(digits);
}
