/** Week by week: how many were written to and how many answered, as a picture; each leads to its week. */
import type { WeekEntry } from '@sacred-qa/contracts/metrics';
import { useState } from 'react';
import { Link } from 'wouter';
import { metrics as words } from '../../strings/metrics.ts';
import { dayWords } from '../../ui/days.ts';
import { numberIn } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useSearch } from '../../ui/use-search.ts';
import styles from './metrics.module.css';
import { share } from './number.tsx';
import { Interval, scaleTop } from './pictures.tsx';

const WEEKS_SHOWN = 8;

export function Weeks({ weeks, chosen }: { weeks: WeekEntry[]; chosen: string }) {
  const search = useSearch();
  const [all, setAll] = useState(false);
  const shown = all ? weeks : weeks.slice(0, WEEKS_SHOWN);
  const counted = shown.filter(({ response }) => response.people > 0);
  const top = scaleTop(Math.max(0, ...counted.map(({ response }) => response.high)));
  return (
    <Section title={words.weeks} aside={words.weeksLead}>
      <ol className={styles.bars}>
        {shown.map(({ week, week_of, replied, response }) => (
          <li key={week_of} className={styles.bar}>
            <Link href={search.with('week', week_of)} aria-current={week_of === chosen ? 'true' : undefined}>
              {words.weekTitle(week, dayWords(week_of))}
            </Link>
            {response.people === 0 ? (
              <span />
            ) : (
              <Interval
                {...response}
                top={top}
                says={words.picture(
                  words.weekTitle(week, dayWords(week_of)),
                  ...[share(response.share), share(response.low), share(response.high), numberIn(response.people)],
                )}
              />
            )}
            <span className="number">
              {response.people === 0 ? (
                <span className="quiet">{words.nobodyShort}</span>
              ) : (
                <>
                  {share(response.share)}{' '}
                  <span className="quiet small">{words.answeredOf(numberIn(replied), numberIn(response.people))}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {weeks.length > shown.length && (
        <p>
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {words.allWeeks(weeks.length)}
          </button>
        </p>
      )}
    </Section>
  );
}
