/** Shows what each kind of mail sets off, once, in one transaction, and what is kept of it. */
import { newUuid } from '@sacred-qa/foundation/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOutbox } from '../outbox.ts';
import { stoppedBy } from '../sending/sending.repo.ts';
import { createLeave } from '../suppressions/leave.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import { answerTo, bounceOf, fileSentMail, type SentMailRow } from '../testing/sent-mail.ts';
import { createArrivalsService } from './arrivals.service.ts';
import { readSentMails } from './sent-mails.repo.ts';

let room: OutreachRoom;
beforeAll(async () => {
  room = await openOutreachRoom();
});
afterAll(() => room.close());

let uid = 0;
async function take(
  raw: Uint8Array,
  place: { mailbox?: string; uidvalidity?: number; uid?: number; receivedAtMs?: number } = {},
) {
  uid += 1;
  const { suppressions } = room.outreach;
  const outbox = createOutbox(room);
  const leave = createLeave({ ...room, outbox, suppressions });
  const arrivals = createArrivalsService({ ...room, newId: newUuid, outbox, suppressions, leave });
  const arrival = { mailbox: 'INBOX', uidvalidity: 1, uid, receivedAtMs: room.clock.ms, raw, ...place };
  return arrivals.take(arrival, await readSentMails(room.db, room.vault, []));
}

const stopped = (mail: SentMailRow) => room.db.transaction((tx) => stoppedBy(tx, { ...mail, step: 2 }));
const mayWrite = (mail: SentMailRow) =>
  room.db.transaction((tx) => room.outreach.suppressions.mayWrite(tx, mail.prospect));
const eventsOf = async (mail: SentMailRow) =>
  (
    await room.db.query<{ kind: string }>('select kind from outreach.message_events where message = $1 order by kind', [
      mail.id,
    ])
  ).map(({ kind }) => kind);
const toldOf = async (mail: SentMailRow) =>
  (
    await room.db.query<{ id: string }>(
      'select source_event_id as id from outreach.outbox where order_key = $1 order by id',
      [mail.prospectId],
    )
  ).map(({ id }) => id);

test('a reply ends the sequence and is told; the person may still be written to', async () => {
  const mail = await fileSentMail(room);
  expect(await stopped(mail)).toBeNull();
  expect(await take(answerTo(mail, 'Please send the summary.'))).toBe('human-reply');
  expect(await eventsOf(mail)).toEqual(['reply']);
  expect(await stopped(mail)).toBe('reply');
  expect(await mayWrite(mail)).toEqual({ kind: 'yes' });
  expect(await toldOf(mail)).toEqual([expect.stringMatching(/^reply:/)]);
});

test('an absence and a delay end nothing', async () => {
  const mail = await fileSentMail(room);
  expect(await take(answerTo(mail, 'Away until Monday.', ['Auto-Submitted: auto-replied']))).toBe('auto-reply');
  expect(await take(bounceOf(mail, '4.2.2'))).toBe('bounce-soft');
  expect(await eventsOf(mail)).toEqual(['auto_reply', 'bounce_soft']);
  expect(await stopped(mail)).toBeNull();
  expect(await mayWrite(mail)).toEqual({ kind: 'yes' });
});

test('a hard bounce ends the sequence, and the address is never written to again', async () => {
  const mail = await fileSentMail(room);
  expect(await take(bounceOf(mail, '5.1.1'))).toBe('bounce-hard');
  expect(await stopped(mail)).toBe('bounce');
  expect(await mayWrite(mail)).toEqual({ kind: 'no', reason: 'bounced' });
  expect(await toldOf(mail)).toEqual([`mail:${mail.id}:bounced:hard`]);
});

test('a wish to leave suppresses, withdraws the consent and is told', async () => {
  const mail = await fileSentMail(room);
  expect(await take(answerTo(mail, 'मुझे अपनी सूची से हटा दें।'))).toBe('unsubscribe-request');
  expect(await mayWrite(mail)).toEqual({ kind: 'no', reason: 'unsubscribed' });
  const [consent] = await room.db.query<{ open: boolean }>(
    'select withdrawn_at is null as open from outreach.consents where prospect = $1',
    [mail.prospect],
  );
  expect(consent).toEqual({ open: false });
  expect(await toldOf(mail)).toEqual([expect.stringMatching(/^unsubscribed:/)]);
});

