/** `studio audit`: run, list, show, findings, report, compare, retest, rescore, pause, resume, cancel. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';
import { fullAuditId } from '../audit-id.ts';
import type { Command, Commands } from '../command.ts';
import { failureOfAnswer } from '../failure.ts';
import { writeWhole } from '../output.ts';
import { allItems, noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';
import { compareAudits } from './audit-compare.ts';
import { resumeAudit, retestAndWatch, runAudit } from './audit-run.ts';
import { auditFields, bySeverity, printFinding, printFindingsTable, reportFileOf } from './audit-views.ts';
import { exitOfRetest } from './findings.ts';

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

const report: Command = ({ args, io, out, withStudio }) =>
  withStudio(async (client) => {
    const id = await fullAuditId(client, args.positional(0));
    const format = args.oneOf('format', ['html', 'json']) ?? 'html';
    const answer = await client.request('GET', `${pathOf(id)}/report`, { query: { format } });
    if (answer.status >= 300) throw failureOfAnswer(answer.status, answer.text);
    const file = args.text('out') ?? reportFileOf(id, format);
    if (file === '-') io.stdout.write(answer.text);
    else {
      writeWhole(file, answer.text);
      out.print(`${file}\n`);
    }
    return EXIT.ok;
  });

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
    const audit = await client.call<AuditView>('POST', `${path}/rescore`);
    const { rescored } = await client.call<ReportData>('GET', `${path}/report`, { query: { format: 'json' } });
    out.fields(auditFields(audit));
    if (rescored !== null) {
      const by = rescored.detector_versions.join(', ');
      out.print(`\n${rescored.changed} of ${rescored.judged} verdicts changed, by detectors of version ${by}.\n`);
    }
    out.json({ audit, rescored });
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
