/** What is due next on the Indian clock: mails, posts and calls, and what the house does by itself. */
import type { JobView } from '@sacred-qa/contracts/house';
import { Link } from 'wouter';
import { useGet } from '../../api/queries.ts';
import { classes } from '../../ui/classes.ts';
import { addDays, istDay } from '../../ui/days.ts';
// So that what both need stays in one file.
import '../../ui/page.tsx';
import { Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { type Agenda, dueNext } from './due-next.ts';
import styles from './today.module.css';

const LOOK_AGAIN_MS = 60_000;
const DAYS_AHEAD = 60;
const ROWS = 4;

export function DueList() {
  const nowIso = new Date().toISOString();
  const from = istDay(nowIso);
  const span = { from, to: addDays(from, DAYS_AHEAD) };
  const agenda = useGet<Agenda>('/outreach/calendar', span, { refetchInterval: LOOK_AGAIN_MS });
  const jobs = useGet<{ items: JobView[] }>('/jobs', {}, { refetchInterval: LOOK_AGAIN_MS });
  return (
    <Shown query={agenda} rows={ROWS}>
      {(calendar) => (
        <Shown query={jobs} rows={ROWS}>
          {({ items }) => (
            <ul className={classes(styles.list, styles.due)}>
              {dueNext(calendar, items, nowIso).map(({ at, to, what, note }) => (
                <li key={at + to + what}>
                  <span>
                    <Link href={to}>{what}</Link>
                    {note !== undefined && <span className={classes(styles.note, 'quiet small')}>{note}</span>}
                  </span>
                  <span className="quiet small">
                    <Time at={at} brief />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Shown>
      )}
    </Shown>
  );
}
