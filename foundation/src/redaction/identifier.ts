/** The kinds of identifier that are taken out of what is stored, and the mark each leaves behind. */

export const IDENTIFIER_TYPES = [
  'aadhaar',
  'pan',
  'gstin',
  'ifsc',
  'upi',
  'voter_id',
  'passport',
  'driving_licence',
  'phone',
  'email',
  'bank_account',
] as const;

export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** A stretch of a text, end exclusive; in UTF-16 units of whatever text it speaks of. */
export interface Stretch {
  start: number;
  end: number;
}

export interface IdentifierSpan extends Stretch {
  type: IdentifierType;
}

/** `[aadhaar]`: holds no digit and no @, so that it can never be taken for an identifier itself. */
export function markOf(type: IdentifierType): string {
  return `[${type}]`;
}

export const MARK = new RegExp(IDENTIFIER_TYPES.map((type) => `\\[${type}\\]`).join('|'));
