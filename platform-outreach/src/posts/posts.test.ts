import { afterEach, beforeEach, expect, test } from 'vitest';
import { addProspects } from '../testing/campaign-people.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';

const HOUSE = { MAIL_FROM: 'Meera <meera@studio.example>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' };
const ADDRESS = 'https://www.linkedin.com/feed/update/urn:li:share:7380000000000000000/';
/** Monday, 6 October 2025: post two-bugs is due at 09:00 in India, and not after 13:00. */
const NINE_MS = Date.parse('2025-10-06T03:30:00Z');
const ONE_MS = Date.parse('2025-10-06T07:30:00Z');

let room: OutreachRoom;
/** What those who look on were told. */
let seen: string[];
beforeEach(async () => {
  seen = [];
  const onlookers = {
    publish: async (_: unknown, items: readonly { what: string }[]) => void seen.push(...items.map(({ what }) => what)),
  };
  room = await openOutreachRoom(HOUSE, { onlookers });
});
afterEach(() => room.close());

async function running(): Promise<void> {
  for (const [step, body] of [
    ['plan', { week_of: '2025-10-06' }],
    ['approve', { by: 'Meera' }],
    ['start', {}],
  ] as const) {
    const answer = await room.call('POST', `/campaigns/october-sprint/${step}`, body);
    expect(answer.statusCode, answer.body).toBe(200);
  }
}

const at = async (ms: number): Promise<void> => {
  room.clock.ms = ms;
  await room.outreach.posts.runDue();
};
const post = async (name: string) => (await room.call('GET', `/posts/${name}`)).json();
const done = (name: string, url = ADDRESS) => room.call('POST', `/posts/${name}/done`, { url });
const kinds = async () =>
  (await room.db.query<{ kind: string }>(`select event->>'kind' as kind from outreach.outbox order by id`)).map(
    (row) => row.kind,
  );

test('without a token a post waits until its minute, then is a card with the text to paste', async () => {
  await running();
  await at(NINE_MS - 1);
  expect((await post('two-bugs')).state).toBe('planned');
  await at(NINE_MS);
  const card = await post('two-bugs');
  expect(card).toMatchObject({ state: 'due', title: '2 Bugs in AI Products for Indian Users', link: null });
  expect(card.text).toMatch(/^2 bugs in AI products/);
  expect(card.text).toContain('utm_medium=social');
  expect(card.composer_url).toMatch(/^https:\/\/www\.linkedin\.com\//);
  expect((await room.call('GET', '/posts?state=due')).json().items).toHaveLength(1);
  expect(room.log.filter((line) => line.event === 'post_due')).toHaveLength(1);
});

test('at its minute a post that a person must paste is told to who looks on, and to health until it is done', async () => {
  await running();
  await at(NINE_MS - 1);
  expect(await room.outreach.waiting()).toMatchObject({ status: 'pass' });
  expect(seen).not.toContain('post.due');
  await at(NINE_MS);
  await at(NINE_MS + 1);
  expect(seen.filter((what) => what === 'post.due')).toHaveLength(1);
  expect(await room.outreach.waiting()).toEqual({
    ...{ status: 'warn', observed: 1 },
    detail: '1 post to paste: studio post list --state due',
  });
  await at(ONE_MS + 1);
  expect(seen).toContain('post.expired');
  expect(await room.outreach.waiting()).toMatchObject({ status: 'pass' });
});

test('the person says where it stands: it is published once, and the Studio is told once', async () => {
  await running();
  await at(NINE_MS);
  const told = await done('two-bugs');
  expect(told.json()).toMatchObject({
    ...{ state: 'published', url: ADDRESS, urn: 'urn:li:share:7380000000000000000', settled_by: 'person' },
    posted_at: '2025-10-06T03:30:00.000Z',
  });
  expect((await done('two-bugs')).statusCode).toBe(200);
  expect((await done('two-bugs', `${ADDRESS}2/`)).statusCode).toBe(409);
  expect(await kinds()).toEqual(['campaign.started', 'post.published']);
});

test('a card whose time has passed expires, and so does a post that was never looked at in time', async () => {
  await running();
  await at(NINE_MS);
  await at(ONE_MS);
  expect((await post('two-bugs')).state).toBe('due');
  await at(ONE_MS + 1);
  expect((await post('two-bugs')).state).toBe('expired');
  await at(NINE_MS + 7 * 86_400_000);
  expect((await post('seven-patterns')).state).toBe('expired');
  expect(await kinds()).toEqual(['campaign.started']);
});

test('a post that the person published after all, late or early, is told as it is', async () => {
  await running();
  expect((await done('seven-patterns')).json().state).toBe('published');
  await at(ONE_MS + 1);
  expect((await done('two-bugs')).json().state).toBe('published');
});

test('nothing is due in a campaign that is paused or was not started', async () => {
  await running();
  expect((await room.call('POST', '/campaigns/october-sprint/pause', {})).statusCode).toBe(200);
  await at(NINE_MS);
  expect((await post('two-bugs')).state).toBe('planned');
  await room.call('POST', '/campaigns/october-sprint/resume', {});
  await at(NINE_MS);
  expect((await post('two-bugs')).state).toBe('due');
});

test('what no one can mean is refused with a sentence and changes nothing', async () => {
  await room.call('POST', '/campaigns/october-sprint/plan', { week_of: '2025-10-06' });
  expect((await done('two-bugs')).json().detail).toMatch(/not started/);
  expect((await done('two-bugs', 'https://example.com/x')).json()).toMatchObject({ code: 'validation_failed' });
  expect((await done('three-bugs')).json()).toMatchObject({ code: 'not_found' });
  expect((await post('two-bugs')).state).toBe('planned');
});

test('without a mail server, mails that are due are told to health, and expire when they are too late', async () => {
  await addProspects(room, 2, 'quick-win');
  await running();
  room.clock.ms = Date.parse('2025-10-06T02:40:00Z');
  await room.outreach.sending.sendDue();
  expect(await room.outreach.waiting()).toEqual({
    ...{ status: 'warn', observed: 2 },
    detail: '2 mails due, and no mail server is set: studio outreach doctor',
  });
  room.clock.ms = Date.parse('2025-10-06T04:31:00Z');
  await room.outreach.sending.sendDue();
  const rows = (await room.call('GET', '/messages')).json().items as { state: string; settled_by: string }[];
  expect(rows.map(({ state, settled_by }) => [state, settled_by])).toEqual(
    Array(2).fill(['expired', 'no_mail_server']),
  );
  expect(await room.outreach.waiting()).toMatchObject({ status: 'pass' });
});
