/** How a tree of acts looks in a terminal. */
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import type { Output } from '../output.ts';
import { cellsOf, fitCells, padCells } from '../terminal/cell-width.ts';
import type { Paint, Style } from '../terminal/colours.ts';
import { formatDuration, formatIst } from '../terminal/ist.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { drawTree, growTree } from '../terminal/tree.ts';

/** From this width on each act carries its time; from the next on its number too. */
const TIME_FITS_FROM = 76;
const PLAIN_WIDTH = 100;
const LABEL_MAX = 64;

function markOf(node: LineageNode): { sign: string; style: Style } {
  if (node.success === null) return { sign: '•', style: 'blue' };
  return node.success ? { sign: '✓', style: 'green' } : { sign: '✗', style: 'red' };
}

/** What a finding found, and how many of how many attempts a list holds. */
function aboutOf({ operation_type, metadata }: LineageNode): string {
  if (operation_type === 'finding') return ` ${String(metadata.pattern_id)} ${metadata.failed}/${metadata.scored}`;
  if (operation_type === 'attempts' && metadata.count !== undefined) return ` ${metadata.count}`;
  return '';
}

const durationOf = ({ duration_ms }: LineageNode): string => (duration_ms === null ? '' : formatDuration(duration_ms));

/** The acts as a tree, each with its sign, duration, time (IST) and number; `marked` is pointed at. */
export function printTree(out: Output, nodes: readonly LineageNode[], marked: string | null): void {
  const width = Math.min(out.frame.width, 10_000);
  const roots = growTree(nodes, { idOf: (n) => n.lineage_id, parentIdOf: (n) => n.parent_lineage_id });
  const lines = [...drawTree(roots, Math.floor(Math.min(width, PLAIN_WIDTH) / 2))].map(({ prefix, item }) => ({
    node: item,
    prefix,
    label: safeLine(`${item.agent_name} ${item.operation_type}${aboutOf(item)}`),
  }));
  const widest = lines.reduce((most, { prefix, label }) => Math.max(most, cellsOf(prefix) + cellsOf(label)), 0);
  const withTime = width >= TIME_FITS_FROM;
  const fixed = withTime ? 46 : 16;
  const labelCells = Math.max(16, Math.min(widest, LABEL_MAX, width - fixed));
  for (const { node, prefix, label } of lines) {
    const isMarked = node.lineage_id === marked;
    out.print(renderLine({ node, prefix, label, labelCells, withTime, isMarked, paint: out.frame.paint }));
  }
}

function renderLine(given: {
  node: LineageNode;
  prefix: string;
  label: string;
  labelCells: number;
  withTime: boolean;
  isMarked: boolean;
  paint: Paint;
}): string {
  const { node, prefix, label, labelCells, withTime, isMarked, paint } = given;
  const { sign, style } = markOf(node);
  const room = Math.max(8, labelCells - cellsOf(prefix));
  const fitted = padCells(fitCells(label, room), room);
  const parts = [
    `${paint('dim', prefix)}${isMarked ? paint('bold', fitted) : fitted}`,
    paint(style, sign),
    padCells(durationOf(node), withTime ? 11 : 0, 'right'),
    ...(withTime ? [paint('dim', formatIst(node.timestamp))] : []),
    paint('dim', `.${node.seq}`),
    ...(isMarked ? [paint('bold', '◀')] : []),
  ];
  return `${parts
    .filter((part) => part !== '')
    .join(' ')
    .trimEnd()}\n`;
}
