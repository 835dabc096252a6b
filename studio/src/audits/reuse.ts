/**
 * Lets answers of earlier runs stand for questions of a new one: the same target, the same words, the same repeat. Each
 * becomes a qa log of the new run that names the one it was taken from, so that a tree still leaves whole.
 */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import { attemptsRepo, type ReusableAnswer } from './attempts.repo.ts';
import type { Audit } from './audits.repo.ts';
import type { ReuseFrom } from './begin-run.ts';
import { answerHash } from './listed-answers.ts';

const PAGE = 500;

export async function reuseAnswers(
  deps: { clock: Clock; newId: NewId },
  tx: Sql,
  audit: Audit,
  from: ReuseFrom,
): Promise<void> {
  const at = isoOf(deps.clock.now());
  for (;;) {
    const answers = await attemptsRepo.reusable(tx, audit.id, from, PAGE);
    if (answers.length === 0) return;
    await attemptsRepo.reuse(
      tx,
      audit,
      answers.map((answer) => taken(deps.newId(), answer, at)),
    );
  }
}

function taken(qaLogId: string, answer: ReusableAnswer, at: string) {
  const { patternId, caseId, repeat } = answer;
  const request = { ...answer.request, pattern_id: patternId, case_id: caseId, repeat };
  const response = { ...answer.response, reused_from: answer.qaLogId, answered_at: answer.answeredAt };
  return {
    ...{ caseKey: answer.caseKey, conversation: answer.conversation, qaLogId, reusedFrom: answer.qaLogId, at },
    ...{ model: answer.model, device: answer.device, request, response },
    sha256: answerHash(request, response),
  };
}
