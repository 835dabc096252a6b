/**
 * Columns of a batch as PostgreSQL's binary arrays, for `unnest($1::uuid[], $2::text[], …)`: the server takes them over
 * without reading a text, and both drivers hand a Buffer on as it is.
 * The format is that of array_send in PostgreSQL's source (src/backend/utils/adt/arrayfuncs.c), stable since 7.4.
 */

/** One value of a row, or null. */
type Pick<Row, Value> = (row: Row) => Value | null;

const OID = { bool: 16, int4: 23, text: 25, float8: 701, timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const;
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const NULL_LENGTH = -1;
const UTF8_MOST_PER_UNIT = 3;
/** The form of jsonb that is sent as text. */
const JSONB_VERSION = 1;
/** Where PostgreSQL's instants begin. */
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);
const TWO_TO_32 = 4_294_967_296;
const UUID_BYTES = 16;
const HYPHEN = 0x2d;
const NO_HEX = -1000;
const HEX_VALUE = hexValues();

/** Written into first, for all columns in turn: nothing in here waits, so no two are ever under way. */
let scratch = Buffer.allocUnsafe(64 * 1024);

function roomFor(at: number, bytes: number): void {
  if (at + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(2 * (at + bytes));
  scratch.copy(larger, 0, 0, at);
  scratch = larger;
}

/** `put` writes a value at a place in `scratch`, after it has room for `most` of it, and answers where it ends. */
function column<Row, Value>(
  oid: number,
  rows: readonly Row[],
  pick: Pick<Row, Value>,
  most: (value: Value) => number,
  put: (value: Value, at: number) => number,
): Buffer {
  let at = HEADER_BYTES;
  let hasNull = false;
  for (const row of rows) {
    const value = pick(row);
    if (value === null) {
      hasNull = true;
      roomFor(at, LENGTH_BYTES);
      at = scratch.writeInt32BE(NULL_LENGTH, at);
      continue;
    }
    roomFor(at, LENGTH_BYTES + most(value));
    const end = put(value, at + LENGTH_BYTES);
    scratch.writeInt32BE(end - at - LENGTH_BYTES, at);
    at = end;
  }
  // Dimensions, whether it holds a null, type, length, and where its counting begins.
  scratch.writeInt32BE(rows.length === 0 ? 0 : 1, 0);
  scratch.writeInt32BE(hasNull ? 1 : 0, 4);
  scratch.writeInt32BE(oid, 8);
  scratch.writeInt32BE(rows.length, 12);
  scratch.writeInt32BE(1, 16);
  return Buffer.from(scratch.subarray(0, rows.length === 0 ? HEADER_BYTES - 8 : at));
}

const bytes = (count: number) => () => count;
const utf8Most = (text: string) => text.length * UTF8_MOST_PER_UNIT;
const putText = (text: string, at: number) => at + scratch.write(text, at);

export const textColumn = <Row>(rows: readonly Row[], pick: Pick<Row, string>): Buffer =>
  column(OID.text, rows, pick, utf8Most, putText);

/** Of JSON texts. */
export const jsonbColumn = <Row>(rows: readonly Row[], pick: Pick<Row, string>): Buffer =>
  column(
    OID.jsonb,
    rows,
    pick,
    (text) => 1 + utf8Most(text),
    (text, at) => putText(text, scratch.writeUInt8(JSONB_VERSION, at)),
  );

export const intColumn = <Row>(rows: readonly Row[], pick: Pick<Row, number>): Buffer =>
  column(OID.int4, rows, pick, bytes(4), (value, at) => scratch.writeInt32BE(value, at));

export const doubleColumn = <Row>(rows: readonly Row[], pick: Pick<Row, number>): Buffer =>
  column(OID.float8, rows, pick, bytes(8), (value, at) => scratch.writeDoubleBE(value, at));

export const booleanColumn = <Row>(rows: readonly Row[], pick: Pick<Row, boolean>): Buffer =>
  column(OID.bool, rows, pick, bytes(1), (value, at) => scratch.writeUInt8(value ? 1 : 0, at));

/** Of instants as ISO texts, to the millisecond. */
export function instantColumn<Row>(rows: readonly Row[], pick: Pick<Row, string>): Buffer {
  // The rows of a batch have few instants among them.
  let text = '';
  let micros = 0;
  return column(OID.timestamptz, rows, pick, bytes(8), (value, at) => {
    if (value !== text) {
      micros = (Date.parse(value) - EPOCH_2000_MS) * 1000;
      text = value;
    }
    const high = Math.floor(micros / TWO_TO_32);
    return scratch.writeUInt32BE(micros - high * TWO_TO_32, scratch.writeInt32BE(high, at));
  });
}

export const uuidColumn = <Row>(rows: readonly Row[], pick: Pick<Row, string>): Buffer =>
  column(OID.uuid, rows, pick, bytes(UUID_BYTES), putUuid);

/** Throws RangeError for what has not 32 hexadecimal digits. */
function putUuid(uuid: string, at: number): number {
  let to = at;
  for (let i = 0; i < uuid.length; i += 2) {
    if (uuid.charCodeAt(i) === HYPHEN) i += 1;
    const value = hexAt(uuid, i) * 16 + hexAt(uuid, i + 1);
    if (value < 0 || to === at + UUID_BYTES) throw new RangeError(`${uuid} is not a UUID`);
    scratch[to] = value;
    to += 1;
  }
  if (to !== at + UUID_BYTES) throw new RangeError(`${uuid} is not a UUID`);
  return to;
}

const hexAt = (text: string, i: number): number => HEX_VALUE[text.charCodeAt(i)] ?? NO_HEX;

function hexValues(): readonly number[] {
  const values = Array.from({ length: 128 }, () => NO_HEX);
  for (const [value, digit] of [...'0123456789abcdef'].entries()) {
    values[digit.charCodeAt(0)] = value;
    values[digit.toUpperCase().charCodeAt(0)] = value;
  }
  return values;
}
