/**
 * Every query that a number of the metrics comes from. All take the same four parameters, and each begins with the
 * people whom the week's mails were sent to, so that no two numbers speak of different people.
 */
import type { Sql } from '@sacred-qa/foundation/database';
import { stands } from '../bookings/standing.ts';
import { SAMPLE_CAMPAIGN } from '../sample/sample-names.ts';

/** Instants as ISO 8601; `campaign` null counts all campaigns. What happened after `as_of` is not counted. */
export interface Params {
  from: string;
  until: string;
  campaign: string | null;
  as_of: string;
}

/** `key` tells the rows of one query apart; a query of one row has the key ''. */
interface Row {
  key: string;
}

export interface Query<R extends Row = Row> {
  name: string;
  /** What it counts, in a sentence. */
  counts: string;
  sql: string;
  /** Never there: carries the type of its rows. */
  readonly rows?: readonly R[];
}

/** A reply within so many days counts in the comparison of two subject lines; by then a mail's outcome is fixed. */
export const OUTCOME_DAYS = 4;

const GIVEN = `with given as (
  select $1::timestamptz as from_at, $2::timestamptz as until_at, $3::text as campaign, $4::timestamptz as as_of
)`;

/** Sent mails of the week. One that was in doubt counts from the moment at which it was settled. */
const MAILS = `${GIVEN}, mails as (
  select m.id, m.prospect, m.step, m.sent_at, m.variant, b.name as batch, p.segment, c.id as campaign, c.name as campaign_name
  from given g
  join outreach.messages m on m.state = 'sent' and m.sent_at >= g.from_at and m.sent_at < g.until_at
    and m.sent_at <= g.as_of and (m.settled_at is null or m.settled_at <= g.as_of)
  join outreach.campaigns c on c.id = m.campaign and (g.campaign is null and c.name <> '${SAMPLE_CAMPAIGN}' or c.name = g.campaign)
  join outreach.batches b on b.id = m.batch
  join outreach.prospects p on p.id = m.prospect
)`;

/**
 * Each person once, under the first mail of the week to them. A reply is one that a person wrote; opens are not looked
 * at. A booking counts while it stands.
 */
const PEOPLE = `${MAILS}, told as (
  select m.prospect, bool_or(e.kind = 'reply') as replied, bool_or(e.kind = 'bounce_hard') as bounced,
    bool_or(e.kind in ('unsubscribe', 'complaint')) as gone, bool_or(e.kind = 'auto_reply') as automatic
  from mails m join outreach.message_events e on e.message = m.id join given g on e.at <= g.as_of group by m.prospect
), wants as (
  select distinct m.prospect from mails m join outreach.inbound i on i.message = m.id and i.kind = 'human-reply'
    and i.sentiment = 'interested' join given g on i.received_at <= g.as_of
), people as (
  select distinct on (m.prospect) m.*, coalesce(t.replied, false) as replied, coalesce(t.bounced, false) as bounced,
    coalesce(t.gone, false) as gone, coalesce(t.automatic, false) as automatic, w.prospect is not null as interested,
    exists (
      select 1 from outreach.bookings k join given g on k.created_at <= g.as_of
      where k.prospect = m.prospect and k.created_at >= m.sent_at and ${stands('k')}
        and (k.message is null or k.message in (select id from mails))
    ) as booked
  from mails m left join told t on t.prospect = m.prospect left join wants w on w.prospect = m.prospect
  order by m.prospect, m.step, m.sent_at
)`;

export interface Tally extends Row {
  written: number;
  bounced: number;
  replied: number;
  interested: number;
  booked: number;
  gone: number;
}

const TALLY = `count(*)::int as written, count(*) filter (where bounced)::int as bounced,
  count(*) filter (where replied)::int as replied, count(*) filter (where interested)::int as interested,
  count(*) filter (where booked)::int as booked, count(*) filter (where gone)::int as gone`;

export interface Group extends Tally {
  title: string;
}

const query = <R extends Row>(name: string, counts: string, sql: string): Query<R> => ({ name, counts, sql });

