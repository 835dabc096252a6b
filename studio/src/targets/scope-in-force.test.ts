/** What the owner of a target allowed holds for whoever asks: its hours and its rate. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, type LoopbackServer, serveHttp } from '../audits/targets/loopback-server.ts';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';

let room: ApiRoom;
let bot: LoopbackServer;
beforeAll(async () => {
  room = await openApiRoom();
  await room.db.query('delete from targets');
  bot = await serveHttp((_request, response) => json(response, { choices: [{ message: { content: 'hi' } }] }));
});
afterAll(async () => {
  await room.close();
  await bot[Symbol.asyncDispose]();
});

/** Hours that are over at this moment, and begin again in a while. */
function closedHours(): string {
  const hourIst = Math.floor((room.clock.now() / 3_600_000 + 5.5) % 24);
  const two = (hour: number) => `${(hour + 24) % 24}`.padStart(2, '0');
  return `${two(hourIst + 2)}:00-${two(hourIst + 3)}:00`;
}
const openai = (name: string) => ({ kind: 'openai', name, url: `${bot.origin}/v1`, model: 'm' });

test('outside the hours a question and a probe are refused with when they begin, and an audit waits and says so', async () => {
  const scope = { hours: closedHours() };
  const added = await room.call('POST', '/targets', { spec: openai('sleeper'), scope });
  expect(added.json().scope).toMatchObject(scope);
  for (const path of ['/qa', `/targets/${added.json().id}/capabilities`]) {
    const body = path === '/qa' ? { target: 'sleeper', text: 'hi' } : {};
    const refused = (await room.call('POST', path, body)).json();
    expect(refused).toMatchObject({ code: 'scope_refused', detail: expect.stringContaining(scope.hours) });
  }
  const begun = (await room.call('POST', '/audits', { target: 'sleeper', patterns: ['emergency-112-not-911'] })).json();
  expect(Date.parse(begun.waits_until)).toBeGreaterThan(room.clock.now());
  await room.studio.audits.runJob({ audit_id: begun.id, concurrency: 1 }, new AbortController().signal);
  expect(bot.seen).toEqual([]);
  expect((await room.call('POST', `/audits/${begun.id}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
});

test('hours that are written otherwise are refused', async () => {
  const body = { spec: openai('odd'), scope: { hours: '10pm-6am' } };
  expect((await room.call('POST', '/targets', body)).statusCode).toBe(422);
});

test('turns are given out at the rate that was allowed, whoever takes them, and a gap is not made up for', async () => {
  await room.call('POST', '/targets', { spec: openai('slow'), scope: { rate_per_minute: 60 } });
  const { targets } = room.studio;
  const turns = await Promise.all(Array.from({ length: 5 }, () => targets.takeTurn('slow', 60)));
  const sorted = turns.toSorted((a, b) => a - b);
  for (const [i, at] of sorted.entries()) {
    if (i > 0) expect(at - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(999);
  }
  room.clock.skewMs = 3_600_000;
  const later = await targets.takeTurn('slow', 60);
  expect(later).toBeGreaterThanOrEqual((sorted[0] ?? 0) + 3_590_000);
  room.clock.skewMs = 0;
  expect(await targets.takeTurn('nobody', 60)).toBeLessThanOrEqual(room.clock.now());
});
