/**
 * One connection to the mail server, and what is known when it fails. nodemailer gives the same error whether the
 * connection broke before the message or after its last byte was taken (measured with 10.6.0), so the phase is read
 * off its transaction log: once message bytes went out and no answer came, the mail is in doubt.
 */
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import { createTransport } from 'nodemailer';

export type SendOutcome =
  | { kind: 'sent'; code: number; reply: string }
  /** The server said no for good (5.x). */
  | { kind: 'refused'; code: number; status: string; reply: string; atRecipient: boolean }
  /** The server said not now (4.x), or was never reached with this mail: it may be tried again. */
  | { kind: 'later'; code: number | null; reply: string }
  /** The bytes went out and no answer came. Only a look into the Sent folder, or a person, can tell. */
  | { kind: 'in_doubt'; reply: string };

export interface Outgoing {
  /** As fixed at reservation; DKIM-signed already. */
  bytes: Buffer;
  envelopeFrom: string;
  to: string;
  envid: string;
}

export interface SmtpConnection {
  send(mail: Outgoing): Promise<SendOutcome>;
  close(): void;
}

const TIMEOUT_MS = 30_000;
/** A server may look through a whole mail before it takes it. RFC 5321 allows ten minutes; who waits less only doubts more. */
const ANSWER_TIMEOUT_MS = 120_000;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** One mail at a time: the phase belongs to the mail that is under way. */
export function openSmtp(smtp: Account): SmtpConnection {
  let bytesWentOut = false;
  const note = (entry: { tnx?: string }): void => {
    if (entry.tnx === 'message') bytesWentOut = true;
  };
  const logger = { level: () => {}, trace: note, debug: note, info: note, warn: note, error: note, fatal: note };
  const transport = createTransport({
    ...connectionOf(smtp, TIMEOUT_MS),
    ...{ socketTimeout: ANSWER_TIMEOUT_MS, pool: true, maxConnections: 1, maxMessages: 100 },
    ...{ logger, transactionLog: true, debug: false },
  });
  return {
    async send({ bytes, envelopeFrom, to, envid }) {
      bytesWentOut = false;
      try {
        const info = await transport.sendMail({
          envelope: { from: envelopeFrom, to },
          raw: bytes,
          dsn: { id: envid, return: 'headers', notify: ['failure', 'delay'], recipient: to },
        });
        return { kind: 'sent', code: codeOf(info.response) ?? 250, reply: info.response };
      } catch (error) {
        return outcomeOf(error as SmtpError, bytesWentOut);
      }
    },
    close: () => transport.close(),
  };
}

type Account = NonNullable<OutreachConfig['smtp']>;

const connectionOf = (smtp: Account, timeoutMs: number) => ({
  ...{ host: smtp.host, port: smtp.port, secure: smtp.port === 465 },
  // Elsewhere a server that offers no TLS gets nothing; on this machine none is needed.
  ...(isLoopback(smtp.host) ? { ignoreTLS: true } : { requireTLS: true }),
  ...(smtp.user === null ? {} : { auth: { user: smtp.user, pass: smtp.pass?.reveal() ?? '' } }),
  ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
});

export type LogIn =
  | { kind: 'accepted' }
  /** The server's reply code. */
  | { kind: 'refused'; code: number | null }
  | { kind: 'unreached'; why: string };

const LOG_IN_TIMEOUT_MS = 10_000;

/** Logs in as for a mail, and sends none. */
export async function verifySmtp(smtp: Account): Promise<LogIn> {
  const transport = createTransport(connectionOf(smtp, LOG_IN_TIMEOUT_MS));
  try {
    await transport.verify();
    return { kind: 'accepted' };
  } catch (error) {
    const { code, responseCode = null, message } = error as SmtpError & { code?: string };
    if (code === 'EAUTH') return { kind: 'refused', code: responseCode };
    return { kind: 'unreached', why: code ?? message };
  } finally {
    transport.close();
  }
}

interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  command?: string;
  rejectedErrors?: SmtpError[];
}

function outcomeOf(error: SmtpError, bytesWentOut: boolean): SendOutcome {
  const told = error.rejectedErrors?.[0] ?? error;
  const reply = told.response ?? told.message;
  const code = told.responseCode;
  if (code !== undefined && code >= 500 && !bytesMeanNothing(told)) {
    return {
      kind: 'refused',
      code,
      status: statusOf(reply) ?? '5.0.0',
      reply,
      atRecipient: told.command === 'RCPT TO',
    };
  }
  if (code === undefined && bytesWentOut) return { kind: 'in_doubt', reply };
  return { kind: 'later', code: code ?? null, reply };
}

/** A refused log-in is ours to mend, not the receiver's word on this mail. */
const bytesMeanNothing = (error: SmtpError): boolean => /^(AUTH|EHLO|HELO|STARTTLS|CONN)/i.test(error.command ?? '');

/** RFC 3463, such as 5.1.1. */
const statusOf = (reply: string): string | null => /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(reply)?.[0] ?? null;

const codeOf = (reply: string): number | null => {
  const code = Number(/^\d{3}/.exec(reply)?.[0]);
  return Number.isInteger(code) ? code : null;
};
