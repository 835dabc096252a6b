/** Prospects of a segment for tests of campaigns, as an import of the sheet leaves them. */
import { isoOf } from '@sacred-qa/foundation/clock';
import type { OutreachRoom } from './outreach-room.ts';

/** `P-1`, `P-2` …: each at a company and a domain of their own, unless all get one. */
export async function addProspects(
  room: OutreachRoom,
  count: number,
  segment: string,
  from = 1,
  domain?: string,
): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const email = `person${n}@${domain ?? `company${n}.example`}`;
    await room.db.transaction(async (tx) => {
      await room.vault.admit(tx, [id]);
      const details = { name: `Person ${n}`, email, company: `Company ${n}`, role: '', notes: '' };
      await tx.query(
        `insert into outreach.prospects (id, prospect_id, email_index, sealed, segment, basis_given, created_at, updated_at)
         values ($1, $2, $3, $4, $5, true, $6, $6)`,
        [
          ...[id, `P-${n}`, room.vault.index('email', email)],
          await room.vault.seal(tx, id, 'prospects.sealed', JSON.stringify(details)),
          ...[segment, isoOf(room.clock.now())],
        ],
      );
    });
  }
}
