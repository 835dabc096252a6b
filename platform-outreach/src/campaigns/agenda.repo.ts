/** What is due between two days over all campaigns: batches, their follow-ups and posts, each with how far it is. */
import type { AgendaBooking, AgendaItem } from '@sacred-qa/contracts/campaign';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

/** More are never due in one month of a studio. */
const MOST = 2000;

const TITLE = `coalesce((select one ->> 'title' from jsonb_array_elements(c.spec -> 'batches') one
  where one ->> 'name' = b.name), b.name)`;

/** A follow-up has no row of its own: its mails say when it is due, and how far it is. */
const FOLLOW_UPS = `select batch, step, min(due_at) as due_at, max(not_after) as not_after, jsonb_object_agg(state, n) as mails,
    case when bool_and(state = 'reserved') then 'planned' when bool_or(state in ('reserved', 'sending')) then 'running'
      when bool_and(state = 'expired') then 'expired' else 'done' end as state
  from (select batch, step, state, count(*)::int as n, min(send_at) as due_at, max(not_after) as not_after
    from outreach.messages where step > 1 group by batch, step, state) s
  group by batch, step`;

/** From the first day to the last, both whole days on the Indian clock. */
export const agendaOf = (sql: Sql, from: string, to: string): Promise<AgendaItem[]> =>
  sql.query<AgendaItem>(
    `with spans as (select ($1::date)::timestamp at time zone 'Asia/Kolkata' as since,
       ($2::date + 1)::timestamp at time zone 'Asia/Kolkata' as until)
     select b.id, 'batch' as kind, 1 as step, c.name as campaign, c.week_of::text as week_of, c.state as campaign_state, b.name,
       ${TITLE} as title, ${isoSql('b.send_at')} as due_at, ${isoSql('b.not_after')} as not_after, b.state,
       coalesce((select jsonb_object_agg(m.state, m.n) from (select state, count(*)::int as n from outreach.messages
         where batch = b.id and step = 1 group by state) m), '{}') as mails
     from outreach.batches b join outreach.campaigns c on c.id = b.campaign, spans
     where b.send_at >= since and b.send_at < until
     union all
     select b.id, 'batch', m.step, c.name, c.week_of::text, c.state, b.name, ${TITLE}, ${isoSql('m.due_at')},
       ${isoSql('m.not_after')}, m.state, m.mails
     from (${FOLLOW_UPS}) m join outreach.batches b on b.id = m.batch join outreach.campaigns c on c.id = b.campaign, spans
     where m.due_at >= since and m.due_at < until
     union all
     select p.id, 'post', 1, c.name, c.week_of::text, c.state, p.name, p.title,
       ${isoSql('p.due_at')}, ${isoSql('p.not_after')}, p.state, '{}'
     from outreach.posts p join outreach.campaigns c on c.id = p.campaign, spans
     where p.due_at >= since and p.due_at < until
     order by due_at, kind, name, step limit ${MOST}`,
    [from, to],
  );

/** Bookings that begin on those days. One that was moved stands where it was moved to, and only there. */
export const bookingsOf = (sql: Sql, from: string, to: string): Promise<AgendaBooking[]> =>
  sql.query<AgendaBooking>(
    `select b.uid, b.status, ${isoSql('b.start_at')} as start_at, ${isoSql('b.end_at')} as end_at, p.prospect_id,
       o.lineage_id
     from outreach.bookings b left join outreach.prospects p on p.id = b.prospect
     left join outreach.outbox o on o.source_event_id = 'booking:' || b.uid
     where b.start_at >= ($1::date)::timestamp at time zone 'Asia/Kolkata'
       and b.start_at < ($2::date + 1)::timestamp at time zone 'Asia/Kolkata'
       and not exists (select from outreach.bookings n where n.rescheduled_from = b.uid)
     order by b.start_at, b.uid limit ${MOST}`,
    [from, to],
  );
