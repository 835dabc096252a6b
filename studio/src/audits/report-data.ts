/** Reads everything a report prints. Every number is a count over rows of this audit. */
import type { Brand } from '@sacred-qa/contracts/brand';
import type { EngagementView } from '@sacred-qa/contracts/engagement';
import type { CaseResult, FindingView, ReportData } from '@sacred-qa/contracts/report';
import { addressOf } from '@sacred-qa/contracts/target-facts';
import type { Sql } from '@sacred-qa/foundation/database';
import { median, percentile, wilson95 } from '@sacred-qa/foundation/statistics';
import { findEngagement } from '../engagements/engagements.service.ts';
import { judgeRepo } from '../judge/judge.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { findingsRepo, type PatternTally, type StoredFinding } from './findings.repo.ts';
import { isAdvisory } from './finish.ts';
import type { Gathered } from './report-rows.ts';
import { reproduceCommand } from './reproduce.ts';
import { readFailures, readWholeRun } from './whole-run.ts';

/** What a report bears of the studio that makes it. */
export interface ReportSetting {
  studioVersion: string;
  brand: Brand;
  /** The public key of sealed evidence; null when the studio's key cannot be read. */
  sealKey: string | null;
}

export interface ReportOptions extends ReportSetting {
  generatedAt: string;
  summaryLang?: 'hi' | undefined;
  /** The client’s figures; those of the engagement when left out. */
  monthlyUsers?: number | undefined;
  lossPerCasePaise?: number | undefined;
  /** Those of the audit, where the caller has counted them in the same transaction. */
  tallies?: readonly PatternTally[] | undefined;
}

/** Null when there is no such audit. */
export async function readReportData(sql: Sql, auditId: string, options: ReportOptions): Promise<ReportData | null> {
  const audit = await auditsRepo.byId(sql, auditId);
  if (audit === null) return null;
  const { gathered, tallies } = await readWholeRun(sql, audit, options.tallies);
  const findings = await findingViews(sql, audit, gathered.failures, tallies, options.generatedAt);
  const patterns = patternRows(audit, tallies, findings, options.generatedAt);
  const engagement = audit.engagementId === null ? null : await findEngagement(sql, audit.engagementId);
  return {
    audit_id: audit.id,
    lineage_id: `${audit.rootId}.${audit.seq}`,
    root_lineage_id: `${audit.rootId}.0`,
    target: targetOf(audit),
    scope: { allowed_by: audit.scope.allowed_by ?? null },
    brand: options.brand,
    seal_key: options.sealKey,
    summary_lang: options.summaryLang ?? null,
    engagement: engagement && termsOf(engagement),
    volume: volumeOf(options, engagement),
    retest_of: audit.retestOf,
    not_asked: notAsked(audit, tallies),
    pack: { id: audit.packId, version: audit.packVersion, hash: audit.packHash, title: audit.pack.title },
    studio_version: options.studioVersion,
    state: audit.state,
    rescored: await auditsRepo.rescoringOf(sql, auditId),
    judging: await judgeRepo.judgingOf(sql, audit),
    started_at: audit.startedAt ?? audit.createdAt,
    finished_at: audit.finishedAt,
    generated_at: options.generatedAt,
    totals: totalsOf(gathered, patterns),
    latency_ms: latencyOf(gathered.latenciesMs),
    errors: gathered.errors,
    findings,
    patterns,
    cases: gathered.cases,
  };
}

/** The findings of a report without the rest of it, with the finding `also` in any case, and whose they are. Null when there is no such audit. */
export async function readFindings(
  sql: Sql,
  auditId: string,
  { at, also }: { at: string; also?: string | undefined },
): Promise<Pick<ReportData, 'findings' | 'target'> | null> {
  const audit = await auditsRepo.byId(sql, auditId);
  if (audit === null) return null;
  const { failures, tallies } = await readFailures(sql, audit);
  const findings = await findingViews(sql, audit, failures, tallies, at, also);
  return { findings, target: targetOf(audit) };
}

const targetOf = ({ targetSpec }: Audit): ReportData['target'] => ({
  name: targetSpec.name,
  url: addressOf(targetSpec),
  model: targetSpec.kind === 'openai' ? targetSpec.model : '',
});

const latencyOf = (latenciesMs: readonly number[]): ReportData['latency_ms'] =>
  latenciesMs.length === 0 ? null : { median: median(latenciesMs), p95: percentile(latenciesMs, 0.95) };

const termsOf = ({ client, scope, price_paise, state }: EngagementView): ReportData['engagement'] => ({
  ...{ client, scope, price_paise, state },
});

function volumeOf(options: ReportOptions, engagement: EngagementView | null): ReportData['volume'] {
  const users = options.monthlyUsers ?? engagement?.monthly_users ?? null;
  const loss = options.lossPerCasePaise ?? engagement?.loss_per_case_paise ?? null;
  return users === null || loss === null ? null : { monthly_users: users, loss_per_case_paise: loss };
}

