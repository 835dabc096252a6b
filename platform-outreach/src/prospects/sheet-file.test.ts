import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSheetFile } from './sheet-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheet-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => createSheetFile(join(folder, 'prospects.csv'));
const text = () => readFileSync(join(folder, 'prospects.csv'), 'utf8');

test('a sheet is made, replaced and read, and nothing lies beside it', () => {
  const file = open();
  expect(file.read()).toBeNull();
  expect(file.replace(Buffer.from('one'), null)).toBe('written');
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
  expect(file.replace(Buffer.from('two'), file.read()?.sha256 ?? '')).toBe('written');
  expect(text()).toBe('two');
  expect(readdirSync(folder)).toEqual(['prospects.csv']);
});

test('a save that came after the reading stays, whether a sheet was there or not', () => {
  const file = open();
  writeFileSync(file.path, 'a first sheet');
  expect(file.replace(Buffer.from('ours'), null)).toBe('changed');
  const { sha256 } = file.read() ?? { sha256: '' };
  writeFileSync(file.path, 'a newer save');
  expect(file.replace(Buffer.from('ours'), sha256)).toBe('changed');
  expect(text()).toBe('a newer save');
  expect(readdirSync(folder)).toEqual(['prospects.csv']);
});

test('a replacement that was cut short is taken back', () => {
  const file = open();
  writeFileSync(file.path, 'whole');
  renameSync(file.path, join(folder, '.prospects.csv.before'));
  writeFileSync(join(folder, '.prospects.csv.new'), 'half');
  expect(file.read()?.bytes.toString()).toBe('whole');
  expect(readdirSync(folder)).toEqual(['prospects.csv']);
});

test('a spreadsheet program that has the sheet open is noticed by its mark', () => {
  const file = open();
  expect(file.openElsewhere()).toBeNull();
  writeFileSync(join(folder, '.~lock.prospects.csv#'), '');
  expect(file.openElsewhere()).toContain('.~lock');
});
