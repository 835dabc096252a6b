/** A small real HTTP server that speaks the wire shapes, for tests of commands: it answers what the test lays out. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  method: string;
  /** Path with query. */
  url: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

export interface Reply {
  status?: number;
  type?: string;
  body: unknown;
}

/** `METHOD /path` (without /api/v1 and query) to a reply, or a function of what was seen. */
export type Routes = Record<string, Reply | ((seen: Seen) => Reply)>;

export const problem = (status: number, code: string, detail: string, extra: Record<string, unknown> = {}): Reply => ({
  status,
  type: 'application/problem+json',
  body: { type: `/docs/errors#${code}`, title: code, status, code, detail, request_id: 'req-1', ...extra },
});

export async function startStubStudio(routes: Routes) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += piece;
    const { method = '', url = '' } = request;
    const visit = { method, url, headers: request.headers, body: text === '' ? undefined : JSON.parse(text) };
    seen.push(visit);
    const route = routes[`${method} ${url.replace('/api/v1', '').replace(/\?.*$/, '')}`];
    const reply =
      typeof route === 'function'
        ? route(visit)
        : (route ?? problem(404, 'not_found', `Nothing is at ${method} ${url}.`));
    response.writeHead(reply.status ?? 200, { 'content-type': reply.type ?? 'application/json' });
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
