/** Leases of attempts, and the one commit that an answer goes into. */
import type { AuditState } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Verdict } from '@sacred-qa/contracts/pack';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { Spent } from './budget.ts';

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
  /** `new` gives the attempt back, `skipped` ends one whose case is decided without it. */
  state: 'answered' | 'scored' | 'error' | 'new' | 'skipped';
  qaLogId: string | null;
  errorCode: string | null;
  errorDetail: string | null;
  latencyMs: number | null;
  at: string;
  calls: number;
  tokensIn: number;
  tokensOut: number;
  tokensEstimated: boolean;
  /** The exchange as it is stored, and its hash; null together with `qaLogId`. */
  request: unknown;
  response: unknown;
  sha256: string | null;
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
  scoring: number;
  advisory: boolean;
}

/** A score that is written together with the last answers of its case, if all of them are. */
export type FreshScore = ScoreRow & {
  /** How many conversations of the case end in the same commit. */
  ending: number;
  /** How many it has. */
  conversations: number;
};

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

const SCORE_COLUMNS = `id, audit_id, pattern_id, case_id, case_key, repeat, detector_id, detector_version, config_hash,
  verdict, reason, evidence, created_at, scoring, advisory`;
const SCORE_VALUES = `x.id, $1::uuid, x."patternId", x."caseId", x."caseKey", x.repeat, x."detectorId", x."detectorVersion",
  x."configHash", x.verdict, x.reason, x.evidence, x.at, x.scoring, x.advisory`;
const SCORE_RECORD = `id uuid, "patternId" text, "caseId" text, "caseKey" text, repeat int, "detectorId" text,
  "detectorVersion" text, "configHash" text, verdict text, reason text, evidence text, at timestamptz, scoring int,
  advisory bool`;

// Taken apart as jsonb: of a text, each field of each row would be parsed by itself again. The scores are joined with
// counts, for a count of its own for each would look through the whole batch each time.
// The keys come as arrays beside the rows: of an array the planner knows the length, and then it never scans the table.
const SETTLE = `with o as materialized (
    select * from jsonb_to_recordset($3::jsonb) as o("caseKey" text, conversation int, state text, "qaLogId" uuid,
      "errorCode" text, "errorDetail" text, "latencyMs" float8, at timestamptz, calls int, "tokensIn" int, "tokensOut" int,
      "tokensEstimated" bool, request jsonb, response jsonb, sha256 text)),
  settled as (
    update attempts t set state = o.state, qa_log_id = o."qaLogId", error_code = o."errorCode",
      error_detail = o."errorDetail", latency_ms = o."latencyMs", leased_by = null, lease_until = null,
      answered_at = case when o.state = 'new' then null else o.at end, answer_sha256 = o.sha256,
      calls = t.calls + o.calls, tokens_in = t.tokens_in + o."tokensIn", tokens_out = t.tokens_out + o."tokensOut",
      tokens_estimated = t.tokens_estimated or o."tokensEstimated",
      tries = case when o.state = 'new' and o.calls = 0 then greatest(0, t.tries - 1) else t.tries end
    from unnest($10::text[], $11::int[]) as k(case_key, conversation)
      join o on o."caseKey" = k.case_key and o.conversation = k.conversation
    where t.audit_id = $1::uuid and t.case_key = k.case_key and t.conversation = k.conversation and t.state = 'sent'
      and t.leased_by = $2
    returning t.case_key, t.conversation, t.qa_log_id),
  logged as (
    insert into qa_logs (id, agent_id, model, device, request_json, response_json, root_id, seq, created_at)
    select o."qaLogId", 'target', $8::text, $9::text, coalesce(o.request, 'null'), o.response, $6::uuid, $7::int, o.at
    from o join settled s on s.qa_log_id = o."qaLogId"),
  judged as (
    insert into scores (${SCORE_COLUMNS}) select ${SCORE_VALUES}
    from jsonb_to_recordset($4::jsonb) as x(${SCORE_RECORD}, ending int)
      join (select case_key, count(*) as ended from settled group by case_key) w
        on w.case_key = x."caseKey" and w.ended = x.ending
    on conflict do nothing),
  older as (
    update attempts t set state = 'scored'
    where t.audit_id = $1::uuid and t.case_key = any($12::text[]) and t.state = 'answered'),
  told as (
    insert into live_events (at, items) select $5::timestamptz, jsonb_build_array(jsonb_build_object('kind', 'audit_progress',
      'audit_id', $1::uuid, 'ended', (select count(*) from settled))))
  select state from audits where id = $1::uuid`;

