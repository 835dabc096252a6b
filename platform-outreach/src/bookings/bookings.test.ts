import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stoppedBy } from '../sending/sending.repo.ts';
import { FAKE_CAL_KEY, FAKE_CAL_SECRET, type FakeCal, startFakeCal } from '../testing/fake-cal.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';
import { fileSentMail, type SentMailRow } from '../testing/sent-mail.ts';
import { createTokens } from '../tracking-links/tokens.ts';

let room: OutreachRoom;
let cal: FakeCal;
beforeAll(async () => {
  cal = await startFakeCal();
  room = await openOutreachRoom(
    { CAL_COM_API_KEY: FAKE_CAL_KEY, CAL_COM_WEBHOOK_SECRET: FAKE_CAL_SECRET },
    { fetch: (...given) => cal.fetch(...given) },
  );
  cal.nowMs = () => room.clock.ms;
});
afterAll(async () => {
  await room.close();
  await cal.stop();
});

let mail: SentMailRow;
beforeEach(async () => {
  cal.bookings.clear();
  cal.hooks.length = 0;
  cal.faults.length = 0;
  for (const table of ['bookings', 'cal_deliveries', 'outbox']) await room.db.query(`delete from outreach.${table}`);
  mail = await fileSentMail(room);
  room.clock.ms += 3_600_000;
});

const sendId = () => createTokens({ keyOf: room.vault.tokenKey }).sign('booking', { message: mail.id, position: 0 });
const post = (body: Buffer, signature = cal.sign(body)) =>
  room.publicApp.inject({
    method: 'POST',
    url: '/webhooks/cal',
    payload: body,
    headers: { 'content-type': 'application/json', ...(signature === '' ? {} : { 'x-cal-signature-256': signature }) },
  });
const postLast = async () => {
  const body = cal.hooks.at(-1);
  if (body === undefined) throw new Error('nothing happened at Cal.com');
  return post(body);
};
const sync = async (body: object = {}) => (await room.call('POST', '/bookings/sync', body)).json();
const list = async () => (await room.call('GET', '/bookings')).json().items as Record<string, unknown>[];
const told = async () =>
  (
    await room.db.query<{ id: string; kind: string; parent: string | null }>(
      `select source_event_id as id, event->>'kind' as kind, event->'parent'->>'source_event_id' as parent
       from outreach.outbox order by id`,
    )
  ).map(({ id, kind, parent }) => [kind, id, parent]);

test('a booking by the link of a mail is known by its send id, whatever address it was made with', async () => {
  const uid = cal.book({ name: 'Asha', email: 'asha.private@elsewhere.example', send: sendId() });
  expect((await postLast()).statusCode).toBe(200);
  expect(await list()).toEqual([
    expect.objectContaining({
      ...{ uid, status: 'accepted', prospect_id: mail.prospectId, mail: mail.id, attributed_by: 'metadata' },
      event_type: 'micro-audit',
      details: expect.objectContaining({
        attendees: [{ name: 'Asha', email: 'asha.private@elsewhere.example', timeZone: 'Asia/Kolkata' }],
        answers: expect.objectContaining({ notes: 'हमारा चैटबॉट' }),
      }),
    }),
  ]);
  expect(await told()).toEqual([['booking.created', `booking:${uid}`, `mail:${mail.id}`]]);
});

test('a booking by the link of a mail in doubt proves that it had left', async () => {
  await room.db.query(`update outreach.messages set state = 'in_doubt', sent_at = null where id = $1`, [mail.id]);
  cal.book({ name: 'Asha', email: mail.email, send: sendId() });
  await postLast();
  expect((await told()).map(([kind]) => kind).sort()).toEqual(['booking.created', 'mail.sent']);
});

test('a booking that turns out to be another’s, after the first one was erased, does not stop the sync', async () => {
  const uid = cal.book({ name: 'Asha', email: mail.email });
  await postLast();
  await room.outreach.erasure.erase(mail.prospectId);
  mail = await fileSentMail(room);
  const booked = cal.bookings.get(uid);
  if (booked === undefined) throw new Error('it is not booked');
  room.clock.ms += 1000;
  cal.bookings.set(uid, { ...booked, send: sendId(), updatedAt: new Date(room.clock.ms).toISOString() });
  expect(await sync()).toMatchObject({ read: 1, changed: 1 });
  expect(await list()).toMatchObject([{ prospect_id: mail.prospectId, attributed_by: 'metadata', details: null }]);
});

