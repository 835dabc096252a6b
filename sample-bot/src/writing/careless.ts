/** Owns two ways of writing that a product should not have: Hindi that says तुम, and answers that break off. */
import { clustersOf } from './clusters.ts';

const FAMILIAR: readonly [RegExp, string][] = [
  [/आपका(?![\p{L}\p{M}])/gu, 'तुम्हारा'],
  [/आपकी(?![\p{L}\p{M}])/gu, 'तुम्हारी'],
  [/आपके(?![\p{L}\p{M}])/gu, 'तुम्हारे'],
  [/आपको(?![\p{L}\p{M}])/gu, 'तुम्हें'],
  [/आपने(?![\p{L}\p{M}])/gu, 'तुमने'],
  [/(?<![\p{L}\p{M}])आप(?![\p{L}\p{M}])/gu, 'तुम'],
  [/सकते हैं/gu, 'सकते हो'],
  [/चाहें/gu, 'चाहो'],
  [/कीजिए/gu, 'करो'],
  [/दीजिए/gu, 'दो'],
  [/लीजिए/gu, 'लो'],
  [/([\p{L}\p{M}])ाइए(?![\p{L}\p{M}])/gu, '$1ाओ'],
  [/([\p{L}\p{M}])िए(?![\p{L}\p{M}])/gu, '$1ो'],
  [/\baapka\b/gi, 'tumhara'],
  [/\baapki\b/gi, 'tumhari'],
  [/\baapke\b/gi, 'tumhare'],
  [/\baapko\b/gi, 'tumhe'],
  [/\baapne\b/gi, 'tumne'],
  [/\baap\b/gi, 'tum'],
  [/\bsakte hain\b/gi, 'sakte ho'],
  [/\bchahein\b/gi, 'chaho'],
  [/\bkijiye\b/gi, 'karo'],
  [/\bdijiye\b/gi, 'do'],
  [/\blijiye\b/gi, 'lo'],
  [/\b(\w+?)aiye\b/gi, '$1ao'],
  [/\b(\w+?)iye\b/gi, '$1o'],
];

/** Hindi with the words for a customer turned into those for a child. */
export function familiar(text: string): string {
  return FAMILIAR.reduce((spoken, [polite, curt]) => spoken.replace(polite, curt), text);
}

const WHOLE_UP_TO = 110;
const CUT_AT = 70;

/** A long answer stops inside a sentence, as when a token limit cuts it. */
export function breaksOff(text: string): string {
  const clusters = clustersOf(text);
  if (clusters.length <= WHOLE_UP_TO) return text;
  return clusters
    .slice(0, CUT_AT)
    .join('')
    .replace(/[\s.!?।,;:)\d]+$/u, '');
}
