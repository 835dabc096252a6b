import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasVerhoeffCheck } from './aadhaar.ts';
import { IDENTIFIER_TYPES, markOf } from './identifier.ts';
import { redact, redactQuote, redactText } from './redact.ts';

test('strings anywhere in a value lose their identifiers, keys too', () => {
  expect(
    redact({ a: ['call 9876512340', { b: 'meena@x.in' }], 'meena@x.in': null, c: [[['PAN ABCPK1234F']]], d: true }),
  ).toEqual({ a: ['call [phone]', { b: '[email]' }], '[email]': null, c: [[['PAN [pan]']]], d: true });
});

test('what holds no identifier comes back as the same reference, also beside what does', () => {
  const clean = { text: 'नमस्ते 2024', list: [1, { deep: ['x'] }] };
  expect(redact(clean)).toBe(clean);
  const mixed = { clean, dirty: ['9876512340', clean] };
  const redacted = redact(mixed) as typeof mixed;
  expect(redacted).toEqual({ clean, dirty: ['[phone]', clean] });
  expect(redacted.clean).toBe(clean);
  expect(redacted.dirty[1]).toBe(clean);
  expect(mixed.dirty[0]).toBe('9876512340');
});

test('keys that become the same mark stay apart', () => {
  expect(redact({ '9876512340': 1, '9876512341': 2, '[phone]': 3 })).toEqual({
    '[phone]': 1,
    '[phone] 2': 2,
    '[phone] 3': 3,
  });
});

test('a key named __proto__ stays a key', () => {
  const value: unknown = JSON.parse('{"__proto__":{"to":"meena@x.in"}}');
  expect(JSON.stringify(redact(value))).toBe('{"__proto__":{"to":"[email]"}}');
});

test('a number is replaced when it is an Aadhaar, or when its key calls it a phone or an account', () => {
  expect(
    redact({ n: 736598241036, m: 736598241037, mobile: 9876512340, bytes: 9876512340, accountNo: 40123456789 }),
  ).toEqual({ n: '[aadhaar]', m: 736598241037, mobile: '[phone]', bytes: 9876512340, accountNo: '[bank_account]' });
  expect(redact([736598241036.5, -736598241036, Number.NaN, 1e300])).toEqual([
    736598241036.5,
    -736598241036,
    Number.NaN,
    1e300,
  ]);
});

test('a key labels a bare value as words before it would', () => {
  expect(
    redact({ account_no: '40123456789', accounts: ['40123456789'], order_id: '9876512340', seed: 736598241036 }),
  ).toEqual({
    account_no: '[bank_account]',
    accounts: ['[bank_account]'],
    order_id: '9876512340',
    seed: 736598241036,
  });
});

test('a key does not speak for a sentence, nor does one that holds what a person wrote', () => {
  expect(redact({ complaint: '9876512340 pe call karo', request: '9876512340' })).toEqual({
    complaint: '[phone] pe call karo',
    request: '[phone]',
  });
});

test('ten thousand levels do not overflow the stack, and 150 are redacted to the bottom', () => {
  const nested = (levels: number) => {
    let value: unknown = 'meena@x.in';
    for (let i = 0; i < levels; i += 1) value = [value];
    return value;
  };
  expect(redact(nested(10_000))).toBeDefined();
  expect(JSON.stringify(redact(nested(150)))).toContain('[email]');
});

test('dates, maps and other objects that are not plain pass through untouched', () => {
  const value = { at: new Date(0), map: new Map([['a', 'meena@x.in']]) };
  expect(redact(value)).toBe(value);
});

test('no mark is an identifier, whatever stands around it', () => {
  for (const type of IDENTIFIER_TYPES) {
    for (const text of [markOf(type), `account no ${markOf(type)} 12`, `9${markOf(type)}9`, `x@${markOf(type)}`]) {
      expect(redactText(text)).toEqual({ text, spans: [] });
    }
  }
});

test('what shows itself only beside a mark is taken at once, not at the next redaction', () => {
  const text = '27AAPFU0939F1ZV123456789 hai खाता';
  expect(redactText(text)).toEqual({
    text: '[gstin][bank_account] hai खाता',
    spans: [
      { start: 0, end: 15, type: 'gstin' },
      { start: 15, end: 24, type: 'bank_account' },
    ],
  });
});

