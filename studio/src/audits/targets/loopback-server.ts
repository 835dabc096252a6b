/** For tests: a real HTTP server on loopback that remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import type { Lookup } from '@sacred-qa/foundation/address-class';

export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface LoopbackServer extends AsyncDisposable {
  origin: string;
  port: number;
  seen: SeenRequest[];
  /** How many connections were opened. */
  connections(): number;
}

type Handler = (request: SeenRequest, response: ServerResponse, raw: IncomingMessage) => void;

export async function serveHttp(handler: Handler): Promise<LoopbackServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((raw, response) => {
    const chunks: Buffer[] = [];
    raw.on('data', (chunk) => chunks.push(chunk));
    raw.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const request = { method: raw.method ?? '', path: raw.url ?? '', headers: raw.headers, body };
      seen.push(request);
      handler(request, response, raw);
    });
  });
  return listen(server, seen);
}

/** A server that breaks HTTP itself: `bytes` is written as it stands once a request arrives. */
export async function serveRaw(onRequest: (socket: Socket) => void): Promise<LoopbackServer> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => onRequest(socket));
  });
  return listen(server, []);
}

async function listen(server: Server, seen: SeenRequest[]): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    seen,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
};

/** A name server of our own: names that are not in the table do not exist. */
export function lookupIn(table: Record<string, string[]>): Lookup & { asked: string[] } {
  const asked: string[] = [];
  const lookup: Lookup = async (hostname) => {
    asked.push(hostname);
    const addresses = table[hostname];
    if (!addresses) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return Object.assign(lookup, { asked });
}
