/** Judges a conversation that took place elsewhere, by a pattern's rule or by those that need none: no target is asked. */
import type { Pack, PackCase, Pattern, Score } from '@sacred-qa/contracts/pack';
import { message } from '@sacred-qa/contracts/text';
import { z } from 'zod';
import { type AlwaysOnFinding, scoreWithoutPattern } from '../detectors/always-on/always-on.ts';
import { scoreCase } from '../detectors/score-case.ts';

/** One line of a transcripts file; keys that are not known are left alone. */
const transcriptLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String).nullable().default(null),
  pattern: z
    .string()
    .nullable()
    .default(null)
    .transform((name) => name || null),
  conversations: z.array(z.array(z.object(message.shape))).min(1),
});

export interface TranscriptScore extends Score {
  id: string | null;
  pattern: string | null;
  /** Only of a line that names no pattern: all that the always-on detectors found. */
  findings?: AlwaysOnFinding[];
}

/** What is asked in a transcript is its own; the pattern's cases have no say in it. */
const ASKED_ELSEWHERE: Omit<PackCase, 'conversations'> & { conversations: [] } = {
  id: 'transcript',
  lang: 'und',
  conversations: [],
  expect: '',
  ideal: [],
  faults: [],
};

/** Scores lines against the patterns of these packs. A line that cannot be read or judged is `unscored`, with the reason. */
export function createTranscriptScorer(packs: readonly Pack[]): (line: unknown) => TranscriptScore {
  const patterns = new Map<string, Pattern>(
    packs.flatMap((pack) => pack.patterns.map((one) => [one.id, one] as const)),
  );
  return (line) => {
    const parsed = transcriptLine.safeParse(line);
    if (!parsed.success) {
      const given = line as { id?: unknown; pattern?: unknown } | null;
      const reason = `The line is no transcript: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`;
      return { id: textOf(given?.id), pattern: textOf(given?.pattern), verdict: 'unscored', reason, evidence: '' };
    }
    const { id, pattern: patternId, conversations } = parsed.data;
    const unscored = (reason: string): TranscriptScore => ({
      id,
      pattern: patternId,
      verdict: 'unscored',
      reason,
      evidence: '',
    });
    if (patternId === null) return { id, pattern: null, ...scoreWithoutPattern(conversations) };
    const pattern = patterns.get(patternId);
    if (pattern === undefined) return unscored(`No pack has a pattern ${patternId}.`);
    return { id, pattern: patternId, ...scoreCase(pattern, ASKED_ELSEWHERE, { conversations }) };
  };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;
