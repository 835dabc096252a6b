/** Rows under column titles, fitted to the terminal. Pure. */
import { cellsOf, fitCells, padCells } from './cell-width.ts';
import type { Paint, Style } from './colours.ts';
import { safeLine } from './safe-text.ts';

export interface Column {
  title: string;
  align?: 'left' | 'right';
  /** May be cut down to this many cells when the terminal is narrow; ids and numbers never are. */
  shrinkTo?: number;
  style?: (cell: string) => Style | undefined;
}

export interface Frame {
  /** Cells of the terminal; Infinity where there is none. */
  width: number;
  paint: Paint;
}

const GAP = 2;

/** One line a row; where even the shrunk columns do not fit beside each other, one block a row. Ends with a newline. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], frame: Frame): string {
  const cells = rows.map((row) => columns.map((_, i) => safeLine(row[i] ?? '')));
  const widths = fitWidths(columns, cells, frame.width);
  return widths === null ? renderBlocks(columns, cells, frame) : renderLines(columns, cells, widths, frame);
}

function fitWidths(columns: readonly Column[], cells: readonly string[][], width: number): number[] | null {
  const widths = columns.map((column, i) =>
    cells.reduce((widest, row) => Math.max(widest, cellsOf(row[i] ?? '')), cellsOf(column.title)),
  );
  let excess = widths.reduce((sum, w) => sum + w, GAP * (columns.length - 1)) - width;
  while (excess > 0) {
    // The widest of those that may shrink gives first, so that none vanishes while another sprawls.
    const slack = columns.map((column, i) => (column.shrinkTo === undefined ? 0 : (widths[i] ?? 0) - column.shrinkTo));
    const widest = slack.reduce((best, s, i) => (s > 0 && (widths[i] ?? 0) > (widths[best] ?? 0) ? i : best), -1);
    if (widest === -1) return null;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function renderLines(columns: readonly Column[], cells: readonly string[][], widths: readonly number[], frame: Frame) {
  const line = (row: readonly string[], styleOf: (column: Column, cell: string) => Style | undefined): string => {
    const padded = columns.map((column, i) => {
      const cell = row[i] ?? '';
      const isLast = i === columns.length - 1;
      const fitted = fitCells(cell, widths[i] ?? 0);
      const text = isLast && column.align !== 'right' ? fitted : padCells(fitted, widths[i] ?? 0, column.align);
      const style = styleOf(column, cell);
      return style === undefined ? text : frame.paint(style, text);
    });
    return `${padded.join(' '.repeat(GAP)).trimEnd()}\n`;
  };
  const titles = line(
    columns.map((column) => column.title),
    () => 'dim',
  );
  return titles + cells.map((row) => line(row, (column, cell) => column.style?.(cell))).join('');
}

function renderBlocks(columns: readonly Column[], cells: readonly string[][], frame: Frame): string {
  const widestTitle = Math.max(...columns.map((column) => cellsOf(column.title)));
  return cells
    .map((row) =>
      columns
        .map((column, i) => {
          const cell = row[i] ?? '';
          const style = column.style?.(cell);
          const title = frame.paint('dim', padCells(column.title, widestTitle));
          return `${title}  ${style === undefined ? cell : frame.paint(style, cell)}\n`;
        })
        .join(''),
    )
    .join('\n');
}

/** Names and values under each other, as one thing is shown. Empty values are left out. */
export function renderFields(fields: readonly (readonly [string, string])[], paint: Paint): string {
  const shown = fields.filter(([, value]) => value !== '');
  const widest = Math.max(0, ...shown.map(([name]) => cellsOf(name)));
  return shown.map(([name, value]) => `${paint('dim', padCells(name, widest))}  ${safeLine(value)}\n`).join('');
}
