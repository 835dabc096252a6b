/** A reserved mail as its reader will have it: taken out of the very bytes that are sent, never rendered anew. */
import PostalMime, { decodeWords } from 'postal-mime';

export interface MailPreview {
  /** Every header line as it stands there, in order, words decoded. */
  headers: { name: string; value: string }[];
  from: string;
  to: string;
  subject: string;
  /** The part in plain text. */
  text: string;
  /** The page; null for a mail without one. */
  html: string | null;
  bytes: number;
}

const SHOWN_FIRST =
  /^(from|to|reply-to|subject|date|list-unsubscribe|list-unsubscribe-post|message-id|dkim-signature)$/;

export async function previewOf(bytes: Buffer): Promise<MailPreview> {
  const mail = await PostalMime.parse(bytes);
  const headers = mail.headers.map(({ key, value }) => ({ name: key, value: decodeWords(value).trim() }));
  const header = (name: string): string => headers.find((line) => line.name === name)?.value ?? '';
  return {
    headers: headers.filter(({ name }) => SHOWN_FIRST.test(name)),
    from: header('from'),
    to: header('to'),
    subject: header('subject'),
    text: mail.text ?? '',
    html: mail.html ?? null,
    bytes: bytes.length,
  };
}

/**
 * What a browser may do with a mail that is only looked at: show it. Nothing is fetched, so no open is counted; a link
 * asks for a window of its own, which the sandbox does not grant, so no click is counted either.
 */
export const PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

export const asPage = (html: string): string => html.replace(/<head>/i, '<head><base target="_blank">');
