/** Keeps what a request with an Idempotency-Key was answered, so that its retry gets the same answer. */

import type { Database } from '@sacred-qa/foundation/database';
import type { IdempotencyEntry, IdempotencyStore } from '@sacred-qa/foundation/http/idempotency';

interface Row {
  request_hash: string;
  state: string;
  status: number | null;
  response: string | null;
  content_type: string | null;
}

const byKey = (entry: IdempotencyEntry) => [entry.keyId, entry.method, entry.path, entry.key];

export function createIdempotencyStore(deps: {
  db: Database;
}): IdempotencyStore & { prune(nowIso: string): Promise<void> } {
  const { db } = deps;
  return {
    async begin(entry) {
      const inserted = await db.query(
        `insert into idempotency_keys (key_id, method, path, key, request_hash, state, created_at, expires_at)
         values ($1, $2, $3, $4, $5, 'in_progress', $6, $7)
         on conflict (key_id, method, path, key) do update set request_hash = excluded.request_hash, state = 'in_progress',
           created_at = excluded.created_at, expires_at = excluded.expires_at
           where idempotency_keys.expires_at < excluded.created_at
         returning key`,
        [...byKey(entry), entry.requestHash, entry.nowIso, entry.heldUntilIso],
      );
      if (inserted.length > 0) return { kind: 'new' };
      const [row] = await db.query<Row>(
        `select request_hash, state, status, response, content_type from idempotency_keys
         where key_id = $1 and method = $2 and path = $3 and key = $4`,
        byKey(entry),
      );
      if (row === undefined) return { kind: 'in_progress' };
      if (row.request_hash !== entry.requestHash) return { kind: 'mismatch' };
      if (row.state !== 'done') return { kind: 'in_progress' };
      return {
        kind: 'done',
        status: row.status ?? 200,
        contentType: row.content_type ?? 'application/json',
        response: row.response ?? '',
      };
    },

    async finish(entry, answer) {
      await db.query(
        `update idempotency_keys set state = 'done', status = $5, response = $6, content_type = $7, expires_at = $8
         where key_id = $1 and method = $2 and path = $3 and key = $4`,
        [...byKey(entry), answer.status, answer.response, answer.contentType, entry.expiresAtIso],
      );
    },

    async abandon(entry) {
      await db.query(
        'delete from idempotency_keys where key_id = $1 and method = $2 and path = $3 and key = $4',
        byKey(entry),
      );
    },

    async prune(nowIso) {
      await db.query('delete from idempotency_keys where expires_at < $1', [nowIso]);
    },
  };
}
