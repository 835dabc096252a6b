/** The pictures of the metrics: small SVGs that say in words what they show. */
import styles from './metrics.module.css';

const WIDTH = 400;
const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;
const REACH_PX = 8;
const POINT_PX = 5;

const at = (part: number): number => Math.min(1, Math.max(0, part)) * WIDTH;

/** A bar of `part` of the whole. */
export function Bar({ part, says }: { part: number; says: string }) {
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={says}
    >
      <rect className={styles.whole} width={WIDTH} height={HEIGHT} />
      <rect className={styles.part} width={at(part)} height={HEIGHT} />
    </svg>
  );
}

/** An interval with its estimate, on a scale from 0 to `top`; `mark` draws the rate of all beside it. */
export function Interval(props: {
  low: number;
  share: number;
  high: number;
  top: number;
  mark?: number;
  says: string;
}) {
  const { low, share, high, top, mark, says } = props;
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={says}
    >
      <rect className={styles.whole} width={WIDTH} height={HEIGHT} />
      {mark !== undefined && (
        <line className={styles.mark} x1={at(mark / top)} x2={at(mark / top)} y1="0" y2={HEIGHT} />
      )}
      <rect
        className={styles.reach}
        x={at(low / top)}
        y={MIDDLE - REACH_PX / 2}
        width={at(high / top) - at(low / top)}
        height={REACH_PX}
      />
      <rect className={styles.part} x={at(share / top) - POINT_PX / 2} y="3" width={POINT_PX} height={HEIGHT - 6} />
    </svg>
  );
}

/** The end of a scale on which every interval fits: 20, 40, 60, 80 or 100 %. */
export const scaleTop = (highest: number): number => Math.min(1, Math.max(0.2, Math.ceil(highest * 5) / 5));
