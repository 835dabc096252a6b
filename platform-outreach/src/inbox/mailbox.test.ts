/** Shows over a real Dovecot that what arrives is taken once, whatever happens to the connection and the mailbox. */
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Dovecot, hasDovecot, startDovecot } from '../testing/dovecot.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import { answerTo, fileSentMail } from '../testing/sent-mail.ts';
import { createMailbox, type Place } from './mailbox.ts';

let dovecot: Dovecot;
let room: OutreachRoom | null = null;
let user = 'studio';
let users = 0;

beforeAll(async () => {
  if (hasDovecot) dovecot = await startDovecot();
});
afterAll(async () => {
  await room?.close();
  if (hasDovecot) await dovecot.stop();
});
beforeEach(() => {
  users += 1;
  user = `studio${users}`;
});

async function openRoom(): Promise<OutreachRoom> {
  await room?.close();
  room = await openOutreachRoom({
    IMAP_HOST: '127.0.0.1',
    IMAP_PORT: String(dovecot.port),
    IMAP_USER: user,
    IMAP_PASS: 'test',
  });
  return room;
}

/** A mailbox over Dovecot whose subjects are collected; `until` resolves when so many came. */
function collecting(places = new Map<string, Place>()) {
  const subjects: string[] = [];
  const lines: Record<string, unknown>[] = [];
  let seen = () => {};
  const mailbox = createMailbox({
    account: dovecot.accountOf(user),
    place: async (name) => places.get(name) ?? null,
    rest: async (name, place) => void places.set(name, place),
    since: async () => new Date(0),
    async take(arrivals) {
      for await (const { raw } of arrivals) {
        subjects.push(/^Subject: (.*?)\r?$/m.exec(Buffer.from(raw).toString())?.[1] ?? '');
        seen();
      }
    },
    sleep: async () => {},
    log: (line) => void lines.push(line),
    backoffMs: () => 0,
  });
  const until = async (count: number) => {
    while (subjects.length < count) await new Promise<void>((resolve) => (seen = resolve));
  };
  return { mailbox, subjects, lines, places, until };
}

const mail = (subject: string) =>
  Buffer.from(`Subject: ${subject}\r\nMessage-ID: <${subject}@x.example>\r\n\r\nhi\r\n`);

test.skipIf(!hasDovecot)('a sync takes what is new, in order, and nothing twice', async () => {
  const { mailbox, subjects, places } = collecting();
  await dovecot.append(user, mail('one'));
  await dovecot.append(user, mail('two'));
  await mailbox.sync();
  await mailbox.sync();
  await dovecot.append(user, mail('three'));
  await mailbox.sync();
  expect(subjects).toEqual(['one', 'two', 'three']);
  expect([...places.values()][0]).toMatchObject({ lastUid: 3, modseq: expect.stringMatching(/^\d+$/) });
});

test.skipIf(!hasDovecot)(
  'a search that the server does not answer passes over nothing: the next look takes it',
  async () => {
    const { mailbox, subjects } = collecting();
    await dovecot.append(user, mail('one'));
    for (const subject of ['two', 'three']) {
      for (const noAnswer of [false, undefined] as const) {
        const search = vi.spyOn(ImapFlow.prototype, 'search').mockResolvedValueOnce(noAnswer);
        await expect(mailbox.sync()).rejects.toThrow('no answer to a search');
        search.mockRestore();
      }
      await mailbox.sync();
      await dovecot.append(user, mail(subject));
    }
    await mailbox.sync();
    expect(subjects).toEqual(['one', 'two', 'three']);
  },
);

test.skipIf(!hasDovecot)('a mailbox that was made anew is read from its beginning', async () => {
  const { mailbox, subjects, places } = collecting();
  await dovecot.append(user, mail('before'));
  await mailbox.sync();
  const before = [...places.values()][0]?.uidvalidity ?? 0;
  places.set([...places.keys()][0] ?? '', { uidvalidity: before - 1, lastUid: 900, modseq: null });
  await mailbox.sync();
  expect(subjects).toEqual(['before', 'before']);
  expect([...places.values()][0]).toMatchObject({ uidvalidity: before, lastUid: 1 });
});

test.skipIf(!hasDovecot)('a follower hears of a mail by IDLE, and goes on after the server was away', async () => {
  const { mailbox, subjects, until, lines } = collecting();
  const end = new AbortController();
  const followed = mailbox.follow(end.signal);
  await dovecot.append(user, mail('first'));
  await until(1);
  await dovecot.append(user, mail('second'));
  await until(2);
  await dovecot.restart();
  await dovecot.append(user, mail('third'));
  await until(3);
  end.abort();
  await followed;
  expect(subjects).toEqual(['first', 'second', 'third']);
  expect(lines[0]).toMatchObject({ event: 'inbox_disconnected' });
});

test.skipIf(!hasDovecot)('Sent tells whether a mail in doubt went out, by its whole id only', async () => {
  const { mailbox } = collecting();
  await dovecot.append(user, mail('sent-1'), 'Sent');
  await dovecot.append(user, mail('sent-2'));
  expect(await mailbox.findInSent('<sent-1@x.example>')).toEqual({ kind: 'found' });
  expect(await mailbox.findInSent('<sent-2@x.example>')).toEqual({ kind: 'absent' });
  expect(await mailbox.findInSent('<ent-1@x.example>')).toEqual({ kind: 'absent' });
});

test.skipIf(!hasDovecot)('a server that is not there and one that refuses say so', async () => {
  const deps = {
    place: async () => null,
    rest: async () => {},
    since: async () => null,
    take: async () => {},
    sleep: async () => {},
    log: () => {},
  };
  const refused = createMailbox({ ...deps, account: { ...dovecot.accountOf(user), pass: { reveal: () => 'wrong' } } });
  expect(await refused.findInSent('<a@b>')).toEqual({
    kind: 'unreachable',
    reason: 'the server refused IMAP_USER and IMAP_PASS',
  });
  const gone = createMailbox({ ...deps, account: { ...dovecot.accountOf(user), port: 1 } });
  expect(await gone.findInSent('<a@b>')).toMatchObject({
    kind: 'unreachable',
    reason: expect.stringContaining('ECONNREFUSED'),
  });
});

test.skipIf(!hasDovecot)('a reply that lies in the mailbox ends the sequence and appears in the inbox', async () => {
  const room = await openRoom();
  const sent = await fileSentMail(room);
  await dovecot.append(user, answerTo(sent, 'Please send the summary.'));
  await dovecot.append(user, mail('newsletter'));
  const synced = await room.call('POST', '/inbox/sync', undefined, 'write');
  expect(synced.json()).toEqual({ taken: 2, kinds: { 'human-reply': 1, unrelated: 1 } });
  expect((await room.call('POST', '/inbox/sync')).json()).toEqual({ taken: 0, kinds: {} });
  const items = (await room.call('GET', '/inbox?kind=human-reply')).json().items;
  expect(items).toMatchObject([{ caused_by: { mail: sent.id }, sentiment: 'interested', handled_at: null }]);
});

test.skipIf(!hasDovecot)('what lay in a mailbox before the first mail went out is none of our business', async () => {
  const room = await openRoom();
  await dovecot.append(user, mail('old'));
  expect((await room.call('POST', '/inbox/sync')).json()).toEqual({ taken: 0, kinds: {} });
  expect(await room.count('inbound')).toBe(0);
});
