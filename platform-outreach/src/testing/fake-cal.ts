/** Owns a Cal.com that keeps its documented contract for bookings, API v2 and webhooks, and misbehaves on demand. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CalFault = 'rate-limited' | 'error' | 'hang' | 'cut' | 'other-form';

interface Booked {
  uid: string;
  id: number;
  status: 'accepted' | 'pending' | 'cancelled' | 'rejected';
  start: string;
  end: string;
  name: string;
  email: string;
  send: string | null;
  reason: string | null;
  rescheduledFromUid: string | null;
  rescheduledToUid: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface FakeCal {
  /** Asks this server for what goes to api.cal.com. */
  fetch: typeof fetch;
  bookings: Map<string, Booked>;
  /** The bodies that its webhook would post, in the order of what happened. */
  hooks: Buffer[];
  /** What it does to the next requests, one each. */
  faults: CalFault[];
  answered: number[];
  pageSize: number;
  /** Begins each page with the last of the one before, as when the list grows meanwhile. */
  pagesOverlap: boolean;
  nowMs: () => number;
  book(given: { name: string; email: string; send?: string; pending?: boolean }): string;
  accept(uid: string): void;
  reject(uid: string): void;
  cancel(uid: string, reason?: string): void;
  /** Answers the uid of the new booking. By its API a moved booking is told as BOOKING_REQUESTED. */
  reschedule(uid: string, by?: 'page' | 'api'): string;
  sign(body: Buffer): string;
  stop(): Promise<void>;
}

export const FAKE_CAL_KEY = 'cal_test_the-only-key-that-it-knows';
export const FAKE_CAL_SECRET = 'a secret that both sides know, of 64 characters or about so many';
const LIMIT = 120;
const WINDOW_MS = 60_000;
const HALF_HOUR_MS = 1_800_000;

