import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peopleToKnow } from './figures.ts';
import { evidenceOf, FEWEST_PAIRS, LEVEL, pairsToTell } from './sequential-test.ts';

/** A fixed sequence of lots (mulberry32), so that a run can be repeated. */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const people = (count: number, rate: number, lot: () => number): string =>
  Array.from({ length: count }, () => (lot() < rate ? '1' : '0')).join('');

/** How often the evidence ever reached 20, looked at after every pair. */
function alarms(rates: [number, number], pairs: number, tries: number, seed: number): number {
  const lot = lots(seed);
  let found = 0;
  for (let i = 0; i < tries; i += 1) {
    const { greatest } = evidenceOf(people(pairs, rates[0], lot), people(pairs, rates[1], lot));
    if (greatest >= 1 / LEVEL) found += 1;
  }
  return found / tries;
}

test.each([0.02, 0.1, 0.3, 0.5, 0.9])(
  'looked at after every pair, equal rates of %d raise a false alarm in at most one of twenty experiments',
  (rate) => {
    expect(alarms([rate, rate], 300, 1000, 20251006)).toBeLessThanOrEqual(LEVEL);
  },
);

test.each([
  [0.05, 0.1],
  [0.1, 0.2],
  [0.2, 0.4],
])('with so many people as it says it needs, rates of %d and %d are told apart in four of five tries', (from, to) => {
  expect(alarms([from, to], pairsToTell(from, to), 200, 20251011)).toBeGreaterThanOrEqual(0.8);
});

test('the factor of a pair has a mean of at most 1 whatever the common rate and whatever came before', () => {
  const outcomes = fc.string({ unit: fc.constantFrom('0', '1'), maxLength: 40 });
  fc.assert(
    fc.property(outcomes, outcomes, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, rate) => {
      const length = Math.min(a.length, b.length);
      const [before, other] = [a.slice(0, length), b.slice(0, length)];
      const now = evidenceOf(before, other).e;
      const mean = [
        ['0', '0', (1 - rate) ** 2],
        ['0', '1', rate * (1 - rate)],
        ['1', '0', rate * (1 - rate)],
        ['1', '1', rate ** 2],
      ].reduce((sum, [x, y, chance]) => sum + Number(chance) * evidenceOf(before + x, other + y).e, 0);
      expect(mean).toBeLessThanOrEqual(now * (1 + 1e-9));
    }),
  );
});

test('people without a partner wait, and which subject line is called first makes no difference', () => {
  expect(evidenceOf('101', '0').pairs).toBe(1);
  expect(evidenceOf('101', '')).toEqual({ pairs: 0, e: 1, greatest: 1 });
  expect(evidenceOf('110100', '000100').e).toBeCloseTo(evidenceOf('000100', '110100').e, 12);
});

test('twenty mails never name a winner, and the numbers needed are far above them', () => {
  expect(FEWEST_PAIRS).toBeGreaterThan(10);
  expect(pairsToTell(0.1, 0.2)).toBeGreaterThan(200);
  expect(peopleToKnow(0.1)).toBeGreaterThan(100);
  expect(pairsToTell(0.1, 0.1)).toBe(Number.POSITIVE_INFINITY);
});
