/** Owns made-up mail for tests: what a studio sent, and raw letters that answer it in the forms of many programs. */
import type { OutgoingMail } from '../inbox/outgoing.ts';

/** Two mails to one person and one to another: the later to Ravi is the newest of ours. */
export const SENT: readonly OutgoingMail[] = [
  sent(1, 'ravi@client.example', 'A short audit of KhataBot in Hindi', '2026-10-01T09:30:00+05:30'),
  sent(2, 'meena@shop.example', 'Tamil answers in KadaiBot', '2026-10-01T10:30:00+05:30'),
  sent(3, 'ravi@client.example', 'Re: A short audit of KhataBot in Hindi', '2026-10-05T09:30:00+05:30'),
];

function sent(number: number, to: string, subject: string, date: string): OutgoingMail {
  const tag = String(number).padStart(4, '0');
  return {
    messageId: `<mail-${tag}@ours.example>`,
    to,
    subject,
    date,
    envelopeFrom: `bounce+${tag}@ours.example`,
    replyTo: `reply+${tag}@ours.example`,
    envelopeId: `env-${tag}`,
  };
}

export const OUR_TEXT = `Hello Ravi,

Would a two-page summary be useful to you?

Not interested? Reply with the word REMOVE and we will not write again.
If you are out of office, we are happy to wait.`;

/** Our mail as clients quote it below an answer. */
export const QUOTED = `\n\nOn Thu, 1 Oct 2026 at 09:30, Our Studio <studio@ours.example> wrote:\n\n${OUR_TEXT.replace(/^/gm, '> ')}\n`;

export interface LetterParts {
  from?: string;
  to?: string;
  subject?: string;
  date?: string;
  /** Further header lines, each as it stands in the mail. */
  headers?: readonly string[];
  /** Header lines of MIME; default is plain UTF-8. */
  type?: readonly string[];
  /** Not the default In-Reply-To of our first mail. */
  detached?: boolean;
}

/** A letter as it lies in a mailbox. A body given as bytes is taken as it is. */
export function letter(body: string | Uint8Array, parts: LetterParts = {}): Uint8Array {
  const lines = [
    `From: ${parts.from ?? 'Ravi Rao <ravi@client.example>'}`,
    `To: ${parts.to ?? 'Our Studio <studio@ours.example>'}`,
    `Subject: ${parts.subject ?? 'Re: A short audit of KhataBot in Hindi'}`,
    `Date: ${parts.date ?? 'Fri, 2 Oct 2026 10:00:00 +0530'}`,
    'Message-ID: <answer-1@client.example>',
    ...(parts.detached === true ? [] : ['In-Reply-To: <mail-0001@ours.example>']),
    ...(parts.headers ?? []),
    'MIME-Version: 1.0',
    ...(parts.type ?? ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']),
    '',
    '',
  ];
  const content = typeof body === 'string' ? Buffer.from(body.replace(/\r?\n/g, '\r\n')) : body;
  return Buffer.concat([Buffer.from(lines.join('\r\n')), content]);
}

export interface ReportParts {
  from?: string;
  to?: string;
  subject?: string;
  /** What the report says to people. */
  words: string;
  /** Charset of those words. */
  wordsType?: string;
  /** The fields of the delivery-status part; null leaves the part out. */
  fields: readonly string[] | null;
  /** Our own mail as far as it comes back; null returns nothing. */
  returned?: string | null;
  returnedType?: string;
  headers?: readonly string[];
}

/** Our second mail, as servers send it back. */
export const RETURNED = [
  'Return-Path: <bounce+0002@ours.example>',
  'From: Our Studio <studio@ours.example>',
  'To: Meena <meena@shop.example>',
  'Subject: Tamil answers in KadaiBot',
  'Message-ID: <mail-0002@ours.example>',
  '',
  OUR_TEXT,
].join('\r\n');

/** A report of the form of RFC 3464. */
export function report(parts: ReportParts): Uint8Array {
  const part = (type: string, content: string) => [`--edge`, `Content-Type: ${type}`, '', content].join('\r\n');
  const returned = parts.returned === undefined ? RETURNED : parts.returned;
  const body = [
    part(parts.wordsType ?? 'text/plain; charset=utf-8', parts.words),
    ...(parts.fields === null ? [] : [part('message/delivery-status', parts.fields.join('\r\n'))]),
    ...(returned === null ? [] : [part(parts.returnedType ?? 'message/rfc822', returned)]),
    '--edge--',
  ].join('\r\n');
  return letter(body, {
    detached: true,
    from: parts.from ?? 'Mail Delivery System <MAILER-DAEMON@mx.example>',
    to: parts.to ?? 'studio@ours.example',
    subject: parts.subject ?? 'Undelivered Mail Returned to Sender',
    headers: ['Return-Path: <>', 'Auto-Submitted: auto-replied', ...(parts.headers ?? [])],
    type: ['Content-Type: multipart/report; report-type=delivery-status; boundary="edge"'],
  });
}
