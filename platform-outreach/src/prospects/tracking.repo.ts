/** What became of each prospect, read off messages, events and bookings: the program's columns of the sheet. */
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { stands } from '../bookings/standing.ts';
import { istText, type OwnNames, type Tracking } from './columns.ts';

interface Row {
  prospect_id: string;
  status: string;
  batch: string | null;
  sent_at: string | null;
  opens: number;
  clicks: number;
  replied_at: string | null;
  reply_kind: string | null;
  sentiment: string | null;
  booking_uid: string | null;
  next_step: number | null;
  next_at: string | null;
}

/**
 * The mail that left last stands for a person; while none has, the last that is planned. Only what was not cancelled or
 * rejected counts as a booking.
 */
const SQL = `
select p.prospect_id,
  case
    when s.reason is not null then s.reason
    when k.uid is not null then 'booked'
    when r.at is not null then 'replied'
    when m.state in ('sent', 'in_doubt', 'refused') then m.state
    when m.state in ('reserved', 'sending') then 'queued'
    when p.email_index is null or not p.basis_given then 'not_sendable'
    else 'new'
  end as status,
  m.batch, ${isoSql('m.sent_at')} as sent_at, e.opens, e.clicks,
  ${isoSql('r.at')} as replied_at, r.kind as reply_kind, r.sentiment, k.uid as booking_uid,
  n.step as next_step, ${isoSql('n.send_at')} as next_at
from outreach.prospects p
left join outreach.suppressions s on s.email_index = p.email_index
left join lateral (
  select m.state, max(m.sent_at) over () as sent_at, b.name as batch
  from outreach.messages m join outreach.batches b on b.id = m.batch where m.prospect = p.id
  order by m.state in ('sent', 'in_doubt', 'refused') desc, coalesce(m.sent_at, m.sending_at, m.send_at) desc,
    m.step desc limit 1
) m on true
left join lateral (
  select count(*) filter (where e.kind = 'open' and e.actor = 'human')::int as opens,
    count(*) filter (where e.kind = 'click' and e.actor = 'human')::int as clicks
  from outreach.messages m join outreach.message_events e on e.message = m.id where m.prospect = p.id
) e on true
left join lateral (
  select i.received_at as at, i.kind, i.sentiment from outreach.inbound i
  where i.prospect = p.id and i.kind in ('human-reply', 'unsubscribe-request') order by i.received_at desc limit 1
) r on true
left join lateral (
  select k.uid from outreach.bookings k
  where k.prospect = p.id and ${stands('k')} order by k.updated_at desc limit 1
) k on true
left join lateral (
  select n.step, n.send_at from outreach.messages n
  where n.prospect = p.id and n.state = 'reserved' order by n.send_at, n.step limit 1
) n on true
where p.erased_at is null`;
/** Of a page the planner must see that it is a page: `is null or` would read everybody first. */
const THESE = `${SQL} and p.prospect_id = any($1::text[])`;

/** By prospect_id; of everybody, or of those that are named. */
export async function readTracking(
  tx: Sql,
  prospectIds: readonly string[] | null = null,
): Promise<Map<string, Tracking>> {
  const rows = prospectIds === null ? await tx.query<Row>(SQL) : await tx.query<Row>(THESE, [prospectIds]);
  return new Map(rows.map((row) => [row.prospect_id, trackingOf(row)]));
}

function trackingOf(row: Row): Tracking {
  const wasWrittenTo = row.batch !== null;
  return {
    status: row.status,
    batch: row.batch ?? '',
    sent_at_ist: istText(row.sent_at),
    opens_human: wasWrittenTo ? String(row.opens) : '',
    clicks_human: wasWrittenTo ? String(row.clicks) : '',
    replied_at_ist: istText(row.replied_at),
    reply_kind: [row.reply_kind, row.sentiment === null ? null : `(${row.sentiment})`].filter(Boolean).join(' '),
    booking_uid: row.booking_uid ?? '',
    next_step: row.next_step === null ? '' : `step ${row.next_step} on ${istText(row.next_at)}`,
  };
}

/** Every name that may stand in the program's columns by our own hand. */
export async function readOwnNames(tx: Sql): Promise<OwnNames> {
  const batches = await tx.query<{ name: string }>('select distinct name from outreach.batches');
  const bookings = await tx.query<{ uid: string }>('select uid from outreach.bookings');
  return { batch: new Set(batches.map((row) => row.name)), booking_uid: new Set(bookings.map((row) => row.uid)) };
}
