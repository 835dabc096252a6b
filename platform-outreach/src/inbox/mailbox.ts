/**
 * Owns the connection to the mailbox: what is new since the last look, a wait for more by IDLE, and a search in Sent. It
 * changes nothing on the server. Places are remembered by UIDVALIDITY and UID (RFC 3501), by CONDSTORE where it is.
 */
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import { ImapFlow, type ListResponse, type MailboxObject, type SearchObject } from 'imapflow';
import type { Arrival } from './arrivals.service.ts';

export type ImapAccount = NonNullable<OutreachConfig['imap']>;

/** How far a mailbox was read. */
export interface Place {
  uidvalidity: number;
  lastUid: number;
  modseq: string | null;
}

export interface MailboxDeps {
  account: ImapAccount;
  place(mailbox: string): Promise<Place | null>;
  /** Called when all up to here was read. */
  rest(mailbox: string, place: Place): Promise<void>;
  /** From when on a mailbox that was never read, or was made anew, is of interest; null when nothing was sent yet. */
  since(): Promise<Date | null>;
  take(arrivals: AsyncIterable<Arrival>): Promise<void>;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  log(line: Record<string, unknown>): void;
  /** Replaces the waits before new attempts, in tests. */
  backoffMs?: (attempt: number) => number;
}

export type SentSearch =
  | { kind: 'found' }
  /** Not there, or not yet: some servers file what SMTP took, others do not. It proves nothing. */
  | { kind: 'absent' }
  | { kind: 'no_sent_folder' }
  | { kind: 'unreachable'; reason: string };

export type MailboxLook =
  | { kind: 'open' /** The Sent folder's path. */; sent: string | null; idle: boolean }
  | { kind: 'refused' }
  | { kind: 'unreachable'; reason: string };

/** Servers end an IDLE after 29 minutes at the earliest (RFC 2177). */
const IDLE_MS = 25 * 60_000;
const IDLE_AFTER_MS = 200;
/** More of a mail tells nothing about its kind. */
const MAIL_BYTES = 5 * 1024 * 1024;
const SLOWEST_RETRY_MS = 5 * 60_000;
const SENT_NAMES = /^(?:.*[./])?(?:sent|sent items|sent mail|sent messages|gesendet|भेजे गए)$/i;
const LOOPBACK = /^(?:127\.|\[?::1\]?$|localhost$)/;

