/** What came of a mail proves that it left: one that was in doubt is in doubt no more, and the Studio is told that it was sent. */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import type { createOutbox } from '../outbox.ts';

export type Proof = 'sent_folder' | 'reply' | 'bounce' | 'unsubscribe' | 'visit' | 'booking';

interface ProvenMail {
  batch: string;
  campaign: string;
  prospectId: string;
  step: number;
  variant: string;
}

/** Call it before what came of the mail is written or told. Holds also for one of which a person said that it was not sent. */
export async function proveLeft(
  tx: Sql,
  deps: { clock: Clock; outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'> },
  mail: string,
  by: Proof,
): Promise<void> {
  const [proven] = await tx.query<ProvenMail>(
    `update outreach.messages m set state = 'sent', sent_at = coalesce(m.sent_at, m.sending_at, m.send_at), settled_by = $2,
       settled_at = $3
     from outreach.prospects p where p.id = m.prospect and m.id = $1
       and (m.state = 'in_doubt' or m.settled_at is not null and m.state in ('reserved', 'expired', 'suppressed'))
     returning m.batch, m.campaign, m.step, m.variant, p.prospect_id as "prospectId"`,
    [mail, by, isoOf(deps.clock.now())],
  );
  if (proven !== undefined) await deps.outbox.enqueue(tx, { kind: 'mail.sent', mail, ...proven });
}
