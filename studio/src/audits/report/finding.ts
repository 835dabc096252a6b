/** One finding at full length: whom it harms, what was said, how to see it again, how to mend it. */
import type { FindingView } from '@sacred-qa/contracts/report';
import { type Html, html } from '@sacred-qa/foundation/html';
import { MARK } from '@sacred-qa/foundation/redaction/identifier';
import type { Room } from './excerpt.ts';
import type { Numbered } from './opening.ts';
import { quotedLine, roomFor, saidBlock } from './said.ts';
import { gradeBadge, gradeOf } from './severity.ts';
import { counted, figure, interval, istInstant, languageName } from './wording.ts';

type Evidence = FindingView['evidence'][number];

const STATUS_WORDS: Record<FindingView['status'], string> = {
  open: 'open',
  accepted: 'accepted',
  fixed: 'fixed',
  wont_fix: 'will not be fixed',
  false_alarm: 'false alarm',
};

export function findingsSection(findings: readonly Numbered[]): Html | null {
  if (findings.length === 0) return null;
  const most = findings.length > MANY ? 1 : Number.POSITIVE_INFINITY;
  const shown = findings.flatMap(({ finding }) => finding.evidence.slice(0, most));
  const room = roomFor(shown.reduce((sum, { conversation }) => sum + conversation.length, 0));
  return html`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${findings.map((one) => findingArticle(one, room, most))}
</section>`;
}

/** With many findings each shows its one most telling exchange; the appendix names every case. */
const MANY = 60;

function findingArticle({ finding, number, anchor }: Numbered, room: Room, most: number): Html {
  return html`<article class="finding" id="${anchor}" aria-labelledby="${anchor}-title">
<div class="opening">
<p class="over is-${gradeOf(finding)}">${gradeBadge(finding)}<span>Finding ${number}</span>${statusOf(finding)}</p>
<h3 id="${anchor}-title">${finding.title}</h3>
${rate(finding)}
${finding.advisory ? advisory() : null}
<dl class="prose">
<div><dt>Who is harmed</dt><dd>${finding.affected}</dd></div>
<div><dt>What harm is done</dt><dd>${finding.harm}</dd></div>
</dl>
${causes(finding.causes)}
${decisions(finding)}
</div>
<h4>Evidence</h4>
${finding.evidence.length === 0 ? html`<p>No exchange of this finding is kept any more.</p>` : finding.evidence.slice(0, most).map((one) => exchange(one, room))}
<div class="together"><h4>See it again</h4>
<pre class="command"><code>${shellSafe(finding.reproduce)}</code></pre></div>
<div class="together"><h4>How to mend it</h4>
<p class="fix">${finding.fix}</p></div>
${references(finding.references)}
<dl class="ids">
<div><dt>Pattern</dt><dd>${finding.pattern_id}, of the family ${finding.family}</dd></div>
<div><dt>Finding</dt><dd class="id">${finding.id}</dd></div>
<div><dt>Lineage</dt><dd class="id">${finding.lineage_id}</dd></div>
</dl>
<p class="back"><a href="#contents">Back to the contents</a></p>
</article>`;
}

const statusOf = ({ status }: FindingView): Html | null =>
  status === 'open' ? null : html`<span class="status">Status: ${STATUS_WORDS[status]}</span>`;

/** Only where the failures differ in kind; one cause is told by the evidence itself. */
function causes(given: FindingView['causes']): Html | null {
  if (given.length < 2) return null;
  const rows = given
    .slice(0, CAUSES_SHOWN)
    .map(({ example, failed }) => html`<li>${counted(failed, 'trial')}: ${quotedLine(example)}</li>`);
  const rest = given.slice(CAUSES_SHOWN).reduce((sum, { failed }) => sum + failed, 0);
  return html`<div class="together"><h4>In which ways it failed</h4>
<ul class="points">${rows}${rest === 0 ? null : html`<li>${counted(rest, 'trial')} in other ways.</li>`}</ul></div>`;
}

const CAUSES_SHOWN = 5;

/** What was decided, by whom and why, and what the run before says; nothing while nobody has decided anything. */
function decisions({ history, earlier, status, status_reason }: FindingView): Html | null {
  const carried = history.length === 0 && status !== 'open';
  if (history.length === 0 && earlier === null) return null;
  return html`<div class="together"><h4>Decisions and retests</h4>
<ul class="points">
${earlier === null ? null : html`<li>${earlierWords(earlier, carried ? (status_reason ?? '') : null)}</li>`}
${history.map(
  ({ at, status: then, reason, by, retest_audit_id: retest }) =>
    html`<li><time datetime="${at}">${istInstant(at)}</time>, ${quotedLine(by)}: ${STATUS_WORDS[then]}${reason === '' ? '.' : html`. ${quotedLine(reason)}`}${retest === null ? null : html` <span class="id">${retest}</span>`}</li>`,
)}
</ul></div>`;
}

