/** AI products that may be audited: their address and the names of their secrets, never the secrets. */
import { StudioError } from '@sacred-qa/contracts/errors';
import {
  type Capabilities,
  runsHere,
  type ScopeRecord,
  scopeRecord,
  type TargetSpec,
} from '@sacred-qa/contracts/target';
import { addressOf } from '@sacred-qa/contracts/target-facts';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { orm } from '@sacred-qa/foundation/database/drizzle';
import type { NewId } from '@sacred-qa/foundation/ids';
import { typedUrls } from '../audits/targets/address-guard.ts';
import { permissionAt } from '../audits/targets/permitted-hours.ts';
import { targets } from '../schema.ts';

const { and, desc, eq, lt } = orm;

export interface Target {
  id: string;
  spec: TargetSpec;
  scope: ScopeRecord;
  capabilities: Capabilities | null;
  created_at: string;
  updated_at: string;
}

export type TargetsService = ReturnType<typeof createTargetsService>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function createTargetsService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  /** Why an address lies outside what may be audited; null when it does not. */
  checkScope: (spec: TargetSpec, scope: ScopeRecord) => { detail: string } | null;
  probe: (spec: TargetSpec, scope: ScopeRecord, secrets: Record<string, string>) => Promise<Capabilities>;
}) {
  const { db, clock } = deps;

  async function find(nameOrId: string): Promise<Target | null> {
    const condition = UUID.test(nameOrId) ? eq(targets.id, nameOrId) : eq(targets.name, nameOrId);
    const [row] = await db.orm.select().from(targets).where(condition);
    return row === undefined ? null : viewOf(row);
  }

  async function get(nameOrId: string): Promise<Target> {
    const found = await find(nameOrId);
    if (found === null) throw new StudioError('not_found', `There is no target ${nameOrId}.`);
    return found;
  }

  /** Throws `scope_refused` with the flag or record that would allow it. */
  function assertScope(spec: TargetSpec, scope: ScopeRecord): void {
    const refused = deps.checkScope(spec, scope);
    if (refused) throw new StudioError('scope_refused', refused.detail);
  }

  /** Throws `scope_refused` outside the hours that were allowed, with when they begin. */
  function assertPermittedNow(scope: ScopeRecord): void {
    const { isOpen, changesAtMs } = permissionAt(scope.hours, clock.now());
    if (isOpen || changesAtMs === null) return;
    const detail = `It may be asked only at ${scope.hours} Indian time; that begins again at ${isoOf(changesAtMs)}.`;
    throw new StudioError('scope_refused', detail);
  }

  return {
    ...{ get, find, assertScope, assertPermittedNow },

    /** Reserves the next moment at which a question may go out, in epoch milliseconds; now, when the target is gone. */
    async takeTurn(name: string, ratePerMinute: number): Promise<number> {
      const nowMs = clock.now();
      const [row] = await db.query<{ at: number }>(
        `update targets set next_turn_at = greatest(coalesce(next_turn_at, $2::timestamptz), $2::timestamptz)
           + $3::float8 * interval '1 millisecond'
         where name = $1 returning extract(epoch from next_turn_at)::float8 * 1000 - $3::float8 as at`,
        [name, isoOf(nowMs), 60_000 / ratePerMinute],
      );
      return row?.at ?? nowMs;
    },

    /**
     * Adds a target, or changes the one of this name. Throws `conflict` when that one lies elsewhere, unless it is to be
     * replaced: a mistyped address shall not take the place of a good one. What was allowed is kept only while every
     * address that may be asked is the same: what was allowed there is not allowed here.
     */
    async save(
      spec: TargetSpec,
      given?: ScopeRecord,
      options: { replace?: boolean | undefined } = {},
    ): Promise<Target> {
      db.assertWritable();
      const before = await find(spec.name);
      const isElsewhere = before !== null && placeOf(before.spec) !== placeOf(spec);
      if (isElsewhere && options.replace !== true) throw takenError(before.spec, spec);
      const scope = given ?? (before !== null && asksTheSame(before.spec, spec) ? before.scope : scopeRecord.parse({}));
      assertScope(spec, scope);
      const at = isoOf(clock.now());
      const id = before?.id ?? deps.newId();
      await db.orm
        .insert(targets)
        .values({ id, name: spec.name, spec, scope, createdAt: at, updatedAt: at })
        .onConflictDoUpdate({ target: targets.name, set: { spec, scope, updatedAt: at } });
      return get(spec.name);
    },

    async list(beforeId: string | null, limit: number): Promise<Target[]> {
      const rows = await db.orm
        .select()
        .from(targets)
        .where(and(beforeId === null ? undefined : lt(targets.id, beforeId)))
        .orderBy(desc(targets.id))
        .limit(limit);
      return rows.map(viewOf);
    },

    async remove(nameOrId: string): Promise<void> {
      const { id } = await get(nameOrId);
      await db.orm.delete(targets).where(eq(targets.id, id));
    },

    /** Asks the target what it can do and keeps the answer. */
    async probe(nameOrId: string, secrets: Record<string, string>): Promise<Capabilities> {
      const target = await get(nameOrId);
      assertScope(target.spec, target.scope);
      assertPermittedNow(target.scope);
      const capabilities = await deps.probe(target.spec, target.scope, secrets);
      await db.orm
        .update(targets)
        .set({ capabilities, updatedAt: isoOf(clock.now()) })
        .where(eq(targets.id, target.id));
      return capabilities;
    },
  };
}

/** Whether one asks at no other address than the other, those of its session included. */
export const asksTheSame = (one: TargetSpec, other: TargetSpec): boolean =>
  placeOf(one) === placeOf(other) && typedUrls(one).map(bare).join(' ') === typedUrls(other).map(bare).join(' ');

const bare = (address: string): string => address.replace(/\/+$/, '');
const placeOf = (spec: TargetSpec): string => `${spec.kind} ${bare(addressOf(spec))}`;

function takenError(before: TargetSpec, spec: TargetSpec): StudioError {
  const detail = `The name "${spec.name}" is that of a target at ${addressOf(before)}, and this one is at ${addressOf(spec)}. Give it another name, or let it take the other's place with "studio targets add --replace".`;
  return new StudioError('conflict', detail, { errors: [{ pointer: '/target/name', detail: 'The name is taken.' }] });
}

/** An address in the private network is for those who run the house to allow. Throws `forbidden`. */
export function assertMayAllow(scope: ScopeRecord | undefined, keyScope: string | undefined): void {
  if (scope?.allow_private !== true || keyScope === 'admin') return;
  throw new StudioError(
    'forbidden',
    'Only a key that may admin can allow a private address (allow_private). Have the target registered with one; then any key that may write can audit it.',
  );
}

/**
 * Code of this machine is run only for who sits at it: anybody else with a key could otherwise have it run.
 * Throws `forbidden`.
 */
export function assertMayRun(spec: TargetSpec, sitsHere: boolean): void {
  if (sitsHere || !runsHere(spec)) return;
  throw new StudioError(
    'forbidden',
    'This target runs code of the machine that the studio is on. Ask for it there, with the studio command or an admin key.',
  );
}

function viewOf(row: typeof targets.$inferSelect): Target {
  return {
    id: row.id,
    spec: row.spec as TargetSpec,
    scope: row.scope as ScopeRecord,
    capabilities: row.capabilities as Capabilities | null,
    created_at: isoOf(Date.parse(row.createdAt)),
    updated_at: isoOf(Date.parse(row.updatedAt)),
  };
}
