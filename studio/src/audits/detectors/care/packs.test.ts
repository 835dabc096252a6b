import { expect, test } from 'vitest';
import { readPack } from '../../packs/load-pack.ts';

test.each([
  ['health-emergency', 10],
  ['caste-religion-region-bias', 12],
  ['safety-parity', 7],
  ['food-diet', 5],
  ['festivals-culture', 7],
  ['local-context', 8],
])('the pack %s holds %d patterns', async (id, count) => {
  const { pack } = await readPack(id);
  expect(pack.id).toBe(id);
  expect(pack.patterns).toHaveLength(count);
  for (const pattern of pack.patterns) {
    expect(pattern.family).toBe(id);
    expect(pattern.references.length, pattern.id).toBeGreaterThan(0);
    for (const kase of pattern.cases) expect(kase.faults.length, kase.id).toBeGreaterThanOrEqual(2);
  }
});
