import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHttpServer } from './server.ts';
import { serveSite } from './site.ts';

let folder: string;
let app: FastifyInstance;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-site-'));
  app = createHttpServer({ log: () => {} });
  app.post('/api/v1/things', () => 'made');
  serveSite(app, { folder, missing: '<h1>not built</h1>' });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function build(): void {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>the page</title>');
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'console.log(1)');
}

const open = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  app.inject({ method: 'GET', url, headers });

test('the page answers at every path that a browser opens, and is asked for again each time', async () => {
  build();
  for (const path of ['/', '/lineage/some.1?tab=x', '/nowhere']) {
    const answer = await open(path);
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>the page</title>']);
    expect(answer.headers['cache-control']).toBe('no-cache');
    const policy = String(answer.headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('hashed files are kept for ever, packed where the browser can unpack, and one that is gone is not the page', async () => {
  build();
  const answer = await open('/assets/main-1a2b.js', { 'accept-encoding': 'br, gzip' });
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  });
  expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(gunzipSync(answer.rawPayload).toString()).toBe('console.log(1)');
  expect((await open('/assets/main-1a2b.js')).body).toBe('console.log(1)');
  expect((await open('/assets/main-old.js')).statusCode).toBe(404);
});

test('paths of the API, scripts, and names that climb out get a problem and never the page', async () => {
  build();
  writeFileSync(join(folder, '../secret.txt'), 'secret');
  expect((await open('/api/v1/nothing')).json().code).toBe('not_found');
  expect((await open('/api/v1/things')).json().code).toBe('method_not_allowed');
  expect((await open('/nowhere', { accept: '*/*' })).json().code).toBe('not_found');
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt'])
    expect((await open(path, { accept: '*/*' })).body).not.toContain('secret"');
  rmSync(join(folder, '../secret.txt'));
});

test('without a build a page says so, and a build that comes is served at once', async () => {
  const before = await open('/');
  expect([before.statusCode, before.body]).toEqual([503, '<h1>not built</h1>']);
  build();
  expect((await open('/')).statusCode).toBe(200);
});
