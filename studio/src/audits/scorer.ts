/** Makes the score row of one whole case at one repeat. A fault of our own is never charged to the product. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Exchange, PackCase, Score } from '@sacred-qa/contracts/pack';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { Agent } from '../agents/agent.ts';
import type { CaseToJudge } from '../agents/auditor.ts';
import type { CaseConversation, ScoreRow } from './attempts.repo.ts';
import type { Audit } from './audits.repo.ts';
import { exchangeOf } from './conversation.ts';
import { detectorOf } from './detectors/score-case.ts';
import { packLookup } from './pack-lookup.ts';

export interface ScorerDeps {
  clock: Clock;
  newId: NewId;
  redact: (value: unknown) => unknown;
  /** A piece of a text, redacted as it stands in it. */
  redactQuote: (whole: string, quote: string) => string;
  auditor: Agent<CaseToJudge, Score>;
}

export interface Scorer {
  /** `conversations`: all of the case, each answered or in error. `scoring` names the set the row belongs to. */
  score(conversations: readonly CaseConversation[], at: string, scoring?: number): ScoreRow;
}

/** What was asked and answered in all conversations of a case. */
export const exchangeOfCase = (kase: PackCase, conversations: readonly CaseConversation[]): Exchange => ({
  conversations: conversations.map(({ conversation, answers }) => {
    const plan = kase.conversations[conversation];
    if (plan === undefined) throw new StudioError('internal', `Case ${kase.id} has no conversation ${conversation}.`);
    return exchangeOf(plan, answers ?? []);
  }),
});

export function createScorer(deps: ScorerDeps, audit: Pick<Audit, 'pack'>): Scorer {
  const look = packLookup(audit.pack);
  const detectors = new Map<string, ReturnType<typeof detectorOf>>();

  function detectorFor(patternId: string, caseId: string): ReturnType<typeof detectorOf> {
    const { pattern, kase } = look(patternId, caseId);
    const key = kase.params === undefined ? patternId : `${patternId}/${caseId}`;
    const detector = detectors.get(key) ?? detectorOf(pattern, kase);
    detectors.set(key, detector);
    return detector;
  }

  function judge(conversations: readonly CaseConversation[], exchange: Exchange): Score {
    const [first] = conversations;
    const { pattern, kase } = look(first?.patternId ?? '', first?.caseId ?? '');
    const missing = conversations.flatMap((c) => (c.state === 'error' ? [c.errorCode ?? 'unknown'] : []));
    try {
      return deps.auditor.act({ pattern, kase, exchange, missing }) as Score;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { verdict: 'unscored', reason: `The detector broke on this answer: ${why}`, evidence: '' };
    }
  }

  /** As the answer that says it is stored, so that the report finds it there. */
  function quoted(evidence: string, exchange: Exchange): string {
    const said = exchange.conversations
      .flat()
      .findLast(({ role, text }) => role === 'assistant' && text.includes(evidence));
    return deps.redactQuote(said?.text ?? '', evidence);
  }

  return {
    score(conversations, at, scoring = 0) {
      const [first] = conversations;
      if (first === undefined) throw new TypeError('a case has at least one conversation');
      const { patternId, caseId, caseKey, repeat } = first;
      const exchange = exchangeOfCase(look(patternId, caseId).kase, conversations);
      const score = judge(conversations, exchange);
      const detector = detectorFor(patternId, caseId);
      return {
        ...{ id: deps.newId(), patternId, caseId, caseKey, repeat },
        detectorId: detector.id,
        detectorVersion: detector.version,
        configHash: detector.configHash,
        verdict: score.verdict,
        reason: deps.redact(score.reason) as string,
        evidence: quoted(score.evidence, exchange),
        at,
        scoring,
        advisory: false,
      };
    },
  };
}
