/** `studio audit compare`: what changed between two runs, and how sure that is. */
import type { Change, ChangeVerdict, Comparison } from '@sacred-qa/contracts/comparison';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { fullAuditId } from '../audit-id.ts';
import type { Command } from '../command.ts';
import type { Output } from '../output.ts';
import type { Style } from '../terminal/colours.ts';
import { safeLine } from '../terminal/safe-text.ts';

type PatternChange = Comparison['patterns'][number];

const WORDS: Record<ChangeVerdict, string> = {
  worse: 'worse',
  better: 'better',
  same: 'same',
  cannot_tell: 'cannot tell',
};
const STYLES: Record<string, Style> = { worse: 'red', better: 'green', same: 'dim', 'cannot tell': 'yellow' };
const ORDER: readonly ChangeVerdict[] = ['worse', 'better', 'same', 'cannot_tell'];
const HEADLINES: Record<ChangeVerdict, string> = {
  worse: 'Worse: a regression.',
  better: 'Better.',
  same: 'Same, within the margin.',
  cannot_tell: 'Cannot tell.',
};

const countOf = ({ failed, scored }: Change['a']): string => `${failed} of ${scored}`;
const points = (rate: number): string => `${rate > 0 ? '+' : rate < 0 ? '−' : '±'}${Math.abs(Math.round(rate * 100))}`;
const rangeOf = ({ difference: { low, high } }: Change): string => `${points(low)} to ${points(high)}`;
const chance = (p: number | null): string => (p === null ? '' : p < 0.0001 ? '< 0.0001' : p.toFixed(4));

function noteOf(row: PatternChange): string {
  const { a, b } = row.hints;
  return [standingOf(row), a + b === 0 ? '' : `of the failures ${a} and ${b} are hints of a judge`]
    .filter((part) => part !== '')
    .join('; ');
}

function standingOf(row: PatternChange): string {
  if (row.judged_otherwise) return 'judged by other rules; re-score the older run';
  if (row.test === 'none') return 'nothing judged in one of the runs';
  if (row.trials_needed !== null) return `${row.trials_needed} trials a run would tell`;
  return '';
}

export const compareAudits: Command = async ({ args, out, withStudio }) => {
  const query = { level: args.share('level'), margin: args.share('margin') };
  return withStudio(async (client) => {
    const a = await fullAuditId(client, args.positional(0));
    const b = await fullAuditId(client, args.positional(1));
    const found = await client.call<Comparison>('GET', `/audits/${a}/compare/${b}`, { query });
    printComparison(out, found);
    out.json(found);
    return found.regression ? EXIT.findings : EXIT.ok;
  });
};

function printComparison(out: Output, found: Comparison): void {
  const rows = found.patterns.toSorted((x, y) => ORDER.indexOf(x.verdict) - ORDER.indexOf(y.verdict));
  out.table(
    [
      { title: 'VERDICT', style: (cell) => STYLES[cell] },
      { title: 'PATTERN', shrinkTo: 16 },
      { title: 'A FAILED', align: 'right' },
      { title: 'B FAILED', align: 'right' },
      { title: 'POINTS, 95 %' },
      { title: 'P', align: 'right' },
      { title: 'NOTE', shrinkTo: 12 },
    ],
    rows.map((row) => [
      WORDS[row.verdict],
      `${row.pattern_id}${row.advisory ? ' (hint)' : ''}`,
      countOf(row.a),
      countOf(row.b),
      rangeOf(row),
      chance(row.p_adjusted),
      noteOf(row),
    ]),
    'The two runs have no pattern in common.',
  );
  const { overall } = found;
  const whole = found.patterns.some(({ advisory }) => advisory) ? 'Over all that is no hint' : 'Over all';
  out.print(`\n${HEADLINES[found.verdict]} `);
  out.print(
    `${whole}: ${countOf(overall.a)} trials failed before, ${countOf(overall.b)} now (${rangeOf(overall)} points at 95 %`,
  );
  out.print(`${overall.p === null ? '' : `, exact p ${chance(overall.p)}`}).\n`);
  if (overall.trials_needed !== null) out.print(`${overall.trials_needed} trials a run would tell.\n`);
  if (found.a.target !== found.b.target)
    out.note(`The runs had two targets: ${safeLine(found.a.target)} and ${safeLine(found.b.target)}.`);
  for (const [name, ids] of [
    ['A', found.only_in_a],
    ['B', found.only_in_b],
  ] as const) {
    if (ids.length > 0) out.note(`Only in ${name}, and not compared: ${ids.join(', ')}.`);
  }
}
