/**
 * A mail server for a replay: on this machine alone, takes every mail, keeps it in memory and delivers none. It speaks as
 * much of RFC 5321 as a sender needs and is no server for anything else.
 */
import { createServer, type Socket } from 'node:net';

export interface TakenMail {
  from: string;
  to: string;
  bytes: Buffer;
}

export interface LoopbackSink {
  port: number;
  /** In the order in which they were taken. */
  mails(): readonly TakenMail[];
  stop(): Promise<void>;
}

const END_OF_LINE = '\r\n';
const ANSWERS: Readonly<Record<string, string>> = {
  EHLO: ['250-replay', '250-8BITMIME', '250 DSN'].join(END_OF_LINE),
  DATA: '354 end with a dot',
  QUIT: '221 2.0.0 bye',
};
const END_OF_DATA = Buffer.from('\r\n.\r\n');

export async function startLoopbackSink(): Promise<LoopbackSink> {
  const taken: TakenMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    converse(socket, (mail) => taken.push(mail));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sink has no port');
  return {
    port: address.port,
    mails: () => taken,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function converse(socket: Socket, take: (mail: TakenMail) => void): void {
  let waiting: Buffer = Buffer.alloc(0);
  let [from, to, inData] = ['', '', false];
  const answer = (line: string): void => void socket.write(`${line}${END_OF_LINE}`);

  function command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb === 'MAIL') from = address;
    if (verb === 'RCPT') to = address;
    inData = verb === 'DATA';
    answer(ANSWERS[verb] ?? '250 2.0.0 ok');
    if (verb === 'QUIT') socket.end();
  }

  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const end = waiting.indexOf(inData ? END_OF_DATA : END_OF_LINE);
      if (end < 0) return;
      if (inData) {
        take({ from, to, bytes: withoutStuffing(waiting.subarray(0, end + END_OF_LINE.length)) });
        waiting = waiting.subarray(end + END_OF_DATA.length);
        inData = false;
        answer('250 2.0.0 taken, and delivered nowhere');
      } else {
        const line = waiting.subarray(0, end).toString('latin1');
        waiting = waiting.subarray(end + END_OF_LINE.length);
        command(line);
      }
    }
  });
  answer('220 replay ESMTP');
}

/** RFC 5321, 4.5.2: a line that began with a dot was sent with one more. */
const withoutStuffing = (data: Buffer): Buffer =>
  Buffer.from(data.toString('latin1').replace(/(^|\r\n)\.\./g, '$1.'), 'latin1');
