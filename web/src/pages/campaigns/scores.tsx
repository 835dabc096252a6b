/** Each iteration of the copy that was planned, with its trust score and every reason for it. */
import { useGet } from '../../api/queries.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { Section } from '../../ui/page.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './campaigns.module.css';

export interface Score {
  iteration: number;
  score: number;
  at: string;
  reasons: { points: number; detail: string }[];
}

export function Scores({ name, week }: { name: string; week: string }) {
  const scores = useGet<{ items: Score[] }>(`/outreach/campaigns/${name}/scores`, { week_of: week });
  return (
    <Section title={words.trust}>
      <Shown query={scores} rows={1}>
        {({ items }) => (
          <ul className={styles.lines}>
            {items.map(({ iteration, score, at, reasons }) => (
              <li key={iteration}>
                <span>
                  {words.iteration} {iteration}: <strong className="number">{words.of100(score)}</strong>{' '}
                  <span className="quiet small">
                    <Time at={at} brief />
                  </span>
                </span>
                {reasons.length === 0 ? (
                  <span className="quiet small">{words.noFlaws}</span>
                ) : (
                  reasons.map((reason) => <SaidLine key={reason.detail} text={`${reason.points}  ${reason.detail}`} />)
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Section>
  );
}
