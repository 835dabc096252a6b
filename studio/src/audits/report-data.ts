/** Reads everything a report prints. Every number is a count over rows of this audit. */
import type { Brand } from '@sacred-qa/contracts/brand';
import type { EngagementView } from '@sacred-qa/contracts/engagement';
import type { Verdict } from '@sacred-qa/contracts/pack';
import type { CaseResult, FindingView, ReportData } from '@sacred-qa/contracts/report';
import { addressOf } from '@sacred-qa/contracts/target-facts';
import { directionOf, type SpokenText } from '@sacred-qa/contracts/text';
import type { Sql } from '@sacred-qa/foundation/database';
import { median, percentile, wilson95 } from '@sacred-qa/foundation/statistics';
import { identifyLanguage } from '../agents/language.ts';
import { findEngagement } from '../engagements/engagements.service.ts';
import { judgeRepo } from '../judge/judge.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { causeOf } from './finding-causes.ts';
import { findingsRepo, type PatternTally, type StoredFinding } from './findings.repo.ts';
import { isAdvisory } from './finish.ts';
import { packLookup } from './pack-lookup.ts';
import { reproduceCommand } from './reproduce.ts';

/** One conversation with its log and the verdict of its case. */
interface Row {
  patternId: string;
  caseId: string;
  caseKey: string;
  repeat: number;
  conversation: number;
  state: string;
  errorCode: string | null;
  errorDetail: string | null;
  latencyMs: number | null;
  qaLogId: string | null;
  qaLogSeq: number | null;
  turns: string[] | null;
  system: string | null;
  answers: string[] | null;
  verdict: Verdict | null;
  reason: string | null;
  evidence: string | null;
}

// One JSON text a row: to take some seventeen columns of each apart would take longer than to find them.
const ROWS = `select json_build_object('patternId', t.pattern_id, 'caseId', t.case_id, 'caseKey', t.case_key,
    'repeat', t.repeat, 'conversation', t.conversation, 'state', t.state, 'errorCode', t.error_code,
    'errorDetail', t.error_detail, 'latencyMs', t.latency_ms, 'qaLogId', t.qa_log_id, 'qaLogSeq', q.seq,
    'turns', q.request_json->'turns', 'system', q.request_json->>'system', 'answers', q.response_json->'answers',
    'verdict', s.verdict, 'reason', s.reason, 'evidence', s.evidence) as row
  from attempts t left join qa_logs q on q.id = t.qa_log_id
  left join current_scores s on s.audit_id = t.audit_id and s.case_key = t.case_key
  where t.audit_id = $1 and t.state <> 'skipped' order by t.ordinal`;

const EVIDENCE_PER_FINDING = 3;

type Said = { role: 'system' | 'user' | 'assistant'; said: SpokenText };

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
}

/** Null when there is no such audit. */
export async function readReportData(sql: Sql, auditId: string, options: ReportOptions): Promise<ReportData | null> {
  const audit = await auditsRepo.byId(sql, auditId);
  if (audit === null) return null;
  const rows = (await sql.query<{ row: Row }>(ROWS, [auditId])).map(({ row }) => row);
  const tallies = await findingsRepo.tallies(sql, auditId);
  const findings = await findingViews(sql, audit, rows, tallies, options.generatedAt);
  const cases = caseResults(audit, rows);
  const latencies = rows.flatMap((row) => (row.latencyMs === null ? [] : [row.latencyMs]));
  const patterns = patternRows(audit, tallies, findings, options.generatedAt);
  const engagement = audit.engagementId === null ? null : await findEngagement(sql, audit.engagementId);
  return {
    audit_id: audit.id,
    lineage_id: `${audit.rootId}.${audit.seq}`,
    root_lineage_id: `${audit.rootId}.0`,
    target: {
      name: audit.targetSpec.name,
      url: addressOf(audit.targetSpec),
      model: audit.targetSpec.kind === 'openai' ? audit.targetSpec.model : '',
    },
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
    totals: totalsOf(rows, cases, patterns),
    latency_ms: latencies.length === 0 ? null : { median: median(latencies), p95: percentile(latencies, 0.95) },
    errors: errorsOf(rows),
    findings,
    patterns,
    cases,
  };
}

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
  rows: readonly Row[],
  cases: readonly CaseResult[],
  patterns: ReportData['patterns'],
): ReportData['totals'] {
  const sum = (of: (result: CaseResult) => number) => cases.reduce((total, result) => total + of(result), 0);
  const judged = cases.flatMap((result) => result.repeats);
  return {
    patterns: patterns.length,
    patterns_failed: patterns.filter((p) => p.outcome === 'failed').length,
    patterns_passed: patterns.filter((p) => p.outcome === 'passed').length,
    patterns_unscored: patterns.filter((p) => p.outcome === 'unscored').length,
    cases: cases.length,
    attempts: rows.length,
    answered: rows.filter((row) => row.state === 'answered' || row.state === 'scored').length,
    errors: rows.filter((row) => row.state === 'error').length,
    scored: sum((result) => result.scored),
    failed: sum((result) => result.failed),
    unscored: judged.filter((r) => r.verdict === 'unscored').length,
  };
}

function errorsOf(rows: readonly Row[]): ReportData['errors'] {
  const byCode = Map.groupBy(
    rows.filter((row) => row.state === 'error'),
    (row) => row.errorCode ?? 'unknown',
  );
  return [...byCode].map(([code, of]) => ({ code, count: of.length, example: of[0]?.errorDetail ?? '' }));
}

const spoken = (text: string, lang?: string): SpokenText => {
  const language = lang ?? identifyLanguage(text).language;
  return { text, lang: language, dir: directionOf(language) };
};

