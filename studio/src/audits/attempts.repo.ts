/** Leases of attempts, and the one commit that an answer goes into. */
import type { Verdict } from '@sacred-qa/contracts/pack';
import type { Sql } from '@sacred-qa/foundation/database';

export interface LeasedAttempt {
  caseKey: string;
  conversation: number;
  ordinal: number;
  patternId: string;
  caseId: string;
  repeat: number;
  tries: number;
}

export interface AttemptOutcome {
  caseKey: string;
  conversation: number;
  state: 'answered' | 'error' | 'new';
  qaLogId: string | null;
  errorCode: string | null;
  errorDetail: string | null;
  latencyMs: number | null;
  at: string;
}

export interface ScoreRow {
  id: string;
  patternId: string;
  caseId: string;
  caseKey: string;
  repeat: number;
  detectorId: string;
  detectorVersion: string;
  configHash: string;
  verdict: Verdict;
  reason: string;
  evidence: string;
  at: string;
}

/** One conversation of a case as it stands: null `text` until it was answered. */
export interface CaseConversation {
  caseKey: string;
  conversation: number;
  patternId: string;
  caseId: string;
  repeat: number;
  state: string;
  errorCode: string | null;
  /** The assistant's turns as stored (redacted), in order. */
  answers: string[] | null;
}

const ATTEMPT = `t.case_key as "caseKey", t.conversation, t.ordinal, t.pattern_id as "patternId", t.case_id as "caseId",
  t.repeat, t.tries`;

