/** The rows of posts: what is due, what is too late, and what a person is shown of one. */
import type { PostCard, PostView } from '@sacred-qa/contracts/campaign';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { PublishOutcome } from './linkedin.ts';

const SHOWN = `p.id, p.campaign, c.name as campaign_name, c.state as campaign_state, c.week_of::text as week_of, p.name, p.title,
  p.state, ${isoSql('p.due_at')} as due_at, ${isoSql('p.not_after')} as not_after, ${isoSql('p.posted_at')} as posted_at,
  p.url, p.urn, p.settled_by, p.note`;

/** Newest first. */
export const listPosts = (sql: Sql, state: string | null, after: string | null, limit: number): Promise<PostView[]> =>
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

export type DuePost = Pick<PostCard, 'id' | 'campaign' | 'name' | 'title' | 'text' | 'link' | 'not_after'>;

/** The oldest due post that nobody else works on, locked; one whose time ran out while another was published is none. */
export async function nextDue(tx: Sql, nowIso: string): Promise<DuePost | null> {
  const [row] = await tx.query<DuePost>(
    `select p.id, p.campaign, p.name, p.title, p.text, p.link, ${isoSql('p.not_after')} as not_after
     from outreach.posts p join outreach.campaigns c on c.id = p.campaign and c.state = 'running'
     where p.state = 'planned' and p.due_at <= $1 and p.not_after >= $1 and coalesce(p.next_try_at, p.due_at) <= $1
     order by p.due_at, p.id limit 1 for update of p skip locked`,
    [nowIso],
  );
  return row ?? null;
}

/** Gives it to the person as a card; `why` when the network refused it. */
export const handToPerson = (tx: Sql, id: string, why: string | null) =>
  tx.query(`update outreach.posts set state = 'due', note = $2, leased_by = null where id = $1`, [id, why]);

export const markPublishing = (tx: Sql, id: string, owner: string, at: string) =>
  tx.query(`update outreach.posts set state = 'publishing', publishing_at = $3, leased_by = $2 where id = $1`, [
    ...[id, owner, at],
  ]);

/** Back to wait, to be tried again at `at`. */
export const putBack = (tx: Sql, id: string, at: string, why: string) =>
  tx.query(
    `update outreach.posts set state = 'planned', next_try_at = $2, note = $3, publishing_at = null, leased_by = null
     where id = $1`,
    [id, at, why],
  );

/** Its campaign was ended while the network was asked, and it did not come out. */
export async function cancel(tx: Sql, id: string, why: string): Promise<void> {
  await tx.query(`update outreach.posts set state = 'cancelled', note = $2, leased_by = null where id = $1`, [id, why]);
}

export const markInDoubt = (tx: Sql, given: { id: string; why: string; urn: string | null; url: string | null }) =>
  tx.query(
    `update outreach.posts set state = 'in_doubt', note = $2, urn = $3, url = $4, leased_by = null where id = $1`,
    [...[given.id, given.why, given.urn, given.url]],
  );

/** Posts of which nobody will tell how they ended: those of other owners that began before `before`, and all of `owner`. */
export const cutShort = (
  tx: Sql,
  owner: string,
  before: string,
): Promise<{ id: string; campaign: string; name: string }[]> =>
  tx.query(
    `select id, campaign, name from outreach.posts
     where state = 'publishing' and (leased_by = $1 or publishing_at <= $2) for update skip locked`,
    [owner, before],
  );

/**
 * Whether what we know of a post's end may be written, with its row locked: it is still under way in our name, or others
 * took us for dead and only doubt.
 */
export async function mayEnd(tx: Sql, id: string, owner: string, outcome: PublishOutcome['kind']): Promise<boolean> {
  const [row] = await tx.query<{ ours: boolean; doubted: boolean }>(
    `select state = 'publishing' and leased_by = $2 as ours, state = 'in_doubt' as doubted
     from outreach.posts where id = $1 for update`,
    [id, owner],
  );
  return row?.ours === true || (row?.doubted === true && outcome === 'published');
}

/** Posts in doubt that were tried since then. */
export const inDoubt = (sql: Sql, since: string): Promise<{ id: string; text: string; publishing_at: string }[]> =>
  sql.query(
    `select id, text, ${isoSql('publishing_at')} as publishing_at from outreach.posts
     where state = 'in_doubt' and publishing_at >= $1 order by publishing_at`,
    [since],
  );

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

/** Not there after all: it waits as before, or is over. */
export const reopen = (tx: Sql, id: string, state: 'planned' | 'expired') =>
  tx.query(
    `update outreach.posts set state = $2, note = null, urn = null, url = null, publishing_at = null, next_try_at = null
     where id = $1`,
    [id, state],
  );
