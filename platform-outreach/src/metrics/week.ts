/** One week of outreach in figures: what was set out, what was reached, and how little so few mails prove. Pure. */
import type { Advice, Goal } from '@sacred-qa/contracts/metrics';
import {
  CATALOGUE,
  type CopyScore,
  type Group,
  OUTCOME_DAYS,
  type Params,
  paramsOf,
  type QueryName,
  type Results,
  type Trials,
} from './catalogue.ts';
import { createFigureBook, type Figure, type FigureBook } from './figures.ts';
import { adviceFor } from './next-copy.ts';
import type { PracticeWeek } from './practice-week.ts';
import { FEWEST_PAIRS, LEVEL } from './sequential-test.ts';

export interface Rate {
  answered: Figure;
  people: Figure;
  share: Figure;
  low: Figure;
  high: Figure;
}

export interface GroupRow extends Rate {
  key: string;
  title: string;
  bounced: Figure;
  interested: Figure;
  booked: Figure;
}

export type Grouping = 'by_batch' | 'by_subject' | 'by_segment';

export interface Comparison {
  first: { title: string; answered: Figure; people: Figure };
  second: { title: string; answered: Figure; people: Figure };
  pairs: Figure;
  e: Figure;
  greatest: Figure;
  /** `not_enough`: too few to say anything. `first`, `second`: that one is answered more often. */
  verdict: 'not_enough' | 'nothing_shown' | 'first' | 'second';
  /** A reply within so many days counts. */
  outcome_days: number;
  /** What else was not the same for both. */
  apart: ('segments' | 'times')[];
}

export interface Week extends PracticeWeek {
  as_of: string;
  campaign: string | null;
  goals: { goal: Goal; reached: Figure; wanted: Figure; met: boolean; open: boolean }[];
  funnel: { step: string; people: Figure; share: Figure }[];
  response: Rate;
  groups: { by: Grouping; rows: GroupRow[] }[];
  mails: { state: string; mails: Figure }[];
  posts: { state: string; posts: Figure }[];
  answers: { kind: string; sentiment: string | null; mails: Figure }[];
  signals: { kind: string; actor: string; events: Figure; people: Figure }[];
  copy: (Pick<CopyScore, 'reasons'> & { campaign: string; score: Figure; iteration: Figure })[];
  /** How many people a question needs. */
  needed: { rate: Figure; doubled: Figure; toKnow: Figure; daily: Figure; once: Figure };
  comparison: Comparison | null;
  /** What to try next, the most pressing first. */
  next: Advice[];
  figures: Figure[];
  queries: { name: QueryName; counts: string; sql: string; params: (string | null)[] }[];
}

const GROUPINGS: readonly Grouping[] = ['by_batch', 'by_subject', 'by_segment'];
const STEPS = ['written', 'reached', 'replied', 'interested', 'booked'] as const;

export function weekOf(place: PracticeWeek, params: Params, results: Results): Week {
  const book = createFigureBook(results);
  const people = (column: string): Figure => book.read('people', '', column);
  const written = people('written');
  const response = rateOf(book, 'people', people('replied'), written);
  const week: Omit<Week, 'next' | 'figures'> = {
    ...place,
    ...{ as_of: params.as_of, campaign: params.campaign, response },
    goals: goalsOf(book, params.as_of >= place.until),
    funnel: STEPS.map((step) => ({
      step,
      people: people(step),
      share: book.reckon(`people.${step}.share`, 'share', people(step), written),
    })),
    groups: GROUPINGS.map((by) => ({ by, rows: groupRows(book, by) })),
    mails: results.mails_by_state.map(({ key }) => ({ state: key, mails: book.read('mails_by_state', key, 'mails') })),
    posts: results.posts_by_state.map(({ key }) => ({ state: key, posts: book.read('posts_by_state', key, 'posts') })),
    answers: results.answers.map(({ key }) => {
      const [kind = '', sentiment] = key.split('/');
      return { kind, sentiment: sentiment ?? null, mails: book.read('answers', key, 'mails') };
    }),
    signals: results.machine_signals.map(({ key }) => {
      const [kind = '', actor = ''] = key.split('/');
      const read = (column: string): Figure => book.read('machine_signals', key, column);
      return { kind, actor, events: read('events'), people: read('people') };
    }),
    copy: results.copy_scores.map(({ key, reasons }) => ({
      ...{ campaign: key, reasons },
      score: book.read('copy_scores', key, 'score'),
      iteration: book.read('copy_scores', key, 'iteration'),
    })),
    needed: {
      rate: book.reckon('needed.rate', 'planned_rate', response.answered, written),
      doubled: book.reckon('needed.doubled', 'doubled_rate', response.answered, written),
      toKnow: book.reckon('needed.to_know', 'people_to_know', response.answered, written),
      daily: book.reckon('needed.daily', 'pairs_daily', response.answered, written),
      once: book.reckon('needed.once', 'pairs_once', response.answered, written),
    },
    comparison: comparisonOf(book),
    queries: Object.values(CATALOGUE).map(({ name, counts, sql }) => ({
      ...{ name: name as QueryName, counts, sql, params: paramsOf(params) },
    })),
  };
  const gone = people('gone');
  const bounced = people('bounced');
  people('automatic');
  const next = adviceFor(week, { gone, bounced });
  return { ...week, next, figures: book.all() };
}

