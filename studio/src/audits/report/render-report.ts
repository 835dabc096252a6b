/** Writes the audit report: one HTML file that runs nothing, loads nothing, and prints. */
import { readFileSync } from 'node:fs';
import type { ReportData } from '@sacred-qa/contracts/report';
import { html, markupOf, trusted } from '@sacred-qa/foundation/html';
import { casesSection, factsSection } from './appendix.ts';
import { brandColours } from './brand-colours.ts';
import { findingsSection } from './finding.ts';
import { fontStyles } from './fonts.ts';
import { colophon, methodSection, readingSection, scopeSection, verifySection } from './guidance.ts';
import { contents, inNumbers, masthead, numbered, particulars, verdict } from './opening.ts';
import { signSheet } from './severity.ts';
import { thisWeekSection, worstSection } from './summary.ts';
import { hindiSummary } from './summary-hi.ts';
import { errorsSection, languagesSection, patternsSection } from './tables.ts';

const STYLES = readFileSync(new URL('./report.css', import.meta.url), 'utf8');

// The file must hold to this when it is opened from a disk, where no server sends a header with it.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** Pure: the same data gives the same bytes, whatever the clock, time zone or locale of the machine. */
export function renderReport(data: ReportData): string {
  const findings = numbered(data.findings);
  const body = html`${signSheet()}
${masthead(data)}
<main>
${verdict(data, findings)}
${worstSection(data, findings)}
${thisWeekSection(findings)}
${hindiSummary(data, findings)}
${contents(data, findings)}
${inNumbers(data, findings)}
${particulars(data)}
${readingSection(data)}
${findingsSection(findings)}
${patternsSection(data, findings)}
${languagesSection(data)}
${errorsSection(data)}
${methodSection(data)}
${verifySection(data)}
${scopeSection(data)}
${factsSection(data)}
${casesSection(data)}
${colophon(data)}
</main>`;
  const styles = trusted(`${fontStyles(markupOf(body))}\n${STYLES}\n${brandColours(data.brand)}\n${runningFoot(data)}`);
  return markupOf(html`<!doctype html>
<html lang="en-IN" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Audit report: ${data.target.name}</title>
<style>
${styles}
</style>
</head>
<body>
${body}
</body>
</html>
`);
}

/** The foot of printed pages. Only what cannot leave a CSS string goes into it: an id, never a name. */
const runningFoot = ({ lineage_id }: ReportData): string =>
  `@page{@bottom-left{content:"Audit report  ${lineage_id.replace(/[^a-z0-9.-]/gi, '')}"}}`;
