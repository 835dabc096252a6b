/** Every case of the audit, the patterns that were not asked, and the facts that may change. */
import type { CaseResult, ReportData } from '@sacred-qa/contracts/report';
import type { SpokenText } from '@sacred-qa/contracts/text';
import { type Html, html } from '@sacred-qa/foundation/html';
import { saidLine } from './said.ts';
import { sign } from './severity.ts';
import { calendarDay, counted, figure } from './wording.ts';

/** Of a question or a reason; a thousand cases must stay a file that a mail can carry. */
const CHARACTERS = { few: 90, many: 60 } as const;
const MANY = 300;

/** Of cases that nobody changes: a report is rendered when its run ends, and again for whoever asks for it. */
const written = new WeakMap<readonly CaseResult[], Html>();

export function casesSection({ cases }: ReportData): Html | null {
  if (cases.length === 0) return null;
  const section = written.get(cases) ?? writeCases(cases);
  written.set(cases, section);
  return section;
}

function writeCases(cases: readonly CaseResult[]): Html {
  const characters = cases.length > MANY ? CHARACTERS.many : CHARACTERS.few;
  return html`<section aria-labelledby="cases">
<h2 id="cases">Appendix: every case</h2>
<p>Each question as it was put (the last one of a conversation), how often it failed, and why, in the words of the first trial that did.</p>
<table class="rows cases">
<thead><tr><th scope="col">Case</th><th scope="col">Asked</th><th scope="col" class="number">Failed</th><th scope="col">Why</th></tr></thead>
<tbody>${cases.map((result) => caseRow(result, characters))}</tbody>
</table>
</section>`;
}

function caseRow(result: CaseResult, characters: number): Html {
  const { failed, scored, asked } = result;
  const outcome = failed > 0 ? 'failed' : scored > 0 ? 'passed' : 'unscored';
  const count = scored === 0 ? html`not judged` : html`${figure(failed)} of ${figure(scored)}`;
  return html`<tr>
<th scope="row">${result.case_id}<span class="under id">${result.pattern_id}</span></th>
<td>${questionOf(result, characters)}</td>
<td class="number"><span class="outcome is-${outcome}">${sign(outcome)}${count}</span>${asked > scored && scored > 0 ? html`<span class="under">${figure(asked - scored)} not judged</span>` : null}</td>
<td>${whyOf(result, characters)}</td>
</tr>`;
}

function questionOf({ repeats, lang }: CaseResult, characters: number): Html | null {
  const asked = repeats.flatMap(({ conversations }) => conversations.flat()).findLast(({ role }) => role === 'user');
  const said: SpokenText = asked?.said ?? { text: '', lang, dir: 'ltr' };
  return said.text === '' ? null : saidLine(said, characters);
}

/** The reason of the first failure, else of the first trial that could not be judged; a pass needs none. */
function whyOf({ repeats, errors }: CaseResult, characters: number): Html | null {
  const telling =
    repeats.find(({ verdict }) => verdict === 'fail') ?? repeats.find(({ verdict }) => verdict === 'unscored');
  if (telling === undefined) return null;
  const codes = Object.keys(errors);
  const reason =
    codes.length > 0 && telling.verdict === 'unscored' ? `${telling.reason} (${codes.join(', ')})` : telling.reason;
  return saidLine({ text: reason, lang: 'en', dir: 'ltr' }, characters);
}

/** How far the questions reach: what the pack holds, what was asked of it, and what was not and why. */
export function reachTable({ totals, not_asked, cases }: ReportData): Html {
  const of = (why: ReportData['not_asked'][number]['why']) => not_asked.filter((one) => one.why === why);
  const rows: [string, number, string][] = [
    ['Patterns in the pack', totals.patterns + not_asked.length, ''],
    ['Asked', totals.patterns, `by ${counted(cases.length, 'case')}`],
    ['Not applicable', of('not_applicable').length, 'this kind of product cannot show them'],
    ['Left out by choice', of('not_chosen').length, ''],
  ];
  return html`<table class="reach">
<caption>Scope of the questions</caption>
<tbody>${rows.map(([name, count, note]) => html`<tr><th scope="row">${name}</th><td class="number">${figure(count)}</td><td>${note}</td></tr>`)}</tbody>
</table>
${not_asked.length === 0 ? null : html`<p class="under">Not asked: ${namesOf(not_asked)}.</p>`}`;
}

const NAMED = 60;

function namesOf(patterns: ReportData['not_asked']): string {
  const names = patterns.slice(0, NAMED).map(({ title }) => title);
  const more = patterns.length - names.length;
  return more > 0 ? `${names.join('; ')}; and ${counted(more, 'other')}` : names.join('; ');
}

/** Facts of the patterns asked that have a date; one that is past its date makes its pattern a hint. */
export function factsSection({ patterns, generated_at }: ReportData): Html | null {
  const dated = patterns.filter(({ as_of, recheck_by }) => as_of !== null || recheck_by !== null);
  if (dated.length === 0) return null;
  const today = generated_at.slice(0, 10);
  const stale = dated.filter(({ recheck_by }) => recheck_by !== null && recheck_by < today).length;
  const told =
    stale === 0
      ? 'All of them were within their date.'
      : `${counted(stale, 'was past its date', 'were past their date')}: what they found are hints, not verdicts.`;
  return html`<section aria-labelledby="facts">
<h2 id="facts">Facts that change</h2>
<p>Rates, laws and helplines on which patterns of this audit rest. ${told}</p>
<table class="rows">
<thead><tr><th scope="col">Pattern</th><th scope="col">True as of</th><th scope="col">Check again by</th><th scope="col">Source</th></tr></thead>
<tbody>${dated.map(
    (row) => html`<tr>
<th scope="row">${row.title}</th>
<td>${row.as_of === null ? 'no date' : calendarDay(row.as_of)}</td>
<td>${row.recheck_by === null ? 'no date' : calendarDay(row.recheck_by)}${row.recheck_by !== null && row.recheck_by < today ? html`<span class="under">past: a hint only</span>` : null}</td>
<td>${row.references.length === 0 ? 'none on record' : saidLine({ text: row.references[0] ?? '', lang: 'en', dir: 'ltr' }, 160)}</td>
</tr>`,
  )}</tbody>
</table>
</section>`;
}
