/**
 * Owns which of our mails caused a message. Evidence is tried from the strongest to the weakest: ids and addresses that
 * a header or a report carries, ids in the quoted text, subject with address or time, and last the sender alone.
 */
import { foldText } from './fold-text.ts';
import type { Mail } from './mail.ts';
import { bareSubject, domainOf, type OutgoingIndex, type SentMail, SHARED_DOMAIN } from './outgoing.ts';
import { mentionsOurOffer } from './sentiment.ts';

export interface Match {
  sent: SentMail;
  /** `thread`: by id or address in headers or a report. `quote`: by what the body quotes. `sender`: by who wrote. */
  by: 'thread' | 'quote' | 'sender';
}

/** Parts in which a machine returns our own mail or says which one it was. */
const RETURNED =
  /^(?:message\/(?:rfc822|global|delivery-status|global-delivery-status|disposition-notification|global-disposition-notification|feedback-report|rfc822-headers|global-headers|partial)|text\/rfc822-headers)$/;
/** A clock of a mail server may be wrong by this much; an answer is never older than its question by more. */
const CLOCK_SLACK_MS = 36 * 3_600_000;

export function findMatch(mail: Mail, index: OutgoingIndex, options: { isReport: boolean }): Match | null {
  const headers = mail.headers.filter(({ name }) => name !== 'message-id').map(({ value }) => value);
  const returned = mail.parts.filter(({ type }) => RETURNED.test(type)).map(({ text }) => unfold(text));
  const thread = newest(idsIn(options.isReport ? [...headers, ...returned] : headers, index));
  if (thread !== null) return { sent: thread, by: 'thread' };
  const quote = newest(idsIn([unfold(mail.body), ...returned], index));
  if (quote !== null) return { sent: quote, by: 'quote' };
  const described = byDescription(mail, returned, index);
  if (described !== null) return { sent: described, by: 'quote' };
  const sender = bySender(mail, index);
  return sender === null ? null : { sent: sender, by: 'sender' };
}

/** For a report that carries no id: the newest of our mails to an address that it names. */
export function findByRecipients(mail: Mail, addresses: readonly string[], index: OutgoingIndex): SentMail | null {
  const before = (sent: SentMail) => mail.dateMs === null || sent.sentMs <= mail.dateMs + CLOCK_SLACK_MS;
  const named = addresses.flatMap((address) => [...index.byRecipient(address)]).filter(before);
  const text = foldText(`${mail.subject}\n${mail.body}`).replace(/\s+/g, ' ');
  return newest(named.filter(({ subject }) => subject !== '' && text.includes(foldText(subject)))) ?? newest(named);
}

function idsIn(texts: readonly string[], index: OutgoingIndex): SentMail[] {
  return texts.flatMap((text) =>
    keysIn(text).flatMap((key) => {
      const sent = index.byKey(key);
      return sent === null ? [] : [sent];
    }),
  );
}

