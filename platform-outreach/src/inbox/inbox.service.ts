/** Owns the inbox of the practice: it is read here, shown to a person, and put right by one. */
import { StudioError } from '@sacred-qa/contracts/errors';
import type { InboundKind, InboxItem, InboxShown } from '@sacred-qa/contracts/inbox';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import type { Vault } from '../vault/vault.ts';
import { type Arrival, type ArrivalsService, dedupeKeyOf, meaningOf, readAnswered } from './arrivals.service.ts';
import { type Mail, readMail } from './mail.ts';
import { createMailbox, type MailboxLook, type Place, type SentSearch } from './mailbox.ts';
import { firstSentAt, readSentMails } from './sent-mails.repo.ts';
import { sentimentOf } from './sentiment.ts';

export interface InboxSync {
  taken: number;
  /** How many of each kind. */
  kinds: Partial<Record<InboundKind, number>>;
}

const EXCERPT_CHARS = 200;
/** Mail servers keep whole days; a clock that is wrong by hours must not hide an answer. */
const DAY_MS = 86_400_000;

export type InboxService = ReturnType<typeof createInboxService>;

export function createInboxService(deps: {
  db: Database;
  clock: Clock;
  vault: Vault;
  config: Pick<OutreachConfig, 'imap' | 'mail'>;
  arrivals: ArrivalsService;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  log(line: Record<string, unknown>): void;
}) {
  const { db, clock, vault, config, arrivals, sleep, log } = deps;

  /** Takes arrivals one by one; what was sent is read once, when the first one comes. */
  async function takeAll(incoming: AsyncIterable<Arrival>, tally: InboxSync): Promise<void> {
    let sent: Awaited<ReturnType<typeof readSentMails>> | null = null;
    for await (const arrival of incoming) {
      sent ??= await readSentMails(db, vault, [config.mail.from ?? '', config.imap?.user ?? '']);
      const kind = await arrivals.take(arrival, sent);
      if (kind === 'seen') continue;
      tally.taken += 1;
      tally.kinds[kind] = (tally.kinds[kind] ?? 0) + 1;
    }
  }

  function mailboxOf(tally: InboxSync) {
    if (config.imap === null) return null;
    return createMailbox({
      account: config.imap,
      place: readPlace,
      rest: savePlace,
      async since() {
        const first = await firstSentAt(db);
        return first === null ? null : new Date(Date.parse(first) - DAY_MS);
      },
      take: (incoming) => takeAll(incoming, tally),
      sleep,
      log,
    });
  }

  async function readPlace(name: string): Promise<Place | null> {
    const [row] = await db.query<{ uidvalidity: number; last_uid: number; modseq: string | null }>(
      'select uidvalidity::float8 as uidvalidity, last_uid::float8 as last_uid, modseq from outreach.mailboxes where name = $1',
      [name],
    );
    return row === undefined ? null : { uidvalidity: row.uidvalidity, lastUid: row.last_uid, modseq: row.modseq };
  }

  async function savePlace(name: string, place: Place): Promise<void> {
    await db.query(
      `insert into outreach.mailboxes (name, uidvalidity, last_uid, modseq, updated_at) values ($1, $2, $3, $4, $5)
       on conflict (name) do update set uidvalidity = excluded.uidvalidity, last_uid = excluded.last_uid,
         modseq = excluded.modseq, updated_at = excluded.updated_at`,
      [name, place.uidvalidity, place.lastUid, place.modseq, isoOf(clock.now())],
    );
  }

  async function readItems(rest: string, params: unknown[]): Promise<{ item: InboxItem; mail: Mail | null }[]> {
    const rows = await db.query<ItemRow>(
      `select i.id, i.kind, i.sentiment, ${isoSql('i.received_at')} as received_at, ${isoSql('i.handled_at')} as handled_at,
         p.prospect_id, i.raw_sealed, i.sealed_for, m.id as mail, c.name as campaign, c.week_of::text as week_of, b.name as batch, m.step, m.variant,
         ${isoSql('m.sent_at')} as sent_at
       from outreach.inbound i
       left join outreach.messages m on m.id = i.message
       left join outreach.campaigns c on c.id = m.campaign
       left join outreach.batches b on b.id = m.batch
       left join outreach.prospects p on p.id = i.prospect
       where ${rest}`,
      params,
    );
    const sealed = rows.flatMap((row) => (row.raw_sealed === null ? [] : [{ ...row, raw_sealed: row.raw_sealed }]));
    const opened = await vault.openAll(
      db,
      sealed.map((row) => ({ owner: row.sealed_for, column: 'inbound.raw_sealed', sealed: row.raw_sealed })),
    );
    const bytes = new Map(sealed.map((row, i) => [row.id, opened[i] ?? null]));
    return Promise.all(rows.map((row) => toItem(row, bytes.get(row.id) ?? null)));
  }

  async function readOne(id: string) {
    const [found] = await readItems('i.id = $1', [id]);
    if (found === undefined) throw new StudioError('not_found', `There is no mail ${id} in the inbox.`);
    return found;
  }

  /**
   * A person knows better. What a new kind asks for is done; an address that the old kind put on the list of those who
   * are never written to stays there, until a person takes it off.
   */
  async function correct(id: string, kind: InboundKind): Promise<void> {
    const { item, mail } = await readOne(id);
    await db.transaction(async (tx) => {
      const [row] = await tx.query<{ kind: InboundKind; message: string | null }>(
        'select kind, message from outreach.inbound where id = $1 for update',
        [id],
      );
      if (row === undefined || row.kind === kind) return;
      const sentiment = kind === 'human-reply' && mail !== null ? sentimentOf(mail.own) : null;
      await tx.query('update outreach.inbound set kind = $2, sentiment = $3 where id = $1', [id, kind, sentiment]);
      const wrong = ['reply', 'auto_reply', 'bounce_hard', 'bounce_soft', 'unsubscribe', 'complaint'];
      await tx.query('delete from outreach.message_events where dedupe_key = any($1)', [
        wrong.map((eventKind) => dedupeKeyOf(id, eventKind)),
      ]);
      const answered = row.message === null ? null : await readAnswered(tx, 'm.id = $1', row.message);
      const at = item.received_at;
      const plain = { inbound: id, kind, sentiment, via: 'reply' as const, from: null, status: '', at };
      await arrivals.act(tx, answered, mail === null ? plain : meaningOf(id, mail, { kind, sentiment }, at));
    });
  }

  return {
    /** Reads the mailbox once. Throws `conflict` without IMAP settings and when the server cannot be read. */
    async sync(): Promise<InboxSync> {
      const tally: InboxSync = { taken: 0, kinds: {} };
      const mailbox = mailboxOf(tally);
      if (mailbox === null) throw notConfigured();
      try {
        await mailbox.sync();
      } catch (error) {
        if (error instanceof StudioError) throw error;
        throw new StudioError('conflict', `The mailbox cannot be read: ${(error as Error).message}.`, { cause: error });
      }
      return tally;
    },

    /** Follows the mailbox until the signal aborts; returns at once without IMAP settings. */
    async follow(signal: AbortSignal): Promise<void> {
      await mailboxOf({ taken: 0, kinds: {} })?.follow(signal);
    },

    /** Logs in and looks which folders there are; reads no mail. */
    async look(): Promise<MailboxLook> {
      const mailbox = mailboxOf({ taken: 0, kinds: {} });
      return mailbox === null ? { kind: 'unreachable', reason: 'IMAP is not configured' } : mailbox.look();
    },

    /** For a send in doubt. Without IMAP settings nobody can look. */
    async findInSent(messageId: string, signal?: AbortSignal): Promise<SentSearch> {
      const mailbox = mailboxOf({ taken: 0, kinds: {} });
      return mailbox === null
        ? { kind: 'unreachable', reason: 'IMAP is not configured' }
        : mailbox.findInSent(messageId, signal);
    },

    /** Newest first. */
    async list(
      filter: { kind?: InboundKind | undefined; handled?: boolean | undefined },
      after: string | null,
      limit: number,
    ): Promise<InboxItem[]> {
      const found = await readItems(
        `($1::text is null or i.kind = $1) and ($2::boolean is null or (i.handled_at is not null) = $2)
         and ($3::uuid is null or i.id < $3) order by i.id desc limit $4`,
        [filter.kind ?? null, filter.handled ?? null, after, limit],
      );
      return found.map(({ item }) => item);
    },

    /** With all that was written. Throws `not_found`. */
    async show(id: string): Promise<InboxShown> {
      const { item, mail } = await readOne(id);
      return { ...item, words: mail?.own ?? null, quoted: mail?.quoted ?? null };
    },

    /** Marks it as handled or not, and corrects its kind. Throws `not_found`. */
    async mark(
      id: string,
      change: { handled?: boolean | undefined; kind?: InboundKind | undefined },
    ): Promise<InboxItem> {
      db.assertWritable();
      if (change.kind !== undefined) await correct(id, change.kind);
      if (change.handled !== undefined)
        await db.query('update outreach.inbound set handled_at = $2 where id = $1', [
          id,
          change.handled ? isoOf(clock.now()) : null,
        ]);
      return (await readOne(id)).item;
    },
  };
}

