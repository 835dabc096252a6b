/** Owns a real DNS server on loopback (RFC 1035, UDP) that answers TXT questions from a table, and as the world for one. */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';

export interface DnsServer {
  /** Asks this server and no other. */
  resolver: Resolver;
  /** Name to its TXT records. */
  txt: Record<string, string[]>;
  /** Names of all questions. */
  asked: string[];
  stop(): Promise<void>;
}

/** What every resolver with a network behind it knows. */
const WORLD: Record<string, string[]> = { 'google.com': ['v=spf1 -all'] };
const TXT = 16;
const PIECE = 255;

export async function startDnsServer(txt: Record<string, string[]> = {}): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const own: DnsServer = {
    ...{ txt, asked: [] },
    resolver: new Resolver({ timeout: 2_000, tries: 1 }),
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
  socket.on('message', (question, from) => {
    const { name, end } = nameOf(question);
    own.asked.push(name);
    const records = own.txt[name] ?? WORLD[name];
    const answers = question.readUInt16BE(end) === TXT ? (records ?? []) : [];
    socket.send(answerTo(question, end + 4, records !== undefined, answers), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  own.resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return own;
}

/** The question's name begins after the header's 12 bytes: labels by their length, a zero at the end. */
function nameOf(question: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 };
}

function answerTo(question: Buffer, end: number, exists: boolean, records: readonly string[]): Buffer {
  const head = Buffer.alloc(12);
  question.copy(head, 0, 0, 2);
  // An answer with authority; 3 is "no such name".
  head.writeUInt16BE(0x8580 | (exists ? 0 : 3), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  return Buffer.concat([head, question.subarray(12, end), ...records.map(recordOf)]);
}

function recordOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    pieces.push(Buffer.from([piece.length]), piece);
  }
  const data = Buffer.concat(pieces);
  const head = Buffer.alloc(12);
  // The name is the question's, at byte 12; class IN; kept for a minute.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(TXT, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
