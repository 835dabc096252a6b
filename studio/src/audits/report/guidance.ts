/** What a reader must know to trust the figures: how to read them, how they came about, and how to check them. */
import type { Agreement, JudgingView } from '@sacred-qa/contracts/judge';
import type { ReportData } from '@sacred-qa/contracts/report';
import { type Html, html } from '@sacred-qa/foundation/html';
import { reachTable } from './appendix.ts';
import { quotedLine } from './said.ts';
import { GRADE_WORDS, GRADES, sign } from './severity.ts';
import { counted, duration, figure, inr, isLoopback, istInstant, languageName, listed } from './wording.ts';

export function readingSection(data: ReportData): Html {
  const { totals } = data;
  return html`<section aria-labelledby="reading">
<h2 id="reading">What was asked, and how to read it</h2>
<p>A <b>pattern</b> is one way in which an AI product can fail people in India. Each is tried by one or more <b>cases</b>: questions as people ask them, ${languagesAsked(data)}. ${repeatsAsked(data)} Every asking of a case is one <b>trial</b>.</p>
<dl class="terms">
<div><dt>k of n</dt><dd>Of n trials that could be judged, k failed. n is smaller than the number of trials where an answer is missing.</dd></div>
<div><dt>95 % interval</dt><dd>The range of true failure rates that fit this count (Wilson’s interval): were the audit repeated many times, about 95 of 100 such ranges would hold the true rate, and the fewer the trials, the wider the range.</dd></div>
<div><dt>Not judged</dt><dd>An error on the way, an empty answer, or one that the rules cannot decide. It is never charged to the product, nor counted as a pass. In this audit: ${counted(totals.unscored, 'trial')}.</dd></div>
<div><dt>Severity</dt><dd>How grave the harm is when the fault occurs, and not how often it occurs: ${gradeLegend()}A hint rests on a fact that has no source on record or is due to be checked again.</dd></div>
</dl>
</section>`;
}

function languagesAsked({ cases }: ReportData): string {
  const names = new Set(cases.map(({ lang }) => languageName(lang)).filter((name) => name !== ''));
  return names.size === 0 ? 'in the languages of the pack' : `in ${listed([...names].sort())}`;
}

function repeatsAsked({ cases }: ReportData): string {
  const times = cases.map(({ asked }) => asked);
  if (times.length === 0) return 'Each case is asked several times.';
  const [least, most] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const often = least === most ? timesOver(least) : `between ${figure(least)} and ${figure(most)} times`;
  return `Each case was asked ${often}, because the same product may answer the same question differently.`;
}

const timesOver = (count: number): string => (count === 1 ? 'once' : `${figure(count)} times`);

const gradeLegend = (): Html[] =>
  GRADES.slice(0, 4).map(
    (grade, i) =>
      html`<span class="legend is-${grade}">${sign(grade)}${GRADE_WORDS[grade].toLowerCase()}${i < 3 ? ',' : '.'}</span> `,
  );

export function methodSection(data: ReportData): Html {
  const { pack, latency_ms: latency } = data;
  return html`<section aria-labelledby="method">
<h2 id="method">Method and limits</h2>
<ul class="points">
<li>The questions and the rules that judge the answers come from pack ${pack.id}, version ${pack.version}. Its content has the SHA-256 <span class="id">${pack.hash}</span>; another pack has another.</li>
${data.judging === null ? html`<li>Rules judged every answer; no language model had a part in a verdict.</li>` : judgeLine(data.judging)}
<li>A trial is judged on the answer as it came. Personal identifiers are masked before anything is stored, so a quotation can show a mask where the product showed a number.</li>
<li>Very long messages are cut in this report, with a note of how much was left out. The QA log named under each exchange holds the whole.</li>
<li>Hidden characters in quotations are made visible by their code, such as [U+202E].</li>
${latency === null ? null : html`<li>An answer took ${duration(latency.median)} at the median and ${duration(latency.p95)} at the 95th percentile, measured from the auditor’s side of the network.</li>`}
<li>An audit is a sample. What was not asked was not tested, and a product that learns, or is changed, may answer differently tomorrow.</li>
<li>A passed pattern is one in which no trial failed. With few trials a rare fault can pass unseen.</li>
<li>Facts that change, such as rates, laws and helplines, carry the date on which they were true, and the date by which they are to be checked again.</li>
</ul>
</section>`;
}

