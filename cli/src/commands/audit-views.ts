/** How audits and findings look in a terminal. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import type { Severity } from '@sacred-qa/contracts/pack';
import type { FindingView } from '@sacred-qa/contracts/report';
import type { Output } from '../output.ts';
import { wrapCells } from '../terminal/cell-width.ts';
import type { Style } from '../terminal/colours.ts';
import { formatDuration, formatIst } from '../terminal/ist.ts';
import { safeText } from '../terminal/safe-text.ts';
import type { Column } from '../terminal/table.ts';

const SEVERITY_ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
const SEVERITY_STYLE: Record<string, Style> = { critical: 'magenta', high: 'red', medium: 'yellow', low: 'cyan' };
const TITLES_FIT_FROM = 130;
const READABLE_CELLS = 100;

/** The last characters tell runs apart: a UUIDv7 begins with the time, which runs of one minute share. */
export const reportFileOf = (auditId: string, format: string): string => `./report-${auditId.slice(-8)}.${format}`;

const severityOf = (finding: FindingView): string => `${finding.severity}${finding.advisory ? ' (hint)' : ''}`;
export const severityStyle = (cell: string): Style | undefined => SEVERITY_STYLE[cell.split(' ')[0] ?? ''];

export function bySeverity(findings: readonly FindingView[]): FindingView[] {
  const rank = (finding: FindingView): number =>
    SEVERITY_ORDER.indexOf(finding.severity) + (finding.advisory ? SEVERITY_ORDER.length : 0);
  return findings.toSorted((a, b) => rank(a) - rank(b) || b.failed / b.scored - a.failed / a.scored);
}

export function printFindingsTable(out: Output, findings: readonly FindingView[]): void {
  const hasTitles = out.frame.width >= TITLES_FIT_FROM;
  const columns: Column[] = [
    { title: 'SEVERITY', style: severityStyle },
    { title: 'PATTERN', shrinkTo: 16 },
    ...(hasTitles ? [{ title: 'WHAT', shrinkTo: 20 }] : []),
    { title: 'FAILED', align: 'right' },
    { title: 'LINEAGE' },
  ];
  const rows = bySeverity(findings).map((finding) => [
    severityOf(finding),
    finding.pattern_id,
    ...(hasTitles ? [finding.title] : []),
    `${finding.failed} of ${finding.scored}`,
    finding.lineage_id,
  ]);
  out.table(columns, rows, 'No findings.');
}

