/** Owns the numbers of a week: reads them, writes them beside the sheet, explains each, and keeps what was learned. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { WeekEntry } from '@sacred-qa/contracts/metrics';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { createOutbox } from '../outbox.ts';
import { CATALOGUE, GOALS_QUERY, type Params, PEOPLE_QUERY, paramsOf, runCatalogue } from './catalogue.ts';
import { FORMULAS, queriesBehind } from './figures.ts';
import {
  type Anchor,
  dayInIndia,
  dayOfDueWeek,
  type PracticeWeek,
  SPRINT_ANCHOR,
  weekNumbered,
  weekOfDate,
} from './practice-week.ts';
import { type Reflection, reflect, saidBy } from './reflection.ts';
import { type Week, weekOf } from './week.ts';
import type { WeekFiles, WrittenFiles } from './week-files.ts';
import { sourceWords, weekMarkdown } from './week-markdown.ts';
import { weekPage } from './week-page.ts';
import { comparisonSentence, evidenceSentences, rateSentence, smallNumberSentences } from './words.ts';

/** Which week: by number, by any day of it, else the newest of the campaign, else the one that runs. */
export interface Wanted {
  week?: number | undefined;
  week_of?: string | undefined;
  /** Counts this campaign alone. */
  campaign?: string | undefined;
  /** Leaves out what happened later; now, when it is not given. */
  as_of?: string | undefined;
}

export interface WeekView extends Week {
  /** The same in sentences. */
  said: { numbers: string[]; comparison: string[]; replies: string[] };
  reflection: Reflection | null;
}

const WEEKS_LISTED = 26;
const SAME_CAMPAIGN = 'r.campaign is not distinct from $2';

export type MetricsService = ReturnType<typeof createMetricsService>;

export function createMetricsService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  files: WeekFiles;
}) {
  const { db, clock, newId, outbox, files } = deps;
  const inSnapshot = <T>(work: (tx: Sql) => Promise<T>): Promise<T> => db.transaction(work, { snapshot: true });

  async function anchorOf(tx: Sql): Promise<Anchor> {
    const [row] = await tx.query<Anchor>(
      `select (spec->>'practice_week')::int as week, week_of::text as week_of from outreach.campaigns
       where spec->>'practice_week' is not null and week_of is not null and state not in ('draft', 'cancelled')
       order by week_of limit 1`,
    );
    return row ?? SPRINT_ANCHOR;
  }

  async function placeOf(tx: Sql, wanted: Wanted): Promise<PracticeWeek> {
    const anchor = await anchorOf(tx);
    const newest = wanted.campaign === undefined ? null : await newestWeekOf(tx, wanted.campaign);
    if (wanted.week !== undefined) return weekNumbered(wanted.week, anchor);
    return weekOfDate(wanted.week_of ?? newest ?? dayInIndia(clock.now()), anchor);
  }

  async function read(tx: Sql, wanted: Wanted): Promise<WeekView> {
    const place = await placeOf(tx, wanted);
    const asOf = wanted.as_of === undefined ? clock.now() : Date.parse(wanted.as_of);
    const { from, until } = place;
    const params: Params = { from, until, campaign: wanted.campaign ?? null, as_of: isoOf(asOf) };
    const week = weekOf(place, params, await runCatalogue(tx, params));
    const [reflection] = await reflectionsOf(tx, `r.week_of = $1 and ${SAME_CAMPAIGN}`, [
      place.week_of,
      params.campaign,
    ]);
    return { ...week, said: saidOf(week), reflection: reflection ?? null };
  }

  /** Tells the Studio under each campaign of the week that was started; `at` names the telling, so once is enough. */
  async function tell(tx: Sql, kind: 'metrics.written' | 'reflection.written', week: Week, at: string): Promise<void> {
    const campaigns = await tx.query<{ id: string; name: string }>(
      `select distinct c.id, c.name from outreach.campaigns c join outreach.messages m on m.campaign = c.id
       where m.state = 'sent' and m.sent_at >= $1 and m.sent_at < $2 and ($3::text is null or c.name = $3)
         and exists (select from outreach.outbox o where o.source_event_id = 'campaign:' || c.id)`,
      [week.from, week.until, week.campaign],
    );
    for (const { id, name } of campaigns) {
      await outbox.enqueue(tx, { kind, campaign: id, name, week: week.week, at });
    }
  }

  /** The files of a view that was read. */
  function writeFiles({ reflection, ...week }: WeekView, explain = false): WrittenFiles {
    return files.write(week, {
      markdown: weekMarkdown(week, reflection, explain),
      page: weekPage(week, reflection),
    });
  }

  async function write(wanted: Wanted, explain = false) {
    db.assertWritable();
    const view = await inSnapshot((tx) => read(tx, wanted));
    const written = writeFiles(view, explain);
    await db.transaction((tx) => tell(tx, 'metrics.written', view, view.as_of));
    return { ...view, files: written };
  }

  /** Keeps what the week taught, and writes the week again with it: where no file can be written, nothing is kept. */
  async function reflectOn(wanted: Wanted) {
    db.assertWritable();
    return db.transaction(async (tx) => {
      const { reflection: _, ...week } = await read(tx, wanted);
      const [before] = await reflectionsOf(tx, `r.week_of < $1 and ${SAME_CAMPAIGN}`, [week.week_of, week.campaign]);
      const reflection = reflect(week, before ?? null);
      await tx.query(
        'insert into outreach.reflections (id, week_of, campaign, at, content) values ($1, $2, $3, $4, $5)',
        [...[newId(), week.week_of, week.campaign, week.as_of, JSON.stringify(reflection)]],
      );
      for (const kind of ['reflection.written', 'metrics.written'] as const) await tell(tx, kind, week, week.as_of);
      return { ...reflection, files: writeFiles({ ...week, reflection }) };
    });
  }

  const due = (): Wanted => ({ week_of: dayOfDueWeek(clock.now()) });

  return {
    week: (wanted: Wanted): Promise<WeekView> => inSnapshot((tx) => read(tx, wanted)),

    /** The page of a week, for a browser. */
    page: (wanted: Wanted): Promise<string> =>
      inSnapshot(async (tx) => {
        const { reflection, ...week } = await read(tx, wanted);
        return weekPage(week, reflection);
      }),

    /** Writes `metrics_weekN.md` and its page; `explain` adds every query. Answers the week and the files. */
    write,
    reflect: reflectOn,

    /** Of all weeks, newest first. */
    reflections: (): Promise<Reflection[]> => inSnapshot((tx) => reflectionsOf(tx, 'r.id is not null', [])),

    /** Weeks in which a mail was sent or a campaign planned, newest first; of one campaign alone, if it is given. */
    weeks: (campaign: string | null = null): Promise<WeekEntry[]> =>
      inSnapshot(async (tx) => {
        const anchor = await anchorOf(tx);
        const rows = await tx.query<ListedWeek>(
          `select w.week_of::text as week_of, array_agg(distinct w.name order by w.name) as campaigns,
             (select ${isoSql('max(r.at)')} from outreach.reflections r
              where r.week_of = w.week_of and r.campaign is not distinct from $1) as reflected_at
           from (
             select c.week_of, c.name from outreach.campaigns c
             where c.week_of is not null and c.state not in ('draft', 'cancelled')
             union select date_trunc('week', m.sent_at at time zone 'Asia/Kolkata')::date, c.name
             from outreach.messages m join outreach.campaigns c on c.id = m.campaign where m.state = 'sent'
           ) w where $1::text is null or w.name = $1
          group by w.week_of order by w.week_of desc limit ${WEEKS_LISTED}`,
          [campaign],
        );
        const entries: WeekEntry[] = [];
        for (const row of rows) {
          const { from, until, week } = weekOfDate(row.week_of, anchor);
          entries.push(await entryOf(tx, { week, ...row }, { from, until, campaign, as_of: isoOf(clock.now()) }));
        }
        return entries;
      }),

    /** What reproduces a number, or all numbers of a query: its SQL, run now. Without a name, every number's source. */
    explain: (name: string | null, wanted: Wanted) =>
      inSnapshot(async (tx) => {
        const week = await read(tx, wanted);
        const place = { week: week.week, week_of: week.week_of, as_of: week.as_of };
        const isQuery = name !== null && Object.hasOwn(CATALOGUE, name);
        const behind = name === null || isQuery ? [] : queriesBehind(name, week.figures);
        const figures = week.figures
          .filter(
            ({ id, source }) =>
              name === null || (isQuery ? source.kind === 'read' && source.query === name : id === name),
          )
          .map((figure) => ({ ...figure, from: sourceWords(figure) }));
        const queries = [];
        for (const query of week.queries) {
          if (name !== null && query.name !== name && !behind.includes(query.name)) continue;
          queries.push({ ...query, rows: name === null ? null : await tx.query(query.sql, query.params) });
        }
        return { ...place, figures, queries };
      }),

    /** Saturday's work. One that comes late writes the week it was due for. */
    async writeDue() {
      const { week, week_of, response, files: written } = await write(due());
      return { week, week_of, said: rateSentence(response), files: written };
    },

    /** Sunday's work. */
    async reflectDue() {
      const { week, week_of, response, next, files: written } = await reflectOn(due());
      return { week, week_of, said: rateSentence(response), next, files: written };
    },
  };
}