/** Everything in a text that may be an id or address of ours, with the wrappings of forwarders taken off. */
function keysIn(text: string): string[] {
  const keys: string[] = [];
  for (const [token] of text.matchAll(/[^\s<>()[\]",;:@]{1,200}@[^\s<>()[\]",;:@]{1,200}/g)) {
    const bare = token.replace(/[.'*_]+$/, '').toLowerCase();
    keys.push(bare);
    // SRS0=hash=tt=domain=local@forwarder and prvs=tag=local@domain.
    const srs = /^srs[01][=+-].*=([^=@]+)=([^=@]+)@/.exec(bare);
    if (srs !== null) keys.push(`${srs[2]}@${srs[1]}`);
    if (bare.startsWith('prvs=')) keys.push(bare.replace(/^prvs=[^=]*=/, ''));
    const tag = /\+([^@+]+@.+)$/.exec(keys.at(-1) ?? '')?.[1];
    if (tag !== undefined) keys.push(`+${tag}`);
  }
  for (const [, envelopeId] of text.matchAll(/^original-envelope-id\s*:\s*(\S+)/gim))
    keys.push(fromXtext(envelopeId ?? ''));
  return keys;
}

/** RFC 3461 writes what is not plain in an ENVID as + and two hexadecimal digits. */
function fromXtext(text: string): string {
  return text
    .replace(/\+([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/[<>]/g, '');
}

function unfold(text: string): string {
  return text.replace(/\r?\n[ \t]+/g, ' ');
}

/** Subject in its own or the quoted words, together with the address or the minute at which it went out. */
function byDescription(mail: Mail, returned: readonly string[], index: OutgoingIndex): SentMail | null {
  const text = [mail.body, ...returned].join('\n');
  const subjects = [
    mail.subject,
    ...[...text.matchAll(/^[\s>*_]*(?:subject|betreff|objet|asunto|विषय)\s*[*_]*:\s*[*_]*\s*(.+)$/gimu)].map(
      ([, found]) => found ?? '',
    ),
  ];
  const candidates = subjects.flatMap((subject) => [...index.bySubject(withoutResponder(subject))]);
  const lower = text.toLowerCase();
  const fits = candidates.filter((sent) => {
    const known = mail.from === sent.to || lower.includes(sent.to);
    const colleague = domainOf(mail.from) === domainOf(sent.to) && !SHARED_DOMAIN.test(domainOf(sent.to));
    return (
      known ||
      (colleague && candidates.every(({ to }) => to === sent.to)) ||
      minutesOf(sent).some((minute) => lower.includes(minute))
    );
  });
  return newest(fits.filter((sent) => mail.dateMs === null || sent.sentMs <= mail.dateMs + CLOCK_SLACK_MS));
}

/** "Automatic reply: subject" and "Out of office Re: subject" quote the subject after words of their own. */
function withoutResponder(subject: string): string {
  const bare = bareSubject(subject);
  const after = /^[^:]{1,60}?(?:\bre:|:|：|-)\s*(.+)$/u.exec(bare)?.[1];
  return after !== undefined &&
    /^(?:auto|out of|ooo|abwesen|réponse|respuesta|read|not read|undeliver|accepted|स्व|কা|সয়ং)/u.test(bare)
    ? after
    : bare;
}

/** The minute of sending as attributions of clients write it, in Indian time. */
function minutesOf(sent: SentMail): string[] {
  const at = new Date(sent.sentMs + 330 * 60_000);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const name = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][month] ?? '';
  const two = (number: number) => String(number).padStart(2, '0');
  const times = [`${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`, twelveHour(at)];
  const days = [
    `${day} ${name} ${year} at`,
    `${day} ${name}, ${year} at`,
    `${name} ${day}, ${year} at`,
    `${two(day)}-${name}-${year}, at`,
    `${day}/${month + 1}/${year % 100}`,
    `${two(day)}/${two(month + 1)}/${year % 100}`,
  ];
  return days.flatMap((written) => times.map((time) => `${written} ${time}`));
}

function twelveHour(at: Date): string {
  const hour = at.getUTCHours();
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(at.getUTCMinutes()).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

/** A new thread from someone we wrote to counts only when it goes to a person of ours and speaks of what we offered. */
function bySender(mail: Mail, index: OutgoingIndex): SentMail | null {
  const candidates = index
    .byRecipient(mail.from)
    .filter((sent) => mail.dateMs === null || sent.sentMs <= mail.dateMs + CLOCK_SLACK_MS);
  const isBulk = ['list-id', 'list-unsubscribe', 'list-post'].some((name) => mail.header(name) !== '');
  if (candidates.length === 0 || isBulk) return null;
  return mentionsOurOffer(`${mail.subject}\n${mail.own}`) ? newest(candidates) : null;
}

function newest(sent: readonly SentMail[]): SentMail | null {
  return sent.reduce<SentMail | null>((best, next) => (best === null || next.sentMs > best.sentMs ? next : best), null);
}
