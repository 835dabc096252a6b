import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerAuth } from './auth.ts';
import { createHttpServer } from './server.ts';
import { createDrain } from './shutdown.ts';
import { openEventStream } from './sse.ts';

/** Numbered events in memory, of which only the last `kept` can be resumed from. */
function createSource() {
  const data: string[] = [];
  const wakers = new Set<() => void>();
  const source = {
    kept: 1000,
    publish(text: string) {
      data.push(text);
      for (const wake of wakers) wake();
    },
    readers: () => wakers.size,
    latest: async () => String(data.length),
    async after(cursor: string) {
      const from = Number(cursor);
      if (!(from >= data.length - source.kept)) return 'reset' as const;
      return data.slice(from).map((text, i) => ({ id: String(from + i + 1), event: 'said', data: text }));
    },
    onWake(waker: () => void) {
      wakers.add(waker);
      return () => wakers.delete(waker);
    },
    pollMs: 60_000,
    heartbeatMs: 60_000,
  };
  return source;
}

let app: FastifyInstance;
let source: ReturnType<typeof createSource>;
let streaming: Promise<unknown>;
let isRevoked: boolean;
beforeEach(async () => {
  source = createSource();
  isRevoked = false;
  app = createHttpServer({ log: () => {} });
  const find = async () => (isRevoked ? null : { id: 'a', scope: 'read' as const });
  registerAuth(app, { findKey: find, findSession: find, clock: { now: () => 0 } });
  app.get('/events', { config: { scope: 'read' } }, (request, reply) => {
    streaming = openEventStream(request, reply, { ...source, mayGoOn: () => request.isStillKnown() });
    return streaming;
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => app.close());

const KEY = { authorization: 'Bearer one' };

function open(lastEventId?: string): Promise<IncomingMessage> {
  const headers = { ...KEY, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: (app.server.address() as AddressInfo).port, path: '/events', headers }, resolve).on(
      'error',
      reject,
    );
  });
}

/** Reads until so many events came, and cuts the line. */
async function read(stream: IncomingMessage, count: number): Promise<{ id: string; event: string; data: string }[]> {
  const events: { id: string; event: string; data: string }[] = [];
  let text = '';
  for await (const piece of stream.setEncoding('utf8')) {
    text += piece;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const found = /id: (.*)\nevent: (.*)\ndata: (.*)/.exec(block);
      if (found) events.push({ id: found[1] ?? '', event: found[2] ?? '', data: found[3] ?? '' });
    }
    if (events.length >= count) break;
  }
  stream.destroy();
  return events;
}

test('a reader whose line is cut again and again misses nothing and gets nothing twice', async () => {
  const seen: string[] = [];
  let lastId: string | undefined = '0';
  for (let round = 0; round < 30; round += 1) {
    const stream = await open(lastId);
    source.publish(`first of ${round}`);
    source.publish(`second of ${round}`);
    const events = await read(stream, 1 + (round % 2));
    seen.push(...events.map((event) => event.data));
    lastId = events.at(-1)?.id;
  }
  seen.push(...(await read(await open(lastId), 60 - seen.length)).map((event) => event.data));
  expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'second' : 'first'} of ${i >> 1}`));
});

test('a reader that was away too long is told to begin anew, and goes on from there', async () => {
  source.kept = 1;
  for (const text of ['a', 'b', 'c']) source.publish(text);
  const stream = await open('0');
  const reading = read(stream, 2);
  while (source.readers() === 0) await new Promise((resolve) => setImmediate(resolve));
  source.publish('d');
  expect(await reading).toEqual([
    { id: '3', event: 'reset', data: '{}' },
    { id: '4', event: 'said', data: 'd' },
  ]);
});

test('a key that was revoked is told nothing more: its stream ends at the next heartbeat', async () => {
  source.heartbeatMs = 5;
  const stream = await open();
  const reading = read(stream, 2);
  while (source.readers() === 0) await new Promise((resolve) => setImmediate(resolve));
  source.publish('before');
  isRevoked = true;
  await streaming;
  expect((await reading).map(({ data }) => data)).toEqual(['before']);
  expect(source.readers()).toBe(0);
});

test('a reader that leaves while the store is asked where it begins is forgotten', async () => {
  const gone = Promise.withResolvers<void>();
  app.server.once('connection', (socket) => socket.once('close', () => gone.resolve()));
  const asked = Promise.withResolvers<void>();
  source.latest = async () => {
    asked.resolve();
    await gone.promise;
    return '0';
  };
  const leaving = get({
    host: '127.0.0.1',
    port: (app.server.address() as AddressInfo).port,
    path: '/events',
    headers: KEY,
  }).on('error', () => {});
  await asked.promise;
  leaving.destroy();
  await gone.promise;
  await streaming;
  expect([app.openStreams.size, source.readers()]).toEqual([0, 0]);
});

test('a closing server ends its streams, and a reader that left is forgotten', async () => {
  const left = await open();
  left.destroy();
  while (source.readers() > 0) await new Promise((resolve) => setImmediate(resolve));
  const stays = await open();
  const ended = read(stays, 1);
  await createDrain(app, { clock: { now: () => 0 } })(60_000);
  expect(await ended).toEqual([]);
});
