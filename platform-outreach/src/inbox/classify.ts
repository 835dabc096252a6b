/** Owns what a received mail is to us, and which of our mails caused it. Pure: the same bytes always give the same answer. */
import type { InboundKind } from '@sacred-qa/contracts/inbox';
import { isAutomatic } from './automatic.ts';
import { type DeliveryReport, isDaemon, isFeedback, readDeliveryReport, severityOf } from './delivery-report.ts';
import { asksToLeave, leavesBySubject } from './leave-request.ts';
import { type Mail, readMail } from './mail.ts';
import { findByRecipients, findMatch, type Match } from './match.ts';
import type { OutgoingIndex, SentMail } from './outgoing.ts';
import { type Sentiment, sentimentOf } from './sentiment.ts';

export interface Classified {
  kind: InboundKind;
  /** Message-ID of the mail of ours that caused it, as we sent it; the newest when several did. */
  matches: string | null;
  /** For a bounce the address that failed, as we wrote it. */
  recipient: string | null;
  /** Of what a person wrote; null for everything else. */
  sentiment: Sentiment | null;
}

const UNRELATED: Classified = { kind: 'unrelated', matches: null, recipient: null, sentiment: null };

/** Reads and classifies raw bytes. Bytes that cannot be read as a mail throw. */
export async function classifyRaw(raw: Uint8Array, index: OutgoingIndex): Promise<Classified> {
  return classifyMail(await readMail(raw), index);
}

export function classifyMail(mail: Mail, index: OutgoingIndex): Classified {
  const report = readDeliveryReport(mail);
  if (report !== null) return classifyReport(mail, report, index);
  if (isOwnCopy(mail, index)) {
    const matches =
      index.byKey(mail.messageId)?.messageId ?? findMatch(mail, index, { isReport: false })?.sent.messageId;
    return { ...UNRELATED, kind: 'own-sent-copy', matches: matches ?? null };
  }
  if (isFeedback(mail)) {
    const complained = findMatch(mail, index, { isReport: true });
    if (complained === null) return UNRELATED;
    return {
      kind: 'unsubscribe-request',
      matches: complained.sent.messageId,
      recipient: complained.sent.to,
      sentiment: 'not-interested',
    };
  }
  const isMachineForm = /^multipart\/report\b/i.test(mail.header('content-type'));
  const match = findMatch(mail, index, { isReport: isMachineForm });
  if (match === null) return isStrangersLeave(mail, index) ? leaving(null) : UNRELATED;
  if (isCircular(mail, match, index)) return UNRELATED;
  if (leavesBySubject(mail)) return leaving(match.sent);
  if (isAutomatic(mail)) return { ...UNRELATED, kind: 'auto-reply', matches: match.sent.messageId };
  if (asksToLeave(mail)) return leaving(match.sent);
  return { ...UNRELATED, kind: 'human-reply', matches: match.sent.messageId, sentiment: sentimentOf(mail.own) };
}

function leaving(sent: SentMail | null): Classified {
  return { ...UNRELATED, kind: 'unsubscribe-request', matches: sent?.messageId ?? null, sentiment: 'not-interested' };
}

/** A report about a mail that we never sent is nobody's bounce: forged senders make such reports every day. */
function classifyReport(mail: Mail, report: DeliveryReport, index: OutgoingIndex): Classified {
  const named = report.recipients.flatMap(({ addresses }) => addresses);
  const sent = findMatch(mail, index, { isReport: true })?.sent ?? findByRecipients(mail, named, index);
  if (sent === null) return UNRELATED;
  const ours = report.recipients.find(({ addresses, action }) => addresses.includes(sent.to) && action !== 'delivered');
  const troubled = ours ?? report.recipients.find(({ action }) => action !== 'delivered');
  const severity = troubled === undefined ? null : severityOf(troubled);
  if (severity === null) return { ...UNRELATED, kind: 'auto-reply', matches: sent.messageId };
  return { ...UNRELATED, kind: severity, matches: sent.messageId, recipient: sent.to };
}

/** What we sent ourselves, filed in Sent or returned by a list: by its Message-ID, or by sender and foreign addressee. */
function isOwnCopy(mail: Mail, index: OutgoingIndex): boolean {
  if (mail.messageId !== '' && index.byKey(mail.messageId) !== null) return true;
  return index.isOurs(mail.from) && !isDaemon(mail) && mail.to.some((address) => !index.isOurs(address));
}

/** Sent to many: a list or a newsletter that happens to carry our address or a subject like ours. */
function isCircular(mail: Mail, match: Match, index: OutgoingIndex): boolean {
  const isBulk =
    mail.header('list-id') !== '' ||
    mail.header('list-unsubscribe') !== '' ||
    /^(?:bulk|list)$/i.test(mail.header('precedence'));
  const answers = [mail.header('in-reply-to'), mail.header('references')].some((ids) =>
    ids.split(/\s+/).some((id) => index.byKey(id.replace(/[<>]/g, '')) !== null),
  );
  if (isBulk && !answers && match.by !== 'quote' && !isAutomatic(mail)) return mail.header('list-unsubscribe') !== '';
  const isInvitation = mail.parts.some(({ type }) => type === 'text/calendar') && !answers;
  return isInvitation && mail.header('auto-submitted') !== '';
}

/** Someone who asks to be left alone is heard, even if we cannot tell which mail reached them. */
function isStrangersLeave(mail: Mail, index: OutgoingIndex): boolean {
  const toUs = mail.to.some((address) => index.isOurs(address));
  const isMass = ['list-id', 'list-unsubscribe', 'precedence', 'auto-submitted'].some(
    (name) => mail.header(name) !== '',
  );
  return toUs && !isMass && asksToLeave(mail);
}
