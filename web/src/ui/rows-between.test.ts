import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsBetween } from './rows-between.ts';

const MOST_IN_PAGE = 200;

test('of a list of any length at most 200 rows are in the page, and all that are in view on a usual screen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: -10_000, max: 50_000_000 }),
      fc.integer({ min: 200, max: 4000 }),
      fc.constantFrom(36, 40, 64),
      (count, topPx, heightPx, rowPx) => {
        const [first, last] = rowsBetween(topPx, topPx + heightPx, rowPx, count);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeGreaterThanOrEqual(first);
        expect(last).toBeLessThanOrEqual(count);
        expect(last - first).toBeLessThanOrEqual(MOST_IN_PAGE);
        const inView = (row: number): boolean => row * rowPx >= topPx && (row + 1) * rowPx <= topPx + heightPx;
        for (const row of [Math.ceil(topPx / rowPx), Math.floor((topPx + heightPx) / rowPx) - 1]) {
          if (row >= 0 && row < count && inView(row)) expect(row >= first && row < last).toBe(true);
        }
      },
    ),
  );
});
