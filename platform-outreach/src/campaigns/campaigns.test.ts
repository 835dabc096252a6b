import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProspects } from '../testing/campaign-people.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import { readCampaign } from './campaign-files.ts';

const SHIPPED = join(import.meta.dirname, '../../campaigns');
const WEEK = '2025-10-06';

let room: OutreachRoom;
beforeEach(async () => {
  room = await openOutreachRoom({
    MAIL_FROM: 'Meera <meera@studio.example>',
    MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001',
  });
  cpSync(SHIPPED, join(room.folder, 'campaigns'), { recursive: true });
});
afterEach(() => room.close());

const plan = () => room.call('POST', '/campaigns/october-sprint/plan', { week_of: WEEK });
const step = (name: string, body: object = {}) => room.call('POST', `/campaigns/october-sprint/${name}`, body);
const mails = async () =>
  (await room.call('GET', '/campaigns/october-sprint/mails?limit=100')).json().items as {
    id: string;
    bytes_base64: string;
    state: string;
  }[];

test('the shipped campaign is sound: no error, no flaw, and 20 mails on the Monday', async () => {
  await addProspects(room, 10, 'quick-win');
  await addProspects(room, 10, 'edge-cases', 11);
  const planned = (await plan()).json();
  expect(planned).toMatchObject({
    state: 'planned',
    errors: [],
    flaws: [],
    warnings: [expect.stringContaining('studio.example is a name for examples and is not fetched')],
    trust: { score: 100 },
  });
  expect(
    planned.slots.map((slot: { name: string; dueAt: string; mails: unknown[] }) => [
      slot.name,
      slot.dueAt,
      slot.mails.length,
    ]),
  ).toEqual([
    ['a', '2025-10-06T02:30:00.000Z', 10],
    ['two-bugs', '2025-10-06T03:30:00.000Z', 0],
    ['b', '2025-10-06T09:30:00.000Z', 10],
    ['seven-patterns', '2025-10-08T03:30:00.000Z', 0],
  ]);
  expect(await room.count('messages')).toBe(20);
  expect(await room.count('posts')).toBe(2);
});

test('the bytes are fixed when it is planned: fields filled in, one unsubscribe address each, and the same when read again', async () => {
  await addProspects(room, 2, 'quick-win');
  await plan();
  const first = await mails();
  expect(first.map((mail) => mail.state)).toEqual(['reserved', 'reserved']);
  const text = Buffer.from(first[0]?.bytes_base64 ?? '', 'base64').toString();
  expect(text).toContain(`Message-ID: <${first[0]?.id}@studio.example>`);
  expect(text).toMatch(/Date: Mon, 06 Oct 2025 02:3\d:\d\d \+0000/);
  expect(text).toMatch(/List-Unsubscribe:\s+<mailto:meera\+r[0-9a-f]{32}@studio\.example/);
  expect(text).not.toContain('{{');
  expect(await mails()).toEqual(first);
});

test('nothing about a person lies readable in the tables of a plan', async () => {
  await addProspects(room, 2, 'quick-win');
  await plan();
  const rows = await room.db.query(
    'select m.*, c.spec, s.reasons from outreach.messages m, outreach.campaigns c, outreach.copy_scores s',
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/person1@|Person 1|Company 1/);
});

test('who may not be written to is left out, with the reason', async () => {
  await addProspects(room, 3, 'quick-win');
  await room.call('POST', '/suppressions', { email: 'person1@company1.example', reason: 'unsubscribed' });
  await room.db.query(`update outreach.prospects set basis_given = false where prospect_id = 'P-2'`);
  const planned = (await plan()).json();
  expect(planned.left_out).toEqual([
    { batch: 'a', prospect_id: 'P-1', reason: 'unsubscribed' },
    { batch: 'a', prospect_id: 'P-2', reason: 'no lawful basis' },
  ]);
  expect(planned.warnings.join()).toContain('batch a: 1 of 10 mails; nobody else of segment quick-win');
});

test('a plan names those who share a domain beyond its limit, and each slot whose time has passed', async () => {
  await addProspects(room, 3, 'quick-win', 1, 'one-domain.example');
  expect((await plan()).json().errors).toEqual([
    '2025-10-06: P-1, P-2, P-3 have addresses of one domain, and limits.per_domain_per_day is 2.',
  ]);
  room.clock.ms = Date.parse('2025-10-06T12:00:00Z');
  const { warnings } = (await plan()).json();
  expect(warnings.filter((one: string) => one.includes('its time has passed'))).toEqual([
    expect.stringContaining('batch a, mail 1'),
    expect.stringContaining('post two-bugs'),
    expect.stringContaining('batch b, mail 1'),
  ]);
});

