import { expect, test } from 'vitest';
import { readPack } from '../../packs/load-pack.ts';
import { hasRule } from '../score-case.ts';

test.each([
  ['identity-docs', 11],
  ['contact-address', 5],
  ['names', 5],
  ['kinship-gender', 7],
  ['privacy-compliance', 6],
])('the pack %s loads with its %d patterns, each with a rule for transcripts', async (id, count) => {
  const { pack } = await readPack(id);
  expect(pack.id).toBe(id);
  expect(pack.patterns).toHaveLength(count);
  for (const pattern of pack.patterns) {
    expect(pattern.family).toBe(id);
    expect(hasRule(pattern), pattern.id).toBe(true);
  }
});
