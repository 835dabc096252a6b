/** The calendar: a month or a week of what goes out, on the Indian clock. Narrow screens get the days that hold something. */
import type { AgendaBooking, AgendaItem } from '@sacred-qa/contracts/campaign';
import { Link } from 'wouter';
import { useGet } from '../../api/queries.ts';
import { campaigns as words } from '../../strings/campaigns.ts';
import { due } from '../../strings/due.ts';
import { classes } from '../../ui/classes.ts';
import {
  addDays,
  addMonths,
  dayWords,
  isDay,
  istDay,
  mondayOf,
  monthWords,
  shortDayWords,
  weekdayWords,
  weeksOfMonth,
} from '../../ui/days.ts';
import { clockIst, wordsOf } from '../../ui/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { Problem } from '../../ui/state.tsx';
import type { Search } from '../../ui/use-search.ts';
import styles from './campaigns.module.css';
import { BOOKING_TONES, SLOT_TONES } from './tones.ts';

const VIEWS = ['month', 'week'] as const;

interface Agenda {
  items: AgendaItem[];
  bookings: AgendaBooking[];
}

type Entry = { at: string; item: AgendaItem } | { at: string; booking: AgendaBooking };

const entriesOf = (agenda: Agenda | undefined): Entry[] =>
  [
    ...(agenda?.items ?? []).map((item) => ({ at: item.due_at, item })),
    ...(agenda?.bookings ?? []).map((booking) => ({ at: booking.start_at, booking })),
  ].sort((a, b) => a.at.localeCompare(b.at));

export function Calendar({ search }: { search: Search }) {
  const view = search.get('view') === 'week' ? 'week' : 'month';
  const today = istDay(new Date().toISOString());
  const day = isDay(search.get('day')) ? search.get('day') : today;
  const weeks = view === 'month' ? weeksOfMonth(day) : [Array.from({ length: 7 }, (_, i) => addDays(mondayOf(day), i))];
  const from = weeks[0]?.[0] ?? day;
  const agenda = useGet<Agenda>('/outreach/calendar', { from, to: weeks.at(-1)?.at(-1) ?? day });
  const byDay = Map.groupBy(entriesOf(agenda.data), ({ at }) => istDay(at));
  const step = (by: number): string => (view === 'month' ? addMonths(day, by) : addDays(day, by * 7));
  const title = view === 'month' ? monthWords(day) : `${shortDayWords(from)} – ${dayWords(addDays(from, 6))}`;
  return (
    <section className={styles.calendar} aria-label={words.calendar}>
      <div className={styles.calendarHead}>
        <h2>
          <time dateTime={view === 'month' ? day.slice(0, 7) : from}>{title}</time>{' '}
          <span className={styles.zone}>{words.ist}</span>
        </h2>
        <div className={styles.turn}>
          <Link className="button" href={search.with('day', step(-1))} aria-label={words.earlier}>
            <span aria-hidden="true">{'←'}</span>
          </Link>
          <Link className="button" href={search.with('day', '')}>
            {words.today}
          </Link>
          <Link className="button" href={search.with('day', step(1))} aria-label={words.later}>
            <span aria-hidden="true">{'→'}</span>
          </Link>
          <select aria-label={words.view} value={view} onChange={(event) => search.set('view', event.target.value)}>
            {VIEWS.map((one) => (
              <option key={one} value={one}>
                {words.views[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {agenda.error && agenda.data === undefined && (
        <Problem error={agenda.error} retry={() => void agenda.refetch()} />
      )}
      <Grid weeks={weeks} byDay={byDay} month={view === 'month' ? day.slice(0, 7) : null} today={today} />
      {agenda.data && byDay.size === 0 && <p className="quiet">{words.nothingDue}</p>}
    </section>
  );
}

function Grid(props: {
  weeks: string[][];
  byDay: ReadonlyMap<string, Entry[]>;
  /** Days of other months are drawn back; null in a week. */
  month: string | null;
  today: string;
}) {
  const { weeks, byDay, month, today } = props;
  return (
    <table className={classes(styles.grid, month === null && styles.oneWeek)}>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekdayWords(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const entries = byDay.get(day) ?? [];
              const isOther = month !== null && !day.startsWith(month);
              return (
                <td
                  key={day}
                  className={classes(
                    isOther && styles.other,
                    day === today && styles.today,
                    entries.length === 0 && styles.empty,
                  )}
                >
                  <time dateTime={day} className={styles.day} aria-current={day === today ? 'date' : undefined}>
                    <span className={styles.dayWords}>{shortDayWords(day)}</span>
                    <span className={styles.dayNumber} aria-hidden="true">
                      {Number(day.slice(8))}
                    </span>
                  </time>
                  {entries.map((entry) =>
                    'booking' in entry ? (
                      <Booked key={entry.booking.uid} booking={entry.booking} />
                    ) : (
                      <Slot key={keyOf(entry.item)} item={entry.item} />
                    ),
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const keyOf = (item: AgendaItem): string => item.id + item.step;
const mailsOf = (item: AgendaItem): number => Object.values(item.mails).reduce((sum, n) => sum + n, 0);

/** A batch of a campaign that nobody started is not yet on its way, whatever its own state. */
function Slot({ item }: { item: AgendaItem }) {
  const stateWord =
    item.campaign_state === 'planned' && item.state === 'planned'
      ? words.states.planned
      : item.kind === 'batch'
        ? words.batchStates[item.state as keyof typeof words.batchStates]
        : words.postStates[item.state as keyof typeof words.postStates];
  return (
    <Link href={`/campaigns/${item.campaign}?week=${item.week_of}`} className={styles.slot}>
      <span className={styles.slotTime}>
        <time dateTime={item.due_at}>
          {clockIst(item.due_at)} {words.ist}
        </time>{' '}
        {item.kind === 'post' ? words.kinds.post : words.mails(mailsOf(item))}
      </span>
      <span className={styles.slotTitle}>{item.step === 1 ? item.title : due.followUp(item.title, item.step - 1)}</span>
      <Mark tone={SLOT_TONES[item.state]} word={stateWord} />
    </Link>
  );
}

/** Who booked, and the way of it back to the first mail. */
function Booked({ booking }: { booking: AgendaBooking }) {
  const { prospect_id: prospect, lineage_id: lineage } = booking;
  return (
    <div className={classes(styles.slot, styles.booked)}>
      <span className={styles.slotTime}>
        <time dateTime={booking.start_at}>
          {clockIst(booking.start_at)} {words.ist}
        </time>{' '}
        {words.kinds.booking}
      </span>
      {prospect === null ? (
        <span>{words.stranger}</span>
      ) : (
        <Link href={`/prospects?id=${encodeURIComponent(prospect)}`}>{prospect}</Link>
      )}
      {lineage !== null && <Link href={`/lineage/${lineage}`}>{words.lineage}</Link>}
      <Mark
        tone={BOOKING_TONES[booking.status] ?? 'neutral'}
        word={words.bookingStates[booking.status] ?? wordsOf(booking.status)}
      />
    </div>
  );
}