test('two weeks that were planned for the same people are not both approved', async () => {
  await addProspects(room, 1, 'quick-win');
  await plan();
  await step('plan', { week_of: '2025-10-13' });
  expect((await step('approve', { week_of: WEEK, by: 'Meera' })).statusCode).toBe(200);
  expect((await step('approve', { week_of: '2025-10-13', by: 'Meera' })).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('P-1 is written to by october-sprint, week of 2025-10-06, too'),
  });
  const again = (await step('plan', { week_of: '2025-10-13' })).json();
  expect(again.left_out).toEqual([
    { batch: 'a', prospect_id: 'P-1', reason: 'is written to by campaign october-sprint' },
  ]);
});

test('it goes from plan to approval to the start, and no other way', async () => {
  await addProspects(room, 1, 'quick-win');
  expect((await step('start')).statusCode).toBe(404);
  await plan();
  expect((await step('start')).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('is planned. Approve it first: studio campaign approve october-sprint'),
  });
  expect((await step('approve', { by: 'Meera' })).json()).toMatchObject({ state: 'approved', approved_by: 'Meera' });
  expect((await step('start')).json()).toMatchObject({ state: 'running' });
  expect((await plan()).statusCode).toBe(409);
  expect((await step('pause')).json()).toMatchObject({ state: 'paused' });
  expect((await step('resume')).json()).toMatchObject({ state: 'running' });
  expect((await step('cancel')).json()).toMatchObject({ state: 'cancelled' });
  expect((await room.call('GET', '/campaigns/october-sprint/status')).json()).toMatchObject({
    messages: [{ batch: 'a', step: 1, state: 'expired', count: 1 }],
    goals: { sent: 20 },
    reached: { sent: 0, replies: 0, bookings: 0 },
  });
  expect((await room.call('GET', '/campaigns/october-sprint/recipients')).json().items).toMatchObject([
    { settled_by: 'campaign_cancelled' },
  ]);
  expect(await room.count('outbox')).toBe(1);
});

