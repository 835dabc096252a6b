/** Browsers that signed in. A session is a random token, kept only as SHA-256; it ends by itself, by sign-out, and with its key. */
import { hash, randomBytes } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import type { KeyScope, KeysService } from '../keys/keys.service.ts';

export const SESSION_S = 7 * 24 * 3600;
const TICKET_MS = 15 * 60 * 1000;

export type SessionsService = ReturnType<typeof createSessionsService>;

export function createSessionsService(deps: { db: Database; clock: Clock; keys: Pick<KeysService, 'findByHash'> }) {
  const { db, clock, keys } = deps;
  /** Hash of a ticket to the key it signs in with. In memory: it is printed by this process and used up within minutes. */
  const tickets = new Map<string, { key: string; untilMs: number }>();

  return {
    /** A word that signs one browser in, once, within a quarter of an hour: for the link that a start prints. */
    mintTicket(key: string): string {
      const ticket = randomBytes(18).toString('base64url');
      tickets.set(hash('sha256', ticket), { key, untilMs: clock.now() + TICKET_MS });
      return ticket;
    },

    /** Answers the session's token, which is told only now. Throws `unauthenticated`. */
    async signIn(given: { key: string } | { ticket: string }): Promise<string> {
      if ('key' in given) return begin(given.key);
      const taken = takeTicket(given.ticket);
      return begin(taken.key).catch((fault: unknown) => {
        // Nobody was signed in with it.
        tickets.set(hash('sha256', given.ticket), taken);
        throw fault;
      });
    },

    async signOut(token: string): Promise<void> {
      await db.query('delete from sessions where sha256 = $1', [hash('sha256', token)]);
    },

    /** The key of a session that is still good. */
    async findByHash(sha256: string): Promise<{ id: string; scope: KeyScope } | null> {
      const [row] = await db.query<{ id: string; scope: KeyScope }>(
        `select k.id, k.scope from sessions s join api_keys k on k.id = s.key_id
         where s.sha256 = $1 and s.expires_at > $2 and k.revoked_at is null`,
        [sha256, isoOf(clock.now())],
        'session-by-hash',
      );
      return row ?? null;
    },

    async prune(): Promise<void> {
      for (const [ticket, { untilMs }] of tickets) if (untilMs < clock.now()) tickets.delete(ticket);
      await db.query('delete from sessions where expires_at < $1', [isoOf(clock.now())]);
    },
  };

  async function begin(key: string): Promise<string> {
    const known = await keys.findByHash(hash('sha256', key));
    if (known === null) throw new StudioError('unauthenticated', 'This key is not known, or it was revoked.');
    const token = randomBytes(32).toString('base64url');
    const now = clock.now();
    await db.query('insert into sessions (sha256, key_id, created_at, expires_at) values ($1, $2, $3, $4)', [
      hash('sha256', token),
      known.id,
      isoOf(now),
      isoOf(now + SESSION_S * 1000),
    ]);
    return token;
  }

  function takeTicket(ticket: string): { key: string; untilMs: number } {
    const sha256 = hash('sha256', ticket);
    const found = tickets.get(sha256);
    tickets.delete(sha256);
    if (found !== undefined && found.untilMs > clock.now()) return found;
    throw new StudioError('unauthenticated', 'This link was used before, or it is older than a quarter of an hour.');
  }
}
