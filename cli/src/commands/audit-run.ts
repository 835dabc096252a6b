/** `studio audit run`: plan, watch, summarise, report. The run itself lives in the studio; this only asks and looks. */
import {
  type AuditEstimate,
  type AuditView,
  type Budget,
  MAX_CONCURRENCY,
  type Pause,
} from '@sacred-qa/contracts/audit';
import { EXIT, type ExitCode } from '@sacred-qa/contracts/exit-codes';
import { SETTLED } from '@sacred-qa/contracts/finding';
import { type Severity, severity } from '@sacred-qa/contracts/pack';
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import type { Arguments } from '../arguments.ts';
import { fullAuditId } from '../audit-id.ts';
import { budgetFrom, priceFrom } from '../budget-options.ts';
import type { StudioClient } from '../client.ts';
import { type Command, type Context, INTERRUPTED } from '../command.ts';
import { Failure, usageError } from '../failure.ts';
import { type Output, writeBytes } from '../output.ts';
import { packFrom } from '../pack-option.ts';
import { allItems } from '../paging.ts';
import { scopeFrom, secretsFor, targetFrom } from '../target-options.ts';
import { formatIst } from '../terminal/ist.ts';
import { createProgressLine } from '../terminal/progress-line.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { printSummary, reportFileOf } from './audit-views.ts';
import { printJudging } from './judge-views.ts';

const LOOK_EVERY_MS = 500;
/** Looking counts rows; a long run is looked at less often. */
const LOOK_RARELY_MS = 2_000;
const OFTEN_FOR_MS = 5_000;

export const runAudit: Command = async (context) => {
  const { args, io, out } = context;
  const typed = planFrom(args);
  return context.withStudio(async (client) => {
    const plan = 'like' in typed ? { ...typed, like: await fullAuditId(client, typed.like) } : typed;
    const isAsked = !args.flag('estimate');
    const secrets = isAsked ? await secretsFor(client, await targetOf(client, plan), io.env) : {};
    const estimate = await client.call<AuditEstimate>('POST', '/audits/estimate', { body: plan });
    noteEstimate(out, estimate, plan.budget);
    if (isAsked && args.flag('judge')) await assertMayJudge(client, args, plan);
    if (isAsked) return followed(context, client, () => client.call('POST', '/audits', { body: { ...plan, secrets } }));
    out.json(estimate);
    return EXIT.ok;
  });
};

/** Before anything is asked: a judge that may not judge would be found out only when all is paid for. */
async function assertMayJudge(client: StudioClient, args: Arguments, plan: ReturnType<typeof planFrom>): Promise<void> {
  const body = { target: await targetOf(client, plan), may_be_target: args.flag('judge-may-be-target') };
  await client.call('POST', '/judge/check', { body });
}

/** By what the verdicts that count were given. */
export type Scoring = Pick<ReportData, 'rescored' | 'judging'>;

/** What asks for the judge where answers are scored again. */
export const judgeQuery = (args: Arguments): Record<string, string | undefined> => ({
  judge: args.flag('judge') ? 'true' : undefined,
  judge_may_be_target: args.flag('judge-may-be-target') ? 'true' : undefined,
});

const targetOf = async (client: StudioClient, plan: ReturnType<typeof planFrom>): Promise<TargetSpec | string> =>
  'target' in plan ? plan.target : (await client.call<AuditView>('GET', `/audits/${plan.like}`)).target.name;

/** `studio audit resume`: lets a paused run go on, and stays until its end. */
export const resumeAudit: Command = async (context) => {
  const { args, io } = context;
  return context.withStudio(async (client) => {
    const path = `/audits/${await fullAuditId(client, args.positional(0))}`;
    const { target } = await client.call<AuditView>('GET', path);
    const secrets = await secretsFor(client, target.name, io.env);
    const body = { budget: budgetFrom(args), secrets };
    return followed(context, client, () => client.call('POST', `${path}/resume`, { body }));
  });
};

async function followed(context: Context, client: StudioClient, begin: () => Promise<AuditView>): ReturnType<Command> {
  const ended = await followedToItsEnd(context, client, begin);
  return ended === INTERRUPTED ? INTERRUPTED : finish(context, client, ended);
}

