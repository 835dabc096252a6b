import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { isoOf } from '@sacred-qa/foundation/clock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addProspects } from '../testing/campaign-people.ts';
import { type FaultySmtp, startFaultySmtp } from '../testing/faulty-smtp.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import { fileSentMail, type SentMailRow } from '../testing/sent-mail.ts';
import { createTokens } from './tokens.ts';
import { UNSUBSCRIBE_WORDS } from './unsubscribe-words.ts';

let room: OutreachRoom;
let smtp: FaultySmtp;
beforeAll(async () => {
  smtp = await startFaultySmtp();
  room = await openOutreachRoom({
    ...{ MAIL_FROM: 'Meera & Co <meera@studio.example>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' },
    ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port), PUBLIC_URL: 'https://studio.example' },
  });
});
afterAll(async () => {
  await room.close();
  await smtp.stop();
});

let mail: SentMailRow;
beforeEach(async () => {
  mail = await fileSentMail(room);
});

const addressOf = (message: string) =>
  `/u/${createTokens({ keyOf: room.vault.tokenKey }).sign('unsubscribe', { message, position: 0 })}`;
const get = (url: string) => room.publicApp.inject({ url });
const ONE_CLICK = 'List-Unsubscribe=One-Click';
const post = (url: string, payload = ONE_CLICK, type = 'application/x-www-form-urlencoded') =>
  room.publicApp.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
