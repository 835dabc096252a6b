/** `studio metrics`: the week in numbers, each with the query behind it, and what to try next. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { WeekEntry } from '@sacred-qa/contracts/metrics';
import type { Command, Commands, Context } from '../command.ts';
import { usageError } from '../failure.ts';
import { formatIst } from '../terminal/ist.ts';
import type { Column } from '../terminal/table.ts';
import { type Figure, printWeek, type Week } from './week-views.ts';

interface Files {
  markdown: string;
  page: string;
}

interface Reflection {
  week: number;
  said: string[];
  next: { advice: string; hypothesis: string };
  before: { week: number; tried: string; rate_then: string; rate_now: string } | null;
  files: Files;
}

interface Explained {
  week: number;
  week_of: string;
  as_of: string;
  figures: (Figure & { from: string })[];
  queries: {
    name: string;
    counts: string;
    sql: string;
    params: (string | null)[];
    rows: Record<string, unknown>[] | null;
  }[];
}

const WEEK_MAX = 100_000;
const COUNT: Pick<Column, 'align'> = { align: 'right' };

/** The week that the command names: by number, by a day, or by the newest of a campaign. */
function wantedBy({ args }: Context, number: string | undefined) {
  const day = args.text('week-of');
  if (number !== undefined && day !== undefined)
    throw usageError('Name the week by its number or by --week-of, not by both.');
  const week = number === undefined ? undefined : Number(number);
  if (week !== undefined && !(Number.isInteger(week) && week >= 1 && week <= WEEK_MAX))
    throw usageError(`"${number}" is no number of a week.`, 'Example: studio metrics week 2');
  const campaign = args.text('campaign');
  return {
    ...(week === undefined ? {} : { week }),
    ...(day === undefined ? {} : { week_of: day }),
    ...(campaign === undefined ? {} : { campaign }),
  };
}

const list: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const found = await client.call<{ items: WeekEntry[] }>('GET', '/outreach/metrics');
    out.table(
      [
        { title: 'WEEK', ...COUNT },
        ...[{ title: 'MONDAY' }, { title: 'CAMPAIGNS', shrinkTo: 16 }],
        ...[
          { title: 'SENT', ...COUNT },
          { title: 'ANSWERED', ...COUNT },
          { title: 'BOOKED', ...COUNT },
        ],
        { title: 'REFLECTED ON' },
      ],
      found.items.map((one) => [
        ...[String(one.week), one.week_of, one.campaigns.join(', ')],
        `${one.sent} of ${one.goals.sent}`,
        `${one.replied} of ${one.goals.replies}`,
        `${one.booked} of ${one.goals.bookings}`,
        one.reflected_at === null ? 'not yet' : formatIst(one.reflected_at),
      ]),
      'No campaign was planned yet.',
    );
    out.json(found);
    return EXIT.ok;
  });

const week: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const body = { ...wantedBy(context, args.positional(0) || undefined), explain: args.flag('explain') };
    const found = await client.call<Week & { files: Files }>('POST', '/outreach/metrics/week', { body });
    printWeek(out, found);
    out.note(`Written: ${found.files.markdown}\n         ${found.files.page}`);
    out.json(found);
    return EXIT.ok;
  });

const explain: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const name = args.positional(0) || undefined;
    const asOf = args.text('as-of');
    const found = await client.call<Explained>('GET', '/outreach/metrics/explain', {
      query: {
        ...wantedBy(context, args.text('week')),
        ...(name === undefined ? {} : { name }),
        ...(asOf === undefined ? {} : { as_of: asOf }),
      },
    });
    out.table(
      [
        { title: 'NUMBER', shrinkTo: 24 },
        { title: 'VALUE', ...COUNT },
        { title: 'FROM', shrinkTo: 24 },
      ],
      found.figures.map(({ id, value, from }) => [id, String(value), from]),
      'No number rests on that query in this week.',
    );
    for (const query of name === undefined ? [] : found.queries) {
      out.print(`\n${out.frame.paint('bold', query.name)}: ${query.counts}\n\n${query.sql}\n\n`);
      for (const [i, value] of query.params.entries())
        out.print(`$${i + 1} = ${value === null ? 'null' : `'${value}'`}\n`);
      const columns = Object.keys(query.rows?.[0] ?? {});
      out.print('\n');
      out.table(
        columns.map((title) => ({ title })),
        (query.rows ?? []).map((row) => columns.map((column) => textOf(row[column]))),
        'It answers no row.',
      );
    }
    out.json(found);
    return EXIT.ok;
  });

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

const reflect: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const kept = await client.call<Reflection>('POST', '/outreach/metrics/reflection', {
      body: wantedBy(context, args.positional(0) || undefined),
    });
    const { paint } = out.frame;
    out.print(`${paint('bold', `Reflection on week ${kept.week}`)}\n\n`);
    for (const line of kept.said) out.print(`  ${line}\n`);
    if (kept.before !== null) {
      const { week: earlier, tried, rate_then, rate_now } = kept.before;
      out.print(`\nTried since week ${earlier}: ${tried}\nThen ${rate_then}; now ${rate_now}.\n`);
    }
    out.print(
      `\n${paint('bold', 'Next iteration:')} ${kept.next.advice}\n${paint('bold', 'Hypothesis:')} ${kept.next.hypothesis}\n`,
    );
    out.note(`Written: ${kept.files.markdown}\n         ${kept.files.page}`);
    out.json(kept);
    return EXIT.ok;
  });

export const commands: Commands = { list, week, explain, reflect };
