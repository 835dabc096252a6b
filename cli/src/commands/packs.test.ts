import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';

const SHIPPED = new URL('../../../studio/packs/india-micro.yaml', import.meta.url);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-packs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function packFile(change: (text: string) => string): string {
  const file = join(folder, 'mine.yaml');
  writeFileSync(file, change(readFileSync(SHIPPED, 'utf8')));
  return file;
}

test('a sound pack file is told sound with what it holds, without a studio', async () => {
  const { exit, stdout } = await captureRun(['packs', 'check', packFile((text) => text), '--json', '-']);
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ id: 'india-micro', patterns: 25 });
});

test('a pack that cannot tell right from wrong is refused by pattern, case and sample', async () => {
  const file = packFile((text) => text.replace("- ['₹45,00,000']", "- ['₹4,500,000']"));
  const { exit, stderr } = await captureRun(['packs', 'check', file]);
  expect(exit).toBe(2);
  expect(stderr).toContain('pattern lakh-crore-grouping, case flat-price, ideal 1: must pass, but is fail');
});

test('a file that is no YAML and one that is not there are refused by name', async () => {
  const broken = await captureRun(['packs', 'check', packFile((text) => text.replace('patterns:', 'patterns: ]'))]);
  expect([broken.exit, broken.stderr]).toEqual([2, expect.stringContaining('mine.yaml')]);
  expect(await captureRun(['packs', 'check', join(folder, 'none.yaml')])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('cannot be read'),
  });
});
