/** Owns what makes two failures the same fault: the reason without what differs from answer to answer. Pure. */

/** Quotations, numbers in any digits, and words in other than Latin letters. */
const PARTICULARS =
  /[“"«][^”"»]*[”"»]|‘[^’]*’|`[^`]*`|\p{N}(?:[\p{N}.,:/-]*\p{N})?|(?:(?!\p{Script=Latin})\p{L})[\p{L}\p{M}\u200c\u200d]*/gu;

/** "It says “1,500,000”." and "It says “2,000,000”." have one cause: "It says …." */
export const causeOf = (reason: string): string =>
  reason
    .replace(PARTICULARS, '…')
    .replace(/…(?:[\s,;]*(?:and|or)?[\s,;]*…)+/g, '…')
    .replace(/\s+/g, ' ')
    .trim();

/** The causes of some reasons, each once, in the order of the alphabet. */
export const causesOf = (reasons: readonly string[]): string[] => [...new Set(reasons.map(causeOf))].sort();
