/** Confirms, rejects or settles a finding. A rejection needs a reason, and is remembered. */
import type { FindingStatus } from '@sacred-qa/contracts/finding';
import type { FindingView } from '@sacred-qa/contracts/report';
import { useState } from 'react';
import { change } from '../../api/client.ts';
import { useChange } from '../../api/queries.ts';
import { audits } from '../../strings/audits.ts';
import { Field } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Problem } from '../../ui/state.tsx';
import styles from './audits.module.css';

const NEXT: Record<FindingStatus, readonly FindingStatus[]> = {
  open: ['accepted', 'false_alarm', 'wont_fix'],
  accepted: ['fixed', 'false_alarm', 'wont_fix', 'open'],
  fixed: ['open'],
  wont_fix: ['open'],
  false_alarm: ['open'],
};
const NEEDS_REASON: ReadonlySet<FindingStatus> = new Set(['false_alarm', 'wont_fix']);
const TONES = {
  open: 'medium',
  accepted: 'high',
  fixed: 'passed',
  wont_fix: 'neutral',
  false_alarm: 'neutral',
} as const;

export function Decision({ finding }: { finding: FindingView }) {
  const [asked, setAsked] = useState<FindingStatus | null>(null);
  const [reason, setReason] = useState('');
  const decide = useChange(
    (status: FindingStatus) => change('PATCH', `/findings/${finding.id}`, { status, reason: reason.trim() }),
    ['audits', 'findings', 'lineage'],
    () => setAsked(null),
  );
  return (
    <div className={styles.decision}>
      <p className={styles.grades}>
        <Mark tone={TONES[finding.status]} word={audits.statuses[finding.status]} />
        {NEXT[finding.status].map((status) => (
          <button
            key={status}
            type="button"
            aria-expanded={NEEDS_REASON.has(status) ? asked === status : undefined}
            disabled={decide.isPending}
            onClick={() => (NEEDS_REASON.has(status) ? setAsked(status) : decide.mutate(status))}
          >
            {audits.acts[status]}
          </button>
        ))}
      </p>
      {asked !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            decide.mutate(asked);
          }}
        >
          <Field label={audits.reason} hint={audits.reasonNeeded}>
            {(ids) => (
              <input
                {...ids}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                required
                dir="auto"
                // biome-ignore lint/a11y/noAutofocus: it opened because the reason was asked for
                autoFocus
              />
            )}
          </Field>
          <button type="submit" disabled={reason.trim() === '' || decide.isPending}>
            {audits.record}
          </button>
        </form>
      )}
      {decide.error && <Problem error={decide.error} />}
    </div>
  );
}
