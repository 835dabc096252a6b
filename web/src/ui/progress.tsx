/** How far a run is: a bar with its numbers beside it. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { audits } from '../strings/audits.ts';
import styles from './progress.module.css';

export function Progress({ audit }: { audit: Pick<AuditView, 'totals'> }) {
  const { planned, answered, errors, cancelled } = audit.totals;
  const ended = answered + errors + cancelled;
  return (
    <div className={styles.progress}>
      <progress value={ended} max={Math.max(planned, 1)} aria-label={audits.progress} />
      <span className="number small">{audits.ended(ended, planned)}</span>
    </div>
  );
}
