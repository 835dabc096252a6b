/** What one check of the doctor says: how it stands, why, and what to do. */

export type Status = 'pass' | 'warn' | 'fail' | 'skip';

export interface Check {
  check: string;
  status: Status;
  reason: string;
  /** What to do; null where nothing is to be done. */
  fix: string | null;
}

/** `unreached`: nobody answered. Whether that is a fault or only a missing network shows when all checks are done. */
export interface Finding {
  status: Status | 'unreached';
  reason: string;
  fix: string | null;
  /** True when it asked a server on this machine, which tells nothing of the network. */
  local?: boolean;
}

export const pass = (reason: string): Finding => ({ status: 'pass', reason, fix: null });
export const warn = (reason: string, fix: string): Finding => ({ status: 'warn', reason, fix });
export const fail = (reason: string, fix: string): Finding => ({ status: 'fail', reason, fix });
export const skip = (reason: string, fix: string | null = null): Finding => ({ status: 'skip', reason, fix });
export const unreached = (reason: string, fix: string): Finding => ({ status: 'unreached', reason, fix });

/** `online`: somebody out there answered, so one who did not is at fault; where nobody did, there is no network. */
export function conclude(found: ReadonlyMap<string, Finding>, online: boolean): Check[] {
  return [...found].map(([check, { status, reason, fix, local = false }]): Check => {
    if (status !== 'unreached') return { check, status, reason, fix };
    if (online || local) return { check, status: 'fail', reason, fix };
    return { check, status: 'skip', reason: `${reason} Nobody out there answered: is there a network?`, fix: null };
  });
}

/** The worst of them. What was skipped says nothing; where nothing was looked at, nothing is well either. */
export function worst(checks: readonly Check[]): Status {
  if (checks.some(({ status }) => status === 'fail')) return 'fail';
  if (checks.some(({ status }) => status === 'warn')) return 'warn';
  return checks.some(({ status }) => status === 'pass') ? 'pass' : 'skip';
}
