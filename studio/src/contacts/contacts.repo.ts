/** The API's own audit trail. Each row is one contact that asked for a change, also when it was refused. */
import type { Place } from '@sacred-qa/contracts/lineage';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

export interface Contact {
  id: string;
  endpoint: string;
  client: string;
  keyId: string | null;
  requestId: string;
  /** Redacted before it comes here. */
  request: unknown;
  response: unknown;
  statusCode: number;
  /** Where in the tree the change left its mark, when it did. */
  place: Place | null;
  at: string;
}

export const contactsRepo = {
  async insert(sql: Sql, contact: Contact): Promise<void> {
    await sql.query(
      `insert into sacred_contacts (id, endpoint, client, key_id, request_id, request_payload, response_payload,
         status_code, root_id, seq, created_at) values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $10, $11)`,
      [
        contact.id,
        contact.endpoint,
        contact.client,
        contact.keyId,
        contact.requestId,
        JSON.stringify(contact.request ?? null),
        JSON.stringify(contact.response ?? null),
        contact.statusCode,
        contact.place?.rootId ?? null,
        contact.place?.seq ?? null,
        contact.at,
      ],
    );
  },

  /** Newest first. */
  async list(
    sql: Sql,
    filter: { endpoint?: string | undefined; statusCode?: number | undefined; lineageRootId?: string | undefined },
    beforeId: string | null,
    limit: number,
  ): Promise<{ id: string }[]> {
    return sql.query(
      `select id, endpoint, client, key_id, request_id, request_payload, response_payload, status_code,
         case when root_id is null then null else root_id || '.' || seq end as lineage_id,
         ${isoSql('created_at')} as created_at
       from sacred_contacts
       where ($1::uuid is null or id < $1) and ($2::text is null or endpoint = $2) and ($3::int is null or status_code = $3)
         and ($4::uuid is null or root_id = $4)
       order by id desc limit $5`,
      [beforeId, filter.endpoint ?? null, filter.statusCode ?? null, filter.lineageRootId ?? null, limit],
    );
  },
};
