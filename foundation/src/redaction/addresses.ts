/** What stands on both sides of an @, for e-mail addresses and UPI ids. */
import type { Stretch } from './identifier.ts';
import type { Reading } from './reading.ts';

export interface Address extends Stretch {
  local: string;
  /** Where the part after the @ begins. */
  hostStart: number;
}

const ASCII_LOCAL = /[A-Za-z0-9][A-Za-z0-9._%+'-]*$/;
const LOCAL = /[\p{L}\p{N}][\p{L}\p{M}\p{N}._%+'-]*$/u;
/** RFC 5321 allows 64 octets before the @; UPI ids may be longer, though none are. */
const LONGEST_LOCAL = 128;

export function addressesIn({ text }: Reading): Address[] {
  const addresses: Address[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(0, at - LONGEST_LOCAL), at);
    // An Indic word may be written onto an ASCII address, so that the letter at the @ decides which it is.
    const [local] = (/[\x21-\x7e]$/.test(before) ? ASCII_LOCAL : LOCAL).exec(before) ?? [];
    if (local !== undefined) addresses.push({ local, start: at - local.length, end: at, hostStart: at + 1 });
  }
  return addresses;
}
