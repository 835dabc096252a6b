/** The hash under which a node lists an answer, so that a change of the answer is noticed as a change of the node is. */
import { hash } from 'node:crypto';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import type { Sql } from '@sacred-qa/foundation/database';

/** What is hashed is what the store gives back, so that its form of numbers and keys is the same at both times. */
export const answerHash = (request: unknown, response: unknown): string =>
  hash('sha256', canonicalJson({ request, response }));

interface ListedAnswer {
  qa_log_id: string;
  /** Missing in lists of versions before. */
  sha256?: string;
}

/** The first node whose listed answers are not what they were; null when all are. */
export async function findChangedAnswer(
  sql: Sql,
  nodes: readonly { seq: number; metadata: Record<string, unknown> }[],
): Promise<{ seq: number; reason: string } | null> {
  for (const { seq, metadata } of nodes) {
    const listed = Array.isArray(metadata.attempts) ? (metadata.attempts as ListedAnswer[]) : [];
    const hashed = listed.filter((one) => one.sha256 !== undefined);
    if (hashed.length === 0) continue;
    const rows = await sql.query<{ id: string; request: unknown; response: unknown }>(
      'select id, request_json as request, response_json as response from qa_logs where id = any($1::uuid[])',
      [hashed.map((one) => one.qa_log_id)],
    );
    const found = new Map(rows.map((row) => [row.id, answerHash(row.request, row.response)]));
    const changed = hashed.find((one) => found.get(one.qa_log_id) !== one.sha256);
    if (changed === undefined) continue;
    const what = found.has(changed.qa_log_id) ? 'is not what was listed' : 'is gone';
    return { seq, reason: `the answer in qa log ${changed.qa_log_id} ${what}` };
  }
  return null;
}
