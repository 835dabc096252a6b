/** The sheet as bytes: every form in which a spreadsheet saves a CSV is read, and one safe form is written. Pure. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Cells, SHEET_COLUMNS } from './columns.ts';

/** How the person's program writes the file; kept when it is written again. */
export interface SheetForm {
  delimiter: ',' | ';' | '\t';
  bom: boolean;
  newline: '\r\n' | '\n';
}

export interface SheetRow {
  /** Where it ends in the file, from 1. */
  line: number;
  cells: Cells;
}

export interface Sheet {
  columns: string[];
  rows: SheetRow[];
  form: SheetForm;
}

/** A spreadsheet reads UTF-8 only with a mark in front. */
export const NEW_FORM: SheetForm = { delimiter: ',', bom: true, newline: '\r\n' };

export const SHEET_BYTES_MAX = 32 * 1024 * 1024;
export const COLUMN_NAME = /^(?!__)[\p{L}\p{M}\p{N} _.,()/?&:#%-]{1,80}$/u;

/** Throws `validation_failed` with the line at fault and what to do; no cell's text stands in the message. */
export function readSheet(bytes: Uint8Array): Sheet {
  if (bytes.length > SHEET_BYTES_MAX)
    throw refused(`The sheet has ${bytes.length} bytes; ${SHEET_BYTES_MAX} is the most. Split it in two.`);
  const decoded = decode(bytes);
  const { text, delimiter } = withoutSeparatorLine(decoded.text);
  const form: SheetForm = {
    delimiter: delimiter ?? delimiterOf(text),
    bom: decoded.bom,
    newline: text.includes('\r\n') || !text.includes('\n') ? '\r\n' : '\n',
  };
  // One sort of line end, so that lines are counted as an editor counts them, also within a cell.
  const records = parseRecords(text.replaceAll(/\r\n?/g, '\n'), form.delimiter);
  const [header, ...rest] = records;
  if (header === undefined) return { columns: [], rows: [], form };
  const columns = columnsOf(header.record, rest);
  const rows = rest.flatMap(({ record, line }) => {
    if (record.every((cell) => cell.trim() === '')) return [];
    const cells: Cells = {};
    for (const [i, column] of columns.entries()) cells[column] = unguard(record[i] ?? '');
    return [{ line, cells }];
  });
  return { columns, rows, form };
}

export function writeSheet(columns: readonly string[], rows: readonly Cells[], form: SheetForm): Buffer {
  const records = [columns.map(guard), ...rows.map((cells) => columns.map((column) => guard(cells[column] ?? '')))];
  const text = stringify(records, {
    delimiter: form.delimiter,
    record_delimiter: form.newline,
    bom: form.bom,
    // By itself it quotes only the line end that it writes.
    quoted_match: /[\r\n]/,
  });
  return Buffer.from(text);
}

interface Line {
  record: string[];
  line: number;
}

function parseRecords(text: string, delimiter: string): Line[] {
  try {
    const parsed = parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(sentenceOf(error));
  }
}

/** The library's own message quotes the cell, which may be a person's. */
function sentenceOf(error: CsvError): string {
  const line = Number(error.lines ?? 0);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return `A quote that opens is never closed, on line ${line} or before. Close it, or save the sheet anew.`;
  return `Line ${line} has a quote in the middle of a cell. Put the whole cell in quotes, and double the quotes within.`;
}

function columnsOf(header: string[], rest: readonly Line[]): string[] {
  const width = header.findLastIndex((cell) => cell.trim() !== '') + 1;
  const tooWide = rest.find(({ record }) => record.slice(width).some((cell) => cell.trim() !== ''));
  if (tooWide !== undefined)
    throw refused(
      `Line ${tooWide.line} has more cells than the header has names (${width}). Quote a cell that holds the separator.`,
    );
  const columns = header.slice(0, width).map(columnName);
  if (!columns.includes('email') && !columns.includes('name'))
    throw refused('The first line names neither a column email nor a column name: is it the header?');
  for (const [i, column] of columns.entries()) {
    if (column === '') throw refused(`Column ${i + 1} has no name in the header.`);
    if (!COLUMN_NAME.test(column)) throw refused(`The name of column ${i + 1} cannot be used.`);
    if (columns.indexOf(column) < i)
      throw refused(`Columns ${columns.indexOf(column) + 1} and ${i + 1} have one name.`);
  }
  return columns;
}

/** `Prospect ID`, `E-mail` and `LAWFUL BASIS` mean our columns; any other name stays as it is. */
export function columnName(cell: string): string {
  const trimmed = unguard(cell.trim());
  const folded = trimmed.toLowerCase().replaceAll(/[ -]+/g, '_');
  if (folded === 'e_mail' || folded === 'email_address') return 'email';
  return SHEET_COLUMNS.includes(folded) ? folded : trimmed;
}

function decode(bytes: Uint8Array): { text: string; bom: boolean } {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // The decoder takes the mark away. What came as UTF-16 is written as UTF-8 with one, which spreadsheets need.
    const bom = encoding !== 'utf-8' || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
    if (text.includes('\0')) throw refused('The sheet holds NUL characters: it is no CSV. Save it as CSV UTF-8.');
    return { text, bom };
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw refused(
      `The sheet is not valid ${encoding.toUpperCase()}${lineOfBadByte(bytes, encoding)}. Save it as "CSV UTF-8".`,
    );
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: the header is Latin, so every other byte is zero.
  if (bytes.length >= 4 && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[2] === 0) return 'utf-16be';
  return 'utf-8';
}

function lineOfBadByte(bytes: Uint8Array, encoding: string): string {
  if (encoding !== 'utf-8') return '';
  let line = 1;
  let from = 0;
  for (let i = 0; i <= bytes.length; i += 1) {
    if (i < bytes.length && bytes[i] !== 0x0a) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, i));
    } catch {
      return ` on line ${line}`;
    }
    line += 1;
    from = i + 1;
  }
  return '';
}

/** Excel's own first line `sep=;` says how the cells are parted. */
function withoutSeparatorLine(text: string): { text: string; delimiter: SheetForm['delimiter'] | null } {
  const match = /^sep=([,;\t])\r?\n/i.exec(text);
  return match === null
    ? { text, delimiter: null }
    : { text: text.slice(match[0].length), delimiter: match[1] as SheetForm['delimiter'] };
}

function delimiterOf(text: string): SheetForm['delimiter'] {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => header.split(delimiter).length;
  const choices = [',', ';', '\t'] as const;
  return choices.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** What a spreadsheet takes for a formula, also behind quotes put there before: full-width signs count too. */
const DANGEROUS = /^'*[=+\-@\t\n＝＋－＠]/u;
const GUARDED = /^'+[=+\-@\t\n＝＋－＠]/u;

/** Puts a quote before what would run as a formula; `unguard` takes exactly this one away again. */
const guard = (cell: string): string => (DANGEROUS.test(cell) ? `'${cell}` : cell);
const unguard = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

const refused = (detail: string): StudioError => new StudioError('validation_failed', detail);
