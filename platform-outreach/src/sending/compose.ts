/**
 * Makes the exact bytes of one mail. Message-ID, date, boundaries and signature are fixed here, once: what a dry run
 * shows is what the server gets.
 */
import { createTransport } from 'nodemailer';
import type { RenderedMail } from '../campaigns/content.ts';
import { escapeHtml } from '../campaigns/markdown.ts';

export interface Dkim {
  domain: string;
  selector: string;
  /** RSA, PEM. */
  privateKey: string;
}

export interface MailToCompose {
  /** `messages.id`; also the boundary. */
  id: string;
  /** With its angle brackets. */
  messageId: string;
  /** Of the mail before it in the sequence; null for a first one. */
  inReplyTo: string | null;
  from: string;
  to: { name: string; address: string };
  /** Null leaves replies to `from`. */
  replyTo: string | null;
  /** ISO; the planned time, so that the bytes do not depend on when they were made. */
  date: string;
  language: string;
  mail: RenderedMail;
  postalAddress: string;
  /** Where one unsubscribes: the page, or null without a public address, and the address to write to. */
  unsubscribe: { page: string | null; mailto: string };
  /** For each link of the mail its rewritten form; null leaves them as they are. */
  rewritten: ReadonlyMap<string, string> | null;
  /** Null without a public address. */
  pixel: string | null;
  dkim: Dkim | null;
}

/**
 * nodemailer's own list lacks List-Unsubscribe-Post, without which one-click unsubscription is not trusted (RFC 8058,
 * section 4); measured with 10.6.0.
 */
const SIGNED_HEADERS =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References:List-Unsubscribe:List-Unsubscribe-Post';

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The message as it goes over the wire, before dot-stuffing. */
export async function compose(given: MailToCompose): Promise<Buffer> {
  const { mail, unsubscribe, dkim } = given;
  const headers: Record<string, string> = {
    'List-Unsubscribe': [unsubscribe.page, unsubscribe.mailto]
      .filter((address) => address !== null)
      .map((address) => `<${address}>`)
      .join(', '),
  };
  if (unsubscribe.page !== null) headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  const info = await composer.sendMail({
    from: given.from,
    // A break in a name would stand, encoded, in the header.
    to: { ...given.to, name: given.to.name.replace(/[\s\p{Cc}]+/gu, ' ').trim() },
    ...(given.replyTo === null ? {} : { replyTo: given.replyTo }),
    ...(given.inReplyTo === null ? {} : { inReplyTo: given.inReplyTo, references: given.inReplyTo }),
    subject: mail.subject,
    messageId: given.messageId,
    date: new Date(given.date),
    baseBoundary: given.id,
    headers,
    text: textOf(given),
    html: pageOf(given),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim === null
      ? {}
      : {
          dkim: {
            domainName: dkim.domain,
            keySelector: dkim.selector,
            privateKey: dkim.privateKey,
            headerFieldNames: SIGNED_HEADERS,
          },
        }),
  });
  if (!Buffer.isBuffer(info.message)) throw new TypeError('the composer gave no bytes');
  return info.message;
}

const farewellOf = ({ unsubscribe }: MailToCompose): string => unsubscribe.page ?? unsubscribe.mailto;

function textOf(given: MailToCompose): string {
  return `${given.mail.text}\n\n-- \n${given.postalAddress}\nNo more mails from us: ${farewellOf(given)}\n`;
}

/** Plain, narrow, and readable with images off and in the dark: a letter, not an advertisement. */
function pageOf(given: MailToCompose): string {
  const { mail, rewritten, pixel } = given;
  const body = mail.html.replace(/href="([^"]*)"/g, (whole, href: string) => {
    const to = rewritten?.get(href.replaceAll('&amp;', '&'));
    return to === undefined ? whole : `href="${escapeHtml(to)}"`;
  });
  const preheader =
    mail.preheader === ''
      ? ''
      : `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(mail.preheader)}</div>`;
  const image = pixel === null ? '' : `<img src="${escapeHtml(pixel)}" width="1" height="1" alt="">`;
  return `<!doctype html>
<html lang="${escapeHtml(given.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(mail.subject)}</title></head>
<body style="margin:0;padding:16px;font:16px/1.5 sans-serif">${preheader}<div style="max-width:36em">
${body}
<p style="font-size:13px">${escapeHtml(given.postalAddress)}<br><a href="${escapeHtml(farewellOf(given))}">No more mails from us</a></p>
</div>${image}</body></html>
`;
}
