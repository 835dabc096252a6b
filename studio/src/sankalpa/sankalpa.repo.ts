import type { SankalpaView } from '@sacred-qa/contracts/sankalpa';
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';

const VIEW = `id, root_id || '.' || seq as lineage_id, text, context, kind, status, language, script, source,
  source_event_id, ${isoSql('created_at')} as created_at, ${isoSql('updated_at')} as updated_at`;

export interface SankalpaFilter {
  q?: string | undefined;
  status?: string | undefined;
  kind?: string | undefined;
  root_id?: string | undefined;
  lineage_id?: string | undefined;
}

export const sankalpaRepo = {
  /** Newest first, after the id of the page before. `q` is looked for in text and context, case apart. */
  async list(sql: Sql, filter: SankalpaFilter, beforeId: string | null, limit: number): Promise<SankalpaView[]> {
    const like = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
    const [root = filter.root_id, seq] = filter.lineage_id?.split('.') ?? [];
    return sql.query<SankalpaView>(
      `select ${VIEW} from sankalpa
       where ($1::uuid is null or id < $1) and ($2::text is null or status = $2) and ($3::text is null or kind = $3)
         and ($4::text is null or text ilike $4 or context ilike $4) and ($6::uuid is null or root_id = $6) and ($7::int is null or seq = $7)
       order by id desc limit $5`,
      [beforeId, filter.status ?? null, filter.kind ?? null, like, limit, root ?? null, seq ?? null],
    );
  },

  async byId(sql: Sql, id: string, lock = false): Promise<(SankalpaView & { root_id: string; seq: number }) | null> {
    const [row] = await sql.query<SankalpaView & { root_id: string; seq: number }>(
      `select ${VIEW}, root_id, seq from sankalpa where id = $1 ${lock ? 'for update' : ''}`,
      [id],
    );
    return row ?? null;
  },

  async update(
    sql: Sql,
    id: string,
    next: { status: string; text: string; context: string | null; language: string; script: string; at: string },
  ): Promise<void> {
    await sql.query(
      'update sankalpa set status = $2, text = $3, context = $4, language = $5, script = $6, updated_at = $7 where id = $1',
      [id, next.status, next.text, next.context, next.language, next.script, next.at],
    );
  },

  async remove(sql: Sql, id: string): Promise<void> {
    await sql.query('delete from sankalpa where id = $1', [id]);
  },
};