test('another address from which a person left is erased with them, and stays on the list', async () => {
  const mail = await fileSentMail(room);
  const alias = `alias.of.${mail.email}`;
  expect(await take(answerTo({ ...mail, email: alias }, 'Please remove me from your list.'))).toBe(
    'unsubscribe-request',
  );
  const emails = async () => (await room.outreach.suppressions.list(null, 50)).map(({ email }) => email);
  expect(await emails()).toContain(alias);
  const [row] = await room.db.query<{ id: string; sealed: Uint8Array }>(
    'select id, sealed from outreach.suppressions where email_index = $1',
    [room.vault.index('email', alias)],
  );
  await room.call('DELETE', `/prospects/${mail.prospectId}`);
  expect(await emails()).not.toContain(alias);
  // Also not out of an old page of the database.
  expect(await room.vault.open(room.db, row?.id ?? '', 'suppressions.sealed', row?.sealed ?? Buffer.of())).toBeNull();
  expect(
    await room.db.query('select 1 from outreach.suppressions where email_index = $1', [
      room.vault.index('email', alias),
    ]),
  ).toHaveLength(1);
});

test('a stranger’s wish to leave holds for the address it came from', async () => {
  const raw = Buffer.from(
    'From: someone@else.example\r\nTo: studio@ours.example\r\nMessage-ID: <leave@else.example>\r\n\r\nPlease remove me from your list.\r\n',
  );
  expect(await take(raw)).toBe('unsubscribe-request');
  const listed = await room.outreach.suppressions.list(null, 50);
  expect(listed.map(({ email }) => email)).toContain('someone@else.example');
});

test('a mail is taken once: under its place, under a new UIDVALIDITY, and as a second copy', async () => {
  const mail = await fileSentMail(room);
  const raw = answerTo(mail, 'Yes please.');
  expect(await take(raw, { uid: 9_001 })).toBe('human-reply');
  expect(await take(raw, { uid: 9_001 })).toBe('seen');
  expect(await take(raw, { uid: 3, uidvalidity: 2 })).toBe('seen');
  expect(await take(raw, { uid: 4, uidvalidity: 2 })).toBe('seen');
  // The same mailbox under another name of its server.
  expect(await take(raw, { mailbox: 'studio@mail.ours.example/INBOX', uid: 3, uidvalidity: 2 })).toBe('seen');
  expect(await eventsOf(mail)).toEqual(['reply']);
  const rows = await room.db.query('select uidvalidity::int, uid::int from outreach.inbound where message = $1', [
    mail.id,
  ]);
  expect(rows).toEqual([{ uidvalidity: 2, uid: 3 }]);
  expect((await room.call('DELETE', `/prospects/${mail.prospectId}`)).statusCode).toBe(200);
  expect(await take(raw, { uid: 5, uidvalidity: 3 })).toBe('seen');
});

test('an event has the time when the mail was received, also corrected: not before ours left, and not after now', async () => {
  const sentAtMs = room.clock.ms;
  const mail = await fileSentMail(room);
  const timeOf = async () => {
    const [event] = await room.db.query<{ at: Date }>('select at from outreach.message_events where message = $1', [
      mail.id,
    ]);
    return new Date(event?.at ?? 0).getTime();
  };
  room.clock.ms += 10 * 86_400_000;
  try {
    for (const [receivedAtMs, atMs] of [
      [sentAtMs + 3_600_000, sentAtMs + 3_600_000],
      [sentAtMs - 3_600_000, sentAtMs],
      [room.clock.ms + 3_600_000, room.clock.ms],
    ] as const) {
      await room.db.query('delete from outreach.message_events where message = $1', [mail.id]);
      await take(answerTo(mail, 'Please send it.'), { receivedAtMs });
      expect(await timeOf()).toBe(atMs);
      const [item] = (await room.call('GET', '/inbox?limit=1')).json().items as { id: string }[];
      await room.call('PATCH', `/inbox/${item?.id}`, { kind: 'auto-reply' }, 'write');
      expect([await eventsOf(mail), await timeOf()]).toEqual([['auto_reply'], atMs]);
    }
  } finally {
    room.clock.ms = sentAtMs;
  }
});

test.each(['reply', 'bounce'] as const)('a %s proves that a mail in doubt had left', async (by) => {
  const mail = await fileSentMail(room, { state: 'in_doubt' });
  await take(by === 'reply' ? answerTo(mail, 'Got it.') : bounceOf(mail, '4.4.7'));
  const [row] = await room.db.query('select state, settled_by from outreach.messages where id = $1', [mail.id]);
  expect(row).toEqual({ state: 'sent', settled_by: by });
  expect((await toldOf(mail))[0]).toBe(`mail:${mail.id}`);
});

