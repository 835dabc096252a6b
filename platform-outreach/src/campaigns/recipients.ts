/** Who a batch writes to: the prospects of its segment that may be written to, and for each other the reason why not. */
import type { Sql } from '@sacred-qa/foundation/database';
import { z } from 'zod';
import type { Vault } from '../vault/vault.ts';

export interface Recipient {
  /** The uuid. */
  id: string;
  /** The sheet's id, such as P-001. */
  prospectId: string;
  name: string;
  email: string;
  emailIndex: string;
  company: string;
  role: string;
  segment: string;
}

export interface Selection {
  chosen: Recipient[];
  /** In words, such as `no lawful basis`. */
  leftOut: { prospectId: string; reason: string }[];
}

const details = z.object({
  name: z.string().default(''),
  email: z.string().default(''),
  company: z.string().default(''),
  role: z.string().default(''),
});

/** A mail `m` of campaign `c` that no other campaign may add to: it left, or nothing but its minute holds it. */
export const CLAIMS = `(m.state in ('sending', 'sent', 'in_doubt')
  or (m.state = 'reserved' and c.state in ('approved', 'running', 'paused')))`;

interface Row {
  id: string;
  prospectId: string;
  sealed: Uint8Array | null;
  emailIndex: string | null;
  segment: string;
  basisGiven: boolean;
  suppressed: string | null;
  writtenBy: string | null;
}

/** `taken` are the prospects that other batches of the campaign have. */
export async function selectRecipients(
  tx: Sql,
  vault: Pick<Vault, 'openAll'>,
  wanted: { campaign: string; segment: string; size: number; taken: ReadonlySet<string> },
): Promise<Selection> {
  const rows = await tx.query<Row>(
    `select p.id, p.prospect_id as "prospectId", p.sealed, p.email_index as "emailIndex", p.segment,
       p.basis_given as "basisGiven", s.reason as suppressed,
       (select c.name from outreach.messages m join outreach.campaigns c on c.id = m.campaign
        where m.prospect = p.id and m.campaign <> $2 and ${CLAIMS} limit 1) as "writtenBy"
     from outreach.prospects p left join outreach.suppressions s on s.email_index = p.email_index
     where p.segment = $1 and p.erased_at is null order by p.prospect_id`,
    [wanted.segment, wanted.campaign],
  );
  const selection: Selection = { chosen: [], leftOut: [] };
  const open: Row[] = [];
  for (const row of rows) {
    if (wanted.taken.has(row.id)) continue;
    const reason = reasonAgainst(row);
    if (reason !== null) selection.leftOut.push({ prospectId: row.prospectId, reason });
    else if (open.length < wanted.size) open.push(row);
    else selection.leftOut.push({ prospectId: row.prospectId, reason: 'the batch is full' });
  }
  const opened = await vault.openAll(
    tx,
    open.map(({ id, sealed }) => ({ owner: id, column: 'prospects.sealed', sealed: sealed ?? new Uint8Array() })),
  );
  for (const [i, row] of open.entries()) {
    const plain = opened[i];
    if (plain === undefined || plain === null) continue;
    const { id, prospectId, segment } = row;
    const known = details.parse(JSON.parse(plain.toString()));
    selection.chosen.push({ id, prospectId, segment, emailIndex: row.emailIndex ?? '', ...known });
  }
  return selection;
}

function reasonAgainst(row: Row): string | null {
  if (row.emailIndex === null || row.sealed === null) return 'no e-mail address';
  if (!row.basisGiven) return 'no lawful basis';
  if (row.suppressed !== null) return row.suppressed;
  return row.writtenBy === null ? null : `is written to by campaign ${row.writtenBy}`;
}
