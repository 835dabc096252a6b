import { expect, test } from 'vitest';
import { readPack } from '../../packs/load-pack.ts';

test.each([
  ['numbers-money', 7],
  ['dates-time', 8],
  ['tax-law-civics', 7],
  ['payments-fraud', 6],
])('the pack %s holds %d patterns, each with its sources and two faults a case', async (id, count) => {
  const { pack } = await readPack(id);
  expect(pack.id).toBe(id);
  expect(pack.patterns).toHaveLength(count);
  for (const pattern of pack.patterns) {
    expect(pattern.family).toBe(id);
    expect(pattern.references.length, pattern.id).toBeGreaterThan(0);
    for (const kase of pattern.cases) expect(kase.faults.length, kase.id).toBeGreaterThanOrEqual(2);
  }
});
