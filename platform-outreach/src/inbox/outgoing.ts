/** Owns the mails that we sent as an answer can be matched to them, and the look-ups by all that may come back. */

export interface OutgoingMail {
  /** With angle brackets, as it was sent. */
  messageId: string;
  to: string;
  subject: string;
  /** ISO 8601. */
  date: string;
  /** The envelope sender, different for each mail (VERP). */
  envelopeFrom?: string;
  /** The plus-address that replies go to. */
  replyTo?: string;
  /** ENVID given at the hand-over (RFC 3461). */
  envelopeId?: string;
}

export interface SentMail {
  messageId: string;
  to: string;
  /** Folded, without Re and Fwd. */
  subject: string;
  sentMs: number;
}

/** Mailboxes of many people: a colleague's address proves nothing there. */
export const SHARED_DOMAIN =
  /^(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|rediffmail|icloud|me|proton|protonmail|zoho|aol|gmx)\./;

export interface OutgoingIndex {
  /** By Message-ID, ENVID, VERP or reply address, or the tag of a plus-address; null when it is none of ours. */
  byKey(key: string): SentMail | null;
  /** All mails to an address, the newest first. */
  byRecipient(address: string): readonly SentMail[];
  /** All mails to any address of a domain, the newest first. */
  byRecipientDomain(domain: string): readonly SentMail[];
  /** All mails with a subject (compared as `bareSubject` gives it), the newest first. */
  bySubject(subject: string): readonly SentMail[];
  /** Whether an address lies in a domain that we send from; on one of many people, whether it is the very one. */
  isOurs(address: string): boolean;
}

/** Builds the look-ups. Addresses and ids are compared without case. `own` are addresses of ours beside those mails. */
export function indexOutgoing(mails: readonly OutgoingMail[], own: readonly string[] = []): OutgoingIndex {
  const byKey = new Map<string, SentMail>();
  const byRecipient = new Map<string, SentMail[]>();
  const byDomain = new Map<string, SentMail[]>();
  const bySubject = new Map<string, SentMail[]>();
  const ours = new Set(own.map(ownerOf));
  const newestFirst = mails.map(toSent).sort((one, other) => other.sent.sentMs - one.sent.sentMs);
  for (const { mail, sent } of newestFirst) {
    for (const key of keysOf(mail)) if (!byKey.has(key)) byKey.set(key, sent);
    for (const address of [mail.messageId, mail.envelopeFrom, mail.replyTo]) ours.add(ownerOf(address ?? ''));
    push(byRecipient, sent.to, sent);
    push(byDomain, domainOf(sent.to), sent);
    push(bySubject, sent.subject, sent);
  }
  return {
    byKey: (key) => byKey.get(key.toLowerCase()) ?? null,
    byRecipient: (address) => byRecipient.get(address.toLowerCase()) ?? [],
    byRecipientDomain: (domain) => byDomain.get(domain.toLowerCase()) ?? [],
    bySubject: (subject) => bySubject.get(bareSubject(subject)) ?? [],
    isOurs: (address) => domainOf(address) !== '' && ours.has(ownerOf(address)),
  };
}

/** A subject without the prefixes that clients and responders put before it, folded for comparing. */
export function bareSubject(subject: string): string {
  const PREFIX =
    /^\s*(?:\[[^\]]{1,24}\]\s*)?(?:re|r|aw|sv|antw|fw|fwd|wg|tr|rv|res|enc|回复|答复|转发|回覆|उत्तर|जवाब|प्रत्युत्तर|अग्रे)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*/iu;
  let bare = subject.normalize('NFC');
  while (PREFIX.test(bare)) bare = bare.replace(PREFIX, '');
  return bare.replace(/\s+/g, ' ').trim().toLowerCase();
}

export function domainOf(address: string): string {
  return /@([^\s<>@]+?)>?\s*$/.exec(address)?.[1]?.toLowerCase() ?? '';
}

/** Whoever holds an address: its domain, or on a domain of many people the address itself without its plus-tag. */
function ownerOf(address: string): string {
  const domain = domainOf(address);
  if (!SHARED_DOMAIN.test(domain)) return domain;
  const name = /([^\s<>@+]+)[^\s<>@]*@[^\s<>@]+>?\s*$/.exec(address)?.[1] ?? '';
  return `${name.toLowerCase()}@${domain}`;
}

function toSent(mail: OutgoingMail): { mail: OutgoingMail; sent: SentMail } {
  const sentMs = Date.parse(mail.date);
  return {
    mail,
    sent: {
      messageId: mail.messageId,
      to: mail.to.trim().toLowerCase(),
      subject: bareSubject(mail.subject),
      sentMs: Number.isNaN(sentMs) ? 0 : sentMs,
    },
  };
}

/** Message-ID, ENVID and the two plus-addresses, whole and by their tag with the domain: `+0042@studio.example`. */
function keysOf(mail: OutgoingMail): string[] {
  const id = mail.messageId.replace(/[<>\s]/g, '');
  const keys = [id, id.split('@')[0] ?? '', mail.envelopeId, mail.envelopeFrom, mail.replyTo];
  for (const address of [mail.envelopeFrom, mail.replyTo]) {
    const tag = address === undefined ? undefined : /\+([^@+]+@.+)$/.exec(address)?.[1];
    if (tag !== undefined) keys.push(`+${tag}`);
  }
  return keys.flatMap((key) => (key === undefined || key === '' ? [] : [key.toLowerCase()]));
}

/** An erased person's mail has neither address nor subject left: an empty one describes nothing, and would fit any mail. */
function push(map: Map<string, SentMail[]>, key: string, sent: SentMail): void {
  if (key === '') return;
  const list = map.get(key);
  if (list === undefined) map.set(key, [sent]);
  else list.push(sent);
}
