/**
 * Writes what Cal.com told of one booking, with all that it sets off. Told twice, late, or in any order, the rows come
 * out the same: a webhook never takes back an end, and what is older than what is known changes nothing.
 */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { createOutbox } from '../outbox.ts';
import { proveLeft } from '../sending/proof-of-leaving.ts';
import type { Tokens } from '../tracking-links/tokens.ts';
import { nullWhenErased, type Vault } from '../vault/vault.ts';
import type { CalBooking } from './cal-booking.ts';

/** `api` is the list as it stood at `readAt` by Cal.com's clock, and holds against what was heard before. */
export type Told = { by: 'webhook' } | { by: 'api'; readAt: string | null };

export type Applied = 'new' | 'changed' | 'same';

interface Attribution {
  by: 'metadata' | 'email' | 'none';
  prospect: string | null;
  message: string | null;
}

interface Standing {
  status: string;
  start_at: string | null;
  end_at: string | null;
  event_type: string | null;
  rescheduled_from: string | null;
  prospect: string | null;
  message: string | null;
  attributed_by: Attribution['by'];
  as_of: string;
  sealed_for: string;
}

/** Where a booking stands in its life; of two that are equally far the newer one counts. */
const RANK: Readonly<Record<string, number>> = { pending: 0, accepted: 1, cancelled: 2, rejected: 2 };
const rankOf = (status: string): number => RANK[status] ?? 0;
export const isOver = (status: string): boolean => rankOf(status) === 2;

const CERTAINTY: Readonly<Record<Attribution['by'], number>> = { none: 0, email: 1, metadata: 2 };

