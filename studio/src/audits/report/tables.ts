/** What was tested, row by row: patterns, languages, and the errors of the target. */
import type { ReportData } from '@sacred-qa/contracts/report';
import { type Html, html } from '@sacred-qa/foundation/html';
import type { Numbered } from './opening.ts';
import { quotedLine } from './said.ts';
import { GRADES, gradeBadge, gradeOf, gradeWord, sign } from './severity.ts';
import { calendarDay, counted, figure, languageName } from './wording.ts';

type PatternRow = ReportData['patterns'][number];

const OUTCOMES: readonly PatternRow['outcome'][] = ['failed', 'unscored', 'passed'];
const OUTCOME_WORDS = { failed: 'Failed', unscored: 'Not judged', passed: 'Passed' } as const;

export function patternsSection(data: ReportData, findings: readonly Numbered[]): Html {
  const rank = (row: PatternRow): number =>
    OUTCOMES.indexOf(row.outcome) * GRADES.length + GRADES.indexOf(gradeOf(row));
  const rows = data.patterns.toSorted((a, b) => rank(a) - rank(b));
  return html`<section aria-labelledby="patterns">
<h2 id="patterns">All patterns</h2>
<p>Everything that was tested, what failed first. A pattern fails when at least one of its trials does.</p>
<table class="rows">
<thead><tr><th scope="col">Pattern</th><th scope="col">Outcome</th><th scope="col">Severity</th><th scope="col" class="number">Failed</th><th scope="col">Fact as of</th></tr></thead>
<tbody>${rows.map((row) => patternRow(row, findings, data.generated_at))}</tbody>
</table>
</section>`;
}

function patternRow(row: PatternRow, findings: readonly Numbered[], generatedAt: string): Html {
  const found = findings.find(({ finding }) => finding.pattern_id === row.id);
  const title = found === undefined ? html`${row.title}` : html`<a href="#${found.anchor}">${row.title}</a>`;
  return html`<tr>
<th scope="row">${title}<span class="under id">${row.id}</span></th>
<td><span class="outcome is-${row.outcome}">${sign(row.outcome)}${OUTCOME_WORDS[row.outcome]}</span></td>
<td>${row.outcome === 'failed' ? gradeBadge(row) : gradeWord(row)}</td>
<td class="number">${failedOf(row)}</td>
<td>${factDates(row, generatedAt)}</td>
</tr>`;
}

function failedOf({ failed, scored, asked }: PatternRow): Html {
  const unjudged = asked > scored ? html`<span class="under">${figure(asked - scored)} not judged</span>` : null;
  if (scored === 0) return html`${unjudged}`;
  return html`${figure(failed)} of ${figure(scored)}<span class="unit"> failed</span>${unjudged}`;
}

/** Nothing for a pattern that rests on no fact which may change. */
function factDates({ as_of, recheck_by }: PatternRow, generatedAt: string): Html | null {
  if (as_of === null && recheck_by === null) return null;
  const isDue = recheck_by !== null && recheck_by < generatedAt.slice(0, 10);
  const recheck =
    recheck_by === null ? '' : `${isDue ? 'was to be checked by' : 'check again by'} ${calendarDay(recheck_by)}`;
  return html`${as_of === null ? 'no date' : calendarDay(as_of)}${recheck === '' ? null : html`<span class="under">${recheck}</span>`}`;
}

export function languagesSection({ cases }: ReportData): Html | null {
  if (cases.length === 0) return null;
  const rows = [...Map.groupBy(cases, (result) => result.lang)].map(([lang, of]) => {
    const sum = (field: 'asked' | 'scored' | 'failed') => of.reduce((total, result) => total + result[field], 0);
    return {
      lang,
      cases: of.length,
      scored: sum('scored'),
      failed: sum('failed'),
      unscored: sum('asked') - sum('scored'),
    };
  });
  rows.sort((a, b) => b.failed - a.failed || b.scored - a.scored);
  return html`<section aria-labelledby="languages">
<h2 id="languages">By language</h2>
<p>The same trials, by the language of the question. Patterns differ from language to language, so these rows are not a contest between them.</p>
<table class="rows">
<thead><tr><th scope="col">Language</th><th scope="col" class="number">Cases</th><th scope="col" class="number">Failed</th><th scope="col" class="number">Not judged</th></tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>
<th scope="row">${languageName(row.lang) || 'not named'}<span class="under id">${row.lang}</span></th>
<td class="number">${figure(row.cases)}<span class="unit"> cases</span></td>
<td class="number">${figure(row.failed)} of ${figure(row.scored)}<span class="unit"> failed</span></td>
<td class="number">${figure(row.unscored)}<span class="unit"> not judged</span></td>
</tr>`,
  )}</tbody>
</table>
</section>`;
}

const ERROR_WORDS: Record<string, string> = {
  unreachable: 'No connection could be made',
  timed_out: 'No answer in the time allowed',
  rate_limited: 'The product asked us to slow down',
  unauthorised: 'The product refused the key',
  http_error: 'The product answered with an HTTP error',
  not_json: 'The reply was not JSON',
  no_answer_at_path: 'The reply held no answer where one should stand',
  answer_too_large: 'The reply was too large to keep',
  stream_broken: 'The answer broke off before its end',
  session_failed: 'No session could be opened',
  wrong_content_type: 'The reply was no text',
  no_browser: 'No browser could be started on this machine',
  page_not_usable: 'The chat could not be found on its page',
  function_failed: 'The function failed',
  tool_failed: 'The tool failed',
  scope_refused: 'The address lay outside what was allowed',
  cancelled: 'The audit was stopped',
};

export function errorsSection({ errors, totals }: ReportData): Html {
  const rows = errors.toSorted((a, b) => b.count - a.count);
  return html`<section aria-labelledby="errors">
<h2 id="errors">Errors of the target</h2>
${
  rows.length === 0
    ? html`<p>None: every conversation that was held got an answer.</p>`
    : html`<p>${counted(totals.errors, 'conversation')} ended without an answer. None of this is charged to the product as a failure; where it is frequent, it is worth a look of its own.</p>
<table class="rows">
<thead><tr><th scope="col">Error</th><th scope="col" class="number">Count</th><th scope="col">An example, as it came</th></tr></thead>
<tbody>${rows.map(
        ({ code, count, example }) => html`<tr>
<th scope="row">${ERROR_WORDS[code] ?? 'Another error'}<span class="under id">${code}</span></th>
<td class="number">${figure(count)}<span class="unit"> times</span></td>
<td>${example === '' ? 'none kept' : quotedLine(example)}</td>
</tr>`,
      )}</tbody>
</table>`
}
</section>`;
}
