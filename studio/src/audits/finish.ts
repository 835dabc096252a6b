/** Ends a run: findings from the scores, the report, the `finished` node; one commit, exactly once. */
import { hash } from 'node:crypto';
import type { ReportData } from '@sacred-qa/contracts/report';
import type { Clock } from '@sacred-qa/foundation/clock';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { Agent } from '../agents/agent.ts';
import type { LiveEvents } from '../events/live-events.ts';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import type { NodeDraft } from '../lineage/lineage.ts';
import { qaLogsRepo } from '../qa-logs/qa-logs.repo.ts';
import { attemptsRepo } from './attempts.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { causesOf } from './finding-causes.ts';
import { findingsRepo, type NewFinding, type PatternTally } from './findings.repo.ts';
import { listEndedAttempts, listRest } from './list-attempts.ts';
import { decisionKept, settleRetest } from './remembered.ts';
import { type ReportSetting, readReportData } from './report-data.ts';

export interface FinishDeps {
  db: Database;
  lineage: LineageRepo;
  clock: Clock;
  newId: NewId;
  live: LiveEvents;
  auditor: { name: string; version: string };
  scribe: Agent<ReportData, string>;
  reportSetting: () => ReportSetting;
}

/** True when this call ended the run; false when something is left to ask, or another process ended it. */
export async function finishRun(deps: FinishDeps, auditId: string): Promise<boolean> {
  const before = await auditsRepo.byId(deps.db, auditId);
  if (before === null || before.state !== 'running') return false;
  if ((await attemptsRepo.openCount(deps.db, auditId)) > 0) return false;
  if ((await attemptsRepo.unscoredCaseKeys(deps.db, auditId, 1)).length > 0) return false;
  await listEndedAttempts(deps, before);
  await auditsRepo.takeStatistics(deps.db);
  const ended = await deps.db.transaction(async (tx) => {
    const audit = await auditsRepo.byId(tx, auditId, true);
    if (audit === null || audit.state !== 'running') return false;
    await writeEnd(deps, tx, audit, 'completed');
    return true;
  });
  if (ended) deps.live.wake();
  return ended;
}

/** Ends an unfinished run now: what is open is not asked, what was judged becomes findings and a report. */
export async function cancelRun(deps: FinishDeps, auditId: string): Promise<void> {
  await deps.db.transaction((tx) => cancelRunIn(deps, tx, auditId));
  deps.live.wake();
}

/** The same within the caller's transaction; live views are to be woken after it. */
export async function cancelRunIn(deps: FinishDeps, tx: Sql, auditId: string): Promise<void> {
  const audit = await auditsRepo.byId(tx, auditId, true);
  if (audit === null || audit.state === 'cancelled' || audit.state === 'completed') return;
  await attemptsRepo.cancelOpen(tx, auditId);
  await listRest(deps, tx, audit);
  await writeEnd(deps, tx, audit, 'cancelled');
}

type End = 'completed' | 'cancelled';

async function writeEnd(deps: FinishDeps, tx: Sql, audit: Audit, end: End): Promise<void> {
  const at = isoOf(deps.clock.now());
  const tallies = await findingsRepo.tallies(tx, audit.id);
  const findings = await renewFindings(deps, tx, audit, tallies, at);
  const start = await startOf(deps, tx, audit);
  await deps.lineage.append(tx, audit.rootId, [finishedNode(deps, audit, start, at, { end, findings })], -1);
  await settleRetest(deps, tx, audit, tallies, at);
  await auditsRepo.end(tx, audit.id, end, at);
  await tx.query('update sankalpa set status = $3, updated_at = $2 where id = $1', [
    audit.sankalpaId,
    at,
    end === 'completed' ? 'completed' : 'abandoned',
  ]);
  await writeReport(deps, tx, audit.id, at, tallies);
  await deps.live.publish(tx, [{ kind: `audit_${end}`, audit_id: audit.id, findings }]);
}

async function startOf(deps: FinishDeps, tx: Sql, audit: Audit): Promise<{ seq: number; depth: number }> {
  const start = await deps.lineage.place(tx, audit);
  if (start === null) throw new Error(`the start node of audit ${audit.id} is missing`);
  return start;
}

