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

test('lint tells every problem by its place, and hints of a sound pack', async () => {
  const twice = packFile((text) =>
    text.replace("- ['₹45,00,000']", "- ['₹4,500,000']").replaceAll("- ['₹1,00,000']", "- ['₹1,50,000']"),
  );
  const bad = await captureRun(['pack', 'lint', twice, '--json', '-']);
  expect(bad.exit).toBe(2);
  const { sound, problems } = JSON.parse(bad.stdout);
  expect(sound).toBe(false);
  expect(problems[0]).toMatch(
    /pattern lakh-crore-grouping, case flat-price, ideal 1: must pass, but is fail .*\/patterns\//,
  );
  const good = await captureRun(['pack', 'lint', packFile((text) => text)]);
  expect(good).toMatchObject({ exit: 0, stdout: expect.stringContaining('pattern honorific-tu: not verified') });
});

test('a new pack is sound from the start, and a file that is there is left as it is', async () => {
  const file = join(folder, 'shop-bot.yaml');
  expect(await captureRun(['pack', 'new', file])).toMatchObject({ exit: 0 });
  expect(readFileSync(file, 'utf8')).toMatch(/^# yaml-language-server: \$schema=.*docs\/pack\.schema\.json\n/);
  expect(await captureRun(['pack', 'lint', file])).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining('✓ sound'),
  });
  expect(await captureRun(['packs', 'new', file])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('there already'),
  });
  expect(await captureRun(['packs', 'new', join(folder, 'My Pack.txt')])).toMatchObject({ exit: 2 });
});

test('the schema for editors is that of the packs that load', async () => {
  const printed = JSON.parse((await captureRun(['pack', 'schema'])).stdout);
  expect(printed).toEqual(JSON.parse(readFileSync(new URL('../../../docs/pack.schema.json', import.meta.url), 'utf8')));
  const { required, properties } = printed.properties.patterns.items;
  expect(required).toContain('oracle');
  expect(properties.severity.enum).toEqual(['critical', 'high', 'medium', 'low']);
});