const multipart = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--b--\r\n`;
const mayWrite = ({ prospect }: SentMailRow) => room.outreach.suppressions.wouldWrite(prospect);

/** Every row of outreach, as text: two looks that are equal saw no change. */
async function everyRow(): Promise<string> {
  const tables = ['messages', 'message_events', 'suppressions', 'consents', 'outbox', 'prospects', 'links'];
  const all = await Promise.all(
    tables.map((table) => room.db.query(`select t::text as row from outreach.${table} t order by 1`)),
  );
  return JSON.stringify(all);
}

test('the link of a mail shows a page with one button, and following it changes nothing', async () => {
  const before = await everyRow();
  for (let i = 0; i < 50; i += 1) {
    const answer = await get(addressOf(mail.id));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('Shall we stop writing to you?');
    expect(answer.body).toContain('Meera &amp; Co');
  }
  expect((await room.publicApp.inject({ method: 'HEAD', url: addressOf(mail.id) })).statusCode).toBe(200);
  expect(await everyRow()).toBe(before);
  expect(await mayWrite(mail)).toEqual({ kind: 'yes' });
});

test('one click out of a mail in doubt proves that it had left', async () => {
  await room.db.query(`update outreach.messages set state = 'in_doubt', sent_at = null where id = $1`, [mail.id]);
  await post(addressOf(mail.id));
  const told = await room.db.query<{ kind: string }>(
    `select event->>'kind' as kind from outreach.outbox where order_key = $1 order by id`,
    [mail.prospectId],
  );
  expect(told.map(({ kind }) => kind)).toEqual(['mail.sent', 'unsubscribed']);
});

test.each([
  ['urlencoded', ONE_CLICK, 'application/x-www-form-urlencoded'],
  ['multipart', multipart('List-Unsubscribe', 'One-Click'), 'multipart/form-data; boundary=b'],
])('one click, %s, unsubscribes without cookie, login or redirect', async (_, payload, type) => {
  const answer = await post(addressOf(mail.id), payload, type);
  expect([answer.statusCode, answer.headers.location, answer.headers['set-cookie']]).toEqual([
    ...[200, undefined, undefined],
  ]);
  expect(answer.body).toContain('We will not write to you again');
  expect(await mayWrite(mail)).toEqual({ kind: 'no', reason: 'unsubscribed' });
  const told = await room.db.query<{ event: unknown }>(
    `select event from outreach.outbox where event->>'kind' = 'unsubscribed' and order_key = $1`,
    [mail.prospectId],
  );
  expect(told).toEqual([
    {
      event: expect.objectContaining({
        text: `${mail.prospectId} unsubscribed by one_click`,
        parent: { source: 'outreach', source_event_id: `mail:${mail.id}` },
      }),
    },
  ]);
  const [consent] = await room.db.query<{ open: boolean }>(
    'select withdrawn_at is null as open from outreach.consents where prospect = $1',
    [mail.prospect],
  );
  expect(consent?.open).toBe(false);
});

test('a second press, and a look after the first, say that it is done and write nothing', async () => {
  await post(addressOf(mail.id));
  const before = await everyRow();
  expect((await post(addressOf(mail.id))).body).toContain('not on our list any more');
  expect((await get(addressOf(mail.id))).body).not.toContain('<button');
  expect(await everyRow()).toBe(before);
});

test('two presses at once are one wish', async () => {
  await Promise.all(Array.from({ length: 8 }, () => post(addressOf(mail.id))));
  const rows = await room.db.query('select 1 from outreach.message_events where message = $1', [mail.id]);
  expect(rows).toHaveLength(1);
});

test('one who came back and presses again has left again', async () => {
  await post(addressOf(mail.id));
  await room.outreach.suppressions.remove(mail.email);
  expect((await post(addressOf(mail.id))).body).toContain('We will not write to you again');
  expect(await mayWrite(mail)).toEqual({ kind: 'no', reason: 'unsubscribed' });
});

test('a POST that does not say what RFC 8058 has it say changes nothing', async () => {
  const before = await everyRow();
  for (const [payload, type] of [
    ['', 'application/x-www-form-urlencoded'],
    ['List-Unsubscribe=Maybe', 'application/x-www-form-urlencoded'],
    [ONE_CLICK, 'text/plain'],
    [multipart('Other', 'One-Click'), 'multipart/form-data; boundary=b'],
    [multipart('List-Unsubscribe', 'One-Click'), 'multipart/form-data; boundary=other'],
    [multipart('List-Unsubscribe', 'One-Click'), 'multipart/form-data'],
  ] as const)
    expect((await post(addressOf(mail.id), payload, type)).statusCode).toBe(400);
  expect((await post(addressOf(mail.id), `${ONE_CLICK}&x=${'y'.repeat(17_000)}`)).statusCode).toBe(413);
  expect(await everyRow()).toBe(before);
});

test('a link that we did not sign, and one of a mail that is not kept, are told in plain words', async () => {
  const foreign = [
    `${addressOf(mail.id)}A`,
    `/u/${createTokens({ keyOf: room.vault.tokenKey }).sign('click', { message: mail.id, position: 0 })}`,
    `/u/${createTokens({ keyOf: () => Buffer.alloc(32) }).sign('unsubscribe', { message: mail.id, position: 0 })}`,
    '/u/%00%ff',
  ];
  for (const url of foreign) expect((await get(url)).statusCode).toBe(404);
  expect((await post(foreign[0] ?? '')).body).toContain('no link of ours');
  const old = addressOf('0199b7c2-0000-7000-8000-000000000001');
  expect([(await get(old)).statusCode, (await post(old)).statusCode]).toEqual([410, 410]);
  expect(await mayWrite(mail)).toEqual({ kind: 'yes' });
});

test('the page speaks the language of the mail, and sets its direction', async () => {
  for (const [given, lang, dir] of [
    ['ur', 'ur', 'rtl'],
    ['ta-IN', 'ta', 'ltr'],
    ['hi-Latn', 'en', 'ltr'],
    ['xx', 'en', 'ltr'],
  ]) {
    await room.db.query('update outreach.messages set language = $2 where id = $1', [mail.id, given]);
    const { body } = await get(addressOf(mail.id));
    expect(body).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(body).toContain(UNSUBSCRIBE_WORDS[lang ?? '']?.ask);
  }
});

test('one who only bounced may still leave, and one who was erased has left already', async () => {
  await room.outreach.suppressions.add(mail.email, 'bounced');
  await post(addressOf(mail.id));
  expect(await mayWrite(mail)).toEqual({ kind: 'no', reason: 'unsubscribed' });
  const other = await fileSentMail(room);
  await room.outreach.erasure.erase(other.prospectId);
  expect((await post(addressOf(other.id))).body).toContain('not on our list any more');
});

test('the world sees nothing but what is meant for it', async () => {
  for (const url of ['/', '/u', '/u/', '/api/v1/outreach/campaigns', '/docs', '/livez', '/webhooks'])
    expect((await get(url)).statusCode).toBe(404);
});

test('no mail reaches one whose one click was answered, while a batch runs', async () => {
  cpSync(join(import.meta.dirname, '../../campaigns'), join(room.folder, 'campaigns'), { recursive: true });
  await addProspects(room, 10, 'quick-win', 900);
  for (const [step, body] of [
    ['plan', { week_of: '2025-10-06' }],
    ['approve', { by: 'Meera' }],
    ['start', {}],
  ] as const)
    expect((await room.call('POST', `/campaigns/october-sprint/${step}`, body)).statusCode).toBe(200);
  await room.db.query(
    `update outreach.campaigns set spec = jsonb_set(spec, '{limits}', '{"per_day":99,"per_domain_per_day":99,"gap_seconds":0}')
     where name = 'october-sprint'`,
  );
  const mails = await room.db.query<{ id: string }>(
    `update outreach.messages set send_at = $1 where state = 'reserved' and step = 1 returning id`,
    [isoOf(room.clock.ms)],
  );
  expect(mails).toHaveLength(10);
  const takenOf = (id: string) => smtp.taken.filter(({ from }) => from.includes(`+b${id.replaceAll('-', '')}@`)).length;

  const atAnswer = new Map<string, number>();
  const press = async ({ id }: { id: string }): Promise<void> => {
    expect((await post(addressOf(id))).statusCode).toBe(200);
    atAnswer.set(id, takenOf(id));
  };
  // Two senders, as two processes on one database have, and people who press meanwhile, the last in the queue first.
  const sending = [room.outreach.sending.sendDue(), room.outreach.sending.sendDue()];
  for (const one of mails.toReversed()) await press(one);
  await Promise.all(sending);

  for (const { id } of mails) expect(takenOf(id), id).toBe(atAnswer.get(id));
  const states = await room.db.query<{ state: string }>(
    'select state from outreach.messages where id = any($1::uuid[])',
    [mails.map(({ id }) => id)],
  );
  const sent = states.filter(({ state }) => state === 'sent').length;
  expect(sent).toBe(smtp.taken.length);
  expect(states.filter(({ state }) => state === 'suppressed')).toHaveLength(10 - sent);
});
