/** The wish of one who follows the unsubscribe link of a mail: looked at without a trace, and done by one press. */

import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { createOutbox } from '../outbox.ts';
import { proveLeft } from '../sending/proof-of-leaving.ts';
import type { UntilNothingIsUnderWay } from '../sending/under-way.ts';
import type { createLeave } from '../suppressions/leave.ts';
import type { Tokens } from './tokens.ts';

/**
 * `foreign`: we did not sign this link. `expired`: we did, and the mail it stood in is not kept any more. `listed`:
 * this person is still written to. `left`: not any more, by this press or before it.
 */
export type Standing =
  | { kind: 'foreign' }
  | { kind: 'expired' }
  | { kind: 'listed'; language: string }
  | { kind: 'left'; language: string; before: boolean };

export type UnsubscribeService = ReturnType<typeof createUnsubscribeService>;

interface MailRow {
  id: string;
  prospect: string;
  prospect_id: string;
  recipient_index: string;
  language: string;
  /** Neither the address that we wrote to nor the one that the person has now is written to. */
  off: boolean;
}

// One who only bounced may still wish to leave: that says more, and holds also when the address works again.
const MAIL = `
  select m.id, m.prospect, p.prospect_id, m.recipient_index, coalesce(nullif(m.language, ''), p.language) as language,
    not exists (select 1 from unnest(array[m.recipient_index, p.email_index]) as address
      where address is not null and not exists (select 1 from outreach.suppressions s
        where s.email_index = address and s.reason <> 'bounced')) as off
  from outreach.messages m join outreach.prospects p on p.id = m.prospect where m.id = $1`;

export function createUnsubscribeService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  tokens: Pick<Tokens, 'read'>;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  leave: ReturnType<typeof createLeave>;
  untilNothingIsUnderWay: UntilNothingIsUnderWay;
}) {
  const { db, clock, newId, tokens, leave } = deps;

  async function readMail(sql: Sql, id: string): Promise<MailRow | null> {
    const [row] = await sql.query<MailRow>(MAIL, [id]);
    return row ?? null;
  }

  return {
    /** For the page: reads, and changes nothing, because scanners follow every link of a mail. */
    async look(token: string): Promise<Standing> {
      const subject = tokens.read('unsubscribe', token);
      if (subject === null) return { kind: 'foreign' };
      const mail = await readMail(db, subject.message);
      if (mail === null) return { kind: 'expired' };
      const { language } = mail;
      return mail.off ? { kind: 'left', language, before: true } : { kind: 'listed', language };
    },

    /** Never answers `listed`. Done a second time it changes nothing. */
    async leave(token: string): Promise<Standing> {
      db.assertWritable();
      const subject = tokens.read('unsubscribe', token);
      if (subject === null) return { kind: 'foreign' };
      const left = await db.transaction(async (tx): Promise<(MailRow & { before: boolean }) | null> => {
        // The person's row first, as `mayWrite` takes it: of this and a batch, one comes after the other.
        await tx.query(
          'select id from outreach.prospects where id = (select prospect from outreach.messages where id = $1) for update',
          [subject.message],
        );
        const mail = await readMail(tx, subject.message);
        if (mail === null || mail.off) return mail && { ...mail, before: true };
        const event = newId();
        await proveLeft(tx, deps, mail.id, 'unsubscribe');
        await leave(tx, { mail, from: null, via: 'one_click', event });
        await tx.query(
          `insert into outreach.message_events (id, message, kind, at, detail, dedupe_key)
           values ($1, $2, 'unsubscribe', $3, $4, $5)`,
          [event, mail.id, isoOf(clock.now()), JSON.stringify({ via: 'one_click' }), `one_click:${event}`],
        );
        return { ...mail, before: false };
      });
      if (left === null) return { kind: 'expired' };
      await deps.untilNothingIsUnderWay({ prospect: left.prospect });
      return { kind: 'left', language: left.language, before: left.before };
    },
  };
}
