/**
 * Owns what a mail that came back sets off. One transaction holds the mail, its match, what it means for the person and
 * what the Studio is told; the place in the mailbox moves with it. So a mail is taken once, whatever breaks between.
 */
import { hash } from 'node:crypto';
import type { InboundKind } from '@sacred-qa/contracts/inbox';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { createOutbox } from '../outbox.ts';
import { type Proof, proveLeft } from '../sending/proof-of-leaving.ts';
import type { createLeave } from '../suppressions/leave.ts';
import type { SuppressionsService } from '../suppressions/suppressions.service.ts';
import type { Vault } from '../vault/vault.ts';
import { type Classified, classifyMail } from './classify.ts';
import { isFeedback, readDeliveryReport } from './delivery-report.ts';
import { type Mail, readMail } from './mail.ts';
import type { OutgoingIndex } from './outgoing.ts';

/** A mail as it lies in a mailbox. */
export interface Arrival {
  mailbox: string;
  uidvalidity: number;
  uid: number;
  receivedAtMs: number;
  raw: Uint8Array;
}

/** The mail of ours that an arrival answers, with what the Studio is told of it. */
export interface AnsweredMail {
  id: string;
  prospect: string;
  prospect_id: string;
  recipient_index: string;
}

/** What a mail means: its kind and the ways in which that acts. */
export interface Meaning {
  inbound: string;
  kind: InboundKind;
  sentiment: string | null;
  /** How a wish to leave came: by words, by the mailto of the header, or as a complaint. */
  via: 'reply' | 'mailto' | 'complaint';
  /** Who wrote, when a wish to leave holds for that address too. */
  from: string | null;
  /** RFC 3463, of a bounce. */
  status: string;
  /** When it was received, as the mail server says. */
  at: string;
}

export type ArrivalsService = ReturnType<typeof createArrivalsService>;

