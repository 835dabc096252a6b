/** What is told of people whom outreach writes to, of a list that is taken over, and of the sheet that is merged. */

export interface ProspectView {
  prospect_id: string;
  /** Column to text: the person's own columns, and the program's. */
  person: Record<string, string>;
  program: Record<string, string>;
}

/** What an import did or would do. */
export interface Imported {
  added: string[];
  updated: string[];
  unchanged: string[];
  /** Known people of whom the list says something else; left as they were. */
  differing: { line: number; prospect_id: string; columns: string[] }[];
  /** Each cell in which the list differs from what is known, whether it was taken over or not. */
  changes: { line: number; prospect_id: string; column: string; known: string; given: string }[];
  refused: { line: number; reason: string }[];
}

/** A cell that both sides changed, each to something else. */
export interface SheetConflict {
  prospect_id: string;
  column: string;
  sheet: string;
  store: string;
}

/** A row that cannot be taken as it is. It stays in the sheet, letter by letter, until the person repairs it. */
export interface SheetProblem {
  line: number | null;
  prospect_id: string | null;
  problem: 'bad_id' | 'duplicate_id' | 'duplicate_email' | 'shared_email' | 'bad_email';
  detail: string;
}

/** What a merge of the sheet did or would do. */
export interface SheetMerged {
  file: string;
  /** `open_elsewhere`: a spreadsheet program has it open, so nothing was done. `previewed`: nothing was to be done. */
  state: 'merged' | 'unchanged' | 'open_elsewhere' | 'previewed';
  /** The mark of the program that has it open. */
  opened_by: string | null;
  rows: number;
  added: string[];
  updated: string[];
  conflicts: SheetConflict[];
  problems: SheetProblem[];
  moved_to_notes: { prospect_id: string; column: string }[];
  put_back: string[];
  erased_lines: number[];
}
