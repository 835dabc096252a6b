/** Lets a run stand still with a name for it, and go on again. What was answered is kept, and so is what was not. */
import type { Budget, Pause } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { findingsRepo } from './findings.repo.ts';
import { type FinishDeps, renewFindings } from './finish.ts';
import { listEndedAttempts } from './list-attempts.ts';

/**
 * False when it does not run (any more), or when it was held to a budget that is no longer its own. Its findings so far
 * are written, so that its report has them.
 */
export async function pauseRun(
  deps: FinishDeps,
  auditId: string,
  why: Omit<Pause, 'at'>,
  heldTo?: Budget,
): Promise<boolean> {
  const before = await auditsRepo.byId(deps.db, auditId);
  if (before !== null) await listEndedAttempts(deps, before);
  await auditsRepo.takeStatistics(deps.db);
  const paused = await deps.db.transaction(async (tx) => {
    const audit = await auditsRepo.byId(tx, auditId, true);
    if (audit === null || (audit.state !== 'running' && audit.state !== 'queued')) return false;
    if (why.reason.startsWith('budget_') && canonicalJson(audit.budget) !== canonicalJson(heldTo)) return false;
    const at = isoOf(deps.clock.now());
    await renewFindings(deps, tx, audit, await findingsRepo.tallies(tx, auditId), at);
    await auditsRepo.setPause(tx, auditId, { ...why, at });
    await note(deps, tx, audit, 'paused', at, { reason: why.reason });
    await deps.live.publish(tx, [{ kind: 'audit_paused', audit_id: auditId, reason: why.reason }]);
    return true;
  });
  if (paused) deps.live.wake();
  return paused;
}

/** Lets a paused run go on under its budget, raised by what is given. False when it is at its end. */
export async function resumeRun(deps: FinishDeps, auditId: string, raised: Budget): Promise<boolean> {
  const goesOn = await deps.db.transaction(async (tx) => {
    const audit = await auditsRepo.byId(tx, auditId, true);
    if (audit === null) throw new StudioError('not_found', `There is no audit ${auditId}.`);
    if (audit.state === 'completed' || audit.state === 'cancelled') return false;
    if (raised.inr !== undefined && audit.price === null) {
      const detail = 'A budget in rupees needs a price, and the run was begun without one.';
      throw new StudioError('validation_failed', detail, { errors: [{ pointer: '/budget/inr', detail }] });
    }
    await auditsRepo.setBudget(tx, auditId, { ...audit.budget, ...raised });
    if (audit.state !== 'paused') return true;
    await auditsRepo.setPause(tx, auditId, null);
    await note(deps, tx, audit, 'resumed', isoOf(deps.clock.now()), {});
    await deps.live.publish(tx, [{ kind: 'audit_resumed', audit_id: auditId }]);
    return true;
  });
  deps.live.wake();
  return goesOn;
}

async function note(
  deps: FinishDeps,
  tx: Sql,
  audit: Audit,
  operationType: string,
  timestamp: string,
  metadata: Record<string, unknown>,
): Promise<void> {
  await deps.lineage.append(tx, audit.rootId, [
    {
      parent: await deps.lineage.place(tx, audit),
      agentName: deps.auditor.name,
      ...{ operationType, timestamp },
      durationMs: 0,
      success: true,
      metadata: { version: deps.auditor.version, audit_id: audit.id, ...metadata },
    },
  ]);
}
