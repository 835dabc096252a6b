/**
 * Brings posts out on their minute. Without a token the person gets a card to paste when it is time, and says where the
 * post stands afterwards. What is too late expires: no post comes out on another day than it was written for.
 */
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { createOutbox } from '../outbox.ts';
import { endFinished } from '../sending/sending.repo.ts';
import { COMPOSER_URL, readPostAddress } from './post-address.ts';
import * as rows from './posts.repo.ts';

export interface PostsDeps {
  db: Database;
  clock: Clock;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  log: (line: Record<string, unknown>) => void;
}

export type PostsService = ReturnType<typeof createPostsService>;

/** A campaign that may still be planned anew would forget what a person says of its posts. */
const STARTED = ['running', 'paused', 'cancelled', 'done'];

export function createPostsService(deps: PostsDeps) {
  const { db, clock, outbox } = deps;
  const nowIso = (): string => isoOf(clock.now());

  async function postOf(tx: Sql, idOrName: string): Promise<rows.PostCard> {
    const post = await rows.postOf(tx, idOrName);
    if (post === null) {
      throw new StudioError('not_found', `There is no post ${idOrName}. See: studio post list.`);
    }
    return post;
  }

  return {
    list: (state: rows.PostState | null, after: string | null, limit: number) =>
      rows.listPosts(db, state, after, limit),

    /** With the text to paste, and where. */
    show: (idOrName: string) =>
      db.transaction(async (tx) => ({ ...(await postOf(tx, idOrName)), composer_url: COMPOSER_URL })),

    /** One look at the clock: what is too late expires, what is due is published or handed to the person. */
    async runDue(): Promise<void> {
      db.assertWritable();
      const handed = await db.transaction(async (tx) => {
        const now = nowIso();
        await rows.expireLate(tx, now);
        const due = await rows.handToPerson(tx, now);
        await endFinished(tx, now);
        return due;
      });
      for (const { id, name } of handed) deps.log({ level: 'info', event: 'post_due', post: id, name });
    },

    /** The person says where the post stands. Throws `validation_failed` for another address, `conflict` for a state. */
    async done(idOrName: string, address: string) {
      db.assertWritable();
      const found = readPostAddress(address);
      if (found === null) {
        throw new StudioError('validation_failed', 'This is no address of a LinkedIn post.', {
          errors: [{ pointer: '/url', detail: 'Copy it from the post: its menu, “Copy link to post”.' }],
        });
      }
      return db.transaction(async (tx) => {
        const post = await postOf(tx, idOrName);
        if (post.state === 'published' && post.url === found.url) return post;
        if (post.state === 'published' || post.state === 'publishing') {
          throw new StudioError('conflict', `Post ${post.name} is ${post.state}${post.url ? ` at ${post.url}` : ''}.`);
        }
        if (!STARTED.includes(post.campaign_state)) {
          throw new StudioError('conflict', `Campaign ${post.campaign_name} was not started; start it first.`);
        }
        const { id, campaign, name } = post;
        await rows.markPublished(tx, { id, ...found, by: 'person', at: nowIso() });
        await outbox.enqueue(tx, { kind: 'post.published', post: id, campaign, name, url: found.url });
        await endFinished(tx, nowIso());
        return postOf(tx, id);
      });
    },
  };
}
