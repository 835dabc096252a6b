/** The rows of sending: what is due, what stands against it, and each step of a mail's state. */
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { CampaignSpec } from '../campaigns/spec.ts';
import type { Onlookers } from '../outbox.ts';
import { SAMPLE_CAMPAIGN } from '../sample/sample-names.ts';
import type { SendOutcome } from './smtp.ts';

export interface DueMessage {
  id: string;
  campaign: string;
  batch: string;
  batchName: string;
  batchMails: number;
  prospect: string;
  prospectId: string;
  step: number;
  variant: string;
  mimeSealed: Uint8Array;
  sender: string;
  envelopeFrom: string;
  envid: string;
  /** Blind index of the address in its To line. */
  recipientIndex: string;
  domainIndex: string;
  sendAt: string;
  notAfter: string;
  spec: CampaignSpec;
}

/** Why a follow-up is not sent: what its person did since the first mail. */
export type StoppedBy = 'reply' | 'booking' | 'bounce' | 'first_mail';

/**
 * The oldest due mail that nobody else works on, locked, and its person with it: while an answer or a wish to leave of
 * that person is being written, the mail is passed over, so it is decided on with that known, and neither waits. The
 * sample is acted out on a clock of its own, which names it.
 */
export async function nextDue(tx: Sql, nowIso: string, campaign: string | null): Promise<DueMessage | null> {
  const [row] = await tx.query<DueMessage>(
    `select m.id, m.campaign, m.batch, b.name as "batchName", m.prospect, p.prospect_id as "prospectId", m.step, m.variant,
       m.mime_sealed as "mimeSealed", m.sender, m.envelope_from as "envelopeFrom", m.envid,
       m.recipient_index as "recipientIndex", m.domain_index as "domainIndex",
       ${isoSql('m.send_at')} as "sendAt", ${isoSql('m.not_after')} as "notAfter", c.spec,
       (select count(*)::int from outreach.messages o where o.batch = m.batch and o.step = 1) as "batchMails"
     from outreach.messages m
     join outreach.campaigns c on c.id = m.campaign and c.state = 'running'
     join outreach.batches b on b.id = m.batch
     join outreach.prospects p on p.id = m.prospect
     where m.state = 'reserved' and m.send_at <= $1 and case when $2::text is null then c.name <> $3 else c.name = $2 end
     order by m.send_at, m.id limit 1 for update of m, p skip locked`,
    [nowIso, campaign, SAMPLE_CAMPAIGN],
  );
  return row ?? null;
}