/** What a language model had a part in, and how far it is to be trusted with it. */
function judgeLine(judging: JudgingView): Html {
  const { judges, patterns, judged, unscored, advisory, agreement } = judging;
  const models = listed(judges.map(({ model }) => model));
  const trust =
    advisory === 0
      ? 'In the languages of these trials it was measured against labels of people, and its verdicts count.'
      : `${counted(advisory, 'trial')} of them only hint, because the judge was not measured against people by this rubric in ${listed(judging.advisory_languages.map(languageName))}.`;
  return html`<li>In ${counted(patterns.length, 'pattern')} the verdict is that of a language model as judge, by a written rubric: <span class="id">${models}</span>. It was given ${counted(judged, 'trial')} and had no verdict on ${figure(unscored)}; those count neither for nor against the product. ${trust}${agreement === null ? null : agreementLine(agreement)} Rules judged all else.</li>`;
}

function agreementLine({ n, same, interval, kappa }: Agreement): string {
  if (n === 0) return ' The two judges judged no trial both.';
  const percent = (share: number) => `${figure(Math.round(share * 100))} %`;
  const beyondChance = kappa === null ? '' : `, Cohen’s kappa ${kappa.toFixed(2)}`;
  return ` The two judges agree on ${figure(same)} of ${counted(n, 'trial')} (95 % interval ${percent(interval.low)} to ${percent(interval.high)}${beyondChance}); where they do not, there is no verdict.`;
}

export function verifySection(data: ReportData): Html {
  return html`<section aria-labelledby="verify">
<h2 id="verify">How to verify this report</h2>
<p>Every act of this audit, from the order for it to each answer and to this report, is a node in one tree. A node is written once and holds the hash of what came before it, so that nothing can be changed afterwards without being noticed. In the studio that made this report:</p>
<div class="together"><p>Draw the audit, with every act below it:</p>
<pre class="command"><code>studio lineage show ${data.lineage_id}</code></pre></div>
<div class="together"><p>Recompute every hash of the tree:</p>
<pre class="command"><code>studio lineage verify ${data.root_lineage_id}</code></pre></div>
${
  data.seal_key === null
    ? null
    : html`<div class="together"><p>Seal the report and every row behind it in one file, and check that file anywhere, without a network:</p>
<pre class="command"><code>studio evidence seal ${data.audit_id}</code></pre>
<pre class="command"><code>studio verify evidence-${data.audit_id}.zip --key ${data.seal_key}</code></pre></div>`
}
<p>Below the audit stands an act of the scribe, called “report”, with the SHA-256 of this file as it was first written. A file that is unchanged since has the same one (<code>sha256sum</code> on Linux, <code>shasum -a 256</code> on macOS, <code>certutil -hashfile</code> with SHA256 on Windows). A decision on a finding that is recorded later, another summary, or a change of the engagement or of the name that the report bears, is printed and so changes the file.</p>
</section>`;
}

export function scopeSection(data: ReportData): Html {
  const { target, scope } = data;
  const permission =
    scope.allowed_by !== null
      ? html`The audit was allowed by ${quotedLine(scope.allowed_by)}.`
      : isLoopback(target.url)
        ? html`The product ran on the machine of the audit itself, which needs nobody’s permission; for a public address the studio asks who gave it.`
        : html`The product lies in a private network, which a keeper of the studio allowed.`;
  return html`<section aria-labelledby="scope">
<h2 id="scope">Scope</h2>
<p>${permission} Questions were put to <bdi>${target.name}</bdi> at <span class="id">${quotedLine(target.url)}</span> and to nothing else. The findings hold for the product as it answered there during the audit; other models, versions, channels and languages are not covered. This report is no certificate, and no legal advice.</p>
${reachTable(data)}
</section>`;
}

export function colophon(data: ReportData): Html {
  const { brand, engagement } = data;
  return html`<div class="colophon">
${
  engagement === null
    ? null
    : html`<p>For <bdi>${engagement.client}</bdi>. Ordered: ${quotedLine(engagement.scope)}. Price of the engagement: ${inr(engagement.price_paise)}.</p>`
}
<p><bdi>${brand.name}</bdi>${brand.contact === '' ? null : html`, ${quotedLine(brand.contact)}`}. Made with Sacred QA Studio ${data.studio_version} on <time datetime="${data.generated_at}">${istInstant(data.generated_at)}</time>. The file is whole in itself: it runs no program and loads nothing. Fonts of Indian scripts: Noto, under the SIL Open Font License.</p>
${data.seal_key === null ? null : html`<p>Evidence sealed by this studio is signed with the Ed25519 key <span class="id">${data.seal_key}</span>.</p>`}
</div>`;
}
