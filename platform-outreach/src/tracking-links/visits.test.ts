import { readFileSync } from 'node:fs';
import { StudioError } from '@sacred-qa/contracts/errors';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import { fileSentMail, type SentMailRow } from '../testing/sent-mail.ts';
import { createTokens } from './tokens.ts';
import { actorOf, RULES, type Visit } from './visit-rules.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36';
const GMAIL = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const GMAIL_AHEAD = `${CHROME.replace('129.0.0.0', '42.0.2311.135')} Edge/12.246 Mozilla/5.0`;
const OUTLOOK = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)';
const APPLE_MAIL = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE_MAIL =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const WEBVIEW =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36';

const HOUR_MS = 3_600_000;
const judged = (userAgent: string, other: Partial<Visit> = {}) => {
  const { actor, rule } = actorOf({
    ...{ kind: 'open', method: 'GET', userAgent, purpose: '', sinceSentMs: HOUR_MS, otherLinks: 0 },
    ...other,
  });
  return `${actor} by ${rule}`;
};

test.each([
  ['Gmail’s proxy', judged(GMAIL), 'proxy by gmail_proxy'],
  ['Gmail’s proxy at once', judged(GMAIL, { sinceSentMs: 500 }), 'proxy by gmail_proxy'],
  ['Gmail that loads ahead', judged(GMAIL_AHEAD), 'prefetch by gmail_prefetch'],
  [
    'Yahoo’s proxy',
    judged('YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html'),
    'proxy by yahoo_proxy',
  ],
  ['Apple’s privacy protection', judged('Mozilla/5.0'), 'prefetch by apple_mail_privacy'],
  ['that bare name on a link', judged('Mozilla/5.0', { kind: 'click' }), 'scanner by robot'],
  ['a proxy’s name on a link', judged(GMAIL, { kind: 'click' }), 'scanner by robot'],
  ['a browser that loads ahead', judged(CHROME, { purpose: 'prefetch;prerender' }), 'prefetch by purpose'],
  ['a HEAD', judged(CHROME, { method: 'HEAD' }), 'scanner by head'],
  ['a gateway by name', judged('Mozilla/5.0 (compatible; Barracuda Sentinel (EE))'), 'scanner by gateway'],
  ['a gateway in a browser’s dress', judged(CHROME, { sinceSentMs: 4_000 }), 'scanner by at_delivery'],
  ['a visit before the server said yes', judged(CHROME, { sinceSentMs: -200 }), 'scanner by at_delivery'],
  ['the second link within a moment', judged(CHROME, { kind: 'click', otherLinks: 1 }), 'scanner by burst'],
  ['a link preview', judged('WhatsApp/2.23.20.0', { kind: 'click' }), 'scanner by robot'],
  ['a library', judged('python-requests/2.32'), 'scanner by robot'],
  ['a browser without a screen', judged(CHROME.replace('Chrome', 'HeadlessChrome')), 'scanner by robot'],
  ['Outlook', judged(OUTLOOK), 'human by mail_program'],
  ['old Outlook', judged('Mozilla/4.0 (compatible; ms-office; MSOffice rmj)'), 'human by mail_program'],
  ['Outlook on a telephone', judged('Outlook-iOS/2.0'), 'human by mail_program'],
  ['Apple Mail without protection', judged(APPLE_MAIL), 'human by mail_program'],
  ['Mail on an iPhone without protection', judged(IPHONE_MAIL), 'human by mail_program'],
  [
    'Thunderbird',
    judged('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0'),
    'human by mail_program',
  ],
  ['a browser', judged(CHROME, { kind: 'click' }), 'human by browser'],
  ['a page inside an app', judged(WEBVIEW, { kind: 'click' }), 'human by browser'],
  ['nobody knows what', judged('Gadgetmail'), 'unknown by none'],
  ['nothing said', judged(''), 'unknown by none'],
])('%s is told apart', (_, found, expected) => expect(found).toBe(expected));

test('every rule says why and names where that comes from, here and in the document', () => {
  const document = readFileSync(new URL('../../../docs/public-address.md', import.meta.url), 'utf8');
  const rows = RULES.map(({ name, actor, why, source }) => `| ${name} | ${actor} | ${why} [source](${source}) |`);
  expect(document).toContain(`|---|---|---|\n${rows.join('\n')}\n\n`);
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  for (const { why, source } of RULES) expect([why.length > 10, URL.canParse(source)]).toEqual([true, true]);
});

let room: OutreachRoom;
beforeAll(async () => {
  room = await openOutreachRoom({ PUBLIC_URL: 'https://studio.example' });
});
afterAll(() => room.close());

let mail: SentMailRow;
const LINKS = [
  'https://studio.example/book?metadata%5Bsend%5D=x&utm_source=mail#top',
  'https://two.example/',
  'javascript:alert(1)',
  'https://four.example/',
];
beforeEach(async () => {
  room.clock.ms += 24 * HOUR_MS;
  mail = await fileSentMail(room);
  for (const [position, link] of LINKS.entries())
    await room.db.transaction(async (tx) => {
      const sealed = await room.vault.seal(tx, mail.prospect, 'links.sealed', link);
      await tx.query('insert into outreach.links (message, position, sealed) values ($1, $2, $3)', [
        ...[mail.id, position, sealed],
      ]);
    });
  room.clock.ms += HOUR_MS;
});

const token = (purpose: 'open' | 'click' | 'unsubscribe', position = 0, message = mail.id) =>
  createTokens({ keyOf: room.vault.tokenKey }).sign(purpose, { message, position });
const visit = (url: string, userAgent = CHROME, method: 'GET' | 'HEAD' = 'GET') =>
  room.publicApp.inject({ method, url, headers: { 'user-agent': userAgent } });