export const attemptsRepo = {
  /** Takes up to `limit` attempts that nobody holds. Two workers never get the same one. */
  async lease(
    sql: Sql,
    auditId: string,
    lease: { owner: string; until: string; now: string; limit: number },
  ): Promise<LeasedAttempt[]> {
    const rows = await sql.query<LeasedAttempt>(
      `with free as (
         select case_key, conversation from attempts
         where audit_id = $1 and (state = 'new' or (state = 'sent' and lease_until < $2))
         order by ordinal limit $3 for update skip locked)
       update attempts t set state = 'sent', tries = t.tries + 1, leased_by = $4, lease_until = $5
       from free where t.audit_id = $1 and t.case_key = free.case_key and t.conversation = free.conversation
       returning ${ATTEMPT}`,
      [auditId, lease.now, lease.limit, lease.owner, lease.until],
    );
    return rows.sort((a, b) => a.ordinal - b.ordinal);
  },

  /** Holds what an owner has under way for longer. */
  async renewLeases(sql: Sql, auditId: string, owner: string, until: string): Promise<void> {
    await sql.query(`update attempts set lease_until = $3 where audit_id = $1 and leased_by = $2 and state = 'sent'`, [
      auditId,
      owner,
      until,
    ]);
  },

  /** Gives back what an owner held that asks no more; what anybody held when none is named. */
  async freeLeases(sql: Sql, owner: string | null): Promise<void> {
    await sql.query(
      `update attempts set state = 'new', leased_by = null, lease_until = null
       where state = 'sent' and ($1::text is null or leased_by = $1)`,
      [owner],
    );
  },

  /** Writes outcomes of attempts that this owner still holds; answers which ones those were. */
  async settle(
    sql: Sql,
    auditId: string,
    owner: string,
    outcomes: readonly AttemptOutcome[],
  ): Promise<{ caseKey: string; conversation: number }[]> {
    return sql.query(
      `update attempts t set state = o.state, qa_log_id = o."qaLogId", error_code = o."errorCode",
         error_detail = o."errorDetail", latency_ms = o."latencyMs", answered_at = o.at, leased_by = null, lease_until = null
       from json_to_recordset($3::json) as o("caseKey" text, conversation int, state text, "qaLogId" uuid, "errorCode" text,
         "errorDetail" text, "latencyMs" float8, at timestamptz)
       where t.audit_id = $1 and t.case_key = o."caseKey" and t.conversation = o.conversation and t.state = 'sent'
         and t.leased_by = $2
       returning t.case_key as "caseKey", t.conversation`,
      [auditId, owner, JSON.stringify(outcomes)],
    );
  },

  /** Every conversation of the given cases, with the answers that are stored. */
  async conversations(sql: Sql, auditId: string, caseKeys: readonly string[]): Promise<CaseConversation[]> {
    return sql.query<CaseConversation>(
      `select t.case_key as "caseKey", t.conversation, t.pattern_id as "patternId", t.case_id as "caseId", t.repeat, t.state,
         t.error_code as "errorCode", q.response_json->'answers' as answers
       from attempts t left join qa_logs q on q.id = t.qa_log_id
       where t.audit_id = $1 and t.case_key = any($2::text[]) order by t.case_key, t.conversation`,
      [auditId, caseKeys],
    );
  },

  /** Cases of which every conversation has ended and which have no score yet. */
  async unscoredCaseKeys(sql: Sql, auditId: string, limit: number): Promise<string[]> {
    const rows = await sql.query<{ caseKey: string }>(
      `select t.case_key as "caseKey" from attempts t where t.audit_id = $1
         and not exists (select 1 from scores s where s.audit_id = $1 and s.case_key = t.case_key)
       group by t.case_key having bool_and(t.state in ('answered', 'error')) order by min(t.ordinal) limit $2`,
      [auditId, limit],
    );
    return rows.map((row) => row.caseKey);
  },

  async insertScores(sql: Sql, auditId: string, scores: readonly ScoreRow[]): Promise<void> {
    if (scores.length === 0) return;
    await sql.query(
      `insert into scores (id, audit_id, pattern_id, case_id, case_key, repeat, detector_id, detector_version, config_hash,
         verdict, reason, evidence, created_at)
       select id, $1, "patternId", "caseId", "caseKey", repeat, "detectorId", "detectorVersion", "configHash", verdict, reason,
         evidence, at
       from json_to_recordset($2::json) as x(id uuid, "patternId" text, "caseId" text, "caseKey" text, repeat int,
         "detectorId" text, "detectorVersion" text, "configHash" text, verdict text, reason text, evidence text, at timestamptz)
       on conflict do nothing`,
      [auditId, JSON.stringify(scores)],
    );
    await sql.query(
      `update attempts set state = 'scored' where audit_id = $1 and state = 'answered' and case_key = any($2::text[])`,
      [auditId, scores.map((score) => score.caseKey)],
    );
  },

  async cancelOpen(sql: Sql, auditId: string): Promise<void> {
    await sql.query(
      `update attempts set state = 'cancelled', leased_by = null, lease_until = null
       where audit_id = $1 and state in ('new', 'sent')`,
      [auditId],
    );
  },

  async openCount(sql: Sql, auditId: string): Promise<number> {
    const [row] = await sql.query<{ n: number }>(
      `select count(*)::int as n from attempts where audit_id = $1 and state in ('new', 'sent')`,
      [auditId],
    );
    return row?.n ?? 0;
  },

  /** Ended attempts that no `attempts` node lists yet: their qa log still stands at the run's start node. */
  async unlisted(sql: Sql, auditId: string, startSeq: number, limit: number): Promise<UnlistedAttempt[]> {
    return sql.query<UnlistedAttempt>(
      `select t.case_key as "caseKey", t.conversation, t.qa_log_id as "qaLogId", t.state,
         q.request_json as request, q.response_json as response
       from attempts t join qa_logs q on q.id = t.qa_log_id
       where t.audit_id = $1 and q.seq = $2 order by t.qa_log_id limit $3`,
      [auditId, startSeq, limit],
    );
  },

  async listUnder(sql: Sql, qaLogIds: readonly string[], seq: number): Promise<void> {
    await sql.query('update qa_logs set seq = $2 where id = any($1::uuid[])', [qaLogIds, seq]);
  },
};

export interface UnlistedAttempt {
  caseKey: string;
  conversation: number;
  qaLogId: string;
  state: string;
  request: unknown;
  response: unknown;
}