const ZEROS = ['0', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '۰', '᱐', '꯰', '０', '𑄶'].map(
  (zero) => zero.codePointAt(0) ?? 0,
);
const script = fc.constantFrom(...ZEROS);
const separator = fc.constantFrom(
  '',
  ' ',
  '-',
  '.',
  ' - ',
  '\u00a0',
  '\u2009',
  '\u2013',
  '\u200b',
  '\u200d',
  '\ufeff',
  '/',
  '_',
);
const aadhaar = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 }))
  .map(([first, rest]) => {
    const digits = `${first}${rest.join('')}`;
    return digits + ([...'0123456789'].find((check) => hasVerhoeffCheck(digits + check)) ?? '');
  })
  // One written as a mobile with its country code is read as that, and three years in a row as years.
  .filter((digits) => !/^91[6-9]/.test(digits) && !/^(?:20\d\d){3}$/.test(digits));
const inScript = (digits: string, zero: number) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

test('every Aadhaar is found, in any script and with any usual separator', () => {
  fc.assert(
    fc.property(aadhaar, script, separator, (digits, zero, joint) => {
      const written = inScript(digits, zero).replace(/^(.{4})(.{4})(.{4})$/u, `$1${joint}$2${joint}$3`);
      const text = `मेरा नंबर ${written} है`;
      expect(redactText(text)).toEqual({
        text: 'मेरा नंबर [aadhaar] है',
        spans: [{ start: 10, end: 10 + written.length, type: 'aadhaar' }],
      });
    }),
  );
});

test('where Aadhaar is spoken of, it may be grouped in any way', () => {
  fc.assert(
    fc.property(aadhaar, fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]), (digits, cuts) => {
      const written = [...digits].map((digit, i) => (cuts.includes(i) ? ` ${digit}` : digit)).join('');
      expect(redactText(`Aadhaar: ${written}, bas`).text).toBe('Aadhaar: [aadhaar], bas');
    }),
  );
});

const PIECES = [
  ...[
    'account no ',
    'a/c ',
    'phone ',
    'order no ',
    'aadhaar ',
    'UPI ',
    'ref ',
    'IFSC ',
    'is my ',
    'खाता ',
    'number ',
    'Rs ',
    'PAN ',
  ],
  ...[
    '9876512340',
    '98765',
    '12340',
    '7365',
    '9824',
    '1036',
    '736598241036',
    '123456789',
    '2024',
    '12',
    '1800',
    '+91',
    '112',
  ],
  ...[
    'meena',
    '@',
    'x.in',
    'okaxis',
    'ABCPK',
    '1234',
    'F',
    'SBIN0004567',
    '27AAPFU0939F1ZV',
    'WKH1186253',
    'MH07 ',
    'M4872106',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '-',
    '.',
    ',',
    '/',
    '(',
    ')',
    '\n',
    '\u200b',
    '[phone]',
    '[bank_account]',
    'sqs_',
    '९८७६५१२३४०',
    '\ud835',
    '\ue000',
  ],
];
const dense = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const anyText = fc.oneof(
  { weight: 4, arbitrary: dense },
  { weight: 1, arbitrary: anyUnits },
  fc.string({ unit: 'grapheme' }),
);

test('redacting twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = redactText(text).text;
      expect(redactText(once)).toEqual({ text: once, spans: [] });
    }),
    { numRuns: 2000 },
  );
});

test('spans are in order and apart, and outside of them the text is as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: redacted, spans } = redactText(text);
      let rebuilt = '';
      let from = 0;
      for (const { start, end, type } of spans) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        rebuilt += text.slice(from, start) + markOf(type);
        from = end;
      }
      expect(redacted).toBe(rebuilt + text.slice(from));
    }),
    { numRuns: 2000 },
  );
});

test('redacting a value twice changes nothing more, and the second time gives the same reference', () => {
  const key = fc.constantFrom('account_no', 'phone', 'order_id', 'aadhaar', 'text', 'seed', 'amount');
  const leaf = fc.oneof(anyText, fc.constantFrom(736598241036, 9876512340, 123456789, 7, null, true));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value')), fc.dictionary(fc.oneof(key, anyText), tie('value'))),
  }));
  fc.assert(
    fc.property(value, (before) => {
      const once = redact(before);
      expect(redact(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test('a key labels what is left when the last word of its sentence was an identifier', () => {
  expect(redact({ 'account no': '123456789/MH07 WKH1186253' })).toEqual({
    'account no': '[bank_account]/MH07 [voter_id]',
  });
});

test('a quote is redacted as it stands in its text, also when it cuts an identifier', () => {
  const whole = 'Your bank account no. is 123456789012345, IFSC given. Pay now.';
  const redacted = redactText(whole).text;
  for (const quote of ['123456789012345', '456789012345, IFSC', 'account no. is 1234', 'Pay now.', whole]) {
    const piece = redactQuote(whole, quote);
    expect(redacted).toContain(piece);
    expect(piece).not.toMatch(/\d{4}/);
  }
  expect(redactQuote(whole, 'my Aadhaar 2345 6789 0124')).toBe('my Aadhaar [aadhaar]');
});
