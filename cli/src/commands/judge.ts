/** `studio judge`: label, calibrate, status. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { type Calibration, type JudgeLabel, type JudgeStatus, judgeLabel } from '@sacred-qa/contracts/judge';
import type { Arguments } from '../arguments.ts';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import { readJsonLines } from '../json-lines.ts';
import type { Output } from '../output.ts';
import { packFrom } from '../pack-option.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { agreementInWords } from './judge-views.ts';

/** Well below what a request may hold. */
const CHARS_PER_REQUEST = 300_000;
const LABELS_PER_REQUEST = 200;

const label: Command = async ({ args, out, withStudio }) => {
  const file = args.positional(0);
  const by = args.required('by');
  const labels = await labelsOf(file);
  return withStudio(async (client) => {
    const total = { added: 0, known: 0 };
    for (const some of portionsOf(labels)) {
      const { added, known } = await client.call<typeof total>('POST', '/judge/labels', { body: { labels: some, by } });
      total.added += added;
      total.known += known;
    }
    out.print(`${total.added} labels kept, ${total.known} were known.\n`);
    out.note('To measure the judge by them: studio judge calibrate');
    out.json(total);
    return EXIT.ok;
  });
};

/** All lines are read before any is sent: a file with a fault in it leaves nothing half done. */
async function labelsOf(file: string): Promise<JudgeLabel[]> {
  const labels: JudgeLabel[] = [];
  const faults: string[] = [];
  let number = 0;
  for await (const line of readJsonLines(file)) {
    number += 1;
    const parsed = 'problem' in line ? null : judgeLabel.safeParse(line.value);
    if (parsed?.success) labels.push(parsed.data);
    else faults.push('problem' in line ? line.problem : `Line ${number}: ${told(parsed?.error?.issues[0])}`);
  }
  if (faults.length > 0) {
    throw usageError(
      `${file} has ${faults.length} lines that are no labels; nothing was kept.`,
      ...faults.slice(0, 10),
    );
  }
  if (labels.length === 0) throw usageError(`${file} holds no labels.`);
  return labels;
}

const told = (issue: { path: PropertyKey[]; message: string } | undefined): string =>
  `${issue?.path.map(String).join('.') || 'the whole'}: ${issue?.message ?? 'cannot be read'}`;

function* portionsOf(labels: readonly JudgeLabel[]): Generator<JudgeLabel[]> {
  let portion: JudgeLabel[] = [];
  let chars = 0;
  for (const one of labels) {
    const size = JSON.stringify(one).length;
    if (portion.length > 0 && (portion.length === LABELS_PER_REQUEST || chars + size > CHARS_PER_REQUEST)) {
      yield portion;
      [portion, chars] = [[], 0];
    }
    portion.push(one);
    chars += size;
  }
  yield portion;
}

const bodyOf = (args: Arguments): { pack?: ReturnType<typeof packFrom> } => {
  const pack = args.text('pack');
  return pack === undefined ? {} : { pack: packFrom(pack) };
};

const calibrate: Command = async ({ args, out, withStudio }) => {
  const body = bodyOf(args);
  return withStudio(async (client) => {
    const status = await client.call<JudgeStatus>('POST', '/judge/calibrate', { body });
    printStatus(out, status);
    out.json(status);
    return EXIT.ok;
  });
};

const status: Command = async ({ args, out, withStudio }) => {
  const body = bodyOf(args);
  return withStudio(async (client) => {
    const found = await client.call<JudgeStatus>('POST', '/judge/status', { body });
    printStatus(out, found);
    out.json(found);
    return EXIT.ok;
  });
};

function printStatus(out: Output, { judges, rubrics, labels, calibrations }: JudgeStatus): void {
  if (judges.length === 0) {
    out.note('No judge is set. An audit needs none; JUDGE_URL and JUDGE_MODEL in .env.shared name one.');
  }
  for (const { judge, model, url } of judges) out.print(`judge ${judge}  ${safeLine(model)} at ${safeLine(url)}\n`);
  const count = labels.reduce((sum, one) => sum + one.labels, 0);
  out.print(`${rubrics} patterns have a rubric; ${count} answers are labelled.\n\n`);
  out.table(
    [
      { title: 'PATTERN', shrinkTo: 16 },
      { title: 'LANG' },
      { title: 'JUDGE', shrinkTo: 8 },
      { title: 'LABELS', align: 'right' },
      { title: 'AGREES', shrinkTo: 16 },
      { title: 'VERDICTS', shrinkTo: 16 },
    ],
    calibrations.map((one) => [
      one.pattern,
      one.lang,
      one.model,
      String(one.labels),
      agreementInWords(one.agreement),
      standing(one),
    ]),
    'Nothing is calibrated: every verdict of a judge is a hint. Labels: studio judge label --help',
  );
}

const standing = ({ calibrated, why }: Calibration): string => (calibrated ? 'count' : `hint only. ${why}`);

export const commands: Commands = { label, calibrate, status };
