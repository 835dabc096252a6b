/** Findings are groups of failed scores by pattern; what they count is read from the scores. */

import type { FindingEvent, FindingRow, FindingStatus } from '@sacred-qa/contracts/finding';
import type { Severity } from '@sacred-qa/contracts/pack';
import type { Sql } from '@sacred-qa/foundation/database';
import { orm } from '@sacred-qa/foundation/database/drizzle';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { findingEvents, findings, reports } from '../schema.ts';

const { and, asc, eq } = orm;

export interface PatternTally {
  patternId: string;
  failed: number;
  scored: number;
  /** Cases × repeats that were planned. */
  asked: number;
  /** Why trials failed, each reason once. */
  reasons: string[];
  /** True when a case failed often enough: once, or as often as the run's `fail_at` says. */
  failing: boolean;
  /** True when every failure only hints: a judge gave it that nobody measured in that language. */
  hinting: boolean;
}

export interface NewFinding {
  id: string;
  auditId: string;
  patternId: string;
  rootId: string;
  seq: number;
  severity: Severity;
  advisory: boolean;
  status: FindingStatus;
  statusReason: string | null;
  causes: string[];
  at: string;
}

export interface NewFindingEvent {
  id: string;
  findingId: string;
  rootId: string;
  seq: number;
  status: FindingStatus;
  reason: string;
  author: string;
  retestAuditId: string | null;
  createdAt: string;
}

/** What a change of a finding, or a look back at it, starts from. */
export interface StoredFinding {
  id: string;
  auditId: string;
  patternId: string;
  rootId: string;
  seq: number;
  status: FindingStatus;
  statusReason: string | null;
  causes: string[];
  updatedAt: string;
}

export interface FindingFilter {
  status: string | null;
  severity: string | null;
  pattern: string | null;
  audit: string | null;
}

const STORED = `f.id, f.audit_id as "auditId", f.pattern_id as "patternId", f.root_id as "rootId", f.seq, f.status,
  f.status_reason as "statusReason", f.causes, ${isoSql('f.updated_at')} as "updatedAt"`;

