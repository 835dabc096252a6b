/** Owns decimal digits of every script. Knows nothing of grouping, amounts or words. */

const NATIVE_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Unicode keeps every set of decimal digits as a run of ten in order, so a digit's value is its place in the run. */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let below = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(codePoint - below - 1))) below += 1;
  return below % 10;
}

const asciiDigits = new Map<string, string>();

/** Writes digits of all scripts as 0 to 9 and leaves everything else alone. */
export function foldDigits(text: string): string {
  return text.replace(NATIVE_DIGIT, (digit) => {
    const known = asciiDigits.get(digit) ?? String(digitValue(digit));
    asciiDigits.set(digit, known);
    return known;
  });
}