/** `open`: not met, in a week that is not over. */
function goalsOf(book: FigureBook, isOver: boolean): Week['goals'] {
  const reached = {
    sent: book.read('people', '', 'mails'),
    replies: book.read('people', '', 'replied'),
    bookings: book.read('people', '', 'booked'),
  };
  return (['sent', 'replies', 'bookings'] as const).map((goal) => {
    const wanted = book.read('goals', '', goal);
    const met = reached[goal].value >= wanted.value;
    return { goal, reached: reached[goal], wanted, met, open: !met && !isOver };
  });
}

function rateOf(book: FigureBook, id: string, answered: Figure, people: Figure): Rate {
  return {
    ...{ answered, people },
    share: book.reckon(`${id}.rate`, 'share', answered, people),
    low: book.reckon(`${id}.rate.low`, 'wilson_low', answered, people),
    high: book.reckon(`${id}.rate.high`, 'wilson_high', answered, people),
  };
}

function groupRows(book: FigureBook, by: Grouping): GroupRow[] {
  return book.results[by].map(({ key, title }: Group) => {
    const read = (column: string): Figure => book.read(by, key, column);
    return {
      ...{ key, title, bounced: read('bounced'), interested: read('interested'), booked: read('booked') },
      ...rateOf(book, `${by}.${key}`, read('replied'), read('written')),
    };
  });
}

/** The two subject lines of one campaign that most people got. Chosen by number, never by answers. */
function comparisonOf(book: FigureBook): Comparison | null {
  const campaignOf = ({ key }: Trials): string => key.slice(0, key.indexOf('/'));
  const [first] = book.results.trials;
  const second = book.results.trials
    .slice(1)
    .find((one) => first !== undefined && campaignOf(one) === campaignOf(first));
  if (first === undefined || second === undefined) return null;
  const keys: [string, string] = [first.key, second.key];
  const apart: Comparison['apart'] = [];
  if (first.segments !== second.segments) apart.push('segments');
  if (first.slots !== second.slots) apart.push('times');
  const test = (name: Parameters<FigureBook['test']>[1]): Figure => book.test(`comparison.${name}`, name, keys);
  const sides = {
    first: { title: first.title, answered: test('first_answers'), people: test('first_people') },
    second: { title: second.title, answered: test('second_answers'), people: test('second_people') },
  };
  const [pairs, e, greatest] = [test('pairs'), test('e_value'), test('greatest_e')];
  return {
    ...sides,
    pairs,
    e,
    greatest,
    apart,
    verdict: verdictOf(sides, pairs, greatest),
    outcome_days: OUTCOME_DAYS,
  };
}

function verdictOf(
  { first, second }: Pick<Comparison, 'first' | 'second'>,
  pairs: Figure,
  greatest: Figure,
): Comparison['verdict'] {
  if (pairs.value < FEWEST_PAIRS) return 'not_enough';
  if (greatest.value < 1 / LEVEL) return 'nothing_shown';
  const share = ({ answered, people }: Comparison['first']): number => answered.value / Math.max(1, people.value);
  return share(first) > share(second) ? 'first' : 'second';
}
