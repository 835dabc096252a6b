/**
 * Merges the sheet that a person edits with the store, over what was last written (the base). Pure. The rule: no edit
 * of either side is lost. Where both sides changed one cell differently, each keeps its own text, the pair is told as a
 * conflict, and it stays one until somebody takes a side.
 */
import type { SheetConflict, SheetProblem } from '@sacred-qa/contracts/prospect';
import { foldAddress } from '../vault/fold-address.ts';
import { isAddress } from './addresses.ts';
import {
  type Cells,
  isOwnText,
  isPersonColumn,
  isProgramColumn,
  type OwnNames,
  PROSPECT_ID,
  SHEET_COLUMNS,
} from './columns.ts';
import type { Sheet, SheetRow } from './sheet-text.ts';

export type Side = 'sheet' | 'store';

export interface MergeInput {
  /** Null when there is no file yet. */
  sheet: Sheet | null;
  /** All cells as last written, the program's as well, by prospect_id. */
  base: ReadonlyMap<string, Cells>;
  /** The person's cells as the store has them, by prospect_id, without the erased. */
  store: ReadonlyMap<string, Cells>;
  erasedIds: ReadonlySet<string>;
  /** Whose address it is now: a prospect_id, `erased`, or null. */
  holderOf: (email: string) => string | null;
  newProspectId: () => string;
  ownNames: OwnNames;
  /** Settles every conflict for one side. */
  take: Side | null;
}

/** A row of the new sheet: a prospect whose program columns are still to be filled in, or a row left as it is. */
export type OutRow = { prospectId: string; cells: Cells } | { prospectId: null; cells: Cells };

export interface MergeResult {
  columns: string[];
  rows: OutRow[];
  /** What the store must take over. */
  inserts: Map<string, Cells>;
  updates: Map<string, Cells>;
  /** The next base. */
  base: Map<string, Cells>;
  conflicts: SheetConflict[];
  problems: SheetProblem[];
  /** What a person wrote into a column of the program; it stands in the notes now. */
  moved: { prospect_id: string; column: string }[];
  /** Rows that were missing from the sheet. */
  putBack: string[];
  /** Lines of people who were erased; they are taken out. */
  erasedLines: number[];
}

export function mergeSheet(input: MergeInput): MergeResult {
  const { sheet, store } = input;
  const result: MergeResult = {
    columns: columnsOf(sheet, store),
    ...{ rows: [], inserts: new Map(), updates: new Map(), base: new Map(), conflicts: [] },
    ...{ problems: [], moved: [], putBack: [], erasedLines: [] },
  };
  const claim = createClaims(input, result);
  for (const row of sheet?.rows ?? []) {
    const prospectId = claim(row);
    if (prospectId === 'erased') result.erasedLines.push(row.line);
    else if (prospectId === null) result.rows.push({ prospectId: null, cells: row.cells });
    else mergeRow(input, result, prospectId, row);
  }
  for (const [prospectId, cells] of store) {
    if (result.base.has(prospectId)) continue;
    if (sheet !== null && input.base.has(prospectId)) result.putBack.push(prospectId);
    result.rows.push({ prospectId, cells });
    result.base.set(prospectId, cells);
  }
  tellAddresses(input, result);
  return result;
}

/** The sheet's own order first; what it lacks of ours, and of people's own columns, comes behind. */
function columnsOf(sheet: Sheet | null, store: ReadonlyMap<string, Cells>): string[] {
  const columns = new Set([...(sheet?.columns ?? []), ...SHEET_COLUMNS]);
  for (const cells of store.values()) for (const column of Object.keys(cells)) columns.add(column);
  return [...columns];
}

/** Finds out which prospect a row is: null when it cannot be taken. */
function createClaims(input: MergeInput, result: MergeResult): (row: SheetRow) => string | null {
  const named = new Set((input.sheet?.rows ?? []).map((row) => idOf(row.cells)).filter((id) => id !== ''));
  const taken = new Set<string>();
  const newAddresses = new Map<string, number>();

  const problem = (row: SheetRow, kind: SheetProblem['problem'], detail: string): null => {
    result.problems.push({ line: row.line, prospect_id: null, problem: kind, detail });
    return null;
  };

  function claimById(row: SheetRow, id: string): string | null {
    if (!PROSPECT_ID.test(id))
      return problem(
        row,
        'bad_id',
        'prospect_id is letters and a number, such as P-021; leave it empty for a new one.',
      );
    if (input.erasedIds.has(id)) return 'erased';
    if (taken.has(id)) return problem(row, 'duplicate_id', `${id} stands in an earlier line; empty this prospect_id.`);
    const email = (row.cells.email ?? '').trim();
    return !input.store.has(id) && input.holderOf(email) === 'erased' ? 'erased' : id;
  }

  function claimByAddress(row: SheetRow): string | null {
    const email = (row.cells.email ?? '').trim();
    if (email === '') return input.newProspectId();
    const holder = input.holderOf(email);
    if (holder === 'erased') return 'erased';
    if (holder !== null && !named.has(holder) && !taken.has(holder)) return holder;
    const before = newAddresses.get(foldAddress(email));
    if (holder === null && before === undefined) {
      newAddresses.set(foldAddress(email), row.line);
      return input.newProspectId();
    }
    return problem(row, 'duplicate_email', `This address is that of ${holder ?? `line ${before}`} already.`);
  }

  return (row) => {
    const id = idOf(row.cells);
    const claimed = id === '' ? claimByAddress(row) : claimById(row, id);
    if (claimed !== null && claimed !== 'erased') taken.add(claimed);
    return claimed;
  };
}

