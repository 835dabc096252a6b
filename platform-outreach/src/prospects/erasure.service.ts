/**
 * Erasure: the person's keys are destroyed, and with them every copy of what they sealed, also in back-ups and old
 * pages of the database. Counts, lineage and hash chains stay, because they never held more than a prospect_id.
 */
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { createOutbox } from '../outbox.ts';
import type { UntilNothingIsUnderWay } from '../sending/under-way.ts';
import type { SuppressionsService } from '../suppressions/suppressions.service.ts';
import type { Vault } from '../vault/vault.ts';
import type { SheetService } from './sheet.service.ts';

export interface Erased {
  prospect_id: string;
  /** Whether the person's row is out of the sheet. If not, the next merge that can be done takes it out. */
  sheet: 'cleaned' | 'open_elsewhere' | 'unreadable';
  sheet_detail: string | null;
}

export type ErasureService = ReturnType<typeof createErasureService>;

/**
 * Boxes of a person, emptied as well: what nobody can read need not be kept. A mail of theirs is still known again by
 * the keyed index of its id, so that a mailbox which is read anew does not count it twice.
 */
const EMPTIED: readonly string[] = [
  `update outreach.consents set sealed = '' where prospect = $1`,
  'delete from outreach.csv_bases where prospect = $1',
  `update outreach.messages set mime_sealed = '', smtp_reply_sealed = null where prospect = $1`,
  `update outreach.links set sealed = '' where message in (select id from outreach.messages where prospect = $1)`,
  `update outreach.cal_deliveries set sealed = '' where sealed_for in
     (select sealed_for from outreach.bookings where prospect = $1 union select $1)`,
  `update outreach.inbound set raw_sealed = null, recipient_index = null where prospect = $1`,
  `update outreach.bookings set sealed = null where prospect = $1`,
  `update outreach.suppressions set sealed = null where prospect = $1`,
];

/** Who was erased, or whose erasure a crash cut short: their keys, and those of rows and addresses of theirs. */
const KEYS_OF = `
  select $1::uuid as owner
  union select sealed_for from outreach.inbound where prospect = $1
  union select sealed_for from outreach.bookings where prospect = $1
  union select id from outreach.suppressions where prospect = $1`;

/** Their address now and those that they were written to at, but for one that is another person's by now. */
const ADDRESSES_OF = `
  select email_index as index from outreach.prospects where id = $1 and email_index is not null
  union select recipient_index from outreach.messages m where prospect = $1 and not exists
    (select from outreach.prospects o where o.email_index = m.recipient_index and o.id <> $1)`;

export function createErasureService(deps: {
  db: Database;
  clock: Clock;
  vault: Vault;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  suppressions: Pick<SuppressionsService, 'suppressIndex'>;
  sheet: Pick<SheetService, 'merge'>;
  untilNothingIsUnderWay: UntilNothingIsUnderWay;
}) {
  const { db, clock, vault } = deps;

  /** Answers the person's own id. */
  async function eraseRows(tx: Sql, prospectId: string): Promise<string> {
    const [person] = await tx.query<{ id: string; erased: boolean }>(
      'select id, erased_at is not null as erased from outreach.prospects where prospect_id = $1 for update',
      [prospectId],
    );
    if (person === undefined) throw new StudioError('not_found', `There is no prospect ${prospectId}.`);
    const { id } = person;
    if (person.erased) return id;
    const addresses = await tx.query<{ index: string }>(ADDRESSES_OF, [id]);
    for (const { index: emailIndex } of addresses) {
      await deps.suppressions.suppressIndex(tx, { emailIndex, email: null, reason: 'erased', source: 'erasure' });
      const listed = await tx.query<{ id: string }>(
        'update outreach.suppressions set sealed = null where email_index = $1 returning id',
        [emailIndex],
      );
      await vault.destroy(
        tx,
        listed.map((row) => row.id),
      );
    }
    await tx.query(
      `update outreach.messages set state = 'suppressed', settled_by = 'erased' where prospect = $1 and state = 'reserved'`,
      [id],
    );
    for (const statement of EMPTIED) await tx.query(statement, [id]);
    await tx.query(
      `update outreach.prospects set sealed = null, email_index = null, erased_at = $2, updated_at = $2
       where id = $1`,
      [id, isoOf(clock.now())],
    );
    await deps.outbox.enqueue(tx, { kind: 'prospect.erased', prospectId });
    return id;
  }

  async function destroyKeys(tx: Sql, prospectId: string): Promise<void> {
    const [person] = await tx.query<{ id: string }>('select id from outreach.prospects where prospect_id = $1', [
      prospectId,
    ]);
    if (person === undefined) return;
    const owners = await tx.query<{ owner: string }>(KEYS_OF, [person.id]);
    await vault.destroy(
      tx,
      owners.map((row) => row.owner),
    );
  }

  return {
    /**
     * Erases a person and takes their row out of the sheet. The rows first, then the keys: a crash between the two
     * leaves an erasure that `finish` ends, never a person whose data nobody can read but who was not erased.
     */
    async erase(given: string): Promise<Erased> {
      db.assertWritable();
      const prospectId = given.trim().toUpperCase();
      const prospect = await db.transaction((tx) => eraseRows(tx, prospectId));
      await deps.untilNothingIsUnderWay({ prospect });
      await db.transaction((tx) => destroyKeys(tx, prospectId));
      try {
        const { state } = await deps.sheet.merge();
        return { prospect_id: prospectId, sheet: state === 'open_elsewhere' ? state : 'cleaned', sheet_detail: null };
      } catch (error) {
        if (!(error instanceof StudioError)) throw error;
        return { prospect_id: prospectId, sheet: 'unreadable', sheet_detail: error.message };
      }
    },

    /** At start: destroys keys that an erasure cut short has left. */
    async finish(): Promise<void> {
      const rows = await db.query<{ prospect_id: string }>(
        'select prospect_id from outreach.prospects where erased_at is not null',
      );
      for (const { prospect_id } of rows) await db.transaction((tx) => destroyKeys(tx, prospect_id));
    },
  };
}
