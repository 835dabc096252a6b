import type { TargetSpec } from '@sacred-qa/contracts/target';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHttpDialect, type HttpSpec } from './http.ts';
import { valueAt } from './json-pointer.ts';
import { fillTemplate } from './templates.ts';

const spec = (more: Partial<HttpSpec>): HttpSpec => ({
  kind: 'http' as const satisfies TargetSpec['kind'],
  name: 'bot',
  url: 'http://127.0.0.1/ask',
  method: 'POST',
  headers: {},
  headers_env: {},
  response_path: '/answer',
  timeout_ms: 1_000,
  ...more,
});
const filling = {
  text: 'hi',
  conversationId: 'c-7',
  messages: [{ role: 'user' as const, lang: 'en', text: 'hi' }],
  values: new Map<string, unknown>(),
  env: () => '',
};
const C = { id: 'c', values: new Map<string, unknown>() };

describe('a request template', () => {
  it('carries any text whatever as JSON, unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const dialect = createHttpDialect(spec({ body: { a: { b: ['{{text}}'] } } }));
        const { body = '' } = dialect.question([{ role: 'user', text }], C);
        expect(JSON.parse(body)).toEqual({ a: { b: [text] } });
      }),
    );
  });

  it('fills text within a sentence, spaces in the braces, and leaves other braces alone', () => {
    const template = { q: 'Q: {{ text }} ({{conversation_id}}) {{other}} {text}', n: 3, yes: true, no: null };
    expect(fillTemplate(template, filling)).toEqual({ q: 'Q: hi (c-7) {{other}} {text}', n: 3, yes: true, no: null });
  });

  it('does not fill placeholders or patterns that the question itself holds', () => {
    const text = "{{conversation_id}} $& $1 $' {{text}}";
    expect(fillTemplate(['<{{text}}>'], { ...filling, text })).toEqual([`<${text}>`]);
  });

  it('puts all turns in place of {{messages}} when it stands alone', () => {
    expect(fillTemplate({ m: '{{messages}}', s: 'all: {{messages}}' }, filling)).toEqual({
      m: [{ role: 'user', content: 'hi' }],
      s: 'all: {{messages}}',
    });
  });

  it('keeps a member named __proto__ as data', () => {
    const template = JSON.parse('{"__proto__":{"x":"{{text}}"}}');
    expect(JSON.stringify(fillTemplate(template, filling))).toBe('{"__proto__":{"x":"hi"}}');
  });

  it('takes the last turn of the user as the text', () => {
    const dialect = createHttpDialect(spec({ body: '{{text}}' }));
    const question = dialect.question(
      [
        { role: 'user', text: 'one' },
        { role: 'assistant', text: 'two' },
        { role: 'user', text: 'three' },
      ],
      C,
    );
    expect(question.body).toBe('"three"');
  });

  it('fills a query field, so that a GET can carry a question', () => {
    const dialect = createHttpDialect(spec({ method: 'GET', url: 'http://127.0.0.1/ask?q={{text}}&id=1' }));
    const question = dialect.question([{ role: 'user', text: 'a&b=ह' }], C);
    expect(question.body).toBeUndefined();
    expect(question.url.searchParams.get('q')).toBe('a&b=ह');
    expect(question.url.searchParams.get('id')).toBe('1');
  });
});

describe('the answer of a template target', () => {
  const read = (reply: string, response_path = '/answer') => createHttpDialect(spec({ response_path })).answer(reply);

  it('is the string, number or truth value at the path', () => {
    expect(read('{"answer":"yes"}')).toEqual({ kind: 'answer', text: 'yes' });
    expect(read('{"answer":42}')).toEqual({ kind: 'answer', text: '42' });
    expect(read('[{"text":""}]', '/0/text')).toEqual({ kind: 'answer', text: '' });
  });

  it.each(['{"answer":null}', '{"answer":{"text":"x"}}', '{}', '[]', '"answer"', 'null'])(
    'is missing in %s',
    (reply) => {
      expect(read(reply)).toMatchObject({ kind: 'none', code: 'no_answer_at_path' });
    },
  );

  it('is the whole reply when the path is empty, unless that is a web page', () => {
    expect(read('plain <b>text</b>', '')).toEqual({ kind: 'answer', text: 'plain <b>text</b>' });
    expect(read(' <!DOCTYPE html><html>', '')).toMatchObject({ kind: 'none', code: 'not_json' });
  });
});

describe('a JSON pointer', () => {
  // The examples of RFC 6901, section 5.
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'e^f': 3, 'g|h': 4, 'i\\j': 5, 'k"l': 6, ' ': 7 };
  it.each([
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
  ])('finds %s', (pointer, value) => {
    expect(valueAt(document, pointer)).toBe(value);
  });

  it('reads ~01 as ~1 and not as a slash', () => {
    expect(valueAt({ '~1': 'here' }, '/~01')).toBe('here');
  });

  it.each(['/foo/2', '/foo/-', '/foo/00', '/foo/length', '/constructor', '/__proto__', '/foo/0/0', '/a/b'])(
    'finds nothing at %s',
    (pointer) => {
      expect(valueAt(document, pointer)).toBeUndefined();
    },
  );
});