const saidOf = (week: Week): WeekView['said'] => ({
  numbers: smallNumberSentences(week),
  comparison: [comparisonSentence(week.comparison), ...evidenceSentences(week.comparison)],
  replies: saidBy(week),
});

type ListedWeek = Pick<WeekEntry, 'week_of' | 'campaigns' | 'reflected_at'>;
type People = Record<'mails' | 'written' | 'replied' | 'booked', number>;

async function entryOf(tx: Sql, listed: ListedWeek & { week: number }, given: Params): Promise<WeekEntry> {
  const params = paramsOf(given);
  const [people] = await tx.query<People>(PEOPLE_QUERY.sql, params);
  const [goals] = await tx.query<WeekEntry['goals']>(GOALS_QUERY.sql, params);
  const { sent = 0, replies = 0, bookings = 0 } = goals ?? {};
  const { mails = 0, written = 0, replied = 0, booked = 0 } = people ?? {};
  const { share, wilson_low: low, wilson_high: high } = FORMULAS;
  const [k, n] = [replied, written];
  return {
    ...listed,
    ...{ sent: mails, replied, booked },
    response: { people: n, share: share.reckon(k, n), low: low.reckon(k, n), high: high.reckon(k, n) },
    goals: { sent, replies, bookings },
  };
}

/** Throws `not_found` for a campaign that was never planned. */
async function newestWeekOf(tx: Sql, campaign: string): Promise<string | null> {
  const rows = await tx.query<{ week_of: string | null }>(
    'select week_of::text as week_of from outreach.campaigns where name = $1 order by week_of desc',
    [campaign],
  );
  if (rows.length > 0) return rows[0]?.week_of ?? null;
  throw new StudioError('not_found', `Campaign ${campaign} was not planned. See: studio campaign list.`);
}

/** Newest first. */
async function reflectionsOf(tx: Sql, condition: string, params: unknown[]): Promise<Reflection[]> {
  const rows = await tx.query<{ content: Reflection }>(
    `select r.content from outreach.reflections r where ${condition} order by r.week_of desc, r.at desc, r.id desc limit 100`,
    params,
  );
  return rows.map(({ content }) => content);
}
