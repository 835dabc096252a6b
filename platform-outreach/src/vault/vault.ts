/**
 * Seals what tells of a person, each under a key of its own, and makes the blind indexes by which it is found again.
 * An owner is a UUID: the prospect's id; or, where nobody is known yet, the id of the row itself.
 */
import { createHmac, hash, hkdfSync } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { openBox, sealBox } from './box.ts';
import { foldAddress } from './fold-address.ts';
import type { KeyRing } from './key-ring.ts';

export type Vault = Awaited<ReturnType<typeof openVault>>;

/** Which column a box belongs to: a box moved to another one does not open. */
export type SealedColumn =
  | 'prospects.sealed'
  | 'consents.sealed'
  | 'suppressions.sealed'
  | 'csv_bases.sealed'
  | 'messages.mime_sealed'
  | 'messages.smtp_reply_sealed'
  | 'links.sealed'
  | 'inbound.raw_sealed'
  | 'bookings.sealed'
  | 'cal_deliveries.sealed';

export interface Box {
  owner: string;
  column: SealedColumn;
  sealed: Uint8Array;
}

/** The owner of the key that makes blind indexes and tokens: no person's, and never destroyed. */
const HOUSE = '00000000-0000-0000-0000-000000000000';

export async function openVault(deps: { ring: KeyRing; db: Database }) {
  const { ring, db } = deps;
  const houseKey = await db.transaction((tx) => houseKeyOf(tx, ring));

  /** Null in the place of a box whose key was destroyed. Throws `internal` when a box was changed. */
  async function openAll(tx: Sql, boxes: readonly Box[]): Promise<(Buffer | null)[]> {
    const keys = await ring.read(tx, [...new Set(boxes.map((box) => box.owner))]);
    return boxes.map(({ owner, column, sealed }) => {
      const key = keys.get(owner);
      if (key === undefined) return null;
      const plain = openBox(key, sealed, contextOf(owner, column));
      if (plain === null)
        throw new StudioError('internal', `A box of ${column} does not open: its bytes were changed.`);
      return plain;
    });
  }

  return {
    /** Makes keys for new owners. Call it in the transaction that inserts their rows, before `seal`. */
    admit: (tx: Sql, owners: readonly string[]): Promise<void> => ring.create(tx, owners),

    /** Throws `conflict` when the owner has no key: the person was erased, and nothing about them is kept again. */
    async seal(tx: Sql, owner: string, column: SealedColumn, plain: string | Uint8Array): Promise<Buffer> {
      const key = (await ring.read(tx, [owner])).get(owner);
      if (key === undefined) throw new StudioError('conflict', 'This person was erased; nothing about them is kept.');
      return sealBox(key, typeof plain === 'string' ? Buffer.from(plain) : plain, contextOf(owner, column));
    },

    /** Null when the key was destroyed: what it sealed can no longer be read by anybody. */
    async open(tx: Sql, owner: string, column: SealedColumn, sealed: Uint8Array): Promise<Buffer | null> {
      const [plain] = await openAll(tx, [{ owner, column, sealed }]);
      return plain ?? null;
    },

    openAll,

    /** Destroys the keys, and with them every copy of what they sealed. Cannot be undone. */
    destroy: (tx: Sql, owners: readonly string[]): Promise<void> => ring.destroy(tx, owners),

    /**
     * A keyed fingerprint by which a value is found without being readable. `kind` keeps values of different sorts
     * apart. An address is folded first, so that it is the same however it was typed.
     */
    index(kind: 'email' | 'domain' | 'message_id', value: string): string {
      const folded = kind === 'message_id' ? value.trim() : foldAddress(value);
      return createHmac('sha256', houseKey).update(`${kind}\n${folded}`).digest('base64url');
    },

    /** 32 bytes for signing tokens of one purpose, such as links that are clicked; the same at each start. */
    tokenKey: (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', houseKey, '', `token ${purpose}`, 32)),
  };
}

/** Throws `conflict` when the store was written with other keys than these. */
async function houseKeyOf(tx: Sql, ring: KeyRing): Promise<Buffer> {
  const [mark] = await tx.query<{ fingerprint: string }>('select fingerprint from outreach.vault_mark');
  if (mark === undefined) await ring.create(tx, [HOUSE]);
  const key = (await ring.read(tx, [HOUSE])).get(HOUSE);
  const fingerprint = key === undefined ? '' : hash('sha256', key).slice(0, 16);
  if (key === undefined || (mark !== undefined && mark.fingerprint !== fingerprint)) {
    throw new StudioError(
      'conflict',
      'The keys of the persons in this store are missing or are those of another one. Put the folder keys of its data folder back; where several hosts share a server, give each the same STUDIO_MASTER_KEY.',
    );
  }
  if (mark === undefined)
    await tx.query('insert into outreach.vault_mark (fingerprint) values ($1) on conflict do nothing', [fingerprint]);
  return key;
}

const contextOf = (owner: string, column: SealedColumn): string => `${column} ${owner}`;

/** For what may be left out: `vault.seal(…).catch(nullWhenErased)` is null for one whose key was destroyed. */
export function nullWhenErased(error: unknown): null {
  if (error instanceof StudioError && error.code === 'conflict') return null;
  throw error;
}
