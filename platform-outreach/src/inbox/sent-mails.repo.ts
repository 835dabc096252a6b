/** Owns the mails that went out as the classifier needs them, read from sealed bytes and kept nowhere in clear. */
import type { Sql } from '@sacred-qa/foundation/database';
import { isoSql } from '@sacred-qa/foundation/database/iso-sql';
import { SAMPLE_CAMPAIGN } from '../sample/sample-names.ts';
import type { Vault } from '../vault/vault.ts';
import { readMail } from './mail.ts';
import { indexOutgoing, type OutgoingIndex, type OutgoingMail } from './outgoing.ts';

interface SentRow {
  message_id: string;
  prospect: string;
  envelope_from: string;
  envid: string;
  at: string;
  mime_sealed: Uint8Array;
}

/**
 * What may have left us: also a mail in doubt, for its answer settles it, one of which a person said that it was not
 * sent, for they may be mistaken, and one refused, for its report may follow.
 */
const LEFT = `(state in ('sending', 'sent', 'in_doubt', 'refused') or settled_at is not null)`;

/** An erased person's mail is still known by its ids; address and subject are gone with the key. */
export async function readSentMails(db: Sql, vault: Vault, own: readonly string[]): Promise<OutgoingIndex> {
  const rows = await db.query<SentRow>(
    `select message_id, prospect, envelope_from, envid, mime_sealed,
       ${isoSql('coalesce(sent_at, sending_at, send_at)')} as at
     from outreach.messages where ${LEFT}`,
  );
  const boxes = rows.map((row) => ({
    owner: row.prospect,
    column: 'messages.mime_sealed' as const,
    sealed: row.mime_sealed,
  }));
  const bytes = await vault.openAll(db, boxes);
  return indexOutgoing(await Promise.all(rows.map((row, i) => toOutgoing(row, bytes[i] ?? null))), own);
}

async function toOutgoing(row: SentRow, mime: Buffer | null): Promise<OutgoingMail> {
  const end = mime === null ? 0 : mime.indexOf('\r\n\r\n') + 4;
  const head = mime === null ? null : await readMail(mime.subarray(0, end));
  const replyTo = head?.header('reply-to') ?? '';
  return {
    messageId: row.message_id,
    to: head?.to[0] ?? '',
    subject: head?.subject ?? '',
    date: row.at,
    envelopeFrom: row.envelope_from,
    envelopeId: row.envid,
    ...(replyTo === '' ? {} : { replyTo: /<([^>]+)>/.exec(replyTo)?.[1] ?? replyTo }),
  };
}

/** When the first mail left, the sample's aside; null before that. What lies in a mailbox from before can be no answer. */
export async function firstSentAt(db: Sql): Promise<string | null> {
  const [row] = await db.query<{ at: string | null }>(
    `select ${isoSql('min(coalesce(sent_at, sending_at))')} as at from outreach.messages
     where ${LEFT} and campaign not in (select id from outreach.campaigns where name = $1)`,
    [SAMPLE_CAMPAIGN],
  );
  return row?.at ?? null;
}
