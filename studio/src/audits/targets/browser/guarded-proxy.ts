/**
 * The only way out of the browser: a proxy on loopback that puts every connection through the address guard at the
 * moment it is made. A check of addresses within the page could be passed by a redirect, a WebSocket, or a name that
 * changes its meaning between the check and the connection.
 */
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { AddressGuard } from '../address-guard.ts';

export interface GuardedProxy {
  url: string;
  /** Why connections were refused, by `host:port`. */
  refusals: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const HOP_HEADERS = new Set(['proxy-connection', 'proxy-authorization', 'connection', 'keep-alive']);
const MAX_REFUSALS = 200;

export async function startGuardedProxy(deps: { guard: AddressGuard; typed: URL }): Promise<GuardedProxy> {
  const { guard, typed } = deps;
  const refusals = new Map<string, string>();
  const sockets = new Set<Socket>();
  const refuse = (host: string, detail: string): void => {
    if (refusals.size < MAX_REFUSALS) refusals.set(host, detail);
  };

  function forward(request: IncomingMessage, response: ServerResponse): void {
    const url = URL.parse(request.url ?? '');
    const refusal = url === null ? { detail: 'The address cannot be read.' } : guard.checkUrl(url);
    if (url === null || refusal) {
      refuse(url?.host ?? '', refusal?.detail ?? '');
      response.writeHead(403).end();
      return;
    }
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !HOP_HEADERS.has(name)));
    const onward = httpRequest(
      url,
      { method: request.method, headers, lookup: guard.lookup, agent: false },
      (reply) => {
        reply.on('error', () => response.destroy());
        try {
          response.writeHead(reply.statusCode ?? 502, reply.headers);
        } catch {
          // A page may send what no server may: a status of 42, a trailer without chunks.
          response.destroy();
          return;
        }
        reply.pipe(response);
      },
    );
    onward.on('error', (error) => {
      if (isRefusal(error)) refuse(url.host, error.message);
      if (response.headersSent) response.destroy();
      else response.writeHead(isRefusal(error) ? 403 : 502).end();
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  function tunnel(request: IncomingMessage, client: Socket, head: Buffer): void {
    // From here on nobody else listens: unheard, a connection that the page resets would end the process.
    client.on('error', () => client.destroy());
    const host = request.url ?? '';
    // A tunnel does not say what it will carry: to the typed host it is what was typed, elsewhere TLS.
    const url = URL.parse(`${host === hostAndPort(typed) ? typed.protocol : 'https:'}//${host}/`);
    const refusal = url === null ? { detail: 'The address cannot be read.' } : guard.checkUrl(url);
    if (url === null || refusal) {
      refuse(host, refusal?.detail ?? '');
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const port = Number(url.port || (url.protocol === 'http:' ? 80 : 443));
    const server = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port, lookup: guard.lookup });
    keep(server);
    server.on('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      server.write(head);
      server.pipe(client);
      client.pipe(server);
    });
    server.on('error', (error) => {
      if (isRefusal(error)) refuse(host, error.message);
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  }

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  }

  const server = createServer(forward);
  server.on('connection', keep);
  server.on('connect', (request, client, head) => tunnel(request, client as Socket, head));
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refusals,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const isRefusal = (error: Error): boolean => 'code' in error && error.code === 'scope_refused';

const hostAndPort = (url: URL): string => `${url.hostname}:${url.port || (url.protocol === 'http:' ? 80 : 443)}`;