const eventsOf = async () =>
  (
    await room.db.query<{ said: string }>(
      `select kind || ' ' || actor || ' ' || (detail->>'rule') as said from outreach.message_events
       where message = $1 order by at, id`,
      [mail.id],
    )
  ).map(({ said }) => said);
const toldOf = async () =>
  (
    await room.db.query<{ text: string }>(
      `select event->>'text' as text from outreach.outbox where order_key = $1 order by id`,
      [mail.prospectId],
    )
  ).map(({ text }) => text);

test.each(['open', 'click'] as const)('the %s of a mail in doubt proves that it had left', async (purpose) => {
  await room.db.query(`update outreach.messages set state = 'in_doubt', sent_at = null where id = $1`, [mail.id]);
  await visit(`/${purpose === 'open' ? 'o' : 'c'}/${token(purpose)}`, GMAIL);
  expect(await room.db.query('select state, settled_by from outreach.messages where id = $1', [mail.id])).toEqual([
    { state: 'sent', settled_by: 'visit' },
  ]);
  expect((await toldOf()).map((text) => text.split(' ')[0])).toEqual(['Mail', purpose === 'open' ? 'Mail' : 'Link']);
});

test('a pixel is a point, is kept by nobody, and counts once in ten minutes for each sort of visitor', async () => {
  for (const userAgent of [GMAIL, GMAIL, CHROME, CHROME, 'Mozilla/5.0']) {
    const answer = await visit(`/o/${token('open')}`, userAgent);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      ...[200, 'image/gif', 'no-store'],
    ]);
    expect(answer.rawPayload.subarray(0, 6).toString()).toBe('GIF89a');
  }
  expect((await eventsOf()).sort()).toEqual([
    ...['open human browser', 'open prefetch apple_mail_privacy', 'open proxy gmail_proxy'],
  ]);
  expect(await toldOf()).toContain(`Mail to ${mail.prospectId} opened (proxy)`);
  room.clock.ms += 11 * 60_000;
  await visit(`/o/${token('open')}`);
  expect(await eventsOf()).toHaveLength(4);
});

test('a link leads where the mail said, to the letter, also for a HEAD', async () => {
  for (const method of ['GET', 'HEAD'] as const) {
    const answer = await visit(`/c/${token('click')}`, CHROME, method);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, LINKS[0]]);
  }
  expect(await eventsOf()).toEqual(['click human browser', 'click scanner head']);
  expect(await toldOf()).toEqual([
    `Link 1 of the mail to ${mail.prospectId} clicked (human)`,
    `Link 1 of the mail to ${mail.prospectId} clicked (scanner)`,
  ]);
});

test('a link leads on also while the disk takes no more, and then nothing is counted', async () => {
  const { assertWritable } = room.db;
  room.db.assertWritable = () => {
    throw new StudioError('disk_full', '63 MB are free');
  };
  try {
    expect((await visit(`/c/${token('click')}`)).headers.location).toBe(LINKS[0]);
    expect((await visit(`/o/${token('open')}`)).statusCode).toBe(200);
  } finally {
    room.db.assertWritable = assertWritable;
  }
  expect(await eventsOf()).toEqual([]);
});

test('nothing that a stranger writes into an address decides where it leads', async () => {
  for (const [url, status] of [
    [`/c/${token('click')}x?to=https://evil.example`, 404],
    [`/c/https%3A%2F%2Fevil.example`, 404],
    [`/c/${token('unsubscribe')}`, 404],
    [`/o/${token('click')}`, 404],
    [`/c/${token('click', 9)}`, 410],
    [`/c/${token('click', 2)}`, 410],
    [`/c/${token('click', 0, '0199b7c2-0000-7000-8000-000000000001')}`, 410],
  ] as const) {
    const answer = await visit(url);
    expect([url, answer.statusCode, answer.headers.location]).toEqual([url, status, undefined]);
  }
  expect((await visit(`/c/${token('click')}?to=https://evil.example`)).headers.location).toBe(LINKS[0]);
});

test('a gateway that follows every link is no person, not even by its first step', async () => {
  await Promise.all([0, 1, 3].map((position) => visit(`/c/${token('click', position)}`)));
  expect(await eventsOf()).toEqual(Array(3).fill('click scanner burst'));
  room.clock.ms += 60_000;
  for (const position of [0, 1]) {
    await visit(`/c/${token('click', position)}`);
    expect((await eventsOf()).at(-1)).toBe('click human browser');
    room.clock.ms += 60_000;
  }
});

test('the studio’s own preview counts for nothing, and an erased person is followed no more', async () => {
  await room.db.query(`update outreach.messages set state = 'reserved', sent_at = null where id = $1`, [mail.id]);
  expect((await visit(`/c/${token('click')}`)).statusCode).toBe(302);
  expect((await visit(`/o/${token('open')}`)).statusCode).toBe(200);
  await room.outreach.erasure.erase(mail.prospectId);
  expect((await visit(`/c/${token('click')}`)).statusCode).toBe(410);
  expect((await visit(`/o/${token('open')}`)).statusCode).toBe(200);
  expect(await eventsOf()).toEqual([]);
});

test('of a visitor nothing is kept but what they were taken for', async () => {
  const headers = { 'user-agent': CHROME, 'x-forwarded-for': '203.0.113.77', referer: 'https://mail.client.example/' };
  await room.publicApp.inject({ url: `/c/${token('click')}`, headers });
  const rows = await room.db.query<{ row: string }>(
    `select e::text as row from outreach.message_events e union all select o::text from outreach.outbox o`,
  );
  for (const { row } of rows) expect(row).not.toMatch(/203\.0\.113|mail\.client|Chrome|studio\.example/);
});
