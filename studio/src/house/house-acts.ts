/**
 * What the house does by itself (health check, clean-up, back-up): each run is declared as a sankalpa, performed by an
 * agent under it, and closed. Their history is therefore a query over sankalpa and lineage, not a log of its own.
 */
import { StudioError } from '@sacred-qa/contracts/errors';
import { parsePlace } from '@sacred-qa/contracts/lineage';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { Acts } from '../agents/acts.ts';
import type { Agent } from '../agents/agent.ts';
import type { IntakeService } from '../sankalpa/intake.service.ts';
import { HOUSE_SOURCE } from '../sankalpa/own-sources.ts';
import type { SankalpaService } from '../sankalpa/sankalpa.service.ts';

export interface HouseRun {
  run_id: string;
  lineage_id: string;
  at: string;
  state: 'active' | 'in_progress' | 'completed' | 'abandoned';
  /** What the agent answered, or why it failed; null while it runs. */
  detail: unknown;
}

export type HouseActs = ReturnType<typeof createHouseActs>;

export function createHouseActs(deps: {
  db: Database;
  intake: Pick<IntakeService, 'declare'>;
  sankalpa: Pick<SankalpaService, 'change'>;
  acts: Acts;
  clock: Clock;
  newId: NewId;
}) {
  return {
    async run<Output>(kind: string, text: string, agent: Agent<null, Output>): Promise<HouseRun> {
      const declared = await deps.intake.declare(
        { text, kind, source: HOUSE_SOURCE, source_event_id: deps.newId() },
        { endpoint: null, requestId: deps.newId(), keyId: null, client: 'studio' },
      );
      if (declared.kind !== 'created') throw new StudioError('internal', `The sankalpa of ${kind} was not taken in.`);
      const { id, lineage_id, created_at } = declared.body;
      const parent = parsePlace(lineage_id);
      if (parent === null) throw new StudioError('internal', `${lineage_id} is no lineage id.`);
      try {
        const { output } = await deps.acts.perform(agent, null, { parent, operation: kind, device: 'studio' });
        await deps.sankalpa.change(id, { status: 'completed' });
        return { run_id: id, lineage_id, at: created_at, state: 'completed', detail: output };
      } catch (error) {
        // The first fault is the one to tell.
        await deps.sankalpa.change(id, { status: 'abandoned' }).catch(() => {});
        throw error;
      }
    },

    /** Newest first. */
    async history(kind: string, limit: number): Promise<HouseRun[]> {
      return deps.db.query<HouseRun>(
        `select s.id as run_id, s.root_id || '.' || s.seq as lineage_id, ${isoSql('s.created_at')} as at, s.status as state,
           (select q.response_json from qa_logs q where q.root_id = s.root_id and q.agent_id <> 'jnana' order by q.id limit 1)
             as detail
         from sankalpa s where s.kind = $1 and s.source = $3 order by s.id desc limit $2`,
        [kind, limit, HOUSE_SOURCE],
      );
    },

    /** Hours since the last run that was completed; null when there was none. */
    async hoursSince(kind: string): Promise<number | null> {
      const [row] = await deps.db.query<{ hours: number | null }>(
        `select extract(epoch from $2::timestamptz - max(updated_at))::float8 / 3600 as hours
         from sankalpa where kind = $1 and status = 'completed' and source = $3`,
        [kind, isoOf(deps.clock.now()), HOUSE_SOURCE],
      );
      return row?.hours ?? null;
    },
  };
}
