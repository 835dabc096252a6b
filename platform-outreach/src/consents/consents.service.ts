/** The consent ledger: what each person agreed to, by which notice, in which language, and when they took it back. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { UntilNothingIsUnderWay } from '../sending/under-way.ts';
import { WRITING_PURPOSE } from '../suppressions/suppressions.service.ts';
import type { Vault } from '../vault/vault.ts';

export interface NewConsent {
  prospect_id: string;
  purpose: string;
  /** Where it was given: a form, a talk, a mail. */
  source: string;
  /** The notice as the person saw it. */
  notice_text: string;
  /** BCP 47, of the notice. */
  language: string;
  /** Now, when left out. */
  given_at?: string | undefined;
}

export interface Consent {
  id: string;
  prospect_id: string;
  purpose: string;
  language: string;
  /** Null after erasure. */
  source: string | null;
  notice_text: string | null;
  given_at: string;
  withdrawn_at: string | null;
}

export type ConsentsService = ReturnType<typeof createConsentsService>;

export function createConsentsService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  untilNothingIsUnderWay: UntilNothingIsUnderWay;
}) {
  const { db, clock, newId, vault } = deps;

  /** Locked, as `mayWrite` does, so that a withdrawal and a mail come one after the other. */
  async function personOf(tx: Sql, prospectId: string): Promise<string> {
    const [row] = await tx.query<{ id: string; erased: boolean }>(
      'select id, erased_at is not null as erased from outreach.prospects where prospect_id = upper($1) for update',
      [prospectId.trim()],
    );
    if (row === undefined || row.erased) throw new StudioError('not_found', `There is no prospect ${prospectId}.`);
    return row.id;
  }

  async function listWhere(rest: string, params: unknown[]): Promise<Consent[]> {
    const rows = await db.query<Omit<Consent, 'source' | 'notice_text'> & { owner: string; sealed: Uint8Array }>(
      `select c.id, c.prospect as owner, p.prospect_id, c.purpose, c.language, c.sealed,
         ${isoSql('c.given_at')} as given_at, ${isoSql('c.withdrawn_at')} as withdrawn_at
       from outreach.consents c join outreach.prospects p on p.id = c.prospect where ${rest}`,
      params,
    );
    const boxes = rows.map(({ owner, sealed }) => ({ owner, column: 'consents.sealed' as const, sealed }));
    const opened = await vault.openAll(db, boxes);
    return rows.map(({ owner: _, sealed: __, ...row }, i) => {
      const words = JSON.parse(opened[i]?.toString() ?? '{}') as { source?: string; notice_text?: string };
      return { ...row, source: words.source ?? null, notice_text: words.notice_text ?? null };
    });
  }

  return {
    /** Throws `validation_failed` for one that is said to be given in the future. */
    async add(consent: NewConsent): Promise<Consent> {
      db.assertWritable();
      const now = isoOf(clock.now());
      const givenAt = consent.given_at ?? now;
      if (Date.parse(givenAt) > clock.now())
        throw new StudioError('validation_failed', 'A consent cannot have been given in the future.');
      const id = newId();
      await db.transaction(async (tx) => {
        const owner = await personOf(tx, consent.prospect_id);
        const words = JSON.stringify({ source: consent.source, notice_text: consent.notice_text });
        await tx.query(
          `insert into outreach.consents (id, prospect, purpose, language, sealed, given_at, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            id,
            owner,
            consent.purpose,
            consent.language,
            await vault.seal(tx, owner, 'consents.sealed', words),
            givenAt,
            now,
          ],
        );
      });
      const [added] = await listWhere('c.id = $1', [id]);
      if (added === undefined) throw new StudioError('internal', 'The consent was written and is not there.');
      return added;
    },

    /** Ends every standing consent to a purpose; what is reserved under it is not sent. Throws `not_found`. */
    async withdraw(prospectId: string, purpose: string): Promise<Consent[]> {
      db.assertWritable();
      const { owner, ids } = await db.transaction(async (tx) => {
        const owner = await personOf(tx, prospectId);
        const rows = await tx.query<{ id: string }>(
          `update outreach.consents set withdrawn_at = $3
           where prospect = $1 and purpose = $2 and withdrawn_at is null returning id`,
          [owner, purpose, isoOf(clock.now())],
        );
        if (rows.length === 0)
          throw new StudioError('not_found', `${prospectId} has no standing consent to the purpose ${purpose}.`);
        if (purpose === WRITING_PURPOSE)
          await tx.query(
            `update outreach.messages set state = 'suppressed', settled_by = 'consent_withdrawn'
             where prospect = $1 and state = 'reserved'`,
            [owner],
          );
        return { owner, ids: rows.map((row) => row.id) };
      });
      if (purpose === WRITING_PURPOSE) await deps.untilNothingIsUnderWay({ prospect: owner });
      return listWhere('c.id = any($1::uuid[]) order by c.id', [ids]);
    },

    /** Of one prospect, or of all; newest first. */
    list: (prospectId: string | null, after: string | null, limit: number): Promise<Consent[]> =>
      listWhere(
        `($1::text is null or p.prospect_id = upper($1)) and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
        [prospectId, after, limit],
      ),
  };
}