export function createApplyBooking(deps: {
  clock: Clock;
  newId: NewId;
  vault: Pick<Vault, 'admit' | 'seal' | 'index'>;
  tokens: Pick<Tokens, 'read'>;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
}) {
  const { clock, newId, vault, tokens, outbox } = deps;
  const nowIso = (): string => isoOf(clock.now());

  /** One booking at a time over all processes: a booking and the one that it was moved to are written together. */
  const lock = (tx: Sql): Promise<unknown> =>
    tx.query(`select pg_advisory_xact_lock(hashtextextended('outreach bookings', 0))`);

  async function apply(tx: Sql, seen: CalBooking, told: Told): Promise<Applied> {
    await lock(tx);
    const [standing] = await tx.query<Standing>(
      `select status, ${isoSql('start_at')} as start_at, ${isoSql('end_at')} as end_at, event_type, rescheduled_from,
         prospect, message, attributed_by, ${isoSql('as_of')} as as_of, sealed_for
       from outreach.bookings where uid = $1`,
      [seen.uid],
    );
    const [successor] = await tx.query('select 1 from outreach.bookings where rescheduled_from = $1', [seen.uid]);
    const moved = seen.rescheduledTo !== null || successor !== undefined;
    return standing === undefined ? insert(tx, seen, moved) : update(tx, seen, standing, moved, told);
  }

  async function insert(tx: Sql, seen: CalBooking, moved: boolean): Promise<Applied> {
    const found = await attribute(tx, seen);
    const person = await lockPerson(tx, found.prospect);
    await settleMail(tx, found);
    const status = moved ? 'cancelled' : seen.status;
    const owner = person !== null && !person.erased ? person.id : newId();
    const at = nowIso();
    let sealed: Buffer | null = null;
    if (person?.erased !== true) {
      if (owner !== person?.id) await vault.admit(tx, [owner]);
      sealed = await vault.seal(tx, owner, 'bookings.sealed', JSON.stringify(seen.details));
    }
    await tx.query(
      `insert into outreach.bookings (uid, status, prospect, message, attributed_by, start_at, end_at, event_type,
         rescheduled_from, as_of, created_at, updated_at, sealed, sealed_for)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[seen.uid, status, found.prospect, found.message, found.by, seen.startAt, seen.endAt, seen.eventType],
        ...[seen.rescheduledFrom, seen.asOf ?? at, seen.createdAt ?? seen.asOf ?? at, at, sealed, owner],
      ],
    );
    if (seen.rescheduledFrom !== null) await endPredecessor(tx, seen.rescheduledFrom);
    const who = { uid: seen.uid, prospectId: person?.prospect_id ?? null };
    const from = seen.rescheduledFrom;
    if (from !== null) await outbox.enqueue(tx, { kind: 'booking.rescheduled', from, ...who });
    else await outbox.enqueue(tx, { kind: 'booking.created', cause: await causeOf(tx, found.message), ...who });
    if (isOver(status) && !moved) await outbox.enqueue(tx, { kind: 'booking.cancelled', ...who });
    return 'new';
  }

  async function update(tx: Sql, seen: CalBooking, standing: Standing, moved: boolean, told: Told): Promise<Applied> {
    if (told.by === 'api' && told.readAt !== null && standing.as_of > told.readAt) return 'same';
    const newer = told.by === 'api' || (seen.asOf !== null && seen.asOf >= standing.as_of);
    const rises = rankOf(seen.status) > rankOf(standing.status);
    const holds = told.by === 'api' || rises || (newer && rankOf(seen.status) === rankOf(standing.status));
    const status = moved ? 'cancelled' : holds ? seen.status : standing.status;
    const known = { by: standing.attributed_by, prospect: standing.prospect, message: standing.message };
    const found = known.by === 'metadata' ? known : surer(await attribute(tx, seen), known);
    const next = {
      status,
      start_at: newer ? (seen.startAt ?? standing.start_at) : standing.start_at,
      end_at: newer ? (seen.endAt ?? standing.end_at) : standing.end_at,
      event_type: newer ? (seen.eventType ?? standing.event_type) : standing.event_type,
      rescheduled_from: standing.rescheduled_from ?? seen.rescheduledFrom,
      prospect: found.prospect,
      message: found.message,
      attributed_by: found.by,
    };
    const changed = (Object.keys(next) as (keyof typeof next)[]).some((key) => next[key] !== standing[key]);
    if (!changed && (seen.asOf === null || seen.asOf <= standing.as_of)) return 'same';
    const person = await lockPerson(tx, found.prospect);
    await settleMail(tx, found);
    await tx.query(
      `update outreach.bookings set status = $2, start_at = $3, end_at = $4, event_type = $5, rescheduled_from = $6,
         prospect = $7, message = $8, attributed_by = $9, as_of = greatest(as_of, $10), updated_at = $11,
         created_at = coalesce($12, created_at)
       where uid = $1`,
      [seen.uid, ...Object.values(next), seen.asOf ?? standing.as_of, nowIso(), seen.createdAt],
    );
    if (newer && person?.erased !== true) await keepDetails(tx, seen, standing.sealed_for);
    if (next.rescheduled_from !== null && standing.rescheduled_from === null)
      await endPredecessor(tx, next.rescheduled_from);
    if (isOver(status) && !isOver(standing.status) && !moved)
      await outbox.enqueue(tx, { kind: 'booking.cancelled', uid: seen.uid, prospectId: person?.prospect_id ?? null });
    return changed ? 'changed' : 'same';
  }

  /** Under the key that it had first. If that was destroyed, it was once the booking of somebody who was erased. */
  async function keepDetails(tx: Sql, seen: CalBooking, owner: string): Promise<void> {
    const sealed = await vault.seal(tx, owner, 'bookings.sealed', JSON.stringify(seen.details)).catch(nullWhenErased);
    await tx.query('update outreach.bookings set sealed = $2 where uid = $1', [seen.uid, sealed]);
  }

  /** It was moved, not given up: nobody is told that it was cancelled. */
  async function endPredecessor(tx: Sql, uid: string): Promise<void> {
    await tx.query(
      `update outreach.bookings set status = 'cancelled', updated_at = $2 where uid = $1 and status not in ('cancelled', 'rejected')`,
      [uid, nowIso()],
    );
  }

  /** Only who has the mail knows the id that we signed. */
  async function settleMail(tx: Sql, { by, message }: Attribution): Promise<void> {
    if (by === 'metadata' && message !== null) await proveLeft(tx, deps, message, 'booking');
  }

  /** The person's row first, as sending takes it: a follow-up leaves before this, or not at all. */
  async function lockPerson(
    tx: Sql,
    prospect: string | null,
  ): Promise<{ id: string; prospect_id: string; erased: boolean } | null> {
    if (prospect === null) return null;
    const [person] = await tx.query<{ id: string; prospect_id: string; erased: boolean }>(
      'select id, prospect_id, erased_at is not null as erased from outreach.prospects where id = $1 for update',
      [prospect],
    );
    return person ?? null;
  }

  /** By the send id that we signed; else by an address that booked; else as the booking before it. */
  async function attribute(tx: Sql, seen: CalBooking): Promise<Attribution> {
    const subject = seen.send === null ? null : tokens.read('booking', seen.send);
    if (subject !== null) {
      // One that never left stands in a preview of the studio's own.
      const [mail] = await tx.query<{ prospect: string }>(
        `select prospect from outreach.messages where id = $1 and (state in ('sending', 'sent', 'in_doubt') or settled_at is not null)`,
        [subject.message],
      );
      if (mail !== undefined) return { by: 'metadata', prospect: mail.prospect, message: subject.message };
    }
    const byEmail = await byEmails(tx, seen.emails, seen.createdAt ?? seen.asOf ?? nowIso());
    if (byEmail.by !== 'none' || seen.rescheduledFrom === null) return byEmail;
    const [before] = await tx.query<Attribution>(
      'select attributed_by as by, prospect, message from outreach.bookings where uid = $1',
      [seen.rescheduledFrom],
    );
    return before ?? byEmail;
  }

  async function byEmails(tx: Sql, emails: readonly string[], at: string): Promise<Attribution> {
    for (const email of emails) {
      const [row] = await tx.query<{ prospect: string; message: string | null }>(
        `with person as (
           select id from outreach.prospects where email_index = $1
           union all select prospect from outreach.messages where recipient_index = $1 limit 1)
         select p.id as prospect, (select m.id from outreach.messages m where m.prospect = p.id
           and m.state in ('sent', 'sending', 'in_doubt') and coalesce(m.sent_at, m.sending_at) <= $2
           order by coalesce(m.sent_at, m.sending_at) desc limit 1) as message
         from person p`,
        [vault.index('email', email), at],
      );
      if (row !== undefined) return { by: 'email', ...row };
    }
    return { by: 'none', prospect: null, message: null };
  }

  return { lock, apply, byEmails };
}

const surer = (found: Attribution, known: Attribution): Attribution =>
  CERTAINTY[found.by] > CERTAINTY[known.by] ? found : known;

/** The reply that the mail brought, or else the mail itself. */
async function causeOf(tx: Sql, message: string | null): Promise<{ reply: string } | { mail: string } | null> {
  if (message === null) return null;
  const [reply] = await tx.query<{ id: string }>(
    `select id from outreach.inbound where message = $1 and kind = 'human-reply' order by received_at desc limit 1`,
    [message],
  );
  return reply === undefined ? { mail: message } : { reply: reply.id };
}
