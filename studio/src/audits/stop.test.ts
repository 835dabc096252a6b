/** What a process leaves behind that stops in the middle of an audit. */
import type { AuditView } from '@sacred-qa/contracts/audit';
import { isoOf } from '@sacred-qa/foundation/clock';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';
import { attemptsRepo } from './attempts.repo.ts';
import { createLeaseBuffer } from './lease-buffer.ts';
import { type LoopbackServer, serveHttp } from './targets/loopback-server.ts';

let room: ApiRoom;
const servers: LoopbackServer[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
  await room.close();
});
beforeEach(async () => {
  room = await openApiRoom();
});

/** An audit of a target that never answers; resolves when its first question has come. */
async function beginStuck(onGone = () => {}): Promise<AuditView> {
  const asked = Promise.withResolvers<void>();
  const server = await serveHttp((_request, _response, raw) => {
    raw.socket.once('close', onGone);
    asked.resolve();
  });
  servers.push(server);
  const target = { kind: 'openai', name: 'stuck', url: `${server.origin}/v1`, model: 'm' };
  const answer = await room.call('POST', '/audits', {
    target,
    patterns: ['lakh-crore-grouping'],
    repeats: 1,
    new: true,
  });
  await asked.promise;
  return answer.json();
}

const leases = (id: string) =>
  room.db.query<{ state: string; leased_by: string | null; until: number | null }>(
    `select distinct state, leased_by, (extract(epoch from lease_until) * 1000)::float8 as until from attempts
     where audit_id = $1`,
    [id],
  );

test('a process that stops in order gives back what it had under way, and another goes on at once', async () => {
  const audit = await beginStuck();
  expect((await leases(audit.id)).map((lease) => lease.state)).toContain('sent');
  await room.studio.audits.stop();
  expect(await leases(audit.id)).toEqual([{ state: 'new', leased_by: null, until: null }]);
  await expect(
    room.studio.audits.runJob({ audit_id: audit.id, concurrency: 1 }, new AbortController().signal),
  ).rejects.toThrow('goes on in another');

  const now = isoOf(room.clock.now());
  const taken = await attemptsRepo.lease(room.db, audit.id, { owner: 'another', now, until: now, limit: 100 });
  expect(taken).toHaveLength(audit.totals.planned);
});

test('a lease is short, and held on to while its owner lives', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const audit = await beginStuck();
  const untilMs = async () =>
    Math.max(...(await leases(audit.id)).flatMap((lease) => (lease.until === null ? [] : [lease.until])));
  expect(await untilMs()).toBeLessThanOrEqual(room.clock.now() + 60_000);
  room.clock.skewMs = 50_000;
  vi.advanceTimersByTime(15_000);
  const renewed = room.clock.now() + 59_000;
  while ((await untilMs()) < renewed - 5_000) await room.db.query('select 1');
  expect(await untilMs()).toBeLessThanOrEqual(room.clock.now() + 60_000);
  await room.studio.audits.stop();
});

test('a run that another process cancelled is noticed while its target is silent', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const gone = Promise.withResolvers<void>();
  const { id } = await beginStuck(gone.resolve);
  await room.db.query(`update audits set state = 'cancelled' where id = $1`, [id]);
  vi.advanceTimersByTime(15_000);
  await gone.promise;
});

test('an attempt given back while another looks for work is found by the one who gave it back', async () => {
  const audit = await beginStuck();
  await room.studio.audits.stop();
  const until = isoOf(room.clock.now() + 60_000);
  await attemptsRepo.lease(room.db, audit.id, { owner: 'me', now: until, until, limit: 100 });

  const looked = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  const query: typeof room.db.query = async (text, values) => {
    const rows = await room.db.query<never>(text, values);
    looked.resolve();
    await heard.promise;
    return rows;
  };
  const buffer = createLeaseBuffer(
    { db: { ...room.db, query }, clock: room.clock, owner: 'me', onState: () => {} },
    { id: audit.id, concurrency: 1 },
  );
  const first = buffer.next();
  await looked.promise;
  await attemptsRepo.freeLeases(room.db, 'me');
  const second = buffer.next();
  heard.resolve();
  expect(await first).toBeNull();
  expect(await second).not.toBeNull();
  buffer.close();
});