/** Asks at `path` for what failed again and looks until that run has ended; an exit code when Ctrl-C came first. */
export async function retestAndWatch(
  context: Context,
  client: StudioClient,
  path: string,
  target: string,
): Promise<AuditView | typeof INTERRUPTED> {
  const secrets = await secretsFor(client, target, context.io.env).catch(() => ({}));
  return followedToItsEnd(context, client, () => client.call<AuditView>('POST', path, { body: { secrets } }));
}

async function followedToItsEnd(
  context: Context,
  client: StudioClient,
  begin: () => Promise<AuditView>,
): Promise<AuditView | typeof INTERRUPTED> {
  const interrupted = context.io.interruption();
  const begun = await begin();
  const ended = await watch(context, client, begun, interrupted);
  if (ended !== null) return ended;
  noteInterrupted(context, client, begun);
  return INTERRUPTED;
}

const NARROWING = ['patterns', 'only', 'severity', 'language'];

function severitiesFrom(args: Arguments): Severity[] | undefined {
  return args.words('severity')?.map((word) => {
    const parsed = severity.safeParse(word);
    if (parsed.success) return parsed.data;
    throw usageError(`--severity takes ${severity.options.join(', ')}; "${word}" is none of them.`);
  });
}

function planFrom(args: Arguments) {
  const like = args.text('like');
  const common = {
    scope: scopeFrom(args),
    concurrency: args.whole('concurrency', 1, MAX_CONCURRENCY),
    budget: budgetFrom(args),
    price: priceFrom(args),
    engagement: args.text('engagement'),
    booking: args.text('booking'),
    ...(args.flag('replace') ? { replace_target: true } : {}),
    ...(args.flag('cache') ? { cache: true } : {}),
    ...(args.flag('new') ? { new: true } : {}),
  };
  if (like !== undefined) {
    const given = ['target', 'target-file', 'pack', ...NARROWING, 'repeats', 'fail-at'].find(
      (option) => args.text(option) !== undefined,
    );
    if (given !== undefined) throw usageError(`--like takes the plan of ${like} as it is; --${given} would change it.`);
    return { ...common, scope: undefined, like };
  }
  return {
    ...common,
    target: targetFrom(args, args.text('target')),
    pack: packFrom(args.text('pack') ?? 'india-micro'),
    repeats: args.whole('repeats', 1, 20),
    fail_at: args.whole('fail-at', 1, 20),
    patterns: args.words('patterns'),
    only: args.words('only'),
    severities: severitiesFrom(args),
    languages: args.words('language'),
  };
}

const thousands = new Intl.NumberFormat('en-IN');
const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

function noteEstimate(out: Output, estimate: AuditEstimate, budget: Budget): void {
  const { calls, tokens_in, tokens_out, inr, basis } = estimate;
  const cost = inr === null ? '' : `, about ${rupees.format(inr)}`;
  out.note(
    `Estimate: ${thousands.format(calls)} calls, about ${thousands.format(tokens_in)} tokens in and ${thousands.format(tokens_out)} out${cost} (${basis}).`,
  );
  const exceeds =
    calls > (budget.calls ?? Number.POSITIVE_INFINITY) ||
    tokens_in + tokens_out > (budget.tokens ?? Number.POSITIVE_INFINITY) ||
    (inr ?? 0) > (budget.inr ?? Number.POSITIVE_INFINITY);
  if (exceeds) out.note('That is more than the budget: the run will stop there, and can be resumed with a larger one.');
}

/** Looks until the run has ended; null when Ctrl-C came first. */
async function watch(
  { io, out }: Context,
  client: StudioClient,
  begun: AuditView,
  interrupted: AbortSignal,
): Promise<AuditView | null> {
  const doneOf = ({ totals }: AuditView): number => totals.answered + totals.errors + totals.cancelled + totals.skipped;
  const doneAtStart = doneOf(begun);
  const startedMs = io.clock.now();
  const verb = begun.resumed
    ? `Resuming audit ${begun.id}: ${doneAtStart} of ${begun.totals.planned} done before`
    : `Audit ${begun.id}`;
  out.note(`${verb}. ${begun.pack.title} asks ${begun.target.name}.`);
  let told: string | undefined;
  const line = createProgressLine(io.stderr, out.paintNote);
  try {
    for (
      let view = begun;
      ;
      view = await client.call<AuditView>('GET', `/audits/${begun.id}`, { signal: interrupted })
    ) {
      line.update({
        done: doneOf(view),
        planned: view.totals.planned,
        errors: view.totals.errors,
        doneAtStart,
        elapsedMs: io.clock.now() - startedMs,
        waitingMs: view.slowed_until === undefined ? 0 : Math.max(0, Date.parse(view.slowed_until) - io.clock.now()),
      });
      if (view.waits_until !== undefined && view.waits_until !== told) {
        told = view.waits_until;
        out.note(`The target may be asked only in the hours that were allowed. The run goes on at ${formatIst(told)}.`);
      }
      if (view.state !== 'queued' && view.state !== 'running') return view;
      const isLong = io.clock.now() - startedMs > OFTEN_FOR_MS;
      await io.wait(isLong ? LOOK_RARELY_MS : LOOK_EVERY_MS, interrupted);
      if (interrupted.aborted) return null;
    }
  } catch (error) {
    if (interrupted.aborted) return null;
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.exit, error.message, {
      lines: [`What was answered is stored; the same command goes on with audit ${begun.id}.`, ...error.lines],
      cause: error,
    });
  } finally {
    line.end();
  }
}