function notAsked(audit: Audit, tallies: readonly PatternTally[]): ReportData['not_asked'] {
  const asked = new Set(tallies.map((tally) => tally.patternId));
  return audit.pack.patterns
    .filter(({ id }) => !asked.has(id))
    .map(({ id, title, needs }) => ({ id, title, why: needs === undefined ? 'not_chosen' : 'not_applicable' }));
}

function totalsOf(
  { attempts, answered, errors, cases }: Gathered,
  patterns: ReportData['patterns'],
): ReportData['totals'] {
  const sum = (of: (result: CaseResult) => number) => cases.reduce((total, result) => total + of(result), 0);
  return {
    patterns: patterns.length,
    patterns_failed: patterns.filter((p) => p.outcome === 'failed').length,
    patterns_passed: patterns.filter((p) => p.outcome === 'passed').length,
    patterns_unscored: patterns.filter((p) => p.outcome === 'unscored').length,
    cases: cases.length,
    attempts,
    answered,
    errors: errors.reduce((total, { count }) => total + count, 0),
    scored: sum((result) => result.scored),
    failed: sum((result) => result.failed),
    unscored: sum((result) => result.repeats.filter(({ verdict }) => verdict === 'unscored').length),
  };
}

async function findingViews(
  sql: Sql,
  audit: Audit,
  failures: Gathered['failures'],
  tallies: readonly PatternTally[],
  at: string,
  also?: string,
): Promise<FindingView[]> {
  const failing = new Set(tallies.filter((tally) => tally.failing).map((tally) => tally.patternId));
  // A finding that a later scoring no longer bears out keeps its row, but is no finding of this report.
  const stored = (await findingsRepo.ofAudit(sql, audit.id)).filter(
    (finding) => failing.has(finding.patternId) || finding.id === also,
  );
  const events = Map.groupBy(await findingsRepo.eventsOf(sql, audit.id), (event) => event.finding_id);
  const earlier = new Map((await findingsRepo.earlier(sql, audit)).map((one) => [one.patternId, one]));
  const views = stored.map((finding): FindingView => {
    const pattern = audit.pack.patterns.find((p) => p.id === finding.patternId);
    const tally = tallies.find((t) => t.patternId === finding.patternId);
    if (pattern === undefined || tally === undefined) throw new Error(`finding ${finding.id} has lost its pattern`);
    const { causes, evidence } = failures.get(finding.patternId) ?? { causes: [], evidence: [] };
    return {
      id: finding.id,
      lineage_id: `${finding.rootId}.${finding.seq}`,
      pattern_id: finding.patternId,
      title: pattern.title,
      family: pattern.family,
      severity: finding.severity as FindingView['severity'],
      advisory: finding.advisory || tally.hinting || isAdvisory(pattern, at),
      status: finding.status as FindingView['status'],
      status_reason: finding.statusReason,
      history: (events.get(finding.id) ?? []).map(({ finding_id: _, ...event }) => event),
      earlier: earlierOf(earlier.get(finding.patternId)),
      causes,
      harm: pattern.harm,
      affected: pattern.affected,
      fix: pattern.fix,
      references: pattern.references,
      failed: tally.failed,
      scored: tally.scored,
      interval: wilson95(tally.failed, tally.scored),
      evidence,
      reproduce: reproduceCommand(audit, finding.patternId, evidence[0]?.case_id ?? null),
    };
  });
  const order = ['critical', 'high', 'medium', 'low'];
  return views.sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.failed / b.scored - a.failed / a.scored,
  );
}

function earlierOf(found: StoredFinding | undefined): FindingView['earlier'] {
  if (found === undefined) return null;
  const { id, auditId, status, statusReason, updatedAt } = found;
  return { finding_id: id, audit_id: auditId, status, reason: statusReason, at: updatedAt };
}

function patternRows(
  audit: Audit,
  tallies: readonly PatternTally[],
  findings: readonly FindingView[],
  at: string,
): ReportData['patterns'] {
  return audit.pack.patterns.flatMap((pattern) => {
    const tally = tallies.find((t) => t.patternId === pattern.id);
    if (tally === undefined) return [];
    const outcome = tally.failing ? 'failed' : tally.scored > 0 ? 'passed' : 'unscored';
    return [
      {
        id: pattern.id,
        title: pattern.title,
        family: pattern.family,
        severity: pattern.severity,
        outcome: outcome as 'failed' | 'passed' | 'unscored',
        failed: tally.failed,
        scored: tally.scored,
        asked: tally.asked,
        advisory: tally.hinting || isAdvisory(pattern, at),
        as_of: pattern.as_of ?? null,
        recheck_by: pattern.recheck_by ?? null,
        references: pattern.references,
        lineage_id: findings.find((f) => f.pattern_id === pattern.id)?.lineage_id ?? null,
      },
    ];
  });
}
