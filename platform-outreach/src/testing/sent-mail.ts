/** Owns mails that a test studio has sent: the rows of campaign, batch, prospect and message, as sending leaves them. */
import { isoOf } from '@sacred-qa/foundation/clock';
import { newUuid } from '@sacred-qa/foundation/ids';
import { batches, campaigns, consents, messages, prospects } from '../schema.ts';
import type { OutreachRoom } from './outreach-room.ts';

export interface SentMailRow {
  id: string;
  campaign: string;
  prospect: string;
  prospectId: string;
  messageId: string;
  email: string;
}

let count = 0;

/** A mail to a new person, who has consented; `state` is `sent` unless told. */
export async function fileSentMail(
  room: OutreachRoom,
  given: { email?: string; state?: string } = {},
): Promise<SentMailRow> {
  count += 1;
  const [id, campaign, batch, prospect] = [newUuid(), newUuid(), newUuid(), newUuid()];
  const email = given.email ?? `person${count}@client.example`;
  const [prospectId, messageId] = [`P-${count}`, `<${id}@ours.example>`];
  const at = isoOf(room.clock.now());
  const mime = `From: Studio <studio@ours.example>\r\nTo: Person <${email}>\r\nReply-To: reply+${id}@ours.example\r\nSubject: An audit of bot ${count}\r\nMessage-ID: ${messageId}\r\n\r\nHello\r\n`;
  await room.db.transaction(async (tx) => {
    await room.vault.admit(tx, [prospect]);
    await tx.orm.insert(campaigns).values({
      ...{
        id: campaign,
        name: `campaign-${count}`,
        zone: 'Asia/Kolkata',
        state: 'running',
        spec: {},
        contentHash: 'x',
      },
      createdAt: at,
      updatedAt: at,
    });
    await tx.orm.insert(batches).values({ id: batch, campaign, name: 'a', sendAt: at, notAfter: at, state: 'running' });
    await tx.orm.insert(prospects).values({
      ...{ id: prospect, prospectId, emailIndex: room.vault.index('email', email), basisGiven: true },
      createdAt: at,
      updatedAt: at,
    });
    await tx.orm.insert(consents).values({
      ...{
        id: newUuid(),
        prospect,
        purpose: 'outreach',
        language: 'en',
        sealed: await room.vault.seal(tx, prospect, 'consents.sealed', '{}'),
      },
      givenAt: at,
      recordedAt: at,
    });
    await tx.orm.insert(messages).values({
      ...{ id, campaign, batch, prospect, step: 1, variant: 'quick-win', state: given.state ?? 'sent', messageId },
      mimeSealed: await room.vault.seal(tx, prospect, 'messages.mime_sealed', mime),
      ...{ sender: 'studio@ours.example', envelopeFrom: `bounce+${id}@ours.example`, envid: id },
      ...{
        recipientIndex: room.vault.index('email', email),
        domainIndex: room.vault.index('domain', 'client.example'),
      },
      ...{ sendAt: at, notAfter: at, reservedAt: at, sendingAt: at, sentAt: given.state === 'in_doubt' ? null : at },
    });
  });
  return { id, campaign, prospect, prospectId, messageId, email };
}

/** A letter of that person in answer to that mail. */
export function answerTo(mail: SentMailRow, words: string, headers: readonly string[] = []): Buffer {
  return Buffer.from(
    [
      `From: Person <${mail.email}>`,
      'To: studio@ours.example',
      'Subject: Re: An audit',
      `Message-ID: <${newUuid()}@client.example>`,
      `In-Reply-To: ${mail.messageId}`,
      ...headers,
      'Content-Type: text/plain; charset=utf-8',
      '',
      words,
      '',
    ].join('\r\n'),
  );
}

/** A server's report that the mail failed, with a status of RFC 3463. */
export function bounceOf(mail: SentMailRow, status: string): Buffer {
  return Buffer.from(
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example',
      `To: bounce+${mail.id}@ours.example`,
      'Subject: Undelivered Mail',
      `Message-ID: <${newUuid()}@mx.example>`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=e',
      '',
      '--e',
      'Content-Type: text/plain',
      '',
      'failed',
      '--e',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx',
      '',
      `Final-Recipient: rfc822; ${mail.email}`,
      'Action: failed',
      `Status: ${status}`,
      '',
      '--e--',
      '',
    ].join('\r\n'),
  );
}