/** Opens a finding, with its node, for each failing pattern that has none yet; answers how many patterns fail. */
export async function renewFindings(
  deps: FinishDeps,
  tx: Sql,
  audit: Audit,
  tallies: readonly PatternTally[],
  at: string,
): Promise<number> {
  const failing = tallies.filter((tally) => tally.failing);
  const known = new Set((await findingsRepo.ofAudit(tx, audit.id)).map((finding) => finding.patternId));
  const fresh = failing.filter((tally) => !known.has(tally.patternId));
  if (fresh.length === 0) return failing.length;
  const earlier = new Map((await findingsRepo.earlier(tx, audit)).map((one) => [one.patternId, one]));
  const start = await startOf(deps, tx, audit);
  const ids = fresh.map(() => deps.newId());
  const nodes = await deps.lineage.append(
    tx,
    audit.rootId,
    fresh.map((tally, i) => findingNode(deps, audit, tally, ids[i] as string, start, at)),
  );
  await findingsRepo.insert(
    tx,
    fresh.map((tally, i) => ({
      ...newFinding(audit, tally, ids[i] as string, nodes[i]?.seq ?? 0, at),
      ...decisionKept(earlier.get(tally.patternId), tally),
    })),
  );
  return failing.length;
}

/** The report is rendered once here, so that its hash stands in the tree; reading it renders the same bytes again. */
export async function writeReport(
  deps: FinishDeps,
  tx: Sql,
  auditId: string,
  at: string,
  tallies: readonly PatternTally[],
): Promise<void> {
  const data = await readReportData(tx, auditId, { ...deps.reportSetting(), generatedAt: at, tallies });
  if (data === null) return;
  const startedMs = performance.now();
  const html = await deps.scribe.act(data);
  const sha256 = hash('sha256', html);
  const [rootId = '', seq = '0'] = data.lineage_id.split('.');
  const start = await deps.lineage.place(tx, { rootId, seq: Number(seq) });
  const reportId = deps.newId();
  const qaLogId = deps.newId();
  const [node] = await deps.lineage.append(tx, rootId, [
    {
      parent: start,
      agentName: deps.scribe.name,
      operationType: 'report',
      timestamp: at,
      durationMs: performance.now() - startedMs,
      success: true,
      metadata: { version: deps.scribe.version, report_id: reportId, format: 'html', sha256, qa_log_id: qaLogId },
    },
  ]);
  const place = { rootId, seq: node?.seq ?? 0 };
  await findingsRepo.insertReport(tx, { id: reportId, auditId, ...place, format: 'html', sha256, createdAt: at });
  await qaLogsRepo.insert(tx, [
    {
      id: qaLogId,
      agentId: deps.scribe.name,
      model: `rules@${deps.scribe.version}`,
      device: 'studio',
      request: { audit_id: auditId, totals: data.totals },
      response: { report_id: reportId, sha256, characters: html.length },
      ...place,
      at,
    },
  ]);
}

function findingNode(
  deps: FinishDeps,
  audit: Audit,
  tally: PatternTally,
  id: string,
  parent: { seq: number; depth: number },
  at: string,
): NodeDraft {
  return {
    parent,
    agentName: deps.auditor.name,
    operationType: 'finding',
    timestamp: at,
    durationMs: 0,
    success: true,
    metadata: {
      version: deps.auditor.version,
      finding_id: id,
      audit_id: audit.id,
      pattern_id: tally.patternId,
      failed: tally.failed,
      scored: tally.scored,
    },
  };
}

function finishedNode(
  deps: FinishDeps,
  audit: Audit,
  parent: { seq: number; depth: number },
  at: string,
  { end, findings }: { end: End; findings: number },
): NodeDraft {
  return {
    parent,
    agentName: deps.auditor.name,
    operationType: 'finished',
    timestamp: at,
    durationMs: Date.parse(at) - Date.parse(audit.startedAt ?? audit.createdAt),
    success: end === 'completed',
    metadata: {
      version: deps.auditor.version,
      audit_id: audit.id,
      findings,
      ...(end === 'cancelled' ? { cancelled: true } : {}),
    },
  };
}

function newFinding(
  audit: Audit,
  tally: PatternTally,
  id: string,
  seq: number,
  at: string,
): Omit<NewFinding, 'status' | 'statusReason'> {
  const pattern = audit.pack.patterns.find((p) => p.id === tally.patternId);
  if (pattern === undefined) throw new Error(`the stored pack has no pattern ${tally.patternId}`);
  return {
    id,
    auditId: audit.id,
    patternId: tally.patternId,
    rootId: audit.rootId,
    seq,
    severity: pattern.severity,
    advisory: isAdvisory(pattern, at),
    causes: causesOf(tally.reasons),
    at,
  };
}

/** An unsourced pattern, or one whose fact should have been looked at again, only hints. */
export const isAdvisory = (pattern: { verified: boolean; recheck_by?: string | undefined }, at: string): boolean =>
  !pattern.verified || (pattern.recheck_by !== undefined && pattern.recheck_by < at.slice(0, 10));
