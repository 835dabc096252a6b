/** What all routes promise together, and the small rooms: keys, contacts, jobs, database, targets, packs, events. */
import { Readable } from 'node:stream';
import type { OpenApiDocument } from '@sacred-qa/foundation/http/openapi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, serveHttp } from './audits/targets/loopback-server.ts';
import { type ApiRoom, openApiRoom } from './testing/api-room.ts';

let room: ApiRoom;
let document: OpenApiDocument;
beforeAll(async () => {
  room = await openApiRoom();
  document = (await room.app.inject('/api/v1/openapi.json')).json();
});
afterAll(() => room.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

test('the document tells of exactly the routes that stand', () => {
  const UNDOCUMENTED = new Set(['GET /', 'GET /docs', 'GET /api/v1/openapi.json']);
  const standing = room.app.routeTable
    .filter(({ method }) => method !== 'HEAD')
    .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`)
    .filter((route) => !UNDOCUMENTED.has(route));
  expect(
    operations()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual(standing.sort());
});

test('every route but the probes wants a key, and a key of its scope', async () => {
  for (const { path, method, operation } of operations()) {
    const url = path.replaceAll(/\{\w+\}/g, '01890000-0000-7000-8000-000000000000');
    const scope = operation['x-scope'];
    const bare = await room.app.inject({ method: method as 'GET', url });
    expect([method, path, bare.statusCode === 401]).toEqual([method, path, scope !== 'public']);
    if (scope === 'read' || scope === 'public') continue;
    const weak = await room.call(method as 'GET', url, undefined, { as: scope === 'admin' ? 'write' : 'read' });
    expect([method, path, weak.statusCode]).toEqual([method, path, 403]);
  }
});

test('no route answers nonsense with a fault of ours', async () => {
  const bodies = [undefined, {}, [], { text: 7, spec: null, target: {}, items: 3, cron: {}, label: '' }];
  for (const { path, method } of operations()) {
    if (path.endsWith('/events') || path.endsWith('/run') || path.endsWith('/db/backup')) continue;
    const ids = ['nonsense', '%F0%9F%99%8F', '-1', "'; drop table sankalpa; --"];
    const urls = (path.includes('{') ? ids : ids.slice(0, 1)).map((id) =>
      path.replaceAll(/\{\w+\}/g, encodeURIComponent(decodeURIComponent(id))),
    );
    const sent = urls.flatMap((url) =>
      (method === 'GET' || method === 'DELETE' ? [undefined] : bodies).map(async (body) => {
        const { statusCode } = await room.call(method as 'GET', url, body);
        const told = [method, url, JSON.stringify(body)];
        expect([...told, statusCode < 500]).toEqual([...told, true]);
      }),
    );
    await Promise.all(sent);
  }
  expect(room.log.filter((line) => line.event === 'request_failed')).toEqual([]);
});

test('the document says how a reader of events goes on where it stopped', () => {
  const events = operations().find(({ path }) => path === '/api/v1/events');
  expect(events?.operation.parameters).toMatchObject([{ name: 'Last-Event-ID', in: 'header', required: false }]);
});

test('a minted key is told once, works for its scope, and not after it was revoked', async () => {
  const minted = (await room.call('POST', '/keys', { label: 'bridge', scope: 'write' })).json();
  expect(minted.key).toMatch(/^sqs_/);
  const use = () => room.app.inject({ url: '/api/v1/sankalpa', headers: { authorization: `Bearer ${minted.key}` } });
  expect((await use()).statusCode).toBe(200);
  const listed = (await room.call('GET', '/keys')).body;
  expect(listed).toContain(minted.id);
  expect(listed).not.toContain(minted.key);
  const [contact] = (await room.call('GET', '/contacts?endpoint=POST%20/api/v1/keys')).json().items;
  expect(JSON.stringify(contact)).not.toContain(minted.key);
  expect((await room.call('DELETE', `/keys/${minted.id}`)).statusCode).toBe(204);
  room.clock.skewMs += 1000;
  expect((await use()).statusCode).toBe(401);
  expect((await room.call('DELETE', `/keys/${minted.id}`)).statusCode).toBe(404);
});

test('every request for a change is a contact, refused or not; reading and unreadable ones are none', async () => {
  const before = await room.count('sacred_contacts');
  await room.call('POST', '/targets', {
    spec: { kind: 'openai', name: 'c', url: 'http://127.0.0.1:1/v1', model: 'm' },
  });
  await room.call('POST', '/targets', { spec: {} });
  await room.call('DELETE', '/targets/nobody');
  await room.call('GET', '/targets');
  await room.call('POST', '/targets', '{', { headers: { 'content-type': 'application/json' } });
  await room.app.inject({ method: 'POST', url: '/api/v1/targets', payload: {} });
  const { items } = (await room.call('GET', '/contacts?limit=3')).json();
  expect(items.map((one: { endpoint: string; status_code: number }) => [one.endpoint, one.status_code])).toEqual([
    ['DELETE /api/v1/targets/:id', 404],
    ['POST /api/v1/targets', 422],
    ['POST /api/v1/targets', 201],
  ]);
  expect(await room.count('sacred_contacts')).toBe(before + 3);
});

test('a body too large to be kept is known by its bytes, also where it comes in pieces and says no length', async () => {
  const text = JSON.stringify({ spec: { padding: 'x'.repeat(300_000) } });
  const headers = { 'content-type': 'application/json' };
  await room.call('POST', '/targets', Readable.from([text.slice(0, 9), text.slice(9)]), { headers });
  const [contact] = (await room.call('GET', '/contacts?limit=1')).json().items;
  expect(contact).toMatchObject({ status_code: 422, request_payload: { truncated: true, bytes: text.length } });
  await room.call('POST', '/targets', Readable.from(['{']), { headers });
  expect((await room.call('GET', '/contacts?limit=1')).json().items[0].id).toBe(contact.id);
});

test('jobs are shown with their next three firings in IST, set, run and remembered', async () => {
  const { items } = (await room.call('GET', '/jobs')).json();
  expect(items.map((job: { name: string; cron: string; zone: string }) => [job.name, job.cron, job.zone])).toEqual([
    ['backup', '0 2 * * *', 'Asia/Kolkata'],
    ['lineage_cleanup', '0 3 * * *', 'Asia/Kolkata'],
    ['health_check', '0 6 * * *', 'Asia/Kolkata'],
  ]);
  expect(items[2].next.map((at: string) => at.slice(11, 16))).toEqual(['00:30', '00:30', '00:30']);
  const bad = await room.call('PUT', '/jobs/health_check', { cron: '0 25 * * *' });
  expect([bad.statusCode, bad.json().errors[0].pointer]).toEqual([422, '/cron']);
  const zone = await room.call('PUT', '/jobs/health_check', { cron: '0 6 * * *', zone: 'Asia/Bombay2' });
  expect(zone.json().errors[0].pointer).toBe('/zone');
  const run = (await room.call('POST', '/jobs/lineage_cleanup/run')).json();
  expect(run).toMatchObject({ state: 'completed', detail: { trees_removed: 0 } });
  const history = (await room.call('GET', '/jobs/lineage_cleanup/history')).json().items;
  expect(history[0]).toMatchObject({ run_id: run.run_id, lineage_id: run.lineage_id });
  expect((await room.call('POST', '/jobs/nothing/run')).json().detail).toContain('There are: backup');
  for (const name of ['nothing', '__proto__', 'constructor']) {
    expect((await room.call('GET', `/jobs/${name}/history`)).statusCode).toBe(404);
    expect((await room.call('POST', `/jobs/${name}/run`)).statusCode).toBe(404);
  }
});

test('the nightly clean-up takes the statistics that no autovacuum takes in the embedded store', async () => {
  await room.call('POST', '/jobs/lineage_cleanup/run');
  if (room.db.kind === 'server') await room.db.execute('analyze');
  const [row] = await room.db.query(`select count(*) > 0 as known from pg_stats where tablename = 'request_lineage'`);
  expect(row).toEqual({ known: true });
});

test('the database is described, backed up and checked', async () => {
  const backup = (await room.call('POST', '/db/backup')).json();
  expect(backup.rows).toBeGreaterThan(0);
  expect((await room.call('GET', '/db/backups')).json().items[0].file).toBe(backup.file);
  const status = (await room.call('GET', '/db')).json();
  expect(status.counts.request_lineage).toBe(await room.count('request_lineage'));
  const check = (await room.call('POST', '/db/check')).json();
  expect(check).toMatchObject({ ok: true, problems: [], checked: { trees: await room.count('lineage_trees') } });
});

test('a target is registered, asked one question with its log, and its capabilities are harvested', async () => {
  await using server = await serveHttp((request, response) => {
    if (request.path === '/v1/models') return json(response, { data: [{ id: 'm-1' }, { id: 'm-2' }] });
    json(response, { choices: [{ message: { role: 'assistant', content: 'नमस्ते, मैं सहायक हूँ।' } }] });
  });
  const spec = { kind: 'openai', name: 'harvested', url: `${server.origin}/v1`, model: 'm-1' };
  expect((await room.call('POST', '/targets', { spec })).statusCode).toBe(201);
  expect((await room.call('GET', '/targets/harvested/capabilities')).json().detail).toContain('not been probed');
  const probed = (await room.call('POST', '/targets/harvested/capabilities', {})).json();
  expect(probed).toMatchObject({ reachable: true, models: ['m-1', 'm-2'] });
  expect((await room.call('GET', '/targets/harvested/capabilities')).json()).toEqual(probed);
  const asked = (await room.call('POST', '/qa', { target: 'harvested', text: 'आप कौन हैं?' })).json();
  expect(asked.outcome).toMatchObject({ kind: 'answered', text: 'नमस्ते, मैं सहायक हूँ।' });
  const { items } = (
    await room.call('GET', `/qa-logs?lineage_id=${asked.lineage_id.split('.')[0]}&agent=target`)
  ).json();
  expect(items.map((log: { id: string }) => log.id)).toEqual([asked.qa_log_id]);
});

test('logs of a lineage id that is none are refused, not all shown', async () => {
  expect((await room.call('GET', '/qa-logs?lineage_id=nonsense')).statusCode).toBe(400);
});

test('the packs tell what a run of them asks', async () => {
  const { items } = (await room.call('GET', '/packs')).json();
  const micro = items.find((pack: { id: string }) => pack.id === 'india-micro');
  expect(micro).toMatchObject({ patterns: 25, repeats: 3 });
  expect((await room.call('GET', '/packs/india-micro')).json().pack.patterns).toHaveLength(25);
  expect((await room.call('GET', '/packs/nothing')).json().detail).toContain('india-micro');
});

test('a sweep that cannot do one of its works does the others, and says so', async () => {
  const old = '2020-01-01T00:00:00.000Z';
  await room.db.query(
    `insert into idempotency_keys (key_id, method, path, key, request_hash, state, created_at, expires_at)
     select id, 'POST', '/', 'old', 'h', 'done', $1, $1 from api_keys limit 1`,
    [old],
  );
  await room.db.execute('alter table sessions rename to sessions_away');
  await expect(room.studio.sweep()).rejects.toThrow('sessions');
  await room.db.execute('alter table sessions_away rename to sessions');
  expect(await room.db.query(`select 1 from idempotency_keys where key = 'old'`)).toEqual([]);
});
