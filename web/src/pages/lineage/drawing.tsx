/** The whole tree as a picture: d3-hierarchy says where, the rest is SVG of our own. */
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { type HierarchyPointNode, stratify, tree } from 'd3-hierarchy';
import { useEffect, useMemo, useRef } from 'react';
import { lineage } from '../../strings/lineage.ts';
import { clip } from '../../ui/clip.ts';
import { nameOf, noteOf, outcomeOf } from './kind.ts';
import styles from './lineage.module.css';

interface DrawingProps {
  nodes: readonly LineageNode[];
  ends: ReadonlyMap<string, LineageNode>;
  selected: string;
  select: (id: string) => void;
}

const ROW = 26;
const COLUMN = 230;
/** As many as a column has room for. */
const LABEL_CHARS = 32;
const MARGIN = 20;

export function Drawing({ nodes, ends, selected, select }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useMemo(() => layOut(nodes), [nodes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen node comes into view
  useEffect(() => {
    frame.current?.querySelector('[data-here]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  if (drawn === null) return null;
  const { points, width, height } = drawn;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={frame} className={styles.scroller} aria-label={lineage.drawing} tabIndex={0}>
      <svg width={width} height={height} role="img" aria-label={lineage.drawingLabel(nodes.length)}>
        {points.map((point) =>
          point.parent === null ? null : <path key={point.data.lineage_id} d={linkOf(point)} className={styles.link} />,
        )}
        {points.map((point) => {
          const { data } = point;
          const here = data.lineage_id === selected;
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the tree is the keyboard's way to the same nodes
            <g
              key={data.lineage_id}
              transform={`translate(${point.y} ${point.x})`}
              className={here ? styles.chosen : styles.point}
              data-here={here || undefined}
              onClick={() => select(data.lineage_id)}
            >
              <circle r={here ? 6 : 4} className={styles[outcomeOf(data, ends.get(data.lineage_id)).tone]} />
              <text x={10} dy="0.35em">
                {clipped(`${nameOf(data)} ${noteOf(data)}`.trim())}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}

function clipped(label: string): string {
  const { shown, left } = clip(label, LABEL_CHARS);
  return left > 0 ? `${shown}…` : shown;
}

type Point = HierarchyPointNode<LineageNode>;

function layOut(nodes: readonly LineageNode[]): { points: Point[]; width: number; height: number } | null {
  if (nodes.length === 0) return null;
  const root = stratify<LineageNode>()
    .id((node) => node.lineage_id)
    .parentId((node) => node.parent_lineage_id)([...nodes]);
  const points = tree<LineageNode>().nodeSize([ROW, COLUMN])(root).descendants();
  const top = points.reduce((least, { x }) => Math.min(least, x), 0);
  for (const point of points) {
    point.x += MARGIN - top;
    point.y += MARGIN;
  }
  const deepest = points.reduce((most, { y }) => Math.max(most, y), 0);
  const lowest = points.reduce((most, { x }) => Math.max(most, x), 0);
  return { points, width: deepest + COLUMN, height: lowest + MARGIN };
}

function linkOf(point: Point): string {
  const { parent } = point;
  if (parent === null) return '';
  const middle = (parent.y + point.y) / 2;
  return `M${parent.y} ${parent.x}C${middle} ${parent.x} ${middle} ${point.x} ${point.y} ${point.x}`;
}
