/** What a restored back-up cannot know: whatever was due since it was written may have left, and nobody can tell. */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import type { createOutbox } from './outbox.ts';
import { SAMPLE_CAMPAIGN } from './sample/sample-names.ts';

export interface Held {
  /** Names of campaigns that ran when the back-up was written; they are paused now. */
  paused: string[];
  /** How many were due since, and are in doubt now. */
  mails: number;
  posts: number;
}

/** One that was only approved may have been started since. */
const MAY_HAVE_RUN = `c.state in ('approved', 'running', 'paused') and c.name <> '${SAMPLE_CAMPAIGN}'`;
const NOTE = 'A back-up was restored. Look at your page, then say: studio post settle';

/** Call it once, before the store is served. What is not due yet cannot have left, and waits as it did. */
export async function holdRestored(deps: {
  db: Database;
  clock: Clock;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
}): Promise<Held> {
  const { db, outbox } = deps;
  const now = isoOf(deps.clock.now());
  return db.transaction(async (tx) => {
    const mails = await tx.query<{ mail: string; batch: string; campaign: string; prospectId: string }>(
      `update outreach.messages m set state = 'in_doubt', sending_at = m.send_at, settled_by = null
       from outreach.campaigns c, outreach.prospects p where c.id = m.campaign and p.id = m.prospect and ${MAY_HAVE_RUN}
         and m.state = 'reserved' and m.send_at <= $1
       returning m.id as mail, m.batch, m.campaign, p.prospect_id as "prospectId"`,
      [now],
    );
    const batches = await tx.query<{ batch: string; campaign: string; name: string; mails: number }>(
      `update outreach.batches b set state = 'running' where b.state = 'planned' and b.id = any($1::uuid[])
       returning b.id as batch, b.campaign, b.name,
         (select count(*)::int from outreach.messages o where o.batch = b.id and o.step = 1) as mails`,
      [mails.map(({ batch }) => batch)],
    );
    const posts = await tx.query<{ post: string; campaign: string; name: string }>(
      `update outreach.posts p set state = 'in_doubt', publishing_at = p.due_at, note = $2 || ' ' || p.name || ' posted, or not-posted.'
       from outreach.campaigns c where c.id = p.campaign and ${MAY_HAVE_RUN} and p.state = 'planned' and p.due_at <= $1
       returning p.id as post, p.campaign, p.name`,
      [now, NOTE],
    );
    const paused = await tx.query<{ name: string }>(
      `update outreach.campaigns c set state = 'paused', updated_at = $1
       where c.state = 'running' and ${MAY_HAVE_RUN} returning c.name`,
      [now],
    );
    for (const batch of batches) await outbox.enqueue(tx, { kind: 'batch.started', ...batch });
    for (const mail of mails) await outbox.enqueue(tx, { kind: 'mail.in_doubt', ...mail });
    for (const post of posts) await outbox.enqueue(tx, { kind: 'post.in_doubt', ...post });
    return { paused: paused.map(({ name }) => name), mails: mails.length, posts: posts.length };
  });
}
