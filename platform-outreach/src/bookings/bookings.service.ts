/** Bookings made with Cal.com: taken from its webhook, set right by its API, and shown. */
import { hash } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Secret } from '@sacred-qa/foundation/config';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { nullWhenErased, type Vault } from '../vault/vault.ts';
import { createApplyBooking } from './apply-booking.ts';
import type { CalApi } from './cal-api.ts';
import { type BookingDetails, bookingOfWebhook, emailsIn } from './cal-booking.ts';
import { checkSignature, type Envelope, readEnvelope, uidIn } from './cal-webhook.ts';

/** `kept`: an event that says nothing of a booking's state. `seen`: these bytes were taken before. */
export type Delivered =
  | { kind: 'taken' | 'kept' | 'seen' }
  | { kind: 'not_configured' | 'unsigned' | 'forged' | 'not_their_form' };

export interface Synced {
  read: number;
  added: number;
  changed: number;
  /** Items of a form that the program does not know. */
  unread: number;
}

export interface BookingItem {
  uid: string;
  status: string;
  start_at: string | null;
  end_at: string | null;
  event_type: string | null;
  prospect_id: string | null;
  /** `messages.id` of the mail that led to it. */
  mail: string | null;
  attributed_by: string;
  rescheduled_from: string | null;
  rescheduled_to: string | null;
  created_at: string;
  updated_at: string;
  /** Who booked; null for one who was erased. */
  details: BookingDetails | null;
}

/** What Cal.com told us by its webhook. */
export interface Delivery {
  sha256: string;
  received_at: string;
  /** Cal.com's name of the event, such as BOOKING_CREATED. */
  trigger: string;
  booking_uid: string | null;
  /** `kept`: an event that says nothing of a booking's state, or that nobody here knows. */
  state: 'taken' | 'kept';
  /** As it came; null for one who was erased. */
  body: unknown;
}

export type BookingsService = ReturnType<typeof createBookingsService>;

/** What changed longer ago than this is read only when all is asked for. */
const LOOK_BACK_MS = 60 * 24 * 3_600_000;

