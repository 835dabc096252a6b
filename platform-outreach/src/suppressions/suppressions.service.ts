/** Who must never be written to, and the one question that a sender asks before each mail. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { Onlookers } from '../outbox.ts';
import type { UntilNothingIsUnderWay } from '../sending/under-way.ts';
import type { Vault } from '../vault/vault.ts';

export const SUPPRESSION_REASONS = ['unsubscribed', 'bounced', 'complained', 'erased'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** Whether a prospect may be written to, and if not, why. */
export type MayWrite =
  | { kind: 'yes' }
  | {
      kind: 'no';
      reason:
        | SuppressionReason
        | ('no_address' | 'address_changed' | 'no_lawful_basis' | 'consent_withdrawn' | 'unknown');
    };

export interface Suppression {
  id: string;
  /** Null for one who was erased. */
  email: string | null;
  prospect_id: string | null;
  reason: SuppressionReason;
  source: string;
  since: string;
}

export type SuppressionsService = ReturnType<typeof createSuppressionsService>;

/** The purpose of a consent to be written to. Once given and then withdrawn, nothing is sent. */
export const WRITING_PURPOSE = 'outreach';

/** The later in this list, the more it says: a stronger reason takes the place of a weaker one, never the other way. */
const STRENGTH = `array['bounced', 'unsubscribed', 'complained', 'erased']`;

