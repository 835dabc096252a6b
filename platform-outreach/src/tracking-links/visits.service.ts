/** Opens and clicks: who came is judged and counted, nothing of who they are is kept, and a link leads where it was meant to. */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { createOutbox } from '../outbox.ts';
import { proveLeft } from '../sending/proof-of-leaving.ts';
import type { Vault } from '../vault/vault.ts';
import type { Tokens } from './tokens.ts';
import { type Actor, actorOf, BURST_MS, type Visit } from './visit-rules.ts';

/** `foreign`: we did not sign it. `expired`: what stood behind it is not kept. */
export type Followed = { kind: 'foreign' } | { kind: 'expired' } | { kind: 'to'; address: string };

export type Visitor = Pick<Visit, 'method' | 'userAgent' | 'purpose'>;

export type VisitsService = ReturnType<typeof createVisitsService>;

interface MailRow {
  id: string;
  prospect: string;
  prospect_id: string;
  erased: boolean;
  /** Null for one that has not left: then it is the studio that looks at its own preview. */
  left_ms: number | null;
}

// The row is locked, so that the links of a mail that are followed at once know of each other.
const MAIL = `
  select m.id, m.prospect, p.prospect_id, p.erased_at is not null as erased,
    case when m.state in ('sending', 'sent', 'in_doubt')
      then (extract(epoch from coalesce(m.sent_at, m.sending_at)) * 1000)::float8 end as left_ms
  from outreach.messages m join outreach.prospects p on p.id = m.prospect where m.id = $1 for update of m`;

/** Loaded again within this time by the same sort of visitor, it is the same visit: nobody can fill the disk with one link. */
const SAME_VISIT_MS = 10 * 60_000;

export function createVisitsService(deps: {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Pick<Vault, 'open'>;
  tokens: Pick<Tokens, 'read'>;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
}) {
  const { db, clock, newId, vault, tokens, outbox } = deps;

  async function record(
    tx: Sql,
    mail: MailRow,
    visitor: Visitor,
    what: { kind: 'open' } | { kind: 'click'; position: number },
  ): Promise<void> {
    if (mail.left_ms === null || mail.erased) return;
    const nowMs = clock.now();
    const otherLinks = what.kind === 'click' ? await callBurst(tx, mail.id, what.position, nowMs) : 0;
    const { actor, rule } = actorOf({
      ...visitor,
      ...{ kind: what.kind, otherLinks, sinceSentMs: nowMs - mail.left_ms },
    });
    const position = what.kind === 'click' ? what.position : null;
    const event = newId();
    const sameVisit = `${what.kind}:${mail.id}:${position ?? 0}:${actor}:${Math.floor(nowMs / SAME_VISIT_MS)}`;
    const inserted = await tx.query(
      `insert into outreach.message_events (id, message, kind, actor, at, detail, dedupe_key)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (dedupe_key) do nothing returning id`,
      [
        ...[event, mail.id, what.kind, actor, isoOf(nowMs)],
        ...[JSON.stringify(position === null ? { rule } : { rule, position }), sameVisit],
      ],
    );
    if (inserted.length === 0) return;
    await proveLeft(tx, deps, mail.id, 'visit');
    await tell(tx, mail, event, actor, position);
  }

  /**
   * How many other links were followed just now; those were no person's either, whoever they were taken for. Their keys
   * make room for the person who comes after them.
   */
  async function callBurst(tx: Sql, mail: string, position: number, nowMs: number): Promise<number> {
    const others = await tx.query<{ id: string }>(
      `select id from outreach.message_events
       where message = $1 and kind = 'click' and (detail->>'position')::int <> $2 and at > $3`,
      [mail, position, isoOf(nowMs - BURST_MS)],
    );
    await tx.query(
      `update outreach.message_events set actor = 'scanner', detail = detail || '{"rule":"burst"}',
         dedupe_key = dedupe_key || ' ' || id
       where id = any($1::uuid[]) and actor in ('human', 'unknown')`,
      [others.map(({ id }) => id)],
    );
    return others.length;
  }

  async function tell(tx: Sql, mail: MailRow, event: string, actor: Actor, position: number | null): Promise<void> {
    const told = { event, actor, mail: mail.id, prospectId: mail.prospect_id };
    await outbox.enqueue(
      tx,
      position === null ? { kind: 'mail.opened', ...told } : { kind: 'mail.clicked', position, ...told },
    );
  }

  /** A disk that is nearly full takes no visit; who follows a link gets there all the same. */
  function mayRecord(): boolean {
    try {
      db.assertWritable();
      return true;
    } catch {
      return false;
    }
  }

  return {
    /** Answers whether the token is one of ours. */
    async open(token: string, visitor: Visitor): Promise<boolean> {
      const subject = tokens.read('open', token);
      if (subject === null) return false;
      if (!mayRecord()) return true;
      await db.transaction(async (tx) => {
        const [mail] = await tx.query<MailRow>(MAIL, [subject.message]);
        if (mail !== undefined) await record(tx, mail, visitor, { kind: 'open' });
      });
      return true;
    },

    async follow(token: string, visitor: Visitor): Promise<Followed> {
      const subject = tokens.read('click', token);
      if (subject === null) return { kind: 'foreign' };
      const writes = mayRecord();
      return db.transaction(async (tx): Promise<Followed> => {
        const [mail] = await tx.query<MailRow>(MAIL, [subject.message]);
        const [link] = await tx.query<{ sealed: Uint8Array }>(
          'select sealed from outreach.links where message = $1 and position = $2',
          [subject.message, subject.position],
        );
        if (mail === undefined || link === undefined || mail.erased) return { kind: 'expired' };
        const address = (await vault.open(tx, mail.prospect, 'links.sealed', link.sealed))?.toString();
        // Only what the mail itself named, and only what a browser opens as a page.
        if (address === undefined || !/^https?:\/\//i.test(address)) return { kind: 'expired' };
        if (writes) await record(tx, mail, visitor, { kind: 'click', position: subject.position });
        return { kind: 'to', address };
      });
    },
  };
}
