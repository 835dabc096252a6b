import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRORS } from './errors.ts';

test('docs/errors.md lists every code with its status and meaning, and no code beyond', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([a-z_]+)` \| (\d{3}) \| (.+) \|$/gm)].map((m) => [
    m[1],
    Number(m[2]),
    m[3],
  ]);
  const table = Object.entries(ERRORS).map(([code, { status, meaning }]) => [code, status, meaning]);
  expect(documented).toEqual(table);
});
