/** What was said in a run and how it was judged, read once for the several forms in which its report is asked for. */
import type { Sql } from '@sacred-qa/foundation/database';
import type { Audit } from './audits.repo.ts';
import { findingsRepo, type PatternTally } from './findings.repo.ts';
import { type Gathered, gatherFailures, gatherRows } from './report-rows.ts';

export interface WholeRun {
  gathered: Gathered;
  tallies: readonly PatternTally[];
}

/** The end of a run, its findings, its HTML and its JSON follow one another within moments. */
const KEPT_MS = 30_000;
let last: { version: string; run: WholeRun } | null = null;

/** `tallies` where the caller has counted them in the same transaction. The caller changes nothing of what it gets. */
export async function readWholeRun(sql: Sql, audit: Audit, tallies?: readonly PatternTally[]): Promise<WholeRun> {
  const version = await versionOf(sql, audit);
  if (last?.version === version) return last.run;
  const run = {
    gathered: await gatherRows(sql, audit),
    tallies: tallies ?? (await findingsRepo.tallies(sql, audit.id)),
  };
  if (audit.finishedAt !== null) keep(version, run);
  return run;
}

/** The same without what did not fail. */
export async function readFailures(
  sql: Sql,
  audit: Audit,
): Promise<{ failures: Gathered['failures']; tallies: readonly PatternTally[] }> {
  if (last?.version === (await versionOf(sql, audit))) return { ...last.run, failures: last.run.gathered.failures };
  return { failures: await gatherFailures(sql, audit), tallies: await findingsRepo.tallies(sql, audit.id) };
}

function keep(version: string, run: WholeRun): void {
  const kept = { version, run };
  last = kept;
  setTimeout(() => {
    if (last === kept) last = null;
  }, KEPT_MS).unref();
}

/** Names the rows that a run is read from as they stand: whoever writes one of them leaves another `xmin` in it. */
async function versionOf(sql: Sql, audit: Audit): Promise<string> {
  const marks = 'count(*) as rows, max(xmin::text::bigint) as newest, sum(xmin::text::bigint) as all';
  const [row] = await sql.query(
    `select (select json_agg(m) from (select ${marks} from attempts where audit_id = $1) m) as attempts,
       (select json_agg(m) from (select ${marks} from scores where audit_id = $1 and scoring = $2) m) as scores,
       (select json_agg(m) from (select ${marks} from qa_logs where root_id = $3 and agent_id = 'target') m) as logs`,
    [audit.id, audit.scoring, audit.rootId],
  );
  return JSON.stringify([audit.id, audit.scoring, row]);
}
