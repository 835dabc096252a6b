/** Owns a received mail as the rules of this folder read it: headers, words, and the parts that machines attach. */
import PostalMime, { type Address, type Attachment, decodeWords } from 'postal-mime';
import { decodeShiftedText, htmlToLines } from './body-text.ts';
import { splitWords, type Words } from './own-words.ts';

export interface MailPart {
  /** Lower case, such as `message/delivery-status`. */
  type: string;
  /** The part decoded as text; '' for images and other binary parts. */
  text: string;
  /** METHOD of a calendar part, upper case. */
  method: string | null;
}

export interface Mail extends Words {
  /** Header names in lower case with decoded values, in order, duplicates kept. */
  headers: readonly { name: string; value: string }[];
  /** The first value of a header, '' when there is none. */
  header(name: string): string;
  from: string;
  fromName: string;
  /** Addresses of To and Cc, lower case. */
  to: readonly string[];
  subject: string;
  messageId: string;
  /** Epoch milliseconds of the Date header; null when missing or unreadable. */
  dateMs: number | null;
  /** The whole body as text, quotes included. */
  body: string;
  parts: readonly MailPart[];
}

/** Enough for any reply; what is longer is an attachment pasted into a body and says nothing more about its kind. */
const BODY_CHARS = 200_000;

/** Reads raw bytes. Throws only when they are nested or headed beyond the limits of the parser. */
export async function readMail(raw: Uint8Array): Promise<Mail> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const headers = email.headers.map(({ key, value }) => ({ name: key, value: decodeWords(value).trim() }));
  const header = (name: string) => headers.find((line) => line.name === name)?.value ?? '';
  const body = bodyOf(raw, email.text, email.html).slice(0, BODY_CHARS);
  const sender = mailboxes(email.from === undefined ? [] : [email.from])[0];
  const dateMs = Date.parse(email.date ?? '');
  return {
    headers,
    header,
    from: sender?.address ?? '',
    fromName: sender?.name ?? '',
    to: mailboxes([...(email.to ?? []), ...(email.cc ?? [])]).map(({ address }) => address),
    subject: decodeShiftedText(email.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 1_000),
    messageId: bareId(header('message-id')),
    dateMs: Number.isNaN(dateMs) ? null : dateMs,
    body,
    parts: email.attachments.map(toPart),
    ...splitWords(body),
  };
}

/** A Message-ID without angle brackets and blanks, lower case, for comparing. */
export function bareId(value: string): string {
  return value.replace(/[<>\s]/g, '').toLowerCase();
}

function bodyOf(raw: Uint8Array, text: string | undefined, html: string | undefined): string {
  // The parser fills in a text for a mail that has only HTML; ours keeps quotes apart, so it is taken then.
  const hasPlainPart = html === undefined || /^content-type:\s*text\/plain/im.test(Buffer.from(raw).toString('latin1'));
  const plain = decodeShiftedText(text ?? '');
  if (hasPlainPart && plain.trim() !== '') return plain;
  return html === undefined ? plain : htmlToLines(decodeShiftedText(html));
}

function mailboxes(addresses: readonly Address[]): { name: string; address: string }[] {
  return addresses.flatMap((entry) =>
    entry.group === undefined ? [{ name: entry.name, address: entry.address.toLowerCase() }] : mailboxes(entry.group),
  );
}

function toPart(attachment: Attachment): MailPart {
  const type = attachment.mimeType.toLowerCase();
  const readable = /^(?:message|text)\//.test(type);
  return {
    type,
    text: readable && typeof attachment.content !== 'string' ? decodeBytes(attachment.content) : '',
    method: attachment.method ?? null,
  };
}

function decodeBytes(content: ArrayBuffer | Uint8Array): string {
  return new TextDecoder().decode(content).slice(0, BODY_CHARS);
}