test('without a send id the address tells, and a send id that is not ours tells nothing', async () => {
  cal.book({ name: 'Asha', email: mail.email.toUpperCase(), send: 'forged-token' });
  await postLast();
  cal.book({ name: 'Nobody', email: 'nobody@elsewhere.example' });
  await postLast();
  expect((await list()).map(({ attributed_by, mail: by }) => [attributed_by, by]).sort()).toEqual([
    ['email', mail.id],
    ['none', null],
  ]);
});

test('a booking after a reply hangs below the reply', async () => {
  await room.db.query(
    `insert into outreach.inbound (id, mailbox, uidvalidity, uid, kind, message, prospect, received_at, sealed_for)
     values ('0199b7c2-0000-7000-8000-0000000000aa', 'INBOX', 9, $3, 'human-reply', $1, $2, now(), $1)`,
    [mail.id, mail.prospect, room.clock.ms % 1e9],
  );
  cal.book({ name: 'Asha', email: mail.email, send: sendId() });
  await postLast();
  expect((await told())[0]?.[2]).toBe('reply:0199b7c2-0000-7000-8000-0000000000aa');
});

test('what is not signed by our secret over these very bytes changes nothing', async () => {
  cal.book({ name: 'Eve', email: mail.email });
  const body = cal.hooks[0] ?? Buffer.alloc(0);
  for (const signature of [
    '',
    'no-secret-provided',
    '0'.repeat(64),
    cal.sign(body).toUpperCase(),
    cal.sign(Buffer.concat([body, Buffer.from(' ')])),
  ]) {
    const answer = await post(body, signature);
    expect([answer.statusCode, answer.body]).toEqual([401, expect.stringContaining('CAL_COM_WEBHOOK_SECRET')]);
  }
  const changed = Buffer.from(body.toString().replace('Eve', 'Eva'));
  expect((await post(changed, cal.sign(body))).statusCode).toBe(401);
  expect(await room.count('bookings')).toBe(0);
  expect(await room.count('cal_deliveries')).toBe(0);
});

test('signed bytes of another form are refused with what to do; events that say nothing of a state are kept', async () => {
  for (const body of [
    'not json',
    '[]',
    '{"triggerEvent":"x","payload":{}}',
    '{"triggerEvent":"BOOKING_CREATED"}',
    '',
  ]) {
    const answer = await post(Buffer.from(body));
    expect([body, answer.statusCode]).toEqual([body, 422]);
  }
  const uid = cal.book({ name: 'Asha', email: mail.email });
  await postLast();
  for (const [triggerEvent, payload] of [
    ['BOOKING_NO_SHOW_UPDATED', { message: 'x', bookingUid: uid, attendees: [{ email: mail.email, noShow: true }] }],
    ['MEETING_ENDED', { uid }],
    ['SOMETHING_OF_NEXT_YEAR', { attendees: [{ email: mail.email }] }],
    ['PING', { test: true }],
  ] as const) {
    const answer = await post(
      Buffer.from(JSON.stringify({ triggerEvent, createdAt: new Date(room.clock.ms), payload })),
    );
    expect(answer.body).toContain('Kept');
  }
  const kept = await room.db.query<{ trigger: string; uid: string | null }>(
    'select trigger, booking_uid as uid from outreach.cal_deliveries where handled_at is null order by trigger',
  );
  expect(kept).toEqual([
    ...[
      { trigger: 'BOOKING_NO_SHOW_UPDATED', uid },
      { trigger: 'MEETING_ENDED', uid },
    ],
    ...[
      { trigger: 'PING', uid: null },
      { trigger: 'SOMETHING_OF_NEXT_YEAR', uid: null },
    ],
  ]);
  expect((await list())[0]).toMatchObject({ uid, status: 'accepted' });
  const told = async (query: string) => (await room.call('GET', `/bookings/deliveries${query}`)).json().items;
  expect(await told('?state=taken')).toMatchObject([{ trigger: 'BOOKING_CREATED', booking_uid: uid }]);
  expect(await told('?state=kept')).toContainEqual(
    expect.objectContaining({ trigger: 'PING', body: expect.objectContaining({ payload: { test: true } }) }),
  );
  await room.outreach.erasure.erase(mail.prospectId);
  expect((await told('?limit=50')).map(({ body }: { body: unknown }) => body === null).sort()).toEqual([
    ...[false, true, true, true, true],
  ]);
});

