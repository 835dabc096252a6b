/** States and severities: a shape, a word and a colour; none of the three says it alone. */
import type { Severity } from '@sacred-qa/contracts/pack';
import { t } from '../strings/strings.ts';
import { classes } from './classes.ts';
import styles from './mark.module.css';

export type Tone = Severity | 'hint' | 'passed' | 'neutral' | 'busy';

// Outlines differ, so that they are told apart without colour; the same as in the reports.
const SHAPES: Record<Tone, string> = {
  critical: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  high: 'M8 1.500 15 14.500H1z',
  medium: 'M8 1l7 7-7 7-7-7z',
  low: 'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13z',
  hint: 'M2 2h12v9H8.500L5 14v-3H2z',
  passed: 'M2 8.500l1.800-1.800L6.500 9.400l6-6.600L14.300 4.500 6.600 13z',
  neutral: 'M3 7h10v2H3z',
  busy: 'M8 1.500a6.500 6.500 0 0 1 6.500 6.500h-2A4.500 4.500 0 1 0 8 12.500v2a6.500 6.500 0 0 1 0-13z',
};

export function Mark({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className={classes(styles.mark, styles[tone])}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[tone]} />
      </svg>
      {word}
    </span>
  );
}

/** A hint rests on a fact that is not sourced, or stale: it is no verdict, whatever its severity would be. */
export function SeverityMark({ severity, advisory = false }: { severity: Severity; advisory?: boolean }) {
  return advisory ? (
    <Mark tone="hint" word={t.severity.hint(t.severity[severity])} />
  ) : (
    <Mark tone={severity} word={t.severity[severity]} />
  );
}
