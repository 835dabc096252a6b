/** What a wish to get no more mail sets off, however it came: by one click, by a reply, or as a complaint. */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import type { createOutbox } from '../outbox.ts';
import type { SuppressionsService } from './suppressions.service.ts';

export interface Wish {
  /** The mail of ours that led to it; null when nobody knows. */
  mail: { id: string; prospect: string; prospect_id: string; recipient_index: string } | null;
  /** The address that it came from, when it holds for that one too. */
  from: string | null;
  via: 'one_click' | 'reply' | 'mailto' | 'complaint';
  /** Names the wish: told twice under one name, the Studio hears it once. */
  event: string;
}

export function createLeave(deps: {
  clock: Clock;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  suppressions: Pick<SuppressionsService, 'suppress' | 'suppressIndex'>;
}) {
  const { clock, outbox, suppressions } = deps;
  /** Holds for the address that we wrote to, the one that the person has now, and the one that the wish came from. */
  return async function leave(tx: Sql, { mail, from, via, event }: Wish): Promise<void> {
    const reason = via === 'complaint' ? 'complained' : 'unsubscribed';
    if (mail !== null) {
      const [now] = await tx.query<{ email_index: string | null }>(
        'select email_index from outreach.prospects where id = $1',
        [mail.prospect],
      );
      for (const emailIndex of new Set([mail.recipient_index, now?.email_index ?? mail.recipient_index]))
        await suppressions.suppressIndex(tx, { emailIndex, email: null, reason, source: via });
      await tx.query('update outreach.consents set withdrawn_at = $2 where prospect = $1 and withdrawn_at is null', [
        mail.prospect,
        isoOf(clock.now()),
      ]);
    }
    if (from !== null) await suppressions.suppress(tx, from, reason, via, mail?.prospect ?? null);
    await outbox.enqueue(tx, {
      ...{ kind: 'unsubscribed', event, via },
      ...{ mail: mail?.id ?? null, prospectId: mail?.prospect_id ?? null },
    });
  };
}
