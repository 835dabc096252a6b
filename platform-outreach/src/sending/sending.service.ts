/**
 * Sends what is due, once. A mail is `sending` in the database before a byte leaves; what happened to it is written
 * before the next one is begun. A mail whose end nobody saw is in doubt and is never sent again by itself.
 */
import type { MailRow, MailState } from '@sacred-qa/contracts/campaign';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { OutreachEvent } from '@sacred-qa/contracts/outreach';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { jitterMs, quietUntilMs } from '../campaigns/calendar.ts';
import type { createOutbox, Onlookers } from '../outbox.ts';
import type { SuppressionsService } from '../suppressions/suppressions.service.ts';
import { nullWhenErased, type Vault } from '../vault/vault.ts';
import { domainOf } from './addresses.ts';
import { proveLeft } from './proof-of-leaving.ts';
import * as rows from './sending.repo.ts';
import type { SendOutcome, SmtpConnection } from './smtp.ts';

export interface SendingDeps {
  db: Database;
  clock: Clock;
  vault: Vault;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  /** Told when a mail ends unsent, or a campaign ends, which are no events for the Studio. */
  onlookers?: Onlookers;
  suppressions: Pick<SuppressionsService, 'mayWrite' | 'suppressIndex'>;
  /** Null when no mail server is configured. */
  connect: (() => SmtpConnection) | null;
  /** Nothing else is taken; without it, what is due of all. */
  onlyCampaign?: string | null;
  /** True when the mail server is on this machine: then nothing leaves it. */
  staysHere: boolean;
  /** Names this process in rows. */
  owner: string;
  log: (line: Record<string, unknown>) => void;
  /** Looks for a Message-ID in the Sent folder; null when no mailbox is configured. */
  findInSent: ((messageId: string, signal?: AbortSignal) => Promise<boolean>) | null;
}

export type SendingService = ReturnType<typeof createSendingService>;

/** What one look at the queue came to; `waiting` says that nothing can leave now. */
export type Step =
  | { kind: 'waiting' }
  | { kind: 'closed'; id: string; why: string }
  | { kind: 'tried'; id: string; outcome: SendOutcome };

