import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCursors } from './cursor.ts';

const cursors = createCursors(randomBytes(32));

test('any position comes back from its cursor', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (position) => {
      expect(cursors.decode('list', cursors.encode('list', position))).toBe(position.toWellFormed());
    }),
  );
});

test('a cursor changed in any one character, of another list or of another secret is refused', () => {
  const cursor = cursors.encode('list', '01890000-0000-7000-8000-000000000000');
  for (let i = 0; i < cursor.length; i += 1) {
    const forged = `${cursor.slice(0, i)}${cursor[i] === 'A' ? 'B' : 'A'}${cursor.slice(i + 1)}`;
    expect(() => cursors.decode('list', forged)).toThrow(expect.objectContaining({ code: 'bad_cursor' }));
  }
  expect(() => cursors.decode('other', cursor)).toThrow('not made for this list');
  expect(() => createCursors(randomBytes(32)).decode('list', cursor)).toThrow('not made for this list');
});

test('any text that nobody signed is refused', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => cursors.decode('list', text)).toThrow(expect.objectContaining({ code: 'bad_cursor' }));
    }),
  );
});
