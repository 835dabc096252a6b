/** Time is handed in, so that a test can hold it still. Epoch milliseconds, UTC. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

let lastMs = 0;
let lastIso = new Date(0).toISOString();

/** A busy server asks for the same millisecond again and again, and its text costs a microsecond. */
export function isoOf(epochMs: number): string {
  if (epochMs !== lastMs) {
    lastIso = new Date(epochMs).toISOString();
    lastMs = epochMs;
  }
  return lastIso;
}
