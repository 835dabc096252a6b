/** `studio campaign replay`: the October week again, on a clock that jumps, without the studio's store. */
import { resolve } from 'node:path';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { formatIstDay } from '../terminal/ist.ts';
import { printWeek } from './week-views.ts';

const FOLDER = 'october-sprint-replay';
/** `Mon 2025-10-06`. */
const DAY_SIGNS = 14;

export const replay: Command = async ({ args, out, composition }) => {
  const folder = resolve(args.text('out') ?? FOLDER);
  const { replayCampaign } = await composition();
  const { happenings, week, files, taken } = await replayCampaign(args.positional(0), folder);
  const { paint } = out.frame;
  out.print(`${paint('bold', 'As it happened')}, in Indian Standard Time; people and answers are invented\n`);
  let day = '';
  for (const { at, what } of happenings) {
    const when = formatIstDay(at);
    if (when.slice(0, DAY_SIGNS) !== day) {
      day = when.slice(0, DAY_SIGNS);
      out.print(`\n${paint('bold', day)}\n`);
    }
    out.print(`  ${when.slice(DAY_SIGNS + 1)}  ${what}\n`);
  }
  out.print(
    `\nThe mail server took ${taken.mails} mails, ${taken.different} of them different, and delivered none.\n\n`,
  );
  printWeek(out, week);
  out.note(`Written: ${files.markdown}\n         ${files.page}`);
  out.json({ happenings, week, files, taken });
  if (taken.mails !== taken.different) throw new Failure(EXIT.fault, 'A mail was sent twice.');
  return EXIT.ok;
};
