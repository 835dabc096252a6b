/** What a week taught, as it is kept: counts, kinds and rules, and no word that a person wrote. Pure. */
import type { Advice } from '@sacred-qa/contracts/metrics';
import type { Week } from './week.ts';
import { formatCount, formatShare, rateSentence } from './words.ts';

export interface Reflection
  extends Pick<Week, 'week' | 'week_of' | 'as_of' | 'campaign' | 'response' | 'answers' | 'goals' | 'figures'> {
  /** What the replies say, by kind and by how they stand to the offer. */
  said: string[];
  /** The next iteration of the copy: one change, and how it would be known to fail. */
  next: Advice;
  /** What was tried since the reflection before, and what came of it; null for the first. */
  before: { week: number; tried: string; hypothesis: string; rate_then: string; rate_now: string } | null;
}

export function reflect(week: Week, before: Reflection | null): Reflection {
  const { next, figures, answers, goals, response, as_of, campaign } = week;
  const [first] = next;
  if (first === undefined) throw new RangeError('there is always something to try');
  return {
    ...{ week: week.week, week_of: week.week_of, as_of, campaign, response, answers, goals, figures },
    said: saidBy(week),
    next: first,
    before:
      before === null
        ? null
        : {
            ...{ week: before.week, tried: before.next.advice, hypothesis: before.next.hypothesis },
            ...{ rate_then: rateSentence(before.response), rate_now: rateSentence(response) },
          },
  };
}

const KINDS: Readonly<Record<string, string>> = {
  'human-reply/interested': 'want to see more',
  'human-reply/neutral': 'ask or answer without saying yes or no',
  'human-reply/not-interested': 'say no',
  'human-reply': 'answer, and nobody could tell how they mean it',
  'auto-reply': 'are automatic, and count as no answer',
  'unsubscribe-request': 'ask not to be written to',
  'bounce-hard': 'report that the address takes no mail',
  'bounce-soft': 'report that the mail was not taken for now',
};

/** Mails that came back, in words: `2 of 5 incoming mails (40 %): want to see more`. */
export function saidBy({ answers }: Pick<Week, 'answers'>): string[] {
  const all = answers.reduce((sum, one) => sum + one.mails.value, 0);
  if (all === 0) return ['Nothing came back.'];
  return answers
    .toSorted((a, b) => b.mails.value - a.mails.value)
    .map(({ kind, sentiment, mails }) => {
      const key = kind.startsWith('unsubscribe') || sentiment === null ? kind : `${kind}/${sentiment}`;
      return `${formatCount(mails.value)} of ${formatCount(all)} incoming mails (${formatShare(mails.value / all)}): ${KINDS[key] ?? key}`;
    });
}
