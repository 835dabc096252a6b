/** Time is handed in, so that a test can hold it still. Epoch milliseconds, UTC. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export const isoOf = (epochMs: number): string => new Date(epochMs).toISOString();
