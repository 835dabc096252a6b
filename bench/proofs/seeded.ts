/** Random choices that a seed repeats exactly. Not for secrets. */
export interface Seeded {
  /** 0 <= x < 1. */
  fraction(): number;
  /** A whole number, `from` and `to` both possible. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  bytes(length: number): Buffer;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  // A counter through an avalanche of shifts and multiplications: small, and equal on every machine.
  const word = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const fraction = () => word() / 2 ** 32;
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    pick: (choices) => choices[whole(0, choices.length - 1)] as (typeof choices)[number],
    bytes: (length) => Buffer.from(Array.from({ length }, () => word() & 0xff)),
  };
}
