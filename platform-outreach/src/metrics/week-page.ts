/** The week as one page: no script, nothing loaded, light and dark, for a screen, a phone and paper. Pure. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Html, html, markupOf, trusted } from '@sacred-qa/foundation/html';
import { bar, interval, scaleTop } from './charts.ts';
import { type Reflection, saidBy } from './reflection.ts';
import type { GroupRow, Rate, Week } from './week.ts';
import { capital, sourceWords } from './week-markdown.ts';
import * as words from './words.ts';

const STYLES = readFileSync(join(import.meta.dirname, 'week-page.css'), 'utf8');
const CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function weekPage(week: Week, reflection: Reflection | null): string {
  const title = `Outreach, week ${week.week}: ${words.formatWeek(week)}`;
  return markupOf(html`<!doctype html>
<html lang="en-IN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${CSP}">
<title>${title}</title>
<style>${trusted(STYLES)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="soft">As of ${words.formatIst(week.as_of)}. ${week.campaign === null ? 'All campaigns' : `Campaign ${week.campaign}`}. Every share stands beside the number of people that it is a share of.</p>
<ul class="goals">${week.goals.map(goalCard)}</ul>
<section class="plain">${words.smallNumberSentences(week).map((one) => html`<p>${one}</p>`)}</section>
<h2>Funnel</h2>
${week.funnel.map((step) => funnelRow(week, step))}
<p class="soft">People, each once. Opens are not in it: mail programs cause them too.</p>
<h2>Response rate</h2>
${rates(week)}
<h2>Two subject lines</h2>
<p>${words.comparisonSentence(week.comparison)}</p>
${words.evidenceSentences(week.comparison).map((one) => html`<p>${one}</p>`)}
<h2>What the replies say</h2>
<ul>${saidBy(week).map((one) => html`<li>${one}</li>`)}</ul>
<h2>What to try next in the copy</h2>
<ol>${week.next.map((one) => html`<li>${one.advice}<br><span class="soft">Hypothesis: ${one.hypothesis}</span></li>`)}</ol>
${reflection === null ? null : reflectionSection(reflection)}
<h2>Mails and posts by state</h2>
${stateTable(week)}
<h2>Opens and clicks, which prove nothing</h2>
<p>${words.NO_OPENS}</p>
${signalTable(week)}
${sources(week)}
</main>
</body>
</html>
`);
}

function goalCard({ goal, reached, wanted, met, open }: Week['goals'][number]): Html {
  const share = wanted.value === 0 ? 0 : reached.value / wanted.value;
  return html`<li><strong>${words.formatCount(reached.value)}${wanted.value === 0 ? '' : ` of ${words.formatCount(wanted.value)}`}</strong>${words.GOAL_WORDS[goal]}${wanted.value === 0 ? html` <span class="soft">no goal was set</span>` : html` <span class="${met ? 'met' : open ? 'soft' : 'missed'}">${met ? '✓ ' : open ? '' : '✗ '}${words.goalVerdict({ met, open })}</span>`}${bar(share, words.goalSentence({ goal, reached, wanted, met, open }))}</li>`;
}

function funnelRow(week: Week, { step, people, share }: Week['funnel'][number]): Html {
  const name = words.STEP_WORDS[step] ?? step;
  const n = words.formatCount(people.value);
  const of = words.formatCount(week.response.people.value);
  return html`<div class="row"><span>${capital(name)}</span>${bar(share.value, `${name}: ${n} of ${of}`)}<span>n = ${n}${week.response.people.value === 0 ? '' : html` <small>${words.formatShare(share.value)} of ${of}</small>`}</span></div>`;
}

function rates(week: Week): Html {
  const rows = week.groups.flatMap((group) => group.rows);
  const top = scaleTop(
    Math.max(week.response.high.value, ...rows.filter((row) => row.people.value > 0).map((row) => row.high.value)),
  );
  const row = (title: string, rate: Rate): Html =>
    html`<div class="row"><span>${title}</span>${interval({ low: rate.low.value, share: rate.share.value, high: rate.high.value }, top, week.response.share.value, `${title}: ${words.rateSentence(rate)}`)}<span>${words.formatShare(rate.share.value)}, n = ${words.formatCount(rate.people.value)} <small>${words.formatInterval(rate)}</small></span></div>`;
  return html`<p class="soft">The upright bar is the rate seen, the band its 95 % interval, the dashed line the rate of all; the scale ends at ${words.formatShare(top)}.</p>
${row('Everybody', week.response)}
${week.groups.map(({ by, rows: own }) => html`<h3>${words.GROUPING_WORDS[by].title}</h3>${own.length === 0 ? html`<p>Nobody.</p>` : own.map((one: GroupRow) => row(one.title, one))}`)}`;
}

function reflectionSection({ as_of, said, next, response, before }: Reflection): Html {
  return html`<h2>Reflection</h2>
<p class="soft">Kept on ${words.formatIst(as_of)}.</p>
<p>${capital(words.rateSentence(response))}.</p>
<ul>${said.map((one) => html`<li>${one}</li>`)}</ul>
${before === null ? null : html`<p>Tried since week ${before.week}: ${before.tried} Then ${before.rate_then}; now ${before.rate_now}.</p>`}
<p><b>Next iteration:</b> ${next.advice}</p>
<p><b>Hypothesis:</b> ${next.hypothesis}</p>`;
}

const countRow = (name: string, ...values: number[]): Html =>
  html`<tr><th scope="row">${name}</th>${values.map((value) => html`<td class="n">${words.formatCount(value)}</td>`)}</tr>`;

function stateTable({ mails, posts }: Week): Html {
  if (mails.length + posts.length === 0) return html`<p>Nothing was due.</p>`;
  return html`<table><thead><tr><th scope="col">State</th><th scope="col" class="n">n</th></tr></thead><tbody>${mails.map((one) => countRow(`Mails ${one.state.replace('_', ' ')}`, one.mails.value))}${posts.map((one) => countRow(`Posts ${one.state.replace('_', ' ')}`, one.posts.value))}</tbody></table>`;
}

function signalTable({ signals }: Week): Html {
  if (signals.length === 0) return html`<p>None was recorded.</p>`;
  return html`<table><thead><tr><th scope="col">Signal</th><th scope="col" class="n">events</th><th scope="col" class="n">mails to people</th></tr></thead><tbody>${signals.map((one) => countRow(`${capital(one.kind)} by ${one.actor}`, one.events.value, one.people.value))}</tbody></table>`;
}

function sources({ figures, queries }: Week): Html {
  return html`<details><summary>Where every number comes from</summary>
<table><thead><tr><th scope="col">Number</th><th scope="col" class="n">value</th><th scope="col">from</th></tr></thead><tbody>${figures.map((figure) => html`<tr><td>${figure.id}</td><td class="n">${String(figure.value)}</td><td>${sourceWords(figure)}</td></tr>`)}</tbody></table>
${queries.map(
  ({ name, counts, sql, params }) => html`<h3>${name}</h3><p>${capital(counts)}.</p><pre>${sql}

${params.map((one, i) => `$${i + 1} = ${one === null ? 'null' : `'${one}'`}`).join('\n')}</pre>`,
)}</details>`;
}
