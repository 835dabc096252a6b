/** Looks at the TLS of a mail server, by STARTTLS or at once, and says nothing to it beyond that. Sends no password. */
import { once } from 'node:events';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

export type PeerTls =
  | {
      kind: 'tls';
      protocol: string /** Null for a certificate that holds. */;
      distrust: string | null;
      validTo: string;
    }
  | { kind: 'no_starttls' }
  | { kind: 'unreached'; why: string };

export interface Peer {
  host: string;
  port: number;
}

const TIMEOUT_MS = 10_000;
/** RFC 6409 and 8314: this port speaks TLS from its first byte. */
const SMTPS = 465;
const REPLY_MAX = 64 * 1024;

export async function readPeerTls({ host, port }: Peer): Promise<PeerTls> {
  const open: Socket[] = [];
  const give = setTimeout(() => open.at(-1)?.destroy(new Error('it did not answer in time')), TIMEOUT_MS);
  try {
    if (port === SMTPS) return await secured(connectTls({ host, port, ...options(host) }), open);
    const plain = connectPlain({ host, port });
    open.push(plain);
    await once(plain, 'connect');
    await reply(plain);
    plain.write('EHLO doctor.invalid\r\n');
    if (!/^250[- ]STARTTLS\s*$/im.test(await reply(plain))) return { kind: 'no_starttls' };
    plain.write('STARTTLS\r\n');
    if (!(await reply(plain)).startsWith('220')) return { kind: 'no_starttls' };
    return await secured(connectTls({ socket: plain, ...options(host) }), open);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { kind: 'unreached', why: code ?? message };
  } finally {
    clearTimeout(give);
    // The newest, which takes what lies below it along. The other order ends the process itself (Node 26.10).
    open.at(-1)?.destroy();
  }
}

/** A certificate that does not hold is looked at as well: what is wrong with it is what one wants to know. */
const options = (host: string) => ({ rejectUnauthorized: false, ...(isIP(host) === 0 ? { servername: host } : {}) });

async function secured(socket: TLSSocket, open: Socket[]): Promise<PeerTls> {
  open.push(socket);
  await once(socket, 'secureConnect');
  return {
    kind: 'tls',
    protocol: socket.getProtocol() ?? 'unknown',
    distrust: socket.authorized ? null : String(socket.authorizationError),
    validTo: new Date(socket.getPeerCertificate().valid_to).toISOString(),
  };
}

/** One reply, however many lines: the last has a space behind its code. */
async function reply(socket: Socket): Promise<string> {
  let text = '';
  while (!/^\d{3} [^\n]*\n$/m.test(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))) {
    const [piece] = (await once(socket, 'data')) as [Buffer];
    text += piece.toString('latin1');
    if (text.length > REPLY_MAX) throw new Error('it answers without end');
  }
  return text;
}
