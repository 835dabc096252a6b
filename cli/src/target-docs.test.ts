/** What docs/targets.md shows can be used as it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { targetSpec } from '@sacred-qa/contracts/target';
import { secretNames } from '@sacred-qa/contracts/target-facts';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const document = readFileSync(join(import.meta.dirname, '../../docs/targets.md'), 'utf8');
const shown = [...document.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => parse(block));

test('there is a description of each kind, and each is one', () => {
  expect(shown.map((target) => target.kind).sort()).toEqual(['browser', 'function', 'http', 'mcp', 'openai']);
  for (const target of shown) expect(targetSpec.safeParse(target).error?.issues ?? []).toEqual([]);
});

test('the secrets of a description are found wherever they are named', () => {
  const names = shown.map((target) => secretNames(targetSpec.parse(target)));
  expect(names.flat().sort()).toEqual(['BOT_KEY', 'BOT_PASSWORD', 'MODEL_KEY']);
});
