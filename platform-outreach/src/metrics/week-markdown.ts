/** The week as Markdown: `metrics_weekN.md`. Pure. */
import { type Figure, FORMULAS, TESTS } from './figures.ts';
import type { Reflection } from './reflection.ts';
import { saidBy } from './reflection.ts';
import type { GroupRow, Week } from './week.ts';
import * as words from './words.ts';

/** What the author of a subject line typed is text, not markup and not the end of a cell. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|`*_[\]<>#]/g, (sign) => `\\${sign}`);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** `explain` adds what reproduces every number: its query with parameters, or its formula. */
export function weekMarkdown(week: Week, reflection: Reflection | null, explain: boolean): string {
  const { formatCount, formatShare } = words;
  const from = (...queries: string[]): string => `Query: ${queries.map((one) => `\`${one}\``).join(', ')}.`;
  const parts = [
    `# Outreach, week ${week.week}: ${words.formatWeek(week)}`,
    `As of ${words.formatIst(week.as_of)}. ${week.campaign === null ? 'All campaigns.' : `Campaign ${cell(week.campaign)}.`} n stands beside every share.`,
    '## Goals',
    week.goals.map((goal) => `- ${words.goalSentence(goal)}`).join('\n'),
    from('goals', 'people'),
    '## What so few mails say',
    words.smallNumberSentences(week).join(' '),
    '## Funnel',
    table(
      ['people', 'n', 'of those written to'],
      week.funnel.map(({ step, people, share }) => [
        ...[words.STEP_WORDS[step] ?? step, formatCount(people.value)],
        week.response.people.value === 0 ? '' : formatShare(share.value),
      ]),
    ),
    from('people'),
    '## Response rate',
    `${capital(words.rateSentence(week.response))}. An answer is one that a person wrote; automatic ones count apart.`,
    ...week.groups.flatMap(({ by, rows }) => [
      `### ${words.GROUPING_WORDS[by].title}`,
      rows.length === 0 ? 'Nobody.' : groupTable(words.GROUPING_WORDS[by].head, rows),
      from(by),
    ]),
    '## Two subject lines',
    cell(words.comparisonSentence(week.comparison)),
    ...words.evidenceSentences(week.comparison),
    from('trials'),
    '## What the replies say',
    saidBy(week)
      .map((line) => `- ${line}`)
      .join('\n'),
    from('answers'),
    '## What to try next in the copy',
    week.next.map((one, i) => `${i + 1}. ${cell(one.advice)} *Hypothesis:* ${cell(one.hypothesis)}`).join('\n'),
    ...(reflection === null ? [] : reflectionParts(reflection)),
    '## Mails and posts by state',
    table(
      ['', 'n'],
      [
        ...week.mails.map(({ state, mails }) => [`mails ${state.replace('_', ' ')}`, formatCount(mails.value)]),
        ...week.posts.map(({ state, posts }) => [`posts ${state.replace('_', ' ')}`, formatCount(posts.value)]),
      ],
    ),
    from('mails_by_state', 'posts_by_state'),
    '## Opens and clicks, which prove nothing',
    words.NO_OPENS,
    week.signals.length === 0
      ? 'None was recorded.'
      : table(
          ['signal', 'events', 'mails to so many people'],
          week.signals.map((one) => [
            ...[`${one.kind} by ${one.actor}`, formatCount(one.events.value), formatCount(one.people.value)],
          ]),
        ),
    from('machine_signals'),
    ...(explain
      ? explained(week)
      : [
          `Each number again, with its query: \`studio metrics week ${week.week} --explain\`, or one of them: \`studio metrics explain people.replied --week ${week.week}\`.`,
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function groupTable(head: string, rows: readonly GroupRow[]): string {
  const { formatCount, formatShare } = words;
  return table(
    [head, 'n', 'answered', 'rate', '95 % interval', 'want more', 'booked', 'came back'],
    rows.map((row) => [
      ...[
        cell(row.title),
        formatCount(row.people.value),
        formatCount(row.answered.value),
        formatShare(row.share.value),
      ],
      ...[words.formatInterval(row), ...[row.interested, row.booked, row.bounced].map((one) => formatCount(one.value))],
    ]),
  );
}

function reflectionParts({ as_of, said, next, response, before }: Reflection): string[] {
  return [
    '## Reflection',
    `Kept on ${words.formatIst(as_of)}. ${capital(words.rateSentence(response))}.`,
    said.map((line) => `- ${line}`).join('\n'),
    ...(before === null
      ? []
      : [`Tried since week ${before.week}: ${cell(before.tried)} Then ${before.rate_then}; now ${before.rate_now}.`]),
    `**Next iteration:** ${cell(next.advice)}`,
    `**Hypothesis:** ${cell(next.hypothesis)}`,
  ];
}

function explained(week: Week): string[] {
  return [
    '## Where every number comes from',
    table(
      ['number', 'value', 'from'],
      week.figures.map((figure) => [`\`${figure.id}\``, String(figure.value), cell(sourceWords(figure))]),
    ),
    ...week.queries.map(
      ({ name, counts, sql, params }) =>
        `### \`${name}\`\n\n${capital(counts)}.\n\n\`\`\`sql\n${sql}\n\`\`\`\n\nParameters: ${params.map((one, i) => `$${i + 1} = ${one === null ? 'null' : `'${one}'`}`).join(', ')}.`,
    ),
  ];
}

export function sourceWords({ source }: Pick<Figure, 'source'>): string {
  switch (source.kind) {
    case 'read':
      return `query ${source.query}, ${source.key === '' ? '' : `row ${source.key}, `}column ${source.column}`;
    case 'reckoned':
      return `${FORMULAS[source.formula].says}, of ${source.of.join(' and ')}`;
    case 'tested':
      return `${TESTS[source.formula].says}, query trials, rows ${source.keys.join(' and ')}`;
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
