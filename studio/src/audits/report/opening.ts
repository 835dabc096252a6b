/** The first page: what was audited, what came of it, and where to find the rest. */
import type { FindingView, ReportData, Rescoring } from '@sacred-qa/contracts/report';
import { type Html, html } from '@sacred-qa/foundation/html';
import { wilson95 } from '@sacred-qa/foundation/statistics';
import { quotedLine } from './said.ts';
import { GRADE_WORDS, GRADES, type Grade, gradeBadge, gradeOf, sign } from './severity.ts';
import { verdictInWords } from './summary.ts';
import {
  calendarDay,
  counted,
  duration,
  figure,
  interval,
  isLoopback,
  istDay,
  istInstant,
  listed,
  was,
} from './wording.ts';

/** Findings as the report numbers them: by grade, hints last, each grade in the order of the data. */
export interface Numbered {
  finding: FindingView;
  number: number;
  anchor: string;
}

export function numbered(findings: readonly FindingView[]): Numbered[] {
  const rank = (finding: FindingView): number => GRADES.indexOf(gradeOf(finding));
  return findings
    .toSorted((a, b) => rank(a) - rank(b))
    .map((finding, i) => ({ finding, number: i + 1, anchor: `finding-${i + 1}` }));
}

/** Whose report it is and what it is about; the particulars stand behind the contents. */
export function masthead(data: ReportData): Html {
  const { target, pack, brand } = data;
  return html`<header class="masthead">
<p class="house"><b>${logo(brand)}<bdi>${brand.name}</bdi></b><span>${data.retest_of === null ? 'Audit report' : 'Report of a retest'}</span></p>
<h1><bdi>${target.name}</bdi></h1>
<p class="subject"><bdi>${pack.title}</bdi>, <time datetime="${data.started_at}">${calendarDay(istDay(data.started_at))}</time></p>
</header>`;
}

const logo = ({ logo: source }: ReportData['brand']): Html | null =>
  source === null ? null : html`<img class="logo" alt="" src="${source}">`;

export function particulars(data: ReportData): Html {
  const { target, pack } = data;
  return html`<section aria-labelledby="particulars">
<h2 id="particulars">What was audited</h2>
<dl class="facts">
<div><dt>Address</dt><dd class="id">${quotedLine(target.url)}</dd></div>
<div><dt>Model</dt><dd>${target.model === '' ? 'not named by the product' : quotedLine(target.model)}</dd></div>
<div><dt>Questions</dt><dd>pack ${pack.id}, version ${pack.version}</dd></div>
<div><dt>Allowed by</dt><dd>${allowedBy(data)}</dd></div>
<div><dt>Began</dt><dd><time datetime="${data.started_at}">${istInstant(data.started_at)}</time></dd></div>
<div><dt>Ended</dt><dd>${endOf(data)}</dd></div>
<div><dt>Audit</dt><dd class="id">${data.audit_id}</dd></div>
<div><dt>Lineage</dt><dd class="id">${data.lineage_id}</dd></div>
</dl>
</section>`;
}

/** Without a name the address is one that needs none, or that only a keeper of the studio can allow. */
function allowedBy({ scope, target }: ReportData): Html {
  if (scope.allowed_by !== null) return quotedLine(scope.allowed_by);
  return isLoopback(target.url)
    ? html`no permission needed: it runs on the machine of the audit`
    : html`a keeper of the studio, as a private address`;
}

function endOf({ finished_at, started_at }: ReportData): Html {
  if (finished_at === null) return html`not yet`;
  const took = duration(Date.parse(finished_at) - Date.parse(started_at));
  return html`<time datetime="${finished_at}">${istInstant(finished_at)}</time><span class="under">after ${took}</span>`;
}

export function verdict(data: ReportData, findings: readonly Numbered[]): Html {
  return html`<section class="verdict" aria-labelledby="verdict">
<h2 id="verdict">Verdict</h2>
${data.state === 'completed' ? null : unfinished(data)}
${data.rescored === null ? null : rescored(data.rescored)}
<p class="headline">${verdictInWords(findings) ?? headline(data)}</p>
<p class="lead">${findings.length > 0 ? `${headline(data)} ` : ''}${judged(data)}</p>
${gradeCounts(findings)}
${findings.length > 0 ? null : html`<p>${meaning(data, findings)}</p>`}
</section>`;
}

