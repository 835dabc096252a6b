import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '@sacred-qa/studio/find-chromium';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printPdf } from './print-pdf.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-pdf-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A browser of a test's own making. */
function program(script: string): Record<string, string> {
  const file = join(folder, 'browser');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return { CHROMIUM_PATH: file };
}
const print = (env: Record<string, string>) => printPdf({ html: '<p>x</p>', file: join(folder, 'report.pdf'), env });

test('without a browser it is said what to do, and no file is left', async () => {
  await expect(print({ PATH: folder })).rejects.toThrow('No Chromium was found');
  expect(existsSync(join(folder, 'report.pdf'))).toBe(false);
});

test.each([
  ['exit 3', 'ended with the code 3'],
  ['exit 0', 'ended without a PDF'],
])('a browser that says "%s" makes no PDF and the command says so', async (script, words) => {
  await expect(print(program(script))).rejects.toThrow(words);
  expect(existsSync(join(folder, 'report.pdf'))).toBe(false);
});

const chromium = findChromium(process.env);
const hasPdftotext = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].some(existsSync);

test.skipIf(chromium === null)('a page becomes a PDF whose text can be taken out again', async () => {
  const file = join(folder, 'report.pdf');
  const html = '<!doctype html><html lang="en"><meta charset="utf-8"><title>r</title><p>Failed 4 of 5 trials</p>';
  await printPdf({ html, file, env: { CHROMIUM_PATH: chromium ?? '' } });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  if (hasPdftotext)
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain('Failed 4 of 5 trials');
});
