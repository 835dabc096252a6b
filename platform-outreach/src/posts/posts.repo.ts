/** The rows of posts: what is due, what is too late, and what a person is shown of one. */
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

export type PostState = 'planned' | 'due' | 'publishing' | 'published' | 'in_doubt' | 'expired' | 'cancelled';

/** A post as lists and commands show it. */
export interface PostRow {
  id: string;
  campaign: string;
  campaign_name: string;
  campaign_state: string;
  week_of: string;
  name: string;
  title: string;
  state: PostState;
  due_at: string;
  not_after: string;
  posted_at: string | null;
  url: string | null;
  urn: string | null;
  settled_by: string | null;
  note: string | null;
}

export interface PostCard extends PostRow {
  text: string;
  link: string | null;
}

const SHOWN = `p.id, p.campaign, c.name as campaign_name, c.state as campaign_state, c.week_of::text as week_of, p.name, p.title,
  p.state, ${isoSql('p.due_at')} as due_at, ${isoSql('p.not_after')} as not_after, ${isoSql('p.posted_at')} as posted_at,
  p.url, p.urn, p.settled_by, p.note`;

/** Newest first. */
export const listPosts = (sql: Sql, state: string | null, after: string | null, limit: number): Promise<PostRow[]> =>
  sql.query(
    `select ${SHOWN} from outreach.posts p join outreach.campaigns c on c.id = p.campaign
     where ($1::text is null or p.state = $1) and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`,
    [state, after, limit],
  );

/** By its id, or by its name in the newest week that has one; locked. */
export async function postOf(tx: Sql, idOrName: string): Promise<PostCard | null> {
  const [row] = await tx.query<PostCard>(
    `select ${SHOWN}, p.text, p.link from outreach.posts p join outreach.campaigns c on c.id = p.campaign
     where p.id::text = lower($1) or p.name = $1 order by p.due_at desc limit 1 for update of p`,
    [idOrName],
  );
  return row ?? null;
}

/** Nothing is published late, and no card asks for it. Answers how many were too late. */
export async function expireLate(tx: Sql, nowIso: string): Promise<number> {
  const late = await tx.query(
    `update outreach.posts p set state = 'expired', note = coalesce(p.note || ' ', '') || 'Its time passed before it was published.'
     from outreach.campaigns c where c.id = p.campaign and p.not_after < $1
       and (p.state = 'due' or (p.state = 'planned' and c.state = 'running')) returning p.id`,
    [nowIso],
  );
  return late.length;
}

/** Gives what is due to the person. Answers the names. */
export async function handToPerson(tx: Sql, nowIso: string): Promise<{ id: string; name: string }[]> {
  return tx.query(
    `update outreach.posts p set state = 'due' from outreach.campaigns c
     where c.id = p.campaign and c.state = 'running' and p.state = 'planned' and p.due_at <= $1 returning p.id, p.name`,
    [nowIso],
  );
}

export async function markPublished(
  tx: Sql,
  given: { id: string; url: string | null; urn: string | null; by: 'network' | 'lookup' | 'person'; at: string },
): Promise<void> {
  await tx.query(
    `update outreach.posts set state = 'published', url = $2, urn = $3, settled_by = $4, posted_at = $5, note = null,
       leased_by = null where id = $1`,
    [given.id, given.url, given.urn, given.by, given.at],
  );
}
