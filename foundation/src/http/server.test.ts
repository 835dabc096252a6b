import { type AddressInfo, connect } from 'node:net';
import { ERRORS } from '@sacred-qa/contracts/errors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerAuth } from './auth.ts';
import { createHttpServer } from './server.ts';
import { createDrain } from './shutdown.ts';
import { openToyApi, type ToyApi } from './testing.ts';

let api: ToyApi;
beforeEach(async () => {
  api = await openToyApi();
});
afterEach(() => api.app.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
  api.send({ method: 'POST', url: '/things', payload, headers });
const ID = '01890000-0000-7000-8000-000000000000';

test.each([
  ['a body that is not JSON', () => post('{'), 400, 'malformed_json'],
  ['a body in another encoding', () => post(Buffer.from([0xff, 0xfe])), 400, 'wrong_encoding'],
  [
    'a body said to be UTF-16',
    () => post('{}', { 'content-type': 'application/json; charset=utf-16' }),
    400,
    'wrong_encoding',
  ],
  ['a compressed body', () => post('{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }), 415, 'unsupported_media_type'],
  [
    'another media type',
    () => post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'unsupported_media_type',
  ],
  ['no body', () => api.send({ method: 'POST', url: '/things' }), 400, 'malformed_json'],
  ['a body of 10 MB', () => post(`"${'x'.repeat(10_000_000)}"`), 413, 'body_too_large'],
  ['a field that breaks a rule', () => post('{"name":""}'), 422, 'validation_failed'],
  ['an unknown field', () => post('{"name":"a","nam":"b"}'), 422, 'validation_failed'],
  ['a text where a number belongs', () => post('{"name":"a","size":"1"}'), 422, 'validation_failed'],
  ['an unknown path', () => api.send({ url: '/nowhere' }), 404, 'not_found'],
  ['another method', () => api.send({ method: 'PUT', url: '/things' }), 405, 'method_not_allowed'],
  ['an id that cannot be one', () => api.send({ url: '/things/7' }), 404, 'not_found'],
  ['an id of a thousand characters', () => api.send({ url: `/things/${'7'.repeat(1000)}` }), 404, 'not_found'],
  ['a broken percent escape', () => api.send({ url: '/things/%zz' }), 400, 'bad_request'],
  ['a query that breaks a rule', () => api.send({ url: `/things/${ID}?limit=10` }), 400, 'bad_request'],
  ['a NUL in the query', () => api.send({ url: `/things/${ID}?q=a%00b` }), 400, 'forbidden_text'],
  ['no key', () => api.send({ url: `/things/${ID}`, as: null }), 401, 'unauthenticated'],
  ['a key that may less', () => api.send({ method: 'DELETE', url: '/things', as: 'write' }), 403, 'forbidden'],
  ['a refusal of the route', () => post('{"name":"refused"}'), 409, 'conflict'],
])('%s is answered with its own problem', async (_name, request, status, code) => {
  const answer = await request();
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect([answer.statusCode, answer.json()]).toEqual([
    status,
    expect.objectContaining({
      code,
      status,
      type: `urn:sacred-qa-studio:problem:${code}`,
      title: ERRORS[code as keyof typeof ERRORS].meaning,
      request_id: expect.any(String),
    }),
  ]);
  expect(api.log).toEqual([]);
});

test('a fault of ours tells nothing outside and everything to the log, under one request id', async () => {
  const answer = await post('{"name":"fault"}');
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('secret');
  expect(api.log).toEqual([
    expect.objectContaining({
      request_id: answer.json().request_id,
      error: expect.stringContaining('a secret inside'),
    }),
  ]);
});

test('the wrong fields are named by pointers', async () => {
  const { errors } = (await post('{"name":"","si/ze":1}')).json();
  expect(errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/name', '/si~1ze']);
});

test('requests that come together share one look at their key', async () => {
  api.clock.ms += 1000;
  const before = api.looks();
  const together = await Promise.all([1, 2, 3].map(() => api.send({ url: `/things/${ID}`, as: 'write' })));
  expect(together.map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
  expect(api.looks() - before).toBe(1);
});

test('a key works for what its scope holds and no more, and stops working a second after it was revoked', async () => {
  const get = () => api.send({ url: `/things/${ID}`, as: 'read' });
  expect((await get()).statusCode).toBe(200);
  expect((await api.send({ method: 'POST', url: '/things', as: 'read', payload: { name: 'a' } })).statusCode).toBe(403);
  api.revoked.add('read');
  api.clock.ms += 1000;
  const refused = await get();
  expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, 'Bearer']);
});

test('a look at the keys is believed from its beginning on, however long it took', async () => {
  const clock = { ms: 0, now: () => clock.ms };
  let isRevoked = false;
  const find = async () => {
    clock.ms += 900;
    return isRevoked ? null : { id: 'a', scope: 'read' as const };
  };
  const app = createHttpServer({ log: () => {} });
  registerAuth(app, { findKey: find, findSession: find, clock });
  app.get('/', { config: { scope: 'read' } }, () => 'here');
  const get = () => app.inject({ url: '/', headers: { authorization: 'Bearer one' } });
  expect((await get()).statusCode).toBe(200);
  isRevoked = true;
  clock.ms = 1000;
  expect((await get()).statusCode).toBe(401);
  await app.close();
});

test('a retry with the same Idempotency-Key gets the first answer, another request with it is refused', async () => {
  const send = (name: string, key = 'k-1') =>
    api.send({ method: 'POST', url: '/things', payload: { name }, headers: { 'idempotency-key': key } });
  const first = await send('a');
  const again = await send('a');
  expect([again.statusCode, again.body, again.headers['idempotent-replayed']]).toEqual([201, first.body, 'true']);
  expect(api.runs()).toBe(1);
  expect((await send('b')).json().code).toBe('idempotency_mismatch');
  expect((await send('refused', 'k-2')).body).toBe((await send('refused', 'k-2')).body);
  await send('fault', 'k-3');
  await send('fault', 'k-3');
  expect(api.runs()).toBe(4);
  api.clock.ms += 24 * 3_600_000 + 1;
  expect((await send('a')).json().run).toBe(5);
  expect((await send('a', 'ä')).json().code).toBe('bad_request');
});

test('a twin of a request that is still being answered is told to wait', async () => {
  const send = () =>
    api.send({ method: 'POST', url: '/things', payload: { name: 'held' }, headers: { 'idempotency-key': 'twin' } });
  const first = send();
  while (api.runs() === 0) await new Promise((resolve) => setImmediate(resolve));
  const twin = await send();
  expect([twin.statusCode, twin.json().code, twin.headers['retry-after']]).toEqual([409, 'request_in_progress', '1']);
  api.release();
  expect((await first).statusCode).toBe(201);
  expect(api.runs()).toBe(1);
});

test('from another machine a key may write 600 times a minute and is told how many are left', async () => {
  const write = () =>
    api.send({ method: 'POST', url: '/things', payload: { name: 'a' }, as: 'write', remoteAddress: '203.0.113.7' });
  const first = await write();
  expect(first.headers).toMatchObject({ 'ratelimit-policy': '"writes";q=600;w=60', ratelimit: '"writes";r=599;t=1' });
  for (let n = 1; n < 600; n += 1) expect((await write()).statusCode).toBe(201);
  const refused = await write();
  expect([refused.statusCode, refused.headers['retry-after'], refused.json().code]).toEqual([429, '1', 'rate_limited']);
  api.clock.ms -= 5000;
  expect((await write()).statusCode).toBe(429);
  api.clock.ms += 100;
  expect((await write()).statusCode).toBe(201);
  expect(
    (await api.send({ url: `/things/${ID}`, as: 'write', remoteAddress: '203.0.113.7' })).headers.ratelimit,
  ).toBeUndefined();
});

test('a body that is far too large is answered even to a client that reads only when it has sent all', async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').pause();
  const body = Buffer.alloc(8_000_000, 0x20);
  const head = `POST /things HTTP/1.1\r\nhost: x\r\nauthorization: Bearer write\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  socket.write(head);
  await new Promise<void>((resolve, reject) => socket.on('error', reject).write(body, () => resolve()));
  let text = '';
  for await (const piece of socket) text += piece;
  expect(text).toMatch(/^HTTP\/1\.1 413 [\s\S]*"code":"body_too_large"/);
});

test('what is not HTTP at all is answered as a problem on the socket', async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((api.app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.end('BLAH\r\n\r\n');
  let text = '';
  for await (const piece of socket) text += piece;
  expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request[\s\S]*"code":"bad_request"/);
});

test('a draining server finishes what it took and refuses what comes', async () => {
  const begun = Promise.withResolvers<void>();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  api.app.server.on('request', () => begun.resolve());
  const socket = connect((api.app.server.address() as AddressInfo).port, '127.0.0.1');
  const body = '{"name":"a"}';
  socket.write(
    `POST /things HTTP/1.1\r\nhost: x\r\nauthorization: Bearer write\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  );
  await begun.promise;
  const drained = createDrain(api.app, { clock: api.clock })(60_000);
  expect((await post('{"name":"b"}')).json().code).toBe('shutting_down');
  socket.write(body.slice(5));
  let text = '';
  for await (const piece of socket) text += piece;
  await drained;
  expect(text).toMatch(/^HTTP\/1\.1 201/);
  expect(api.runs()).toBe(1);
});
