/**
 * Intake: takes declarations, lets jnana judge them, and commits them in groups.
 * A declaration is answered only after its commit. See docs/adr for why group commit.
 */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { createGroupCommit } from '@sacred-qa/foundation/group-commit';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { Agent } from '../agents/agent.ts';
import type { Understanding } from '../agents/jnana.ts';
import type { IntakeRepo } from './intake.repo.ts';
import { buildIntake, type IntakeItem, type IntakeResult, nothingKnown } from './intake.ts';
import { isReserved, RETRY_SOURCE } from './own-sources.ts';
import { createWaitingRoom } from './waiting-room.ts';

/** How long an event waits for its parent before it begins a tree of its own. */
export const PENDING_DEADLINE_MS = 24 * 60 * 60 * 1000;
const MAX_BATCH = 128;
const MAX_QUEUED = 4096;

export interface Caller {
  /** Null for an act of the house itself, which is no contact. */
  endpoint: string | null;
  requestId: string;
  keyId: string | null;
  client: string;
  /** Names an event that has no name of its own, so that its retry after a crash is known: see `retryIdOf`. */
  retryId?: string | undefined;
  /** W3C trace context that the request came with; kept when it is one. */
  traceparent?: string | string[] | undefined;
}

export type IntakeService = ReturnType<typeof createIntakeService>;

export function createIntakeService(deps: {
  db: Database;
  repo: IntakeRepo;
  clock: Clock;
  newId: NewId;
  gateway: { name: string; version: string };
  jnana: Agent<unknown, Understanding>;
  redact: (value: unknown) => unknown;
  hashOf: (value: unknown) => string;
  /** Told after a commit, so that live views wake. */
  onCommit?: () => void;
}) {
  const build = (items: readonly IntakeItem[], known = nothingKnown()) =>
    buildIntake(items, known, {
      newId: deps.newId,
      agents: { gateway: deps.gateway, jnana: deps.jnana },
      pendingDeadlineMs: PENDING_DEADLINE_MS,
    });

  /** The common batch refers to nothing that stands: it is written in one statement, without a look-up. */
  async function commitPlain(items: readonly IntakeItem[]): Promise<IntakeResult[]> {
    const { rows, results } = build(items);
    await deps.repo.write(deps.db, rows);
    return results;
  }

  /** What was looked up may be written by another process before our turn: then it is looked up again. */
  async function commitLooking(items: readonly IntakeItem[], triesLeft = LOOKING_TRIES): Promise<IntakeResult[]> {
    try {
      return await deps.db.transaction(async (tx) => {
        const { rows, results } = build(items, await deps.repo.load(tx, items));
        await deps.repo.write(tx, rows);
        return results;
      });
    } catch (error) {
      if (triesLeft <= 1 || !LOST_A_RACE.has(sqlStateOf(error))) throw error;
      return commitLooking(items, triesLeft - 1);
    }
  }

  async function commit(items: readonly IntakeItem[]): Promise<IntakeResult[]> {
    deps.db.assertWritable();
    const results = items.some(refersToSomething) ? await commitLooking(items) : await commitEvents(items);
    deps.onCommit?.();
    return results;
  }

  /** Events are new far more often than not: written at once, and looked up only when one of them was not. */
  async function commitEvents(items: readonly IntakeItem[]): Promise<IntakeResult[]> {
    try {
      return await commitPlain(items);
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return commitLooking(items);
      throw error;
    }
  }

  const group = createGroupCommit({
    maxBatch: MAX_BATCH,
    maxQueued: MAX_QUEUED,
    commit,
  });

  function itemOf(body: unknown, caller: Caller): IntakeItem {
    const startedMs = performance.now();
    const safeBody = deps.redact(body);
    const understanding = asNamedFor(caller, deps.jnana.act(safeBody) as Understanding);
    const named = understanding.kind === 'accepted' && understanding.declaration.source !== undefined;
    return {
      understanding,
      payloadJson: storableJson(safeBody),
      requestHash: named ? deps.hashOf(body) : null,
      endpoint: caller.endpoint,
      requestId: caller.requestId,
      ...(isTraceparent(caller.traceparent) ? { traceparent: caller.traceparent } : {}),
      keyId: caller.keyId,
      client: caller.client,
      receivedAt: isoOf(deps.clock.now()),
      jnanaMs: performance.now() - startedMs,
    };
  }

  const waitingRoom = createWaitingRoom({ ...deps, submit: (item) => group.submit(item) });

  return {
    /** Takes one declaration. Resolves after the commit that holds it. */
    async declare(body: unknown, caller: Caller): Promise<IntakeResult> {
      const item = itemOf(body, caller);
      const result = await group.submit(item);
      await waitingRoom.committed(item, result);
      return result;
    },

    /** Places waiting events whose parent has come, and begins trees for those whose deadline passed. */
    placeWaiting: waitingRoom.sweep,

    drain: () => group.drain(),
  };
}

const isTraceparent = (given: unknown): given is string =>
  typeof given === 'string' && /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(given);

/** An event from outside may not bear a name of ours; one without a name gets that of its retry, if it has one. */
function asNamedFor({ endpoint, retryId }: Caller, understanding: Understanding): Understanding {
  if (understanding.kind === 'refused') return understanding;
  const { declaration } = understanding;
  if (endpoint !== null && isReserved(declaration.source)) {
    const detail = `The source ${declaration.source} is the studio's own; name another.`;
    return { kind: 'refused', errors: [{ pointer: '/source', detail }] };
  }
  if (retryId === undefined || declaration.source !== undefined) return understanding;
  return { ...understanding, declaration: { ...declaration, source: RETRY_SOURCE, source_event_id: retryId } };
}

function refersToSomething(item: IntakeItem): boolean {
  if (item.understanding.kind === 'refused') return false;
  const { parent, parent_lineage_id: parentId } = item.understanding.declaration;
  return parent !== undefined || parentId !== undefined || item.pendingId !== undefined;
}

const PAYLOAD_MAX_CHARS = 16_384;

/** A log keeps what was asked, not a megabyte of it. */
function storableJson(body: unknown): string {
  const text = JSON.stringify(body) ?? 'null';
  if (text.length <= PAYLOAD_MAX_CHARS) return text;
  return JSON.stringify({ truncated: true, chars: text.length, begins: text.slice(0, 1000).toWellFormed() });
}

const UNIQUE_VIOLATION = '23505';
/** Unique violation, deadlock, serialization failure: another transaction was first. */
const LOST_A_RACE: ReadonlySet<string> = new Set([UNIQUE_VIOLATION, '40P01', '40001']);
const LOOKING_TRIES = 4;

/** The SQLSTATE under an error's causes; empty when there is none. */
function sqlStateOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ('code' in e && /^[0-9A-Z]{5}$/.test(String(e.code))) return String(e.code);
  }
  return '';
}