const idOf = (cells: Cells): string => (cells.prospect_id ?? '').trim().toUpperCase();

function mergeRow(input: MergeInput, result: MergeResult, prospectId: string, row: SheetRow): void {
  const stored = input.store.get(prospectId);
  const base = input.base.get(prospectId);
  const toSheet: Cells = {};
  const toStore: Cells = {};
  const nextBase: Cells = {};
  const columns = new Set([...result.columns.filter(isPersonColumn), ...Object.keys(stored ?? {})]);
  for (const column of columns) {
    const was = base?.[column] ?? '';
    const inStore = stored?.[column] ?? '';
    const inSheet = row.cells[column] ?? (base === undefined ? inStore : was);
    const merged = mergeCell(was, inSheet, inStore, input.take);
    [toSheet[column], toStore[column], nextBase[column]] = [merged.sheet, merged.store, merged.base];
    if (merged.sheet !== merged.store)
      result.conflicts.push({ prospect_id: prospectId, column, sheet: merged.sheet, store: merged.store });
  }
  for (const [column, text] of foreignWords(row.cells, base ?? {}, input.ownNames)) {
    for (const cells of toSheet.notes === toStore.notes ? [toSheet, toStore, nextBase] : [toSheet])
      cells.notes = [cells.notes, `${column}: ${text}`].filter((part) => part).join('\n');
    result.moved.push({ prospect_id: prospectId, column });
  }
  result.rows.push({ prospectId, cells: toSheet });
  result.base.set(prospectId, nextBase);
  if (stored === undefined) result.inserts.set(prospectId, toStore);
  else if ([...columns].some((column) => (stored[column] ?? '') !== toStore[column]))
    result.updates.set(prospectId, toStore);
}

function mergeCell(was: string, sheet: string, store: string, take: Side | null): Record<Side | 'base', string> {
  const all = (text: string) => ({ sheet: text, store: text, base: text });
  if (sheet === store || store === was) return all(sheet);
  if (sheet === was) return all(store);
  if (take !== null) return all(take === 'sheet' ? sheet : store);
  return { sheet, store, base: was };
}

/** What a person wrote into the program's columns: neither what stood there, nor what the program writes. */
function foreignWords(cells: Cells, base: Cells, names: OwnNames): [column: string, text: string][] {
  return Object.entries(cells).flatMap(([column, cell]): [string, string][] => {
    const text = cell.trim();
    if (!isProgramColumn(column) || text === '' || text === base[column]) return [];
    return isOwnText(column, text, names) ? [] : [[column, text]];
  });
}

/** One address belongs to one prospect; the others keep what was typed, and are not written to. */
function tellAddresses(input: MergeInput, result: MergeResult): void {
  const cellsOf = new Map([...input.store, ...result.inserts, ...result.updates]);
  const holders = addressHolders(cellsOf, input.holderOf);
  for (const [prospectId, cells] of cellsOf) {
    const email = (cells.email ?? '').trim();
    if (email === '') continue;
    const holder = holders.get(foldAddress(email));
    const tell = (problem: SheetProblem['problem'], detail: string) =>
      result.problems.push({ line: null, prospect_id: prospectId, problem, detail });
    if (holder === undefined) tell('bad_email', 'The e-mail address cannot be one; nothing is sent there.');
    else if (holder !== prospectId)
      tell('shared_email', `The e-mail address is that of ${holder} too; nothing is sent to ${prospectId}.`);
  }
}

/** Folded address to the prospect that holds it: who held it before, else the first. */
export function addressHolders(
  cellsOf: ReadonlyMap<string, Cells>,
  holderOf: (email: string) => string | null,
): Map<string, string> {
  const holders = new Map<string, string>();
  for (const [prospectId, cells] of cellsOf) {
    const email = (cells.email ?? '').trim();
    if (!isAddress(email)) continue;
    const folded = foldAddress(email);
    if (!holders.has(folded) || holderOf(email) === prospectId) holders.set(folded, prospectId);
  }
  return holders;
}
