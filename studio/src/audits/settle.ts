/** Commits outcomes as they arrive: the qa log, the attempt, and the score of every case that is now whole. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Exchange, Pack, PackCase, Pattern, Score } from '@sacred-qa/contracts/pack';
import { addressOf, modelOf } from '@sacred-qa/contracts/target';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { Agent } from '../agents/agent.ts';
import type { CaseToJudge } from '../agents/auditor.ts';
import type { LiveEvents } from '../events/live-events.ts';
import { qaLogsRepo } from '../qa-logs/qa-logs.repo.ts';
import {
  type AttemptOutcome,
  attemptsRepo,
  type CaseConversation,
  type LeasedAttempt,
  type ScoreRow,
} from './attempts.repo.ts';
import type { Audit } from './audits.repo.ts';
import { exchangeOf, type Held } from './conversation.ts';
import { detectorOf } from './detectors/score-case.ts';

export interface Ended {
  attempt: LeasedAttempt;
  held: Held | null;
  /** `new` gives the attempt back, to be asked again. */
  state: AttemptOutcome['state'];
  errorCode: string | null;
  errorDetail: string | null;
}

export interface SettleDeps {
  db: Database;
  clock: Clock;
  newId: NewId;
  redact: (value: unknown) => unknown;
  /** A piece of a text, redacted as it stands in it. */
  redactQuote: (whole: string, quote: string) => string;
  auditor: Agent<CaseToJudge, Score>;
  live: LiveEvents;
}

/** The answers of a run as they came, before redaction, so that a case is judged on what was really said. */
export type RawAnswers = Map<string, string[]>;
export const rawKey = (caseKey: string, conversation: number): string => `${caseKey}/${conversation}`;

