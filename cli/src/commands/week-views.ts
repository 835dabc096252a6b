/** A week of outreach as it is read in a terminal. */
import type { Output } from '../output.ts';
import { formatIst } from '../terminal/ist.ts';
import type { Column } from '../terminal/table.ts';

export interface Figure {
  id: string;
  value: number;
}

interface Rate {
  answered: Figure;
  people: Figure;
  share: Figure;
  low: Figure;
  high: Figure;
}

export interface Week {
  week: number;
  week_of: string;
  as_of: string;
  goals: { goal: string; reached: Figure; wanted: Figure; met: boolean; open: boolean }[];
  funnel: { step: string; people: Figure; share: Figure }[];
  response: Rate;
  groups: { by: string; rows: (Rate & { title: string })[] }[];
  next: { advice: string; hypothesis: string }[];
  said: { numbers: string[]; comparison: string[]; replies: string[] };
}

const BAR_CELLS = 24;
const COUNT: Pick<Column, 'align'> = { align: 'right' };

const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;

export function printWeek(out: Output, found: Week): void {
  const { paint } = out.frame;
  out.print(
    `${paint('bold', `Week ${found.week}`)}, from Monday ${found.week_of}, as of ${formatIst(found.as_of)}\n\n`,
  );
  for (const { goal, reached, wanted, met, open } of found.goals) {
    const verdict = met ? paint('green', 'met') : open ? 'not yet' : paint('red', 'missed');
    out.print(
      `  ${goal.padEnd(11)}${reached.value} of ${wanted.value}  ${wanted.value === 0 ? 'no goal was set' : verdict}\n`,
    );
  }
  out.print('\n');
  const nobody = found.response.people.value === 0;
  for (const { step, people, share } of found.funnel) {
    const filled = Math.round(share.value * BAR_CELLS);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}`;
    out.print(`  ${step.padEnd(11)}${bar}  n = ${people.value}${nobody ? '' : `, ${percent(share.value)}`}\n`);
  }
  out.print('\n');
  out.table(
    [
      { title: 'RATE', shrinkTo: 20 },
      { title: 'N', ...COUNT },
      { title: 'ANSWERED', ...COUNT },
      { title: 'SHARE', ...COUNT },
      { title: '95 % INTERVAL' },
    ],
    [
      rateRow('everybody', found.response),
      ...found.groups.flatMap(({ by, rows }) =>
        rows.map((row) => rateRow(`${by.replace('by_', '')}: ${row.title}`, row)),
      ),
    ],
    '',
  );
  const paragraphs = [found.said.numbers, found.said.comparison, found.said.replies].map((lines) => lines.join('\n'));
  for (const paragraph of paragraphs) out.print(`\n${paragraph}\n`);
  const [next] = found.next;
  if (next !== undefined)
    out.print(`\n${paint('bold', 'Next:')} ${next.advice}\n${paint('bold', 'Hypothesis:')} ${next.hypothesis}\n`);
}

const rateRow = (title: string, { answered, people, share, low, high }: Rate): string[] => [
  ...[title, String(people.value), String(answered.value), people.value === 0 ? '' : percent(share.value)],
  people.value === 0 ? '' : `${percent(low.value)} to ${percent(high.value)}`,
];
