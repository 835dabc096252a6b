/** How long LinkedIn’s token and API version still hold. Pure. Neither tells its own end, so both are reckoned. */

/** Tokens hold about 60 days; ours is at least as old as our first look at it. */
const TOKEN_DAYS = 60;
/** In April 2026 the versions of the twelve months before were served. */
const VERSION_MONTHS = 12;
const DAY_MS = 86_400_000;

/** When the token ends at the latest. */
export const tokenEndsMs = (firstSeenMs: number): number => firstSeenMs + TOKEN_DAYS * DAY_MS;

/** When a version (YYYYMM) is no longer served, as far as can be told: the first day of that month, UTC. */
export function versionEndsMs(version: string): number {
  return Date.UTC(Number(version.slice(0, 4)), Number(version.slice(4)) - 1 + VERSION_MONTHS, 1);
}

export const daysUntil = (endMs: number, nowMs: number): number => Math.floor((endMs - nowMs) / DAY_MS);
