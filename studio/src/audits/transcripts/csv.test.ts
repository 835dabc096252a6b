import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', 'क', '|', ' '), maxLength: 8 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('whatever stands in cells is read back, with any separator and line end', () => {
  const form = fc.record({
    rows: fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
  });
  fc.assert(
    fc.property(form, ({ rows, separator, eol }) => {
      const text = [['role', 'text'], ...rows].map((row) => row.map(quoted).join(separator)).join(eol);
      const full = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
      expect(parseCsv(text).rows.map(({ cells }) => cells)).toEqual(full);
    }),
  );
});

test('plain cells, an empty last one, a byte order mark and lines of their own numbers', () => {
  const { header, rows } = parseCsv('\ufeffrole;text;lang\r\nuser;"a\nb";\r\n\r\nbot;c "d";hi');
  expect(header).toEqual(['role', 'text', 'lang']);
  expect(rows).toEqual([
    { line: 2, cells: ['user', 'a\nb', ''] },
    { line: 5, cells: ['bot', 'c "d"', 'hi'] },
  ]);
});

test('a quote that is never closed is named by its line', () => {
  expect(() => parseCsv('role,text\nuser,"open\nbot,x')).toThrow('line 2');
  expect(() => parseCsv('\n\n')).toThrow('names the columns');
});
