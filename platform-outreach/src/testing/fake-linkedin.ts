/** Owns a server that keeps LinkedIn's documented contract for posts, and misbehaves on demand, also after it took one. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LinkedInFault =
  | 'none'
  | 'hang-after-accept'
  | 'cut-after-accept'
  | 'error-after-accept'
  | 'error'
  | 'rate-limited'
  | 'token-expired'
  | 'version-retired'
  | 'refuses-connections';

export interface FakeLinkedIn {
  /** Asks this server for what goes to api.linkedin.com. */
  fetch: typeof fetch;
  /** What stands on the author's page, oldest first. `shown` is what a reader sees. */
  posts: { urn: string; commentary: string; shown: string; article: unknown; createdAt: number }[];
  requests: number;
  fault: LinkedInFault;
  /** Whether the token may read the author's posts. */
  mayRead: boolean;
  /** The network's own guard; nobody promises that it always catches a second post. */
  knowsDuplicates: boolean;
  nowMs: () => number;
  /** Told when a post was taken that will get no answer: from here on a client may lose its patience. */
  onAccept: () => void;
  stop(): Promise<void>;
}

export const FAKE_TOKEN = 'AQX-the-only-token-that-it-knows';
export const FAKE_AUTHOR = 'urn:li:person:8675309';
const ACTIVE_VERSIONS = /^(2025(0[9]|1[0-2])|20260[1-8])$/;
const REQUIRED = ['author', 'commentary', 'visibility', 'distribution', 'lifecycleState'];

export async function startFakeLinkedIn(): Promise<FakeLinkedIn> {
  const own: FakeLinkedIn = {
    ...{
      posts: [],
      requests: 0,
      fault: 'none',
      mayRead: false,
      knowsDuplicates: true,
      nowMs: Date.now,
      fetch,
      onAccept: () => {},
    },
    stop: async () => {},
  };
  const server = createServer((request, response) => {
    own.requests += 1;
    answer(own, request, response).catch(() => response.destroy());
  });
  const nowhere = await closedPort();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  own.fetch = (input, init) => {
    const to = own.fault === 'refuses-connections' ? nowhere : here;
    return fetch(String(input).replace(/^https:\/\/(api|www)\.linkedin\.com/, to), init);
  };
  own.stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return own;
}

/** An address that listened a moment ago and does no more. */
async function closedPort(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

async function answer(own: FakeLinkedIn, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  const say: Say = (status, body, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  const { authorization, 'linkedin-version': version, 'x-restli-protocol-version': restli } = request.headers;
  if (own.fault === 'token-expired' || authorization !== `Bearer ${FAKE_TOKEN}`) {
    return say(401, {
      status: 401,
      code: 'EXPIRED_ACCESS_TOKEN',
      message: 'The token used in the request has expired',
    });
  }
  const url = new URL(request.url ?? '/', 'http://fake');
  if (url.pathname === '/v2/userinfo') return say(200, { sub: FAKE_AUTHOR.split(':').at(-1) });
  if (url.pathname !== '/rest/posts') return say(404, { status: 404, message: 'No virtual resource found' });
  if (own.fault === 'version-retired' || !ACTIVE_VERSIONS.test(String(version))) {
    return say(426, {
      status: 426,
      code: 'NONEXISTENT_VERSION',
      message: `Requested version ${version}01 is not active`,
    });
  }
  if (restli !== '2.0.0') return say(400, { status: 400, message: 'X-Restli-Protocol-Version is missing' });
  if (own.fault === 'rate-limited') {
    return say(429, { status: 429, message: 'Resource level throttle limit reached' }, { 'retry-after': '600' });
  }
  if (own.fault === 'error') return say(500, { status: 500, message: 'Internal Server Error' });
  if (request.method === 'GET') return list(own, url, request, say);
  return take(own, JSON.parse(text), response, say);
}

type Say = (status: number, body: object, headers?: Record<string, string>) => unknown;

function list(own: FakeLinkedIn, url: URL, request: IncomingMessage, say: Say): unknown {
  if (!own.mayRead) return say(403, { status: 403, message: 'Not enough permissions to access: posts.FINDER-author' });
  if (request.headers['x-restli-method'] !== 'FINDER' || url.searchParams.get('q') !== 'author') {
    return say(400, { status: 400, message: 'Unknown method' });
  }
  const elements = url.searchParams.get('author') === FAKE_AUTHOR ? own.posts.toReversed() : [];
  return say(200, { elements: elements.map(({ urn, commentary, createdAt }) => ({ id: urn, commentary, createdAt })) });
}

function take(own: FakeLinkedIn, body: Record<string, unknown>, response: ServerResponse, say: Say): unknown {
  const inputError = (status: number, code: string, message: string) =>
    say(status, { status, message, errorDetails: { inputErrors: [{ code, description: message }] } });
  const missing = REQUIRED.find((field) => body[field] === undefined);
  if (missing !== undefined) return inputError(422, 'MISSING_FIELD', `${missing}: field is required but not found`);
  if (body.author !== FAKE_AUTHOR) return say(403, { status: 403, message: 'Field Value validation failed: author' });
  const commentary = String(body.commentary);
  if (commentary.length > 3000) return inputError(400, 'FIELD_ARRAY_SIZE_TOO_HIGH', 'commentary: maxLength 3000');
  const before = own.posts.find((post) => post.commentary === commentary);
  if (before !== undefined && own.knowsDuplicates)
    return inputError(422, 'DUPLICATE_POST', `Content is a duplicate of ${before.urn}`);
  const urn = `urn:li:share:${7_380_000_000_000_000_000n + BigInt(own.posts.length)}`;
  const { article = null } = (body.content ?? {}) as { article?: unknown };
  own.posts.push({ urn, commentary, shown: readLittleText(commentary), article, createdAt: own.nowMs() });
  if (own.fault === 'hang-after-accept') return own.onAccept();
  if (own.fault === 'cut-after-accept') return response.destroy();
  if (own.fault === 'error-after-accept') return say(503, { status: 503, message: 'Service unavailable' });
  return response.writeHead(201, { 'x-restli-id': urn }).end();
}

/** What a reader sees, sign by sign: an unescaped reserved sign that begins nothing known ends the post silently. */
export function readLittleText(little: string): string {
  let shown = '';
  for (let i = 0; i < little.length; i += 1) {
    const sign = little[i] ?? '';
    if (sign === '\\') {
      i += 1;
      shown += little[i] ?? '';
    } else if (sign === '{') {
      const end = little.indexOf('}', i);
      const [kind, hash, word] = little.slice(i + 1, end).split('|');
      if (kind !== 'hashtag' || hash !== '\\#' || !word) return shown;
      shown += `#${word}`;
      i = end;
    } else if ('|}@[]()<>#*_~'.includes(sign)) {
      return shown;
    } else shown += sign;
  }
  return shown;
}
