/** The audit as JUnit XML: a suite a pattern, a test a trial. What is no verdict on the product is skipped, with why. Pure. */
import { SETTLED } from '@sacred-qa/contracts/finding';
import type { CaseResult, ReportData } from '@sacred-qa/contracts/report';

type Trial = CaseResult['repeats'][number];
type Outcome = { kind: 'passed' } | { kind: 'failed' | 'skipped'; message: string; text: string };

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Characters that XML 1.0 cannot hold at all, not even by number. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
const attribute = (text: string): string => escaped(text).replace(/[\n\r\t]/g, (blank) => `&#${blank.charCodeAt(0)};`);

export function junitReport(data: ReportData): string {
  const suites = data.patterns.map((pattern) => {
    const cases = data.cases.filter((result) => result.pattern_id === pattern.id);
    return { pattern, tests: cases.flatMap((result) => result.repeats.map((trial) => testOf(data, result, trial))) };
  });
  const all = suites.flatMap(({ tests }) => tests);
  const body = suites.map(
    ({ pattern, tests }) =>
      `  <testsuite name="${attribute(`${pattern.id}: ${pattern.title}`)}" ${counts(tests)} timestamp="${attribute(data.started_at.slice(0, 19))}">\n${tests.map(({ xml }) => xml).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${attribute(data.target.name)}" ${counts(all)}>\n${body.join('')}</testsuites>\n`;
}

interface Test {
  outcome: Outcome;
  xml: string;
}

function counts(tests: readonly Test[]): string {
  const of = (kind: Outcome['kind']) => tests.filter(({ outcome }) => outcome.kind === kind).length;
  return `tests="${tests.length}" failures="${of('failed')}" errors="0" skipped="${of('skipped')}"`;
}

function testOf(data: ReportData, result: CaseResult, trial: Trial): Test {
  const outcome = outcomeOf(data, result, trial);
  const open = `    <testcase classname="${attribute(result.pattern_id)}" name="${attribute(`${result.case_id}, repeat ${trial.repeat}`)}"`;
  if (outcome.kind === 'passed') return { outcome, xml: `${open}/>\n` };
  const element =
    outcome.kind === 'failed'
      ? `<failure type="fail" message="${attribute(outcome.message)}">${escaped(outcome.text)}</failure>`
      : `<skipped message="${attribute(outcome.message)}"/>`;
  return { outcome, xml: `${open}>\n      ${element}\n    </testcase>\n` };
}

/** A hint, a trial that could not be judged, and a fault that was left on purpose break no build. */
function outcomeOf(data: ReportData, result: CaseResult, trial: Trial): Outcome {
  if (trial.verdict === 'pass') return { kind: 'passed' };
  const finding = data.findings.find((one) => one.pattern_id === result.pattern_id);
  const text = trial.conversations
    .flat()
    .map(({ role, said }) => `${role}: ${said.text}`)
    .join('\n');
  if (trial.verdict === 'unscored') return { kind: 'skipped', message: `Not judged: ${trial.reason}`, text };
  if (finding?.advisory) return { kind: 'skipped', message: `Hint: ${trial.reason}`, text };
  if (finding !== undefined && SETTLED.has(finding.status)) {
    const why = `Decided: ${finding.status.replace('_', ' ')}. ${finding.status_reason ?? ''}`;
    return { kind: 'skipped', message: why.trim(), text };
  }
  return { kind: 'failed', message: trial.reason, text };
}
