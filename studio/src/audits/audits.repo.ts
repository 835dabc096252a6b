/** The SQL of audits and their attempts. Totals are counted from rows each time, never kept. */
import type { AuditState, AuditView, Budget, Pause } from '@sacred-qa/contracts/audit';
import type { Pack } from '@sacred-qa/contracts/pack';
import type { Rescoring } from '@sacred-qa/contracts/report';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { TokenPrice } from '@sacred-qa/contracts/token-price';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { RETRY_SOURCE } from '../sankalpa/own-sources.ts';
import type { PlannedAttempt } from './packs/plan-attempts.ts';
import { storedPack } from './packs/stored-pack.ts';

export interface Audit {
  id: string;
  sankalpaId: string;
  rootId: string;
  /** The run's start node. */
  seq: number;
  targetId: string;
  targetSpec: TargetSpec;
  scope: ScopeRecord;
  packId: string;
  packVersion: string;
  packHash: string;
  pack: Pack;
  planHash: string;
  repeats: number;
  concurrency: number;
  /** The audit whose failed cases this run asks again. */
  retestOf: string | null;
  engagementId: string | null;
  options: RunOptions;
  /** Same target, pack name and choice of patterns; null in rows of versions before. */
  seriesHash: string | null;
  budget: Budget;
  price: TokenPrice | null;
  pause: Pause | null;
  /** The set of scores that counts. */
  scoring: number;
  state: AuditState;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** What the run was asked to be beside its pack and target. */
export interface RunOptions {
  patterns?: string[];
  /** Only cases in which somebody asks in one of these languages. */
  languages?: string[];
  /** A case fails when this many of its repeats do; it is not asked on once that is decided. */
  fail_at?: number;
}

const COLUMNS = `id, sankalpa_id as "sankalpaId", root_id as "rootId", seq, target_id as "targetId",
  target_spec as "targetSpec", scope, pack_id as "packId", pack_version as "packVersion", pack_hash as "packHash",
  plan_hash as "planHash", repeats, concurrency, retest_of as "retestOf", engagement_id as "engagementId", options,
  series_hash as "seriesHash", budget, price, pause, scoring, state, ${isoSql('created_at')} as "createdAt",
  ${isoSql('started_at')} as "startedAt", ${isoSql('finished_at')} as "finishedAt"`;

const VIEW = `a.id, a.root_id || '.' || a.seq as lineage_id, a.sankalpa_id, a.state, false as resumed,
  json_build_object('name', a.target_spec->>'name', 'url', coalesce(a.target_spec->>'url', a.target_spec->>'module', a.target_spec->'command'->>0, ''),
    'model', coalesce(a.target_spec->>'model', '')) as target,
  json_build_object('id', a.pack_id, 'version', a.pack_version, 'hash', a.pack_hash, 'title', a.pack->>'title') as pack,
  a.repeats, (a.options->>'fail_at')::int as fail_at, a.concurrency, a.retest_of, a.engagement_id, a.budget, a.pause,
  json_build_object('planned', c.planned, 'answered', c.answered, 'errors', c.errors, 'cancelled', c.cancelled,
    'skipped', c.skipped, 'reused', c.reused, 'scored', j.scored, 'unscored', j.unscored, 'failed', j.failed,
    'findings', (select count(*) from findings f where f.audit_id = a.id)) as totals,
  json_build_object('calls', c.calls, 'tokens_in', c.tokens_in, 'tokens_out', c.tokens_out, 'estimated', c.estimated,
    'inr', (c.tokens_in * (a.price->>'input')::float8 + c.tokens_out * (a.price->>'output')::float8) / 1000000) as spent,
  e.errors, e.error_examples,
  ${isoSql('a.created_at')} as created_at, ${isoSql('a.started_at')} as started_at, ${isoSql('a.finished_at')} as finished_at`;

/** Each table is gone through once: a run is looked at twice a second while it goes. */
const VIEW_FROM = `audits a
  cross join lateral (select count(*) as planned, count(*) filter (where t.state in ('answered', 'scored')) as answered,
    count(*) filter (where t.state = 'error') as errors, count(*) filter (where t.state = 'cancelled') as cancelled,
    count(*) filter (where t.state = 'skipped') as skipped, count(t.reused_from) as reused,
    coalesce(sum(t.calls), 0) as calls, coalesce(sum(t.tokens_in), 0) as tokens_in,
    coalesce(sum(t.tokens_out), 0) as tokens_out, count(*) filter (where t.tokens_estimated) as estimated
    from attempts t where t.audit_id = a.id) c
  cross join lateral (select count(*) filter (where s.verdict <> 'unscored') as scored,
    count(*) filter (where s.verdict = 'unscored') as unscored, count(*) filter (where s.verdict = 'fail') as failed
    from scores s where s.audit_id = a.id and s.scoring = a.scoring) j
  cross join lateral (select coalesce(json_object_agg(g.error_code, g.n), '{}'::json) as errors,
    coalesce(json_object_agg(g.error_code, g.example), '{}'::json) as error_examples from (
      select t.error_code, count(*) as n, coalesce(min(t.error_detail), '') as example from attempts t
      where t.audit_id = a.id and t.state = 'error' group by t.error_code) g) e`;

const COUNTED_SCORES = 'scores (id, audit_id, scoring, case_key, pattern_id, case_id, verdict)';

export const auditsRepo = {
  async insert(sql: Sql, audit: Audit, attempts: readonly (PlannedAttempt & { requestKey: string })[]): Promise<void> {
    await sql.query(
      `insert into audits (id, sankalpa_id, root_id, seq, target_id, target_spec, scope, pack_id, pack_version, pack_hash, pack,
         plan_hash, repeats, concurrency, retest_of, engagement_id, options, series_hash, budget, price, state, created_at)
       select id, "sankalpaId", "rootId", seq, "targetId", "targetSpec", scope, "packId", "packVersion", "packHash", pack,
         "planHash", repeats, concurrency, "retestOf", "engagementId", options, "seriesHash", budget, price, state, "createdAt"
       from json_to_record($1::json) as x(id uuid, "sankalpaId" uuid, "rootId" uuid, seq int, "targetId" uuid,
         "targetSpec" jsonb, scope jsonb, "packId" text, "packVersion" text, "packHash" text, pack jsonb, "planHash" text,
         repeats int, concurrency int, "retestOf" uuid, "engagementId" uuid, options jsonb, "seriesHash" text, budget jsonb,
         price jsonb, state text, "createdAt" timestamptz)`,
      [JSON.stringify(audit)],
    );
    await sql.query(
      `insert into attempts (audit_id, case_key, conversation, ordinal, pattern_id, case_id, repeat, request_key, state)
       select $1::uuid, "caseKey", conversation, ordinal, "patternId", "caseId", repeat, "requestKey", 'new'
       from json_to_recordset($2::json) as x("caseKey" text, conversation int, ordinal int, "patternId" text, "caseId" text,
         repeat int, "requestKey" text)`,
      [audit.id, JSON.stringify(attempts)],
    );
  },

  async byId(sql: Sql, id: string, lock = false): Promise<Audit | null> {
    const [row] = await sql.query<Omit<Audit, 'pack'>>(
      `select ${COLUMNS} from audits where id = $1 ${lock ? 'for update' : ''}`,
      [id],
    );
    return row === undefined ? null : { ...row, pack: await storedPack(sql, row) };
  },

  async newestUnfinished(sql: Sql, planHash: string): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>(
      `select id from audits where plan_hash = $1 and state in ('queued', 'running', 'paused') order by id desc limit 1`,
      [planHash],
    );
    return row?.id ?? null;
  },

