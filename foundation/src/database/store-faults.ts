/** Owns which errors are the store's and not a row's: whatever was asked of it then, it would refuse. Pure. */

import { type ErrorCode, StudioError } from '@sacred-qa/contracts/errors';

export type StoreFault = 'database_unavailable' | 'disk_full';

/** SQLSTATE classes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SQL_STATES: readonly [RegExp, StoreFault][] = [
  [/^53100$/, 'disk_full'],
  [/^(08|57P|53)/, 'database_unavailable'],
];
const NETWORK = /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH)$/;
const LOST = /timeout exceeded when trying to connect|Connection terminated|Query read timeout/;

const isStoreFault = (code: ErrorCode): code is StoreFault => code === 'database_unavailable' || code === 'disk_full';

/** Looks along the causes, because drivers and the ORM wrap what the database said. Null for every other error. */
export function storeFaultOf(error: unknown): StoreFault | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof StudioError) return isStoreFault(at.code) ? at.code : null;
    const code = String((at as { code?: unknown }).code ?? '');
    const fault = SQL_STATES.find(([pattern]) => pattern.test(code))?.[1];
    if (fault !== undefined) return fault;
    if (NETWORK.test(code) || LOST.test(at.message)) return 'database_unavailable';
  }
  return null;
}
