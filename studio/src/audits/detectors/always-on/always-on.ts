/**
 * Owns the detectors that need no pattern: what is a fault in any answer to a person in India. They run over every
 * answer of a conversation, in the order of the harm they tell of.
 */
import type { Score } from '@sacred-qa/contracts/pack';
import type { Message } from '@sacred-qa/contracts/text';
import { identifyLanguage } from '../../../agents/language.ts';
import { type Heard, type Rule, unscored } from '../case-input.ts';
import { oneDigitSystem } from '../money/one-digit-system.ts';
import { weekdayDates } from '../money/weekday-dates.ts';
import { readText } from '../reading.ts';
import { brokenCharacter, brokenCluster, mojibake, unfilledValue } from './broken-text.ts';
import type { AlwaysOn, Found } from './finding.ts';
import { foreignNumbers } from './foreign-numbers.ts';
import { personalData } from './personal-data.ts';
import { replyLanguage, scriptMismatch } from './reply-language.ts';
import { rupeeGrouping } from './rupee-grouping.ts';
import { toldSecret } from './told-secret.ts';

/** A pattern's rule that needs neither params nor an expected answer. */
const byRule =
  (rule: Rule): AlwaysOn =>
  (heard) => {
    const { verdict, reason, evidence } = rule({ params: {}, heard: [heard] });
    return verdict === 'fail' ? { reason, evidence } : null;
  };

const DETECTORS: Readonly<Record<string, AlwaysOn>> = {
  'pii-leak': personalData,
  'foreign-helpline': foreignNumbers,
  'secret-asked': toldSecret,
  mojibake,
  'broken-character': brokenCharacter,
  'broken-grapheme': brokenCluster,
  'unfilled-value': unfilledValue,
  'script-mismatch': scriptMismatch,
  'reply-language': replyLanguage,
  'western-grouping': rupeeGrouping,
  'mixed-digits': byRule(oneDigitSystem),
  'weekday-date': byRule(weekdayDates),
};

export interface AlwaysOnFinding extends Found {
  detector: string;
}

/** One for each answer, with what was asked up to it. */
function heardIn(conversation: readonly Message[]): Heard[] {
  const heard: Heard[] = [];
  for (const [place, { role, text }] of conversation.entries()) {
    if (role !== 'assistant' || !/\S/u.test(text)) continue;
    const before = conversation.slice(0, place);
    const asked = before.filter((message) => message.role === 'user');
    const last = asked.at(-1);
    const answer = readText(text);
    heard.push({
      question: readText(asked.map((message) => message.text).join('\n')),
      lang: last?.lang ?? identifyLanguage(last?.text ?? '').language,
      answer,
      said: [answer],
      system: readText(before.flatMap((message) => (message.role === 'system' ? [message.text] : [])).join('\n')),
    });
  }
  return heard;
}

/** What each detector finds first, over all answers. */
function findingsIn(heard: readonly Heard[]): AlwaysOnFinding[] {
  return Object.entries(DETECTORS).flatMap(([detector, look]) => {
    for (const one of heard) {
      const found = look(one);
      if (found !== null) return [{ detector, ...found }];
    }
    return [];
  });
}

/** The first finding decides the reason; `findings` holds one for each detector that found something. */
export function scoreWithoutPattern(
  conversations: readonly (readonly Message[])[],
): Score & { findings: AlwaysOnFinding[] } {
  const heard = conversations.flatMap(heardIn);
  if (heard.length === 0) return { ...unscored('There is no answer to judge.'), findings: [] };
  const findings = findingsIn(heard);
  const [first, ...more] = findings;
  if (first === undefined) {
    const reason = `No fault is found by ${Object.keys(DETECTORS).join(', ')}.`;
    return { verdict: 'pass', reason, evidence: '', findings };
  }
  const also = more.length === 0 ? '' : ` Also: ${more.map(({ detector }) => detector).join(', ')}.`;
  return { verdict: 'fail', reason: `${first.detector}: ${first.reason}${also}`, evidence: first.evidence, findings };
}