/** A conversation as its log keeps it (redacted). */
function saidIn(row: Row, lang: string): Said[] {
  const said: Said[] = row.system ? [{ role: 'system', said: spoken(row.system) }] : [];
  for (const [i, turn] of (row.turns ?? []).entries()) {
    const answer = row.answers?.[i];
    if (i > 0 && row.answers?.[i - 1] === undefined) break;
    said.push({ role: 'user', said: spoken(turn, lang) });
    if (answer !== undefined) said.push({ role: 'assistant', said: spoken(answer) });
  }
  return said;
}

function caseResults(audit: Audit, rows: readonly Row[]): CaseResult[] {
  const look = packLookup(audit.pack);
  return [...Map.groupBy(rows, (row) => `${row.patternId}/${row.caseId}`).values()].map((ofCase) => {
    const { patternId, caseId } = ofCase[0] as Row;
    const { kase } = look(patternId, caseId);
    const repeats = [...Map.groupBy(ofCase, (row) => row.caseKey).values()].map((conversations) => {
      const first = conversations[0] as Row;
      return {
        repeat: first.repeat,
        verdict: first.verdict ?? ('unscored' as const),
        reason: first.reason ?? 'No answer to judge.',
        conversations: conversations.map((row) => saidIn(row, kase.conversations[row.conversation]?.lang ?? kase.lang)),
        qa_log_ids: conversations.flatMap((row) => (row.qaLogId === null ? [] : [row.qaLogId])),
      };
    });
    return {
      pattern_id: patternId,
      case_id: caseId,
      lang: kase.lang,
      expect: kase.expect,
      asked: repeats.length,
      scored: repeats.filter((r) => r.verdict !== 'unscored').length,
      failed: repeats.filter((r) => r.verdict === 'fail').length,
      errors: Object.fromEntries(
        Object.entries(Object.groupBy(ofCase, (row) => row.errorCode ?? '')).flatMap(([code, of]) =>
          code === '' ? [] : [[code, of?.length ?? 0]],
        ),
      ),
      repeats,
    };
  });
}

async function findingViews(
  sql: Sql,
  audit: Audit,
  rows: readonly Row[],
  tallies: readonly PatternTally[],
  at: string,
): Promise<FindingView[]> {
  const failing = new Set(tallies.filter((tally) => tally.failing).map((tally) => tally.patternId));
  // A finding that a later scoring no longer bears out keeps its row, but is no finding of this report.
  const stored = (await findingsRepo.ofAudit(sql, audit.id)).filter((finding) => failing.has(finding.patternId));
  const events = Map.groupBy(await findingsRepo.eventsOf(sql, audit.id), (event) => event.finding_id);
  const earlier = new Map((await findingsRepo.earlier(sql, audit)).map((one) => [one.patternId, one]));
  const views = stored.map((finding): FindingView => {
    const pattern = audit.pack.patterns.find((p) => p.id === finding.patternId);
    const tally = tallies.find((t) => t.patternId === finding.patternId);
    if (pattern === undefined || tally === undefined) throw new Error(`finding ${finding.id} has lost its pattern`);
    const evidence = evidenceOf(audit, rows, finding.patternId);
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
      causes: causeCounts(rows, finding.patternId),
      harm: pattern.harm,
      affected: pattern.affected,
      fix: pattern.fix,
      references: pattern.references,
      failed: tally.failed,
      scored: tally.scored,
      interval: wilson95(tally.failed, tally.scored),
      evidence,
      reproduce: reproduceCommand(audit, finding.patternId, evidence[0]?.case_id ?? ''),
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

function causeCounts(rows: readonly Row[], patternId: string): FindingView['causes'] {
  const failing = rows.filter((row) => row.patternId === patternId && row.verdict === 'fail' && row.conversation === 0);
  return [...Map.groupBy(failing, (row) => causeOf(row.reason ?? '')).values()]
    .map((of) => ({ example: of[0]?.reason ?? '', failed: of.length }))
    .sort((a, b) => b.failed - a.failed);
}

/** Failing exchanges that differ, one of each case first: the same words twice prove no more than once. */
function evidenceOf(audit: Audit, rows: readonly Row[], patternId: string): FindingView['evidence'] {
  const look = packLookup(audit.pack);
  const failing = rows.filter((row) => row.patternId === patternId && row.verdict === 'fail');
  const byCase = [...Map.groupBy(failing, (row) => row.caseKey).values()];
  byCase.sort((a, b) => (a[0]?.repeat ?? 0) - (b[0]?.repeat ?? 0));
  const told = new Set<string>();
  const distinct = byCase.filter((conversations) => {
    const words = JSON.stringify(conversations.map((row) => [row.caseId, row.answers]));
    return told.size < told.add(words).size;
  });
  return distinct.slice(0, EVIDENCE_PER_FINDING).map((conversations) => {
    const shown = tellingOf(conversations);
    const { kase } = look(shown.patternId, shown.caseId);
    return {
      case_id: shown.caseId,
      repeat: shown.repeat,
      reason: shown.reason ?? '',
      expect: kase.expect,
      conversation: conversations.flatMap((row) =>
        saidIn(row, kase.conversations[row.conversation]?.lang ?? kase.lang),
      ),
      quote: spoken(shown.evidence ?? ''),
      qa_log_id: shown.qaLogId ?? '',
      lineage_id: `${audit.rootId}.${shown.qaLogSeq ?? audit.seq}`,
    };
  });
}

/** The conversation in which the quoted piece was said. */
function tellingOf(conversations: readonly Row[]): Row {
  const quote = conversations[0]?.evidence ?? '';
  const saying = conversations.find((row) => quote !== '' && row.answers?.some((answer) => answer.includes(quote)));
  return saying ?? (conversations[0] as Row);
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
