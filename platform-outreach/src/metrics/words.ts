/** The sentences of the metrics, the same on paper, on a page and in a terminal. Pure. */
import type { Grouping, Rate, Week } from './week.ts';

const counts = new Intl.NumberFormat('en-IN');

export const formatCount = (value: number): string =>
  Number.isFinite(value) ? counts.format(Math.round(value)) : 'more than anybody has';

/** `15 %`; below one percent with a decimal, so that little is not shown as nothing. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const digits = percent > 0 && percent < 1 ? 1 : 0;
  return `${percent.toFixed(digits)} %`;
}

export const formatInterval = ({ low, high }: Pick<Rate, 'low' | 'high'>): string =>
  `${formatShare(low.value)} to ${formatShare(high.value)}`;

export const rateSentence = (rate: Rate): string =>
  rate.people.value === 0
    ? 'nobody was written to'
    : `${formatCount(rate.answered.value)} of ${formatCount(rate.people.value)} answered: ${formatShare(rate.share.value)}, with 95 % confidence ${formatInterval(rate)}`;

export const STEP_WORDS: Readonly<Record<string, string>> = {
  written: 'written to',
  reached: 'mail did not come back',
  replied: 'answered',
  interested: 'want to see more',
  booked: 'booked',
};

export const GROUPING_WORDS: Readonly<Record<Grouping, { title: string; head: string }>> = {
  by_batch: { title: 'By batch', head: 'batch' },
  by_subject: { title: 'By subject line', head: 'subject line' },
  by_segment: { title: 'By segment', head: 'segment' },
};

export const GOAL_WORDS = {
  sent: 'mails sent',
  replies: 'people who answered',
  bookings: 'people who booked',
} as const;

export const goalVerdict = ({ met, open }: Pick<Week['goals'][number], 'met' | 'open'>): string =>
  met ? 'met' : open ? 'not yet' : 'missed';

export const goalSentence = ({ goal, reached, wanted, ...stands }: Week['goals'][number]): string =>
  wanted.value === 0
    ? `${formatCount(reached.value)} ${GOAL_WORDS[goal]}; no goal was set`
    : `${formatCount(reached.value)} of ${formatCount(wanted.value)} ${GOAL_WORDS[goal]}: ${goalVerdict(stands)}`;

/** The plainest thing to say about a small number. */
export function smallNumberSentences({ response, needed }: Pick<Week, 'response' | 'needed'>): string[] {
  const { people } = response;
  if (people.value === 0) return ['Nobody was written to, so there is nothing to say about the copy.'];
  const enough = people.value >= needed.toKnow.value;
  const first = enough
    ? `${formatCount(people.value)} people: the response rate is known to about 5 points to each side.`
    : `${formatCount(people.value)} ${people.value === 1 ? 'person proves' : 'people prove'} nothing. The true rate may lie anywhere from ${formatInterval(response)}.`;
  return [
    first,
    `To know a rate of ${formatShare(needed.rate.value)} to 5 points each side you need n = ${formatCount(needed.toKnow.value)}.`,
    `To tell a subject line that ${formatShare(needed.rate.value)} answer from one that ${formatShare(needed.doubled.value)} answer, you need ${formatCount(needed.daily.value)} people on each side when you look every day, or ${formatCount(needed.once.value)} when you look once, at the end.`,
  ];
}

export function comparisonSentence(comparison: Week['comparison']): string {
  if (comparison === null)
    return 'No two subject lines of one campaign have people whose days to answer are over: nothing to compare yet.';
  const { first, second, pairs, verdict, outcome_days } = comparison;
  const counted = `Within ${outcome_days} days ${formatCount(first.answered.value)} of ${formatCount(first.people.value)} answered “${first.title}” and ${formatCount(second.answered.value)} of ${formatCount(second.people.value)} “${second.title}”.`;
  const says = {
    not_enough: `With ${formatCount(pairs.value)} on each side no winner is named: not enough.`,
    nothing_shown: 'No difference is shown. That is not the same as no difference.',
    first: `“${first.title}” is answered more often.`,
    second: `“${second.title}” is answered more often.`,
  }[verdict];
  return `${counted} ${says}`;
}

/** What stands below a comparison; nothing where there is none. */
export function evidenceSentences(comparison: Week['comparison']): string[] {
  if (comparison === null) return [];
  const { e, greatest, apart } = comparison;
  const evidence = `Evidence against equal rates: ${e.value.toFixed(2)} now, ${greatest.value.toFixed(2)} at its greatest; 20 would be needed. It may be looked at every day: over all looks together it raises a false alarm at most once in twenty.`;
  if (apart.length === 0) return [evidence];
  const how = apart.map((what) => ({ segments: 'to different segments', times: 'at different times' })[what]).join(' ');
  return [
    evidence,
    `The two went ${how}. A difference would not say what made it; for that, send both to one segment in one slot.`,
  ];
}

export const NO_OPENS =
  'Opens and clicks are caused by mail programs and scanners as well as by people. They are shown apart, and nothing above counts them.';

const IST_OFFSET_MS = 5.5 * 3_600_000;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Saturday 2025-10-11 10:00 IST`. */
export function formatIst(iso: string): string {
  const shifted = new Date(Date.parse(iso) + IST_OFFSET_MS);
  return `${DAYS[shifted.getUTCDay()]} ${shifted.toISOString().slice(0, 16).replace('T', ' ')} IST`;
}

/** `6 to 12 October 2025`. */
export function formatWeek({ week_of }: Pick<Week, 'week_of'>): string {
  const monday = Temporal.PlainDate.from(week_of);
  const sunday = monday.add({ days: 6 });
  const month = (date: Temporal.PlainDate): string => date.toLocaleString('en-GB', { month: 'long' });
  const head =
    monday.year !== sunday.year
      ? `${monday.day} ${month(monday)} ${monday.year}`
      : monday.month !== sunday.month
        ? `${monday.day} ${month(monday)}`
        : `${monday.day}`;
  return `${head} to ${sunday.day} ${month(sunday)} ${sunday.year}`;
}
