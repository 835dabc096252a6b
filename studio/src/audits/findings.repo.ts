/** Findings are groups of failed scores by pattern; what they count is read from the scores. */

import type { Severity } from '@sacred-qa/contracts/pack';
import type { Sql } from '@sacred-qa/foundation/database';
import { and, asc, eq } from 'drizzle-orm';
import { findings, reports } from '../schema.ts';

export interface PatternTally {
  patternId: string;
  failed: number;
  scored: number;
  /** Cases × repeats that were planned. */
  asked: number;
}

export interface NewFinding {
  id: string;
  auditId: string;
  patternId: string;
  rootId: string;
  seq: number;
  severity: Severity;
  advisory: boolean;
  at: string;
}

export const findingsRepo = {
  async tallies(sql: Sql, auditId: string): Promise<PatternTally[]> {
    return sql.query<PatternTally>(
      `select p.pattern_id as "patternId", count(*)::int as asked,
         count(s.id) filter (where s.verdict = 'fail')::int as failed,
         count(s.id) filter (where s.verdict in ('pass', 'fail'))::int as scored
       from (select distinct pattern_id, case_key from attempts where audit_id = $1) p
       left join scores s on s.audit_id = $1 and s.case_key = p.case_key
       group by p.pattern_id order by p.pattern_id`,
      [auditId],
    );
  },

  async insert(sql: Sql, all: readonly NewFinding[]): Promise<void> {
    if (all.length === 0) return;
    await sql.orm
      .insert(findings)
      .values(all.map(({ at, ...finding }) => ({ ...finding, status: 'open', createdAt: at, updatedAt: at })));
  },

  async ofAudit(sql: Sql, auditId: string) {
    return sql.orm.select().from(findings).where(eq(findings.auditId, auditId)).orderBy(asc(findings.seq));
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
