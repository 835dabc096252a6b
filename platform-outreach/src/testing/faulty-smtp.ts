/** Owns an SMTP server in this process that keeps what it takes and misbehaves on demand, also after it took a mail. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type SmtpFault =
  | 'none'
  | 'unknown-recipient'
  | 'greylisted'
  | 'refuses-content'
  | 'cut-before-message'
  | 'cut-after-message';

export interface FaultySmtp {
  port: number;
  /** The bytes of each mail it took, dot-stuffing undone, in order. */
  taken: { bytes: Buffer; from: string; to: string[] }[];
  /** What it does to the next mails. */
  fault: SmtpFault;
  stop(): Promise<void>;
}

const reply = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

export async function startFaultySmtp(): Promise<FaultySmtp> {
  const own: FaultySmtp = { port: 0, taken: [], fault: 'none', stop: async () => {} };
  const server: SMTPServer = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onRcptTo(_address, session, done) {
      if (own.fault === 'cut-before-message') cut(server, session.id);
      done(own.fault === 'unknown-recipient' ? reply(550, '5.1.1 no such user') : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (own.fault === 'greylisted') return done(reply(451, '4.7.1 try again later'));
        if (own.fault === 'refuses-content') return done(reply(554, '5.7.1 not wanted'));
        const { mailFrom, rcptTo } = session.envelope;
        own.taken.push({
          bytes: Buffer.concat(chunks),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
        });
        if (own.fault === 'cut-after-message') return cut(server, session.id);
        done();
      });
    },
  });
  // A connection that we cut ourselves is told here too.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  own.port = (server.server.address() as AddressInfo).port;
  own.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return own;
}

function cut(server: SMTPServer, session: string): void {
  for (const connection of server.connections) {
    const { id, _socket } = connection as unknown as { id: string; _socket: { destroy(): void } };
    if (id === session) _socket.destroy();
  }
}