/** The same verdict counted out, for a reader who turns the page. */
export function inNumbers(data: ReportData, findings: readonly Numbered[]): Html {
  const { failed, scored } = data.totals;
  const rate =
    scored === 0
      ? ''
      : ` Over all trials ${figure(failed)} of ${figure(scored)} failed, 95 % interval ${interval(wilson95(failed, scored))}.`;
  return html`<section aria-labelledby="numbers">
<h2 id="numbers">In numbers</h2>
<p>${asked(data)}${rate}</p>
${outcomeBar(data)}
${findings.length > 0 ? html`<p class="after">${meaning(data, findings)}</p>` : null}
</section>`;
}

const unfinished = ({ state, totals }: ReportData): Html =>
  state === 'cancelled'
    ? html`<p class="notice">This audit was cancelled after ${figure(totals.answered + totals.errors)} of ${counted(totals.attempts, 'conversation')}. What follows rests on those, and says nothing of the rest.</p>`
    : html`<p class="notice">This audit is not complete: its state is “${state}”. What follows is what was known when this report was written.</p>`;

const rescored = ({ at, judged, changed, detector_versions }: Rescoring): Html =>
  html`<p class="notice">The answers were judged again on <time datetime="${at}">${istInstant(at)}</time> by the detectors of version ${listed(detector_versions)}, without asking the product: ${figure(changed)} of ${counted(judged, 'verdict')} changed. The earlier verdicts are kept.</p>`;

function headline({ totals }: ReportData): string {
  if (totals.patterns_failed > 0) {
    return `${figure(totals.patterns_failed)} of ${counted(totals.patterns, 'pattern')} failed.`;
  }
  if (totals.patterns_passed === 0) return 'Nothing could be judged.';
  return totals.patterns_unscored === 0
    ? `No fault was found in ${counted(totals.patterns, 'pattern')}.`
    : `No fault was found in the ${counted(totals.patterns_passed, 'pattern')} that could be judged.`;
}

function asked({ totals, target }: ReportData): Html {
  const notAsked = totals.attempts - totals.answered - totals.errors;
  const rest = [
    ...(totals.errors > 0 ? [`${counted(totals.errors, 'ended in an error', 'ended in errors')}`] : []),
    ...(notAsked > 0 ? [`${figure(notAsked)} ${was(notAsked)} not held`] : []),
  ];
  return html`In ${counted(totals.attempts, 'conversation')} over ${counted(totals.cases, 'case')} from ${counted(totals.patterns, 'pattern')}, <bdi>${target.name}</bdi> answered ${figure(totals.answered)}${rest.length === 0 ? '' : `; ${listed(rest)}`}.`;
}

function judged({ totals }: ReportData): string {
  const { scored, failed, unscored } = totals;
  const sums = `Of ${counted(scored, 'trial')} that could be judged, ${figure(failed)} failed and ${figure(scored - failed)} passed.`;
  const aside = `${counted(unscored, 'trial')} could not be judged and ${unscored === 1 ? 'counts' : 'count'} neither for nor against the product.`;
  return [...(scored > 0 ? [sums] : []), ...(unscored > 0 ? [aside] : [])].join(' ');
}

/** How the patterns came out, as one bar; every part also says its number in words. */
function outcomeBar({ totals }: ReportData): Html {
  const parts = [
    { name: 'failed', count: totals.patterns_failed, word: 'failed' },
    { name: 'unscored', count: totals.patterns_unscored, word: 'could not be judged' },
    { name: 'passed', count: totals.patterns_passed, word: 'passed' },
  ] as const;
  const present = parts.filter((part) => part.count > 0);
  return html`<div class="outcomes">
<div class="bar" aria-hidden="true">${present.map(({ name, count }) => html`<span class="is-${name}" style="flex-grow:${count}"></span>`)}</div>
<ul>${parts.map(({ name, count, word }) => html`<li class="is-${name}">${sign(name)}<b>${figure(count)}</b> ${word}</li>`)}</ul>
</div>`;
}

