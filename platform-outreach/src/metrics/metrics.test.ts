import { mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addProspects } from '../testing/campaign-people.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import type { Figure } from './figures.ts';
import { FORMULAS, TESTS } from './figures.ts';
import type { WeekView } from './metrics.service.ts';
import { evidenceSentences, goalVerdict } from './words.ts';

const SATURDAY = Date.parse('2025-10-11T04:30:00Z');
const SUNDAY = Date.parse('2025-10-12T12:30:00Z');

let room: OutreachRoom;
beforeAll(async () => {
  room = await openOutreachRoom({
    MAIL_FROM: 'Meera <meera@studio.example>',
    MAIL_POSTAL_ADDRESS: '12 Church Street, Bengaluru',
  });
});
afterAll(() => room.close());

/** The October sprint as sent: 20 mails; P-1 wants more and books, P-11 asks, P-12 leaves, P-2 bounced, robots opened. */
async function sprint(): Promise<void> {
  await addProspects(room, 10, 'quick-win');
  await addProspects(room, 10, 'edge-cases', 11);
  const planned = await room.outreach.campaigns.plan('october-sprint', '2025-10-06');
  expect(planned.state).toBe('planned');
  await room.outreach.campaigns.approve('october-sprint', '2025-10-06', 'Meera');
  await room.outreach.campaigns.start('october-sprint', '2025-10-06');
  await room.db.query(`update outreach.messages set state = 'sent', sending_at = send_at, sent_at = send_at`);
  await come('P-1', 'reply', 'human-reply', 'interested');
  await come('P-11', 'reply', 'human-reply', 'neutral');
  await come('P-12', 'unsubscribe', 'unsubscribe-request', 'not-interested');
  await come('P-2', 'bounce_hard', 'bounce-hard', null);
  await come('P-3', 'auto_reply', 'auto-reply', null);
  for (const [who, actor] of [
    ['P-4', 'prefetch'],
    ['P-4', 'scanner'],
    ['P-1', 'human'],
  ] as const) {
    await room.db.query(
      `insert into outreach.message_events (id, message, kind, actor, at, dedupe_key)
       select gen_random_uuid(), m.id, 'open', $2, '2025-10-07T00:00:00Z', gen_random_uuid()::text
       from outreach.messages m join outreach.prospects p on p.id = m.prospect where p.prospect_id = $1`,
      [who, actor],
    );
  }
  await room.db.query(
    `insert into outreach.bookings (uid, status, prospect, message, attributed_by, created_at, updated_at, sealed_for)
     select 'bk1', 'ACCEPTED', m.prospect, m.id, 'metadata', '2025-10-08T05:00:00Z', '2025-10-08T05:00:00Z', m.id
     from outreach.messages m join outreach.prospects p on p.id = m.prospect where p.prospect_id = 'P-1'`,
  );
}

async function come(who: string, event: string, kind: string, sentiment: string | null): Promise<void> {
  await room.db.query(
    `with m as (select m.id, m.prospect from outreach.messages m join outreach.prospects p on p.id = m.prospect where p.prospect_id = $1),
     i as (insert into outreach.inbound (id, mailbox, uidvalidity, uid, kind, message, prospect, sentiment, received_at, sealed_for)
       select gen_random_uuid(), 'INBOX', 1, (random() * 1000000000)::int, $3, m.id, m.prospect, $4, '2025-10-07T06:00:00Z', m.id from m)
     insert into outreach.message_events (id, message, kind, at, dedupe_key)
     select gen_random_uuid(), m.id, $2, '2025-10-07T06:00:00Z', gen_random_uuid()::text from m`,
    [who, event, kind, sentiment],
  );
}

const readWeek = async (query = ''): Promise<WeekView> => (await room.call('GET', `/metrics/week${query}`)).json();
const figure = (week: WeekView, id: string): number => week.figures.find((one) => one.id === id)?.value ?? Number.NaN;

test('the October sprint is week 2: people are counted once, robots and opens never as answers', async () => {
  await sprint();
  room.clock.ms = SATURDAY;
  const week = await readWeek('?week=2');
  expect([week.week, week.week_of, week.from, week.until]).toEqual([
    ...[2, '2025-10-06', '2025-10-05T18:30:00.000Z', '2025-10-12T18:30:00.000Z'],
  ]);
  expect(week.funnel.map(({ step, people }) => [step, people.value])).toEqual([
    ...[
      ['written', 20],
      ['reached', 19],
      ['replied', 2],
      ['interested', 1],
      ['booked', 1],
    ],
  ]);
  expect(week.goals.map(({ reached, wanted, met }) => [reached.value, wanted.value, met])).toEqual([
    ...[
      [20, 20, true],
      [2, 2, true],
      [1, 1, true],
    ],
  ]);
  expect(
    week.groups.map(({ by, rows }) => [by, rows.map((row) => [row.title, row.people.value, row.answered.value])]),
  ).toEqual([
    [
      'by_batch',
      [
        ['Quick QA Win', 10, 1],
        ['Edge Cases in AI Testing', 10, 1],
      ],
    ],
    [
      'by_subject',
      [
        ['A small test for {{ company }}’s assistant', 10, 1],
        ['Edge cases your AI tests may not have', 10, 1],
      ],
    ],
    [
      'by_segment',
      [
        ['quick-win', 10, 1],
        ['edge-cases', 10, 1],
      ],
    ],
  ]);
  expect(week.signals.map(({ kind, actor, events }) => [kind, actor, events.value])).toEqual([
    ...[
      ['open', 'human', 1],
      ['open', 'prefetch', 1],
      ['open', 'scanner', 1],
    ],
  ]);
  expect(week.response).toMatchObject({ share: { value: 0.1 } });
});

