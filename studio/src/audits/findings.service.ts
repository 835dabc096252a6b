/** Findings after their run: found again, decided on, looked at again. Every decision is an act with its own node. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type FindingChange, SETTLED } from '@sacred-qa/contracts/finding';
import type { FindingView, ReportData } from '@sacred-qa/contracts/report';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { LiveEvents } from '../events/live-events.ts';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import type { RunCaller } from './audits.service.ts';
import { type FindingFilter, findingsRepo, type StoredFinding } from './findings.repo.ts';

export interface FindingDetail extends FindingView {
  audit_id: string;
  target: ReportData['target'];
}

interface HowToRetest extends RunCaller {
  /** Values of the secrets that the target names. */
  secrets: Record<string, string> | undefined;
}

export type FindingsService = ReturnType<typeof createFindingsService>;

export function createFindingsService(deps: {
  db: Database;
  lineage: LineageRepo;
  clock: Clock;
  newId: NewId;
  redact: (value: unknown) => unknown;
  live: LiveEvents;
  gateway: { name: string; version: string };
  audits: {
    findingsOf(id: string, also: string): Promise<Pick<ReportData, 'findings' | 'target'>>;
    retest(id: string, options: { patternIds: readonly string[] | null } & HowToRetest): Promise<AuditView>;
  };
}) {
  const { db, lineage, gateway } = deps;

  async function stored(sql: Sql, id: string, lock = false): Promise<StoredFinding> {
    const found = await findingsRepo.byId(sql, id, lock);
    if (found === null) throw new StudioError('not_found', `There is no finding ${id}.`);
    return found;
  }

  async function get(id: string): Promise<FindingDetail> {
    const { auditId } = await stored(db, id);
    const { findings, target } = await deps.audits.findingsOf(auditId, id);
    const view = findings.find((one) => one.id === id);
    if (view === undefined) throw new StudioError('not_found', `There is no finding ${id}.`);
    return { ...view, audit_id: auditId, target };
  }

  return {
    get,
    list: (filter: FindingFilter, beforeId: string | null, limit: number) =>
      findingsRepo.list(db, filter, beforeId, limit),

    /** `author` is who asked when the change does not say who decided. */
    async change(id: string, change: FindingChange, author: string): Promise<FindingDetail> {
      db.assertWritable();
      if (SETTLED.has(change.status) && change.reason === '') {
        const detail = `Say why it is ${change.status.replace('_', ' ')}: whoever reads the report will ask.`;
        throw new StudioError('validation_failed', detail, { errors: [{ pointer: '/reason', detail }] });
      }
      const reason = deps.redact(change.reason) as string;
      await db.transaction(async (tx) => {
        // The tree before the finding, as the end of a retest locks them: the other way round they could wait in a ring.
        await lineage.lockHeads(tx, [(await stored(tx, id)).rootId]);
        const before = await stored(tx, id, true);
        if (before.status === change.status && reason === '') {
          throw new StudioError('conflict', `The finding is ${before.status.replace('_', ' ')} already.`);
        }
        const by = deps.redact(change.by ?? author) as string;
        await writeDecision(tx, before, { status: change.status, reason, by });
        await deps.live.publish(tx, [{ kind: 'finding_changed', finding_id: id, status: change.status }]);
      });
      deps.live.wake();
      return get(id);
    },

    /** Asks the failed cases of this finding again. */
    async retest(id: string, how: HowToRetest): Promise<AuditView> {
      const { auditId, patternId } = await stored(db, id);
      return deps.audits.retest(auditId, { patternIds: [patternId], ...how });
    },
  };

  async function writeDecision(
    tx: Sql,
    finding: StoredFinding,
    { status, reason, by }: { status: FindingChange['status']; reason: string; by: string },
  ): Promise<void> {
    const at = isoOf(deps.clock.now());
    const parent = await lineage.place(tx, finding);
    if (parent === null) throw new StudioError('not_found', 'The lineage of this finding has left by retention.');
    const eventId = deps.newId();
    const [node] = await lineage.append(tx, finding.rootId, [
      {
        parent,
        agentName: gateway.name,
        operationType: 'finding_status',
        timestamp: at,
        durationMs: 0,
        success: true,
        metadata: { version: gateway.version, finding_id: finding.id, event_id: eventId, status, reason, by },
      },
    ]);
    await findingsRepo.setStatus(tx, { id: finding.id, status, reason: reason === '' ? null : reason, at });
    await findingsRepo.insertEvents(tx, [
      {
        id: eventId,
        findingId: finding.id,
        rootId: finding.rootId,
        seq: node?.seq ?? 0,
        status,
        reason,
        author: by,
        retestAuditId: null,
        createdAt: at,
      },
    ]);
  }
}
