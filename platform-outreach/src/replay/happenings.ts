/** The calendar of a week as it happened, read off the rows that the week left. */
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

export interface Happening {
  at: string;
  /** Such as `batch a: 10 mails sent until 08:24`, without a person's name. */
  what: string;
}

const IST = `at time zone 'Asia/Kolkata', 'HH24:MI'`;

export const happeningsOf = (tx: Sql): Promise<Happening[]> =>
  tx.query<Happening>(
    `select ${isoSql('at')} as at, what from (
       select min(m.sent_at) as at, 'batch ' || b.name || ': ' || count(*) || ' mails sent, the last at '
         || to_char(max(m.sent_at) ${IST}) as what
       from outreach.messages m join outreach.batches b on b.id = m.batch where m.state = 'sent' group by b.id, b.name
       union all select due_at, 'post ' || name || ': due, ready to paste' from outreach.posts
       union all select posted_at, 'post ' || name || ': published' from outreach.posts where posted_at is not null
       union all select i.received_at, coalesce(p.prospect_id, 'somebody') || ': ' || i.kind
         || case when i.sentiment is null then '' else ', ' || i.sentiment end
       from outreach.inbound i left join outreach.prospects p on p.id = i.prospect
       union all select k.created_at, coalesce(p.prospect_id, 'somebody') || ': booked a micro-audit'
       from outreach.bookings k left join outreach.prospects p on p.id = k.prospect
       union all select ((o.event->>'context')::jsonb->>'at')::timestamptz, o.event->>'text'
       from outreach.outbox o where o.event->>'kind' in ('metrics.written', 'reflection.written')
     ) all_of_it (at, what) order by at, what`,
  );
