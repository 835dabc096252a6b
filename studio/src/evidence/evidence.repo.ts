/** The SQL of sealing: every row behind a report, page by page. */
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { EvidenceRecord } from './bundle.ts';

const PAGE = 1_000;

type Row = Record<string, unknown>;

async function* paged<Position>(
  read: (after: Position | null) => Promise<Row[]>,
  positionOf: (row: Row) => Position,
): AsyncGenerator<Row> {
  for (let after: Position | null = null; ; ) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = positionOf(last);
  }
}

export const evidenceRepo = {
  /** Each attempt with its exchange, as it is stored. */
  async *attempts(sql: Sql, auditId: string): AsyncGenerator<EvidenceRecord> {
    const rows = paged<[string, number]>(
      (after) =>
        sql.query<Row>(
          `select t.case_key, t.conversation, t.ordinal, t.pattern_id, t.case_id, t.repeat, t.state, t.tries, t.calls,
             t.error_code, t.error_detail, t.latency_ms, ${isoSql('t.answered_at')} as answered_at, t.answer_sha256,
             t.reused_from, t.tokens_in, t.tokens_out, t.tokens_estimated, t.qa_log_id, q.model, q.device,
             q.root_id || '.' || q.seq as lineage_id, q.request_json as request, q.response_json as response
           from attempts t left join qa_logs q on q.id = t.qa_log_id
           where t.audit_id = $1 and ($2::text is null or (t.case_key, t.conversation) > ($2, $3::int))
           order by t.case_key, t.conversation limit ${PAGE}`,
          [auditId, after?.[0] ?? null, after?.[1] ?? null],
        ),
      (row) => [String(row.case_key), Number(row.conversation)],
    );
    for await (const data of rows) yield { kind: 'attempt', id: `${data.case_key}/${data.conversation}`, data };
  },

  /** All sets of scores; the audit says which one counts. */
  async *scores(sql: Sql, auditId: string): AsyncGenerator<EvidenceRecord> {
    const rows = paged<[number, string]>(
      (after) =>
        sql.query<Row>(
          `select id, scoring, case_key, pattern_id, case_id, repeat, detector_id, detector_version, config_hash, verdict,
             reason, evidence, advisory, ${isoSql('created_at')} as created_at
           from scores where audit_id = $1 and ($2::int is null or (scoring, case_key) > ($2::int, $3::text))
           order by scoring, case_key limit ${PAGE}`,
          [auditId, after?.[0] ?? null, after?.[1] ?? null],
        ),
      (row) => [Number(row.scoring), String(row.case_key)],
    );
    for await (const data of rows) yield { kind: 'score', id: String(data.id), data };
  },

  /** What language models said, where they had a part in a verdict. */
  async *judgeVotes(sql: Sql, auditId: string): AsyncGenerator<EvidenceRecord> {
    const rows = paged<string>(
      (after) =>
        sql.query<Row>(
          `select id, scoring, case_key, pattern_id, lang, judge, model, config_hash, subject_hash, verdict, reason, quote,
             said, ${isoSql('created_at')} as created_at
           from judge_votes where audit_id = $1 and ($2::uuid is null or id > $2::uuid) order by id limit ${PAGE}`,
          [auditId, after],
        ),
      (row) => String(row.id),
    );
    for await (const data of rows) yield { kind: 'judge_vote', id: String(data.id), data };
  },

  /** The findings, what was decided on them, and the reports that were written. */
  async *findings(sql: Sql, auditId: string): AsyncGenerator<EvidenceRecord> {
    const findings = await sql.query<Row>(
      `select id, pattern_id, severity, advisory, status, status_reason, causes, root_id || '.' || seq as lineage_id,
         ${isoSql('created_at')} as created_at from findings where audit_id = $1 order by id`,
      [auditId],
    );
    for (const data of findings) yield { kind: 'finding', id: String(data.id), data };
    const events = await sql.query<Row>(
      `select e.id, e.finding_id, e.status, e.reason, e.author, e.retest_audit_id, e.root_id || '.' || e.seq as lineage_id,
         ${isoSql('e.created_at')} as created_at
       from finding_events e join findings f on f.id = e.finding_id where f.audit_id = $1 order by e.id`,
      [auditId],
    );
    for (const data of events) yield { kind: 'finding_event', id: String(data.id), data };
    const reports = await sql.query<Row>(
      `select id, format, sha256, root_id || '.' || seq as lineage_id, ${isoSql('created_at')} as created_at
       from reports where audit_id = $1 order by id`,
      [auditId],
    );
    for (const data of reports) yield { kind: 'report', id: String(data.id), data };
  },
};
