/** Whether the bridge keeps up, as a health check says it. */

/** A Studio that was away for a while is no news; this long is. */
const LATE_AFTER_MS = 3_600_000;

export function bridgeCheck(
  arrears: { oldest_waiting_at: string | null; set_aside: number },
  nowMs: number,
): { status: 'pass' | 'warn'; detail: string; observed: number; unit: 's' } {
  const { oldest_waiting_at: oldest, set_aside: aside } = arrears;
  const waitingMs = oldest === null ? 0 : nowMs - Date.parse(oldest);
  const waited = { observed: Math.max(0, Math.floor(waitingMs / 1000)), unit: 's' } as const;
  if (aside > 0) {
    const many = aside === 1 ? '1 event of outreach was' : `${aside} events of outreach were`;
    return { status: 'warn', detail: `${many} set aside; studio bridge status says why`, ...waited };
  }
  if (waitingMs > LATE_AFTER_MS) {
    const detail = `events of outreach wait for ${Math.floor(waitingMs / 60_000)} minutes; studio bridge status says why`;
    return { status: 'warn', detail, ...waited };
  }
  return { status: 'pass', detail: 'the Studio knows what outreach did', ...waited };
}
