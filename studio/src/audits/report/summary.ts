/** The page for a reader who does not code: the five worst, whom they harm, what to do this week, and what it may cost. */
import type { ReportData } from '@sacred-qa/contracts/report';
import { type Html, html } from '@sacred-qa/foundation/html';
import type { Numbered } from './opening.ts';
import { GRADE_WORDS, gradeBadge } from './severity.ts';
import { counted, figure, inr, inrAbout } from './wording.ts';
import { countToMend, fiveWorst, isToMend, monthlyLoss } from './worst.ts';

/** What it comes to in one sentence; null when no finding decides it. */
export function verdictInWords(findings: readonly Numbered[]): string | null {
  const [critical, high, medium, low, hint] = (['critical', 'high', 'medium', 'low', 'hint'] as const).map((grade) =>
    countToMend(findings, grade),
  ) as [number, number, number, number, number];
  if (critical > 0) {
    const also = high > 0 ? `; ${counted(high, 'grave one comes', 'grave ones come')} on top` : '';
    return `Stop and mend first: ${counted(critical, 'critical fault')} can do people serious harm${also}.`;
  }
  if (high > 0) return `Mend before more people rely on it: ${counted(high, 'grave fault')} found.`;
  if (medium + low > 0) return `No grave fault found; ${counted(medium + low, 'smaller one', 'smaller ones')} to mend.`;
  if (hint > 0) return `No proven fault; ${counted(hint, 'hint')} to confirm.`;
  if (findings.length === 0) return null;
  return `Nothing is left to mend: for all ${counted(findings.length, 'finding')} a decision is on record.`;
}

export function worstSection(data: ReportData, findings: readonly Numbered[]): Html | null {
  const worst = fiveWorst(findings);
  if (worst.length === 0) return null;
  const left = findings.filter(({ finding }) => isToMend(finding)).length - worst.length;
  return html`<section class="brief" aria-labelledby="worst">
<h2 id="worst">${worst.length === 1 ? 'The worst finding' : `The ${WORDS[worst.length]} worst findings`}</h2>
<ol class="worst">${worst.map((one) => worstItem(one, data.volume))}</ol>
${left > 0 ? html`<p class="under">${counted(left, 'finding')} more, in the order of their gravity, under “Findings”.</p>` : null}
${moneyNote(data.volume)}
</section>`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five'];

function worstItem({ finding, number, anchor }: Numbered, volume: ReportData['volume']): Html {
  const loss = volume === null ? null : monthlyLoss(finding, volume);
  return html`<li value="${number}"><p class="what"><a href="#${anchor}">${finding.title}</a> ${gradeBadge(finding)} <span class="quiet">${figure(finding.failed)} of ${counted(finding.scored, 'trial')} failed</span></p>
<p><span class="quiet">Who is harmed:</span> ${finding.affected}</p>
${loss === null ? null : html`<p><span class="quiet">By your figures:</span> about <b>${inrAbout(loss.likely)} a month</b> (${inrAbout(loss.low)} to ${inrAbout(loss.high)})</p>`}</li>`;
}

function moneyNote(volume: ReportData['volume']): Html | null {
  if (volume === null) return null;
  return html`<p class="under">How the rupees are reckoned: ${figure(volume.monthly_users)} people a month × the share of trials that failed × ${inr(volume.loss_per_case_paise)} for each wrong answer. Volume and loss are your own figures, the share is this audit’s with its 95 % interval. It holds if each of these people asks such a question once a month; the sums of several findings must not be added up.</p>`;
}

/** The remedies of what is grave among the worst; of the one worst, where nothing is. */
export function thisWeekSection(findings: readonly Numbered[]): Html | null {
  const worst = fiveWorst(findings);
  const grave = worst.filter(({ finding }) => !finding.advisory && /critical|high/.test(finding.severity));
  const doing = grave.length > 0 ? grave : worst.slice(0, 1);
  if (doing.length === 0) return null;
  return html`<section class="brief" aria-labelledby="this-week">
<h2 id="this-week">What to fix this week</h2>
<ol class="worst">${doing.map(
    ({ finding, number, anchor }) =>
      html`<li value="${number}"><p>${firstSentence(finding.fix)} <a class="quiet" href="#${anchor}">${GRADE_WORDS[finding.severity].toLowerCase()}, finding ${number}</a></p></li>`,
  )}</ol>
<p class="under">Then have the failed questions asked again: <code>studio audit retest</code> asks those and no others.</p>
</section>`;
}

/** Up to the first full stop that ends a sentence; a remedy is read whole in its finding. */
const firstSentence = (text: string): string => /^.*?[.!?](?=\s+\p{Lu}|\s*$)/su.exec(text)?.[0] ?? text;