test('the same bytes twice, also at once, are taken once', async () => {
  cal.book({ name: 'Asha', email: mail.email, send: sendId() });
  const [body = Buffer.alloc(0)] = cal.hooks;
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(body)));
  expect(answers.map((one) => one.body).sort()).toEqual(
    ['Taken.\n', ...Array(4).fill('This was taken before.\n')].sort(),
  );
  expect(await told()).toHaveLength(1);
});

test('a reschedule is one booking that moved: told as such, and not as a cancellation', async () => {
  const first = cal.book({ name: 'Asha', email: mail.email, send: sendId() });
  room.clock.ms += 1000;
  const second = cal.reschedule(first);
  room.clock.ms += 1000;
  const third = cal.reschedule(second, 'api');
  room.clock.ms += 1000;
  cal.cancel(third, 'no time');
  // The newest first: each arrives before what it follows.
  for (const body of cal.hooks.toReversed()) expect((await post(body)).body).toBe('Taken.\n');
  expect((await list()).map(({ uid, status, rescheduled_to }) => [uid, status, rescheduled_to])).toEqual([
    [third, 'cancelled', null],
    [second, 'cancelled', third],
    [first, 'cancelled', second],
  ]);
  expect((await told()).sort()).toEqual([
    ['booking.cancelled', `booking:${third}:cancelled`, `booking:${third}`],
    ['booking.created', `booking:${first}`, `mail:${mail.id}`],
    ['booking.rescheduled', `booking:${second}`, `booking:${first}`],
    ['booking.rescheduled', `booking:${third}`, `booking:${second}`],
  ]);
});

test('a booking ends the sequence of its person, also one that was cancelled', async () => {
  const stopped = () => room.db.transaction((tx) => stoppedBy(tx, { ...mail, step: 2 }));
  expect(await stopped()).toBeNull();
  const uid = cal.book({ name: 'Asha', email: mail.email, send: sendId() });
  await postLast();
  expect(await stopped()).toBe('booking');
  room.clock.ms += 1000;
  cal.cancel(uid);
  await postLast();
  expect(await stopped()).toBe('booking');
});

test('whatever the webhook lost, doubled or mixed up, one look at the API sets right', async () => {
  const act = fc.record({
    what: fc.constantFrom('book', 'request', 'accept', 'reject', 'cancel', 'move', 'move-api'),
    which: fc.nat(),
    waitMs: fc.integer({ min: 1, max: 90_000 }),
  });
  const history = fc.record({
    acts: fc.array(act, { minLength: 1, maxLength: 10 }),
    fates: fc.array(fc.constantFrom('lost', 'once', 'once', 'twice'), { minLength: 10, maxLength: 10 }),
    order: fc.array(fc.nat({ max: 1000 }), { minLength: 24, maxLength: 24 }),
    pageSize: fc.integer({ min: 1, max: 5 }),
    overlap: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ acts, fates, order, pageSize, overlap }) => {
      cal.bookings.clear();
      cal.hooks.length = 0;
      for (const table of ['bookings', 'cal_deliveries', 'outbox'])
        await room.db.query(`delete from outreach.${table}`);
      Object.assign(cal, { pageSize, pagesOverlap: overlap });
      for (const one of acts) play(one);
      const sent = cal.hooks.flatMap((body, i) => {
        const fate = fates[i % fates.length];
        return fate === 'lost' ? [] : fate === 'twice' ? [body, body] : [body];
      });
      const mixed = sent.map((body, i) => ({ body, at: order[i % order.length] ?? 0 })).sort((a, b) => a.at - b.at);
      for (const { body } of mixed) expect((await post(body)).statusCode).toBe(200);
      const truth = new Map(
        [...cal.bookings.values()].map((one) => [one.uid, [one.status, one.start, one.rescheduledFromUid]]),
      );
      const known = async () =>
        new Map((await list()).map((row) => [row.uid, [row.status, row.start_at, row.rescheduled_from]]));
      if (cal.hooks.every((_, i) => fates[i % fates.length] !== 'lost')) expect(await known()).toEqual(truth);
      room.clock.ms += 2_000;
      await sync({ all: true });
      expect(await known()).toEqual(truth);
      const events = await told();
      expect(
        events
          .filter(([kind]) => kind !== 'booking.cancelled')
          .map(([, id]) => id)
          .sort(),
      ).toEqual([...cal.bookings.keys()].map((uid) => `booking:${uid}`).sort());
      const ended = [...cal.bookings.values()].filter(
        ({ status, rescheduledToUid }) => /cancelled|rejected/.test(status) && rescheduledToUid === null,
      );
      expect(
        events
          .filter(([kind]) => kind === 'booking.cancelled')
          .map(([, id]) => id)
          .sort(),
      ).toEqual(ended.map(({ uid }) => `booking:${uid}:cancelled`).sort());
      expect(await sync()).toMatchObject({ added: 0, changed: 0 });
    }),
    { numRuns: 8 },
  );
  Object.assign(cal, { pageSize: 100, pagesOverlap: false });
});

