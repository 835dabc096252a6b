/** How grave a finding is, in a word, a sign and a colour; none of the three says it alone. */
import type { Severity } from '@sacred-qa/contracts/pack';
import { type Html, html, trusted } from '@sacred-qa/foundation/html';

/** A hint rests on an unsourced or stale fact: it is shown after all verdicts, whatever its severity would be. */
export type Grade = Severity | 'hint';

export const GRADES: readonly Grade[] = ['critical', 'high', 'medium', 'low', 'hint'];

export const GRADE_WORDS: Record<Grade, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  hint: 'Hint',
};

type Sign = Grade | 'passed' | 'unscored' | 'failed';

// Shapes differ in outline, so that they are told apart without colour and in a poor print.
const SHAPES: Record<Sign, string> = {
  critical:
    '<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="currentColor"/><path d="M8 4v5" stroke="var(--paper)" stroke-width="2"/><circle cx="8" cy="11.7" r="1.2" fill="var(--paper)"/>',
  high: '<path d="M8 1 15.4 14.4H.6z" fill="currentColor"/><path d="M8 5.6v4.2" stroke="var(--paper)" stroke-width="1.8"/><circle cx="8" cy="12" r="1.1" fill="var(--paper)"/>',
  medium:
    '<path d="M8 .6 15.4 8 8 15.4.6 8z" fill="currentColor"/><path d="M4.8 8h6.4" stroke="var(--paper)" stroke-width="2"/>',
  low: '<circle cx="8" cy="8" r="7.2" fill="currentColor"/><path d="m4.6 6.6 3.4 3.6 3.4-3.6" fill="none" stroke="var(--paper)" stroke-width="1.9"/>',
  hint: '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.6 1.5"/><path d="M8 7v4.6" stroke="currentColor" stroke-width="1.8"/><circle cx="8" cy="4.7" r="1.1" fill="currentColor"/>',
  passed: '<path d="m2.4 8.6 3.6 3.8 7.6-9" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  failed: '<path d="m3.2 3.2 9.6 9.6m0-9.6-9.6 9.6" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  unscored: '<path d="M3 8h10" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.4 1.6"/>',
};

/** The shapes, drawn once in the document and used by name. */
export const signSheet = (): Html =>
  trusted(
    `<svg width="0" height="0" class="sheet" aria-hidden="true">${Object.entries(SHAPES)
      .map(([name, shape]) => `<symbol id="sign-${name}" viewBox="0 0 16 16">${shape}</symbol>`)
      .join('')}</svg>`,
  );

export const sign = (name: Sign): Html => html`<svg class="sign" aria-hidden="true"><use href="#sign-${name}"/></svg>`;

export const gradeOf = (of: { severity: Severity; advisory: boolean }): Grade => (of.advisory ? 'hint' : of.severity);

/** The word alone, for a row in which nothing is wrong. */
export const gradeWord = (of: { severity: Severity; advisory: boolean }): Html =>
  html`<span class="quiet">${wordOf(of)}</span>`;

export function gradeBadge(of: { severity: Severity; advisory: boolean }): Html {
  const grade = gradeOf(of);
  return html`<span class="badge is-${grade}">${sign(grade)}${wordOf(of)}</span>`;
}

const wordOf = (of: { severity: Severity; advisory: boolean }): string =>
  of.advisory ? `Hint (${GRADE_WORDS[of.severity].toLowerCase()})` : GRADE_WORDS[of.severity];
