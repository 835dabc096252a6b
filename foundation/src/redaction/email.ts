/** E-mail addresses (RFC 5321, and RFC 6531 for those in other scripts): a local part, an @, a domain with a dot. */
import { addressesIn } from './addresses.ts';
import type { Stretch } from './identifier.ts';
import type { Reading } from './reading.ts';

const ASCII_DOMAIN = /(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})(?![a-z0-9-])/iy;
const DOMAIN = /(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.)+\p{L}[\p{L}\p{M}]{1,23}/uy;
/** `git@host:owner/name` is where code is fetched from. */
const REPOSITORY_PATH = /^:[\w.-]+\//;

export function findEmails(reading: Reading): Stretch[] {
  return addressesIn(reading).flatMap(({ local, start, hostStart }) => {
    const domain = matchAt(ASCII_DOMAIN, reading.text, hostStart) ?? matchAt(DOMAIN, reading.text, hostStart);
    if (domain === null) return [];
    const end = hostStart + domain.length;
    return local === 'git' && REPOSITORY_PATH.test(reading.text.slice(end)) ? [] : [{ start, end }];
  });
}

function matchAt(form: RegExp, text: string, index: number): string | null {
  form.lastIndex = index;
  return form.exec(text)?.[0] ?? null;
}
