/** API keys: minted once, shown once, kept only as SHA-256. */
import { hash, randomBytes } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

export type KeyScope = 'read' | 'write' | 'admin';

export interface KeyView {
  id: string;
  label: string;
  scope: KeyScope;
  created_at: string;
  revoked_at: string | null;
}

/** Ids of keys that processes of the studio mint for themselves; those of persons never begin so. */
const OWN_KEY = 'sqs_own_';

export type KeysService = ReturnType<typeof createKeysService>;

export function createKeysService(deps: { db: Database; clock: Clock }) {
  const { db, clock } = deps;

  async function mint(label: string, scope: KeyScope): Promise<{ key: string; view: KeyView }> {
    return insert(`sqs_${randomBytes(6).toString('hex')}`, label, scope);
  }

  async function insert(id: string, label: string, scope: KeyScope) {
    const key = `${id}_${randomBytes(32).toString('base64url')}`;
    const createdAt = isoOf(clock.now());
    await db.query('insert into api_keys (id, label, sha256, scope, created_at) values ($1, $2, $3, $4, $5)', [
      id,
      label,
      hash('sha256', key),
      scope,
      createdAt,
    ]);
    return { key, view: { id, label, scope, created_at: createdAt, revoked_at: null } };
  }

  return {
    /** The key itself is in the answer and nowhere else. */
    mint,

    /** A key for a process of the studio itself. */
    mintOwn: (label: string, scope: KeyScope) => insert(`${OWN_KEY}${randomBytes(6).toString('hex')}`, label, scope),

    /** Ends one of them, or all. No row stays, so that starts and ends of processes do not pile up in the list. */
    async dropOwn(id: string | null): Promise<void> {
      await db.query('delete from api_keys where starts_with(id, $1) and ($2::text is null or id = $2)', [OWN_KEY, id]);
    },

    /** The secret that signs cursors; one for all processes of a store, made at the first start. */
    async cursorSecret(): Promise<Buffer> {
      await db.query(
        `insert into settings (name, value) values ('cursor_secret', to_jsonb($1::text)) on conflict (name) do nothing`,
        [randomBytes(32).toString('hex')],
      );
      const [row] = await db.query<{ value: string }>(`select value from settings where name = 'cursor_secret'`);
      return Buffer.from(row?.value ?? '', 'hex');
    },

    async list(): Promise<KeyView[]> {
      return db.query<KeyView>(
        `select id, label, scope, ${isoSql('created_at')} as created_at, ${isoSql('revoked_at')} as revoked_at
         from api_keys order by created_at, id`,
      );
    },

    async revoke(id: string): Promise<void> {
      const rows = await db.query(
        'update api_keys set revoked_at = $2 where id = $1 and revoked_at is null returning id',
        [id, isoOf(clock.now())],
      );
      if (rows.length === 0) throw new StudioError('not_found', `There is no key ${id} that could be revoked.`);
    },

    async findByHash(sha256: string): Promise<{ id: string; scope: KeyScope } | null> {
      const [row] = await db.query<{ id: string; scope: KeyScope }>(
        'select id, scope from api_keys where sha256 = $1 and revoked_at is null',
        [sha256],
        'key-by-hash',
      );
      return row ?? null;
    },
  };
}
