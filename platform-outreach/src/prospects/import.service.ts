/** Takes people over from another list, without overwriting what is known of them unless told to. */
import type { Imported } from '@sacred-qa/contracts/prospect';
import type { Database } from '@sacred-qa/foundation/database';
import { foldAddress } from '../vault/fold-address.ts';
import { isAddress } from './addresses.ts';
import { type Cells, isPersonColumn, PROSPECT_ID } from './columns.ts';
import type { ProspectsService } from './prospects.service.ts';
import { columnName } from './sheet-text.ts';

export interface ImportRow {
  line: number;
  cells: Cells;
}

export type ImportService = ReturnType<typeof createImportService>;

export function createImportService(deps: { db: Database; prospects: ProspectsService }) {
  const { db, prospects } = deps;

  return {
    /**
     * All rows that can be taken, in one transaction. `update`: filled cells of the list take the place of known ones.
     * `preview`: says what it would do, and does nothing.
     */
    async import(rows: readonly ImportRow[], options: { update: boolean; preview?: boolean }): Promise<Imported> {
      db.assertWritable();
      return db.transaction(async (tx) => {
        const everybody = await prospects.everybody(tx);
        const all = new Map(everybody.prospects);
        const addedHere = new Map<string, string>();
        const sameWords = new Map([...all].map(([prospectId, { cells }]) => [wordsOf(cells), prospectId]));
        const result: Imported = { added: [], updated: [], unchanged: [], differing: [], changes: [], refused: [] };
        for (const { line, cells } of rows) {
          const person = personCells(cells);
          const found = findProspect(cells, person, all, everybody, { addedHere, sameWords });
          if ('refused' in found) {
            result.refused.push({ line, reason: found.refused });
            continue;
          }
          const { prospectId } = found;
          const known = all.get(prospectId);
          if (known === undefined) {
            const added = options.preview ? { id: '', cells: person } : await prospects.insert(tx, prospectId, person);
            all.set(prospectId, added);
            if (isAddress((person.email ?? '').trim())) addedHere.set(foldAddress(person.email ?? ''), prospectId);
            sameWords.set(wordsOf(person), prospectId);
            result.added.push(prospectId);
            continue;
          }
          const columns = Object.keys(person).filter(
            (column) => person[column] !== '' && person[column] !== (known.cells[column] ?? ''),
          );
          for (const column of columns)
            result.changes.push({
              ...{ line, prospect_id: prospectId, column },
              ...{ known: known.cells[column] ?? '', given: person[column] ?? '' },
            });
          if (columns.length === 0) result.unchanged.push(prospectId);
          else if (!options.update) result.differing.push({ line, prospect_id: prospectId, columns });
          else {
            const next = {
              ...known.cells,
              ...Object.fromEntries(columns.map((column) => [column, person[column] ?? ''])),
            };
            if (!options.preview) await prospects.update(tx, known.id, next);
            all.set(prospectId, { id: known.id, cells: next });
            result.updated.push(prospectId);
          }
        }
        if (!options.preview) await prospects.assignAddresses(tx, all, everybody.holderOf);
        return result;
      });
    },
  };
}

function personCells(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([given, text]): [string, string][] => {
      const column = columnName(given);
      return isPersonColumn(column) ? [[column, text.replaceAll(/\r\n?/g, '\n')]] : [];
    }),
  );
}

const wordsOf = (cells: Cells): string =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([, text]) => text !== '')
      .sort(),
  );

type Found = { prospectId: string } | { refused: string };

function findProspect(
  cells: Cells,
  person: Cells,
  all: ReadonlyMap<string, unknown>,
  everybody: {
    erasedIds: ReadonlySet<string>;
    holderOf: (email: string) => string | null;
    newProspectId: () => string;
  },
  known: { addedHere: ReadonlyMap<string, string>; sameWords: ReadonlyMap<string, string> },
): Found {
  const id = (cells.prospect_id ?? '').trim().toUpperCase();
  const email = (person.email ?? '').trim();
  if (id !== '' && !PROSPECT_ID.test(id)) return { refused: 'prospect_id is letters and a number, such as P-021' };
  if (id !== '' && everybody.erasedIds.has(id)) return { refused: `${id} was erased` };
  if (Object.values(person).every((text) => text.trim() === '')) return { refused: 'the row says nothing of a person' };
  // One without a usable address is known by all that is said of them: the same list twice adds nobody twice.
  const same = id === '' ? known.sameWords.get(wordsOf(person)) : undefined;
  const holder = everybody.holderOf(email) ?? known.addedHere.get(foldAddress(email)) ?? same ?? null;
  if (holder === 'erased') return { refused: 'the owner of this address was erased' };
  if (id !== '' && holder !== null && holder !== id) return { refused: `the address is that of ${holder}` };
  if (id !== '' && (all.has(id) || holder === null)) return { prospectId: id };
  return { prospectId: holder ?? everybody.newProspectId() };
}