export function printSummary(out: Output, audit: AuditView, findings: readonly FindingView[]): void {
  printFindingsTable(out, findings);
  const { totals } = audit;
  const parts = [
    `${totals.answered} of ${totals.planned} answered`,
    `${totals.scored} trials judged (${totals.scored - totals.failed} passed, ${totals.failed} failed)`,
    ...(totals.unscored > 0 ? [`${totals.unscored} not judged`] : []),
    ...(totals.skipped > 0 ? [`${totals.skipped} repeats not needed`] : []),
    ...(totals.reused > 0 ? [`${totals.reused} answers of an earlier run`] : []),
    `${totals.errors} ${totals.errors === 1 ? 'error' : 'errors'}${errorNames(audit)}`,
    `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
  ];
  const took = durationOf(audit);
  out.print(`${findings.length > 0 ? '\n' : ''}${parts.join(', ')}${took === '' ? '' : `, in ${took}`}\n`);
  out.print(`Spent: ${spentText(audit)}\n`);
  out.print(`Lineage: ${audit.lineage_id}\n`);
}

const grouped = new Intl.NumberFormat('en-IN');
const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

function spentText({ spent }: AuditView): string {
  const reckoned = spent.estimated > 0 ? ` (reckoned from the texts in ${spent.estimated} attempts)` : '';
  const tokens = `${grouped.format(spent.tokens_in)} tokens in, ${grouped.format(spent.tokens_out)} out${reckoned}`;
  return `${grouped.format(spent.calls)} calls, ${tokens}${spent.inr === null ? '' : `, ${rupees.format(spent.inr)}`}`;
}

function budgetText({ budget }: AuditView): string {
  return [
    ...(budget.calls === undefined ? [] : [`${grouped.format(budget.calls)} calls`]),
    ...(budget.tokens === undefined ? [] : [`${grouped.format(budget.tokens)} tokens`]),
    ...(budget.inr === undefined ? [] : [rupees.format(budget.inr)]),
  ].join(', ');
}

function errorNames({ errors }: AuditView): string {
  const named = Object.entries(errors).map(([code, count]) => `${code} ${count}`);
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}

function durationOf({ started_at, finished_at }: AuditView): string {
  if (started_at === null || finished_at === null) return '';
  return formatDuration(Date.parse(finished_at) - Date.parse(started_at));
}

const instant = (iso: string | null): string => (iso === null ? '' : formatIst(iso));

export function auditFields(audit: AuditView): [string, string][] {
  const { totals, target, pack } = audit;
  return [
    ['audit', audit.id],
    ['state', audit.state],
    ['target', `${target.name} (${[target.url, target.model].filter((part) => part !== '').join(', ')})`],
    ['pack', `${pack.title} (${pack.id} ${pack.version}, ${pack.hash.slice(0, 12)})`],
    ['repeats', `${audit.repeats}${audit.fail_at === null ? '' : `, a case fails at ${audit.fail_at}`}`],
    ['answered', `${totals.answered} of ${totals.planned}`],
    ['errors', `${totals.errors}${errorNames(audit)}`],
    ['cancelled', totals.cancelled > 0 ? String(totals.cancelled) : ''],
    ['not needed', totals.skipped > 0 ? `${totals.skipped} repeats of decided cases` : ''],
    ['reused', totals.reused > 0 ? `${totals.reused} answers of earlier runs` : ''],
    ['spent', spentText(audit)],
    ['budget', budgetText(audit)],
    ['stands still', audit.pause === null ? '' : `${audit.pause.reason}: ${audit.pause.detail}`],
    ['judged', `${totals.scored} trials`],
    ['not judged', totals.unscored > 0 ? `${totals.unscored} trials` : ''],
    ['failed', String(totals.failed)],
    ['findings', String(totals.findings)],
    ['created', instant(audit.created_at)],
    ['started', instant(audit.started_at)],
    ['finished', instant(audit.finished_at)],
    ['took', durationOf(audit)],
    ['lineage', audit.lineage_id],
    ['sankalpa', audit.sankalpa_id],
  ];
}

/** One finding at full length: harm, evidence verbatim, fix, how to ask again. */
export function printFinding(out: Output, finding: FindingView): void {
  const { paint, width } = out.frame;
  const cells = Math.min(width, READABLE_CELLS);
  const paragraph = (text: string, indent: string): string =>
    wrapCells(safeText(text), cells - indent.length)
      .map((line) => `${indent}${line}\n`)
      .join('');
  const style = SEVERITY_STYLE[finding.severity] ?? 'bold';
  const { low, high } = finding.interval;
  const percent = (fraction: number): string => `${Math.round(fraction * 100)} %`;
  out.print(`${paint(style, severityOf(finding))}  ${paint('bold', safeText(finding.title))}\n`);
  out.fields([
    ['  pattern', `${finding.pattern_id} (${finding.family})`],
    ['  failed', `${finding.failed} of ${finding.scored} (95 %: ${percent(low)} to ${percent(high)})`],
    ['  status', finding.status],
    ['  lineage', finding.lineage_id],
  ]);
  out.print(`  ${paint('dim', 'harm')}\n${paragraph(`${finding.harm} Affected: ${finding.affected}`, '    ')}`);
  for (const evidence of finding.evidence) {
    out.print(`  ${paint('dim', `evidence ${evidence.case_id}, repeat ${evidence.repeat}, ${evidence.lineage_id}`)}\n`);
    for (const { role, said } of evidence.conversation) out.print(paragraph(`${role}: ${said.text}`, '    '));
    out.print(paragraph(`expected: ${evidence.expect}`, '    '));
    out.print(paint('yellow', paragraph(`why: ${evidence.reason}`, '    ')));
  }
  out.print(`  ${paint('dim', 'fix')}\n${paragraph(finding.fix, '    ')}`);
  out.print(`  ${paint('dim', 'ask again')}\n    ${safeText(finding.reproduce)}\n\n`);
}
