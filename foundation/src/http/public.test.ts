import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPublicServer, PUBLIC_REQUESTS_PER_MINUTE } from './public.ts';

const clock = { ms: 0, now: () => clock.ms };
let app: FastifyInstance;
let log: Record<string, unknown>[];
beforeEach(() => {
  log = [];
  app = createPublicServer({ log: (line) => log.push(line), clock });
  app.post('/echo', (request) => (request.body as Buffer).toString('hex'));
  app.get('/who', (request) => request.ip);
  app.get('/fault', () => {
    throw new Error('a secret inside');
  });
});
afterEach(() => app.close());

test('a body is handed on byte for byte, whatever it is said to be', async () => {
  for (const type of ['application/json', 'multipart/form-data; boundary=x', undefined]) {
    const headers = type === undefined ? {} : { 'content-type': type };
    const answer = await app.inject({
      method: 'POST',
      url: '/echo',
      headers,
      payload: Buffer.from([0xff, 0x00, 0x7b]),
    });
    expect(answer.body).toBe('ff007b');
  }
});

test('a stranger learns nothing of a fault, gets no cookie, and no page of ours may be framed or indexed', async () => {
  const answer = await app.inject({ url: '/fault' });
  expect([answer.statusCode, answer.body]).toEqual([500, expect.not.stringContaining('secret')]);
  expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
  expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect(log).toEqual([expect.objectContaining({ event: 'request_failed' })]);
});

test('a body larger than 16 KiB is not read', async () => {
  const answer = await app.inject({ method: 'POST', url: '/echo', payload: 'x'.repeat(17_000) });
  expect([answer.statusCode, answer.body]).toEqual([413, 'That is more than is read here.\n']);
});

test('one address that asks too often waits, and the others do not', async () => {
  const from = (address: string) => app.inject({ url: '/who', headers: { 'x-forwarded-for': address } });
  for (let i = 0; i < PUBLIC_REQUESTS_PER_MINUTE; i += 1) expect((await from('203.0.113.7')).statusCode).toBe(200);
  const refused = await from('203.0.113.7');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
  expect((await from('203.0.113.8')).body).toBe('203.0.113.8');
  clock.ms += 1_000;
  expect((await from('203.0.113.7')).statusCode).toBe(200);
});

test('the addresses of one IPv6 network wait together, for one caller has them all', async () => {
  const from = async (ip: string) => (await app.inject({ url: '/who', headers: { 'x-forwarded-for': ip } })).statusCode;
  for (let i = 1; i <= PUBLIC_REQUESTS_PER_MINUTE; i += 1)
    expect(await from(`2001:db8:1:2::${i.toString(16)}`)).toBe(200);
  expect(await from('2001:db8:1:2:3:4:5:6')).toBe(429);
  expect(await from('2001:db8:1:3::1')).toBe(200);
  expect(await from('2001:db8::1')).toBe(200);
});

test('who called is told by a proxy on this machine only', async () => {
  const told = { 'x-forwarded-for': '203.0.113.9' };
  expect((await app.inject({ url: '/who', headers: told })).body).toBe('203.0.113.9');
  expect((await app.inject({ url: '/who', headers: told, remoteAddress: '198.51.100.1' })).body).toBe('198.51.100.1');
});

test('what is no HTTP ends the connection and not the server', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('EHLO mail\r\n\r\n'));
    let text = '';
    socket.on('data', (piece) => {
      text += String(piece);
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(said).toContain('400 Bad Request');
  expect((await fetch(`http://127.0.0.1:${port}/who`)).status).toBe(200);
});
