import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holdRestored } from '../after-restore.ts';
import { addProspects } from '../testing/campaign-people.ts';
import { type FaultySmtp, startFaultySmtp } from '../testing/faulty-smtp.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';

const SHIPPED = join(import.meta.dirname, '../../campaigns');

let room: OutreachRoom;
let smtp: FaultySmtp;
let seen: string[];
beforeEach(async () => {
  smtp = await startFaultySmtp();
  seen = [];
  room = await openOutreachRoom(
    {
      ...{ MAIL_FROM: 'Meera <meera@studio.example>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' },
      ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port) },
    },
    { onlookers: { publish: async (_, items) => void seen.push(...items.map(({ what }) => what)) } },
  );
  cpSync(SHIPPED, join(room.folder, 'campaigns'), { recursive: true });
});
afterEach(async () => {
  await room.close();
  await smtp.stop();
});

async function running(people: number): Promise<void> {
  await addProspects(room, people, 'quick-win');
  for (const [step, body] of [
    ['plan', { week_of: '2025-10-06' }],
    ['approve', { by: 'Meera' }],
    ['start', {}],
  ] as const) {
    expect((await room.call('POST', `/campaigns/october-sprint/${step}`, body)).statusCode).toBe(200);
  }
}

/** Lets time pass in steps shorter than the gap, and sends what is due at each. */
async function pass(minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i += 1) {
    room.clock.ms += 60_000;
    await room.outreach.sending.sendDue();
  }
}

const states = async () =>
  Object.fromEntries(
    (
      await room.db.query<{ state: string; n: number }>(
        'select state, count(*)::int as n from outreach.messages group by 1',
      )
    ).map(({ state, n }) => [state, n]),
  );
const kinds = async () =>
  (await room.db.query<{ kind: string }>(`select event->>'kind' as kind from outreach.outbox order by id`)).map(
    (row) => row.kind,
  );

test('what the server gets is byte for byte what the dry run showed, at its minute and not before', async () => {
  await running(3);
  await room.outreach.sending.sendDue();
  expect(smtp.taken.length).toBeLessThanOrEqual(1);
  const shown = (await room.call('GET', '/campaigns/october-sprint/mails')).json().items as {
    id: string;
    bytes_base64: string;
  }[];
  await pass(20);
  expect(await states()).toEqual({ sent: 3 });
  const dots = (bytes: Buffer) => bytes.toString('latin1');
  expect(smtp.taken.map(({ bytes }) => dots(bytes)).sort()).toEqual(
    shown.map((one) => dots(Buffer.from(one.bytes_base64, 'base64'))).sort(),
  );
  expect(smtp.taken.map(({ to }) => to[0])).toEqual(expect.arrayContaining(['person1@company1.example']));
  expect(smtp.taken[0]?.from).toMatch(/^meera\+b[0-9a-f]{32}@studio\.example$/);
  expect(await kinds()).toEqual(['campaign.started', 'batch.started', 'mail.sent', 'mail.sent', 'mail.sent']);
});