export function createMailbox(deps: MailboxDeps) {
  const { account, log } = deps;
  const name = `${account.user}@${account.host}/INBOX`;

  async function connected<T>(work: (client: ImapFlow) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const client = createClient(account);
    const hangUp = () => client.close();
    signal?.addEventListener('abort', hangUp, { once: true });
    // The connection's end is told by the command that fails; without a listener the event would end the process.
    client.on('error', () => {});
    try {
      await client.connect();
      return await work(client);
    } finally {
      signal?.removeEventListener('abort', hangUp);
      client.close();
    }
  }

  /** `opened` says that the mailbox was opened just now: its MODSEQ is true only then, IDLE does not move it. */
  async function readNew(client: ImapFlow, opened: boolean): Promise<void> {
    const lock = await client.getMailboxLock('INBOX', { readOnly: true });
    try {
      const box = client.mailbox;
      if (box === false) throw new Error('the server opened no INBOX');
      const uidvalidity = Number(box.uidValidity);
      const place = await deps.place(name);
      const known = place?.uidvalidity === uidvalidity ? place : null;
      if (opened && known !== null && known.modseq !== null && known.modseq === modseqOf(box)) return;
      // Before the search: what arrives meanwhile is found by the next look.
      const [modseq, end] = [modseqOf(box), box.uidNext - 1];
      const uids = await newUids(client, known);
      await deps.take(fetchAll(client, uids, uidvalidity));
      await deps.rest(name, { uidvalidity, lastUid: Math.max(known?.lastUid ?? 0, end, ...uids.slice(-1)), modseq });
    } finally {
      lock.release();
    }
  }

  async function newUids(client: ImapFlow, known: Place | null): Promise<number[]> {
    if (known !== null) {
      // "n:*" always holds the last mail, however high n is.
      const found = await searched(client, { uid: `${known.lastUid + 1}:*` });
      return found.filter((uid) => uid > known.lastUid);
    }
    const since = await deps.since();
    return since === null ? [] : searched(client, { since });
  }

  async function* fetchAll(client: ImapFlow, uids: readonly number[], uidvalidity: number): AsyncGenerator<Arrival> {
    for (const uid of uids) {
      const fetched = await client.fetchOne(
        String(uid),
        { source: { maxLength: MAIL_BYTES }, internalDate: true },
        { uid: true },
      );
      if (fetched === false || fetched.source === undefined) continue;
      const at = new Date(fetched.internalDate ?? 0).getTime();
      yield { mailbox: name, uidvalidity, uid, receivedAtMs: Number.isNaN(at) ? 0 : at, raw: fetched.source };
    }
  }

  /** Reads and waits until the connection breaks, which throws, or the signal aborts. */
  async function listen(client: ImapFlow, signal: AbortSignal, onRead: () => void): Promise<void> {
    let wake = () => {};
    let pending = false;
    const rouse = () => {
      pending = true;
      wake();
    };
    client.on('exists', rouse);
    client.on('close', rouse);
    signal.addEventListener('abort', rouse, { once: true });
    try {
      for (let opened = true; !signal.aborted; opened = false) {
        pending = false;
        await readNew(client, opened);
        onRead();
        if (!pending) await new Promise<void>((resolve) => (wake = resolve));
        if (!client.usable && !signal.aborted) throw new Error('the server closed the connection');
      }
    } finally {
      signal.removeEventListener('abort', rouse);
    }
  }

  return {
    /** Reads once what is new. Throws when the server cannot be reached or refuses. */
    sync: (): Promise<void> => connected((client) => readNew(client, true)),

    /** Reads and waits for more until the signal aborts; a broken connection is taken up again, ever slower. */
    async follow(signal: AbortSignal): Promise<void> {
      let attempt = 0;
      while (!signal.aborted) {
        try {
          await connected((client) => listen(client, signal, () => (attempt = 0)), signal);
        } catch (error) {
          if (signal.aborted) return;
          const delayMs = deps.backoffMs?.(attempt) ?? Math.min(SLOWEST_RETRY_MS, 1_000 * 2 ** attempt);
          attempt += 1;
          log({ level: 'warn', event: 'inbox_disconnected', reason: reasonOf(error), retry_in_ms: delayMs });
          await deps.sleep(delayMs, signal);
        }
      }
    },

    /** Logs in and looks which folders there are. Reads no mail. */
    async look(): Promise<MailboxLook> {
      try {
        return await connected(async (client) => ({
          kind: 'open',
          sent: (await sentFolderOf(client))?.path ?? null,
          idle: client.capabilities.has('IDLE'),
        }));
      } catch (error) {
        if ((error as { authenticationFailed?: boolean }).authenticationFailed === true) return { kind: 'refused' };
        return { kind: 'unreachable', reason: reasonOf(error) };
      }
    },

    /** Whether a mail with this Message-ID lies in Sent: proof that a send in doubt went out. */
    async findInSent(messageId: string, signal?: AbortSignal): Promise<SentSearch> {
      try {
        return await connected((client) => searchSent(client, messageId), signal);
      } catch (error) {
        return { kind: 'unreachable', reason: reasonOf(error) };
      }
    },
  };
}

function createClient(account: ImapAccount): ImapFlow {
  const secure = account.port === 993;
  return new ImapFlow({
    host: account.host,
    port: account.port,
    secure,
    // A password crosses a network only encrypted; on the machine itself there is nobody between.
    ...(secure ? {} : { doSTARTTLS: !LOOPBACK.test(account.host) }),
    auth: { user: account.user, pass: account.pass.reveal() },
    logger: false,
    maxIdleTime: IDLE_MS,
    autoIdleDelay: IDLE_AFTER_MS,
  });
}

async function sentFolderOf(client: ImapFlow): Promise<ListResponse | undefined> {
  const folders = await client.list();
  return folders.find(({ specialUse }) => specialUse === '\\Sent') ?? folders.find(({ path }) => SENT_NAMES.test(path));
}

async function searchSent(client: ImapFlow, messageId: string): Promise<SentSearch> {
  const sent = await sentFolderOf(client);
  if (sent === undefined) return { kind: 'no_sent_folder' };
  const lock = await client.getMailboxLock(sent.path, { readOnly: true });
  try {
    // HEADER finds parts of a value, so what is found is compared whole.
    const uids =
      (await client.search({ header: { 'message-id': messageId.replace(/[<>]/g, '') } }, { uid: true })) || [];
    for (const uid of uids) {
      const fetched = await client.fetchOne(String(uid), { envelope: true }, { uid: true });
      if (fetched !== false && fetched.envelope?.messageId === messageId) return { kind: 'found' };
    }
    return { kind: 'absent' };
  } finally {
    lock.release();
  }
}

/** Ascending. A search that was refused or cut off found nothing out, and must not pass for an empty mailbox. */
async function searched(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!Array.isArray(found)) throw new Error('the server gave no answer to a search');
  return found.sort((one, other) => one - other);
}

const modseqOf = (box: MailboxObject): string | null => box.highestModseq?.toString() ?? null;

/** What a person can act on; the library's own text may hold what the server said of the account. */
function reasonOf(error: unknown): string {
  const fault = error as Error & { authenticationFailed?: boolean; code?: string };
  if (fault.authenticationFailed === true) return 'the server refused IMAP_USER and IMAP_PASS';
  return fault.code === undefined ? fault.message : `${fault.message} (${fault.code})`;
}
