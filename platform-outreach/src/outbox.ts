/** The outbox: what the Studio is to be told is written in the transaction of the act, so neither is there alone. */
import { hash } from 'node:crypto';
import { declarationOf, type OutreachEvent, orderKeyOf, sourceEventId } from '@sacred-qa/contracts/outreach';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { outbox } from './schema.ts';

/** Those who look on right now; not given where nobody can, as in a store that holds outreach alone. */
export interface Onlookers {
  /** Adds to what they are told, in the transaction of the act. They look for it each second. */
  publish: (tx: Sql, items: readonly { kind: 'outreach'; what: string }[]) => Promise<void>;
}

export function createOutbox(deps: { clock: Clock; onlookers?: Onlookers }) {
  return {
    /**
     * Call it with the transaction that writes the act's own row. An event that is there already is left as it is, so
     * an act that is done again tells nothing twice.
     */
    async enqueue(tx: Sql, event: OutreachEvent): Promise<void> {
      const at = isoOf(deps.clock.now());
      const added = await tx.orm
        .insert(outbox)
        .values({
          sourceEventId: sourceEventId(event),
          orderKey: orderKeyOf(event),
          event: declarationOf(event),
          traceparent: traceparentOf(event),
          createdAt: at,
          // At once, whatever the clock of the host that tells it says.
          nextTryAt: '-infinity',
        })
        .onConflictDoNothing({ target: outbox.sourceEventId })
        .returning({ id: outbox.id });
      if (added.length > 0) await deps.onlookers?.publish(tx, [{ kind: 'outreach', what: event.kind }]);
    },
  };
}

/**
 * W3C trace context: one trace for all that happens with a prospect or a campaign, one span for each event, so that
 * who follows traces elsewhere finds in the Studio's nodes what belongs together. Made of names alone, it is the same
 * when the act is done again.
 */
function traceparentOf(event: OutreachEvent): string {
  const trace = hash('sha256', `outreach trace ${orderKeyOf(event)}`).slice(0, 32);
  const span = hash('sha256', `outreach span ${sourceEventId(event)}`).slice(0, 16);
  return `00-${trace}-${span}-01`;
}