export const findingsRepo = {
  async tallies(sql: Sql, auditId: string): Promise<PatternTally[]> {
    return sql.query<PatternTally>(
      `select c.pattern_id as "patternId", count(*)::int as asked,
         count(*) filter (where c.verdict = 'fail')::int as failed,
         count(*) filter (where c.verdict in ('pass', 'fail'))::int as scored,
         coalesce(array_agg(distinct c.reason) filter (where c.verdict = 'fail'), '{}') as reasons,
         coalesce(max(c.case_failed) filter (where c.verdict = 'fail'), 0)
           >= coalesce((select (a.options->>'fail_at')::int from audits a where a.id = $1), 1) as failing,
         coalesce(bool_and(c.advisory) filter (where c.verdict = 'fail'), false) as hinting
       from (select p.pattern_id, p.case_key, s.verdict, s.reason, s.advisory,
           count(*) filter (where s.verdict = 'fail') over (partition by p.pattern_id, p.case_id) as case_failed
         from (select distinct pattern_id, case_id, case_key from attempts where audit_id = $1 and state <> 'skipped') p
         left join current_scores s on s.audit_id = $1 and s.case_key = p.case_key) c
       group by c.pattern_id order by c.pattern_id`,
      [auditId],
    );
  },

  async insert(sql: Sql, all: readonly NewFinding[]): Promise<void> {
    if (all.length === 0) return;
    await sql.orm
      .insert(findings)
      .values(all.map(({ at, ...finding }) => ({ ...finding, createdAt: at, updatedAt: at })));
  },

  async ofAudit(sql: Sql, auditId: string) {
    return sql.orm.select().from(findings).where(eq(findings.auditId, auditId)).orderBy(asc(findings.seq));
  },

  async byId(sql: Sql, id: string, lock = false): Promise<StoredFinding | null> {
    const [row] = await sql.query<StoredFinding>(
      `select ${STORED} from findings f where f.id = $1 ${lock ? 'for update' : ''}`,
      [id],
    );
    return row ?? null;
  },

  /** Newest first, over all audits; what a retest found is told by the finding that it looked at. */
  async list(sql: Sql, filter: FindingFilter, beforeId: string | null, limit: number): Promise<FindingRow[]> {
    return sql.query<FindingRow>(
      `select f.id, f.root_id || '.' || f.seq as lineage_id, f.audit_id, a.target_spec->>'name' as target, f.pattern_id,
         coalesce((select p->>'title' from jsonb_array_elements(a.pack->'patterns') p where p->>'id' = f.pattern_id),
           f.pattern_id) as title,
         f.severity, f.advisory or coalesce((select bool_and(s.advisory) from current_scores s where s.audit_id = f.audit_id
           and s.pattern_id = f.pattern_id and s.verdict = 'fail'), false) as advisory, f.status, f.status_reason, ${isoSql('f.created_at')} as created_at,
         ${isoSql('f.updated_at')} as updated_at
       from findings f join audits a on a.id = f.audit_id
       where ($1::text is null or f.status = $1) and ($2::text is null or f.severity = $2)
         and ($3::text is null or f.pattern_id = $3) and ($4::uuid is null or f.audit_id = $4)
         and (a.retest_of is null or f.audit_id = $4) and ($5::uuid is null or f.id < $5)
       order by f.id desc limit $6`,
      [filter.status, filter.severity, filter.pattern, filter.audit, beforeId, limit],
    );
  },

  /** The latest finding of each pattern in earlier runs against the same target. */
  async earlier(sql: Sql, audit: { id: string; targetId: string }): Promise<StoredFinding[]> {
    return sql.query<StoredFinding>(
      `select distinct on (f.pattern_id) ${STORED} from audits a join findings f on f.audit_id = a.id
       where a.target_id = $1 and a.id < $2 and a.retest_of is null order by f.pattern_id, f.id desc`,
      [audit.targetId, audit.id],
    );
  },

  async setStatus(
    sql: Sql,
    change: { id: string; status: FindingStatus; reason: string | null; at: string },
  ): Promise<void> {
    await sql.query('update findings set status = $2, status_reason = $3, updated_at = $4 where id = $1', [
      change.id,
      change.status,
      change.reason,
      change.at,
    ]);
  },

  async insertEvents(sql: Sql, events: readonly NewFindingEvent[]): Promise<void> {
    if (events.length > 0) await sql.orm.insert(findingEvents).values([...events]);
  },

  /** What was decided on the findings of an audit, oldest first. */
  async eventsOf(sql: Sql, auditId: string): Promise<(FindingEvent & { finding_id: string })[]> {
    return sql.query(
      `select e.finding_id, ${isoSql('e.created_at')} as at, e.status, e.reason, e.author as by,
         e.root_id || '.' || e.seq as lineage_id, e.retest_audit_id
       from finding_events e join findings f on f.id = e.finding_id where f.audit_id = $1 order by e.id`,
      [auditId],
    );
  },

  /** Cases of the pattern that failed at least once, by the verdicts that count. */
  async failedCases(sql: Sql, auditId: string, patternIds: readonly string[]): Promise<string[]> {
    const rows = await sql.query<{ name: string }>(
      `select distinct pattern_id || '/' || case_id as name from current_scores s
       where s.audit_id = $1 and s.verdict = 'fail' and s.pattern_id = any($2::text[]) order by name`,
      [auditId, patternIds],
    );
    return rows.map((row) => row.name);
  },

  async insertReport(
    sql: Sql,
    report: {
      id: string;
      auditId: string;
      rootId: string;
      seq: number;
      format: string;
      sha256: string;
      createdAt: string;
    },
  ): Promise<void> {
    await sql.orm.insert(reports).values(report);
  },

  async reportOf(sql: Sql, auditId: string) {
    const [row] = await sql.orm
      .select()
      .from(reports)
      .where(and(eq(reports.auditId, auditId), eq(reports.format, 'html')));
    return row ?? null;
  },
};
