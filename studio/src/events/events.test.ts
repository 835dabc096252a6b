import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiRoom, openApiRoom } from '../testing/api-room.ts';

let room: ApiRoom;
let key: string;
beforeAll(async () => {
  room = await openApiRoom();
  ({ key } = await room.studio.keys.mint('reader', 'read'));
  await room.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => room.close());

interface Told {
  id: string;
  event: string;
  data: { text?: string; lineage_id?: string };
}

/** Reads `count` events after `lastId`, and cuts the line; what came in the same piece after them counts as unread. */
async function read(count: number, lastId: string, begun: () => Promise<unknown>): Promise<Told[]> {
  const { port } = room.app.server.address() as AddressInfo;
  const headers = { authorization: `Bearer ${key}`, 'last-event-id': lastId };
  const told: Told[] = [];
  let text = '';
  const stream = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/api/v1/events', headers }, resolve).on('error', reject);
  });
  const working = begun();
  for await (const piece of stream.setEncoding('utf8')) {
    text += piece;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = /^id: (.*)\nevent: (.*)\ndata: (.*)$/m.exec(text.slice(0, end));
      text = text.slice(end + 2);
      if (block) told.push({ id: block[1] ?? '', event: block[2] ?? '', data: JSON.parse(block[3] ?? '') });
    }
    if (told.length >= count) break;
  }
  stream.destroy();
  await working;
  return told.slice(0, count);
}

const declare = async (text: string): Promise<string> =>
  (await room.call('POST', '/sankalpa', { text })).json().lineage_id;

test('a reader is told of each commit once and in order, also after its line was cut', async () => {
  const places: string[] = [];
  const start = await room.studio.live.latest();
  const first = await read(2, start, async () => {
    for (const text of ['first told', 'second told', 'third told']) places.push(await declare(text));
  });
  const rest = await read(2, first[1]?.id ?? '', async () => places.push(await declare('fourth told')));
  expect([...first, ...rest].map(({ event, data }) => [event, data.lineage_id])).toEqual(
    places.map((place) => ['sankalpa', place]),
  );
});

test('events come in the order of their commits, also where the number of transactions gains a digit', async () => {
  await room.db.query('delete from live_events');
  for (const xid of ['99', '100', '9']) {
    await room.db.query(`insert into live_events (xid, at, items) values ($1::xid8, now(), $2::jsonb)`, [
      xid,
      JSON.stringify([{ kind: `of ${xid}` }]),
    ]);
  }
  const told = await room.studio.live.after('0-0-0');
  expect(told === 'reset' ? told : told.map(({ event }) => event)).toEqual(['of 9', 'of 99', 'of 100']);
  expect(await room.studio.live.latest()).toMatch(/^100-/);
});

test.each(['5-9999999999999999999-1', '99999999999999999999-1-1', 'nonsense'])(
  'a cursor that nobody gave, %s, begins anew',
  async (cursor) => {
    expect(await room.studio.live.after(cursor)).toBe('reset');
  },
);

test('a reader that comes back after what it missed was forgotten is told to begin anew', async () => {
  const start = await room.studio.live.latest();
  await declare('told and forgotten');
  await room.studio.live.prune(new Date(room.clock.now() + 60_000).toISOString());
  await declare('told after that');
  const [event] = await read(1, start, async () => {});
  expect(event?.event).toBe('reset');
});