function earlierWords({ status, at, audit_id }: NonNullable<FindingView['earlier']>, carried: string | null): Html {
  const before = html`The audit <span class="id">${audit_id}</span> found it too.`;
  if (carried !== null)
    return html`${before} The decision of ${istInstant(at)} still holds: ${STATUS_WORDS[status]}. ${quotedLine(carried)}`;
  return status === 'fixed'
    ? html`${before} It was marked fixed on ${istInstant(at)} and is back.`
    : html`${before} It was then ${STATUS_WORDS[status]}.`;
}

const advisory = (): Html =>
  html`<p class="notice">A hint, not a verdict: the fact behind it has no source on record, or is due to be checked again. Confirm it before acting on it.</p>`;

/** k of n in words and as a line from none to all, with the reach of the interval on it. */
function rate({ failed, scored, interval: range }: FindingView): Html {
  const words = html`<b>Failed ${figure(failed)} of ${counted(scored, 'trial')}</b>`;
  if (scored === 0) return html`<p class="rate">${words}</p>`;
  const at = (fraction: number): string => (fraction * 100).toFixed(1);
  const band = `left:${at(range.low)}%;width:${at(range.high - range.low)}%`;
  return html`<p class="rate">${words}<span class="meter" aria-hidden="true"><i style="${band}"></i><i class="point" style="left:${at(failed / scored)}%"></i></span><span>95 % interval ${interval(range)}</span></p>`;
}

function exchange(evidence: Evidence, room: Room): Html {
  const { conversation, quote } = evidence;
  const marked = conversation.findIndex(({ role, said }) => role === 'assistant' && holds(said.text, quote.text));
  return html`<section class="exchange">
<p class="case">Case ${evidence.case_id}, repeat ${evidence.repeat}</p>
${conversation.map((message, i) => messageBlock(message, i === marked ? quote.text : '', room))}
${quote.text !== '' && marked === -1 ? apart(evidence) : null}
${conversation.some(({ said }) => MARK.test(said.text)) ? masked() : null}
<dl class="prose">
<div><dt>Why it fails</dt><dd>${quotedLine(evidence.reason)}</dd></div>
<div><dt>What was expected</dt><dd>${quotedLine(evidence.expect)}</dd></div>
</dl>
<dl class="ids">
<div><dt>QA log</dt><dd class="id">${evidence.qa_log_id === '' ? 'none' : evidence.qa_log_id}</dd></div>
<div><dt>Lineage</dt><dd class="id">${evidence.lineage_id}</dd></div>
</dl>
</section>`;
}

const masked = (): Html =>
  html`<p class="under">A mark such as [aadhaar] or [phone] stands where a personal identifier stood. It was put there before anything was stored; the answer was judged as it came.</p>`;

const holds = (text: string, quote: string): boolean => quote.trim() !== '' && text.includes(quote);

const ROLE_WORDS = { system: 'Instruction', user: 'Asked', assistant: 'Answered' } as const;

function messageBlock({ role, said }: Evidence['conversation'][number], quote: string, room: Room): Html {
  const language = languageName(said.lang);
  return html`<div class="message from-${role}">
<p class="who">${ROLE_WORDS[role]}${language === '' ? null : html`<span>${language}</span>`}</p>
${said.text.trim() === '' ? html`<p class="empty">Nothing: the answer was empty.</p>` : saidBlock(said, quote, room)}
</div>`;
}

/** The quoted piece, where no answer shown holds it: what was judged is the answer before identifiers were masked. */
const apart = ({ quote }: Evidence): Html => html`<div class="message is-apart">
<p class="who">The telling piece</p>
${saidBlock(quote, quote.text)}
</div>`;

/**
 * A command is there to be copied, so hidden characters in its JSON are written as JSON writes them, which says the
 * same to the product; anything that is left over is shown like everywhere else.
 */
function shellSafe(command: string): string {
  return command.replace(/[\u202a-\u202e\u2066-\u2069]/g, (control) => `\\u${control.charCodeAt(0).toString(16)}`);
}

function references(given: readonly string[]): Html | null {
  if (given.length === 0) return null;
  return html`<div class="together"><h4>References</h4>
<ul class="references">${given.map((reference) => html`<li>${linked(reference)}</li>`)}</ul></div>`;
}

/** Text, in which whole https addresses can be followed; nothing is ever loaded from them. */
function linked(reference: string): Html[] {
  return reference.split(/(https:\/\/[^\s<>"'(){}]+[^\s<>"'(){}.,;:!?])/).map((part, i) => {
    const isAddress = i % 2 === 1 && URL.canParse(part);
    return isAddress ? html`<a href="${new URL(part).href}" rel="noreferrer noopener">${part}</a>` : html`${part}`;
  });
}
