/** The nodes over time: one mark each, where it happened; the mark of the chosen one stands out. */
import type { LineageNode } from '@sacred-qa/contracts/lineage';
import { lineage } from '../../strings/lineage.ts';
import { secondsIst } from '../../ui/format.ts';
import { Time } from '../../ui/time.tsx';
import { nameOf } from './kind.ts';
import styles from './lineage.module.css';

interface TimelineProps {
  nodes: readonly LineageNode[];
  selected: string;
  select: (id: string) => void;
}

const WIDTH = 1000;
const HEIGHT = 28;

export function Timeline({ nodes, selected, select }: TimelineProps) {
  const times = nodes.map(({ timestamp }) => Date.parse(timestamp));
  const from = Math.min(...times);
  const to = Math.max(...times);
  const first = nodes[times.indexOf(from)];
  const last = nodes[times.indexOf(to)];
  if (first === undefined || last === undefined || from === to) return null;
  const x = (timestamp: string): number => 4 + ((Date.parse(timestamp) - from) / (to - from)) * (WIDTH - 8);
  return (
    <figure className={styles.timeline}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={lineage.timeline}
        className={styles.time}
      >
        <path d={`M0 ${HEIGHT / 2}H${WIDTH}`} className={styles.axis} />
        {nodes.map((node) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the tree is the keyboard's way to the same nodes
          <rect
            key={node.lineage_id}
            x={x(node.timestamp) - 1.5}
            y={node.lineage_id === selected ? 2 : 8}
            width={3}
            height={node.lineage_id === selected ? HEIGHT - 4 : HEIGHT - 16}
            className={node.lineage_id === selected ? styles.here : node.success === false ? styles.bad : styles.tick}
            onClick={() => select(node.lineage_id)}
          >
            <title>{`${nameOf(node)}, ${secondsIst(node.timestamp)}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption className="quiet small">
        <Time at={first.timestamp} />
        <Time at={last.timestamp} />
      </figcaption>
    </figure>
  );
}