export function createArrivalsService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  suppressions: Pick<SuppressionsService, 'suppressIndex'>;
  leave: ReturnType<typeof createLeave>;
}) {
  const { db, clock, newId, vault, outbox, suppressions, leave } = deps;

  /** Takes one mail. Answers its kind, or `seen` when it was taken before under this or another place. */
  async function take(arrival: Arrival, sent: OutgoingIndex): Promise<InboundKind | 'seen'> {
    db.assertWritable();
    // What no parser can read is still counted, so that it never stops the mailbox.
    const mail = await readMail(arrival.raw).catch(() => null);
    const found: Classified =
      mail === null ? { kind: 'unrelated', matches: null, recipient: null, sentiment: null } : classifyMail(mail, sent);
    return db.transaction(async (tx) => {
      const taken = await insert(tx, arrival, mail, found);
      await moveOn(tx, arrival);
      return taken ? found.kind : 'seen';
    });
  }

  async function insert(tx: Sql, arrival: Arrival, mail: Mail | null, found: Classified): Promise<boolean> {
    // A mail without an id is known again by its bytes.
    const ownId = mail?.messageId || hash('sha256', arrival.raw);
    const messageIdIndex = vault.index('message_id', ownId);
    // In whatever mailbox: the same one has another name when its server or its user is spelt otherwise.
    const [seen] = await tx.query<{ id: string; mailbox: string; uidvalidity: number }>(
      'select id, mailbox, uidvalidity::float8 as uidvalidity from outreach.inbound where message_id_index = $1',
      [messageIdIndex],
    );
    if (seen !== undefined) {
      const { mailbox, uidvalidity, uid } = arrival;
      if (seen.mailbox !== mailbox || seen.uidvalidity !== uidvalidity)
        await tx.query('update outreach.inbound set mailbox = $2, uidvalidity = $3, uid = $4 where id = $1', [
          ...[seen.id, mailbox, uidvalidity, uid],
        ]);
      return false;
    }
    const answered = found.matches === null ? null : await readAnswered(tx, 'm.message_id = $1', found.matches);
    const id = newId();
    const box = await sealRaw(tx, id, arrival.raw, found.kind, answered);
    const inserted = await tx.query<{ id: string }>(
      `insert into outreach.inbound (id, mailbox, uidvalidity, uid, message_id_index, kind, message, prospect, sentiment,
         recipient_index, received_at, raw_sealed, sealed_for)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
      [
        ...[id, arrival.mailbox, arrival.uidvalidity, arrival.uid, messageIdIndex, found.kind],
        ...[answered?.id ?? null, answered?.prospect ?? null, found.sentiment],
        ...[found.recipient === null ? null : vault.index('email', found.recipient), isoOf(arrival.receivedAtMs)],
        ...[box.sealed, box.owner],
      ],
    );
    if (inserted.length === 0) return false;
    if (mail !== null) await act(tx, answered, meaningOf(id, mail, found, isoOf(arrival.receivedAtMs)));
    return true;
  }

  /** What is no answer to us is kept without its words: it is none of our business. */
  async function sealRaw(
    tx: Sql,
    id: string,
    raw: Uint8Array,
    kind: InboundKind,
    answered: AnsweredMail | null,
  ): Promise<{ sealed: Buffer | null; owner: string }> {
    if (kind === 'unrelated' || kind === 'own-sent-copy') return { sealed: null, owner: id };
    if (answered === null) {
      await vault.admit(tx, [id]);
      return { sealed: await vault.seal(tx, id, 'inbound.raw_sealed', raw), owner: id };
    }
    const [person] = await tx.query<{ erased: boolean }>(
      'select erased_at is not null as erased from outreach.prospects where id = $1 for update',
      [answered.prospect],
    );
    if (person === undefined || person.erased) return { sealed: null, owner: id };
    return { sealed: await vault.seal(tx, answered.prospect, 'inbound.raw_sealed', raw), owner: answered.prospect };
  }

  async function moveOn(tx: Sql, { mailbox, uidvalidity, uid }: Arrival): Promise<void> {
    await tx.query(
      `insert into outreach.mailboxes as b (name, uidvalidity, last_uid, updated_at) values ($1, $2, $3, $4)
       on conflict (name) do update set uidvalidity = excluded.uidvalidity, updated_at = excluded.updated_at,
         last_uid = case when b.uidvalidity = excluded.uidvalidity then greatest(b.last_uid, excluded.last_uid)
                    else excluded.last_uid end`,
      [mailbox, uidvalidity, uid, isoOf(clock.now())],
    );
  }

  /** Does what a kind asks for; doing it twice is doing it once. Also called when a person corrects a kind. */
  async function act(tx: Sql, answered: AnsweredMail | null, meaning: Meaning): Promise<void> {
    const { kind, inbound } = meaning;
    // Locks the person's row first, as `mayWrite` does: a follow-up is sent before this, or not at all.
    if (answered !== null) {
      await tx.query('select id from outreach.prospects where id = $1 for update', [answered.prospect]);
      await proveLeft(tx, deps, answered.id, proofOf(kind));
      await record(tx, answered, meaning);
    }
    if (kind === 'unsubscribe-request')
      await leave(tx, { mail: answered, from: meaning.from, via: meaning.via, event: inbound });
    if (answered === null) return;
    const told = { mail: answered.id, prospectId: answered.prospect_id };
    if (kind === 'bounce-hard' || kind === 'bounce-soft') {
      const hard = kind === 'bounce-hard';
      await outbox.enqueue(tx, { kind: 'mail.bounced', hard, status: meaning.status, ...told });
      const emailIndex = answered.recipient_index;
      if (hard) await suppressions.suppressIndex(tx, { emailIndex, email: null, reason: 'bounced', source: 'dsn' });
    }
    if (kind === 'human-reply' || kind === 'auto-reply')
      await outbox.enqueue(tx, { kind: 'reply.received', inbound, reply: kind, sentiment: meaning.sentiment, ...told });
  }

  /** At the time when it came, whose clock is another's: never before the mail left, and never later than now. */
  async function record(tx: Sql, answered: AnsweredMail, meaning: Meaning): Promise<void> {
    const kind = eventKindOf(meaning);
    if (kind === null) return;
    await tx.query(
      `insert into outreach.message_events (id, message, kind, at, detail, dedupe_key)
       select $1, m.id, $3, least(greatest($4::timestamptz, m.sent_at), $7::timestamptz), $5, $6
       from outreach.messages m where m.id = $2 on conflict (dedupe_key) do nothing`,
      [
        ...[newId(), answered.id, kind, meaning.at, JSON.stringify(detailOf(meaning))],
        ...[dedupeKeyOf(meaning.inbound, kind), isoOf(clock.now())],
      ],
    );
  }

  return { take, act };
}

/** By its Message-ID or row id, as the condition says. */
export async function readAnswered(tx: Sql, condition: string, value: string): Promise<AnsweredMail | null> {
  const [row] = await tx.query<AnsweredMail>(
    `select m.id, m.prospect, p.prospect_id, m.recipient_index
     from outreach.messages m join outreach.prospects p on p.id = m.prospect where ${condition}`,
    [value],
  );
  return row ?? null;
}

export function meaningOf(
  inbound: string,
  mail: Mail,
  found: Pick<Classified, 'kind' | 'sentiment'>,
  at: string,
): Meaning {
  const complained = isFeedback(mail);
  const words = mail.own !== '' || mail.quoted !== '';
  return {
    inbound,
    kind: found.kind,
    sentiment: found.sentiment,
    via: complained ? 'complaint' : words ? 'reply' : 'mailto',
    from: found.kind === 'unsubscribe-request' && !complained && mail.from !== '' ? mail.from : null,
    status: readDeliveryReport(mail)?.recipients.find(({ status }) => status !== null)?.status ?? '',
    at,
  };
}

const proofOf = (kind: InboundKind): Proof =>
  kind === 'own-sent-copy' ? 'sent_folder' : kind.startsWith('bounce') ? 'bounce' : 'reply';

/** How the events of a mail call what came of it; null for what is no event of it. */
export function eventKindOf({ kind, via }: Pick<Meaning, 'kind' | 'via'>): string | null {
  switch (kind) {
    case 'human-reply':
      return 'reply';
    case 'auto-reply':
      return 'auto_reply';
    case 'bounce-hard':
      return 'bounce_hard';
    case 'bounce-soft':
      return 'bounce_soft';
    case 'unsubscribe-request':
      return via === 'complaint' ? 'complaint' : 'unsubscribe';
    default:
      return null;
  }
}

export const dedupeKeyOf = (inbound: string, eventKind: string): string => `inbound:${inbound}:${eventKind}`;

function detailOf(meaning: Meaning): Record<string, string> {
  return meaning.status === '' ? { inbound: meaning.inbound } : { inbound: meaning.inbound, status: meaning.status };
}