function noteInterrupted({ out }: Context, client: StudioClient, { id }: AuditView): void {
  if (client.way === 'in-process') {
    out.note(`Stopped. Every answer so far is stored; the same command resumes audit ${id}.`);
  } else {
    out.note(`Audit ${id} goes on in the studio; the same command watches it again.`);
    out.note(`To end it: studio audit cancel ${id}`);
  }
}

/** The rules have judged as the answers came; the judge refines what is stored, and takes its time. */
async function judged({ args, out }: Context, client: StudioClient, ended: AuditView): Promise<AuditView> {
  if (!args.flag('judge') || ended.state !== 'completed') return ended;
  out.note('The judge looks at the answers.');
  const audit = await client.call<AuditView>('POST', `/audits/${ended.id}/rescore`, { query: judgeQuery(args) });
  const { judging } = await client.call<Scoring>('GET', `/audits/${ended.id}/scoring`);
  if (judging !== null) printJudging(out, judging);
  return audit;
}

async function finish(context: Context, client: StudioClient, ended: AuditView): Promise<ExitCode> {
  const { args, out } = context;
  const audit = await judged(context, client, ended);
  const path = `/audits/${audit.id}`;
  const findings = await allItems<FindingView>(client, `${path}/findings`);
  printSummary(out, audit, findings);
  const file = args.text('report') ?? reportFileOf(audit.id, 'html');
  await writeBytes(file, await client.bytes('GET', `${path}/report?format=html`));
  out.note(`Report: ${file}`);
  for (const [code, count] of Object.entries(audit.errors)) {
    out.note(`${count} × ${code}, such as: ${safeLine(audit.error_examples[code] ?? '')}`);
  }
  if (args.text('json') !== undefined) await out.jsonBytes(await client.bytes('GET', `${path}/report?format=json`));
  if (audit.state === 'cancelled') {
    out.note('The audit was cancelled before its end.');
    return EXIT.refused;
  }
  const unsettled = findings.filter(({ status }) => !SETTLED.has(status));
  if (audit.pause !== null) return notePaused(context, audit.id, audit.pause);
  return verdictOf(context, audit, unsettled.length);
}

/** What was heard so far is reported; that it is not all is told to the shell as well. */
function notePaused({ out }: Context, id: string, { reason, detail }: Pause): ExitCode {
  out.note(`The audit stands still (${reason.replaceAll('_', ' ')}): ${detail}`);
  const isSpent = reason.startsWith('budget_');
  out.note(`To go on: studio audit resume ${id}${isSpent ? ' with a larger budget' : ''}`);
  return isSpent ? EXIT.budget : EXIT.refused;
}

/** An audit that judged nothing is no pass; a pipeline is not told "ok" while questions stayed open either. */
function verdictOf({ args, out }: Context, { totals, id }: AuditView, findings: number): ExitCode {
  if (totals.scored === 0) {
    out.note('Nothing could be judged: this says nothing of the product. The report names the errors.');
    return EXIT.refused;
  }
  if (args.flag('ci') && findings > 0) return EXIT.findings;
  if (args.flag('ci') && totals.unscored > 0) {
    out.note(
      `${totals.unscored} trials could not be judged. Once the target answers: studio audit run … --new, or see audit ${id}.`,
    );
    return EXIT.refused;
  }
  return EXIT.ok;
}