export async function startFakeCal(): Promise<FakeCal> {
  let count = 0;
  let calls: number[] = [];
  const iso = (ms: number): string => new Date(ms).toISOString();
  const own: FakeCal = {
    ...{ fetch, bookings: new Map(), hooks: [], faults: [], answered: [], pageSize: 100, pagesOverlap: false },
    nowMs: Date.now,
    book({ name, email, send, pending }) {
      const at = own.nowMs();
      count += 1;
      const booked: Booked = {
        ...{ uid: `cal${String(count).padStart(6, '0')}bk`, id: count, status: pending ? 'pending' : 'accepted' },
        ...{ start: iso(at + 48 * 2 * HALF_HOUR_MS), end: iso(at + 49 * 2 * HALF_HOUR_MS), name, email },
        ...{ send: send ?? null, reason: null, rescheduledFromUid: null, rescheduledToUid: null },
        ...{ createdAt: iso(at), updatedAt: iso(at) },
      };
      own.bookings.set(booked.uid, booked);
      tell(pending ? 'BOOKING_REQUESTED' : 'BOOKING_CREATED', booked);
      return booked.uid;
    },
    accept: (uid) => change(uid, { status: 'accepted' }, 'BOOKING_CREATED'),
    reject: (uid) => change(uid, { status: 'rejected' }, 'BOOKING_REJECTED'),
    cancel: (uid, reason) => change(uid, { status: 'cancelled', reason: reason ?? null }, 'BOOKING_CANCELLED'),
    reschedule(uid, by = 'page') {
      const before = own.bookings.get(uid);
      if (before === undefined) throw new RangeError(`there is no ${uid}`);
      const at = iso(own.nowMs());
      count += 1;
      const start = Date.parse(before.start) + HALF_HOUR_MS;
      const next: Booked = {
        ...{ ...before, uid: `cal${String(count).padStart(6, '0')}mv`, id: count, status: 'accepted' },
        ...{ start: iso(start), end: iso(start + HALF_HOUR_MS), rescheduledFromUid: uid, createdAt: at, updatedAt: at },
      };
      own.bookings.set(next.uid, next);
      own.bookings.set(uid, { ...before, status: 'cancelled', rescheduledToUid: next.uid, updatedAt: at });
      tell(by === 'page' ? 'BOOKING_RESCHEDULED' : 'BOOKING_REQUESTED', next);
      return next.uid;
    },
    sign: (body) => createHmac('sha256', FAKE_CAL_SECRET).update(body).digest('hex'),
    stop: async () => {},
  };

  function change(uid: string, to: Partial<Booked>, trigger: string): void {
    const before = own.bookings.get(uid);
    if (before === undefined) throw new RangeError(`there is no ${uid}`);
    const next = { ...before, ...to, updatedAt: iso(own.nowMs()) };
    own.bookings.set(uid, next);
    tell(trigger, next);
  }

  function tell(triggerEvent: string, booked: Booked): void {
    own.hooks.push(
      Buffer.from(JSON.stringify({ triggerEvent, createdAt: iso(own.nowMs()), payload: payloadOf(booked) })),
    );
  }

  const server = createServer((request, response) => {
    const nowMs = own.nowMs();
    calls = calls.filter((atMs) => atMs > nowMs - WINDOW_MS);
    const limited = calls.length >= LIMIT;
    if (!limited) calls.push(nowMs);
    response.setHeader('date', new Date(nowMs).toUTCString());
    response.on('finish', () => own.answered.push(response.statusCode));
    answer(own, limited, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  own.fetch = (input, init) => fetch(String(input).replace('https://api.cal.com', here), init);
  own.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return own;
}

/** As packages/features/webhooks builds it: no createdAt of the booking, a status in capitals, answers with labels. */
function payloadOf(booked: Booked) {
  const person = { email: booked.email, name: booked.name, timeZone: 'Asia/Kolkata', utcOffset: 330 };
  return {
    ...{ type: 'micro-audit', title: `Micro audit between Meera and ${booked.name}`, uid: booked.uid },
    ...{ bookingId: booked.id, startTime: booked.start, endTime: booked.end, length: 30, eventTypeId: 7 },
    status: booked.status.toUpperCase(),
    organizer: { email: 'meera@studio.example', name: 'Meera', timeZone: 'Asia/Kolkata' },
    attendees: [{ ...person, language: { locale: 'en' } }],
    responses: {
      name: { label: 'your_name', value: booked.name },
      email: { label: 'email_address', value: booked.email },
      notes: { label: 'notes', value: 'हमारा चैटबॉट' },
    },
    metadata: booked.send === null ? {} : { send: booked.send },
    location: 'integrations:daily',
    ...(booked.reason === null ? {} : { cancellationReason: booked.reason }),
    ...(booked.rescheduledFromUid === null ? {} : { rescheduleUid: booked.rescheduledFromUid, rescheduleId: 1 }),
  };
}

const SPENT = {
  'x-ratelimit-limit-default': '120',
  'x-ratelimit-remaining-default': '0',
  'x-ratelimit-reset-default': '60',
};

function answer(own: FakeCal, limited: boolean, request: IncomingMessage, response: ServerResponse): void {
  const fault = own.faults.shift();
  if (fault === 'hang') return;
  if (fault === 'cut') {
    response.destroy();
    return;
  }
  const [status, body] =
    limited || fault === 'rate-limited'
      ? [429, { status: 'error' }]
      : fault === 'error'
        ? [500, { status: 'error', error: { code: 'INTERNAL_SERVER_ERROR' } }]
        : contentOf(own, request, fault === 'other-form');
  response.writeHead(status, { 'content-type': 'application/json', ...(status === 429 ? SPENT : {}) });
  response.end(JSON.stringify(body));
}

function contentOf(own: FakeCal, request: IncomingMessage, oldForm: boolean): [status: number, body: unknown] {
  if (request.headers.authorization !== `Bearer ${FAKE_CAL_KEY}`) return [401, { status: 'error' }];
  const url = new URL(request.url ?? '/', 'http://cal');
  if (url.pathname !== '/v2/bookings' || request.method !== 'GET') return [404, { status: 'error' }];
  // Without the version's header one gets an older form.
  if (request.headers['cal-api-version'] !== '2026-05-01' || oldForm) return [200, { bookings: [] }];
  if (url.searchParams.getAll('status').length > 1) return [400, { status: 'error' }];
  return [200, pageOf(own, url.searchParams)];
}

function pageOf(own: FakeCal, query: URLSearchParams) {
  const after = query.get('afterUpdatedAt') ?? '';
  const all = [...own.bookings.values()].filter(({ updatedAt }) => updatedAt > after);
  const from = Number(Buffer.from(query.get('cursor') ?? '', 'base64url').toString() || '0');
  const until = from + own.pageSize;
  const page = all.slice(own.pagesOverlap ? Math.max(0, from - 1) : from, until);
  const hasMore = until < all.length;
  const data = page.map(({ name, email, send, reason, id, ...booked }) => ({
    ...{ ...booked, id, title: `Micro audit between Meera and ${name}`, duration: 30 },
    ...{ eventType: { id: 7, slug: 'micro-audit' }, hosts: [{ name: 'Meera', email: 'meera@studio.example' }] },
    ...{ attendees: [{ name, email, timeZone: 'Asia/Kolkata' }], guests: [], cancellationReason: reason ?? undefined },
    ...{
      bookingFieldsResponses: { name, email },
      metadata: send === null ? {} : { send },
      location: 'integrations:daily',
    },
  }));
  const nextCursor = hasMore ? Buffer.from(String(until)).toString('base64url') : null;
  return { status: 'success', data, pagination: { hasMore, nextCursor } };
}
