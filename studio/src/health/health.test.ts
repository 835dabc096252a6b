import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';

const MB = 1024 * 1024;
let room: ApiRoom;
let freeBytes = 10_000 * MB;
beforeAll(async () => {
  room = await openApiRoom({ freeBytesOf: () => freeBytes });
});
afterAll(() => room.close());

interface Health {
  status: string;
  checks: Record<string, { status: string; detail: string; observed?: number }>;
}
const health = async () => {
  // The disk is believed for a moment; step over it.
  room.clock.skewMs += 1000;
  const answer = await room.call('GET', '/health', undefined, { as: 'read' });
  return { status: answer.statusCode, body: answer.json<Health>() };
};

test('GET /health of a young, well house passes, check by check', async () => {
  const { status, body } = await health();
  expect([status, body.status]).toEqual([200, 'pass']);
  expect(Object.keys(body.checks).sort()).toEqual(['database', 'disk', 'jobs', 'last_backup', 'last_daily_check']);
  expect(body.checks.database?.detail).toContain('wrote and read');
});

test('GET /health warns when the daily acts are late, and passes again once they were done and not only said to be', async () => {
  room.clock.skewMs += 30 * 3_600_000;
  expect((await health()).body).toMatchObject({
    status: 'warn',
    checks: { last_backup: { status: 'warn' }, last_daily_check: { status: 'warn' } },
  });
  const forged = (await room.call('POST', '/sankalpa', { text: 'Back up the store', kind: 'backup' })).json();
  await room.call('PATCH', `/sankalpa/${forged.id}`, { status: 'completed' });
  expect((await health()).body.checks.last_backup?.status).toBe('warn');
  expect((await room.call('GET', '/jobs/backup/history')).json().items).toEqual([]);
  await room.call('POST', '/jobs/backup/run');
  await room.call('POST', '/jobs/health_check/run');
  expect((await health()).body.status).toBe('pass');
});

test('GET /health fails with 503 when the disk is full, and a write is refused with 507 before the database meets it', async () => {
  freeBytes = 63 * MB;
  expect(await health()).toMatchObject({
    status: 503,
    body: { status: 'fail', checks: { disk: { status: 'fail' } } },
  });
  const before = await room.count('sankalpa');
  const refused = await room.call('POST', '/sankalpa', { text: 'one more intention' });
  expect([refused.statusCode, refused.json().code]).toEqual([507, 'disk_full']);
  expect(await room.count('sankalpa')).toBe(before);
  const batch = await room.call('POST', '/sankalpa/batch', { items: [{ text: 'one more intention' }, { text: 'x' }] });
  expect(batch.json().items.map((item: { status: number }) => item.status)).toEqual([507, 507]);
  expect(room.log.filter((line) => line.route === 'POST /api/v1/sankalpa/batch')).toMatchObject([
    { level: 'error', event: 'request_failed', code: 'disk_full' },
    { level: 'error', event: 'request_failed', code: 'disk_full' },
  ]);
  freeBytes = 64 * MB;
  room.clock.skewMs += 1000;
  expect((await room.call('POST', '/sankalpa', { text: 'one more intention' })).statusCode).toBe(201);
});

test('livez and readyz answer without a key, /health does not', async () => {
  for (const [url, status] of [
    ['/livez', 200],
    ['/readyz', 200],
    ['/api/v1/health', 401],
  ] as const) {
    expect([url, (await room.app.inject({ url })).statusCode]).toEqual([url, status]);
  }
});
