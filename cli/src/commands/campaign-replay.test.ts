import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Database } from '@sacred-qa/foundation/database';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import type { Replayed } from '@sacred-qa/platform-outreach/replay';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayCampaign } from '../replay.ts';
import { captureRun } from '../testing/captured-run.ts';

test('a replay touches no folder that holds other files, and says which', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'own-'));
  try {
    writeFileSync(join(folder, 'prospects.csv'), 'mine');
    const { exit, stderr } = await captureRun(['campaign', 'replay', 'october-sprint', '--out', folder], {
      composition: { replayCampaign },
    });
    expect(exit).toBe(EXIT.refused);
    expect(stderr).toContain(`${folder} holds other files. Name a new folder with --out.`);
    expect(readFileSync(join(folder, 'prospects.csv'), 'utf8')).toBe('mine');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

let db: Database;
let folder: string;
let played: Replayed;
let stdout: string;
beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'replay-')), 'out');
  ({ db } = await openTestDatabase([outreachMigrations]));
  const json = `${folder}.json`;
  const ran = await captureRun(['campaign', 'replay', 'october-sprint', '--out', folder, '--json', json], {
    composition: {
      replayCampaign: (name, into) => replayCampaign(name, into, async () => ({ ...db, close: async () => {} })),
    },
  });
  expect([ran.exit, ran.stderr]).toEqual([EXIT.ok, expect.stringMatching(/^Written: /)]);
  stdout = ran.stdout;
  played = JSON.parse(readFileSync(json, 'utf8'));
});
afterAll(() => rmSync(dirname(folder), { recursive: true }));

test('the week comes out on its minutes: two batches, two posts, the metrics on Saturday and the reflection on Sunday', () => {
  const told = played.happenings.map(({ at, what }) => `${at.slice(0, 16)} ${what.replace(/, the last at .*/, '')}`);
  expect(told).toContain('2025-10-06T02:30 batch a: 10 mails sent');
  expect(told).toContain('2025-10-06T09:30 batch b: 10 mails sent');
  expect(told).toContain('2025-10-06T03:30 post two-bugs: due, ready to paste');
  expect(told).toContain('2025-10-08T03:30 post seven-patterns: due, ready to paste');
  expect(told).toContain('2025-10-11T04:30 Metrics of week 2 written for campaign october-sprint');
  expect(told).toContain('2025-10-12T12:30 Reflection on week 2 of campaign october-sprint kept');
  expect(told).toContain('2025-10-09T05:30 P-002: booked a micro-audit');
  expect(stdout).toContain('Mon 2025-10-06\n  08:00 IST  batch a: 10 mails sent');
  expect(stdout).toContain('20 people prove nothing.');
});

test('every answer is read for what it is, the mail server counts what we count, and the goals are shown as progress', () => {
  expect(played.taken).toEqual({ mails: 20, different: 20 });
  expect(played.week.answers.map(({ kind, sentiment, mails }) => [kind, sentiment, mails.value])).toEqual([
    ['auto-reply', null, 1],
    ['bounce-hard', null, 1],
    ['human-reply', 'interested', 2],
    ['human-reply', 'neutral', 1],
    ['human-reply', 'not-interested', 1],
    ['unsubscribe-request', 'not-interested', 1],
  ]);
  expect(played.week.goals.map(({ goal, reached, wanted, met }) => [goal, reached.value, wanted.value, met])).toEqual([
    ['sent', 20, 20, true],
    ['replies', 4, 2, true],
    ['bookings', 1, 1, true],
  ]);
  expect(played.week.comparison).toMatchObject({ verdict: 'not_enough' });
  expect(played.week.reflection?.week).toBe(2);
});

test('the booking came by a signed webhook, and by the mail’s own link it hangs below the reply', async () => {
  expect(await db.query('select uid, attributed_by, status from outreach.bookings')).toEqual([
    { uid: 'replay-booking-1', attributed_by: 'metadata', status: 'accepted' },
  ]);
  const [told] = await db.query<{ parent: string }>(
    `select event->'parent'->>'source_event_id' as parent from outreach.outbox where event->>'kind' = 'booking.created'`,
  );
  expect(told?.parent).toMatch(/^reply:/);
});

test('the files lie in the folder, and the sheet beside them says what became of each', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'metrics_week2.html',
    'metrics_week2.md',
    'prospects.csv',
    'this-is-a-replay.txt',
  ]);
  expect(readFileSync(played.files.page, 'utf8')).toContain('Reflection');
  const sheet = readFileSync(join(folder, 'prospects.csv'), 'utf8');
  expect(sheet.split(/\r?\n/).find((line) => line.startsWith('P-002'))).toContain('replay-booking-1');
});
