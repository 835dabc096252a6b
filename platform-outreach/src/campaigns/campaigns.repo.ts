/** The rows of campaigns: the one that a command means, its counts, its mails, and the scores of its copy. */
import type { CampaignState, PlannedMail, RecipientView } from '@sacred-qa/contracts/campaign';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { stands } from '../bookings/standing.ts';
import type { Vault } from '../vault/vault.ts';
import type { TrustScore } from './copy-check.ts';
import { CLAIMS } from './recipients.ts';
import type { CampaignSpec } from './spec.ts';

export interface CampaignRow {
  id: string;
  name: string;
  week_of: string;
  zone: string;
  state: CampaignState;
  content_hash: string;
  approved_by: string | null;
  approved_at: string | null;
  /** Of one that is planned, when it was. */
  updated_at: string;
  spec: CampaignSpec;
}

/** The newest planned week, or the one that is named, locked. Throws `not_found`. */
export async function rowOf(tx: Sql, name: string, weekOf: string | null): Promise<CampaignRow> {
  const [row] = await tx.query<CampaignRow>(
    `select id, name, week_of::text as week_of, zone, state, content_hash, approved_by, spec,
       ${isoSql('approved_at')} as approved_at, ${isoSql('updated_at')} as updated_at
     from outreach.campaigns where name = $1 and ($2::date is null or week_of = $2)
     order by week_of desc limit 1 for update`,
    [name, weekOf],
  );
  if (row !== undefined) return row;
  const week = weekOf === null ? '' : ` for the week of ${weekOf}`;
  throw new StudioError(
    'not_found',
    `Campaign ${name} was not planned${week}. Plan it: studio campaign plan ${name} --week-of DATE.`,
  );
}

export async function statusOf(tx: Sql, row: CampaignRow) {
  const messages = await tx.query<{ batch: string; step: number; state: string; count: number }>(
    `select b.name as batch, m.step, m.state, count(*)::int as count from outreach.messages m
     join outreach.batches b on b.id = m.batch where m.campaign = $1 group by 1, 2, 3 order by 1, 2, 3`,
    [row.id],
  );
  const posts = await tx.query<Record<'name' | 'state' | 'due_at' | 'not_after', string> & { url: string | null }>(
    `select name, state, ${isoSql('due_at')} as due_at, ${isoSql('not_after')} as not_after, url from outreach.posts where campaign = $1 order by due_at`,
    [row.id],
  );
  const [reached] = await tx.query<{ sent: number; replies: number; bookings: number }>(
    `select (select count(*)::int from outreach.messages where campaign = $1 and state = 'sent') as sent,
       (select count(distinct m.prospect)::int from outreach.message_events e join outreach.messages m on m.id = e.message
        where m.campaign = $1 and e.kind = 'reply') as replies,
       (select count(distinct m.prospect)::int from outreach.bookings b join outreach.messages m on m.id = b.message
        where m.campaign = $1 and ${stands('b')}) as bookings`,
    [row.id],
  );
  return { ...row, messages, posts, goals: row.spec.goals, reached };
}

/** The mail's own bytes, and whose it is. Throws `not_found`, also after erasure. */
export async function bytesOf(
  tx: Sql,
  vault: Vault,
  id: string,
): Promise<{ prospect_id: string; bytes: Buffer; mail: PlannedMail }> {
  const [row] = await tx.query<{ prospect: string; prospect_id: string; mime_sealed: Uint8Array; mail: PlannedMail }>(
    `select m.prospect, p.prospect_id, m.mime_sealed,
       jsonb_build_object('campaign', c.name, 'week_of', c.week_of::text, 'batch', b.name, 'step', m.step,
         'state', m.state, 'send_at', ${isoSql('m.send_at')}, 'sent_at', ${isoSql('m.sent_at')}) as mail
     from outreach.messages m join outreach.prospects p on p.id = m.prospect
     join outreach.campaigns c on c.id = m.campaign join outreach.batches b on b.id = m.batch where m.id = $1`,
    [id],
  );
  if (row === undefined) throw new StudioError('not_found', `There is no mail ${id}.`);
  const bytes = await vault.open(tx, row.prospect, 'messages.mime_sealed', row.mime_sealed);
  if (bytes === null) throw new StudioError('not_found', `${row.prospect_id} was erased, and the mail with them.`);
  return { prospect_id: row.prospect_id, bytes, mail: row.mail };
}

