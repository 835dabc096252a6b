/** The pack of a run as its plan holds it, taken apart once for as long as somebody works with it. */
import type { Pack } from '@sacred-qa/contracts/pack';
import type { Sql } from '@sacred-qa/foundation/database';

// A run, its end and its report read the same plan half a dozen times, and a pack of ten thousand cases takes a tenth of
// a second and fifteen megabytes each time. What nobody holds any more is let go. Nobody changes a pack object.
const inUse = new Map<string, WeakRef<Pack>>();

/** Two audits of one `packHash` have the same pack. */
export async function storedPack(sql: Sql, { id, packHash }: { id: string; packHash: string }): Promise<Pack> {
  const known = inUse.get(packHash)?.deref();
  if (known !== undefined) return known;
  const [row] = await sql.query<{ pack: Pack }>('select pack from audits where id = $1', [id]);
  if (row === undefined) throw new Error(`audit ${id} went while its plan was read`);
  for (const [hash, held] of inUse) if (held.deref() === undefined) inUse.delete(hash);
  inUse.set(packHash, new WeakRef(row.pack));
  return row.pack;
}
