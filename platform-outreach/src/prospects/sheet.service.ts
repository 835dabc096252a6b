/** The living sheet: merges what a person edited with the store, and writes both back, in one transaction. */
import { hash } from 'node:crypto';
import { hostname } from 'node:os';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { SheetMerged } from '@sacred-qa/contracts/prospect';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { Onlookers } from '../outbox.ts';
import { isSampleId } from '../sample/sample-names.ts';
import type { Vault } from '../vault/vault.ts';
import type { Cells, Tracking } from './columns.ts';
import { type MergeResult, mergeSheet, type Side } from './merge-sheet.ts';
import type { Everybody, ProspectsService } from './prospects.service.ts';
import type { SheetFile } from './sheet-file.ts';
import { NEW_FORM, readSheet, type Sheet, writeSheet } from './sheet-text.ts';
import { readOwnNames, readTracking } from './tracking.repo.ts';

export type SheetService = ReturnType<typeof createSheetService>;

const TRIES = 5;

export function createSheetService(deps: {
  db: Database;
  vault: Vault;
  prospects: ProspectsService;
  file: SheetFile;
  /** Told when a merge wrote into the store or the sheet. */
  onlookers?: Onlookers;
  log: (line: Record<string, unknown>) => void;
}) {
  const { db, vault, prospects, file } = deps;
  // Several hosts that share a server each have a sheet of their own. An embedded store has one, however its host is called.
  const sheetId = hash('sha256', JSON.stringify([db.kind === 'embedded' ? '' : hostname(), file.path]));

  async function readBase(tx: Sql): Promise<Map<string, Cells>> {
    // A base from before sheets were told apart is that of whoever comes first.
    await tx.query(
      `update outreach.csv_bases set sheet = $1
       where sheet = '' and not exists (select 1 from outreach.csv_bases where sheet = $1)`,
      [sheetId],
    );
    const rows = await tx.query<{ id: string; prospect_id: string; sealed: Uint8Array }>(
      `select b.prospect as id, p.prospect_id, b.sealed from outreach.csv_bases b
       join outreach.prospects p on p.id = b.prospect where b.sheet = $1 order by b.ordinal`,
      [sheetId],
    );
    const boxes = rows.map(({ id, sealed }) => ({ owner: id, column: 'csv_bases.sealed' as const, sealed }));
    const opened = await vault.openAll(tx, boxes);
    return new Map(
      rows.flatMap(({ prospect_id }, i): [string, Cells][] => {
        const plain = opened[i];
        return plain ? [[prospect_id, JSON.parse(plain.toString()) as Cells]] : [];
      }),
    );
  }

  async function writeBase(
    tx: Sql,
    before: ReadonlyMap<string, Cells>,
    after: ReadonlyMap<string, Cells>,
    all: ReadonlyMap<string, { id: string }>,
  ): Promise<void> {
    for (const [ordinal, [prospectId, cells]] of [...after].entries()) {
      const id = all.get(prospectId)?.id;
      const text = JSON.stringify(cells);
      if (id === undefined || JSON.stringify(before.get(prospectId)) === text) continue;
      await tx.query(
        `insert into outreach.csv_bases (sheet, prospect, ordinal, sealed) values ($1, $2, $3, $4)
         on conflict (sheet, prospect) do update set ordinal = excluded.ordinal, sealed = excluded.sealed`,
        [sheetId, id, ordinal, await vault.seal(tx, id, 'csv_bases.sealed', text)],
      );
    }
  }

  /** Writes the merge into the store; answers everybody as they stand then. */
  async function take(tx: Sql, everybody: Everybody, merged: MergeResult): Promise<Everybody['prospects']> {
    const all = new Map(everybody.prospects);
    for (const [prospectId, cells] of merged.inserts)
      all.set(prospectId, await prospects.insert(tx, prospectId, cells));
    for (const [prospectId, cells] of merged.updates) {
      const id = all.get(prospectId)?.id ?? '';
      await prospects.update(tx, id, cells);
      all.set(prospectId, { id, cells });
    }
    if (merged.inserts.size + merged.updates.size > 0) await prospects.assignAddresses(tx, all, everybody.holderOf);
    return all;
  }

  async function reckon(tx: Sql, sheet: Sheet | null, side: Side | null) {
    const everybody = await prospects.everybody(tx);
    const base = await readBase(tx);
    const merged = mergeSheet({
      ...{ sheet, base, take: side, ownNames: await readOwnNames(tx) },
      ...{ erasedIds: everybody.erasedIds, holderOf: everybody.holderOf, newProspectId: everybody.newProspectId },
      store: new Map(ownPeople(everybody.prospects)),
    });
    return { everybody, base, merged };
  }

  async function mergeOnce(side: Side | null): Promise<SheetMerged> {
    const found = file.read();
    const sheet = found === null ? null : readSheet(found.bytes);
    return db.transaction(async (tx) => {
      const { everybody, base, merged } = await reckon(tx, sheet, side);
      const all = await take(tx, everybody, merged);
      const tracking = await readTracking(tx);
      const bytes = sheetBytes(merged, sheet, tracking);
      const unchanged = found?.bytes.equals(bytes) ?? false;
      // The file before the commit: cut between the two, the next merge finds nothing that it does not know.
      if (!unchanged && file.replace(bytes, found?.sha256 ?? null) === 'changed') throw new SheetChanged();
      const written = [...merged.base].map(([id, cells]) => [id, { ...cells, ...tracking.get(id) }] as const);
      await writeBase(tx, base, new Map(written), all);
      if (!unchanged) await deps.onlookers?.publish(tx, [{ kind: 'outreach', what: 'sheet.merged' }]);
      return tell(merged, unchanged ? 'unchanged' : 'merged');
    });
  }

  const tell = (merged: MergeResult, state: SheetMerged['state'], openedBy: string | null = null): SheetMerged => ({
    ...{ file: file.path, state, opened_by: openedBy, rows: merged.rows.length },
    ...{ added: [...merged.inserts.keys()], updated: [...merged.updates.keys()] },
    ...{ conflicts: merged.conflicts, problems: merged.problems, moved_to_notes: merged.moved },
    ...{ put_back: merged.putBack, erased_lines: merged.erasedLines },
  });

  /** Merges until no save of a person comes in between. Throws `validation_failed` for a sheet that cannot be read. */
  async function merge(side: Side | null = null): Promise<SheetMerged> {
    db.assertWritable();
    const openedBy = file.openElsewhere();
    if (openedBy !== null) return tell(NOTHING, 'open_elsewhere', openedBy);
    for (let i = 0; ; i += 1) {
      try {
        return await mergeOnce(side);
      } catch (error) {
        if (!(error instanceof SheetChanged) || i === TRIES) throw error;
      }
    }
  }

  return {
    merge,

    /** What a merge would do now. Throws `validation_failed` for a sheet that cannot be read. */
    async preview(side: Side | null): Promise<SheetMerged> {
      const found = file.read();
      const sheet = found === null ? null : readSheet(found.bytes);
      const { merged } = await db.transaction((tx) => reckon(tx, sheet, side));
      return tell(merged, 'previewed', file.openElsewhere());
    },

    /** Now and then while the studio serves: only where there is a sheet. One that cannot be read is told in the log. */
    async mergeIfThere(): Promise<void> {
      if (file.read() === null) return;
      try {
        await merge();
      } catch (error) {
        if (!(error instanceof StudioError)) throw error;
        deps.log({ level: 'warn', event: 'sheet_not_merged', reason: error.message });
      }
    },

    /** Everybody as a fresh sheet. */
    async export(): Promise<Buffer> {
      return db.transaction(async (tx) => {
        const store = (await prospects.everybody(tx)).prospects;
        const merged = mergeSheet({
          ...{ sheet: null, base: new Map(), erasedIds: new Set(), holderOf: () => null, take: null },
          ...{ newProspectId: () => '', ownNames: { batch: new Set<string>(), booking_uid: new Set<string>() } },
          store: new Map(ownPeople(store)),
        });
        return sheetBytes(merged, null, await readTracking(tx));
      });
    },
  };
}

/** People of the sample practice do not exist, and stand in no sheet. */
const ownPeople = (all: Everybody['prospects']): [prospectId: string, cells: Cells][] =>
  [...all].flatMap(([prospectId, { cells }]) => (isSampleId(prospectId) ? [] : [[prospectId, cells]]));

/** The person saved the sheet while it was being merged: all is begun anew. */
class SheetChanged extends Error {}

const NOTHING: MergeResult = {
  ...{ columns: [], rows: [], inserts: new Map(), updates: new Map(), base: new Map(), conflicts: [] },
  ...{ problems: [], moved: [], putBack: [], erasedLines: [] },
};

function sheetBytes(merged: MergeResult, sheet: Sheet | null, tracking: ReadonlyMap<string, Tracking>): Buffer {
  const rows = merged.rows.map(({ prospectId, cells }): Cells => {
    if (prospectId === null) return cells;
    return { ...cells, ...tracking.get(prospectId), prospect_id: prospectId };
  });
  return writeSheet(merged.columns, rows, sheet?.form ?? NEW_FORM);
}