function gradeCounts(findings: readonly Numbered[]): Html {
  const countOf = (grade: Grade) => findings.filter(({ finding }) => gradeOf(finding) === grade).length;
  const tiles = GRADES.map((grade) => {
    const count = countOf(grade);
    const name = grade === 'hint' && count !== 1 ? 'Hints' : GRADE_WORDS[grade];
    return html`<li class="is-${grade}${count === 0 ? ' is-none' : ''}"><b>${figure(count)}</b><span>${sign(grade)}${name}</span></li>`;
  });
  return html`<ul class="grades" aria-label="Findings by severity">${tiles}</ul>`;
}

function meaning({ totals, state }: ReportData, findings: readonly Numbered[]): string {
  if (findings.length > 0) return followed(findings);
  if (totals.patterns_failed > 0) return 'Findings are written when the run has ended; there are none here yet.';
  if (totals.patterns_passed === 0) {
    const cause = totals.errors > 0 ? ' The errors of the target, listed below, say why.' : '';
    return `This says nothing about the product, good or bad: there was no answer that could be judged.${cause} The audit should be repeated.`;
  }
  const soFar = state === 'completed' ? '' : ' so far';
  return `No trial failed${soFar}. That is good news and no proof: it says that these questions, asked this often, brought no fault to light, and not that the product has none.`;
}

function followed(findings: readonly Numbered[]): string {
  const hints = findings.filter(({ finding }) => finding.advisory).length;
  const settled = findings.filter(({ finding }) => finding.status !== 'open').length;
  const asHints = hints === 0 ? '' : `, of which ${counted(hints, 'is a hint', 'are hints')} and not a verdict`;
  const since = settled === 0 ? '' : ` For ${figure(settled)} of them a decision is on record.`;
  return `This report holds ${counted(findings.length, 'finding')}${asHints}. Each says who is harmed, what was asked and answered word for word, how to see it again, and how to mend it.${since}`;
}

export function contents(data: ReportData, findings: readonly Numbered[]): Html {
  const sections: [anchor: string, title: string][] = [
    ['numbers', 'In numbers'],
    ['particulars', 'What was audited'],
    ['reading', 'What was asked, and how to read it'],
    ...(findings.length > 0 ? [['findings', 'Findings'] as [string, string]] : []),
    ['patterns', 'All patterns'],
    ...(data.cases.length > 0 ? [['languages', 'By language'] as [string, string]] : []),
    ['errors', 'Errors of the target'],
    ['method', 'Method and limits'],
    ['verify', 'How to verify this report'],
    ['scope', 'Scope'],
    ...(data.patterns.some(({ as_of, recheck_by }) => as_of !== null || recheck_by !== null)
      ? [['facts', 'Facts that change'] as [string, string]]
      : []),
    ...(data.cases.length > 0 ? [['cases', 'Appendix: every case'] as [string, string]] : []),
  ];
  return html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul class="sections">${sections.map(([anchor, title]) => html`<li><a href="#${anchor}">${title}</a></li>`)}</ul>
${findings.length > 0 ? glance(findings) : null}
</nav>`;
}

const glance = (findings: readonly Numbered[]): Html => html`<table class="glance">
<caption>Findings at a glance</caption>
<thead><tr><th scope="col" class="number">No.</th><th scope="col">Finding</th><th scope="col">Severity</th><th scope="col" class="number">Failed</th></tr></thead>
<tbody>${findings.map(
  ({ finding, number, anchor }) => html`<tr>
<td class="number">${number}</td>
<th scope="row"><a href="#${anchor}">${finding.title}</a></th>
<td>${gradeBadge(finding)}</td>
<td class="number">${figure(finding.failed)} of ${figure(finding.scored)}<span class="unit"> failed</span></td>
</tr>`,
)}</tbody>
</table>`;
