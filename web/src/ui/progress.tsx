/** How far a run is: a bar with its numbers beside it. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { t } from '../strings/strings.ts';
import styles from './progress.module.css';

export function Progress({ audit }: { audit: Pick<AuditView, 'totals'> }) {
  const { planned, answered, errors, cancelled } = audit.totals;
  const ended = answered + errors + cancelled;
  return (
    <div className={styles.progress}>
      <progress value={ended} max={Math.max(planned, 1)} aria-label={t.progress.asked} />
      <span className="number small">{t.progress.ended(ended, planned)}</span>
    </div>
  );
}
