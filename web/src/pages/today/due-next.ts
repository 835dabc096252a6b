/** What is due next, out of the calendar and the jobs of the house. Pure. */
import type { AgendaBooking, AgendaItem } from '@sacred-qa/contracts/campaign';
import type { JobView } from '@sacred-qa/contracts/house';
import { due as words } from '../../strings/due.ts';
import { istDay } from '../../ui/days.ts';
import { inCapital, wordsOf } from '../../ui/format.ts';

export interface Agenda {
  items: AgendaItem[];
  bookings: AgendaBooking[];
}

export interface Due {
  at: string;
  /** Where it lives in the console. */
  to: string;
  what: string;
  /** What still stands in its way. */
  note?: string;
}

/** Apart, so that what happens every day never crowds out the mails of next week. */
const MOST_OUTREACH = 8;
const MOST_JOBS = 4;

export function dueNext(agenda: Agenda, jobs: readonly JobView[], nowIso: string): Due[] {
  const outreach = [...agenda.items.flatMap(slotDue), ...agenda.bookings.flatMap(bookingDue)];
  const coming = (due: Due[], most: number): Due[] =>
    due
      .filter(({ at }) => at >= nowIso)
      .sort(byTime)
      .slice(0, most);
  return [...coming(outreach, MOST_OUTREACH), ...coming(jobs.flatMap(jobDue), MOST_JOBS)].sort(byTime);
}

const byTime = (a: Due, b: Due): number => a.at.localeCompare(b.at);

function slotDue(item: AgendaItem): Due[] {
  const { campaign, campaign_state: state, week_of: week, due_at: at, title } = item;
  if (item.state !== 'planned' || state === 'cancelled' || state === 'done') return [];
  const note = state === 'running' ? {} : { note: words.stands[state] };
  if (item.kind === 'post') return [{ at, to: `/posts?id=${item.id}`, what: words.post(title), ...note }];
  const mails = item.mails.reserved ?? 0;
  if (mails === 0) return [];
  const what = item.step === 1 ? title : words.followUp(title, item.step - 1);
  return [{ at, to: `/campaigns/${campaign}?week=${week}`, what: words.mails(mails, what), ...note }];
}

function bookingDue({ status, start_at: at, prospect_id: prospect }: AgendaBooking): Due[] {
  if (status !== 'accepted' && status !== 'pending') return [];
  const to = prospect === null ? `/campaigns?day=${istDay(at)}` : `/prospects?id=${encodeURIComponent(prospect)}`;
  const note = status === 'pending' ? { note: words.unconfirmed } : {};
  return [{ at, to, what: words.call(prospect), ...note }];
}

function jobDue({ name, next: [at] }: JobView): Due[] {
  return at === undefined ? [] : [{ at, to: '/jobs', what: inCapital(wordsOf(name)) }];
}
