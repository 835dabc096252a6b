import { beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from './testing.ts';

let test_: TestDatabase;
beforeEach(async () => {
  test_ = await openTestDatabase([]);
  await test_.db.execute('create table if not exists notes (id bigint, said jsonb, at timestamptz); truncate notes');
});

test('values come back alike on both stores: big integers and instants as text, json parsed', async () => {
  const { db } = test_;
  await db.query('insert into notes values ($1, $2::jsonb, $3)', [1, '{"a":[1]}', '2026-01-02T03:04:05.006Z']);
  const [row] = await db.query<{ id: unknown; said: unknown; at: unknown }>('select * from notes');
  expect(row?.id).toBe('1');
  expect(row?.said).toEqual({ a: [1] });
  expect(typeof row?.at).toBe('string');
});

test('a transaction that throws leaves nothing, one that returns leaves everything', async () => {
  const { db } = test_;
  const failed = db.transaction(async (tx) => {
    await tx.query('insert into notes (id) values (1)');
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  await db.transaction((tx) => tx.query('insert into notes (id) values (2)'));
  expect(await db.query('select id from notes')).toEqual([{ id: '2' }]);
});

test('a failed many-statement text rolls back and never touches a transaction that others have open', async () => {
  const { db } = test_;
  const mine = db.transaction(async (tx) => {
    await tx.query('insert into notes (id) values (1)');
    await new Promise((resolve) => setImmediate(resolve));
    await tx.query('insert into notes (id) values (2)');
  });
  const failed = db.execute('begin; insert into notes (id) values (3); select 1/0; commit');
  await expect(failed).rejects.toThrow(/zero/);
  await mine;
  expect(await db.query('select id from notes order by id')).toEqual([{ id: '1' }, { id: '2' }]);
});

test('a snapshot sees one moment and refuses to write', async () => {
  const { db } = test_;
  await expect(
    db.transaction((tx) => tx.query('insert into notes (id) values (1)'), { snapshot: true }),
  ).rejects.toThrow(/read-only/);
});