function play({ what, which, waitMs }: { what: string; which: number; waitMs: number }): void {
  room.clock.ms += waitMs;
  const open = [...cal.bookings.values()].filter(({ status }) => status === 'accepted' || status === 'pending');
  const one = open[which % Math.max(1, open.length)];
  if (what === 'book' || what === 'request' || one === undefined)
    return void cal.book({ name: 'Asha', email: mail.email, send: sendId(), pending: what === 'request' });
  if (what === 'accept' && one.status === 'pending') cal.accept(one.uid);
  if (what === 'reject' && one.status === 'pending') cal.reject(one.uid);
  if (what === 'cancel') cal.cancel(one.uid);
  if (what === 'move') cal.reschedule(one.uid);
  if (what === 'move-api') cal.reschedule(one.uid, 'api');
}

test('nobody’s words stand in clear, and with the person they are erased', async () => {
  cal.book({ name: 'Asha Rao', email: mail.email, send: sendId() });
  const [body = Buffer.alloc(0)] = cal.hooks;
  await postLast();
  const stored = async () =>
    (
      await room.db.query<{ row: string }>(
        `select b::text as row from outreach.bookings b union all select d::text from outreach.cal_deliveries d
       union all select o::text from outreach.outbox o`,
      )
    ).map(({ row }) => row);
  for (const row of await stored()) expect(row).not.toMatch(/Asha|client\.example|चैटबॉट/);
  await room.outreach.erasure.erase(mail.prospectId);
  expect((await list())[0]).toMatchObject({ prospect_id: mail.prospectId, details: null });
  room.clock.ms += 1000;
  cal.cancel([...cal.bookings.keys()][0] ?? '', 'Asha has no time');
  expect((await postLast()).body).toBe('Taken.\n');
  expect(await sync()).toMatchObject({ read: 1 });
  expect((await list())[0]).toMatchObject({ status: 'cancelled', details: null });
  expect((await post(body)).body).toBe('This was taken before.\n');
});

test('without a key or a secret the studio says what to set', async () => {
  const bare = await openOutreachRoom();
  try {
    const answer = await bare.call('POST', '/bookings/sync', {});
    expect([answer.statusCode, answer.json().detail]).toEqual([409, expect.stringContaining('CAL_COM_API_KEY')]);
    const hook = await bare.publicApp.inject({ method: 'POST', url: '/webhooks/cal', payload: '{}' });
    expect([hook.statusCode, hook.body]).toEqual([404, expect.stringContaining('CAL_COM_WEBHOOK_SECRET')]);
    expect(bare.outreach.loops).not.toHaveProperty('bookings');
  } finally {
    await bare.close();
  }
});

test('the loop waits its own time after a failure too, and what it is in ends when it is told to stop', async () => {
  const stop = new AbortController();
  const slept: number[] = [];
  const answers = [500, 500, 500, 500, 500];
  const failing = await openOutreachRoom(
    { CAL_COM_API_KEY: FAKE_CAL_KEY },
    {
      // After its answers it hangs, until whoever asked gives up.
      fetch: (_, init) => {
        const status = answers.pop();
        if (status !== undefined) return Promise.resolve(new Response('', { status }));
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          setImmediate(() => stop.abort());
        });
      },
      sleep: async (delayMs) => void slept.push(delayMs),
    },
  );
  try {
    await failing.outreach.loops.bookings?.(stop.signal);
    expect(slept.slice(0, 5)).toEqual([1000, 2000, 4000, 8000, 300_000]);
    expect(failing.log.filter(({ event }) => event === 'loop_failed')).toMatchObject([{ loop: 'bookings' }]);
  } finally {
    await failing.close();
  }
});
