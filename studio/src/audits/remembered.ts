/** What an earlier decision, or a look again, says of the findings of a run that ends. Decides nothing by chance alone. */
import { type FindingStatus, SETTLED } from '@sacred-qa/contracts/finding';
import type { Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import { wilson95 } from '@sacred-qa/foundation/statistics';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import type { Audit } from './audits.repo.ts';
import { causesOf } from './finding-causes.ts';
import { findingsRepo, type PatternTally, type StoredFinding } from './findings.repo.ts';
import { percent } from './report/wording.ts';

/** The decision that still holds for a new finding: the same fault was left on purpose, and nothing new came to it. */
export function decisionKept(
  earlier: StoredFinding | undefined,
  tally: PatternTally,
): { status: FindingStatus; statusReason: string | null } {
  const known = new Set(earlier?.causes ?? []);
  const isSame = causesOf(tally.reasons).every((cause) => known.has(cause));
  return earlier !== undefined && SETTLED.has(earlier.status) && isSame
    ? { status: earlier.status, statusReason: earlier.statusReason }
    : { status: 'open', statusReason: null };
}

export interface RetestDeps {
  lineage: LineageRepo;
  newId: NewId;
  auditor: { name: string; version: string };
}

/** Tells each finding that a retest looked at what came of it. */
export async function settleRetest(
  deps: RetestDeps,
  tx: Sql,
  audit: Audit,
  tallies: readonly PatternTally[],
  at: string,
): Promise<void> {
  if (audit.retestOf === null) return;
  const looked = new Map(tallies.map((tally) => [tally.patternId, tally]));
  for (const { id } of await findingsRepo.ofAudit(tx, audit.retestOf)) {
    const finding = await findingsRepo.byId(tx, id, true);
    const tally = finding === null ? undefined : looked.get(finding.patternId);
    if (finding !== null && tally !== undefined) await writeOutcome(deps, tx, audit, finding, tally, at);
  }
}

async function writeOutcome(
  deps: RetestDeps,
  tx: Sql,
  audit: Audit,
  finding: StoredFinding,
  tally: PatternTally,
  at: string,
): Promise<void> {
  const status = statusAfter(finding.status, tally);
  const reason = wordsOf(tally);
  const eventId = deps.newId();
  const parent = await deps.lineage.place(tx, finding);
  if (parent === null) return;
  const [node] = await deps.lineage.append(tx, finding.rootId, [
    {
      parent,
      agentName: deps.auditor.name,
      operationType: 'finding_retested',
      timestamp: at,
      durationMs: 0,
      success: true,
      metadata: {
        version: deps.auditor.version,
        ...{ finding_id: finding.id, event_id: eventId, retest_audit_id: audit.id, status },
        ...{ failed: tally.failed, scored: tally.scored, asked: tally.asked },
      },
    },
  ]);
  if (status !== finding.status) await findingsRepo.setStatus(tx, { id: finding.id, status, reason, at });
  await findingsRepo.insertEvents(tx, [
    {
      id: eventId,
      findingId: finding.id,
      rootId: finding.rootId,
      seq: node?.seq ?? 0,
      status,
      reason,
      author: deps.auditor.name,
      retestAuditId: audit.id,
      createdAt: at,
    },
  ]);
}

/** Fixed only when every trial was judged and none failed; what a person settled stays as it was settled. */
function statusAfter(before: FindingStatus, { failed, scored, asked }: PatternTally): FindingStatus {
  if (SETTLED.has(before)) return before;
  if (failed > 0) return before === 'fixed' ? 'open' : before;
  return scored === asked ? 'fixed' : before;
}

function wordsOf({ failed, scored, asked }: PatternTally): string {
  if (failed > 0) return `Still there: ${failed} of ${scored} trials failed.`;
  if (scored < asked)
    return `Cannot tell: ${asked - scored} of ${asked} trials could not be judged; none of the others failed.`;
  const most = percent(wilson95(0, scored).high).replace('\u00a0', ' ');
  return `Looked at again: none of ${scored} trials failed. With so many, a true rate of up to ${most} could still hide.`;
}
