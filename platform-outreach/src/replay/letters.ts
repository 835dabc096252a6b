/** The bytes of what comes back: an invented answer, a delivery report, a booking as Cal.com tells of it. Pure. */
import { createHmac } from 'node:crypto';
import type { TakenMail } from './loopback-sink.ts';

const headOf = (bytes: Buffer): string =>
  bytes
    .subarray(0, bytes.indexOf('\r\n\r\n'))
    .toString()
    .replace(/\r\n[ \t]+/g, ' ');
export const headerOf = (mail: TakenMail, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(headOf(mail.bytes))?.[1]?.trim() ?? '';

const lines = (...all: string[]): Buffer => Buffer.from(`${all.join('\r\n')}\r\n`);

/** `mail` is ours that they answer; `number` makes its Message-ID. */
export function answerTo(mail: TakenMail, words: string, automatic: boolean, date: string, number: number): Buffer {
  return lines(
    `From: <${mail.to}>`,
    `To: ${headerOf(mail, 'Reply-To')}`,
    `Subject: ${automatic ? 'Out of office' : `Re: ${headerOf(mail, 'Subject')}`}`,
    `Date: ${date}`,
    `Message-ID: <replay-${number}@${mail.to.split('@')[1]}>`,
    `In-Reply-To: ${headerOf(mail, 'Message-ID')}`,
    ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
  );
}

/** RFC 3464, for an address that is not known. */
export function reportOf(mail: TakenMail, date: string, number: number): Buffer {
  const domain = mail.to.split('@')[1];
  return lines(
    'Return-Path: <>',
    `From: MAILER-DAEMON@mx.${domain}`,
    `To: <${mail.from}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${date}`,
    `Message-ID: <replay-${number}@mx.${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The mail could not be delivered: the address is not known here.',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx.${domain}`,
    '',
    `Final-Recipient: rfc822; ${mail.to}`,
    'Action: failed',
    'Status: 5.1.1',
    '--part',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${headerOf(mail, 'Message-ID')}`,
    '--part--',
  );
}

const TALK_MS = 30 * 60_000;
const DAY_MS = 86_400_000;

/** A webhook of Cal.com, signed; the mail's own link carries the name by which the booking finds the mail again. */
export function bookingDelivery(mail: TakenMail, uid: string, nowMs: number, secret: string) {
  const send = /metadata(?:%5B|\[)send(?:%5D|\])=([\w.%~-]+)/i.exec(plainText(mail.bytes))?.[1] ?? '';
  const [startMs, email] = [nowMs + DAY_MS, mail.to];
  const payload = {
    ...{ type: 'micro-audit', title: 'Micro-audit', uid, status: 'ACCEPTED' },
    ...{ startTime: new Date(startMs).toISOString(), endTime: new Date(startMs + TALK_MS).toISOString() },
    attendees: [{ email, name: email.split('@')[0], timeZone: 'Asia/Kolkata' }],
    responses: { email: { label: 'email_address', value: email } },
    metadata: { send },
  };
  const said = { triggerEvent: 'BOOKING_CREATED', createdAt: new Date(nowMs).toISOString(), payload };
  const body = Buffer.from(JSON.stringify(said));
  return { body, signature: createHmac('sha256', secret).update(body).digest('hex') };
}

/** With the soft line ends of quoted-printable taken out, so that an address stands in one piece. */
export const plainText = (bytes: Buffer): string => bytes.toString().replace(/=\r\n/g, '').replace(/=3D/gi, '=');