export const PEOPLE_QUERY = query<Tally & { reached: number; automatic: number; mails: number }>(
  'people',
  'people to whom a mail of the week was sent, and how many of them did what',
  `${PEOPLE}
select '' as key, (select count(*)::int from mails) as mails, count(*) filter (where not bounced)::int as reached,
  count(*) filter (where automatic)::int as automatic, ${TALLY}
from people`,
);

export const BATCH_QUERY = query<Group>(
  'by_batch',
  'the same people by the batch that wrote to them',
  `${PEOPLE}
select campaign_name || '/' || batch as key, coalesce(max(spec.title), batch) as title, ${TALLY}
from people p left join lateral (
  select one->>'title' as title from outreach.campaigns c, jsonb_array_elements(c.spec->'batches') one
  where c.id = p.campaign and one->>'name' = p.batch
) spec on true group by campaign_name, batch order by min(sent_at), 1`,
);

export const VARIANT_QUERY = query<Group>(
  'by_subject',
  'the same people by the subject line of the first mail to them',
  `${PEOPLE}
select campaign_name || '/' || p.variant as key, coalesce(max(s.subject), p.variant) as title, ${TALLY}
from people p left join outreach.subject_lines s on s.campaign = p.campaign and s.variant = p.variant
group by campaign_name, p.variant order by min(sent_at), 1`,
);

export const SEGMENT_QUERY = query<Group>(
  'by_segment',
  'the same people by their segment',
  `${PEOPLE}
select segment as key, case when segment = '' then 'no segment' else segment end as title, ${TALLY}
from people group by segment order by min(sent_at), 1`,
);

export const MAIL_STATES_QUERY = query<Row & { mails: number }>(
  'mails_by_state',
  'mails that were due in the week, by the state they are in now',
  `${GIVEN}
select m.state as key, count(*)::int as mails
from given g join outreach.messages m on m.send_at >= g.from_at and m.send_at < g.until_at and m.reserved_at <= g.as_of
join outreach.campaigns c on c.id = m.campaign and (g.campaign is null and c.name <> '${SAMPLE_CAMPAIGN}' or c.name = g.campaign)
group by m.state order by 1`,
);

export const POSTS_QUERY = query<Row & { posts: number }>(
  'posts_by_state',
  'posts that were due in the week, by the state they are in now',
  `${GIVEN}
select o.state as key, count(*)::int as posts
from given g join outreach.posts o on o.due_at >= g.from_at and o.due_at < g.until_at and g.as_of is not null
join outreach.campaigns c on c.id = o.campaign and (g.campaign is null and c.name <> '${SAMPLE_CAMPAIGN}' or c.name = g.campaign)
group by o.state order by 1`,
);

export const GOALS_QUERY = query<Row & { sent: number; replies: number; bookings: number }>(
  'goals',
  'what the week’s campaigns set out to reach',
  `${GIVEN}
select '' as key, coalesce(sum((c.spec->'goals'->>'sent')::int), 0)::int as sent,
  coalesce(sum((c.spec->'goals'->>'replies')::int), 0)::int as replies,
  coalesce(sum((c.spec->'goals'->>'bookings')::int), 0)::int as bookings
from given g join outreach.campaigns c on c.week_of = (g.from_at at time zone 'Asia/Kolkata')::date
  and g.until_at > g.from_at and g.as_of is not null
  and c.state not in ('draft', 'cancelled') and (g.campaign is null and c.name <> '${SAMPLE_CAMPAIGN}' or c.name = g.campaign)`,
);

export const ANSWERS_QUERY = query<Row & { mails: number }>(
  'answers',
  'mails that came back, by what they are and how they stand to the offer',
  `${MAILS}
select i.kind || case when i.sentiment is null then '' else '/' || i.sentiment end as key, count(*)::int as mails
from mails m join outreach.inbound i on i.message = m.id and i.kind not in ('own-sent-copy', 'unrelated')
join given g on i.received_at <= g.as_of group by 1 order by 1`,
);

