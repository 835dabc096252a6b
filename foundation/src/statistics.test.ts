import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, normalQuantile, percentile, trialsToTell, wilson95 } from './statistics.ts';

describe('Wilson interval', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [0, 3, 0, 0.5615],
    [3, 3, 0.4385, 1],
    [81, 263, 0.2553, 0.3662],
  ])('agrees with the published table at %i of %i', (k, n, low, high) => {
    expect(wilson95(k, n).low).toBeCloseTo(low, 4);
    expect(wilson95(k, n).high).toBeCloseTo(high, 4);
  });

  it('says nothing when nothing was scored', () => {
    expect(wilson95(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('holds the share, stays within 0 and 1, and mirrors when failures and passes change places', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilson95(k, n);
        const mirrored = wilson95(n - k, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
      }),
    );
  });
});

describe('order statistics', () => {
  it('takes the middle of odd counts and the mean of the middle two of even counts', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('interpolates between ranks and reaches the ends', () => {
    expect(percentile([10, 20, 30, 40, 50], 0.25)).toBe(20);
    expect(percentile([10, 20, 30, 40], 0.9)).toBeCloseTo(37, 9);
    expect(percentile([5, 9], 0)).toBe(5);
    expect(percentile([5, 9], 1)).toBe(9);
  });

  it('lies between the least and the greatest value and leaves its input alone', () => {
    const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const before = [...list];
        const found = percentile(list, share);
        expect(found).toBeGreaterThanOrEqual(Math.min(...list));
        expect(found).toBeLessThanOrEqual(Math.max(...list));
        expect(list).toEqual(before);
      }),
    );
  });
});

describe('trials', () => {
  it('normal quantiles are those of the tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8);
    expect(normalQuantile(0.8)).toBeCloseTo(0.841621234, 8);
  });

  it('the number of trials that would tell is that of the tables of Fleiss', () => {
    expect(trialsToTell(0.2, 0.35, 0.05)).toBe(151);
    expect(trialsToTell(0.5, 0.5, 0.05)).toBe(Number.POSITIVE_INFINITY);
    expect(trialsToTell(0, 1, 0.05)).toBeLessThan(10);
  });
});
