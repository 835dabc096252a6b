/** How a judge's part in an audit is told on a terminal. */
import type { Agreement, JudgingView } from '@sacred-qa/contracts/judge';
import type { Output } from '../output.ts';
import { safeLine } from '../terminal/safe-text.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function agreementInWords({ n, same, interval, kappa }: Agreement): string {
  if (n === 0) return 'nothing to compare';
  const beyondChance = kappa === null ? 'kappa not defined' : `kappa ${kappa.toFixed(2)}`;
  return `${same} of ${n} (${percent(interval.low)} to ${percent(interval.high)}), ${beyondChance}`;
}

export function printJudging(out: Output, judging: JudgingView): void {
  const { judges, judged, unscored, advisory, agreement } = judging;
  const names = judges.map(({ model }) => safeLine(model)).join(' and ');
  out.print(`Judged by ${names}: ${judged} trials, ${unscored} without a verdict, ${advisory} as hints only.\n`);
  if (agreement !== null) out.print(`The two judges agree on ${agreementInWords(agreement)}.\n`);
}
