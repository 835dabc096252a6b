import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { startStubStudio } from '../testing/stub-studio.ts';

const BRAND = { name: 'Asha Audits', colour: '#7a1f5c', logo: null, contact: 'asha@audits.example' };

let folder: string;
let stop: () => Promise<void> = async () => {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-brand-cli-'));
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(kept: object, ...argv: string[]) {
  const stub = await startStubStudio({ 'GET /brand': { body: kept }, 'PATCH /brand': { body: kept } });
  stop = stub.stop;
  const env = { STUDIO_URL: stub.url, STUDIO_API_KEY: 'sqs_0123456789abcdef' };
  return { seen: stub.seen, ...(await captureRun(['brand', ...argv], { env })) };
}

test('a logo goes out as a data URI', async () => {
  const file = join(folder, 'logo.svg');
  writeFileSync(file, '<svg/>');
  const { exit, seen } = await run({ brand: BRAND, fault: null }, 'set', '--logo', file, '--name', 'Asha Audits');
  expect([exit, seen[0]?.body]).toEqual([0, { name: 'Asha Audits', logo: 'data:image/svg+xml;base64,PHN2Zy8+' }]);
});

test('a file that is not used is told, and the command fails', async () => {
  const { exit, stderr } = await run({ brand: BRAND, fault: 'brand.yaml: colour is a colour' }, 'show');
  expect([exit, stderr]).toEqual([2, expect.stringContaining('not used: brand.yaml')]);
});

test.each([
  [['--colour', '#ffee00'], 'cannot be read on paper'],
  [['--logo', 'logo.gif'], 'no PNG, JPEG, WebP or SVG'],
  [['--logo', '/nowhere/logo.png'], 'cannot be read'],
  [[], 'holds nothing to change'],
])('%j is refused before anything is asked', async (options, words) => {
  const { exit, stderr, seen } = await run({ brand: BRAND, fault: null }, 'set', ...options);
  expect([exit, seen, stderr]).toEqual([2, [], expect.stringContaining(words)]);
});
