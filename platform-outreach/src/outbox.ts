/** The outbox: what the Studio is to be told is written in the transaction of the act, so neither is there alone. */
import { declarationOf, type OutreachEvent, orderKeyOf, sourceEventId } from '@sacred-qa/contracts/outreach';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { outbox } from './schema.ts';

export function createOutbox(deps: { clock: Clock }) {
  return {
    /**
     * Call it with the transaction that writes the act's own row. An event that is there already is left as it is, so
     * an act that is done again tells nothing twice.
     */
    async enqueue(tx: Sql, event: OutreachEvent, options: { traceparent?: string } = {}): Promise<void> {
      const at = isoOf(deps.clock.now());
      await tx.orm
        .insert(outbox)
        .values({
          sourceEventId: sourceEventId(event),
          orderKey: orderKeyOf(event),
          event: declarationOf(event),
          traceparent: options.traceparent ?? null,
          createdAt: at,
          nextTryAt: at,
        })
        .onConflictDoNothing({ target: outbox.sourceEventId });
    },
  };
}