/** Who gets which mail, by time, without a byte of it. */
export const recipientsOf = (tx: Sql, campaign: string) =>
  tx.query<RecipientView>(
    `select m.id, p.prospect_id, b.name as batch, m.step, m.variant, m.state, ${isoSql('m.send_at')} as send_at,
       ${isoSql('m.sent_at')} as sent_at, m.settled_by
     from outreach.messages m join outreach.prospects p on p.id = m.prospect join outreach.batches b on b.id = m.batch
     where m.campaign = $1 order by m.send_at, m.id`,
    [campaign],
  );

export async function mailsOf(tx: Sql, vault: Vault, campaign: string, after: number, limit: number) {
  const rows = await tx.query<{
    id: string;
    prospect: string;
    prospect_id: string;
    batch: string;
    step: number;
    state: string;
    send_at: string;
    mime_sealed: Uint8Array;
  }>(
    `select m.id, m.prospect, p.prospect_id, b.name as batch, m.step, m.state, ${isoSql('m.send_at')} as send_at, m.mime_sealed
     from outreach.messages m join outreach.prospects p on p.id = m.prospect join outreach.batches b on b.id = m.batch
     where m.campaign = $1 order by m.send_at, m.id offset $2 limit $3`,
    [campaign, after, limit],
  );
  const opened = await vault.openAll(
    tx,
    rows.map((one) => ({ owner: one.prospect, column: 'messages.mime_sealed' as const, sealed: one.mime_sealed })),
  );
  return rows.map(({ mime_sealed: _, prospect: __, ...row }, i) => ({
    ...row,
    bytes_base64: opened[i]?.toString('base64') ?? null,
  }));
}

/** Keeps the score of each iteration of the copy; the same copy is one iteration, however often it is planned. */
export async function keepScore(
  tx: Sql,
  given: { id: string; campaign: string; contentHash: string; trust: TrustScore; at: string },
): Promise<void> {
  const reasons = JSON.stringify(given.trust.reasons.map(withoutLinks));
  await tx.query(
    `insert into outreach.copy_scores (id, campaign, iteration, content_hash, score, reasons, at)
     select $1, $2, coalesce(max(iteration), 0) + 1, $3, $4, $5, $6 from outreach.copy_scores where campaign = $2
     having coalesce((select content_hash from outreach.copy_scores where campaign = $2 order by iteration desc limit 1), '') <> $3`,
    [given.id, given.campaign, given.contentHash, given.trust.score, reasons, given.at],
  );
}

export const scoresOf = (tx: Sql, campaign: string) =>
  tx.query(
    `select iteration, score, reasons, ${isoSql('at')} as at from outreach.copy_scores where campaign = $1 order by iteration`,
    [campaign],
  );

/** A link may hold what a person typed; a kept score must not. */
const withoutLinks = (reason: TrustScore['reasons'][number]) => ({
  ...reason,
  detail: reason.detail.replace(/https?:\/\/\S+/g, 'a link'),
});

/** People whom this campaign would write to, and another that was approved meanwhile has written to, or will. */
export const writtenElsewhere = (
  tx: Sql,
  campaign: string,
): Promise<{ prospect_id: string; name: string; week_of: string }[]> =>
  tx.query(
    `select p.prospect_id, c.name, c.week_of::text as week_of
     from outreach.messages own join outreach.messages m on m.prospect = own.prospect and m.campaign <> own.campaign
     join outreach.campaigns c on c.id = m.campaign join outreach.prospects p on p.id = own.prospect
     where own.campaign = $1 and own.state = 'reserved' and ${CLAIMS} order by p.prospect_id limit 1`,
    [campaign],
  );

/**
 * One of a planned campaign's people whose mails are not those that would be planned now: somebody came or went, moved to
 * another address, or was changed since the bytes were fixed. Null when there is none.
 */
export async function changedSincePlanned(
  tx: Sql,
  campaign: string,
  wanted: readonly { recipient: { id: string; emailIndex: string }; slot: { step: number } }[],
): Promise<string | null> {
  const [changed] = await tx.query<{ prospect_id: string }>(
    `with planned as (
       select prospect, step, recipient_index, reserved_at from outreach.messages where campaign = $1 and state = 'reserved'
     ), wanted as (select * from unnest($2::uuid[], $3::int[], $4::text[]) as w (prospect, step, recipient_index))
     select p.prospect_id from outreach.prospects p where exists (
       select 1 from planned full join wanted using (prospect, step, recipient_index)
       where prospect = p.id and (planned.reserved_at is null or wanted.prospect is null or p.updated_at > planned.reserved_at)
     ) order by p.prospect_id limit 1`,
    [
      campaign,
      wanted.map(({ recipient }) => recipient.id),
      wanted.map(({ slot }) => slot.step),
      wanted.map(({ recipient }) => recipient.emailIndex),
    ],
  );
  return changed?.prospect_id ?? null;
}
