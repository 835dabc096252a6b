/** The metrics as a person at a terminal gets them, through the whole studio, on a clock that stands on that Saturday. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@sacred-qa/foundation/config';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenStudio, openStudio } from '../compose.ts';
import { captureRun } from '../testing/captured-run.ts';

let folder: string;
let studio: OpenStudio;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studio-metrics-'));
  const { db } = await openTestDatabase([studioMigrations, outreachMigrations]);
  const store = { db, disk: { freeBytes: () => 1e12, assertWritable: () => {} }, lock: null, close: async () => {} };
  studio = await openStudio(
    loadConfig({ env: { STUDIO_DATA_DIR: folder, OUTREACH_DIR: join(folder, 'tracking') }, rootDir: folder }),
    { log: () => {}, clock: { now: () => Date.parse('2025-10-11T04:00:00Z') }, store },
  );
});
afterAll(async () => {
  await studio.close();
  rmSync(folder, { recursive: true });
});

const studioCommand = (...argv: string[]) =>
  captureRun(argv, { composition: { openStudio: async () => ({ ...studio, close: async () => {} }) } });

test('metrics and reflection are jobs of the house: Saturday at 10:00 and Sunday at 18:00 in India', async () => {
  const { stdout } = await studioCommand('jobs', 'list');
  expect(stdout).toMatch(/metrics {2}0 10 \* \* 6 \(Asia\/Kolkata\)\n +next +Sat 2025-10-11 10:00 IST/);
  expect(stdout).toMatch(/reflection {2}0 18 \* \* 0 \(Asia\/Kolkata\)\n +next +Sun 2025-10-12 18:00 IST/);
});

test('a job that is run by hand writes the file, and its run stands in the history with what herald answered', async () => {
  expect((await studioCommand('jobs', 'run', 'metrics')).exit).toBe(0);
  const { stdout } = await studioCommand('jobs', 'history', 'metrics');
  expect(stdout).toContain('metrics_week2.md');
  expect(readFileSync(join(folder, 'tracking/metrics_week2.md'), 'utf8')).toContain('week 2: 6 to 12 October 2025');
});

test('a week without mails is written and said so; the number of a week must be one', async () => {
  const week = await studioCommand('metrics', 'week', '2');
  expect(week.stdout).toContain('Nobody was written to');
  expect(week.stderr).toContain(join(folder, 'tracking/metrics_week2.html'));
  expect(await studioCommand('metrics', 'week', 'two')).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('"two" is no number of a week.'),
  });
  expect((await studioCommand('metrics', 'week', '2', '--week-of', '2025-10-06')).exit).toBe(2);
});

test('a number is explained with its query and what the query answers now', async () => {
  const { stdout } = await studioCommand('metrics', 'explain', 'people.rate', '--week', '2');
  expect(stdout).toContain('the first ÷ the second, of people.replied and people.written');
  expect(stdout).toContain("$1 = '2025-10-05T18:30:00.000Z'");
  const unknown = await studioCommand('metrics', 'explain', 'opens', '--week', '2');
  expect(unknown).toMatchObject({ exit: 2, stderr: expect.stringContaining('There is no number opens in that week.') });
});

test('a reflection is kept by hand, and the list of weeks is empty until something was planned', async () => {
  const { stdout } = await studioCommand('metrics', 'reflect', '2');
  expect(stdout).toContain('Next iteration:');
  expect((await studioCommand('metrics', 'list')).stderr).toContain('No campaign was planned yet.');
});