/** One claim at a time for a sender: caps and gaps are counted over all processes. */
export async function lockSender(tx: Sql, sender: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('outreach sender ' || $1, 0))`, [sender]);
}

export async function usageOf(
  tx: Sql,
  message: Pick<DueMessage, 'sender' | 'domainIndex'>,
  dayStart: string,
): Promise<{ bySender: number; byDomain: number; lastAt: string | null }> {
  const [row] = await tx.query<{ bySender: number; byDomain: number; lastAt: string | null }>(
    `select count(*) filter (where sending_at >= $3)::int as "bySender",
       count(*) filter (where sending_at >= $3 and domain_index = $2)::int as "byDomain",
       ${isoSql('max(sending_at)')} as "lastAt"
     from outreach.messages where sender = $1 and state in ('sending', 'sent', 'in_doubt', 'refused')`,
    [message.sender, message.domainIndex, dayStart],
  );
  return row ?? { bySender: 0, byDomain: 0, lastAt: null };
}

/** Follow-ups stop for one who replied, booked (also if they cancelled it: they know us now) or bounced, and wait for nothing that never left. */
export async function stoppedBy(
  tx: Sql,
  message: Pick<DueMessage, 'step' | 'prospect' | 'campaign'>,
): Promise<StoppedBy | null> {
  if (message.step === 1) return null;
  const [row] = await tx.query<{ reply: boolean; bounce: boolean; booking: boolean; sent: boolean }>(
    `select
       exists (select 1 from outreach.message_events e join outreach.messages m on m.id = e.message
               where m.prospect = $1 and m.campaign = $2 and e.kind = 'reply') as reply,
       exists (select 1 from outreach.message_events e join outreach.messages m on m.id = e.message
               where m.prospect = $1 and m.campaign = $2 and e.kind = 'bounce_hard') as bounce,
       exists (select 1 from outreach.bookings where prospect = $1) as booking,
       exists (select 1 from outreach.messages where prospect = $1 and campaign = $2 and step = 1 and state = 'sent') as sent`,
    [message.prospect, message.campaign],
  );
  if (row?.reply) return 'reply';
  if (row?.booking) return 'booking';
  if (row?.bounce) return 'bounce';
  return row?.sent ? null : 'first_mail';
}

/** Ends a mail that was not sent; `why` is kept for the person who asks. */
export async function close(tx: Sql, id: string, state: 'expired' | 'suppressed', why: string): Promise<void> {
  await tx.query('update outreach.messages set state = $2, settled_by = $3 where id = $1', [id, state, why]);
}

export async function markSending(tx: Sql, id: string, owner: string, at: string): Promise<void> {
  await tx.query(
    `update outreach.messages set state = 'sending', sending_at = $3, leased_by = $2, settled_by = null where id = $1`,
    [id, owner, at],
  );
}

/** Begins the reason of a mail that waits for the mail server. */
const BY_SERVER = 'mail_server_';
export const reasonOfServer = (code: number | null): string =>
  `${BY_SERVER}${code === null ? 'not_reached' : `said_${code}`}`;

/** Back into the queue, to be tried again at `sendAt`; `why` is kept for the person who asks. */
export async function putBack(tx: Sql, id: string, sendAt: string, why: string): Promise<void> {
  await tx.query(
    `update outreach.messages set state = 'reserved', send_at = $2, sending_at = null, leased_by = null, settled_by = $3
     where id = $1`,
    [id, sendAt, why],
  );
}

/** Where no mail server is set nothing can leave, and what is too late expires all the same. Answers which did. */
export const expireWithoutServer = (tx: Sql, nowIso: string): Promise<{ id: string }[]> =>
  tx.query(
    `update outreach.messages m set state = 'expired', settled_by = 'no_mail_server' from outreach.campaigns c
     where c.id = m.campaign and c.state = 'running' and c.name <> $2 and m.state = 'reserved' and m.not_after < $1
     returning m.id`,
    [nowIso, SAMPLE_CAMPAIGN],
  );

/** Mails of running campaigns that the mail server did not take yet, or that no server is set for. */
export async function heldMails(sql: Sql, nowIso: string, hasServer: boolean, without: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>(
    `select count(*)::int as n from outreach.messages m
     join outreach.campaigns c on c.id = m.campaign and c.state = 'running' and c.name <> $4
     where m.state = 'reserved' and case when $1 then starts_with(m.settled_by, $2) else m.send_at <= $3 end`,
    [hasServer, BY_SERVER, nowIso, without],
  );
  return row?.n ?? 0;
}

export interface Outstanding {
  id: string;
  campaign: string;
  batch: string;
  prospectId: string;
  messageId: string;
}

/**
 * Mails of which nobody will tell how they ended: those of other owners that began before `before`, and all of `owner`.
 * `answered` says that something came of it already. The sample is sent in our name beside us.
 */
export async function cutShort(
  tx: Sql,
  owner: string,
  before: string,
): Promise<(Outstanding & { answered: boolean })[]> {
  return tx.query(
    `select m.id, m.campaign, m.batch, p.prospect_id as "prospectId", m.message_id as "messageId",
       exists (select 1 from outreach.inbound where message = m.id)
         or exists (select 1 from outreach.message_events where message = m.id) as answered
     from outreach.messages m join outreach.prospects p on p.id = m.prospect
     join outreach.campaigns c on c.id = m.campaign and c.name <> $3
     where m.state = 'sending' and (m.leased_by = $1 or m.sending_at <= $2) for update of m skip locked`,
    [owner, before, SAMPLE_CAMPAIGN],
  );
}

/**
 * Whether what we know of a mail's end may be written, with its row locked: it is still under way in our name, or
 * others took us for dead and only doubt.
 */
export async function mayEnd(tx: Sql, id: string, owner: string, outcome: SendOutcome['kind']): Promise<boolean> {
  const [row] = await tx.query<{ ours: boolean; doubted: boolean }>(
    `select state = 'sending' and leased_by = $2 as ours, state = 'in_doubt' as doubted
     from outreach.messages where id = $1 for update`,
    [id, owner],
  );
  return row?.ours === true || (row?.doubted === true && (outcome === 'sent' || outcome === 'refused'));
}

/** Without those of the sample, which lie in no mailbox. */
export const inDoubt = (sql: Sql): Promise<Outstanding[]> =>
  sql.query(
    `select m.id, m.campaign, m.batch, p.prospect_id as "prospectId", m.message_id as "messageId"
     from outreach.messages m join outreach.prospects p on p.id = m.prospect
     where m.state = 'in_doubt' and m.campaign not in (select id from outreach.campaigns where name = $1)
     order by m.sending_at`,
    [SAMPLE_CAMPAIGN],
  );

/** Whether a campaign has ended: then nothing waits for its turn any more. One that would be ended meanwhile waits for us. */
export async function isOver(tx: Sql, campaign: string): Promise<boolean> {
  const [row] = await tx.query<{ over: boolean }>(
    `select state in ('cancelled', 'done') as over from outreach.campaigns where id = $1 for share`,
    [campaign],
  );
  return row?.over ?? false;
}

/** Ends campaigns and batches whose work is over; a batch whose time passed before a mail of it left has expired. */
export async function endFinished(tx: Sql, nowIso: string, onlookers?: Onlookers): Promise<void> {
  const batches = await tx.query(
    `update outreach.batches b set state = case b.state when 'running' then 'done' else 'expired' end
     where (b.state = 'running' or b.state = 'planned' and b.not_after < $1 and b.campaign in
         (select id from outreach.campaigns where state in ('running', 'paused', 'done')))
       and not exists (select 1 from outreach.messages m where m.batch = b.id and m.state in ('reserved', 'sending'))
     returning b.id`,
    [nowIso],
  );
  const campaigns = await tx.query(
    `update outreach.campaigns c set state = 'done', updated_at = $1 where c.state = 'running'
       and not exists (select 1 from outreach.messages m where m.campaign = c.id and m.state in ('reserved', 'sending', 'in_doubt'))
       and not exists (select 1 from outreach.posts p where p.campaign = c.id and p.state in ('planned', 'due', 'publishing', 'in_doubt'))
     returning c.id`,
    [nowIso],
  );
  if (batches.length + campaigns.length > 0)
    await onlookers?.publish(tx, [{ kind: 'outreach', what: 'campaign.ended' }]);
}