test('an answer is known also when a person said that the mail was not sent, and it does not go again', async () => {
  const mail = await fileSentMail(room, { state: 'in_doubt' });
  const settled = await room.call('POST', `/messages/${mail.id}/settle`, { sent: false });
  expect(settled.json()).toMatchObject({ state: 'reserved' });
  expect(await take(answerTo(mail, 'Please send the summary.'))).toBe('human-reply');
  expect(await room.db.query('select state from outreach.messages where id = $1', [mail.id])).toEqual([
    { state: 'sent' },
  ]);
  expect(await toldOf(mail)).toEqual([`mail:${mail.id}`, expect.stringMatching(/^reply:/)]);
});

test('of a mail that is no answer only its place and kind are kept; nothing personal lies in clear', async () => {
  const raw = Buffer.from(
    'From: aunty@family.example\r\nTo: studio@ours.example\r\nSubject: photos\r\nMessage-ID: <p@family.example>\r\n\r\nSecretWord\r\n',
  );
  expect(await take(raw)).toBe('unrelated');
  const rows = await room.db.query<{ row: string; sealed: boolean; kind: string }>(
    'select i::text as row, raw_sealed is not null as sealed, kind from outreach.inbound i',
  );
  expect(rows.filter(({ kind }) => kind === 'unrelated').map(({ sealed }) => sealed)).toEqual([false]);
  const log = await room.db.query<{ row: string }>('select o::text as row from outreach.outbox o');
  for (const { row } of [...rows, ...log]) expect(row).not.toMatch(/family|client\.example|SecretWord/);
});

test('bytes that no parser takes are counted and stop nothing', async () => {
  const deep = Buffer.from(
    Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(''),
  );
  expect(await take(deep)).toBe('unrelated');
  // Nor is it taken for an answer of the person who was erased above, whose mail has no address and subject left.
  expect(await take(new Uint8Array())).toBe('unrelated');
});

test('the list shows each mail with the one that caused it, and a person can put it right', async () => {
  const mail = await fileSentMail(room);
  await room.db.query(`update outreach.campaigns set week_of = '2025-10-06' where id = $1`, [mail.campaign]);
  await take(answerTo(mail, 'Thanks, we are all away for Diwali.'));
  const page = (await room.call('GET', '/inbox?limit=1')).json() as { items: Record<string, unknown>[] };
  const item = page.items[0] as { id: string };
  expect(item).toMatchObject({
    kind: 'human-reply',
    prospect_id: mail.prospectId,
    excerpt: 'Thanks, we are all away for Diwali.',
    caused_by: { mail: mail.id, week_of: '2025-10-06', step: 1, variant: 'quick-win' },
    from: mail.email,
  });
  const marked = await room.call('PATCH', `/inbox/${item.id}`, { handled: true, kind: 'auto-reply' }, 'write');
  expect(marked.json()).toMatchObject({ kind: 'auto-reply', sentiment: null, handled_at: '2025-10-06T02:30:00.000Z' });
  expect(await eventsOf(mail)).toEqual(['auto_reply']);
  expect(await stopped(mail)).toBeNull();
  await room.call('PATCH', `/inbox/${item.id}`, { kind: 'unsubscribe-request' }, 'write');
  expect(await mayWrite(mail)).toEqual({ kind: 'no', reason: 'unsubscribed' });
  expect((await room.call('GET', `/inbox/${item.id}`)).json()).toMatchObject({
    words: 'Thanks, we are all away for Diwali.',
  });
  expect(
    (await room.call('GET', '/inbox?handled=false&kind=unsubscribe-request'))
      .json()
      .items.map((one: { id: string }) => one.id),
  ).not.toContain(item.id);
  expect((await room.call('PATCH', `/inbox/${newUuid()}`, { handled: true })).statusCode).toBe(404);
  expect((await room.call('PATCH', `/inbox/${item.id}`, {})).statusCode).toBe(422);
});

test('without IMAP settings a sync says which are missing', async () => {
  const answer = await room.call('POST', '/inbox/sync');
  expect([answer.statusCode, answer.json().detail]).toEqual([409, expect.stringContaining('IMAP_HOST')]);
});
