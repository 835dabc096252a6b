/** Every printed number is a figure: a value and where it comes from, so that it can be reckoned again. Pure. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { trialsToTell, wilson95 } from '@sacred-qa/foundation/statistics';
import type { QueryName, Results } from './catalogue.ts';
import { evidenceOf, LEVEL, pairsToTell } from './sequential-test.ts';

export interface Figure {
  /** Such as `people.replied` or `by_batch.october-sprint/a.rate`. */
  id: string;
  value: number;
  source: Source;
}

export type Source =
  /** A cell of a query's answer; 0 when the row is not there. */
  | { kind: 'read'; query: QueryName; key: string; column: string }
  /** Reckoned from other figures. */
  | { kind: 'reckoned'; formula: FormulaName; of: string[] }
  /** Reckoned from the outcomes of two rows of `trials`. */
  | { kind: 'tested'; formula: TestName; keys: [string, string] };

/** A rate below this is taken for this: nobody plans by a rate that a few silent people made. */
const LEAST_RATE = 0.05;
/** How near the response rate should be known. */
const WANTED_REACH = 0.05;
const MOST_PEOPLE = 1_000_000;

const rateOf = (k: number, n: number): number => (n === 0 ? 0 : k / n);
const plannedRate = (k: number, n: number): number => Math.max(LEAST_RATE, rateOf(k, n));
const doubled = (rate: number): number => Math.min(0.95, rate * 2);

/** All take the count of those who did, and the count of all. */
export const FORMULAS = {
  share: { says: 'the first ÷ the second', reckon: rateOf },
  wilson_low: { says: 'lower end of Wilson’s 95 % interval', reckon: (k, n) => wilson95(k, n).low },
  wilson_high: { says: 'upper end of Wilson’s 95 % interval', reckon: (k, n) => wilson95(k, n).high },
  planned_rate: { says: `the share, or ${LEAST_RATE} if it is less`, reckon: plannedRate },
  doubled_rate: { says: 'twice the planned rate, at most 0.95', reckon: (k, n) => doubled(plannedRate(k, n)) },
  people_to_know: {
    says: `people after which Wilson’s 95 % interval reaches ${WANTED_REACH} to each side at the planned rate`,
    reckon: (k, n) => peopleToKnow(plannedRate(k, n)),
  },
  pairs_daily: {
    says: 'people on each side until the sequential test tells the planned rate from its double, in 4 of 5 tries',
    reckon: (k, n) => pairsToTell(plannedRate(k, n), doubled(plannedRate(k, n))),
  },
  pairs_once: {
    says: 'the same for an ordinary test that is looked at once, at the end (Fleiss)',
    reckon: (k, n) => trialsToTell(plannedRate(k, n), doubled(plannedRate(k, n)), LEVEL),
  },
} as const satisfies Record<string, { says: string; reckon: (k: number, n: number) => number }>;

export type FormulaName = keyof typeof FORMULAS;

const answersOf = (outcomes: string): number => outcomes.replaceAll('0', '').length;

export const TESTS = {
  pairs: { says: 'people on each side whose outcome is fixed', reckon: (a, b) => evidenceOf(a, b).pairs },
  e_value: { says: 'the evidence against equal rates, as it stands', reckon: (a, b) => evidenceOf(a, b).e },
  greatest_e: { says: 'the greatest that the evidence ever was', reckon: (a, b) => evidenceOf(a, b).greatest },
  first_answers: { says: 'answers in time to the first subject line', reckon: (a) => answersOf(a) },
  first_people: { says: 'people with a fixed outcome, first subject line', reckon: (a) => a.length },
  second_answers: { says: 'answers in time to the second subject line', reckon: (_, b) => answersOf(b) },
  second_people: { says: 'people with a fixed outcome, second subject line', reckon: (_, b) => b.length },
} as const satisfies Record<string, { says: string; reckon: (a: string, b: string) => number }>;

export type TestName = keyof typeof TESTS;

export function peopleToKnow(rate: number): number {
  const near = (n: number): boolean => {
    const { low, high } = wilson95(rate * n, n);
    return high - low <= 2 * WANTED_REACH;
  };
  let [few, many] = [0, 1];
  while (!near(many) && many < MOST_PEOPLE) [few, many] = [many, many * 2];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (near(middle)) many = middle;
    else few = middle;
  }
  return many;
}

/** `earlier` answers the value of a figure by its id. */
export function reckonFigure(source: Source, results: Results, earlier: (id: string) => number): number {
  switch (source.kind) {
    case 'read': {
      const rows: readonly { key: string }[] = results[source.query];
      const row = rows.find((one) => one.key === source.key);
      return row === undefined ? 0 : Number(Reflect.get(row, source.column) ?? 0);
    }
    case 'reckoned': {
      const [k = 0, n = 0] = source.of.map(earlier);
      return FORMULAS[source.formula].reckon(k, n);
    }
    case 'tested': {
      const [a, b] = source.keys.map((key) => results.trials.find((one) => one.key === key)?.outcomes ?? '');
      return TESTS[source.formula].reckon(a ?? '', b ?? '');
    }
  }
}

export type FigureBook = ReturnType<typeof createFigureBook>;

/** Keeps each figure that is asked for, once. */
export function createFigureBook(results: Results) {
  const figures = new Map<string, Figure>();
  const keep = (id: string, source: Source): Figure => {
    const known = figures.get(id);
    if (known !== undefined) return known;
    const figure = { id, value: reckonFigure(source, results, (one) => figures.get(one)?.value ?? 0), source };
    figures.set(id, figure);
    return figure;
  };
  return {
    results,
    read: (query: QueryName, key: string, column: string): Figure =>
      keep([query, key, column].filter((part) => part !== '').join('.'), { kind: 'read', query, key, column }),
    reckon: (id: string, formula: FormulaName, k: Figure, n: Figure): Figure =>
      keep(id, { kind: 'reckoned', formula, of: [k.id, n.id] }),
    test: (id: string, formula: TestName, keys: [string, string]): Figure =>
      keep(id, { kind: 'tested', formula, keys }),
    all: (): Figure[] => [...figures.values()],
  };
}

/** The queries that a figure rests on. Throws `not_found` for an id that is not among the figures. */
export function queriesBehind(id: string, figures: readonly Figure[]): QueryName[] {
  const figure = figures.find((one) => one.id === id);
  if (figure === undefined) throw new StudioError('not_found', `There is no number ${id} in that week.`);
  const { source } = figure;
  if (source.kind === 'read') return [source.query];
  if (source.kind === 'tested') return ['trials'];
  return [...new Set(source.of.flatMap((one) => queriesBehind(one, figures)))];
}
