/** Reckons what a plan will take before anything is asked. */
import type { AuditEstimate } from '@sacred-qa/contracts/audit';
import type { ConversationPlan } from '@sacred-qa/contracts/pack';
import type { Sql } from '@sacred-qa/foundation/database';
import { inrOf, type Spent } from './budget.ts';
import { packLookup } from './pack-lookup.ts';
import type { PlannedAttempt } from './packs/plan-attempts.ts';
import type { Plan } from './plan-run.ts';
import { estimateMessages } from './tokens.ts';

/** Until a target's own answers are known: a paragraph and a list. */
const GUESSED_ANSWER_TOKENS = 250;

/** Every turn is sent with all that was said before it. */
function conversationSpend(plan: ConversationPlan, answerTokens: number): Spent {
  const system = plan.system === undefined ? 0 : estimateMessages([{ text: plan.system }]);
  let before = system;
  let tokensIn = 0;
  for (const text of plan.turns) {
    before += estimateMessages([{ text }]);
    tokensIn += before;
    before += answerTokens;
  }
  return { calls: plan.turns.length, tokensIn, tokensOut: plan.turns.length * answerTokens };
}

/** What attempts of a pack take in all, if an answer takes `answerTokens`. */
function spendOf(
  pack: Plan['loaded']['pack'],
  attempts: readonly Pick<PlannedAttempt, 'patternId' | 'caseId' | 'conversation'>[],
  answerTokens = GUESSED_ANSWER_TOKENS,
): Spent {
  const look = packLookup(pack);
  const sum: Spent = { calls: 0, tokensIn: 0, tokensOut: 0 };
  for (const { patternId, caseId, conversation } of attempts) {
    const plan = look(patternId, caseId).kase.conversations[conversation];
    if (plan === undefined) continue;
    const one = conversationSpend(plan, answerTokens);
    sum.calls += one.calls;
    sum.tokensIn += one.tokensIn;
    sum.tokensOut += one.tokensOut;
  }
  return sum;
}

/** What every conversation of a pack takes, asked once. */
export function spendOfPack(pack: Plan['loaded']['pack']): Spent {
  return spendOf(
    pack,
    pack.patterns.flatMap(({ id: patternId, cases }) =>
      cases.flatMap(({ id: caseId, conversations }) =>
        [...conversations.keys()].map((conversation) => ({ patternId, caseId, conversation })),
      ),
    ),
  );
}

/** The mean length of a target's answers so far, by its own count; null when it never told. */
async function knownAnswerTokens(sql: Sql, targetId: string): Promise<{ tokens: number; answers: number } | null> {
  const [row] = await sql.query<{ tokens: number | null; answers: number }>(
    `select avg(t.tokens_out::float8 / t.calls) as tokens, count(*)::int as answers
     from attempts t join audits a on a.id = t.audit_id
     where a.target_id = $1 and t.calls > 0 and t.tokens_out > 0 and not t.tokens_estimated`,
    [targetId],
  );
  return row === undefined || row.tokens === null ? null : { tokens: row.tokens, answers: row.answers };
}

export async function estimatePlan(sql: Sql, plan: Plan, attempts: readonly PlannedAttempt[]): Promise<AuditEstimate> {
  const known = plan.targetId === null ? null : await knownAnswerTokens(sql, plan.targetId);
  const spend = spendOf(plan.loaded.pack, attempts, known?.tokens);
  const tokensIn = Math.round(spend.tokensIn);
  const tokensOut = Math.round(spend.tokensOut);
  return {
    attempts: attempts.length,
    calls: spend.calls,
    tokens_in: tokensIn,
    tokens_out: tokensOut,
    inr: plan.price === null ? null : inrOf({ calls: spend.calls, tokensIn, tokensOut }, plan.price),
    basis:
      known === null
        ? `${GUESSED_ANSWER_TOKENS} tokens an answer, as a guess`
        : `${Math.round(known.tokens)} tokens an answer, as in ${known.answers} answers of this target`,
  };
}
