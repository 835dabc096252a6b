import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStudioApi, sendOverHttp } from './studio-api.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let answer: Answer;
const server = createServer((request, response) => answer(request, response));
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const EVENT = { text: 'Mail sent', kind: 'mail.sent', source: 'outreach', source_event_id: 'mail:1' };
const declare = (base = url, timeoutMs = 20_000) =>
  createStudioApi({ send: sendOverHttp(base, { key: 'k', timeoutMs }) }).declare(EVENT, '00-a-b-01');
const says =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

test('an event goes out with key and trace, also to a Studio under a path of its own', async () => {
  let seen: IncomingMessage | undefined;
  answer = (request, response) => {
    seen = request;
    says(201, { lineage_id: 't.0' })(request, response);
  };
  expect(await declare(`${url}/qa/`)).toEqual({ kind: 'taken', lineageId: 't.0' });
  expect(seen?.url).toBe('/qa/api/v1/sankalpa');
  expect(seen?.headers).toMatchObject({ authorization: 'Bearer k', traceparent: '00-a-b-01' });
});

test.each([
  [201, { lineage_id: 't.0' }, 'taken'],
  [200, { lineage_id: 't.0' }, 'taken'],
  [202, { pending_id: 'p', deadline_at: 'soon' }, 'taken'],
  [422, { code: 'sankalpa_refused', errors: [{ detail: 'too short' }] }, 'refused'],
  [409, { code: 'conflict', detail: 'other content' }, 'refused'],
  [400, '<html>bad gateway of some kind</html>', 'down'],
  [500, { code: 'internal' }, 'failed'],
  [503, { code: 'overloaded' }, 'down'],
  [507, { code: 'disk_full' }, 'down'],
  [401, { code: 'unauthenticated' }, 'down'],
  [404, { code: 'not_found' }, 'down'],
  [200, '<html>Please sign in to this network</html>', 'down'],
  [302, '', 'down'],
])('%i %j is %s', async (status, body, kind) => {
  answer = says(status, body, { location: `${url}/elsewhere` });
  expect(await declare()).toMatchObject({ kind });
});

test('a Studio that asks for time gets it, and its reason is kept', async () => {
  answer = says(429, { code: 'rate_limited' }, { 'retry-after': '7' });
  expect(await declare()).toEqual({ kind: 'down', reason: '429 rate_limited', retryAfterMs: 7_000 });
});

test('nobody there, a cut connection and silence are all no fault of the event', async () => {
  // The port of a client's own end: nobody listens there, and while it is held nobody else can.
  const held = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(held, 'connect');
  const refused = { kind: 'down', reason: expect.stringContaining('ECONNREFUSED') };
  expect(await declare(`http://127.0.0.1:${held.localPort}`)).toMatchObject(refused);
  held.destroy();
  answer = (request) => request.socket.destroy();
  expect(await declare()).toMatchObject({ kind: 'down' });
  answer = () => {};
  expect(await declare(url, 50)).toMatchObject({ kind: 'down', reason: expect.stringMatching(/timeout|aborted/) });
});