test('two mails never leave closer to each other than the gap, and not all of them by it alone', async () => {
  await running(4);
  // All are due at once, as after a pause.
  await room.db.query('update outreach.messages set send_at = (select min(send_at) from outreach.messages)');
  const at: number[] = [];
  for (let i = 0; i < 100; i += 1) {
    room.clock.ms += 10_000;
    const before = smtp.taken.length;
    await room.outreach.sending.sendDue();
    for (let n = before; n < smtp.taken.length; n += 1) at.push(room.clock.ms);
  }
  expect(at.length).toBe(4);
  const gaps = at.slice(1).map((ms, i) => ms - (at[i] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(120_000);
  expect(Math.max(...gaps)).toBeGreaterThan(130_000);
});

test('a mail whose connection broke after its last byte is in doubt and is not sent again', async () => {
  await running(1);
  smtp.fault = 'cut-after-message';
  await pass(5);
  smtp.fault = 'none';
  await pass(60);
  expect(await states()).toEqual({ in_doubt: 1 });
  expect(smtp.taken).toHaveLength(1);
  expect(await kinds()).toContain('mail.in_doubt');
});

test('a person settles what is in doubt: sent stays sent, not sent goes out once more within its slot', async () => {
  await running(2);
  smtp.fault = 'cut-after-message';
  await pass(8);
  expect(await states()).toEqual({ in_doubt: 2 });
  const { items } = (await room.call('GET', '/messages?state=in_doubt')).json();
  const settle = (id: string, sent: boolean) => room.call('POST', `/messages/${id}/settle`, { sent });
  expect((await settle(items[0].id, true)).json()).toMatchObject({ state: 'sent' });
  expect((await settle(items[0].id, true)).statusCode).toBe(409);
  smtp.fault = 'none';
  expect((await settle(items[1].id, false)).json()).toMatchObject({ state: 'reserved' });
  await pass(5);
  expect(await states()).toEqual({ sent: 2 });
});

test('a connection that breaks before the message, a greylisting and a closed port are tried again', async () => {
  await running(1);
  for (const fault of ['cut-before-message', 'greylisted'] as const) {
    smtp.fault = fault;
    await pass(20);
    expect(await states()).toEqual({ reserved: 1 });
    const [waits] = (await room.call('GET', '/messages')).json().items;
    expect(waits.settled_by).toBe(fault === 'greylisted' ? 'mail_server_said_451' : 'mail_server_not_reached');
    expect(await room.outreach.waiting()).toMatchObject({
      status: 'warn',
      detail: expect.stringContaining('1 mail that the mail server did not take yet: studio outreach doctor'),
    });
  }
  smtp.fault = 'none';
  await pass(20);
  expect(await states()).toEqual({ sent: 1 });
  expect((await room.call('GET', '/messages')).json().items[0].settled_by).toBeNull();
  expect(smtp.taken).toHaveLength(1);
});

test('an address that the server does not know is refused and never tried again; a refused text says nothing of the address', async () => {
  await running(2);
  room.clock.ms += 2 * 60_000;
  await room.outreach.sending.sendNext({
    async send() {
      await room.db.query(`update outreach.prospects set email_index = 'moved since ' || prospect_id`);
      return { kind: 'refused', code: 550, status: '5.1.1', reply: '550 5.1.1 unknown', atRecipient: true };
    },
    close() {},
  });
  await room.db.query(`update outreach.prospects p set email_index = m.recipient_index from outreach.messages m
    where m.prospect = p.id and m.state = 'reserved'`);
  smtp.fault = 'refuses-content';
  await pass(4);
  expect(await states()).toEqual({ refused: 2 });
  expect((await room.call('GET', '/suppressions')).json().items).toMatchObject([{ reason: 'bounced', source: 'smtp' }]);
  expect(
    await room.db.query(
      `select m.smtp_code from outreach.suppressions s join outreach.messages m on m.recipient_index = s.email_index`,
    ),
  ).toEqual([{ smtp_code: 550 }]);
});

test('nothing leaves after its slot has expired, as after an outage of four hours', async () => {
  await running(3);
  room.clock.ms += 4 * 3_600_000;
  await pass(10);
  expect(smtp.taken).toEqual([]);
  expect(await states()).toEqual({ expired: 3 });
  const batches = await room.db.query('select name, state from outreach.batches order by send_at');
  expect(batches).toEqual([
    { name: 'a', state: 'expired' },
    { name: 'b', state: 'planned' },
  ]);
  expect(seen).toEqual(
    expect.arrayContaining(['campaign.planned', 'campaign.approved', 'mail.expired', 'campaign.ended']),
  );
  seen.length = 0;
  await room.call('POST', '/campaigns/october-sprint/cancel', {});
  expect(seen).toEqual(['campaign.cancelled']);
});

test('one who unsubscribes while the batch runs gets nothing more', async () => {
  await running(3);
  await pass(1);
  // One has moved to another address since: the mail would go to the old one all the same.
  const moved = room.vault.index('email', 'person3@new.example');
  await room.db.query(`update outreach.prospects set email_index = $1 where prospect_id = 'P-3'`, [moved]);
  for (const n of [1, 2, 3]) await room.call('POST', '/suppressions', { email: `person${n}@company${n}.example` });
  const before = smtp.taken.length;
  await pass(30);
  expect(smtp.taken).toHaveLength(before);
  expect(await states()).toEqual({ sent: before, suppressed: 3 - before });
  const { items } = (await room.call('GET', '/messages?state=suppressed')).json();
  expect(items.map((mail: { settled_by: string }) => mail.settled_by)).toEqual(items.map(() => 'unsubscribed'));
  // Whatever brings it back into the queue, the list is asked for the address in the mail.
  await room.db.query(`update outreach.messages set state = 'reserved' where state = 'suppressed'`);
  await pass(30);
  expect(await states()).toEqual({ sent: before, suppressed: 3 - before });
});

test('a mail does not go to an address that its person left since', async () => {
  await running(1);
  const moved = room.vault.index('email', 'person1@new.example');
  await room.db.query('update outreach.prospects set email_index = $1', [moved]);
  await pass(5);
  expect([smtp.taken, await states()]).toEqual([[], { suppressed: 1 }]);
  expect((await room.call('GET', '/messages')).json().items[0].settled_by).toBe('address_changed');
});

test('a machine that slept before it sent sends nothing any more', async () => {
  await running(1);
  room.clock.ms += 5 * 60_000;
  const commit = room.db.transaction.bind(room.db);
  const slept = vi.spyOn(room.db, 'transaction').mockImplementationOnce(async (work) => {
    const done = await commit(work);
    room.clock.ms += 6 * 60_000;
    return done;
  });
  await room.outreach.sending.sendDue();
  slept.mockRestore();
  expect([smtp.taken, await states()]).toEqual([[], { reserved: 1 }]);
});

test('a paused campaign sends nothing until it is resumed', async () => {
  await running(1);
  await room.call('POST', '/campaigns/october-sprint/pause', {});
  await pass(10);
  expect(smtp.taken).toEqual([]);
  await room.call('POST', '/campaigns/october-sprint/resume', {});
  await pass(5);
  expect(smtp.taken).toHaveLength(1);
});

test('what is put off while its campaign is cancelled waits for nothing', async () => {
  await running(1);
  room.clock.ms += 5 * 60_000;
  await room.outreach.sending.sendNext({
    async send() {
      await room.call('POST', '/campaigns/october-sprint/cancel', {});
      return { kind: 'later', code: 451, reply: '451 4.7.1 try again later' };
    },
    close() {},
  });
  expect(await states()).toEqual({ expired: 1 });
});

test('who ends something is answered when nothing of it is on the wire any more', async () => {
  await running(4);
  const consent = { prospect_id: 'P-2', purpose: 'outreach', source: 'form', notice_text: 'x', language: 'en' };
  expect((await room.call('POST', '/consents', consent)).statusCode).toBe(201);
  const wishes = [
    () => room.call('POST', '/suppressions', { email: 'person1@company1.example' }),
    () => room.call('POST', '/consents/withdrawal', { prospect_id: 'P-2', purpose: 'outreach' }),
    () => room.call('DELETE', '/prospects/P-3'),
    () => room.call('POST', '/campaigns/october-sprint/pause', {}),
  ];
  await room.db.query(
    `update outreach.messages m set send_at = $1::timestamptz + right(p.prospect_id, 1)::int * interval '1 minute'
    from outreach.prospects p where p.id = m.prospect`,
    [new Date(room.clock.ms).toISOString()],
  );
  for (const wish of wishes) {
    room.clock.ms += 10 * 60_000;
    let answer: ReturnType<typeof wish> | undefined;
    let early = false;
    await room.outreach.sending.sendNext({
      async send() {
        answer = wish();
        void answer.then(() => (early = true));
        for (let i = 0; i < 150 && !early; i += 1) await new Promise((resolve) => void setImmediate(resolve));
        expect(early).toBe(false);
        return { kind: 'sent', code: 250, reply: '250 taken' };
      },
      close() {},
    });
    expect((await answer)?.statusCode).toBeLessThan(300);
  }
  expect(await states()).toEqual({ sent: 4 });
});

test('the daily cap holds the rest back, and what has no room before its limit expires', async () => {
  await running(4);
  await room.db.query(`update outreach.campaigns set spec = jsonb_set(spec, '{limits,per_day}', '2')`);
  await pass(40);
  expect(await states()).toEqual({ sent: 2, expired: 2 });
});

test('no mail leaves in the quiet hours: it waits for their end, or expires when that is too late', async () => {
  await running(2);
  const quiet = (from: string, to: string) =>
    room.db.query(`update outreach.campaigns set spec = jsonb_set(spec, '{quiet_hours}', $1)`, [
      JSON.stringify({ from, to }),
    ]);
  await quiet('07:00', '09:30');
  await pass(6);
  const { items } = (await room.call('GET', '/messages')).json();
  expect(items).toMatchObject(
    items.map(() => ({ state: 'reserved', settled_by: 'quiet_hours', send_at: '2025-10-06T04:00:00.000Z' })),
  );
  room.clock.ms = Date.parse('2025-10-06T04:00:00Z');
  await room.outreach.sending.sendDue();
  expect(await states()).toEqual({ sent: 1, reserved: 1 });
  await quiet('09:00', '12:00');
  await pass(3);
  expect(await states()).toEqual({ sent: 1, expired: 1 });
});

test('a mail that nobody will end is in doubt: of a dead process, and of ours; one that was answered was sent', async () => {
  await running(3);
  await room.db.query(
    `update outreach.messages m set state = 'sending', sending_at = '2025-01-01',
       leased_by = case when p.prospect_id = 'P-1' then 'test/1' else 'dead/1' end
     from outreach.prospects p where p.id = m.prospect`,
  );
  await room.db.query(
    `insert into outreach.message_events (id, message, kind, at, dedupe_key)
     select m.id, m.id, 'auto_reply', '2025-01-01', 'x' from outreach.messages m join outreach.prospects p on p.id = m.prospect
     where p.prospect_id = 'P-3'`,
  );
  expect(await room.outreach.sending.recover()).toBe(3);
  expect(await states()).toEqual({ in_doubt: 2, sent: 1 });
  await pass(10);
  expect(smtp.taken).toEqual([]);
});

test('while the store is away it is kept in mind how a mail ended, also against one who doubts it by now', async () => {
  await running(2);
  const commit = vi.spyOn(room.db, 'transaction');
  const takenThenAway = {
    async send() {
      commit.mockRejectedValueOnce(new Error('the store is away'));
      return { kind: 'sent' as const, code: 250, reply: '250 taken' };
    },
    close() {},
  };
  for (const _ of [1, 2]) {
    room.clock.ms += 5 * 60_000;
    await expect(room.outreach.sending.sendNext(takenThenAway)).rejects.toThrow('away');
  }
  commit.mockRestore();
  expect(await states()).toEqual({ sending: 2 });
  await room.db.query(
    `update outreach.messages set state = 'in_doubt', leased_by = null where id = (select max(id::text)::uuid from outreach.messages)`,
  );
  expect(await room.outreach.sending.recover()).toBe(0);
  expect(await states()).toEqual({ sent: 2 });
  expect((await kinds()).filter((kind) => kind === 'mail.sent')).toHaveLength(2);
});

test('mail for a reserved domain never leaves this machine', async () => {
  await running(1);
  const elsewhere = await openElsewhere();
  room.clock.ms += 5 * 60_000;
  await elsewhere.sendDue();
  expect(await states()).toEqual({ suppressed: 1 });
  expect((await room.call('GET', '/messages')).json().items).toMatchObject([
    { settled_by: 'reserved_domain', week_of: '2025-10-06' },
  ]);
});

/** The same rooms with a mail server that is not on this machine; it must not be asked. */
async function openElsewhere() {
  const { createSendingService } = await import('./sending.service.ts');
  const { outbox, suppressions } = room.outreach;
  return createSendingService({
    log: () => {},
    ...{ db: room.db, clock: room.clock, vault: room.vault, outbox, suppressions, owner: 'test/2', findInSent: null },
    staysHere: false,
    connect: () => ({
      send: async () => {
        throw new Error('a mail left the machine');
      },
      close: () => {},
    }),
  });
}

test('a mail in doubt that lies in the Sent folder was sent', async () => {
  await running(1);
  smtp.fault = 'cut-after-message';
  await pass(5);
  const { createSendingService } = await import('./sending.service.ts');
  const { outbox, suppressions } = room.outreach;
  const looked: string[] = [];
  const sending = createSendingService({
    log: () => {},
    ...{
      db: room.db,
      clock: room.clock,
      vault: room.vault,
      outbox,
      suppressions,
      owner: 'test/3',
      connect: null,
      staysHere: true,
    },
    findInSent: async (messageId) => looked.push(messageId) > 0,
  });
  expect(await sending.lookInSent()).toBe(1);
  expect(looked[0]).toMatch(/^<.*@studio\.example>$/);
  expect(await states()).toEqual({ sent: 1 });
  expect((await kinds()).at(-1)).toBe('mail.sent');
});

test('after a back-up is restored nothing leaves by itself: what was due since is in doubt, what was not still waits', async () => {
  await running(2);
  await room.db.query(`update outreach.messages set send_at = '2025-10-06T09:00:00Z' where prospect = (
    select id from outreach.prospects where prospect_id = 'P-2')`);
  room.clock.ms += 70 * 60_000;
  const restored = { db: room.db, clock: room.clock, outbox: room.outreach.outbox };
  expect(await holdRestored(restored)).toEqual({ paused: ['october-sprint'], mails: 1, posts: 1 });
  await pass(30);
  await room.outreach.posts.runDue();
  expect([smtp.taken, await states()]).toEqual([[], { in_doubt: 1, reserved: 1 }]);
  expect(await kinds()).toEqual(['campaign.started', 'batch.started', 'mail.in_doubt', 'post.in_doubt']);
  const { items } = (await room.call('GET', '/messages?state=in_doubt')).json();
  await room.call('POST', `/messages/${items[0].id}/settle`, { sent: false });
  await room.call('POST', '/campaigns/october-sprint/resume', {});
  await pass(3);
  expect(await states()).toEqual({ sent: 1, reserved: 1 });
});

test('a campaign whose work is over is done', async () => {
  await running(1);
  // The sample is acted out on a clock of its own.
  await room.db.query(`update outreach.campaigns set name = 'sample-sprint'`);
  room.clock.ms += 5 * 60_000;
  await room.outreach.sending.sendDue();
  expect([await states(), smtp.taken]).toEqual([{ reserved: 1 }, []]);
  await room.db.query(`update outreach.campaigns set name = 'october-sprint'`);
  await pass(5);
  await room.db.query(`update outreach.posts set state = 'published'`);
  await pass(1);
  expect((await room.call('GET', '/campaigns/october-sprint/status')).json()).toMatchObject({
    state: 'done',
    reached: { sent: 1 },
  });
});
