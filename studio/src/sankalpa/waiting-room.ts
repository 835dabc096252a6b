/** Events that wait for their parent: placed as soon as it comes, or by a sweep. Nobody else's intake asks for them. */
import type { Declaration } from '@sacred-qa/contracts/sankalpa';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import type { IntakeRepo } from './intake.repo.ts';
import { eventKey, type IntakeItem, type IntakeResult } from './intake.ts';

/** Source and id of an event. */
type EventName = NonNullable<Declaration['parent']>;

const PLACED_AT_ONCE = 128;
/** More parents than these are found by the sweep alone. */
const MOST_KNOWN_PARENTS = 50_000;

export function createWaitingRoom(deps: {
  db: Database;
  repo: Pick<IntakeRepo, 'due' | 'dueUnder' | 'awaitedParents'>;
  clock: Clock;
  submit: (item: IntakeItem) => Promise<IntakeResult>;
}) {
  const { db, repo } = deps;
  /** Keys of parents that events wait for, as far as this process knows; what another left waiting its sweep finds. */
  let awaited = new Set<string>();
  /** Those that were added since the last sweep looked. */
  let added = new Set<string>();

  /** Places what waits for these events, and what waits for that. */
  async function placeUnder(parents: readonly EventName[]): Promise<void> {
    for (let next = [...parents]; next.length > 0; ) {
      const due = await repo.dueUnder(db, next, PLACED_AT_ONCE);
      await Promise.all(due.map(({ id, item }) => deps.submit({ ...item, pendingId: id })));
      const placed = due.flatMap(({ item }) => nameOf(item) ?? []);
      next =
        due.length === PLACED_AT_ONCE ? [...next, ...placed] : placed.filter((name) => awaited.delete(keyOf(name)));
    }
  }

  /** The declaration that was just committed stands, whatever becomes of others: the next sweep takes them up. */
  async function tryToPlaceUnder(parent: EventName): Promise<void> {
    try {
      await placeUnder([parent]);
    } catch {
      // They wait on.
    }
  }

  return {
    /** Told of every declaration after its commit. */
    async committed(item: IntakeItem, { kind }: IntakeResult): Promise<void> {
      if (kind === 'waiting') {
        const parent = parentOf(item);
        if (parent === null) return;
        awaited.add(keyOf(parent));
        added.add(keyOf(parent));
        // It may have come while this one was being written.
        await tryToPlaceUnder(parent);
      } else if (kind === 'created' && awaited.size > 0) {
        const name = nameOf(item);
        if (name !== null && awaited.delete(keyOf(name))) await tryToPlaceUnder(name);
      }
    },

    /** Places all whose parent has come, and begins trees for those whose deadline passed; answers how many. */
    async sweep(): Promise<number> {
      let placed = 0;
      for (;;) {
        const due = await repo.due(db, PLACED_AT_ONCE, new Date(deps.clock.now()).toISOString());
        if (due.length === 0) break;
        const items = due.map(({ id, item, overdue }) => ({
          ...(overdue ? withoutParent(item) : item),
          pendingId: id,
        }));
        await Promise.all(items.map((item) => deps.submit(item)));
        placed += items.length;
      }
      added = new Set();
      const standing = await repo.awaitedParents(db, MOST_KNOWN_PARENTS);
      awaited = new Set([...standing.map(keyOf), ...added]);
      return placed;
    },
  };
}

const keyOf = (name: EventName): string => eventKey(name.source, name.source_event_id);

function nameOf({ understanding }: IntakeItem): EventName | null {
  if (understanding.kind === 'refused') return null;
  const { source, source_event_id: id } = understanding.declaration;
  return source === undefined || id === undefined ? null : { source, source_event_id: id };
}

function parentOf({ understanding }: IntakeItem): EventName | null {
  return understanding.kind === 'refused' ? null : (understanding.declaration.parent ?? null);
}

function withoutParent(item: IntakeItem): IntakeItem {
  if (item.understanding.kind === 'refused') return item;
  const { parent: _, ...declaration } = item.understanding.declaration;
  return { ...item, understanding: { ...item.understanding, declaration } };
}
