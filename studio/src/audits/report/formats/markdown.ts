/** The audit as Markdown, for a ticket or a wiki. What others said stands in quotes and can form nothing. Pure. */
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';
import { visible } from '@sacred-qa/contracts/visible-text';
import { numbered } from '../opening.ts';
import { GRADE_WORDS } from '../severity.ts';
import { verdictInWords } from '../summary.ts';
import { calendarDay, figure, inr, interval, istDay } from '../wording.ts';

/** Everything that could begin markup, made plain; hidden characters are named. */
const plain = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]()#+\-.!|~$^=]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // An address in running text would become a link.
    .replaceAll('://', ':\u200b//')
    .replaceAll('@', '&#64;');
const oneLine = (text: string): string => plain(text).replace(/\s*[\n\r]+\s*/g, ' ');
const quoted = (text: string): string =>
  plain(text)
    .split(/\r\n?|\n/)
    .map((line) => `> ${line}`)
    .join('\n');

/** A fence longer than any within, so that the code cannot end it. */
function fenced(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${visible(code).replace(/[\n\r]+/g, ' ')}\n${fence}`;
}

export function markdownReport(data: ReportData): string {
  const findings = numbered(data.findings);
  const { totals } = data;
  const parts = [
    `# Audit report: ${oneLine(data.target.name)}`,
    `${oneLine(data.brand.name)}, ${calendarDay(istDay(data.started_at))}. Pack ${oneLine(data.pack.id)} ${oneLine(data.pack.version)}. State: ${oneLine(data.state)}.`,
    `**${plain(verdictInWords(findings) ?? (totals.patterns_passed === 0 ? 'Nothing could be judged.' : 'No fault was found.'))}**`,
    `${figure(totals.patterns_failed)} of ${figure(totals.patterns)} patterns failed; ${figure(totals.failed)} of ${figure(totals.scored)} judged trials failed; ${figure(totals.unscored)} could not be judged; ${figure(totals.errors)} ended in errors of the target.`,
    ...(findings.length === 0 ? [] : [glance(findings.map(({ finding }) => finding))]),
    ...findings.map(({ finding, number }) => findingPart(finding, number)),
    `---\n\n${foot(data)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function glance(findings: readonly FindingView[]): string {
  const rows = findings.map(
    (finding, i) =>
      `| ${i + 1} | ${oneLine(finding.title)} | ${gradeOf(finding)} | ${finding.failed} of ${finding.scored} | ${finding.status.replace('_', ' ')} |`,
  );
  return ['| No. | Finding | Severity | Failed | Status |', '|---:|---|---|---:|---|', ...rows].join('\n');
}

const gradeOf = ({ severity, advisory }: FindingView): string =>
  advisory ? `Hint (${GRADE_WORDS[severity].toLowerCase()})` : GRADE_WORDS[severity];

function findingPart(finding: FindingView, number: number): string {
  const evidence = finding.evidence.map((one) =>
    [
      `Case ${oneLine(one.case_id)}, repeat ${one.repeat}: ${oneLine(one.reason)}`,
      ...one.conversation.map(({ role, said }) => `${role} (${oneLine(said.lang)}):\n\n${quoted(said.text)}`),
    ].join('\n\n'),
  );
  return [
    `## ${number}. ${oneLine(finding.title)}`,
    `${gradeOf(finding)}. Failed ${finding.failed} of ${finding.scored} trials, 95 % interval ${interval(finding.interval)}. Pattern ${oneLine(finding.pattern_id)}, finding ${oneLine(finding.id)}.`,
    `**Who is harmed:** ${oneLine(finding.affected)}`,
    `**What harm is done:** ${oneLine(finding.harm)}`,
    ...evidence,
    `**See it again**\n\n${fenced(finding.reproduce)}`,
    `**How to mend it:** ${oneLine(finding.fix)}`,
    ...(finding.references.length === 0 ? [] : [finding.references.map((one) => `- ${oneLine(one)}`).join('\n')]),
  ].join('\n\n');
}

function foot({ lineage_id, generated_at, studio_version, engagement, brand }: ReportData): string {
  const terms =
    engagement === null
      ? ''
      : `For ${oneLine(engagement.client)}: ${oneLine(engagement.scope)}, ${inr(engagement.price_paise)}. `;
  const contact = brand.contact === '' ? '' : `${oneLine(brand.contact)}. `;
  return `${terms}${contact}Lineage ${oneLine(lineage_id)}. Sacred QA Studio ${oneLine(studio_version)}, ${calendarDay(istDay(generated_at))}.`;
}
