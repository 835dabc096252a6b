import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@sacred-qa/foundation/clock';
import { loadConfig } from '@sacred-qa/foundation/config';
import { createDiskGuard } from '@sacred-qa/foundation/database/disk';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenStudio, openStudio } from '../compose.ts';

let dataDir: string;
let opened: OpenStudio;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'studio-sample-'));
  const config = loadConfig({ env: { STUDIO_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, rootDir: dataDir });
  const { db } = await openTestDatabase([studioMigrations, outreachMigrations]);
  const disk = createDiskGuard({ folder: dataDir, clock: systemClock });
  opened = await openStudio(config, { store: { db, disk, lock: null, close: async () => {} } });
});
afterAll(async () => {
  await opened.close();
  rmSync(dataDir, { recursive: true });
});

async function call(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const headers = { authorization: `Bearer ${opened.adminKey}` };
  return opened.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) });
}

/** Rows of each table; the trail of calls and the stream of live events tell of the loading itself. */
async function counts(): Promise<Record<string, number>> {
  const tables = await opened.studio.db.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'outreach') and table_type = 'BASE TABLE'
       and table_name not in ('sacred_contacts', 'live_events', 'jobs_history') order by 1`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await opened.studio.db.query<{ n: number }>(`select count(*)::int as n from ${name}`);
    found[name] = row?.n ?? 0;
  }
  return found;
}
const keys = () => readdirSync(join(dataDir, 'keys'), { recursive: true }).length;

test('the sample practice comes whole, its tree verifies, no number counts it, and it goes without a trace', async () => {
  await call('POST', '/sankalpa', { text: 'Audit the Hindi help desk of Asha Stores before Diwali' });
  const [before, keysBefore] = [await counts(), keys()];

  const loaded = await call('POST', '/sample');
  expect(loaded.statusCode, loaded.body).toBe(201);
  expect((await call('POST', '/sample')).statusCode).toBe(409);
  const { audit } = loaded.json();
  expect((await call('GET', `/audits/${audit}/findings`)).json().items.length).toBeGreaterThan(0);
  const status = (await call('GET', '/outreach/campaigns/sample-sprint/status')).json();
  expect(status.reached).toMatchObject({ sent: 19, bookings: 1 });
  expect(status.reached.replies).toBeGreaterThanOrEqual(2);
  const week = `from=${status.week_of}&to=${Temporal.PlainDate.from(status.week_of).add({ days: 6 })}`;
  expect((await call('GET', `/outreach/calendar?${week}`)).json().bookings).toMatchObject([
    { uid: 'sample-booking-1', status: 'accepted', prospect_id: 'SMP-002', lineage_id: expect.any(String) },
  ]);
  const inbox = (await call('GET', '/outreach/inbox')).json().items.map((one: { kind: string }) => one.kind);
  expect(new Set(inbox)).toEqual(new Set(['human-reply', 'auto-reply', 'bounce-hard', 'unsubscribe-request']));

  // Campaign, batch, mail, reply, booking, engagement and audit stand in one tree.
  const { lineage_id } = (await call('GET', `/audits/${audit}`)).json();
  const kinds = await opened.studio.db.query<{ kind: string }>(
    'select distinct kind from sankalpa where root_id = $1 order by 1',
    [lineage_id.split('.')[0]],
  );
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      ...['campaign.started', 'batch.started', 'mail.sent', 'mail.opened', 'mail.clicked', 'reply.received'],
      'booking.created',
    ]),
  );

  // People and machines looked at the mails, and are told apart.
  const { signals } = (await call('GET', '/outreach/metrics/week?campaign=sample-sprint')).json();
  const looked = signals.map((one: { kind: string; actor: string }) => `${one.kind} ${one.actor}`);
  expect(looked).toEqual(
    expect.arrayContaining([
      ...['open human', 'open proxy', 'open prefetch', 'open scanner', 'click human', 'click scanner'],
    ]),
  );
  expect((await call('POST', '/db/check')).json()).toMatchObject({ ok: true });
  expect((await call('GET', '/outreach/metrics')).json().items).toMatchObject([
    { week_of: status.week_of, sent: 0, replied: 0, booked: 0 },
  ]);
  expect((await call('GET', '/outreach/sheet')).body).not.toContain('SMP-');

  expect((await call('DELETE', '/sample')).json()).toEqual({ loaded: false });
  expect(await counts()).toEqual(before);
  expect(keys()).toBe(keysBefore);
  expect((await call('POST', '/db/check')).json()).toMatchObject({ ok: true });
});
