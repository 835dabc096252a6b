/** The mail servers as they stand: can mail leave encrypted, does the log-in hold, is there a Sent folder to look into. */
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { MailboxLook } from '../inbox/mailbox.ts';
import { isLoopback, verifySmtp } from '../sending/smtp.ts';
import { type Finding, fail, pass, skip, unreached, warn } from './check.ts';
import { type PeerTls, readPeerTls } from './peer-tls.ts';

const DAY_MS = 86_400_000;
const RENEW_DAYS = 14;

export type Smtp = OutreachConfig['smtp'];

export async function checkSmtpTls(smtp: Smtp, nowMs: number, heard: () => void): Promise<Finding> {
  if (smtp === null) return skip('No mail server is set.', 'Set SMTP_HOST, SMTP_PORT, SMTP_USER and SMTP_PASS.');
  if (isLoopback(smtp.host)) return { ...pass(`${smtp.host} is this machine: no TLS is needed.`), local: true };
  const peer = await readPeerTls(smtp);
  if (peer.kind !== 'unreached') heard();
  return findingOf(peer, smtp, nowMs);
}

/** Pure: what a look at the server's TLS means. */
export function findingOf(peer: PeerTls, { host, port }: { host: string; port: number }, nowMs: number): Finding {
  if (peer.kind === 'unreached') {
    return unreached(
      `${host}:${port} could not be reached (${peer.why}).`,
      'Look at SMTP_HOST and SMTP_PORT; 587 and 465 are usual.',
    );
  }
  if (peer.kind === 'no_starttls') {
    return fail(
      `${host}:${port} offers no encryption, so no mail is sent there.`,
      'Use port 587 with STARTTLS, or 465.',
    );
  }
  const days = Math.floor((Date.parse(peer.validTo) - nowMs) / DAY_MS);
  if (peer.distrust !== null || days < 0) {
    return fail(
      `The certificate of ${host} does not hold (${peer.distrust ?? 'CERT_HAS_EXPIRED'}), so no mail is sent there.`,
      'Write SMTP_HOST as the certificate names it, or let the server’s owner renew it.',
    );
  }
  if (days < RENEW_DAYS) {
    return warn(
      `The certificate of ${host} ends in ${days} days.`,
      'Let the server’s owner renew it, or no mail will leave.',
    );
  }
  return pass(`${host}:${port} speaks ${peer.protocol}; its certificate holds for ${days} days.`);
}

export async function checkSmtpLogin(smtp: Smtp, heard: () => void): Promise<Finding> {
  if (smtp === null) return skip('No mail server is set.');
  const local = isLoopback(smtp.host);
  const found = await verifySmtp(smtp);
  if (found.kind !== 'unreached' && !local) heard();
  switch (found.kind) {
    case 'accepted':
      return smtp.user === null
        ? { ...pass(`${smtp.host} takes mail without a log-in.`), local }
        : pass(`${smtp.host} accepts SMTP_USER and SMTP_PASS.`);
    case 'refused':
      return fail(
        `${smtp.host} refuses SMTP_USER and SMTP_PASS${found.code === null ? '' : ` (${found.code})`}.`,
        'Many services want a password made for programs (“app password”): make one, and set SMTP_PASS.',
      );
    case 'unreached':
      return {
        ...unreached(
          `${smtp.host}:${smtp.port} did not come to a log-in (${found.why}).`,
          'Look at SMTP_HOST and SMTP_PORT.',
        ),
        local,
      };
  }
}

/** `look` is null when no mailbox is set. */
export async function checkImap(
  imap: OutreachConfig['imap'],
  look: () => Promise<MailboxLook>,
  heard: () => void,
): Promise<Finding> {
  if (imap === null) {
    return skip('No mailbox is set: replies and bounces are not read.', 'Set IMAP_HOST, IMAP_USER and IMAP_PASS.');
  }
  const local = isLoopback(imap.host);
  const seen = await look();
  if (seen.kind !== 'unreachable' && !local) heard();
  switch (seen.kind) {
    case 'unreachable':
      return {
        ...unreached(`${imap.host}:${imap.port}: ${seen.reason}.`, 'Look at IMAP_HOST and IMAP_PORT; 993 is usual.'),
        local,
      };
    case 'refused':
      return fail(`${imap.host} refuses IMAP_USER and IMAP_PASS.`, 'Make a password for programs, and set IMAP_PASS.');
    case 'open':
      if (seen.sent === null) {
        return warn(
          `${imap.host} is read, but has no Sent folder: mails in doubt cannot be settled by a look there.`,
          'Make a folder named Sent, and let the mail service file sent mail in it.',
        );
      }
      return pass(
        `${imap.host} is read; Sent is “${seen.sent}”${seen.idle ? '' : '; it tells of new mail only when asked'}.`,
      );
  }
}