export function createSuppressionsService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  /** Told when the list grows, and with it what will not leave. */
  onlookers?: Onlookers;
  untilNothingIsUnderWay: UntilNothingIsUnderWay;
}) {
  const { db, clock, newId, vault } = deps;

  /**
   * Puts an address on the list and takes what is reserved for it, and for whoever holds it now, out of the queue. The
   * rows of those prospects are locked first, as `mayWrite` does, so of an unsubscription and a batch one comes after
   * the other.
   */
  async function suppressIndex(
    tx: Sql,
    entry: {
      emailIndex: string;
      email: string | null;
      reason: SuppressionReason;
      source: string;
      /** Whose it is too, when they do not hold it. */
      prospect?: string | null;
    },
  ): Promise<void> {
    const { emailIndex, email, reason, source } = entry;
    const persons = await tx.query<{ id: string; holds: boolean }>(
      `select id, email_index is not distinct from $1 as holds from outreach.prospects where id in
         (select id from outreach.prospects where email_index = $1
          union select prospect from outreach.messages where recipient_index = $1 and state = 'reserved')
       order by id for update`,
      [emailIndex],
    );
    const [standing] = await tx.query<{ id: string }>('select id from outreach.suppressions where email_index = $1', [
      emailIndex,
    ]);
    const id = standing?.id ?? newId();
    let sealed: Buffer | null = null;
    if (email !== null && standing === undefined) {
      await vault.admit(tx, [id]);
      sealed = await vault.seal(tx, id, 'suppressions.sealed', email);
    }
    await tx.query(
      `insert into outreach.suppressions as s (id, email_index, reason, source, sealed, since) values ($1, $2, $3, $4, $5, $6)
       on conflict (email_index) do update set reason = excluded.reason, source = excluded.source
       where array_position(${STRENGTH}, excluded.reason) > array_position(${STRENGTH}, s.reason)`,
      [id, emailIndex, reason, source, sealed, isoOf(clock.now())],
    );
    if (entry.prospect)
      await tx.query('update outreach.suppressions set prospect = $2 where email_index = $1 and prospect is null', [
        ...[emailIndex, entry.prospect],
      ]);
    await tx.query(
      `update outreach.messages set state = 'suppressed', settled_by = $3
       where state = 'reserved' and (recipient_index = $1 or prospect = any($2::uuid[]))`,
      [emailIndex, persons.filter(({ holds }) => holds).map(({ id }) => id), reason],
    );
    await deps.onlookers?.publish(tx, [{ kind: 'outreach', what: 'address.suppressed' }]);
  }

  /**
   * Asked in the transaction that moves a mail to `sending`. It holds the prospect's row until that transaction
   * ends, so an unsubscription that was committed before it is seen, and one that comes later waits. `recipientIndex`
   * is the address in the mail itself, which stays when the person moves to another.
   */
  async function mayWrite(tx: Sql, prospect: string, recipientIndex: string | null = null): Promise<MayWrite> {
    const [person] = await tx.query<{ email_index: string | null; basis_given: boolean; erased: boolean }>(
      `select email_index, basis_given, erased_at is not null as erased from outreach.prospects where id = $1 for update`,
      [prospect],
    );
    if (person === undefined) return { kind: 'no', reason: 'unknown' };
    if (person.erased) return { kind: 'no', reason: 'erased' };
    if (person.email_index === null) return { kind: 'no', reason: 'no_address' };
    const [listed] = await tx.query<{ reason: SuppressionReason }>(
      `select reason from outreach.suppressions where email_index in ($1, $2)
       order by array_position(${STRENGTH}, reason) desc limit 1`,
      [person.email_index, recipientIndex],
    );
    if (listed !== undefined) return { kind: 'no', reason: listed.reason };
    if (recipientIndex !== null && recipientIndex !== person.email_index)
      return { kind: 'no', reason: 'address_changed' };
    if (!person.basis_given) return { kind: 'no', reason: 'no_lawful_basis' };
    const [consent] = await tx.query<{ withdrawn: boolean }>(
      `select bool_and(withdrawn_at is not null) as withdrawn from outreach.consents
       where prospect = $1 and purpose = $2 having count(*) > 0`,
      [prospect, WRITING_PURPOSE],
    );
    return consent?.withdrawn ? { kind: 'no', reason: 'consent_withdrawn' } : { kind: 'yes' };
  }

  return {
    suppressIndex,

    /** The same for an address in clear; `prospect` when it is known whose it is. */
    suppress: (
      tx: Sql,
      email: string,
      reason: SuppressionReason,
      source: string,
      prospect: string | null = null,
    ): Promise<void> => suppressIndex(tx, { emailIndex: vault.index('email', email), email, reason, source, prospect }),

    mayWrite,

    /** The same answer for a reader, who sends nothing. */
    wouldWrite: (prospect: string): Promise<MayWrite> => db.transaction((tx) => mayWrite(tx, prospect)),

    async add(email: string, reason: Exclude<SuppressionReason, 'erased'>): Promise<Suppression> {
      db.assertWritable();
      const emailIndex = vault.index('email', email);
      await db.transaction((tx) => suppressIndex(tx, { emailIndex, email, reason, source: 'person' }));
      await deps.untilNothingIsUnderWay({ recipient_index: emailIndex });
      const [row] = await listWhere('s.email_index = $1', [emailIndex]);
      if (row === undefined) throw new StudioError('internal', 'The suppression was written and is not there.');
      return row;
    },

    list: (after: string | null, limit: number): Promise<Suppression[]> =>
      listWhere('($1::uuid is null or s.id < $1) order by s.id desc limit $2', [after, limit]),

    /** Throws `not_found`; `conflict` for one who was erased: nobody could tell any more whose wish it was. */
    async remove(email: string): Promise<void> {
      const emailIndex = vault.index('email', email);
      await db.transaction(async (tx) => {
        const [row] = await tx.query<{ id: string; reason: SuppressionReason }>(
          'select id, reason from outreach.suppressions where email_index = $1 for update',
          [emailIndex],
        );
        if (row === undefined) throw new StudioError('not_found', 'This address is not on the list.');
        if (row.reason === 'erased')
          throw new StudioError('conflict', 'This person was erased at their wish; the address stays on the list.');
        await tx.query('delete from outreach.suppressions where id = $1', [row.id]);
        await vault.destroy(tx, [row.id]);
      });
    },
  };

  async function listWhere(rest: string, params: unknown[]): Promise<Suppression[]> {
    const rows = await db.query<Omit<Suppression, 'email'> & { sealed: Uint8Array | null }>(
      `select s.id, s.sealed, p.prospect_id, s.reason, s.source, ${isoSql('s.since')} as since
       from outreach.suppressions s left join outreach.prospects p on p.email_index = s.email_index where ${rest}`,
      params,
    );
    const boxes = rows.flatMap(({ id, sealed }) =>
      sealed === null ? [] : [{ owner: id, column: 'suppressions.sealed' as const, sealed }],
    );
    const opened = await vault.openAll(db, boxes);
    const emails = new Map(boxes.map(({ owner }, i) => [owner, opened[i]?.toString() ?? null]));
    return rows.map(({ sealed: _, ...row }) => ({ ...row, email: emails.get(row.id) ?? null }));
  }
}