  async ofSankalpa(sql: Sql, sankalpaId: string): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>('select id from audits where sankalpa_id = $1', [sankalpaId]);
    return row?.id ?? null;
  },

  /** The run that a request with an Idempotency-Key began; see `retryIdOf`. */
  async ofRequest(sql: Sql, retryId: string): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>(
      `select a.id from event_dedup e join audits a on a.sankalpa_id = e.sankalpa_id
       where e.source = $1 and e.source_event_id = $2`,
      [RETRY_SOURCE, retryId],
    );
    return row?.id ?? null;
  },

  /** Until the transaction ends no other begins a run of this plan. */
  async lockPlan(sql: Sql, planHash: string): Promise<void> {
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [planHash]);
  },

  /** Those of the given runs that have ended, wherever it was. */
  async endedOf(sql: Sql, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await sql.query<{ id: string }>(
      `select id from audits where id = any($1::uuid[]) and state in ('completed', 'cancelled')`,
      [ids],
    );
    return rows.map((row) => row.id);
  },

  /** The same target and pack, as the pack was before it was changed; none that somebody works on right now. */
  async newestUnfinishedOfSeries(
    sql: Sql,
    plan: { seriesHash: string; planHash: string },
    now: string,
  ): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>(
      `select id from audits a where series_hash = $1 and plan_hash <> $3 and state in ('queued', 'running', 'paused')
         and not exists (
           select 1 from attempts t where t.audit_id = a.id and t.state = 'sent' and t.lease_until > $2::timestamptz)
       order by id desc limit 1`,
      [plan.seriesHash, now, plan.planHash],
    );
    return row?.id ?? null;
  },

  /** Stands still, or goes on with `pause` null; the caller holds the row. */
  async setPause(sql: Sql, id: string, pause: Pause | null): Promise<void> {
    await sql.query(
      `update audits set pause = $2::jsonb, state = case when $2::jsonb is not null then 'paused'
         when started_at is null then 'queued' else 'running' end where id = $1`,
      [id, pause === null ? null : JSON.stringify(pause)],
    );
  },

  /**
   * Lets the planner know what a run has written: the embedded engine takes no statistics by itself. Only of what rows
   * are found by: to look through every exchange would take longer than to read the report.
   */
  async takeStatistics(sql: Sql): Promise<void> {
    await sql.query(
      `analyze attempts (audit_id, case_key, conversation, ordinal, pattern_id, case_id, state, answered_at, request_key, qa_log_id),
         ${COUNTED_SCORES}, qa_logs (id, agent_id, root_id, seq)`,
    );
  },

  /** The same after a scoring, which writes nothing else. */
  async takeStatisticsOfScores(sql: Sql): Promise<void> {
    await sql.query(`analyze ${COUNTED_SCORES}`);
  },

  async setScoring(sql: Sql, id: string, scoring: number): Promise<void> {
    await sql.query('update audits set scoring = $2 where id = $1', [id, scoring]);
  },

  /** When the scores that count were given, else when the run ended; null while it goes, and when there is none. */
  async settledAt(sql: Sql, id: string): Promise<string | null> {
    const [row] = await sql.query<{ at: string | null }>(
      `select ${isoSql('coalesce(n.at, a.finished_at)')} as at from audits a
         cross join lateral (select max(created_at) as at from scores s
           where a.scoring > 0 and s.audit_id = a.id and s.scoring = a.scoring) n
       where a.id = $1`,
      [id],
    );
    return row?.at ?? null;
  },

  /** The set of scores that counts; null when there is no such audit. */
  async scoringOf(sql: Sql, id: string): Promise<number | null> {
    const [row] = await sql.query<{ scoring: number }>('select scoring from audits where id = $1', [id]);
    return row?.scoring ?? null;
  },

  /** What the scores that count say otherwise than those of the run itself; null when they are those. */
  async rescoringOf(sql: Sql, id: string): Promise<Rescoring | null> {
    const [row] = await sql.query<Rescoring>(
      `select ${isoSql('max(n.created_at)')} as at, count(*)::int as judged,
         count(*) filter (where n.verdict is distinct from o.verdict)::int as changed,
         array_agg(distinct n.detector_version order by n.detector_version) as detector_versions
       from audits a join scores n on n.audit_id = a.id and n.scoring = a.scoring
       left join scores o on o.audit_id = a.id and o.scoring = 0 and o.case_key = n.case_key
       where a.id = $1 and a.scoring > 0 having count(*) > 0`,
      [id],
    );
    return row ?? null;
  },

  async setBudget(sql: Sql, id: string, budget: Budget): Promise<void> {
    await sql.query('update audits set budget = $2::jsonb where id = $1', [id, JSON.stringify(budget)]);
  },

  /** The hours in which its target may be asked. Looked at often, and so without the pack beside it. */
  async hoursOf(sql: Sql, id: string): Promise<ScopeRecord['hours']> {
    const [row] = await sql.query<{ hours: ScopeRecord['hours'] | null }>(
      `select scope->'hours' as hours from audits where id = $1`,
      [id],
    );
    return row?.hours ?? undefined;
  },

  async view(sql: Sql, id: string): Promise<AuditView | null> {
    const [row] = await sql.query<AuditView>(`select ${VIEW} from ${VIEW_FROM} where a.id = $1`, [id]);
    return row ?? null;
  },

  /** Newest first. */
  async list(sql: Sql, state: string | null, beforeId: string | null, limit: number): Promise<AuditView[]> {
    return sql.query<AuditView>(
      `select ${VIEW} from ${VIEW_FROM} where ($1::uuid is null or a.id < $1) and ($2::text is null or a.state = $2)
       order by a.id desc limit $3`,
      [beforeId, state, limit],
    );
  },

  /** From queued to running, and from nothing else: a run that was cancelled meanwhile stays so. */
  async begin(sql: Sql, id: string, at: string): Promise<void> {
    await sql.query(
      `update audits set state = 'running', started_at = coalesce(started_at, $2) where id = $1 and state = 'queued'`,
      [id, at],
    );
  },

  /** The end of a run; the caller holds its row. */
  async end(sql: Sql, id: string, state: 'completed' | 'cancelled', at: string): Promise<void> {
    await sql.query('update audits set state = $2, finished_at = $3 where id = $1', [id, state, at]);
  },

  /** Runs that still have something to ask or to finish. */
  async unfinished(sql: Sql): Promise<{ id: string; attempts: number; concurrency: number }[]> {
    return sql.query(
      `select a.id, a.concurrency, (select count(*)::int from attempts t where t.audit_id = a.id) as attempts
       from audits a where a.state in ('queued', 'running') order by a.id limit 1000`,
    );
  },
};
