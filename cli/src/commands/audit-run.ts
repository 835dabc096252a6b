/** `studio audit run`: plan, watch, summarise, report. The run itself lives in the studio; this only asks and looks. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { EXIT, type ExitCode } from '@sacred-qa/contracts/exit-codes';
import { SETTLED } from '@sacred-qa/contracts/finding';
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';
import type { StudioClient } from '../client.ts';
import { type Command, type Context, INTERRUPTED } from '../command.ts';
import { Failure, failureOfAnswer } from '../failure.ts';
import { writeWhole } from '../output.ts';
import { allItems } from '../paging.ts';
import { scopeFrom, secretsFor, targetFrom } from '../target-options.ts';
import { formatIst } from '../terminal/ist.ts';
import { createProgressLine } from '../terminal/progress-line.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { printSummary, reportFileOf } from './audit-views.ts';

const LOOK_EVERY_MS = 500;

export const runAudit: Command = async (context) => {
  const { args, io } = context;
  const plan = {
    target: targetFrom(args, args.text('target')),
    pack: args.text('pack') ?? 'india-micro',
    scope: scopeFrom(args),
    repeats: args.whole('repeats', 1, 20),
    concurrency: args.whole('concurrency', 1, 32),
    patterns: args.words('patterns'),
    engagement: args.text('engagement'),
    booking: args.text('booking'),
    ...(args.flag('new') ? { new: true } : {}),
    ...(args.flag('replace') ? { replace_target: true } : {}),
  };
  return context.withStudio(async (client) => {
    const secrets = await secretsFor(client, plan.target, io.env);
    const interrupted = io.interruption();
    const begun = await client.call<AuditView>('POST', '/audits', { body: { ...plan, secrets } });
    const ended = await watch(context, client, begun, interrupted);
    if (ended === null) {
      noteInterrupted(context, client, begun);
      return INTERRUPTED;
    }
    return finish(context, client, ended);
  });
};

/** Asks at `path` for what failed again and looks until that run has ended; an exit code when Ctrl-C came first. */
export async function retestAndWatch(
  context: Context,
  client: StudioClient,
  path: string,
  target: string,
): Promise<AuditView | typeof INTERRUPTED> {
  const secrets = await secretsFor(client, target, context.io.env).catch(() => ({}));
  const interrupted = context.io.interruption();
  const begun = await client.call<AuditView>('POST', path, { body: { secrets } });
  const ended = await watch(context, client, begun, interrupted);
  if (ended !== null) return ended;
  noteInterrupted(context, client, begun);
  return INTERRUPTED;
}

/** Looks until the run has ended; null when Ctrl-C came first. */
async function watch(
  { io, out }: Context,
  client: StudioClient,
  begun: AuditView,
  interrupted: AbortSignal,
): Promise<AuditView | null> {
  const doneOf = ({ totals }: AuditView): number => totals.answered + totals.errors + totals.cancelled;
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
      });
      if (view.waits_until !== undefined && view.waits_until !== told) {
        told = view.waits_until;
        out.note(`The target may be asked only in the hours that were allowed. The run goes on at ${formatIst(told)}.`);
      }
      if (view.state === 'completed' || view.state === 'cancelled') return view;
      await io.wait(LOOK_EVERY_MS, interrupted);
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

async function finish(context: Context, client: StudioClient, audit: AuditView): Promise<ExitCode> {
  const { args, out } = context;
  const findings = await allItems<FindingView>(client, `/audits/${audit.id}/findings`);
  printSummary(out, audit, findings);
  const html = await client.request('GET', `/audits/${audit.id}/report`, { query: { format: 'html' } });
  if (html.status >= 300) throw failureOfAnswer(html.status, html.text);
  const file = args.text('report') ?? reportFileOf(audit.id, 'html');
  writeWhole(file, html.text);
  out.note(`Report: ${file}`);
  if (args.text('json') !== undefined || audit.totals.errors > 0) {
    const data = await client.call<ReportData>('GET', `/audits/${audit.id}/report`, { query: { format: 'json' } });
    for (const { code, count, example } of data.errors) out.note(`${count} × ${code}, such as: ${safeLine(example)}`);
    out.json(data);
  }
  if (audit.state === 'cancelled') {
    out.note('The audit was cancelled before its end.');
    return EXIT.refused;
  }
  const unsettled = findings.filter(({ status }) => !SETTLED.has(status));
  return verdictOf(context, audit, unsettled.length);
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
