/** What the week teaches: how little so few mails prove, the copy and its scores, and what to try next. */
import type { Reflection, WeekView } from '../../api/metrics.ts';
import { useGet } from '../../api/queries.ts';
import { metrics as words } from '../../strings/metrics.ts';
import { Command } from '../../ui/command.tsx';
import { numberIn } from '../../ui/format.ts';
import { Facts, Section } from '../../ui/page.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Time } from '../../ui/time.tsx';
import type { Score } from '../campaigns/scores.tsx';
import styles from './metrics.module.css';
import { Count } from './number.tsx';

export function Small({ said, needed }: Pick<WeekView, 'said' | 'needed'>) {
  const names = ['toKnow', 'daily', 'once'] as const;
  return (
    <Section title={words.small}>
      <div className={styles.told}>
        {said.numbers.map((sentence, i) => (
          <p key={sentence} className={i === 0 ? styles.plainest : undefined}>
            {sentence}
          </p>
        ))}
        <Facts facts={names.map((name) => [words.needed[name], <Count key={name} of={needed[name]} />] as const)} />
      </div>
    </Section>
  );
}

export function Comparison({ said }: Pick<WeekView, 'said'>) {
  return (
    <Section title={words.comparison}>
      <div className={styles.told}>
        {said.comparison.map((sentence) => (
          <Said key={sentence} text={sentence} lang="en" />
        ))}
      </div>
    </Section>
  );
}

export function Copy({ copy }: Pick<WeekView, 'copy'>) {
  return (
    <Section title={words.copy} aside={words.copyLead}>
      {copy.length === 0 && <p className="quiet">{words.noCopy}</p>}
      {copy.map(({ campaign, score, iteration, reasons }) => (
        <div key={campaign} className={styles.group}>
          <h3>{campaign}</h3>
          <p>
            {words.iteration} <Count of={iteration} />:{' '}
            <strong>
              <Count of={score} />
            </strong>{' '}
            {words.of100} {reasons.length === 0 && words.noFlaws}
          </p>
          {reasons.length > 0 && (
            <ul>
              {reasons.map(({ points, detail }) => (
                <li key={detail}>
                  {points} <SaidLine text={detail} />
                </li>
              ))}
            </ul>
          )}
          <Iterations campaign={campaign} />
        </div>
      ))}
    </Section>
  );
}

/** How the score moved from one iteration to the next, oldest first. */
function Iterations({ campaign }: { campaign: string }) {
  const scores = useGet<{ items: Score[] }>(`/outreach/campaigns/${campaign}/scores`);
  const items = (scores.data?.items ?? []).toSorted((a, b) => a.iteration - b.iteration);
  if (items.length < 2) return null;
  return (
    <ul className={styles.lines}>
      {items.map(({ iteration, score, at }) => (
        <li key={iteration}>
          <span>
            {words.iteration} {numberIn(iteration)}{' '}
            <span className="quiet small">
              <Time at={at} brief />
            </span>
          </span>
          <span className="number">
            {numberIn(score)} {words.of100}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Replies({ said }: Pick<WeekView, 'said'>) {
  return (
    <Section title={words.replies}>
      <ul className={styles.lines}>
        {said.replies.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  );
}

export function Next({ next }: Pick<WeekView, 'next'>) {
  return (
    <Section title={words.next}>
      <ol className={styles.next}>
        {next.map(({ rule, advice, hypothesis }) => (
          <li key={`${rule} ${advice}`}>
            <Said text={advice} lang="en" />
            <div className="quiet small">
              {words.hypothesis} <Said text={hypothesis} lang="en" />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Of the week itself; else the latest that was kept. */
export function Reflected({ week }: { week: WeekView }) {
  const kept = useGet<{ items: Reflection[] }>('/outreach/metrics/reflections');
  const latest = kept.data?.items.find(({ campaign }) => campaign === week.campaign) ?? null;
  const shown = week.reflection ?? latest;
  return (
    <Section
      title={words.reflection}
      aside={shown === null || shown.week_of === week.week_of ? undefined : words.latest(shown.week)}
    >
      {week.reflection === null && (
        <>
          <p className="quiet">{words.noReflection}</p>
          <Command line={words.noReflectionCommand(week.week)} />
        </>
      )}
      {shown !== null && (
        <div className={styles.told}>
          <p className="quiet small">
            {words.kept} <Time at={shown.as_of} />
          </p>
          <ul>
            {shown.said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {shown.before !== null && (
            <div>
              {words.tried(shown.before.week)} <Said text={shown.before.tried} lang="en" />
              <p>{words.rates(shown.before.rate_then, shown.before.rate_now)}</p>
            </div>
          )}
          <div className={styles.plainest}>
            <Said text={shown.next.advice} lang="en" />
          </div>
          <div className="quiet small">
            {words.hypothesis} <Said text={shown.next.hypothesis} lang="en" />
          </div>
        </div>
      )}
    </Section>
  );
}
