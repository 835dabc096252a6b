/** What agents and targets were given and what they answered. An attempt's exchange is its row here. */
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

export interface QaLog {
  id: string;
  agentId: string;
  model: string;
  device: string;
  /** Redacted before they come here. */
  request: unknown;
  response: unknown;
  rootId: string;
  seq: number;
  at: string;
}

export const qaLogsRepo = {
  async insert(sql: Sql, logs: readonly QaLog[]): Promise<void> {
    await sql.query(
      `insert into qa_logs (id, agent_id, model, device, request_json, response_json, root_id, seq, created_at)
       select id, "agentId", model, device, coalesce(request, 'null'), response, "rootId", seq, at
       from json_to_recordset($1::json) as x(id uuid, "agentId" text, model text, device text, request jsonb,
         response jsonb, "rootId" uuid, seq int, at timestamptz)`,
      [JSON.stringify(logs)],
      'qa-logs-insert',
    );
  },

  /** Newest first. */
  async list(
    sql: Sql,
    filter: {
      agentId?: string | undefined;
      model?: string | undefined;
      rootId?: string | undefined;
      seq?: number | undefined;
    },
    beforeId: string | null,
    limit: number,
  ): Promise<{ id: string }[]> {
    return sql.query(
      `select id, agent_id, model, device, request_json, response_json, root_id || '.' || seq as lineage_id,
         ${isoSql('created_at')} as created_at
       from qa_logs
       where ($1::uuid is null or id < $1) and ($2::text is null or agent_id = $2) and ($3::text is null or model = $3)
         and ($4::uuid is null or root_id = $4) and ($5::int is null or seq = $5)
       order by id desc limit $6`,
      [beforeId, filter.agentId ?? null, filter.model ?? null, filter.rootId ?? null, filter.seq ?? null, limit],
    );
  },
};
