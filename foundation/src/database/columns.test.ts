import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  booleanColumn,
  doubleColumn,
  instantColumn,
  intColumn,
  jsonbColumn,
  textColumn,
  uuidColumn,
} from './columns.ts';
import type { Database } from './database.ts';
import { openTestDatabase } from './testing.ts';

let db: Database;
beforeAll(async () => {
  ({ db } = await openTestDatabase([]));
});

const instant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const storableText = fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !text.includes('\0'));
const row = fc.record({
  uuid: fc.option(fc.uuid()),
  int: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  double: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  text: fc.option(storableText),
  json: fc.option(fc.dictionary(storableText, fc.oneof(storableText, fc.integer(), fc.constant(null)))),
  bool: fc.option(fc.boolean()),
  at: fc.option(instant),
});

test('what is written as columns is what the database reads, nulls and empty batches included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const read = await db.query(
        `select uuid, int, double, text, json, bool, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
         from unnest($1::uuid[], $2::int[], $3::float8[], $4::text[], $5::jsonb[], $6::bool[], $7::timestamptz[])
           with ordinality as r(uuid, int, double, text, json, bool, at, place) order by place`,
        [
          uuidColumn(rows, (r) => r.uuid),
          intColumn(rows, (r) => r.int),
          doubleColumn(rows, (r) => r.double),
          textColumn(rows, (r) => r.text),
          jsonbColumn(rows, (r) => (r.json === null ? null : JSON.stringify(r.json))),
          booleanColumn(rows, (r) => r.bool),
          instantColumn(rows, (r) => r.at),
        ],
      );
      // A double keeps its sign of zero, which JSON does not; both are zero.
      expect(read.map((r) => ({ ...r, double: r.double === 0 ? 0 : r.double }))).toEqual(
        rows.map((r) => ({ ...r, double: r.double === 0 ? 0 : r.double })),
      );
    }),
    { numRuns: 60 },
  );
});

test('a column longer than any before it is written whole', async () => {
  const texts = Array.from({ length: 100 }, (_, i) => `${'नमस्ते'.repeat(500)}${i}`);
  const [read] = await db.query<{ texts: string[] }>('select $1::text[] as texts', [textColumn(texts, (text) => text)]);
  expect(read?.texts).toEqual(texts);
});

test.each(['', 'zz', '0190000000007000800000000000000g', `${'0'.repeat(32)}00`])('%j is refused as a UUID', (text) => {
  expect(() => uuidColumn([text], (one) => one)).toThrow(RangeError);
});
