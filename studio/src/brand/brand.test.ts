import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBrandService } from './brand.service.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-brand-'));
  file = join(folder, 'brand.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const OWN = { name: 'Sacred QA Studio', colour: '#0d5a5e', logo: null, contact: '' };
const PNG = 'data:image/png;base64,iVBORw0KGgo=';

test('without a file reports bear the studio’s own name', () => {
  expect(createBrandService({ file }).read()).toEqual({ brand: OWN, fault: null });
});

test('what is set is kept, and what is not named stays', () => {
  const kept = createBrandService({ file });
  kept.change({ name: 'Asha Audits', colour: '#7A1F5C' });
  kept.change({ contact: 'asha@audits.example', logo: PNG });
  expect(createBrandService({ file }).read().brand).toEqual({
    ...{ name: 'Asha Audits', colour: '#7a1f5c', contact: 'asha@audits.example', logo: PNG },
  });
  kept.change({ logo: null });
  expect(readFileSync(file, 'utf8')).not.toContain('base64');
});

test.each([
  ['name: [', /Flow sequence/],
  ['colour: "#ffff00"', /colour cannot be read on paper: its contrast is 1\.0/],
  ['colour: red', /is a colour such as/],
  ['logo: https://example.org/logo.png', /data URI/],
  [`logo: data:image/png;base64,${'A'.repeat(150_000)}`, /larger than 100 kB/],
  ['slogan: x', /slogan/],
])('a file that says %.40s is named as the fault, and is not written over', (text, fault) => {
  writeFileSync(file, text);
  const kept = createBrandService({ file });
  expect(kept.read()).toEqual({ brand: OWN, fault: expect.stringMatching(fault) });
  expect(() => kept.change({ name: 'New' })).toThrow('must be mended first');
  expect(readFileSync(file, 'utf8')).toBe(text);
});
