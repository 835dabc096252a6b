import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_DEPTH_JSON, parseJsonBody } from './json-body.ts';

const parse = (text: string) => parseJsonBody(Buffer.from(text));
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('any JSON value comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/\\u0000|\\ud[89a-f]/.test(text));
      expect(parse(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['not JSON', '{"a":}', 'malformed_json'],
  ['empty', ' \n', 'malformed_json'],
  ['a raw NUL', '"a\0b"', 'malformed_json'],
  ['a NUL escape', '{"a":["x\\u0000y"]}', 'forbidden_text'],
  ['a NUL in a field name', '{"\\u0000":1}', 'forbidden_text'],
  ['a high half without its low one', '"\\ud83d"', 'forbidden_text'],
  ['a low half alone', '["\\udc00"]', 'forbidden_text'],
  ['one level too deep', nested(MAX_DEPTH_JSON + 1), 'too_deep'],
  ['ten thousand levels', nested(10_000), 'too_deep'],
  ['deep and never closed', '{"a":'.repeat(10_000), 'too_deep'],
])('%s is refused', (_name, text, code) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code }));
});

test('bytes that are not UTF-8 are refused', () => {
  expect(() => parseJsonBody(Buffer.from([0x22, 0xff, 0x22]))).toThrow(
    expect.objectContaining({ code: 'wrong_encoding' }),
  );
  expect(() => parseJsonBody(Buffer.from('"नमस्ते"', 'utf16le'))).toThrow();
});

test('brackets inside texts, escaped quotes and a whole emoji escape are no depth and no fault', () => {
  const text = JSON.stringify({ a: `${'['.repeat(200)}"\\` });
  expect(parse(text)).toEqual({ a: `${'['.repeat(200)}"\\` });
  expect(parse('"\\ud83d\\ude4f \\u0928"')).toBe('🙏 न');
  expect(parse(nested(MAX_DEPTH_JSON))).toBeDefined();
});

test('what is wrong is named by its place', () => {
  expect(() => parse('{"a~b":[0,"\\u0000"]}')).toThrow(
    expect.objectContaining({ errors: [{ pointer: '/a~0b/1', detail: expect.stringContaining('NUL') }] }),
  );
});
