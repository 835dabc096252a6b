import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, type Piece } from './excerpt.ts';

const ROOM = { characters: 100, lines: 10 };
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const charactersIn = (text: string): number => [...segmenter.segment(text)].length;
const shown = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'left_out' ? `<${piece.characters}>` : piece.text)).join('');
const quoted = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'quoted' ? [piece.text] : []));

test('a short text is whole, with its telling piece apart', () => {
  expect(excerptOf('आप पिन डालें।', 'पिन', ROOM)).toEqual([
    { kind: 'text', text: 'आप ' },
    { kind: 'quoted', text: 'पिन' },
    { kind: 'text', text: ' डालें।' },
  ]);
});

test('a text as long as the room is whole', () => {
  expect(excerptOf('x'.repeat(100), '', ROOM)).toEqual([{ kind: 'text', text: 'x'.repeat(100) }]);
});

test('a quotation that ends inside a letter is widened to the whole letter', () => {
  expect(quoted(excerptOf('क्षत्रिय कहते हैं', 'क्षत्र', ROOM))).toEqual(['क्षत्रि']);
});

test('a long text is cut between letters and says how many are missing', () => {
  const pieces = excerptOf('नि'.repeat(250), '', ROOM);
  expect(pieces).toEqual([
    { kind: 'text', text: 'नि'.repeat(100) },
    { kind: 'left_out', characters: 150 },
  ]);
});

test('a telling piece far into a long text is shown with its surroundings', () => {
  const pieces = excerptOf(`${'a'.repeat(5000)} the PIN ${'b'.repeat(5000)}`, 'the PIN', ROOM);
  expect(quoted(pieces)).toEqual(['the PIN']);
  expect(shown(pieces)).toBe(`${'a'.repeat(50)}<4751>${'a'.repeat(199)} the PIN ${'b'.repeat(199)}<4801>`);
});

test('many lines are cut like many letters', () => {
  expect(shown(excerptOf('a\n'.repeat(500), '', ROOM))).toBe(`${'a\n'.repeat(10)}<980>`);
});

test('one endless letter is cut all the same', () => {
  for (const endless of [
    `a${'\u0301'.repeat(100_000)}`,
    'क्'.repeat(50_000),
    '👩\u200d'.repeat(50_000),
    `x${'👩\u200d'.repeat(50_000)}`,
  ]) {
    const pieces = excerptOf(endless, '', ROOM);
    expect(shown(pieces).length).toBeLessThan(1000);
    expect(pieces.at(-1)?.kind).toBe('left_out');
    expect(shown(pieces).isWellFormed()).toBe(true);
  }
});

test('a quotation that does not occur, or is blank, marks nothing', () => {
  expect(quoted(excerptOf('abc', 'x', ROOM))).toEqual([]);
  expect(quoted(excerptOf('a c', ' ', ROOM))).toEqual([]);
});

test('whatever the text, what is shown and what is left out make it up', () => {
  const text = fc
    .array(fc.constantFrom('a', 'नि', 'க்ஷ', '👨‍👩‍👧', '\n', '\r\n', ' '), { maxLength: 400 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(500), fc.nat(40), (given, from, length) => {
      const quote = given.slice(from, from + length);
      const pieces = excerptOf(given, quote, ROOM);
      const total = pieces.reduce(
        (sum, piece) => sum + (piece.kind === 'left_out' ? piece.characters : charactersIn(piece.text)),
        0,
      );
      expect(total).toBe(charactersIn(given.replaceAll('\r\n', '\n')));
    }),
  );
});
