/** `studio health`: each check in a line. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands } from '../command.ts';
import { failureOfAnswer } from '../failure.ts';
import type { Style } from '../terminal/colours.ts';
import { formatIst } from '../terminal/ist.ts';

type Status = 'pass' | 'warn' | 'fail';

interface Health {
  status: Status;
  version: string;
  at: string;
  checks: Record<string, { status: Status; detail: string; observed?: number; unit?: string }>;
}

const SIGNS: Record<Status, { sign: string; style: Style }> = {
  pass: { sign: '✓ pass', style: 'green' },
  warn: { sign: '! warn', style: 'yellow' },
  fail: { sign: '✗ fail', style: 'red' },
};

const health: Command = ({ out, withStudio }) =>
  withStudio(async (client) => {
    const answer = await client.request('GET', '/health');
    // A report of failure comes as 503; any other refusal is none.
    if (answer.status !== 200 && answer.status !== 503) throw failureOfAnswer(answer.status, answer.text);
    const report = answer.json<Health>();
    if (report.checks === undefined) throw failureOfAnswer(answer.status, answer.text);
    const { paint } = out.frame;
    const styleOf = (cell: string): Style | undefined => Object.values(SIGNS).find(({ sign }) => sign === cell)?.style;
    out.table(
      [{ title: 'STATUS', style: styleOf }, { title: 'CHECK' }, { title: 'DETAIL', shrinkTo: 20 }],
      Object.entries(report.checks).map(([name, check]) => [SIGNS[check.status].sign, name, check.detail]),
      'No checks.',
    );
    const { sign, style } = SIGNS[report.status];
    out.print(`\n${paint(style, sign)}  studio ${report.version}, ${formatIst(report.at)}\n`);
    out.json(report);
    return report.status === 'fail' ? EXIT.fault : EXIT.ok;
  });

export const commands: Commands = { '': health };
