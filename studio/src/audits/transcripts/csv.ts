/** Reads CSV as it is found (RFC 4180 and its neighbours): any of four separators, quotes over lines, CR, LF or both. */

export interface CsvTable {
  header: string[];
  /** Each record with the number of the line it begins on. */
  rows: { line: number; cells: string[] }[];
}

export class CsvFault extends Error {}

const SEPARATORS = [',', ';', '\t', '|'];

/** Throws a CsvFault that names the line when a quote is never closed, or when there is no header. */
export function parseCsv(text: string): CsvTable {
  const body = text.replace(/^\ufeff/, '');
  const records = recordsOf(body, separatorOf(body));
  const [header, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (header === undefined) throw new CsvFault('The file is empty: its first line names the columns.');
  return { header: header.cells.map((cell) => cell.trim()), rows };
}

/** The one that stands most often in the first record, outside quotes. */
function separatorOf(text: string): string {
  const first = (text.split(/\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  return SEPARATORS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
}

function recordsOf(text: string, separator: string): CsvTable['rows'] {
  const rows: CsvTable['rows'] = [];
  const plain = new RegExp(`[^${separator === '|' ? '\\|' : separator}\\r\\n]*`, 'y');
  const quoted = /"((?:[^"]|"")*)("|$)/y;
  let at = 0;
  let line = 1;
  let row = { line, cells: [] as string[] };
  while (at < text.length) {
    const start = at;
    let cell: string;
    quoted.lastIndex = at;
    const inQuotes = text[at] === '"' ? quoted.exec(text) : null;
    if (inQuotes !== null) {
      if (inQuotes[2] === '') throw new CsvFault(`The quote that opens on line ${line} is never closed.`);
      at = quoted.lastIndex;
      cell = (inQuotes[1] ?? '').replaceAll('""', '"');
    } else cell = '';
    // After a closed quote nothing should follow; what does is kept rather than lost.
    plain.lastIndex = at;
    cell += plain.exec(text)?.[0] ?? '';
    at = plain.lastIndex;
    line += countLines(text.slice(start, at));
    row.cells.push(cell);
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.cells.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    rows.push(row);
    row = { line, cells: [] };
  }
  if (row.cells.length > 0) rows.push(row);
  return rows;
}

const countLines = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
