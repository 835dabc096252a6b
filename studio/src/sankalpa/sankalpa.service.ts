/** A sankalpa after its declaration: found, changed, closed. Each change is an act with its own node. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { SankalpaPatch, SankalpaView } from '@sacred-qa/contracts/sankalpa';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { Agent } from '../agents/agent.ts';
import type { Understanding } from '../agents/jnana.ts';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import { type SankalpaFilter, sankalpaRepo } from './sankalpa.repo.ts';

export type SankalpaService = ReturnType<typeof createSankalpaService>;

export function createSankalpaService(deps: {
  db: Database;
  lineage: LineageRepo;
  clock: Clock;
  gateway: { name: string; version: string };
  jnana: Agent<unknown, Understanding>;
  redact: (value: unknown) => unknown;
}) {
  const { db, lineage, clock, gateway } = deps;

  async function requireById(sql: Sql, id: string, lock: boolean) {
    const found = await sankalpaRepo.byId(sql, id, lock);
    if (found === null) throw new StudioError('not_found', `There is no sankalpa ${id}.`);
    return found;
  }

  /** Locked as everywhere: the tree's header first, then what lies in the tree. Two orders would wait for each other. */
  async function requireLocked(tx: Sql, id: string) {
    const { root_id: rootId } = await requireById(tx, id, false);
    await lineage.lockHeads(tx, [rootId]);
    return requireById(tx, id, true);
  }

  async function leaveNode(
    tx: Sql,
    of: { root_id: string; seq: number },
    operation: string,
    metadata: Record<string, unknown>,
  ) {
    const parent = await lineage.place(tx, { rootId: of.root_id, seq: of.seq });
    if (parent === null) throw new StudioError('not_found', 'The lineage of this sankalpa has left by retention.');
    await lineage.append(tx, of.root_id, [
      {
        parent,
        agentName: gateway.name,
        operationType: operation,
        timestamp: isoOf(clock.now()),
        durationMs: 0,
        success: true,
        metadata: { version: gateway.version, ...metadata },
      },
    ]);
  }

  return {
    list: (filter: SankalpaFilter, beforeId: string | null, limit: number) =>
      sankalpaRepo.list(db, filter, beforeId, limit),

    async get(id: string): Promise<SankalpaView> {
      const { root_id: _, seq: __, ...view } = await requireById(db, id, false);
      return view;
    },

    async change(id: string, patch: SankalpaPatch): Promise<SankalpaView> {
      db.assertWritable();
      const safe = deps.redact(patch) as SankalpaPatch;
      await db.transaction(async (tx) => {
        const before = await requireLocked(tx, id);
        const text = safe.text ?? before.text;
        const context = safe.context === undefined ? before.context : safe.context;
        const understood = deps.jnana.act({ text, ...(context === null ? {} : { context }) }) as Understanding;
        if (understood.kind === 'refused') {
          throw new StudioError('validation_failed', 'The change breaks a rule.', { errors: understood.errors });
        }
        const { language, script } = understood;
        const status = safe.status ?? before.status;
        await sankalpaRepo.update(tx, id, { status, text, context, language, script, at: isoOf(clock.now()) });
        await leaveNode(tx, before, 'sankalpa_changed', { fields: Object.keys(safe).sort(), status });
      });
      return this.get(id);
    },

    /** Takes the sankalpa out of the lists; its lineage stays and says so. */
    async remove(id: string): Promise<void> {
      db.assertWritable();
      await db.transaction(async (tx) => {
        const before = await requireLocked(tx, id);
        const [tree] = await tx.query<{ hold: boolean; open_runs: number }>(
          'select hold, open_runs from lineage_trees where root_id = $1',
          [before.root_id],
        );
        if (tree?.hold) throw new StudioError('legal_hold', 'The tree of this sankalpa is under legal hold.');
        if (tree && tree.open_runs > 0) throw new StudioError('conflict', 'A run in this tree is not finished.');
        await leaveNode(tx, before, 'sankalpa_deleted', {});
        await sankalpaRepo.remove(tx, id);
      });
    },
  };
}