export function createSettler(deps: SettleDeps, audit: Audit, owner: string, raw: RawAnswers) {
  const { db, clock, newId } = deps;
  const look = packLookup(audit.pack);

  return {
    async commit(ended: readonly Ended[]): Promise<void> {
      db.assertWritable();
      await db.transaction(async (tx) => {
        const at = isoOf(clock.now());
        const withIds = ended.map((one) => ({
          ...one,
          qaLogId: one.held === null || one.state === 'new' ? null : newId(),
        }));
        const settled = await attemptsRepo.settle(
          tx,
          audit.id,
          owner,
          withIds.map((one) => outcomeOf(one, at)),
        );
        const kept = new Set(settled.map((s) => rawKey(s.caseKey, s.conversation)));
        const logs = withIds.filter((one) => kept.has(rawKey(one.attempt.caseKey, one.attempt.conversation)));
        await qaLogsRepo.insert(
          tx,
          logs.flatMap((one) => qaLogOf(one, at)),
        );
        await scoreWholeCases(tx, [...new Set(settled.map((s) => s.caseKey))]);
        await deps.live.publish(tx, [{ kind: 'audit_progress', audit_id: audit.id, ended: settled.length }]);
      });
      deps.live.wake();
    },

    /** Scores cases that ended in different processes, or before a crash. */
    async scoreLeftovers(): Promise<void> {
      for (;;) {
        const caseKeys = await attemptsRepo.unscoredCaseKeys(db, audit.id, 100);
        if (caseKeys.length === 0) return;
        await db.transaction((tx) => scoreWholeCases(tx, caseKeys));
      }
    },
  };

  function qaLogOf(one: Ended & { qaLogId: string | null }, at: string) {
    if (one.qaLogId === null || one.held === null) return [];
    const { attempt, held } = one;
    const { kase } = look(attempt.patternId, attempt.caseId);
    const plan = kase.conversations[attempt.conversation];
    const request = {
      pattern_id: attempt.patternId,
      case_id: attempt.caseId,
      repeat: attempt.repeat,
      conversation: attempt.conversation,
      system: plan?.system ?? null,
      turns: plan?.turns ?? [],
      lang: plan?.lang ?? 'und',
    };
    const { last } = held;
    const response = {
      answers: held.answers,
      latencies_ms: held.latenciesMs,
      ...(held.firstTokensMs.length === 0 ? {} : { first_tokens_ms: held.firstTokensMs }),
      tries: attempt.tries,
      ...(last.kind === 'answered'
        ? { status: last.status, model: last.model ?? null, usage: last.usage ?? null }
        : { status: last.status ?? null, error: { code: last.code, detail: last.detail } }),
    };
    return [
      {
        id: one.qaLogId,
        agentId: 'target',
        model: modelOf(audit.targetSpec),
        device: addressOf(audit.targetSpec),
        request: deps.redact(request),
        response: deps.redact(response),
        rootId: audit.rootId,
        seq: audit.seq,
        at,
      },
    ];
  }

  async function scoreWholeCases(tx: Sql, caseKeys: readonly string[]): Promise<void> {
    const rows = await attemptsRepo.conversations(tx, audit.id, caseKeys);
    const scores = [...Map.groupBy(rows, (row) => row.caseKey).values()]
      .filter((conversations) => conversations.every((c) => c.state === 'answered' || c.state === 'error'))
      .map((conversations) => scoreOf(conversations));
    await attemptsRepo.insertScores(tx, audit.id, scores);
  }

  /** As the answer that says it is stored, so that the report finds it there. */
  function quoted(evidence: string, exchange: Exchange): string {
    const said = exchange.conversations
      .flat()
      .findLast(({ role, text }) => role === 'assistant' && text.includes(evidence));
    return deps.redactQuote(said?.text ?? '', evidence);
  }

  function scoreOf(conversations: readonly CaseConversation[]): ScoreRow {
    const [first] = conversations;
    if (first === undefined) throw new TypeError('a case has at least one conversation');
    const { pattern, kase } = look(first.patternId, first.caseId);
    const exchange = {
      conversations: conversations.map((c) => {
        const plan = kase.conversations[c.conversation];
        if (plan === undefined)
          throw new StudioError('internal', `Case ${kase.id} has no conversation ${c.conversation}.`);
        return exchangeOf(plan, raw.get(rawKey(c.caseKey, c.conversation)) ?? c.answers ?? []);
      }),
    };
    const missing = conversations.flatMap((c) => (c.state === 'error' ? [c.errorCode ?? 'unknown'] : []));
    const score = deps.auditor.act({ pattern, kase, exchange, missing }) as Score;
    for (const c of conversations) raw.delete(rawKey(c.caseKey, c.conversation));
    const detector = detectorOf(pattern, kase);
    return {
      id: newId(),
      patternId: first.patternId,
      caseId: first.caseId,
      caseKey: first.caseKey,
      repeat: first.repeat,
      detectorId: detector.id,
      detectorVersion: detector.version,
      configHash: detector.configHash,
      verdict: score.verdict,
      reason: deps.redact(score.reason) as string,
      evidence: quoted(score.evidence, exchange),
      at: isoOf(clock.now()),
    };
  }
}

function outcomeOf(one: Ended & { qaLogId: string | null }, at: string): AttemptOutcome {
  const { attempt, held } = one;
  const latency = held?.latenciesMs.at(-1);
  return {
    caseKey: attempt.caseKey,
    conversation: attempt.conversation,
    state: one.state,
    qaLogId: one.qaLogId,
    errorCode: one.errorCode,
    errorDetail: one.errorDetail,
    latencyMs: one.state === 'answered' && latency !== undefined ? latency : null,
    at,
  };
}

/** Pattern and case by id; a stored plan always names cases of its own stored pack. */
export function packLookup(pack: Pack): (patternId: string, caseId: string) => { pattern: Pattern; kase: PackCase } {
  const byId = new Map(
    pack.patterns.flatMap((pattern) =>
      pattern.cases.map((kase) => [`${pattern.id}/${kase.id}`, { pattern, kase }] as const),
    ),
  );
  return (patternId, caseId) => {
    const found = byId.get(`${patternId}/${caseId}`);
    if (found === undefined) throw new StudioError('internal', `The stored pack has no case ${patternId}/${caseId}.`);
    return found;
  };
}
