/** `studio findings`: list, show, set, retest. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { type FindingEvent, type FindingRow, findingStatus } from '@sacred-qa/contracts/finding';
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';
import type { Command, Commands, Context } from '../command.ts';
import { usageError } from '../failure.ts';
import type { Output } from '../output.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';
import { safeLine } from '../terminal/safe-text.ts';
import { retestAndWatch } from './audit-run.ts';
import { printFinding, severityStyle } from './audit-views.ts';

type FindingDetail = FindingView & { audit_id: string; target: ReportData['target'] };

const pathOf = (id: string): string => `/findings/${encodeURIComponent(id)}`;

/** `wont-fix` as people type it, `wont_fix` as the wire has it. */
function statusFrom(typed: string): FindingRow['status'] {
  const parsed = findingStatus.safeParse(typed.replaceAll('-', '_'));
  if (parsed.success) return parsed.data;
  throw usageError(`A status is one of ${findingStatus.options.map(typedForm).join(', ')}; not "${typed}".`);
}
const typedForm = (status: string): string => status.replaceAll('_', '-');

const list: Command = async ({ args, out, withStudio }) => {
  const status = args.text('status');
  const query = {
    status: status === undefined ? undefined : statusFrom(status),
    severity: args.oneOf('severity', ['critical', 'high', 'medium', 'low']),
    pattern: args.text('pattern'),
    audit: args.text('audit'),
  };
  return withStudio(async (client) => {
    const page = await onePage<FindingRow>(client, '/findings', args, query);
    out.table(
      [
        { title: 'FINDING' },
        { title: 'SEVERITY', style: severityStyle },
        { title: 'STATUS' },
        { title: 'PATTERN', shrinkTo: 16 },
        { title: 'TARGET', shrinkTo: 10 },
        { title: 'FOUND' },
      ],
      page.items.map((row) => [
        row.id,
        `${row.severity}${row.advisory ? ' (hint)' : ''}`,
        typedForm(row.status),
        row.pattern_id,
        row.target,
        formatIst(row.created_at),
      ]),
      'No findings. They come from: studio audit run --help',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });
};

function printHistory(out: Output, history: readonly FindingEvent[]): void {
  if (history.length === 0) return;
  out.table(
    [{ title: 'WHEN' }, { title: 'STATUS' }, { title: 'BY', shrinkTo: 10 }, { title: 'WHY', shrinkTo: 20 }],
    history.map((event) => [formatIst(event.at), typedForm(event.status), event.by, event.reason]),
    '',
  );
}

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const finding = await client.call<FindingDetail>('GET', pathOf(args.positional(0)));
    printFinding(out, finding);
    out.fields([
      ['finding', finding.id],
      ['audit', finding.audit_id],
      ['target', safeLine(finding.target.name)],
    ]);
    printHistory(out, finding.history);
    out.json(finding);
    return EXIT.ok;
  });

const set: Command = async ({ args, out, withStudio }) => {
  const status = statusFrom(args.positional(1));
  const body = { status, reason: args.text('reason') ?? '', ...(args.text('by') ? { by: args.text('by') } : {}) };
  return withStudio(async (client) => {
    const finding = await client.call<FindingDetail>('PATCH', pathOf(args.positional(0)), { body });
    printHistory(out, finding.history);
    out.json(finding);
    return EXIT.ok;
  });
};

const retest: Command = (context: Context) =>
  context.withStudio(async (client) => {
    const id = context.args.positional(0);
    const finding = await client.call<FindingDetail>('GET', pathOf(id));
    const ended = await retestAndWatch(context, client, `${pathOf(id)}/retest`, finding.target.name);
    if (typeof ended === 'number') return ended;
    const after = await client.call<FindingDetail>('GET', pathOf(id));
    printHistory(context.out, after.history);
    context.out.json({ audit: ended, findings: [after] } satisfies RetestResult);
    return exitOfRetest([after], ended);
  });

export interface RetestResult {
  audit: AuditView;
  findings: FindingView[];
}

/** 100 while something that was looked at is still there, 2 when it cannot be told. */
export function exitOfRetest(findings: readonly FindingView[], audit: AuditView) {
  const isThere = audit.totals.failed > 0;
  if (isThere) return EXIT.findings;
  return findings.every(({ status }) => status !== 'open' && status !== 'accepted') ? EXIT.ok : EXIT.refused;
}

export const commands: Commands = { list, show, set, retest };
