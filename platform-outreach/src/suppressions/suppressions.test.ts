import { isoOf } from '@sacred-qa/foundation/clock';
import { newUuid } from '@sacred-qa/foundation/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prospects } from '../schema.ts';
import { type OutreachRoom, openOutreachRoom } from '../testing/outreach-room.ts';

let room: OutreachRoom;
beforeAll(async () => {
  room = await openOutreachRoom();
});
afterAll(() => room.close());

let count = 0;
async function prospectAt(email: string, basisGiven = true): Promise<string> {
  const id = newUuid();
  count += 1;
  const at = isoOf(room.clock.now());
  await room.db.orm.insert(prospects).values({
    ...{ id, prospectId: `P-${count}`, emailIndex: room.vault.index('email', email), basisGiven },
    ...{ createdAt: at, updatedAt: at },
  });
  return id;
}

const mayWrite = (id: string) => room.db.transaction((tx) => room.outreach.suppressions.mayWrite(tx, id));

test('a suppressed address is not written to, however it was typed', async () => {
  const asha = await prospectAt('asha@shop.example');
  expect(await mayWrite(asha)).toEqual({ kind: 'yes' });
  const answer = await room.call('POST', '/suppressions', { email: 'ASHA@shop.example', reason: 'complained' });
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({ email: 'ASHA@shop.example', prospect_id: 'P-1', reason: 'complained' });
  expect(await mayWrite(asha)).toEqual({ kind: 'no', reason: 'complained' });
});

test('nobody is written to without a lawful basis', async () => {
  expect(await mayWrite(await prospectAt('ravi@shop.example', false))).toEqual({
    kind: 'no',
    reason: 'no_lawful_basis',
  });
});

test('a stronger reason takes the place of a weaker one, never the other way', async () => {
  const reasons = async (...given: ('bounced' | 'unsubscribed' | 'complained')[]) => {
    for (const reason of given) await room.outreach.suppressions.add('order@shop.example', reason);
    return (await room.outreach.suppressions.list(null, 50)).find((one) => one.email === 'order@shop.example')?.reason;
  };
  expect(await reasons('bounced')).toBe('bounced');
  expect(await reasons('unsubscribed', 'bounced')).toBe('unsubscribed');
  expect(await reasons('complained', 'unsubscribed')).toBe('complained');
});

test('an address leaves the list at its owner’s wish, unless the person was erased', async () => {
  await room.outreach.suppressions.add('back@shop.example', 'unsubscribed');
  expect((await room.call('POST', '/suppressions/removal', { email: 'back@shop.example' }, 'write')).statusCode).toBe(
    403,
  );
  expect((await room.call('POST', '/suppressions/removal', { email: 'back@shop.example' })).statusCode).toBe(204);
  expect((await room.call('POST', '/suppressions/removal', { email: 'back@shop.example' })).statusCode).toBe(404);
  await room.db.transaction((tx) => room.outreach.suppressions.suppress(tx, 'gone@shop.example', 'erased', 'erasure'));
  expect((await room.call('POST', '/suppressions/removal', { email: 'gone@shop.example' })).statusCode).toBe(409);
});

test('the database holds no address in clear', async () => {
  const rows = await room.db.query<{ row: string }>('select s::text as row from outreach.suppressions s');
  expect(rows.length).toBeGreaterThan(2);
  for (const { row } of rows) expect(row).not.toContain('shop');
});
