/**
 * Brings posts out on their minute, once. With a token LinkedIn is asked; without one, or when it refuses, the person
 * gets a card to paste, and says where the post stands. A post whose end nobody saw is in doubt and is never sent again
 * by itself. What is too late expires: no post comes out on another day than it was written for.
 */
import type { PostCard, PostState } from '@sacred-qa/contracts/campaign';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { createOutbox, Onlookers } from '../outbox.ts';
import { endFinished, isOver } from '../sending/sending.repo.ts';
import type { LinkedIn, PublishOutcome } from './linkedin.ts';
import { addressOfUrn, COMPOSER_URL, readPostAddress } from './post-address.ts';
import * as rows from './posts.repo.ts';

export interface PostsDeps {
  db: Database;
  clock: Clock;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  /** Told when a post waits for the person, or a campaign ends, which are no events for the Studio. */
  onlookers?: Onlookers;
  log: (line: Record<string, unknown>) => void;
  /** Null when no token is configured. */
  linkedin: LinkedIn | null;
  /** Names this process in rows. */
  owner: string;
}

export type PostsService = ReturnType<typeof createPostsService>;

/** A campaign that may still be planned anew would forget what a person says of its posts. */
const STARTED = ['running', 'paused', 'cancelled', 'done'];
/** A publisher that says nothing for so long has died: our own limit for one post is a fraction of it. */
const DEAD_AFTER_MS = 10 * 60_000;
/** After a day a look would not find what was not there before. */
const LOOK_FOR_MS = 24 * 3_600_000;
const LOOK_YOURSELF = 'Look at your page, then say: studio post settle';

type Named = Pick<rows.DuePost, 'id' | 'campaign' | 'name'>;

