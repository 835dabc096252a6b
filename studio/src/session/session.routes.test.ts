import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';

let room: ApiRoom;
let key: string;
beforeAll(async () => {
  room = await openApiRoom();
  ({ key } = await room.studio.keys.mint('the office browser', 'write'));
});
afterAll(() => room.close());

const FROM_CONSOLE = { 'x-studio-console': '1', origin: 'http://localhost:7300', host: 'localhost:7300' };
type Headers = Record<string, string>;

const send = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  headers: Headers,
  payload?: object,
): Promise<LightMyRequestResponse> =>
  room.app.inject({ method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });

async function signIn(credential: object = { key }): Promise<string> {
  const answer = await send('POST', '/session', FROM_CONSOLE, credential);
  expect(answer.statusCode).toBe(204);
  const cookie = String(answer.headers['set-cookie']);
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/);
  return cookie.split(';')[0] ?? '';
}

test('a browser signs in with a key, works with its scope, and is out after sign-out', async () => {
  const cookie = await signIn();
  expect((await send('GET', '/session', { cookie })).json()).toMatchObject({
    label: 'the office browser',
    scope: 'write',
  });
  const declare = { text: 'Declared from a browser' };
  expect((await send('POST', '/sankalpa', { ...FROM_CONSOLE, cookie }, declare)).statusCode).toBe(201);
  expect((await send('GET', '/keys', { cookie })).json().code).toBe('forbidden');
  const out = await send('DELETE', '/session', { ...FROM_CONSOLE, cookie });
  expect([out.statusCode, out.headers['set-cookie']]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  room.clock.skewMs += 2000;
  expect((await send('GET', '/session', { cookie })).json().code).toBe('unauthenticated');
});

test('the key never lies in the trail of contacts, nor the token in the store', async () => {
  const token = (await signIn()).split('=')[1] ?? '';
  const rows = await room.db.query('select * from sacred_contacts');
  const sessions = await room.db.query('select * from sessions');
  expect(JSON.stringify([rows, sessions])).not.toContain(key);
  expect(JSON.stringify(sessions)).not.toContain(token);
});

const FOREIGN: [string, Headers][] = [
  ['no header of the console', { origin: 'http://localhost:7300' }],
  ['the origin of another site', { ...FROM_CONSOLE, origin: 'https://evil.example' }],
  ['the origin of another port of this host', { ...FROM_CONSOLE, origin: 'http://localhost:7301' }],
  ['a browser that says same-site', { ...FROM_CONSOLE, 'sec-fetch-site': 'same-site' }],
  ['a browser that says cross-site', { ...FROM_CONSOLE, 'sec-fetch-site': 'cross-site' }],
  ['an opaque origin', { ...FROM_CONSOLE, origin: 'null' }],
  ['nothing that says where it comes from', { 'x-studio-console': '1' }],
];

test.each(FOREIGN)('a cookie changes nothing with %s, and nobody is signed in so', async (_, headers) => {
  const cookie = await signIn();
  const before = await room.count('sankalpa');
  const change = await send('POST', '/sankalpa', { host: 'localhost:7300', ...headers, cookie }, { text: 'forged' });
  expect([change.statusCode, change.json().code]).toEqual([403, 'cross_site']);
  expect(await room.count('sankalpa')).toBe(before);
  const login = await send('POST', '/session', { host: 'localhost:7300', ...headers }, { key });
  expect(login.json().code).toBe('cross_site');
  expect(login.headers['set-cookie']).toBeUndefined();
});

test('a session ends with its key, and by itself after a week', async () => {
  const minted = await room.studio.keys.mint('soon gone', 'read');
  const cookie = await signIn({ key: minted.key });
  await room.studio.keys.revoke(minted.view.id);
  room.clock.skewMs += 2000;
  expect((await send('GET', '/session', { cookie })).statusCode).toBe(401);

  const other = await signIn();
  room.clock.skewMs += 7 * 24 * 3600 * 1000;
  expect((await send('GET', '/session', { cookie: other })).statusCode).toBe(401);
  await room.studio.sessions.prune();
  expect(await room.count('sessions')).toBe(0);
});

test('the link of a start signs in once, and not after a quarter of an hour', async () => {
  const ticket = room.studio.sessions.mintTicket(key);
  await room.db.execute('alter table sessions rename to sessions_away');
  expect((await send('POST', '/session', FROM_CONSOLE, { ticket })).statusCode).toBe(500);
  await room.db.execute('alter table sessions_away rename to sessions');
  await signIn({ ticket });
  expect((await send('POST', '/session', FROM_CONSOLE, { ticket })).statusCode).toBe(401);
  const late = room.studio.sessions.mintTicket(key);
  room.clock.skewMs += 15 * 60 * 1000 + 1;
  expect((await send('POST', '/session', FROM_CONSOLE, { ticket: late })).statusCode).toBe(401);
});

test('an unknown key is refused, and so is a body that is neither key nor ticket', async () => {
  expect((await send('POST', '/session', FROM_CONSOLE, { key: 'sqs_unknown' })).json().code).toBe('unauthenticated');
  expect((await send('POST', '/session', FROM_CONSOLE, {})).json().code).toBe('validation_failed');
});