interface ItemRow extends Pick<InboxItem, 'id' | 'kind' | 'sentiment' | 'received_at' | 'handled_at' | 'prospect_id'> {
  raw_sealed: Uint8Array | null;
  sealed_for: string;
  mail: string | null;
  campaign: string | null;
  week_of: string | null;
  batch: string | null;
  step: number | null;
  variant: string | null;
  sent_at: string | null;
}

async function toItem(row: ItemRow, raw: Buffer | null): Promise<{ item: InboxItem; mail: Mail | null }> {
  const mail = raw === null ? null : await readMail(raw).catch(() => null);
  const { id, kind, sentiment, received_at, handled_at, prospect_id } = row;
  const causedBy =
    row.mail === null
      ? null
      : {
          ...{ mail: row.mail, campaign: row.campaign ?? '', week_of: row.week_of ?? '', batch: row.batch ?? '' },
          ...{ step: row.step ?? 1, variant: row.variant ?? '', sent_at: row.sent_at },
        };
  const words = mail === null ? null : (mail.own || mail.body).replace(/\s+/g, ' ').trim();
  return {
    mail,
    item: {
      ...{ id, kind, sentiment, received_at, handled_at, prospect_id, caused_by: causedBy },
      from: mail?.from ?? null,
      subject: mail?.subject ?? null,
      excerpt: words === null || words.length <= EXCERPT_CHARS ? words : `${words.slice(0, EXCERPT_CHARS).trimEnd()}…`,
    },
  };
}

const notConfigured = () =>
  new StudioError(
    'conflict',
    'No mailbox is configured. Set IMAP_HOST, IMAP_PORT, IMAP_USER and IMAP_PASS in .env.shared.',
  );
