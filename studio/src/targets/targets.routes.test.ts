/** What a registered target may be, and who may say so. Nothing is asked here. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';

let room: ApiRoom;
beforeAll(async () => {
  room = await openApiRoom();
});
afterAll(() => room.close());

const openai = (url: string, name = 'bot') => ({ kind: 'openai', name, url, model: 'm' });
const http = (headers: Record<string, string>) => ({
  ...{ kind: 'http', name: 'web', url: 'http://127.0.0.1:9/ask', response_path: '' },
  ...{ body: { q: '{{text}}' }, headers },
});
const add = (body: object, as: 'write' | 'admin' = 'admin') => room.call('POST', '/targets', body, { as });

test('a header that may hold a secret is not stored, unless an environment variable fills it', async () => {
  for (const name of ['Authorization', 'cookie', 'X-Api-Key', 'x-auth-token', 'client-secret']) {
    const refused = await add({ spec: http({ [name]: 'sk-live-1234' }) });
    expect([name, refused.statusCode, refused.json().errors[0]?.pointer]).toEqual([name, 422, `/spec/headers/${name}`]);
    expect(refused.json().errors[0].detail).toContain('headers_env');
    expect(refused.body).not.toContain('sk-live-1234');
  }
  expect(await room.count(`targets where spec::text like '%sk-live%'`)).toBe(0);
  expect(await room.count(`sacred_contacts where request_payload::text like '%sk-live%'`)).toBe(0);
  const spec = http({ authorization: 'Bearer {{env:BOT_KEY}}', 'x-channel': 'web' });
  expect((await add({ spec })).statusCode).toBe(201);
});

test('another address under a known name is refused, until it is told to take its place; what was allowed stays behind', async () => {
  const first = openai('http://10.0.0.8:7301/v1');
  expect((await add({ spec: first, scope: { allow_private: true } })).statusCode).toBe(201);
  expect((await add({ spec: { ...first, url: 'http://10.0.0.8:7301/v1/', model: 'n' } })).statusCode).toBe(201);
  const second = openai('http://10.0.0.8:7302/v1');
  for (const answer of [
    await add({ spec: second }),
    await room.call('POST', '/audits', { target: second }),
    await room.call('POST', '/qa', { target: second, text: 'नमस्ते' }),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'conflict']);
    expect(answer.json().detail).toContain('10.0.0.8:7301');
  }
  expect((await add({ spec: second, replace: true })).json().code).toBe('scope_refused');
  expect((await add({ spec: second, replace: true, scope: { allow_private: true } })).statusCode).toBe(201);
  expect((await room.call('GET', '/targets/bot')).json().spec.url).toBe(second.url);
});

test('what was allowed holds for the addresses that it was allowed for, those of a session included', async () => {
  const spec = {
    kind: 'http',
    name: 'in steps',
    url: 'http://10.0.0.7/ask',
    body: { q: '{{text}}' },
    response_path: '/a',
  };
  const session = (url: string) => [{ url, take: { id: '/id' } }];
  const allowed = { ...spec, session: session('http://10.0.0.7/begin') };
  expect((await add({ spec: allowed, scope: { allow_private: true } })).statusCode).toBe(201);
  expect((await add({ spec: { ...allowed, timeout_ms: 5_000 } }, 'write')).statusCode).toBe(201);
  const elsewhere = { ...spec, session: session('http://10.0.0.99/secret') };
  for (const answer of [
    await add({ spec: elsewhere }, 'write'),
    await room.call('POST', '/audits', { target: elsewhere }, { as: 'write' }),
    await room.call('POST', '/audits/estimate', { target: elsewhere }, { as: 'write' }),
    await room.call('POST', '/qa', { target: elsewhere, text: 'नमस्ते' }, { as: 'write' }),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'scope_refused']);
  }
});

test('a private address is allowed by an admin alone, and then anybody who may write can use it', async () => {
  const target = openai('http://10.0.0.9/v1', 'inner');
  const scope = { allow_private: true };
  for (const answer of [
    await add({ spec: target, scope }, 'write'),
    await room.call('POST', '/audits', { target, scope }, { as: 'write' }),
    await room.call('POST', '/qa', { target, scope, text: 'नमस्ते' }, { as: 'write' }),
  ]) {
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden']);
  }
  expect((await add({ spec: target, scope })).statusCode).toBe(201);
  expect((await add({ spec: target }, 'write')).statusCode).toBe(201);
});