test('copy that was changed after the plan is not what is approved', async () => {
  await addProspects(room, 1, 'quick-win');
  await plan();
  const file = join(room.folder, 'campaigns/october-sprint/batch-a.md');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more line.\n`);
  expect((await step('approve', { by: 'Meera' })).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('changed since'),
  });
  await plan();
  expect((await step('approve', { by: 'Meera' })).statusCode).toBe(200);
  expect((await room.call('GET', '/campaigns/october-sprint/scores')).json().items).toMatchObject([
    { iteration: 1 },
    { iteration: 2 },
  ]);
});

test('people who were changed after the plan are not those of what is approved', async () => {
  await addProspects(room, 2, 'quick-win');
  await plan();
  const refused = async (who: string) =>
    expect((await step('approve', { by: 'Meera' })).json()).toMatchObject({
      code: 'conflict',
      detail: expect.stringContaining(`What is known of ${who} has changed since it was planned`),
    });
  await addProspects(room, 1, 'quick-win', 3);
  await refused('P-3');
  await plan();
  await room.db.query(`update outreach.prospects set basis_given = false where prospect_id = 'P-2'`);
  await refused('P-2');
  await plan();
  room.clock.ms += 1;
  await room.db.query(`update outreach.prospects set updated_at = $1 where prospect_id = 'P-1'`, [
    new Date(room.clock.ms).toISOString(),
  ]);
  await refused('P-1');
  await plan();
  expect((await step('approve', { by: 'Meera' })).statusCode).toBe(200);
});

test('a plan that was made anew is not approved by one who looked at the one before', async () => {
  await addProspects(room, 1, 'quick-win');
  await plan();
  const { updated_at: seen_at } = (await room.call('GET', '/campaigns/october-sprint/status')).json();
  room.clock.ms += 1000;
  await plan();
  expect((await step('approve', { by: 'Meera', seen_at })).json().detail).toContain('planned anew since you looked');
  expect((await step('approve', { by: 'Meera', seen_at: '2025-10-06T02:30:01.000Z' })).statusCode).toBe(200);
});

test('a hole in one mail keeps the whole campaign from approval', async () => {
  await addProspects(room, 1, 'quick-win');
  const file = join(room.folder, 'campaigns/october-sprint/batch-a.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('{{ name }}', '{{ role }}'));
  expect((await plan()).json()).toMatchObject({ flaws: [{ rule: 'hole', where: 'batch-a.md for P-1' }] });
  expect((await step('approve', { by: 'Meera' })).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('role'),
  });
});

test('a plan with an error stores nothing', async () => {
  await addProspects(room, 1, 'quick-win');
  const planned = await room.call('POST', '/campaigns/october-sprint/plan', { week_of: '2025-10-20' });
  expect(planned.json()).toMatchObject({
    state: 'draft',
    errors: [expect.stringContaining('Diwali'), expect.any(String), expect.any(String)],
  });
  expect(await room.count('campaigns')).toBe(0);
});

test('a batch whose last mails would leave in the quiet hours is refused', async () => {
  await addProspects(room, 10, 'quick-win');
  const file = join(room.folder, 'campaigns/october-sprint/campaign.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"08:00"', '"19:50"'));
  expect((await plan()).json()).toMatchObject({
    state: 'draft',
    errors: [
      expect.stringMatching(/^batch a: mail [56] would leave in the quiet hours, 20:00 to 07:30; begin earlier/),
    ],
  });
});

test('without a sender a plan is shown, and says what is missing', async () => {
  const bare = await openOutreachRoom();
  try {
    const planned = (await bare.call('POST', '/campaigns/october-sprint/plan', { week_of: WEEK })).json();
    expect(planned).toMatchObject({ state: 'draft', missing: ['MAIL_FROM', 'MAIL_POSTAL_ADDRESS'], errors: [] });
    expect(await bare.count('messages')).toBe(0);
  } finally {
    await bare.close();
  }
});

test('a name that leads out of the folder is no campaign', async () => {
  await expect(readCampaign([SHIPPED], '../campaigns/october-sprint')).rejects.toThrow('There is no campaign');
  expect((await room.call('GET', '/campaigns/..%2F..%2Fetc/status')).statusCode).toBe(404);
});

test('a mail is looked at as its reader will have it, and looking fetches nothing and leads nowhere', async () => {
  await addProspects(room, 1, 'quick-win');
  await plan();
  const { items } = (await room.call('GET', '/campaigns/october-sprint/recipients')).json();
  expect(items).toMatchObject([{ prospect_id: 'P-1', batch: 'a', step: 1, state: 'reserved' }]);
  const preview = (await room.call('GET', `/messages/${items[0].id}/preview`)).json();
  expect(preview).toMatchObject({ prospect_id: 'P-1', has_page: true, mail: { state: 'reserved', step: 1 } });
  expect(preview.to).toContain('person1@company1.example');
  expect(preview.text).toContain('12, Lake Road');
  const page = await room.call('GET', `/messages/${items[0].id}/page`);
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
  expect(page.body).toContain('Company 1');
  expect(page.body).toContain('<base target="_blank">');
  expect((await room.call('GET', '/messages/00000000-0000-4000-8000-000000000099/page')).statusCode).toBe(404);
});

test('the calendar shows what is due on whole Indian days, with the mails of a batch and of its follow-up by state', async () => {
  await addProspects(room, 2, 'quick-win');
  const file = join(room.folder, 'campaigns/october-sprint/campaign.yaml');
  const followed =
    '    content: batch-a.md\n    follow_ups:\n      - { after_days: 3, at: "08:00", content: batch-a.md }\n';
  writeFileSync(file, readFileSync(file, 'utf8').replace('    content: batch-a.md\n', followed));
  await plan();
  const due = async (from: string, to: string) =>
    (await room.call('GET', `/calendar?from=${from}&to=${to}`)).json().items;
  expect(
    (await due('2025-10-06', '2025-10-06')).map((one: { name: string; title: string; mails: object }) => [
      one.name,
      one.title,
      one.mails,
    ]),
  ).toEqual([
    ['a', 'Quick QA Win', { reserved: 2 }],
    ['two-bugs', '2 Bugs in AI Products for Indian Users', {}],
    ['b', 'Edge Cases in AI Testing', {}],
  ]);
  expect(await due('2025-10-07', '2025-10-07')).toEqual([]);
  expect(await due('2025-10-09', '2025-10-09')).toMatchObject([
    { name: 'a', step: 2, state: 'planned', mails: { reserved: 2 }, not_after: '2025-10-09T04:30:00.000Z' },
  ]);
  await step('cancel');
  expect(await due('2025-10-09', '2025-10-09')).toMatchObject([{ state: 'expired', mails: { expired: 2 } }]);
  expect((await room.call('GET', '/calendar?from=2025-10-07&to=2025-10-01')).statusCode).toBe(400);
});
