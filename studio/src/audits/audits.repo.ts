/** The SQL of audits and their attempts. Totals are counted from rows each time, never kept. */
import type { AuditState, AuditView } from '@sacred-qa/contracts/audit';
import type { Pack } from '@sacred-qa/contracts/pack';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

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
  state: AuditState;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface PlannedAttempt {
  caseKey: string;
  conversation: number;
  ordinal: number;
  patternId: string;
  caseId: string;
  repeat: number;
}

const COLUMNS = `id, sankalpa_id as "sankalpaId", root_id as "rootId", seq, target_id as "targetId",
  target_spec as "targetSpec", scope, pack_id as "packId", pack_version as "packVersion", pack_hash as "packHash", pack,
  plan_hash as "planHash", repeats, concurrency, retest_of as "retestOf", engagement_id as "engagementId", state, ${isoSql('created_at')} as "createdAt",
  ${isoSql('started_at')} as "startedAt", ${isoSql('finished_at')} as "finishedAt"`;

const VIEW = `a.id, a.root_id || '.' || a.seq as lineage_id, a.sankalpa_id, a.state, false as resumed,
  json_build_object('name', a.target_spec->>'name', 'url', coalesce(a.target_spec->>'url', a.target_spec->>'module', a.target_spec->'command'->>0, ''),
    'model', coalesce(a.target_spec->>'model', '')) as target,
  json_build_object('id', a.pack_id, 'version', a.pack_version, 'hash', a.pack_hash, 'title', a.pack->>'title') as pack,
  a.repeats, a.concurrency, a.retest_of, a.engagement_id,
  (select json_build_object('planned', count(*), 'answered', count(*) filter (where t.state in ('answered', 'scored')),
     'errors', count(*) filter (where t.state = 'error'), 'cancelled', count(*) filter (where t.state = 'cancelled'),
     'scored', (select count(*) from scores s where s.audit_id = a.id and s.verdict <> 'unscored'),
     'unscored', (select count(*) from scores s where s.audit_id = a.id and s.verdict = 'unscored'),
     'failed', (select count(*) from scores s where s.audit_id = a.id and s.verdict = 'fail'),
     'findings', (select count(*) from findings f where f.audit_id = a.id))
   from attempts t where t.audit_id = a.id) as totals,
  (select coalesce(json_object_agg(e.error_code, e.n), '{}'::json) from (select t.error_code, count(*) as n from attempts t
     where t.audit_id = a.id and t.state = 'error' group by t.error_code) e) as errors,
  ${isoSql('a.created_at')} as created_at, ${isoSql('a.started_at')} as started_at, ${isoSql('a.finished_at')} as finished_at`;

export const auditsRepo = {
  async insert(sql: Sql, audit: Audit, attempts: readonly PlannedAttempt[]): Promise<void> {
    await sql.query(
      `insert into audits (id, sankalpa_id, root_id, seq, target_id, target_spec, scope, pack_id, pack_version, pack_hash, pack,
         plan_hash, repeats, concurrency, retest_of, engagement_id, state, created_at)
       select id, "sankalpaId", "rootId", seq, "targetId", "targetSpec", scope, "packId", "packVersion", "packHash", pack,
         "planHash", repeats, concurrency, "retestOf", "engagementId", state, "createdAt"
       from json_to_record($1::json) as x(id uuid, "sankalpaId" uuid, "rootId" uuid, seq int, "targetId" uuid,
         "targetSpec" jsonb, scope jsonb, "packId" text, "packVersion" text, "packHash" text, pack jsonb, "planHash" text,
         repeats int, concurrency int, "retestOf" uuid, "engagementId" uuid, state text, "createdAt" timestamptz)`,
      [JSON.stringify(audit)],
    );
    await sql.query(
      `insert into attempts (audit_id, case_key, conversation, ordinal, pattern_id, case_id, repeat, state)
       select $1, "caseKey", conversation, ordinal, "patternId", "caseId", repeat, 'new'
       from json_to_recordset($2::json) as x("caseKey" text, conversation int, ordinal int, "patternId" text, "caseId" text,
         repeat int)`,
      [audit.id, JSON.stringify(attempts)],
    );
  },

  async byId(sql: Sql, id: string, lock = false): Promise<Audit | null> {
    const [row] = await sql.query<Audit>(`select ${COLUMNS} from audits where id = $1 ${lock ? 'for update' : ''}`, [
      id,
    ]);
    return row ?? null;
  },

  async newestUnfinished(sql: Sql, planHash: string): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>(
      `select id from audits where plan_hash = $1 and state in ('queued', 'running') order by id desc limit 1`,
      [planHash],
    );
    return row?.id ?? null;
  },

  async ofSankalpa(sql: Sql, sankalpaId: string): Promise<string | null> {
    const [row] = await sql.query<{ id: string }>('select id from audits where sankalpa_id = $1', [sankalpaId]);
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

  async view(sql: Sql, id: string): Promise<AuditView | null> {
    const [row] = await sql.query<AuditView>(`select ${VIEW} from audits a where a.id = $1`, [id]);
    return row ?? null;
  },

  /** Newest first. */
  async list(sql: Sql, state: string | null, beforeId: string | null, limit: number): Promise<AuditView[]> {
    return sql.query<AuditView>(
      `select ${VIEW} from audits a where ($1::uuid is null or a.id < $1) and ($2::text is null or a.state = $2)
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