export function createBookingsService(
  deps: Parameters<typeof createApplyBooking>[0] & {
    db: Database;
    vault: Vault;
    /** Null when CAL_COM_WEBHOOK_SECRET is not set. */
    webhookSecret: Secret | null;
    /** Null when CAL_COM_API_KEY is not set. */
    api: CalApi | null;
  },
) {
  const { db, clock, newId, vault, webhookSecret, api } = deps;
  const { lock, apply, byEmails } = createApplyBooking(deps);

  async function keep(tx: Sql, sha256: string, raw: Buffer, said: Envelope): Promise<'taken' | 'kept' | 'seen'> {
    // Two deliveries of the same bytes at once: the second waits here, and sees the first.
    await lock(tx);
    const [before] = await tx.query('select 1 from outreach.cal_deliveries where sha256 = $1', [sha256]);
    if (before !== undefined) return 'seen';
    const booking = bookingOfWebhook(said.trigger, said.createdAt, said.payload);
    if (booking !== null) await apply(tx, booking, { by: 'webhook' });
    const uid = uidIn(said.payload);
    const box = await sealFor(tx, await ownerOf(tx, uid, said), raw);
    const at = isoOf(clock.now());
    await tx.query(
      `insert into outreach.cal_deliveries (sha256, trigger, booking_uid, received_at, handled_at, sealed, sealed_for)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [sha256, said.trigger, uid, at, booking === null ? null : at, box.sealed, box.owner],
    );
    return booking === null ? 'kept' : 'taken';
  }

  /** Under the booking's key where there is one, or the person's: what is erased with them. Null when nobody is known. */
  async function ownerOf(tx: Sql, uid: string | null, said: Envelope): Promise<string | null> {
    const [booking] = await tx.query<{ sealed_for: string }>(
      'select sealed_for from outreach.bookings where uid = $1',
      [uid],
    );
    if (booking !== undefined) return booking.sealed_for;
    return (await byEmails(tx, emailsIn(said.payload), isoOf(clock.now()))).prospect;
  }

  /** Of one who was erased nothing is kept but that it came. */
  async function sealFor(tx: Sql, owner: string | null, raw: Buffer): Promise<{ owner: string; sealed: Buffer }> {
    const own = owner ?? newId();
    if (owner === null) await vault.admit(tx, [own]);
    const sealed = await vault.seal(tx, own, 'cal_deliveries.sealed', raw).catch(nullWhenErased);
    return { owner: own, sealed: sealed ?? Buffer.alloc(0) };
  }

  async function read(rest: string, params: unknown[]): Promise<BookingItem[]> {
    const rows = await db.query<Omit<BookingItem, 'details'> & { sealed: Uint8Array | null; sealed_for: string }>(
      `select b.uid, b.status, ${isoSql('b.start_at')} as start_at, ${isoSql('b.end_at')} as end_at, b.event_type,
         p.prospect_id, b.message as mail, b.attributed_by, b.rescheduled_from,
         (select n.uid from outreach.bookings n where n.rescheduled_from = b.uid limit 1) as rescheduled_to,
         ${isoSql('b.created_at')} as created_at, ${isoSql('b.updated_at')} as updated_at, b.sealed, b.sealed_for
       from outreach.bookings b left join outreach.prospects p on p.id = b.prospect where ${rest}`,
      params,
    );
    const boxes = rows.map(({ sealed, sealed_for: owner }) => ({
      ...{ owner, column: 'bookings.sealed' as const, sealed: sealed ?? new Uint8Array() },
    }));
    const filled = boxes.filter(({ sealed }) => sealed.length > 0);
    const opened = await vault.openAll(db, filled);
    const details = new Map(filled.map((box, i) => [box, opened[i] ?? null]));
    return rows.map(({ sealed: _, sealed_for: __, ...row }, i) => {
      const box = boxes[i];
      const plain = box === undefined ? null : (details.get(box) ?? null);
      return { ...row, details: plain === null ? null : (JSON.parse(plain.toString()) as BookingDetails) };
    });
  }

  return {
    /** What came to the webhook, byte for byte, with the header `X-Cal-Signature-256`. */
    async deliver(raw: Buffer, signature: string): Promise<Delivered> {
      if (webhookSecret === null) return { kind: 'not_configured' };
      const checked = checkSignature(raw, signature, webhookSecret.reveal());
      if (checked !== 'signed') return { kind: checked };
      const said = readEnvelope(raw);
      if (said === null) return { kind: 'not_their_form' };
      db.assertWritable();
      return { kind: await db.transaction((tx) => keep(tx, hash('sha256', raw), raw, said)) };
    },

    /** Sets the rows right by the list of the API. Throws `conflict` when it cannot be read. */
    async sync(options: { all: boolean }, signal?: AbortSignal): Promise<Synced> {
      if (api === null)
        throw new StudioError('conflict', 'No key for Cal.com is configured. Set CAL_COM_API_KEY in .env.shared.');
      const synced: Synced = { read: 0, added: 0, changed: 0, unread: 0 };
      const since = options.all ? null : isoOf(clock.now() - LOOK_BACK_MS);
      for await (const { bookings, unread, readAt } of api.pages(since, signal)) {
        synced.unread += unread;
        for (const booking of bookings) {
          db.assertWritable();
          const applied = await db.transaction((tx) => apply(tx, booking, { by: 'api', readAt }));
          synced.read += 1;
          if (applied === 'new') synced.added += 1;
          if (applied === 'changed') synced.changed += 1;
        }
      }
      return synced;
    },

    /** Newest first by when they were made; `after` is the position of the last one shown. */
    list(status: string | null, after: string | null, limit: number): Promise<BookingItem[]> {
      const [at, uid] = after?.split(' ') ?? [null, null];
      return read(
        `($1::text is null or b.status = $1) and ($2::timestamptz is null or (b.created_at, b.uid) < ($2, $3))
         order by b.created_at desc, b.uid desc limit $4`,
        [status, at, uid, limit],
      );
    },

    /** Newest first; `after` is the position of the last one shown. */
    async deliveries(state: Delivery['state'] | null, after: string | null, limit: number): Promise<Delivery[]> {
      const [at, sha256] = after?.split(' ') ?? [null, null];
      const rows = await db.query<Omit<Delivery, 'body'> & { sealed: Uint8Array; owner: string }>(
        `select sha256, ${isoSql('received_at')} as received_at, trigger, booking_uid,
           case when handled_at is null then 'kept' else 'taken' end as state, sealed, sealed_for as owner
         from outreach.cal_deliveries
         where ($1::text is null or (handled_at is null) = ($1 = 'kept'))
           and ($2::timestamptz is null or (received_at, sha256) < ($2, $3))
         order by outreach.cal_deliveries.received_at desc, sha256 desc limit $4`,
        [state, at, sha256, limit],
      );
      const filled = rows.filter(({ sealed }) => sealed.length > 0);
      const boxes = filled.map(({ owner, sealed }) => ({ owner, column: 'cal_deliveries.sealed' as const, sealed }));
      const opened = await vault.openAll(db, boxes);
      const bodies = new Map(filled.map((row, i) => [row, opened[i] ?? null]));
      return rows.map((row) => {
        const { sealed: _, owner: __, ...delivery } = row;
        const body = bodies.get(row)?.toString();
        return { ...delivery, body: body === undefined ? null : JSON.parse(body) };
      });
    },

    /** Throws `not_found`. */
    async show(uid: string): Promise<BookingItem> {
      const [booking] = await read('b.uid = $1', [uid]);
      if (booking === undefined) throw new StudioError('not_found', `There is no booking ${uid}.`);
      return booking;
    },
  };
}