export function createPostsService(deps: PostsDeps) {
  const { db, clock, outbox, linkedin } = deps;
  const nowIso = (): string => isoOf(clock.now());
  let mayLook = true;
  /** How posts ended whose rows do not say so yet, because the store was away. */
  const ended = new Map<string, { post: rows.DuePost; outcome: PublishOutcome }>();

  async function postOf(tx: Sql, idOrName: string): Promise<PostCard> {
    const post = await rows.postOf(tx, idOrName);
    if (post === null) {
      throw new StudioError('not_found', `There is no post ${idOrName}. See: studio post list.`);
    }
    return post;
  }

  async function publish(
    tx: Sql,
    { id, campaign, name }: Named,
    where: { url: string | null; urn: string | null },
    by: 'network' | 'lookup' | 'person',
  ): Promise<void> {
    await rows.markPublished(tx, { id, ...where, by, at: nowIso() });
    await outbox.enqueue(tx, { kind: 'post.published', post: id, campaign, name, url: where.url });
  }

  async function doubt(tx: Sql, { id, campaign, name }: Named, why: string, urn: string | null): Promise<void> {
    const note = `${why} ${LOOK_YOURSELF} ${name} posted, or not-posted.`;
    await rows.markInDoubt(tx, { id, why: note, urn, url: urn === null ? null : addressOfUrn(urn) });
    await outbox.enqueue(tx, { kind: 'post.in_doubt', post: id, campaign, name });
  }

  async function handToPerson(tx: Sql, id: string, why: string | null): Promise<void> {
    await rows.handToPerson(tx, id, why);
    await deps.onlookers?.publish(tx, [{ kind: 'outreach', what: 'post.due' }]);
  }

  /** The next due post, as a card or as one under way in our name; null when nothing is due. */
  async function claim(tx: Sql): Promise<{ post: rows.DuePost; byNetwork: boolean } | null> {
    const post = await rows.nextDue(tx, nowIso());
    if (post === null) return null;
    if (linkedin === null) await handToPerson(tx, post.id, null);
    else await rows.markPublishing(tx, post.id, deps.owner, nowIso());
    return { post, byNetwork: linkedin !== null };
  }

  async function settleEnded({ post, outcome }: { post: rows.DuePost; outcome: PublishOutcome }): Promise<void> {
    await db.transaction((tx) => settleOutcome(tx, post, outcome));
    ended.delete(post.id);
    deps.log({ level: outcome.kind === 'published' ? 'info' : 'warn', event: `post_${outcome.kind}`, post: post.id });
  }

  async function settleOutcome(tx: Sql, post: rows.DuePost, outcome: PublishOutcome): Promise<void> {
    if (!(await rows.mayEnd(tx, post.id, deps.owner, outcome.kind))) return;
    const waits = outcome.kind === 'refused' || outcome.kind === 'later';
    if (waits && (await isOver(tx, post.campaign))) return rows.cancel(tx, post.id, outcome.why);
    switch (outcome.kind) {
      case 'published': {
        const { urn } = outcome;
        return publish(tx, post, { urn, url: urn === null ? null : addressOfUrn(urn) }, 'network');
      }
      case 'in_doubt':
        return doubt(tx, post, outcome.why, outcome.urn);
      case 'refused':
        return handToPerson(tx, post.id, outcome.why);
      case 'later': {
        const again = isoOf(clock.now() + outcome.afterMs);
        // There would be no time left for it: the person still can.
        if (again > post.not_after) await handToPerson(tx, post.id, outcome.why);
        else await rows.putBack(tx, post.id, again, outcome.why);
      }
    }
  }

  /** Posts of which nobody will tell how they ended: those of a process that died, and our own when none is under way. */
  async function recover(tx: Sql): Promise<void> {
    // An embedded store has one owner: whatever is under way in the name of another was cut short.
    const before = db.kind === 'embedded' ? nowIso() : isoOf(clock.now() - DEAD_AFTER_MS);
    for (const post of await rows.cutShort(tx, deps.owner, before)) {
      await doubt(tx, post, 'The studio stopped while LinkedIn was asked.', null);
    }
  }

  return {
    list: (state: PostState | null, after: string | null, limit: number) => rows.listPosts(db, state, after, limit),

    /** With the text to paste, and where. */
    show: (idOrName: string) =>
      db.transaction(async (tx) => ({ ...(await postOf(tx, idOrName)), composer_url: COMPOSER_URL })),

    /** One look at the clock: what is too late expires, what is due is published or handed to the person. */
    async runDue(signal?: AbortSignal): Promise<void> {
      db.assertWritable();
      for (const known of [...ended.values()]) await settleEnded(known);
      await db.transaction(async (tx) => {
        await recover(tx);
        const expired = await rows.expireLate(tx, nowIso());
        if (expired > 0) await deps.onlookers?.publish(tx, [{ kind: 'outreach', what: 'post.expired' }]);
      });
      while (signal?.aborted !== true) {
        const claimed = await db.transaction(claim);
        if (claimed === null) break;
        const { post, byNetwork } = claimed;
        if (byNetwork && linkedin !== null) {
          const link = post.link === null ? null : { url: post.link, title: post.title };
          const outcome = await linkedin.publish({ text: post.text, link });
          ended.set(post.id, { post, outcome });
          await settleEnded({ post, outcome });
        } else deps.log({ level: 'info', event: 'post_due', post: post.id });
      }
      await db.transaction((tx) => endFinished(tx, nowIso(), deps.onlookers));
    },

    /**
     * Looks on the author's page for posts in doubt, where the token may. One that is there was published; one that is
     * not found stays in doubt, for the page can lag behind.
     */
    async lookOnPage(signal?: AbortSignal): Promise<number> {
      if (linkedin === null || !mayLook) return 0;
      let found = 0;
      for (const { id, text, publishing_at } of await rows.inDoubt(db, isoOf(clock.now() - LOOK_FOR_MS))) {
        if (signal?.aborted === true) break;
        const seen = await linkedin.find(text, Date.parse(publishing_at));
        if (seen.kind === 'not_permitted') {
          mayLook = false;
          break;
        }
        if (seen.kind === 'absent') continue;
        await db.transaction(async (tx) => {
          const post = await postOf(tx, id);
          if (post.state !== 'in_doubt') return;
          await publish(tx, post, { urn: seen.urn, url: addressOfUrn(seen.urn) }, 'lookup');
          found += 1;
        });
      }
      return found;
    },

    /** The person says where the post stands. Throws `validation_failed` for another address, `conflict` for a state. */
    async done(idOrName: string, address: string) {
      db.assertWritable();
      const found = addressOf(address);
      return db.transaction(async (tx) => {
        const post = await postOf(tx, idOrName);
        if (post.state === 'published' && post.url === found.url) return post;
        if (post.state === 'published' || post.state === 'publishing') {
          throw new StudioError('conflict', `Post ${post.name} is ${post.state}${post.url ? ` at ${post.url}` : ''}.`);
        }
        if (!STARTED.includes(post.campaign_state)) {
          throw new StudioError('conflict', `Campaign ${post.campaign_name} was not started; start it first.`);
        }
        await publish(tx, post, found, 'person');
        await endFinished(tx, nowIso(), deps.onlookers);
        return postOf(tx, post.id);
      });
    },

    /** The person has looked. One that is not there waits again while its time lasts; else it expires. */
    async settle(idOrName: string, posted: boolean, address: string | null) {
      db.assertWritable();
      const found = address === null ? null : addressOf(address);
      return db.transaction(async (tx) => {
        const post = await postOf(tx, idOrName);
        if (post.state !== 'in_doubt') {
          throw new StudioError('conflict', `Post ${post.name} is ${post.state}, not in doubt.`);
        }
        const open = ['running', 'paused'].includes(post.campaign_state) && post.not_after >= nowIso();
        if (posted) await publish(tx, post, found ?? { url: post.url, urn: post.urn }, 'person');
        else await rows.reopen(tx, post.id, open ? 'planned' : 'expired');
        await endFinished(tx, nowIso(), deps.onlookers);
        return postOf(tx, post.id);
      });
    },
  };
}

function addressOf(given: string): { url: string; urn: string | null } {
  const found = readPostAddress(given);
  if (found !== null) return found;
  throw new StudioError('validation_failed', 'This is no address of a LinkedIn post.', {
    errors: [{ pointer: '/url', detail: 'Copy it from the post: its menu, “Copy link to post”.' }],
  });
}
