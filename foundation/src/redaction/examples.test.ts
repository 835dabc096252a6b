/** Lines of users in many scripts, written before the finders were looked at: what is marked goes, all else stays. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { redactText } from './redact.ts';

const MARKED = /⟦(\w+) ([^⟧]*)⟧/gu;

test('what is marked as an identifier is taken out, with its type, and nothing that only looks like one', () => {
  const lines = readFileSync(new URL('./examples.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const wrong = lines
    .map((line) => JSON.parse(line) as string)
    .filter((line) => redactText(line.replace(MARKED, '$2')).text !== line.replace(MARKED, '[$1]'));
  expect(wrong).toEqual([]);
});
