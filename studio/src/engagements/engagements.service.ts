/** Work sold to clients, from the quote to the money. Each change is an act below the engagement’s own. */
import type { EngagementPatch, EngagementView, NewEngagement } from '@sacred-qa/contracts/engagement';
import { StudioError } from '@sacred-qa/contracts/errors';
import { formatPlace, type Place, parsePlace } from '@sacred-qa/contracts/lineage';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { orm } from '@sacred-qa/foundation/database/drizzle';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import type { IntakeService } from '../sankalpa/intake.service.ts';
import { engagements } from '../schema.ts';

const { eq } = orm;

/** Where bookings come from; the outreach side names its events so. */
const BOOKING_SOURCE = 'outreach';

const VIEW = `e.id, e.root_id || '.' || e.seq as lineage_id, e.client, e.scope, e.price_paise::float8 as price_paise,
  e.monthly_users::float8 as monthly_users, e.loss_per_case_paise::float8 as loss_per_case_paise, e.state,
  (select coalesce(json_agg(a.id order by a.id), '[]'::json) from audits a where a.engagement_id = e.id) as audits,
  ${isoSql('e.created_at')} as created_at, ${isoSql('e.updated_at')} as updated_at`;

export type EngagementsService = ReturnType<typeof createEngagementsService>;

export async function findEngagement(sql: Sql, id: string): Promise<EngagementView | null> {
  const [row] = await sql.query<EngagementView>(`select ${VIEW} from engagements e where e.id = $1`, [id]);
  return row ?? null;
}

export function createEngagementsService(deps: {
  db: Database;
  intake: Pick<IntakeService, 'declare'>;
  lineage: LineageRepo;
  clock: Clock;
  newId: NewId;
  redact: (value: unknown) => unknown;
  gateway: { name: string; version: string };
}) {
  const { db, lineage, gateway } = deps;

  async function get(id: string): Promise<EngagementView> {
    const found = await findEngagement(db, id);
    if (found === null) throw new StudioError('not_found', `There is no engagement ${id}.`);
    return found;
  }

  /** A calendar's own id, or the id of its event, which may stand behind a word and a colon. */
  async function bookingPlace(uid: string): Promise<Place> {
    const [found] = await db.query<Place>(
      `select root_id as "rootId", seq from event_dedup
       where source = $1 and (source_event_id = $2 or right(source_event_id, length($2) + 1) = ':' || $2)
       order by source_event_id <> $2, seq desc limit 1`,
      [BOOKING_SOURCE, uid],
    );
    if (found !== undefined) return found;
    const detail = `No booking ${uid} has come in from outreach. Bookings come in by themselves; look for its uid there.`;
    throw new StudioError('unknown_parent', detail, { errors: [{ pointer: '/booking', detail }] });
  }

  return {
    get,

    list: (beforeId: string | null, limit: number): Promise<EngagementView[]> =>
      db.query(`select ${VIEW} from engagements e where ($1::uuid is null or e.id < $1) order by e.id desc limit $2`, [
        beforeId,
        limit,
      ]),

    /** The act that work is caused by: the booking when one is named, else the engagement; null when neither is. */
    async causeOf(named: { engagementId: string | null; booking: string | null }): Promise<Place | null> {
      const engagement = named.engagementId === null ? null : await get(named.engagementId);
      if (named.booking !== null) return bookingPlace(named.booking);
      const place = engagement === null ? null : parsePlace(engagement.lineage_id);
      // Its tree may have left by retention; the engagement stays, and new work begins a tree of its own.
      return place === null ? null : (await lineage.place(db, place)) === null ? null : place;
    },

    async add(given: NewEngagement, retryId?: string): Promise<EngagementView> {
      db.assertWritable();
      const parent = given.booking === undefined ? null : await bookingPlace(given.booking);
      const { client, scope } = deps.redact({ client: given.client, scope: given.scope }) as NewEngagement;
      const declared = await deps.intake.declare(
        {
          text: `Serve ${client}: ${scope}`,
          kind: 'engagement',
          ...(parent === null ? {} : { parent_lineage_id: formatPlace(parent) }),
        },
        { endpoint: null, requestId: deps.newId(), keyId: null, client: 'studio', retryId },
      );
      if (declared.kind === 'refused') {
        throw new StudioError(declared.code, declared.detail, { errors: declared.errors });
      }
      const place = declared.kind === 'waiting' ? null : parsePlace(declared.body.lineage_id);
      if (place === null) throw new StudioError('internal', 'The engagement’s sankalpa was not taken in.');
      const written = await db.query<{ id: string }>('select id from engagements where root_id = $1 and seq = $2', [
        place.rootId,
        place.seq,
      ]);
      // The same request again, whose answer was lost.
      if (written[0] !== undefined) return get(written[0].id);
      const id = deps.newId();
      const at = isoOf(deps.clock.now());
      await db.orm.insert(engagements).values({
        ...{ id, ...place, client, scope, pricePaise: given.price_paise, state: given.state },
        monthlyUsers: given.monthly_users ?? null,
        lossPerCasePaise: given.loss_per_case_paise ?? null,
        ...{ createdAt: at, updatedAt: at },
      });
      return get(id);
    },

    async change(id: string, patch: EngagementPatch): Promise<EngagementView> {
      db.assertWritable();
      const safe = deps.redact(patch) as EngagementPatch;
      await db.transaction(async (tx) => {
        // The tree before the engagement, as the beginning of a run locks them: else the two could wait in a ring.
        const trees = await tx.query<{ rootId: string }>('select root_id as "rootId" from engagements where id = $1', [
          id,
        ]);
        await lineage.lockHeads(
          tx,
          trees.map(({ rootId }) => rootId),
        );
        const [row] = await tx.query<Place & { state: string }>(
          'select root_id as "rootId", seq, state from engagements where id = $1 for update',
          [id],
        );
        if (row === undefined) throw new StudioError('not_found', `There is no engagement ${id}.`);
        const at = isoOf(deps.clock.now());
        await tx.orm
          .update(engagements)
          .set({
            updatedAt: at,
            ...(safe.state === undefined ? {} : { state: safe.state }),
            ...(safe.scope === undefined ? {} : { scope: safe.scope }),
            ...(safe.price_paise === undefined ? {} : { pricePaise: safe.price_paise }),
            ...(safe.monthly_users === undefined ? {} : { monthlyUsers: safe.monthly_users }),
            ...(safe.loss_per_case_paise === undefined ? {} : { lossPerCasePaise: safe.loss_per_case_paise }),
          })
          .where(eq(engagements.id, id));
        await leaveNode(tx, row, at, { engagement_id: id, from_state: row.state, ...safe });
      });
      return get(id);
    },
  };

  async function leaveNode(tx: Sql, place: Place, at: string, metadata: Record<string, unknown>): Promise<void> {
    const parent = await lineage.place(tx, place);
    if (parent === null) return;
    await lineage.append(tx, place.rootId, [
      {
        parent,
        agentName: gateway.name,
        operationType: 'engagement_changed',
        timestamp: at,
        durationMs: 0,
        success: true,
        metadata: { version: gateway.version, ...metadata },
      },
    ]);
  }
}