test('it says plainly what so few mails prove, and names no winner', async () => {
  const week = await readWeek('?week=2');
  expect(week.said.numbers[0]).toBe('20 people prove nothing. The true rate may lie anywhere from 3 % to 30 %.');
  expect(week.said.numbers[1]).toContain(`n = ${week.needed.toKnow.value}`);
  expect(week.comparison).toMatchObject({ verdict: 'not_enough', pairs: { value: 10 }, apart: ['segments', 'times'] });
  expect(week.said.comparison[2]).toContain('to different segments at different times');
});

test('a booking that was cancelled or rejected counts nowhere: not in the metrics, nor for the goals of the campaign', async () => {
  for (const [status, booked] of [
    ['REJECTED', 0],
    ['Cancelled', 0],
    ['ACCEPTED', 1],
  ] as const) {
    await room.db.query(`update outreach.bookings set status = $1`, [status]);
    const { reached } = (await room.call('GET', '/campaigns/october-sprint/status')).json();
    expect([status, reached.bookings]).toEqual([status, booked]);
    expect(figure(await readWeek('?week=2'), 'people.booked')).toBe(booked);
  }
});

test('every number is that of its query, run again as it is printed', async () => {
  const explained = (await room.call('GET', '/metrics/explain?week=2')).json();
  const answers = new Map<string, Record<string, unknown>[]>();
  for (const { name, sql, params } of explained.queries) answers.set(name, await room.db.query(sql, params));
  const figures = new Map<string, Figure>(explained.figures.map((one: Figure) => [one.id, one]));
  const again = ({ source }: Figure): number => {
    const rows = (query: string) => answers.get(query) ?? [];
    if (source.kind === 'read') {
      return Number(rows(source.query).find((row) => row.key === source.key)?.[source.column] ?? 0);
    }
    if (source.kind === 'tested') {
      const [a, b] = source.keys.map((key) => String(rows('trials').find((row) => row.key === key)?.outcomes));
      return TESTS[source.formula].reckon(a ?? '', b ?? '');
    }
    const [k = 0, n = 0] = source.of.map((id) => again(figures.get(id) as Figure));
    return FORMULAS[source.formula].reckon(k, n);
  };
  expect(figures.size).toBeGreaterThan(60);
  for (const one of figures.values()) expect([one.id, again(one)]).toEqual([one.id, one.value]);
});

test('the printed file and its page hold no number that is not among the figures', async () => {
  const { files } = (await room.call('POST', '/metrics/week', { week: 2, explain: true })).json();
  expect(files.markdown).toBe(`${room.folder}/metrics_week2.md`);
  const text = readFileSync(files.markdown, 'utf8');
  expect(text).toContain('20 of 20 mails sent: met');
  expect(text).toContain('| Quick QA Win | 10 | 1 | 10 % | 2 % to 40 % | 1 | 1 | 1 |');
  expect(text).toContain('with given as (');
  const page = readFileSync(files.page, 'utf8');
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
  expect(page.match(/<svg/g)?.length).toBeGreaterThan(10);

  const alone = (await room.call('POST', '/metrics/week', { week: 2, campaign: 'october-sprint' })).json().files;
  expect(alone.markdown).toBe(`${room.folder}/metrics_week2_october-sprint.md`);
  expect(readFileSync(alone.markdown, 'utf8')).toContain('Campaign october-sprint.');
  expect(readFileSync(files.markdown, 'utf8')).toBe(text);
});

test('one number is explained by its queries alone, and an unknown one is refused', async () => {
  const found = (await room.call('GET', '/metrics/explain?week=2&name=people.rate')).json();
  expect(found.figures).toMatchObject([
    { id: 'people.rate', value: 0.1, from: 'the first ÷ the second, of people.replied and people.written' },
  ]);
  expect(found.queries).toMatchObject([{ name: 'people', rows: [{ replied: 2, written: 20 }] }]);
  const batches = (await room.call('GET', '/metrics/explain?week=2&name=by_batch')).json();
  expect(batches.queries[0].rows).toHaveLength(2);
  expect((await room.call('GET', '/metrics/explain?week=2&name=opens')).statusCode).toBe(404);
});

test('as of an earlier moment, what came later is not counted', async () => {
  const early = await readWeek('?week=2&as_of=2025-10-06T12:00:00Z');
  expect(early.funnel.map(({ people }) => people.value)).toEqual([20, 20, 0, 0, 0]);
  expect(early.goals.map(goalVerdict)).toEqual(['met', 'not yet', 'not yet']);
});

