/** People that outreach writes to: kept sealed, read one by one or all at once, never in clear in any row. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { ProspectView } from '@sacred-qa/contracts/prospect';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { SuppressionReason, SuppressionsService } from '../suppressions/suppressions.service.ts';
import type { Vault } from '../vault/vault.ts';
import { type Cells, isPersonColumn } from './columns.ts';
import { languageTag, segmentName } from './groups.ts';
import { addressHolders } from './merge-sheet.ts';
import { readTracking } from './tracking.repo.ts';

export interface Prospect {
  id: string;
  cells: Cells;
}

/** Everybody, as one transaction sees them. */
export interface Everybody {
  /** By prospect_id, in its order; without the erased. */
  prospects: Map<string, Prospect>;
  erasedIds: Set<string>;
  /** Whose address it is: a prospect_id, `erased`, or null. */
  holderOf: (email: string) => string | null;
  newProspectId: () => string;
}

interface Person {
  prospect_id: string;
  person: Cells | null;
}

export type ProspectsService = ReturnType<typeof createProspectsService>;

// Any fixed number: whoever changes many prospects at once holds this lock.
const PROSPECTS_LOCK = 7_300_003;
/** Small enough that nobody waits for one part. */
const FIND_PART = 250;

export function createProspectsService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  suppressions: Pick<SuppressionsService, 'suppressIndex'>;
}) {
  const { db, clock, newId, vault } = deps;

  /** Null when the person was erased, or never was. */
  async function details(tx: Sql, id: string): Promise<Cells | null> {
    const [row] = await tx.query<{ sealed: Uint8Array | null }>('select sealed from outreach.prospects where id = $1', [
      id,
    ]);
    if (row === undefined || row.sealed === null) return null;
    const plain = await vault.open(tx, id, 'prospects.sealed', row.sealed);
    return plain === null ? null : (JSON.parse(plain.toString()) as Cells);
  }

  async function readCells(tx: Sql, rows: readonly { id: string; sealed: Uint8Array }[]): Promise<(Cells | null)[]> {
    const boxes = rows.map(({ id, sealed }) => ({ owner: id, column: 'prospects.sealed' as const, sealed }));
    const opened = await vault.openAll(tx, boxes);
    return opened.map((plain) => (plain === null ? null : (JSON.parse(plain.toString()) as Cells)));
  }

  async function everybody(tx: Sql): Promise<Everybody> {
    await tx.query('select pg_advisory_xact_lock($1)', [PROSPECTS_LOCK]);
    const rows = await tx.query<{
      id: string;
      prospect_id: string;
      email_index: string | null;
      sealed: Uint8Array | null;
    }>('select id, prospect_id, email_index, sealed from outreach.prospects order by length(prospect_id), prospect_id');
    const standing = rows.flatMap((row) => (row.sealed === null ? [] : [{ ...row, sealed: row.sealed }]));
    const cells = await readCells(tx, standing);
    const prospects = new Map<string, Prospect>();
    for (const [i, { id, prospect_id }] of standing.entries()) {
      const own = cells[i];
      if (own) prospects.set(prospect_id, { id, cells: own });
    }
    const holders = new Map(standing.map((row) => [row.email_index, row.prospect_id]));
    const erased = await tx.query<{ email_index: string }>(
      `select email_index from outreach.suppressions where reason = 'erased'`,
    );
    for (const { email_index } of erased) holders.set(email_index, 'erased');
    const numbers = rows.map(({ prospect_id }) => Number(/^P-(\d+)$/.exec(prospect_id)?.[1] ?? 0));
    let last = Math.max(0, ...numbers);
    return {
      prospects,
      erasedIds: new Set(rows.flatMap((row) => (row.sealed === null ? [row.prospect_id] : []))),
      holderOf: (email) => (email === '' ? null : (holders.get(vault.index('email', email)) ?? null)),
      newProspectId() {
        last += 1;
        return `P-${String(last).padStart(3, '0')}`;
      },
    };
  }

  /** One whose key was lost, though nobody erased them, gets a new one: the sheet knows who they are. */
  async function insert(tx: Sql, prospectId: string, cells: Cells): Promise<Prospect> {
    const [unreadable] = await tx.query<{ id: string }>('select id from outreach.prospects where prospect_id = $1', [
      prospectId,
    ]);
    const id = unreadable?.id ?? newId();
    await vault.admit(tx, [id]);
    const at = isoOf(clock.now());
    await tx.query(
      `insert into outreach.prospects (id, prospect_id, sealed, segment, language, basis_given, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)
       on conflict (prospect_id) do update set sealed = excluded.sealed, segment = excluded.segment,
         language = excluded.language, basis_given = excluded.basis_given, updated_at = excluded.updated_at`,
      [id, prospectId, await sealCells(tx, id, cells), ...clearParts(cells), at],
    );
    return { id, cells };
  }

  async function update(tx: Sql, id: string, cells: Cells): Promise<void> {
    await tx.query(
      `update outreach.prospects set sealed = $2, segment = $3, language = $4, basis_given = $5, updated_at = $6
       where id = $1 and erased_at is null`,
      [id, await sealCells(tx, id, cells), ...clearParts(cells), isoOf(clock.now())],
    );
  }

  const sealCells = (tx: Sql, id: string, cells: Cells): Promise<Buffer> => {
    const filled = Object.entries(cells).filter(([, text]) => text !== '');
    return vault.seal(tx, id, 'prospects.sealed', JSON.stringify(Object.fromEntries(filled)));
  };

  /**
   * Gives each address to the one prospect that holds it. Whoever was unsubscribed or complained stays on the list
   * under a new address too.
   */
  async function assignAddresses(tx: Sql, all: ReadonlyMap<string, Prospect>, holderOf: Everybody['holderOf']) {
    const cellsOf = new Map([...all].map(([prospectId, { cells }]) => [prospectId, cells]));
    const wanted = new Map<string, string>();
    for (const [folded, prospectId] of addressHolders(cellsOf, holderOf))
      wanted.set(all.get(prospectId)?.id ?? '', vault.index('email', folded));
    const rows = await tx.query<{ id: string; email_index: string | null; reason: SuppressionReason | null }>(
      `select p.id, p.email_index, s.reason from outreach.prospects p
       left join outreach.suppressions s on s.email_index = p.email_index where p.erased_at is null`,
    );
    const moved = rows.filter((row) => row.email_index !== (wanted.get(row.id) ?? null));
    // First all are let go, so that two may exchange their addresses.
    await tx.query('update outreach.prospects set email_index = null where id = any($1::uuid[])', [
      moved.filter((row) => row.email_index !== null).map((row) => row.id),
    ]);
    for (const { id, reason } of moved) {
      const emailIndex = wanted.get(id);
      if (emailIndex === undefined) continue;
      await tx.query('update outreach.prospects set email_index = $2 where id = $1', [id, emailIndex]);
      if (reason === 'unsubscribed' || reason === 'complained')
        await deps.suppressions.suppressIndex(tx, { emailIndex, email: null, reason, source: 'new_address' });
    }
  }

  /** Throws `not_found`, also for one who was erased: then it says when. */
  async function get(prospectId: string): Promise<ProspectView & { id: string }> {
    const [row] = await db.query<{ id: string; erased: string | null }>(
      `select id, to_char(erased_at at time zone 'Asia/Kolkata', 'YYYY-MM-DD') as erased
       from outreach.prospects where prospect_id = upper($1)`,
      [prospectId],
    );
    if (row === undefined) throw new StudioError('not_found', `There is no prospect ${prospectId}.`);
    const person = await details(db, row.id);
    if (person === null) throw new StudioError('not_found', `${prospectId} was erased on ${row.erased ?? 'some day'}.`);
    const id = prospectId.toUpperCase();
    const program = (await readTracking(db, [id])).get(id);
    if (program === undefined) throw new StudioError('not_found', `There is no prospect ${prospectId}.`);
    return { id: row.id, prospect_id: id, person, program };
  }

  /** Those who can be read, in the order of prospect_id; one whose key was lost stands with null. */
  async function readPeople(after: string | null, limit: number): Promise<Person[]> {
    const rows = await db.query<{ id: string; prospect_id: string; sealed: Uint8Array }>(
      `select id, prospect_id, sealed from outreach.prospects
       where sealed is not null and ($1::text is null or (length(prospect_id), prospect_id) > (length($1), $1))
       order by length(prospect_id), prospect_id limit $2`,
      [after, limit],
    );
    const cells = await readCells(db, rows);
    return rows.map(({ prospect_id }, i) => ({ prospect_id, person: cells[i] ?? null }));
  }

  async function withProgram(people: readonly Person[]): Promise<ProspectView[]> {
    const tracking = await readTracking(
      db,
      people.map(({ prospect_id }) => prospect_id),
    );
    return people.flatMap(({ prospect_id, person }) => {
      const program = tracking.get(prospect_id);
      return person !== null && program !== undefined ? [{ prospect_id, person, program }] : [];
    });
  }

  return {
    details,
    everybody,
    insert,
    update,
    assignAddresses,

    /** In the order of prospect_id, beginning after `after`. */
    list: async (after: string | null, limit: number): Promise<ProspectView[]> =>
      withProgram(await readPeople(after, limit)),

    /**
     * The first of whom a cell or the id holds the text, whatever its case. What is known of a person is sealed and no
     * index can find it, so boxes are opened, a part at a time, until there are enough.
     */
    async find(text: string, limit: number): Promise<{ items: ProspectView[]; more: boolean }> {
      const wanted = text.trim().toLowerCase();
      const found: Person[] = [];
      for (let after: string | null = null; found.length <= limit; ) {
        const part: Person[] = await readPeople(after, FIND_PART);
        found.push(...part.filter((one) => isAbout(one, wanted)));
        after = part.at(-1)?.prospect_id ?? null;
        if (after === null) break;
        // Others get their turn between two parts.
        await new Promise((resolve) => void setImmediate(resolve));
      }
      return { items: await withProgram(found.slice(0, limit)), more: found.length > limit };
    },

    get,

    /** Changes the cells that are named, and gives the address to whom it belongs then. Throws as `get` does. */
    async edit(prospectId: string, cells: Cells): Promise<ProspectView & { id: string }> {
      db.assertWritable();
      const strange = Object.keys(cells).find((column) => !isPersonColumn(column));
      if (strange !== undefined)
        throw new StudioError('bad_request', `${strange} is a column of the program; it is read off what happened.`);
      const { id } = await get(prospectId);
      await db.transaction(async (tx) => {
        const all = await everybody(tx);
        const known = all.prospects.get(prospectId.toUpperCase());
        if (known === undefined) return;
        const email = (cells.email ?? '').trim();
        const holder = all.holderOf(email);
        if (holder !== null && holder !== prospectId.toUpperCase())
          throw new StudioError(
            'conflict',
            holder === 'erased' ? 'The owner of this address was erased.' : `This address is that of ${holder}.`,
          );
        const next = { ...known.cells, ...cells };
        await update(tx, id, next);
        all.prospects.set(prospectId.toUpperCase(), { id, cells: next });
        await assignAddresses(tx, all.prospects, all.holderOf);
      });
      return get(prospectId);
    },
  };
}

const clearParts = (cells: Cells): [segment: string, language: string, basisGiven: boolean] => [
  segmentName(cells.segment ?? ''),
  languageTag(cells.language ?? ''),
  (cells.lawful_basis ?? '').trim() !== '',
];

const isAbout = ({ prospect_id, person }: Person, wanted: string): boolean =>
  person !== null && [prospect_id, ...Object.values(person)].some((text) => text.toLowerCase().includes(wanted));
