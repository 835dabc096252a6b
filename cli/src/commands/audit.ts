/** `studio audit`: run, list, show, findings, report, compare, retest, rescore, pause, resume, cancel. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { FindingView } from '@sacred-qa/contracts/report';
import { decoded } from '@sacred-qa/foundation/lines';
import { fullAuditId } from '../audit-id.ts';
import { collect, queryString, type StudioClient } from '../client.ts';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import { type Output, writeBytes } from '../output.ts';
import { allItems, noteNextPage, onePage } from '../paging.ts';
import { printPdf } from '../print-pdf.ts';
import { formatIst } from '../terminal/ist.ts';
import { compareAudits } from './audit-compare.ts';
import { judgeQuery, resumeAudit, retestAndWatch, runAudit, type Scoring } from './audit-run.ts';
import { auditFields, bySeverity, printFinding, printFindingsTable, reportFileOf } from './audit-views.ts';
import { paiseFrom } from './engagement.ts';
import { exitOfRetest } from './findings.ts';
import { printJudging } from './judge-views.ts';

const pathOf = (id: string): string => `/audits/${encodeURIComponent(id)}`;

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<AuditView>(client, '/audits', args);
    out.table(
      [
        { title: 'AUDIT' },
        { title: 'STATE' },
        { title: 'TARGET', shrinkTo: 12 },
        { title: 'PACK', shrinkTo: 8 },
        { title: 'ANSWERED', align: 'right' },
        { title: 'FINDINGS', align: 'right' },
        { title: 'CREATED' },
      ],
      page.items.map((audit) => [
        audit.id,
        audit.state,
        audit.target.name,
        audit.pack.id,
        `${audit.totals.answered}/${audit.totals.planned}`,
        String(audit.totals.findings),
        formatIst(audit.created_at),
      ]),
      'No audits yet. Begin with: studio audit run --help',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const audit = await client.call<AuditView>('GET', pathOf(await fullAuditId(client, args.positional(0))));
    out.fields(auditFields(audit));
    out.json(audit);
    return EXIT.ok;
  });

const findings: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const id = await fullAuditId(client, args.positional(0));
    const all = bySeverity(await allItems<FindingView>(client, `${pathOf(id)}/findings`));
    printFindingsTable(out, all);
    if (all.length > 0) out.print('\n');
    for (const finding of all) printFinding(out, finding);
    out.json(all);
    return EXIT.ok;
  });

const FORMATS = ['html', 'pdf', 'json', 'csv', 'junit', 'sarif', 'md'] as const;
const ENDINGS: Partial<Record<(typeof FORMATS)[number], string>> = { junit: 'junit.xml' };

const report: Command = async ({ args, io, out, withStudio }) => {
  const format = args.oneOf('format', FORMATS) ?? 'html';
  const to = args.text('out');
  if (format === 'pdf' && to === '-') throw usageError('A PDF goes into a file: give one with --out.');
  const query = {
    format: format === 'pdf' ? 'html' : format,
    summary_lang: args.oneOf('summary-lang', ['en', 'hi']),
    monthly_users: args.whole('monthly-users', 1, 2_000_000_000),
    loss_per_case_paise: paiseFrom(args, 'loss-per-case-inr'),
    bom: args.flag('bom') ? 'true' : undefined,
  };
  return withStudio(async (client) => {
    const id = await fullAuditId(client, args.positional(0));
    const file = to ?? reportFileOf(id, ENDINGS[format] ?? format);
    const bytes = await client.bytes('GET', `${pathOf(id)}/report${queryString(query)}`);
    await noteBrand(client, out);
    if (format === 'pdf') await printPdf({ html: await collect(bytes), file, env: io.env });
    else if (file === '-') for await (const text of decoded(bytes)) io.stdout.write(text);
    else await writeBytes(file, bytes);
    if (file !== '-') out.print(`${file}\n`);
    return EXIT.ok;
  });
};

/** A brand file with a fault leaves the report under the program's own name: the one who sends it should know. */
async function noteBrand(client: StudioClient, out: Output): Promise<void> {
  const kept = await client.request('GET', '/brand');
  const fault = kept.status < 300 ? kept.json<{ fault: string | null }>().fault : null;
  if (fault !== null) out.note(`The report bears no name of your own: ${fault}`);
}

/** Asks again what failed in an audit, and says finding by finding what came of it. */
const retest: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const id = await fullAuditId(client, args.positional(0));
    const { target } = await client.call<AuditView>('GET', pathOf(id));
    const ended = await retestAndWatch(context, client, `${pathOf(id)}/retest`, target.name);
    if (typeof ended === 'number') return ended;
    const all = await allItems<FindingView>(client, `${pathOf(id)}/findings`);
    const looked = all.filter(({ history }) => history.at(-1)?.retest_audit_id === ended.id);
    out.table(
      [{ title: 'STATUS' }, { title: 'PATTERN', shrinkTo: 16 }, { title: 'WHAT CAME OF IT', shrinkTo: 24 }],
      looked.map((finding) => [finding.status, finding.pattern_id, finding.history.at(-1)?.reason ?? '']),
      'No finding was looked at.',
    );
    out.json({ audit: ended, findings: looked });
    return exitOfRetest(looked, ended);
  });

const rescore: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const path = pathOf(await fullAuditId(client, args.positional(0)));
    const audit = await client.call<AuditView>('POST', `${path}/rescore`, { query: judgeQuery(args) });
    const { rescored, judging } = await client.call<Scoring>('GET', `${path}/scoring`);
    out.fields(auditFields(audit));
    if (rescored !== null) {
      const by = rescored.detector_versions.join(', ');
      out.print(`\n${rescored.changed} of ${rescored.judged} verdicts changed, by detectors of version ${by}.\n`);
    }
    if (judging !== null) printJudging(out, judging);
    out.json({ audit, rescored, judging });
    return EXIT.ok;
  });

const told =
  (verb: 'cancel' | 'pause'): Command =>
  ({ args, out, withStudio }) =>
    withStudio(async (client) => {
      const id = await fullAuditId(client, args.positional(0));
      const audit = await client.call<AuditView>('POST', `${pathOf(id)}/${verb}`);
      out.fields(auditFields(audit));
      out.json(audit);
      return EXIT.ok;
    });

export const commands: Commands = {
  ...{ run: runAudit, list, show, findings, report },
  compare: compareAudits,
  retest,
  rescore,
  pause: told('pause'),
  resume: resumeAudit,
  cancel: told('cancel'),
};
