import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEW_FORM, readSheet, type SheetForm, writeSheet } from './sheet-text.ts';

const read = (text: string) => readSheet(Buffer.from(text));
const cellsOf = (text: string) => read(text).rows.map((row) => row.cells);

/** UTF-16 as spreadsheets save "Unicode text". */
function utf16(text: string, options: { big?: boolean; mark?: boolean }): Buffer {
  const bytes = Buffer.from(`${options.mark === false ? '' : '\ufeff'}${text}`, 'utf16le');
  return options.big ? bytes.swap16() : bytes;
}

test.each([
  ['UTF-8', Buffer.from('name,email\nआशा राव,asha@shop.example\n')],
  ['UTF-8 with a mark', Buffer.from('\ufeffname,email\r\nआशा राव,asha@shop.example')],
  ['semicolons', Buffer.from('name;email\r\nआशा राव;asha@shop.example\r\n')],
  ['a line that says how cells are parted', Buffer.from('sep=;\r\nname;email\r\nआशा राव;asha@shop.example\r\n')],
  ['UTF-16 with tabs, little end first', utf16('name\temail\r\nआशा राव\tasha@shop.example\r\n', {})],
  ['UTF-16, big end first', utf16('name\temail\r\nआशा राव\tasha@shop.example\r\n', { big: true })],
  ['UTF-16 without a mark', utf16('name,email\r\nआशा राव,asha@shop.example\r\n', { mark: false })],
  ['names as people write them', Buffer.from(' Name , E-mail \nआशा राव,asha@shop.example\n')],
  ['columns without a name that hold nothing', Buffer.from('name,email,,\nआशा राव,asha@shop.example,,\n,,,\n')],
])('%s is read', (_form, bytes) => {
  const sheet = readSheet(bytes);
  expect(sheet.columns).toEqual(['name', 'email']);
  expect(sheet.rows.map((row) => row.cells)).toEqual([{ name: 'आशा राव', email: 'asha@shop.example' }]);
});

test('quotes, separators and line breaks within a cell belong to it', () => {
  const text = 'name,notes\r\n"Rao, ""Asha""","one\r\ntwo"\r\nகயல்,ok\r\n';
  expect(cellsOf(text)).toEqual([
    { name: 'Rao, "Asha"', notes: 'one\ntwo' },
    { name: 'கயல்', notes: 'ok' },
  ]);
  expect(read(text).rows.map((row) => row.line)).toEqual([3, 4]);
});

test.each([
  ['a quote that is never closed', 'name,notes\nAsha,"one\n', /never closed/],
  ['a quote within a cell', 'name,notes\nAsha,say "hi"\n', /Line 2 has a quote/],
  ['a row that is too wide', 'name,email\nRao, Asha,asha@shop.example\n', /Line 2 has more cells/],
  ['two columns of one name', 'name,email,e-mail\n', /Columns 2 and 3/],
  ['a column without a name', 'name,,email\n', /Column 2 has no name/],
  ['a column named like a trap', 'name,__proto__\n', /column 2 cannot/],
  ['no header', 'Asha,asha@shop.example\n', /is it the header/],
])('%s is refused with its place, and no cell is repeated', (_what, text, message) => {
  expect(() => read(text)).toThrow(message);
  expect(() => read(text)).not.toThrow(/Asha|Rao/);
});

test('bytes of an old Windows encoding are refused with their line', () => {
  const bytes = Buffer.concat([Buffer.from('name,email\nAsha,a@shop.example\n'), Buffer.from([0x52, 0xe9, 0x0a])]);
  expect(() => readSheet(bytes)).toThrow('not valid UTF-8 on line 3. Save it as "CSV UTF-8"');
});

test('an empty file is an empty sheet', () => {
  expect(read('')).toMatchObject({ columns: [], rows: [] });
});

test('what a spreadsheet would run is written so that it cannot, and read back as it was', () => {
  for (const cell of ['=1+1', '+91 98', '-3', '@sum', '\tx', '＝1', `'=1`, `''=1`]) {
    const bytes = writeSheet(['name'], [{ name: cell }], NEW_FORM);
    const line = bytes.toString().split('\r\n')[1] ?? '';
    expect(line.replace(/^"/, '')).toMatch(/^'/);
    expect(readSheet(bytes).rows[0]?.cells).toEqual({ name: cell });
  }
  expect(writeSheet(['name'], [{ name: `O'Neil` }], NEW_FORM).toString()).toContain(`\r\nO'Neil\r\n`);
});

test('whatever stands in the cells comes back, in every form', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.stringMatching(/^['=+@\-",;\t\n]{0,6}$/),
    fc.constantFrom('क्षि ज्ञान', 'ಕನ್ನಡ, "ಹೌದು"', 'اردو', '🙏🏽'),
  );
  const clean = cell.map((text) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').replaceAll('\ufeff', ''));
  const form: fc.Arbitrary<SheetForm> = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    bom: fc.boolean(),
    newline: fc.constantFrom('\r\n', '\n'),
  });
  const columns = ['prospect_id', 'name', 'email', 'notes'];
  const row = fc.record({ prospect_id: fc.constant('P-1'), name: clean, email: clean, notes: clean });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), form, (rows, given) => {
      const bytes = writeSheet(columns, rows, given);
      const sheet = readSheet(bytes);
      expect(sheet.rows.map((one) => one.cells)).toEqual(rows);
      expect(sheet.form).toEqual(given);
      expect(writeSheet(columns, rows, sheet.form).equals(bytes)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
