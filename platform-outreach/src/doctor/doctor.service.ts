/** Looks over all that outreach needs outside of itself, and says of each how it stands and what to do. Changes nothing. */
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { MailboxLook } from '../inbox/mailbox.ts';
import { domainOf, mailboxOf } from '../sending/addresses.ts';
import type { Dkim } from '../sending/compose.ts';
import { type Ask, checkCal, checkLinkedInToken, checkLinkedInVersion } from './accounts.ts';
import { type Check, conclude, type Finding, fail, pass, skip, unreached, worst } from './check.ts';
import { checkClock, type TimeServer } from './clock-skew.ts';
import { checkDkim } from './dkim.ts';
import { checkDmarc } from './dmarc.ts';
import { checkImap, checkSmtpLogin, checkSmtpTls } from './mail-servers.ts';
import { checkPublicUrl } from './public-address.ts';
import { checkSpf } from './spf.ts';
import { createReadTxt, NoAnswer, type TxtResolver } from './txt-records.ts';

export interface DoctorDeps {
  clock: Clock;
  config: OutreachConfig;
  resolver: TxtResolver;
  /** Throws `bad_request` for a key that would not sign. */
  readDkim: () => Promise<Dkim | null>;
  fetch: typeof fetch;
  timeServer: TimeServer;
  /** A look into the mailbox, without reading a mail. */
  lookIntoMailbox: () => Promise<MailboxLook>;
  /** Since when the LinkedIn token has been known here. */
  tokenFirstSeenMs: () => Promise<number>;
}

export interface Diagnosis {
  status: ReturnType<typeof worst>;
  at: string;
  checks: Check[];
}

export type DoctorService = ReturnType<typeof createDoctorService>;

const ASK_TIMEOUT_MS = 10_000;
/** RFC 2606 and 6761: names that belong to nobody. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|example\.(com|net|org))$/;

export function createDoctorService(deps: DoctorDeps) {
  const { clock, config } = deps;
  const { smtp, imap, linkedin } = config;

  /** Redirects are not followed: a key goes to its own service only. */
  const askWith =
    (heard: () => void): Ask =>
    async (url, headers) => {
      try {
        const answer = await deps.fetch(url, {
          headers,
          redirect: 'manual',
          signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
        });
        heard();
        return { status: answer.status, headers: answer.headers, text: await answer.text() };
      } catch {
        return null;
      }
    };

  /** The checks in the order in which they are shown; all are asked at the same time. */
  function checks(heard: () => void): [name: string, check: () => Finding | Promise<Finding>][] {
    const ask = askWith(heard);
    const nowMs = clock.now();
    const readTxt = createReadTxt(deps.resolver, heard);
    const sender = config.mail.from === null ? null : mailboxOf(config.mail.from);
    const domain = sender === null ? null : domainOf(sender.address);
    const ofDomain = (check: (domain: string) => Promise<Finding>) => () => {
      if (domain === null) return skip('There is no sender yet.', 'Set MAIL_FROM.');
      if (RESERVED.test(domain)) return skip(`${domain} is a name for examples: it has no records.`);
      return check(domain);
    };
    return [
      ['sender', () => checkSender(config.mail)],
      ['spf', ofDomain((name) => checkSpf(readTxt, name, config.smtp?.host ?? null))],
      ['dkim', ofDomain(() => checkDkim(readTxt, deps.readDkim))],
      ['dmarc', ofDomain((name) => checkDmarc(readTxt, name, config.dkim?.domain ?? null))],
      ['smtp tls', () => checkSmtpTls(smtp, nowMs, heard)],
      ['smtp login', () => checkSmtpLogin(smtp, heard)],
      ['imap', () => checkImap(imap, deps.lookIntoMailbox, heard)],
      ['clock', () => checkClock(clock, deps.timeServer, heard)],
      ['cal.com', () => checkCal(config, ask)],
      ['linkedin token', () => checkLinkedInToken(linkedin, deps.tokenFirstSeenMs, ask, nowMs)],
      ['linkedin version', () => checkLinkedInVersion(linkedin, nowMs)],
      ['public url', () => checkPublicUrl(config.publicUrl, config.publicPort, ask)],
    ];
  }

  return {
    async examine(): Promise<Diagnosis> {
      let online = false;
      const heard = (): void => {
        online = true;
      };
      const entries = await Promise.all(
        checks(heard).map(async ([name, check]) => [name, await answered(check)] as const),
      );
      const found = conclude(new Map(entries), online);
      return { status: worst(found), at: isoOf(clock.now()), checks: found };
    },
  };
}

async function answered(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof NoAnswer) return unreached(error.message, 'Ask again; if it stays so, look at your DNS.');
    throw error;
  }
}

function checkSender({ from, postalAddress }: OutreachConfig['mail']): Finding {
  if (from === null) return skip('No sender is set: nothing can be planned.', 'Set MAIL_FROM and MAIL_POSTAL_ADDRESS.');
  if (mailboxOf(from) === null) return fail('MAIL_FROM is no single address.', 'Write it as: Name <name@your-domain>');
  if (postalAddress === null) {
    return fail('Mails would bear no postal address; none is approved so.', 'Set MAIL_POSTAL_ADDRESS.');
  }
  return pass('Sender and postal address are set.');
}