export const SIGNALS_QUERY = query<Row & { events: number; people: number }>(
  'machine_signals',
  'opens and clicks by who caused them, as far as one can tell; none of them is counted as interest',
  `${MAILS}
select e.kind || '/' || coalesce(e.actor, 'unknown') as key, count(*)::int as events,
  count(distinct m.prospect)::int as people
from mails m join outreach.message_events e on e.message = m.id and e.kind in ('open', 'click')
join given g on e.at <= g.as_of group by 1 order by 1`,
);

export interface CopyScore extends Row {
  iteration: number;
  score: number;
  reasons: { rule: string; points: number; detail: string }[];
}

export const COPY_QUERY = query<CopyScore>(
  'copy_scores',
  'the trust score of the copy that the week’s mails were made from',
  `${MAILS}
select campaign_name as key, s.iteration, s.score::int as score, s.reasons
from (select distinct campaign, campaign_name from mails) c cross join given g join lateral (
  select * from outreach.copy_scores k where k.campaign = c.campaign and k.at <= g.as_of order by k.iteration desc limit 1
) s on true order by 1`,
);

export interface Trials extends Row {
  title: string;
  /** To whom it went, and when its slots began: who compares two subject lines asks whether these are the same. */
  segments: string;
  slots: string;
  /** One sign a person in the order of sending: 1 answered in time, 0 did not. */
  outcomes: string;
}

export const TRIALS_QUERY = query<Trials>(
  'trials',
  `first mails of the week’s campaigns, in any week, whose ${OUTCOME_DAYS} days are over: who answered within them`,
  `${MAILS}
select c.name || '/' || m.variant || coalesce(': ' || s.subject, '') as key, coalesce(s.subject, m.variant) as title,
  string_agg(distinct p.segment, ', ' order by p.segment) as segments,
  string_agg(distinct b.send_at::text, ', ' order by b.send_at::text) as slots,
  string_agg(case when exists (
    select 1 from outreach.message_events e where e.message = m.id and e.kind = 'reply'
      and e.at < m.sent_at + interval '${OUTCOME_DAYS} days'
  ) then '1' else '0' end, '' order by m.sent_at, m.id) as outcomes
from given g join outreach.messages m on m.state = 'sent' and m.step = 1
  and m.sent_at + interval '${OUTCOME_DAYS} days' <= g.as_of and (m.settled_at is null or m.settled_at <= g.as_of)
join outreach.campaigns c on c.id = m.campaign and c.name in (select campaign_name from mails)
join outreach.batches b on b.id = m.batch
join outreach.prospects p on p.id = m.prospect
left join outreach.subject_lines s on s.campaign = c.id and s.variant = m.variant
group by c.name, m.variant, s.subject order by count(*) desc, 1`,
);

export const CATALOGUE = {
  people: PEOPLE_QUERY,
  by_batch: BATCH_QUERY,
  by_subject: VARIANT_QUERY,
  by_segment: SEGMENT_QUERY,
  mails_by_state: MAIL_STATES_QUERY,
  posts_by_state: POSTS_QUERY,
  goals: GOALS_QUERY,
  answers: ANSWERS_QUERY,
  machine_signals: SIGNALS_QUERY,
  copy_scores: COPY_QUERY,
  trials: TRIALS_QUERY,
} as const;

export type QueryName = keyof typeof CATALOGUE;

export type Results = { [Name in QueryName]: RowsOf<(typeof CATALOGUE)[Name]> };
type RowsOf<Q> = Q extends Query<infer R> ? readonly R[] : never;

export const paramsOf = ({ from, until, campaign, as_of }: Params): (string | null)[] => [
  ...[from, until, campaign, as_of],
];

/** All of them in one snapshot, so that no reply comes in between two numbers. */
export async function runCatalogue(tx: Sql, params: Params): Promise<Results> {
  const results: Record<string, unknown> = {};
  for (const { name, sql } of Object.values(CATALOGUE)) results[name] = await tx.query(sql, paramsOf(params));
  return results as Results;
}
