/** Commits outcomes as they arrive: the qa log, the attempt, and the score of every case that is now whole. */
import type { AuditState } from '@sacred-qa/contracts/audit';
import { modelOf } from '@sacred-qa/contracts/target';
import { addressOf } from '@sacred-qa/contracts/target-facts';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import type { LiveEvents } from '../events/live-events.ts';
import {
  type AttemptOutcome,
  attemptsRepo,
  type CaseConversation,
  type FreshScore,
  type LeasedAttempt,
} from './attempts.repo.ts';
import type { Audit } from './audits.repo.ts';
import type { Spent } from './budget.ts';
import type { Held } from './conversation.ts';
import type { AttemptLister } from './list-attempts.ts';
import { answerHash } from './listed-answers.ts';
import { packLookup } from './pack-lookup.ts';
import { createScorer, type ScorerDeps } from './scorer.ts';

export interface Ended {
  attempt: LeasedAttempt;
  held: Held | null;
  /** `new` gives the attempt back, to be asked again. */
  state: AttemptOutcome['state'];
  errorCode: string | null;
  errorDetail: string | null;
}

export interface SettleDeps extends ScorerDeps {
  db: Database;
  live: LiveEvents;
}

/** What the run has heard of a case so far, before redaction, so that the case is judged on what was really said. */
type Heard = Map<number, { answers: string[]; errorCode: string | null }>;

/** How the run stands after a commit. */
export interface Settled {
  auditState: AuditState;
  /** All that the run has spent, in whatever process; null without a budget. */
  spent: Spent | null;
}

export interface Settler {
  /** Commits all of it at once, durably, before it resolves. */
  commit(ended: readonly Ended[]): Promise<Settled>;
  /** True once the verdict of the case at all repeats cannot change any more. */
  isDecided(attempt: LeasedAttempt): boolean;
  /** Scores cases that ended in different processes, or before a crash. */
  scoreLeftovers(): Promise<void>;
}