test('Saturday’s job writes the week and tells the Studio once under its campaign; late on Monday it still means that week', async () => {
  room.clock.ms = SATURDAY;
  await room.db.query('delete from outreach.outbox where source_event_id like $1', ['%:metrics:%']);
  for (let i = 0; i < 2; i += 1) await room.outreach.metrics.writeDue();
  const told = await room.db.query<{ text: string }>(
    `select event->>'text' as text from outreach.outbox where event->>'kind' = 'metrics.written'`,
  );
  expect(told.map(({ text }) => text)).toEqual(['Metrics of week 2 written for campaign october-sprint']);
  room.clock.ms = Date.parse('2025-10-13T05:00:00Z');
  expect(await room.outreach.metrics.writeDue()).toMatchObject({ week: 2, week_of: '2025-10-06' });
});

test('Sunday’s reflection is kept without a word of a person, stands in the file, and the next week looks back on it', async () => {
  room.clock.ms = SUNDAY;
  // Where its file cannot be written nothing is kept, so that the next try keeps it once.
  rmSync(`${room.folder}/metrics_week2.md`);
  mkdirSync(`${room.folder}/metrics_week2.md`);
  await expect(room.outreach.metrics.reflectDue()).rejects.toThrow('cannot be written');
  rmdirSync(`${room.folder}/metrics_week2.md`);
  const kept = await room.outreach.metrics.reflectDue();
  expect(kept).toMatchObject({ week: 2, next: { rule: 'split_subject' } });
  const reflections = (await room.call('GET', '/metrics/reflections')).json().items;
  expect(reflections).toHaveLength(1);
  expect(reflections[0].said).toContain('1 of 5 incoming mails (20 %): want to see more');
  expect(JSON.stringify(reflections)).not.toMatch(/Person \d|Company \d|company\d+\.example/);
  expect(readFileSync(`${room.folder}/metrics_week2.md`, 'utf8')).toContain('## Reflection');
  room.clock.ms += 7 * 86_400_000;
  const next = (await room.call('POST', '/metrics/reflection', { week: 3 })).json();
  expect(next.before).toMatchObject({ week: 2, rate_now: 'nobody was written to' });
  expect(next.next.rule).toBe('nothing_sent');
});

test('weeks are listed with their goals; a week before the first, and an unknown campaign, are refused with what to do', async () => {
  const { items } = (await room.call('GET', '/metrics')).json();
  expect(items).toMatchObject([
    { week: 2, sent: 20, replied: 2, booked: 1, goals: { sent: 20 }, campaigns: ['october-sprint'] },
  ]);
  const { response } = await readWeek('?week=2');
  const { people, share, low, high } = response;
  expect(items[0].response).toEqual({ people: people.value, share: share.value, low: low.value, high: high.value });
  // The reflection looked at all campaigns: it is none of this one alone.
  const ofOne = (await room.call('GET', '/metrics?campaign=october-sprint')).json().items;
  expect(ofOne).toEqual([{ ...items[0], reflected_at: null }]);
  expect((await room.call('GET', '/metrics?campaign=none')).json().items).toEqual([]);
  expect((await room.call('GET', '/metrics/week?week_of=2025-09-20')).json().detail).toContain('began on 2025-09-29');
  expect((await room.call('GET', '/metrics/week?campaign=none')).statusCode).toBe(404);
});

test('a week without mails says so and shares nothing out', async () => {
  const week = await readWeek('?week=40');
  expect(week.said.numbers).toEqual(['Nobody was written to, so there is nothing to say about the copy.']);
  expect(figure(week, 'people.rate')).toBe(0);
  expect(week.comparison).toBeNull();
});

test('a subject line that was edited in its file is another one, and two that had all else in common are said to be so', async () => {
  const old = '00000000-0000-4000-8000-000000000001';
  await room.db.query(
    `insert into outreach.campaigns select (jsonb_populate_record(c, jsonb_build_object('id', $1::uuid, 'week_of', '2025-09-29'))).*
     from outreach.campaigns c where c.name = 'october-sprint'`,
    [old],
  );
  await room.db.query(
    `insert into outreach.messages select (jsonb_populate_record(m, jsonb_build_object('id', $1::uuid, 'campaign', $1::uuid,
       'message_id', '<old@studio.example>', 'sent_at', '2025-09-29T03:00:00Z'))).*
     from outreach.messages m join outreach.prospects p on p.id = m.prospect where p.prospect_id = 'P-1'`,
    [old],
  );
  await room.db.query(
    `insert into outreach.subject_lines select $1, variant, 'An older line' from outreach.messages where id = $1`,
    [old],
  );
  await room.db.query(`update outreach.prospects set segment = 'quick-win'`);
  await room.db.query(`update outreach.batches set send_at = '2025-10-06T02:30:00Z'`);
  const { comparison, said } = await readWeek('?week=2');
  expect(comparison).toMatchObject({ first: { people: { value: 10 } }, second: { people: { value: 10 } }, apart: [] });
  expect(said.comparison).toHaveLength(2);
  if (comparison === null) throw new Error('no comparison');
  expect(evidenceSentences({ ...comparison, apart: ['times'] })[1]).toMatch(/^The two went at different times\./);
});