const RETRY_LATER_MS = 15 * 60_000;
/** A sender that says nothing for so long has died: our own limit for one mail is a fraction of it. */
const DEAD_AFTER_MS = 10 * 60_000;
/** A machine that slept between claim and sending may have been taken for dead, and is too late. */
const BEGIN_WITHIN_MS = DEAD_AFTER_MS / 2;
/** RFC 2606 and 6761: names that belong to nobody. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/;

type Claim = Step | { kind: 'claimed'; message: rows.DueMessage; to: string; bytes: Buffer };

export function createSendingService(deps: SendingDeps) {
  const { db, clock, vault, outbox, suppressions } = deps;
  const nowIso = (): string => isoOf(clock.now());
  /** How mails ended whose rows do not say so yet, because the store was away. */
  const ended = new Map<string, { message: rows.DueMessage; outcome: SendOutcome }>();

  async function close(tx: Sql, id: string, state: 'expired' | 'suppressed', why: string): Promise<void> {
    await rows.close(tx, id, state, why);
    await deps.onlookers?.publish(tx, [{ kind: 'outreach', what: `mail.${state}` }]);
  }

  async function claim(tx: Sql): Promise<Claim> {
    const now = nowIso();
    const message = await rows.nextDue(tx, now, deps.onlyCampaign ?? null);
    if (message === null) return { kind: 'waiting' };
    const end = async (state: 'expired' | 'suppressed', why: string): Promise<Step> => {
      await close(tx, message.id, state, why);
      return { kind: 'closed', id: message.id, why };
    };
    if (now > message.notAfter) return end('expired', 'too_late');
    await rows.lockSender(tx, message.sender);
    const held = await heldUntil(tx, message);
    if (held !== null) {
      if (held.until > message.notAfter) return end('expired', 'no_room_before_its_limit');
      await rows.putBack(tx, message.id, held.until, held.why);
      return { kind: 'closed', id: message.id, why: `waits until ${held.until}` };
    }
    const stopped = await rows.stoppedBy(tx, message);
    if (stopped !== null) return end('suppressed', `stopped_by_${stopped}`);
    const may = await suppressions.mayWrite(tx, message.prospect, message.recipientIndex);
    if (may.kind === 'no') return end('suppressed', may.reason);
    const bytes = await vault.open(tx, message.prospect, 'messages.mime_sealed', message.mimeSealed);
    if (bytes === null) return end('suppressed', 'erased');
    const to = recipientOf(bytes);
    if (!deps.staysHere && RESERVED.test(domainOf(to))) return end('suppressed', 'reserved_domain');
    await rows.markSending(tx, message.id, deps.owner, now);
    await beginBatch(tx, message);
    return { kind: 'claimed', message, to, bytes };
  }

  /** When the caps, the gap and the quiet hours let this mail leave; null for now. */
  async function heldUntil(tx: Sql, message: rows.DueMessage): Promise<{ until: string; why: string } | null> {
    const freeAtMs = await roomAtMs(tx, message);
    const loudAtMs = quietUntilMs(Math.max(freeAtMs, clock.now()), message.spec);
    if (loudAtMs !== null) return { until: isoOf(loudAtMs), why: 'quiet_hours' };
    if (freeAtMs <= clock.now()) return null;
    // As irregular as the plan was, while its time lasts.
    const laterMs = freeAtMs + jitterMs(message.batchName, message.step, message.prospectId, message.spec.limits);
    const isInTime = isoOf(laterMs) <= message.notAfter;
    return { until: isoOf(isInTime ? laterMs : freeAtMs), why: 'cap_or_gap' };
  }

  /** When the caps and the gap have room for it, which may be in the past. */
  async function roomAtMs(tx: Sql, message: rows.DueMessage): Promise<number> {
    const { limits, zone } = message.spec;
    const today = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(zone).startOfDay();
    const used = await rows.usageOf(tx, message, isoOf(today.epochMilliseconds));
    if (used.bySender >= limits.per_day || used.byDomain >= limits.per_domain_per_day) {
      return today.add({ days: 1 }).epochMilliseconds;
    }
    return used.lastAt === null ? 0 : Date.parse(used.lastAt) + limits.gap_seconds * 1000;
  }

  async function beginBatch(tx: Sql, message: rows.DueMessage): Promise<void> {
    const { batch, campaign, batchName: name, batchMails: mails } = message;
    await tx.query(`update outreach.batches set state = 'running' where id = $1 and state = 'planned'`, [batch]);
    await outbox.enqueue(tx, { kind: 'batch.started', batch, campaign, name, mails });
  }

  async function settle(message: rows.DueMessage, outcome: SendOutcome): Promise<void> {
    await db.transaction(async (tx) => {
      const { id, campaign, batch, prospectId, step, variant } = message;
      if (!(await rows.mayEnd(tx, id, deps.owner, outcome.kind))) return;
      const mail = { mail: id, batch, campaign, prospectId };
      if (outcome.kind === 'later') {
        const again = isoOf(clock.now() + RETRY_LATER_MS);
        if (await rows.isOver(tx, campaign)) await close(tx, id, 'expired', 'campaign_cancelled');
        else if (again > message.notAfter) await close(tx, id, 'expired', rows.reasonOfServer(outcome.code));
        else await rows.putBack(tx, id, again, rows.reasonOfServer(outcome.code));
        return;
      }
      await writeOutcome(tx, message, outcome);
      if (outcome.kind === 'sent') await outbox.enqueue(tx, { kind: 'mail.sent', ...mail, step, variant });
      if (outcome.kind === 'in_doubt') await outbox.enqueue(tx, { kind: 'mail.in_doubt', ...mail });
      if (outcome.kind === 'refused')
        await refuse(tx, message, outcome, { kind: 'mail.refused', ...mail, code: outcome.status });
    });
    ended.delete(message.id);
  }

  async function writeOutcome(
    tx: Sql,
    message: rows.DueMessage,
    outcome: Exclude<SendOutcome, { kind: 'later' }>,
  ): Promise<void> {
    const code = outcome.kind === 'in_doubt' ? null : outcome.code;
    const status = outcome.kind === 'refused' ? outcome.status : null;
    // One who is erased while the mail is under way leaves no key: the reply's text is then not kept.
    const reply = await vault
      .seal(tx, message.prospect, 'messages.smtp_reply_sealed', outcome.reply)
      .catch(nullWhenErased);
    await tx.query(
      `update outreach.messages set state = $2, smtp_code = $3, smtp_status = $4, smtp_reply_sealed = $5, leased_by = null,
         sent_at = case when $2 = 'sent' then $6::timestamptz end where id = $1`,
      [message.id, outcome.kind, code, status, reply, nowIso()],
    );
  }

  /** An address that the server does not know is not tried again; a mail that it does not like says nothing of the address. */
  async function refuse(
    tx: Sql,
    message: rows.DueMessage,
    outcome: Extract<SendOutcome, { kind: 'refused' }>,
    event: OutreachEvent,
  ): Promise<void> {
    await outbox.enqueue(tx, event);
    if (!outcome.atRecipient) return;
    const { recipientIndex: emailIndex } = message;
    await suppressions.suppressIndex(tx, { emailIndex, email: null, reason: 'bounced', source: 'smtp' });
  }

  /**
   * Ends what nobody ended: our own mails as we know they did, and those of a process that died as in doubt, unless what
   * came of them says that they left. Not while a mail of ours is under way.
   */
  async function recover(): Promise<number> {
    for (const { message, outcome } of [...ended.values()]) await settle(message, outcome);
    return db.transaction(async (tx) => {
      // An embedded store has one owner: whatever is under way in the name of another was cut short.
      const before = db.kind === 'embedded' ? nowIso() : isoOf(clock.now() - DEAD_AFTER_MS);
      const cut = await rows.cutShort(tx, deps.owner, before);
      for (const { id, campaign, batch, prospectId, answered } of cut) {
        await tx.query(`update outreach.messages set state = 'in_doubt', leased_by = null where id = $1`, [id]);
        if (answered) await proveLeft(tx, deps, id, 'reply');
        else await outbox.enqueue(tx, { kind: 'mail.in_doubt', mail: id, batch, campaign, prospectId });
      }
      return cut.length;
    });
  }

  async function settleInDoubt(id: string, wasSent: boolean): Promise<'sent' | 'reserved' | 'expired'> {
    db.assertWritable();
    return db.transaction(async (tx) => {
      const [row] = await tx.query<{
        state: string;
        late: boolean;
        campaign: string;
        batch: string;
        step: number;
        variant: string;
        prospectId: string;
      }>(
        `select m.state, m.not_after < $2 as late, m.campaign, m.batch, m.step, m.variant,
           p.prospect_id as "prospectId"
         from outreach.messages m join outreach.prospects p on p.id = m.prospect where m.id = $1 for update of m`,
        [id, nowIso()],
      );
      if (row === undefined) throw new StudioError('not_found', `There is no mail ${id}.`);
      if (row.state !== 'in_doubt') throw new StudioError('conflict', `The mail is ${row.state}, not in doubt.`);
      const over = row.late || (await rows.isOver(tx, row.campaign));
      const state = wasSent ? 'sent' : over ? 'expired' : 'reserved';
      await tx.query(
        `update outreach.messages set state = $2, settled_by = 'person', settled_at = $3,
           sent_at = case when $2 = 'sent' then sending_at end where id = $1`,
        [id, state, nowIso()],
      );
      const { campaign, batch, prospectId, step, variant } = row;
      if (wasSent)
        await outbox.enqueue(tx, { kind: 'mail.sent', mail: id, batch, campaign, prospectId, step, variant });
      return state;
    });
  }

  return {
    recover,
    settleInDoubt,

    /** One mail: claimed in a transaction, sent outside of any, settled in another. */
    async sendNext(connection: SmtpConnection): Promise<Step> {
      db.assertWritable();
      const begunAtMs = clock.now();
      const claimed = await db.transaction(claim);
      if (claimed.kind !== 'claimed') return claimed;
      const { message, to, bytes } = claimed;
      const mail = { bytes, to, envelopeFrom: message.envelopeFrom, envid: message.envid };
      const outcome: SendOutcome =
        clock.now() - begunAtMs > BEGIN_WITHIN_MS
          ? { kind: 'later', code: null, reply: 'The machine slept.' }
          : await connection.send(mail);
      ended.set(message.id, { message, outcome });
      await settle(message, outcome);
      return { kind: 'tried', id: message.id, outcome };
    },

    /** Sends until nothing more is due. Answers how many were sent. */
    async sendDue(signal?: AbortSignal): Promise<number> {
      if (deps.connect === null) {
        await db.transaction(async (tx) => {
          const expired = await rows.expireWithoutServer(tx, nowIso());
          if (expired.length > 0) await deps.onlookers?.publish(tx, [{ kind: 'outreach', what: 'mail.expired' }]);
          await rows.endFinished(tx, nowIso(), deps.onlookers);
        });
        return 0;
      }
      const connection = deps.connect();
      let sent = 0;
      try {
        while (signal?.aborted !== true) {
          const step = await this.sendNext(connection);
          if (step.kind === 'waiting') break;
          if (step.kind === 'tried' && step.outcome.kind === 'sent') sent += 1;
          // The server cannot be reached, or is busy: the next look at the queue tries again.
          if (step.kind === 'tried' && step.outcome.kind === 'later') {
            deps.log({ level: 'warn', event: 'mail_waits', mail: step.id, code: step.outcome.code });
            break;
          }
        }
      } finally {
        connection.close();
      }
      await db.transaction((tx) => rows.endFinished(tx, nowIso(), deps.onlookers));
      return sent;
    },

    /** Looks for mails in doubt in the Sent folder; one that is there was sent. One that is not there stays in doubt. */
    async lookInSent(signal?: AbortSignal): Promise<number> {
      if (deps.findInSent === null) return 0;
      let found = 0;
      for (const { id, messageId } of await rows.inDoubt(db)) {
        if (signal?.aborted === true) break;
        if (!(await deps.findInSent(messageId, signal))) continue;
        // An answer, or a person, may have settled it while the mailbox was searched.
        await db.transaction((tx) => proveLeft(tx, deps, id, 'sent_folder'));
        found += 1;
      }
      return found;
    },

    list: (state: MailState | null, after: string | null, limit: number) =>
      db.query<MailRow>(
        `select m.id, c.name as campaign, c.week_of::text as week_of, b.name as batch, p.prospect_id, m.step, m.state, ${isoSql('m.send_at')} as send_at,
           ${isoSql('m.not_after')} as not_after, ${isoSql('m.sent_at')} as sent_at, m.smtp_code, m.smtp_status, m.settled_by
         from outreach.messages m join outreach.campaigns c on c.id = m.campaign join outreach.batches b on b.id = m.batch
         join outreach.prospects p on p.id = m.prospect
         where ($1::text is null or m.state = $1) and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
        [state, after, limit],
      ),
  };
}

/** Out of the bytes themselves: what is in the To line is where it goes. */
function recipientOf(bytes: Buffer): string {
  const head = bytes
    .subarray(0, bytes.indexOf('\r\n\r\n'))
    .toString()
    .replace(/\r\n[ \t]+/g, ' ');
  const line = /^To: (.*)$/im.exec(head)?.[1] ?? '';
  return /<([^<>\s]+)>\s*$/.exec(line)?.[1] ?? line.trim();
}