function requireRun<Row>(row: Row | undefined, auditId: string): Row {
  if (row === undefined) throw new StudioError('not_found', `Audit ${auditId} is gone.`);
  return row;
}

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
         where audit_id = $1 and answered_at is null and (state = 'new' or (state = 'sent' and lease_until < $2))
           and exists (select 1 from audits where id = $1 and state = 'running')
         order by ordinal limit $3 for update skip locked)
       update attempts t set state = 'sent', tries = t.tries + 1, leased_by = $4, lease_until = $5
       from free where t.audit_id = $1 and t.case_key = free.case_key and t.conversation = free.conversation
       returning ${ATTEMPT}`,
      [auditId, lease.now, lease.limit, lease.owner, lease.until],
    );
    return rows.sort((a, b) => a.ordinal - b.ordinal);
  },

  /** Holds what an owner has under way for longer. Answers the state of the run. */
  async renewLeases(sql: Sql, auditId: string, owner: string, until: string): Promise<AuditState> {
    const [row] = await sql.query<{ state: AuditState }>(
      `with held as (
         update attempts set lease_until = $3 where audit_id = $1 and leased_by = $2 and state = 'sent')
       select state from audits where id = $1`,
      [auditId, owner, until],
    );
    return requireRun(row, auditId).state;
  },

  /** Gives back what the shards of a process held that asks no more; what anybody held when none is named. */
  async freeLeases(sql: Sql, owner: string | null): Promise<void> {
    await sql.query(
      `update attempts set state = 'new', leased_by = null, lease_until = null
       where state = 'sent' and ($1::text is null or starts_with(leased_by, $1))`,
      [owner],
    );
  },

  /**
   * One statement, and so one commit: the outcomes of attempts that this owner still holds, their exchanges, the scores
   * of cases that are whole with them, and word of it to live views. Answers the state of the run.
   */
  async settle(
    sql: Sql,
    audit: { id: string; rootId: string; seq: number; model: string; device: string },
    owner: string,
    ended: { outcomes: readonly AttemptOutcome[]; scores: readonly FreshScore[]; at: string },
  ): Promise<AuditState> {
    const [row] = await sql.query<{ state: AuditState }>(
      SETTLE,
      [
        audit.id,
        owner,
        JSON.stringify(ended.outcomes),
        JSON.stringify(ended.scores),
        ended.at,
        audit.rootId,
        audit.seq,
        audit.model,
        audit.device,
        ended.outcomes.map((one) => one.caseKey),
        ended.outcomes.map((one) => one.conversation),
        ended.scores.filter((one) => one.ending < one.conversations).map((one) => one.caseKey),
      ],
      'attempts-settle',
    );
    return requireRun(row, audit.id).state;
  },

  /** What the run has spent so far. */
  async spent(sql: Sql, auditId: string): Promise<Spent> {
    const [row] = await sql.query<Spent>(
      `select coalesce(sum(calls), 0)::int as calls, coalesce(sum(tokens_in), 0)::float8 as "tokensIn",
         coalesce(sum(tokens_out), 0)::float8 as "tokensOut" from attempts where audit_id = $1`,
      [auditId],
    );
    return row ?? { calls: 0, tokensIn: 0, tokensOut: 0 };
  },

  /**
   * Ends the open repeats of cases whose verdict by `failAt` of n cannot change any more: enough repeats failed, or too
   * few are left. Answers which cases, of those given, are decided.
   */
  async skipDecided(
    sql: Sql,
    audit: { id: string; repeats: number },
    cases: readonly { patternId: string; caseId: string }[],
    failAt: number,
    at: string,
  ): Promise<{ patternId: string; caseId: string }[]> {
    if (cases.length === 0) return [];
    return sql.query(
      `with decided as materialized (
         select s.pattern_id, s.case_id from scores s
         join (select distinct "patternId", "caseId" from json_to_recordset($2::json) as c("patternId" text, "caseId" text)) c
           on c."patternId" = s.pattern_id and c."caseId" = s.case_id
         where s.audit_id = $1::uuid and s.scoring = 0 group by s.pattern_id, s.case_id
         having count(*) filter (where s.verdict = 'fail') >= $3::int
           or count(*) filter (where s.verdict = 'fail') + $4::int - count(*) < $3::int),
       skipped as (
         update attempts t set state = 'skipped', answered_at = $5::timestamptz from decided d
         where t.audit_id = $1::uuid and t.pattern_id = d.pattern_id and t.case_id = d.case_id and t.state = 'new')
       select pattern_id as "patternId", case_id as "caseId" from decided`,
      [audit.id, JSON.stringify(cases), failAt, audit.repeats, at],
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

  /** Cases of which every conversation has ended, as they were planned: so their answers lie side by side as well. */
  async wholeCaseKeys(sql: Sql, auditId: string): Promise<string[]> {
    const rows = await sql.query<{ caseKey: string }>(
      `select case_key as "caseKey" from attempts where audit_id = $1
       group by case_key having bool_and(state in ('answered', 'scored', 'error')) order by min(ordinal)`,
      [auditId],
    );
    return rows.map((row) => row.caseKey);
  },

  /** The verdicts that count now. */
  async verdicts(
    sql: Sql,
    auditId: string,
    caseKeys: readonly string[],
  ): Promise<{ caseKey: string; verdict: Verdict }[]> {
    if (caseKeys.length === 0) return [];
    return sql.query(
      `select case_key as "caseKey", verdict from current_scores where audit_id = $1 and case_key = any($2::text[])`,
      [auditId, caseKeys],
    );
  },

  /** Takes a number that no set of scores of the run bears: none under way, none that a crash left half written. */
  async takeScoring(sql: Sql, auditId: string): Promise<number> {
    const [row] = await sql.query<{ taken: number }>(
      `update audits set last_scoring = 1 + greatest(last_scoring, scoring,
         (select max(scoring) from scores where audit_id = $1), (select max(scoring) from judge_votes where audit_id = $1))
       where id = $1 returning last_scoring as taken`,
      [auditId],
    );
    if (row === undefined) throw new StudioError('not_found', `There is no audit ${auditId}.`);
    return row.taken;
  },

  /** Cases of which every conversation has ended and which have no score yet. */
  async unscoredCaseKeys(sql: Sql, auditId: string, limit: number): Promise<string[]> {
    const rows = await sql.query<{ caseKey: string }>(
      `select t.case_key as "caseKey" from attempts t where t.audit_id = $1
         and not exists (select 1 from scores s where s.audit_id = $1 and s.case_key = t.case_key)
       group by t.case_key having bool_and(t.state in ('answered', 'scored', 'error')) order by min(t.ordinal) limit $2`,
      [auditId, limit],
    );
    return rows.map((row) => row.caseKey);
  },

  async insertScores(sql: Sql, auditId: string, scores: readonly ScoreRow[]): Promise<void> {
    if (scores.length === 0) return;
    await sql.query(
      `insert into scores (${SCORE_COLUMNS}) select ${SCORE_VALUES} from jsonb_to_recordset($2::jsonb) as x(${SCORE_RECORD})
       on conflict do nothing`,
      [auditId, JSON.stringify(scores)],
    );
    await sql.query(
      `update attempts set state = 'scored' where audit_id = $1 and state = 'answered' and case_key = any($2::text[])`,
      [auditId, scores.map((score) => score.caseKey)],
    );
  },

  /** Open attempts of a run for which an earlier answer may stand, each with the newest such answer. */
  async reusable(
    sql: Sql,
    auditId: string,
    from: { auditId: string | null; sinceIso: string | null },
    limit: number,
  ): Promise<ReusableAnswer[]> {
    return sql.query<ReusableAnswer>(
      `select n.case_key as "caseKey", n.conversation, n.pattern_id as "patternId", n.case_id as "caseId", n.repeat,
         q.id as "qaLogId", q.model, q.device, q.request_json as request, q.response_json as response,
         ${isoSql('b.answered_at')} as "answeredAt"
       from attempts n cross join lateral (
         select t.qa_log_id, t.answered_at from attempts t
         where t.request_key = n.request_key and t.audit_id <> n.audit_id and t.state in ('answered', 'scored')
           and ($2::uuid is null or t.audit_id = $2::uuid) and ($3::timestamptz is null or t.answered_at >= $3::timestamptz)
         order by t.answered_at desc limit 1) b
       join qa_logs q on q.id = b.qa_log_id
       where n.audit_id = $1::uuid and n.state = 'new' order by n.ordinal limit $4`,
      [auditId, from.auditId, from.sinceIso, limit],
    );
  },

  /** Answers open attempts with what an earlier run heard. */
  async reuse(
    sql: Sql,
    audit: { id: string; rootId: string; seq: number },
    answers: readonly { caseKey: string; conversation: number; qaLogId: string; reusedFrom: string }[],
  ): Promise<void> {
    await sql.query(
      `with o as materialized (
         select * from json_to_recordset($2::json) as o("caseKey" text, conversation int, "qaLogId" uuid, "reusedFrom" uuid,
           model text, device text, request jsonb, response jsonb, sha256 text, at timestamptz)),
       taken as (
         update attempts t set state = 'answered', qa_log_id = o."qaLogId", reused_from = o."reusedFrom",
           answer_sha256 = o.sha256, answered_at = o.at
         from o where t.audit_id = $1::uuid and t.case_key = o."caseKey" and t.conversation = o.conversation)
       insert into qa_logs (id, agent_id, model, device, request_json, response_json, root_id, seq, created_at)
       select o."qaLogId", 'target', o.model, o.device, o.request, o.response, $3::uuid, $4::int, o.at from o`,
      [audit.id, JSON.stringify(answers), audit.rootId, audit.seq],
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
  async unlisted(
    sql: Sql,
    audit: { id: string; rootId: string; seq: number },
    limit: number,
  ): Promise<UnlistedAttempt[]> {
    return sql.query<UnlistedAttempt>(
      `with q as materialized (
         select id, request_json, response_json from qa_logs
         where root_id = $2 and seq = $3 and agent_id = 'target' order by id limit $4)
       select t.case_key as "caseKey", t.conversation, t.qa_log_id as "qaLogId", t.state, t.answer_sha256 as sha256,
         case when t.answer_sha256 is null then q.request_json end as request,
         case when t.answer_sha256 is null then q.response_json end as response
       from q join attempts t on t.audit_id = $1 and t.qa_log_id = q.id order by q.id`,
      [audit.id, audit.rootId, audit.seq, limit],
    );
  },

  /** Of these qa logs, those that still stand at the start node. */
  async stillUnlisted(sql: Sql, startSeq: number, qaLogIds: readonly string[]): Promise<string[]> {
    const rows = await sql.query<{ id: string }>('select id from qa_logs where id = any($1::uuid[]) and seq = $2', [
      qaLogIds,
      startSeq,
    ]);
    return rows.map((row) => row.id);
  },

  async listUnder(sql: Sql, places: readonly { qaLogId: string; seq: number }[]): Promise<void> {
    await sql.query(
      `update qa_logs q set seq = p.seq from unnest($1::uuid[], $2::int[]) as p(id, seq) where q.id = p.id`,
      [places.map((one) => one.qaLogId), places.map((one) => one.seq)],
    );
  },
};

export interface ReusableAnswer {
  caseKey: string;
  conversation: number;
  patternId: string;
  caseId: string;
  repeat: number;
  qaLogId: string;
  model: string;
  device: string;
  request: Record<string, unknown>;
  response: Record<string, unknown>;
  answeredAt: string;
}

export interface UnlistedAttempt {
  caseKey: string;
  conversation: number;
  qaLogId: string;
  state: string;
  /** Null in rows of versions before, and then the exchange is there to be hashed. */
  sha256: string | null;
  request?: unknown;
  response?: unknown;
}
