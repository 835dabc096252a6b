import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSseReader, type SseEvent } from './sse.ts';

function readInPieces(bytes: Uint8Array, cuts: readonly number[]): SseEvent[] {
  const reader = createSseReader();
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  let from = 0;
  const events = ends.flatMap((end) => {
    const piece = bytes.subarray(from, end);
    from = end;
    return reader.push(piece);
  });
  return [...events, ...reader.end()];
}

const text = fc.string({ unit: fc.constantFrom('क', 'ि', '🙏', 'a', ':', ' ', '{', '"', '়'), maxLength: 12 });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

test('events are the same wherever their bytes are cut, with every kind of line end', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      lineEnd,
      fc.array(fc.nat(), { maxLength: 8 }),
      (datas, eol, cuts) => {
        const wire = datas.map((data) => `id: 1${eol}data: ${data}${eol}${eol}`).join('');
        const events = readInPieces(new TextEncoder().encode(wire), cuts);
        expect(events).toEqual(datas.map((data) => ({ event: 'message', data })));
      },
    ),
  );
});

test('comments and unknown fields are passed over, several data lines are one text, a name is kept', () => {
  const wire = ': ping\n\nevent: error\nretry: 5\ndata: one\ndata:two\ndata\n\nevent: empty\n\ndata: last';
  expect(readInPieces(new TextEncoder().encode(wire), [])).toEqual([
    { event: 'error', data: 'one\ntwo\n' },
    { event: 'message', data: 'last' },
  ]);
});

test('a byte order mark is no part of the first field', () => {
  expect(readInPieces(new TextEncoder().encode('\ufeffdata: x\n\n'), [1])).toEqual([{ event: 'message', data: 'x' }]);
});
