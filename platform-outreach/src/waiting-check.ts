/** What was due and needs a person, as a health check says it: posts to paste, what is in doubt, mails that no server takes. */
import type { Sql } from '@sacred-qa/foundation/database';
import { SAMPLE_CAMPAIGN } from './sample/sample-names.ts';
import { heldMails } from './sending/sending.repo.ts';

interface Waiting {
  posts_due: number;
  posts_in_doubt: number;
  mails_in_doubt: number;
}

export async function waitingCheck(
  sql: Sql,
  given: { nowIso: string; hasMailServer: boolean },
): Promise<{ status: 'pass' | 'warn'; detail: string; observed: number }> {
  const [waiting] = await sql.query<Waiting>(
    `with own as (select id from outreach.campaigns where name <> $1)
     select count(*) filter (where p.state = 'due')::int as posts_due,
       count(*) filter (where p.state = 'in_doubt')::int as posts_in_doubt,
       (select count(*)::int from outreach.messages m join own on own.id = m.campaign
        where m.state = 'in_doubt') as mails_in_doubt
     from outreach.posts p join own on own.id = p.campaign`,
    [SAMPLE_CAMPAIGN],
  );
  const { posts_due = 0, posts_in_doubt = 0, mails_in_doubt = 0 } = waiting ?? {};
  const held = await heldMails(sql, given.nowIso, given.hasMailServer, SAMPLE_CAMPAIGN);
  const observed = posts_due + posts_in_doubt + mails_in_doubt + held;
  if (observed === 0) return { status: 'pass', detail: 'no post and no mail waits for you', observed };
  const parts = [
    ...said(posts_due, 'post', 'to paste', 'studio post list --state due'),
    ...said(posts_in_doubt, 'post', 'in doubt', 'studio post list --state in-doubt'),
    ...said(mails_in_doubt, 'mail', 'in doubt', 'studio outreach mails list --state in-doubt'),
    ...(given.hasMailServer
      ? said(held, 'mail', 'that the mail server did not take yet', 'studio outreach doctor')
      : said(held, 'mail', 'due, and no mail server is set', 'studio outreach doctor')),
  ];
  return { status: 'warn', detail: parts.join('; '), observed };
}

const said = (n: number, noun: string, what: string, command: string): string[] =>
  n === 0 ? [] : [`${n} ${noun}${n === 1 ? '' : 's'} ${what}: ${command}`];