export function createSettler(deps: SettleDeps, audit: Audit, owner: string, lister: AttemptLister): Settler {
  const { db, clock, newId } = deps;
  const look = packLookup(audit.pack);
  const scorer = createScorer(deps, audit);
  const heardOf = new Map<string, Heard>();
  const redactedRequests = new Map<string, unknown>();
  const decided = new Set<string>();
  const failAt = audit.options.fail_at ?? null;
  const isBudgeted = Object.keys(audit.budget).length > 0;
  const where = {
    ...{ id: audit.id, rootId: audit.rootId, seq: audit.seq },
    model: modelOf(audit.targetSpec),
    device: addressOf(audit.targetSpec),
  };

  return {
    async commit(ended) {
      db.assertWritable();
      const at = isoOf(clock.now());
      const { scores, wholeKeys } = judgeWhole(ended, at);
      const outcomes = ended.map((one) => outcomeOf(one, at, wholeKeys));
      let auditState: AuditState;
      try {
        auditState = await attemptsRepo.settle(db, where, owner, { outcomes, scores, at });
      } catch (error) {
        // The batch was rolled back and goes again one by one: what it brought is not heard yet.
        for (const { attempt } of ended) heardOf.get(attempt.caseKey)?.delete(attempt.conversation);
        throw error;
      }
      lister.add(outcomes.flatMap((one) => (one.qaLogId === null ? [] : [{ ...one, qaLogId: one.qaLogId }])));
      for (const key of wholeKeys) heardOf.delete(key);
      if (failAt !== null) await skipDecided(scores, failAt);
      deps.live.wake();
      const spent = isBudgeted ? await attemptsRepo.spent(db, audit.id) : null;
      return { auditState, spent };
    },

    isDecided: ({ patternId, caseId }) => decided.has(`${patternId}/${caseId}`),

    async scoreLeftovers() {
      for (;;) {
        const caseKeys = await attemptsRepo.unscoredCaseKeys(db, audit.id, 100);
        if (caseKeys.length === 0) return;
        await db.transaction(async (tx) => {
          const rows = await attemptsRepo.conversations(tx, audit.id, caseKeys);
          const cases = [...Map.groupBy(rows, (row) => row.caseKey).values()];
          const at = isoOf(clock.now());
          await attemptsRepo.insertScores(
            tx,
            audit.id,
            cases.map((conversations) => scorer.score(conversations.map(withHeard), at)),
          );
        });
      }
    },
  };

  async function skipDecided(scores: readonly FreshScore[], failAt: number): Promise<void> {
    const touched = scores.map(({ patternId, caseId }) => ({ patternId, caseId }));
    const skipped = await attemptsRepo.skipDecided(db, audit, touched, failAt, isoOf(clock.now()));
    for (const { patternId, caseId } of skipped) decided.add(`${patternId}/${caseId}`);
  }

  /** Stored answers are redacted; what this process heard itself is not. */
  function withHeard(row: CaseConversation): CaseConversation {
    const heard = heardOf.get(row.caseKey)?.get(row.conversation);
    return heard === undefined ? row : { ...row, answers: heard.answers };
  }

  /** Cases of which this process has now heard every conversation are judged at once. */
  function judgeWhole(ended: readonly Ended[], at: string): { scores: FreshScore[]; wholeKeys: Set<string> } {
    const touched = new Map<string, { attempt: LeasedAttempt; ending: number }>();
    for (const { attempt, held, state, errorCode } of ended) {
      if (state !== 'answered' && state !== 'error') continue;
      const heard = heardOf.get(attempt.caseKey) ?? new Map();
      heardOf.set(attempt.caseKey, heard.set(attempt.conversation, { answers: held?.answers ?? [], errorCode }));
      touched.set(attempt.caseKey, { attempt, ending: (touched.get(attempt.caseKey)?.ending ?? 0) + 1 });
    }
    const scores: FreshScore[] = [];
    const wholeKeys = new Set<string>();
    for (const [caseKey, { attempt, ending }] of touched) {
      const { patternId, caseId, repeat } = attempt;
      const heard = heardOf.get(caseKey);
      const wanted = look(patternId, caseId).kase.conversations.length;
      if (heard === undefined || heard.size < wanted) continue;
      const conversations = [...heard].map(([conversation, { answers, errorCode }]) => ({
        ...{ caseKey, conversation, patternId, caseId, repeat, answers, errorCode },
        state: errorCode === null ? 'answered' : 'error',
      }));
      scores.push({ ...scorer.score(conversations, at), ending, conversations: wanted });
      wholeKeys.add(caseKey);
    }
    return { scores, wholeKeys };
  }

  function outcomeOf(one: Ended, at: string, wholeKeys: ReadonlySet<string>): AttemptOutcome {
    const { attempt, held, state, errorCode, errorDetail } = one;
    const isLogged = held !== null && (state === 'answered' || state === 'error');
    const request = isLogged ? requestOf(attempt) : null;
    const response = isLogged ? deps.redact(responseOf(held, attempt.tries)) : null;
    return {
      caseKey: attempt.caseKey,
      conversation: attempt.conversation,
      state: state === 'answered' && wholeKeys.has(attempt.caseKey) ? 'scored' : state,
      qaLogId: isLogged ? newId() : null,
      errorCode,
      errorDetail,
      latencyMs: state === 'answered' ? (held?.latenciesMs.at(-1) ?? null) : null,
      at,
      calls: held?.calls ?? 0,
      tokensIn: held?.tokens.in ?? 0,
      tokensOut: held?.tokens.out ?? 0,
      tokensEstimated: held?.tokens.estimated ?? false,
      request,
      response,
      sha256: isLogged ? answerHash(request, response) : null,
    };
  }

  /** Every repeat of a conversation asks the same. */
  function requestOf({ patternId, caseId, repeat, conversation }: LeasedAttempt): unknown {
    const key = `${patternId}/${caseId}/${conversation}`;
    const known = redactedRequests.get(key);
    if (known !== undefined) return { ...(known as object), repeat };
    const plan = look(patternId, caseId).kase.conversations[conversation];
    const request = deps.redact({
      pattern_id: patternId,
      case_id: caseId,
      conversation,
      system: plan?.system ?? null,
      turns: plan?.turns ?? [],
      lang: plan?.lang ?? 'und',
    });
    if (audit.repeats > 1) redactedRequests.set(key, request);
    return { ...(request as object), repeat };
  }
}

function responseOf(held: Held, tries: number): object {
  const { last } = held;
  return {
    answers: held.answers,
    latencies_ms: held.latenciesMs,
    ...(held.firstTokensMs.length === 0 ? {} : { first_tokens_ms: held.firstTokensMs }),
    tries,
    ...(last.kind === 'answered'
      ? { status: last.status, model: last.model ?? null, usage: last.usage ?? null }
      : { status: last.status ?? null, error: { code: last.code, detail: last.detail } }),
  };
}
