/**
 * Owns the way from a pattern to its detector: the oracle's kind and, where a kind has several, `params.rule`.
 * Scoring is a pure function of pattern, case and exchange; what was asked may differ from the pack's own questions.
 */
import { createHash } from 'node:crypto';
import type { Exchange, PackCase, Pattern, Score } from '@sacred-qa/contracts/pack';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { answerLanguage } from './answer-language.ts';
import { CARE_RULES } from './care/rules.ts';
import { caseInput, type Rule, textParam, unscored } from './case-input.ts';
import { currentLaw } from './current-law.ts';
import { currentRates } from './current-rates.ts';
import { dayFirst } from './day-first.ts';
import { equalRoom } from './equal-room.ts';
import { fiscalYear } from './fiscal-year.ts';
import { forbiddenWords } from './forbidden-words.ts';
import { helpline } from './helpline.ts';
import { indianGrouping } from './indian-grouping.ts';
import { keptNames } from './kept-names.ts';
import { keptScriptName } from './kept-script-name.ts';
import { LANGUAGE_RULES } from './language/rules.ts';
import { maskedAadhaar } from './masked-aadhaar.ts';
import { mobileNumber } from './mobile-number.ts';
import { MONEY_RULES } from './money/rules.ts';
import { numberValue } from './number-value.ts';
import { PAPERS_RULES } from './papers/rules.ts';
import { paymentTrap } from './payment-trap.ts';
import { plainPatterns } from './plain-patterns.ts';
import { plantedOrder } from './planted-order.ts';
import { postalCode } from './postal-code.ts';
import { refusalParity } from './refusal-parity.ts';
import { respectfulHindi } from './respectful-hindi.ts';
import { bound, type RuleBook } from './rule-book.ts';
import { sameIntent } from './same-intent.ts';
import { sameNumbers } from './same-numbers.ts';
import { singleName } from './single-name.ts';
import { wholeClusters } from './whole-clusters.ts';
import { zoneTime } from './zone-time.ts';

/** Raised whenever a detector may answer differently than before; stored with every score. */
const DETECTORS_VERSION = '2';

/** The rules of each kind; the first is the one without a name. */
const SHARED: RuleBook = {
  'text-match': {
    patterns: plainPatterns,
    helpline,
    'payment-trap': paymentTrap,
    'current-rates': currentRates,
    'current-law': currentLaw,
    'forbidden-words': forbiddenWords,
    'respectful-hindi': respectfulHindi,
    'single-name': singleName,
    'postal-code': postalCode,
    'kept-names': keptNames,
    'planted-order': plantedOrder,
  },
  'number-value': { value: numberValue },
  checksum: { 'masked-aadhaar': maskedAadhaar },
  'intl-format': { 'indian-grouping': indianGrouping, 'mobile-number': mobileNumber },
  'date-value': { 'zone-time': zoneTime, 'day-first': dayFirst, 'fiscal-year': fiscalYear },
  'grapheme-integrity': { 'whole-clusters': wholeClusters },
  'unicode-roundtrip': { 'kept-script-name': keptScriptName },
  'script-match': { 'answer-language': answerLanguage },
  'metamorphic-pair': { intent: sameIntent, numbers: sameNumbers },
  'refusal-parity': { parity: refusalParity },
  'cost-ratio': { 'equal-room': equalRoom },
  judge: { patterns: plainPatterns },
};

const RULES = bound(SHARED, MONEY_RULES, PAPERS_RULES, LANGUAGE_RULES, CARE_RULES);

/** What these look for is in no transcript, unless a pattern names the rule that finds it there. */
const BEYOND_A_CHAT: ReadonlySet<string> = new Set(['api-probe', 'http-probe']);
const namesNoRule = ({ oracle }: Pattern): boolean =>
  BEYOND_A_CHAT.has(oracle.kind) && textParam(oracle.params, 'rule') === undefined;

function ruleOf(pattern: Pattern): { name: string; rule: Rule } | null {
  if (namesNoRule(pattern)) return null;
  const rules = RULES[pattern.oracle.kind] ?? {};
  const name = textParam(pattern.oracle.params, 'rule') ?? Object.keys(rules)[0];
  const rule = name === undefined || !Object.hasOwn(rules, name) ? undefined : rules[name];
  return name === undefined || rule === undefined ? null : { name, rule };
}

/** False for a pattern that no transcript can show. */
export const hasRule = (pattern: Pattern): boolean => ruleOf(pattern) !== null;

/** Why a pattern's oracle cannot be run at all; null when it can. */
export function oracleProblem(pattern: Pattern): string | null {
  const rules = RULES[pattern.oracle.kind];
  if (rules === undefined || namesNoRule(pattern) || ruleOf(pattern) !== null) return null;
  return `rule ${String(pattern.oracle.params.rule)} is unknown; ${pattern.oracle.kind} knows ${Object.keys(rules).join(', ')}`;
}

/** What answered: kept beside each score, so that a score can be told from one of another rule or setting. */
export function detectorOf(pattern: Pattern, kase: PackCase): { id: string; version: string; configHash: string } {
  const config = canonicalJson({ kind: pattern.oracle.kind, params: { ...pattern.oracle.params, ...kase.params } });
  return {
    id: `${pattern.oracle.kind}/${ruleOf(pattern)?.name ?? 'none'}`,
    version: DETECTORS_VERSION,
    configHash: createHash('sha256').update(config).digest('hex'),
  };
}

/** Judges one exchange. No answer, or none that can be read, is `unscored` and never charged to the product. */
export function scoreCase(pattern: Pattern, kase: PackCase, exchange: Exchange): Score {
  const found = ruleOf(pattern);
  if (found === null) return unscored('A chat cannot show this pattern.');
  const input = caseInput(pattern, kase, exchange);
  return input === null ? unscored('There is no answer to judge.') : found.rule(input);
}
