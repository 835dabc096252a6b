/**
 * Judges the stored answers of an ended run again, by the detectors as they are now, and, where it is asked for, by a
 * language model as judge. The target is not asked. The new
 * scores are a set of their own beside the old ones; findings and report are renewed in the commit that makes it count.
 */
import { StudioError } from '@sacred-qa/contracts/errors';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { MARK } from '@sacred-qa/foundation/redaction/identifier';
import { eachOf } from '../judge/each-of.ts';
import type { Panel } from '../judge/judge.service.ts';
import { subjectOf } from '../judge/judge-prompt.ts';
import { judgedScore } from '../judge/judged-score.ts';
import { attemptsRepo, type CaseConversation, type ScoreRow } from './attempts.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { findingsRepo } from './findings.repo.ts';
import { type FinishDeps, renewFindings, writeReport } from './finish.ts';
import { packLookup } from './pack-lookup.ts';
import { createScorer, exchangeOfCase, type ScorerDeps } from './scorer.ts';

const CASES_PER_COMMIT = 500;
const CASES_BEFORE_JUDGES = 8;

export type RescoreDeps = FinishDeps & ScorerDeps;

/** Throws `conflict` for a run that has not ended. */
export async function rescoreRun(
  deps: RescoreDeps,
  auditId: string,
  openPanel: ((audit: Audit) => Promise<Panel>) | null,
): Promise<void> {
  deps.db.assertWritable();
  const audit = await auditsRepo.byId(deps.db, auditId);
  if (audit === null) throw new StudioError('not_found', `There is no audit ${auditId}.`);
  if (audit.finishedAt === null) {
    throw new StudioError('conflict', `Audit ${auditId} has not ended; its answers are judged as they come.`);
  }
  const panel = openPanel === null ? null : await openPanel(audit);
  try {
    await rescoreWith(deps, audit, panel);
  } finally {
    await panel?.close();
  }
}

async function rescoreWith(deps: RescoreDeps, audit: Audit, panel: Panel | null): Promise<void> {
  const { id: auditId } = audit;
  // One instant for the whole set, so that its report is rendered the same each time.
  const at = isoOf(deps.clock.now());
  const scoring = await attemptsRepo.takeScoring(deps.db, auditId);
  await writeScores(deps, audit, panel, scoring, at);
  await auditsRepo.takeStatisticsOfScores(deps.db);
  await deps.db.transaction((tx) => letCount(deps, tx, auditId, scoring, at));
  deps.live.wake();
}

async function writeScores(
  deps: RescoreDeps,
  audit: Audit,
  panel: Panel | null,
  scoring: number,
  at: string,
): Promise<void> {
  const scorer = createScorer(deps, audit);
  const whole = await attemptsRepo.wholeCaseKeys(deps.db, audit.id);
  for (let from = 0; from < whole.length; from += CASES_PER_COMMIT) {
    const keys = whole.slice(from, from + CASES_PER_COMMIT);
    const rows = await attemptsRepo.conversations(deps.db, audit.id, keys);
    const cases = [...Map.groupBy(rows, (row) => row.caseKey).values()].map((conversations) => ({
      conversations,
      score: scorer.score(conversations, at, scoring),
    }));
    const redacted = cases.filter(isRedacted).map(({ score }) => score.caseKey);
    const before = new Map((await attemptsRepo.verdicts(deps.db, audit.id, redacted)).map((one) => [one.caseKey, one]));
    const judged = panel === null ? cases : await judge(audit, panel, cases);
    const scores = judged.map(({ score }) => honest(score, before.get(score.caseKey)));
    await attemptsRepo.insertScores(deps.db, audit.id, scores);
  }
}

interface Scored {
  conversations: CaseConversation[];
  score: ScoreRow;
}

/** Puts what has a rubric and an answer to the judges; the rest keeps the verdict of its rule. */
async function judge(audit: Audit, panel: Panel, cases: readonly Scored[]): Promise<Scored[]> {
  const look = packLookup(audit.pack);
  const judged = new Map<string, ScoreRow>();
  await eachOf(cases, CASES_BEFORE_JUDGES, async ({ conversations, score }) => {
    if (conversations.some(({ state }) => state === 'error')) return;
    const { pattern, kase } = look(score.patternId, score.caseId);
    const subject = subjectOf(pattern.id, kase.expect, exchangeOfCase(kase, conversations));
    const { caseKey, scoring } = score;
    const votes = await panel.vote(pattern, kase.lang, subject, { auditId: audit.id, scoring, caseKey });
    if (votes !== null) judged.set(caseKey, judgedScore(score, votes));
  });
  return cases.map((one) => ({ ...one, score: judged.get(one.score.caseKey) ?? one.score }));
}

const isRedacted = ({ conversations }: Scored): boolean =>
  conversations.some(({ answers }) => answers?.some((answer) => MARK.test(answer)));

/**
 * Where identifiers were taken out of an answer, the detector does not see what was said: it cannot overrule who did.
 * `before` is the verdict of such a case, and undefined for any other.
 */
function honest(score: ScoreRow, before: { verdict: string } | undefined): ScoreRow {
  if (before === undefined || before.verdict === score.verdict) return score;
  const reason = `The stored answer has its identifiers taken out, so this detector cannot judge what was really said; before: ${before.verdict}.`;
  return { ...score, verdict: 'unscored', reason, evidence: '' };
}

async function letCount(deps: RescoreDeps, tx: Sql, auditId: string, scoring: number, at: string): Promise<void> {
  const audit = await auditsRepo.byId(tx, auditId, true);
  if (audit === null || audit.scoring >= scoring) throw new StudioError('conflict', 'Another re-score came first.');
  await auditsRepo.setScoring(tx, auditId, scoring);
  const tallies = await findingsRepo.tallies(tx, auditId);
  const findings = await renewFindings(deps, tx, audit, tallies, at);
  const told = await auditsRepo.rescoringOf(tx, auditId);
  await deps.lineage.append(tx, audit.rootId, [
    {
      parent: await deps.lineage.place(tx, audit),
      agentName: deps.auditor.name,
      operationType: 'rescore',
      timestamp: at,
      durationMs: Math.max(0, deps.clock.now() - Date.parse(at)),
      success: true,
      metadata: { version: deps.auditor.version, audit_id: auditId, scoring, findings, ...told },
    },
  ]);
  await writeReport(deps, tx, auditId, at, tallies);
  await deps.live.publish(tx, [{ kind: 'audit_rescored', audit_id: auditId, findings }]);
}
