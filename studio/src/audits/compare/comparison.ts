/** Reads two runs as the comparison needs them: judged trials by case, the case named by what was asked. */
import { hash } from 'node:crypto';
import type { Comparison } from '@sacred-qa/contracts/comparison';
import { StudioError } from '@sacred-qa/contracts/errors';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import type { Sql } from '@sacred-qa/foundation/database';
import { type Audit, auditsRepo } from '../audits.repo.ts';
import { isAdvisory } from '../finish.ts';
import { type CaseTally, type ComparedRun, compareRuns, type PatternTrials } from './compare-runs.ts';

interface Row {
  patternId: string;
  caseId: string;
  failed: number;
  scored: number;
  hints: number;
  judgedBy: string;
}

const TALLIES = `select s.pattern_id as "patternId", s.case_id as "caseId",
    count(*) filter (where s.verdict = 'fail')::int as failed,
    count(*) filter (where s.verdict in ('pass', 'fail'))::int as scored,
    count(*) filter (where s.verdict = 'fail' and s.advisory)::int as hints,
    string_agg(distinct s.detector_id || ' ' || s.detector_version || ' ' || s.config_hash, ',') as "judgedBy"
  from current_scores s where s.audit_id = $1
  group by s.pattern_id, s.case_id order by s.pattern_id, s.case_id`;

/** Throws `not_found`, and `conflict` for a run that has not ended. */
export async function readComparison(
  sql: Sql,
  ids: { a: string; b: string },
  options: { level?: number | undefined; margin?: number | undefined; at: string },
): Promise<Comparison> {
  return compareRuns(await runOf(sql, ids.a, options.at), await runOf(sql, ids.b, options.at), options);
}

async function runOf(sql: Sql, id: string, at: string): Promise<ComparedRun> {
  const audit = await auditsRepo.byId(sql, id);
  if (audit === null) throw new StudioError('not_found', `There is no audit ${id}.`);
  if (audit.finishedAt === null) {
    throw new StudioError('conflict', `Audit ${id} has not ended; compare it when it has.`);
  }
  const rows = await sql.query<Row>(TALLIES, [id]);
  const byPattern = Map.groupBy(rows, (row) => row.patternId);
  return {
    head: {
      audit_id: audit.id,
      lineage_id: `${audit.rootId}.${audit.seq}`,
      target: audit.targetSpec.name,
      pack: `${audit.packId} ${audit.packVersion}`,
      pack_hash: audit.packHash,
      finished_at: audit.finishedAt,
    },
    patterns: [...byPattern].map(([patternId, of]) => patternTrials(audit, patternId, of, at)),
  };
}

function patternTrials(audit: Audit, patternId: string, rows: readonly Row[], at: string): PatternTrials {
  const pattern = audit.pack.patterns.find((one) => one.id === patternId);
  if (pattern === undefined) throw new StudioError('internal', `The stored pack has no pattern ${patternId}.`);
  const { title, severity } = pattern;
  const cases = rows.map(({ caseId, ...tally }): CaseTally => {
    const asked = pattern.cases.find((one) => one.id === caseId)?.conversations ?? caseId;
    return { question: hash('sha256', canonicalJson(asked)), ...tally };
  });
  return { id: patternId, title, severity, advisory: isAdvisory(pattern, at), cases };
}
