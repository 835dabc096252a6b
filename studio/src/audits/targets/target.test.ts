import { getEventListeners } from 'node:events';
import { gzipSync } from 'node:zlib';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { Message } from '@sacred-qa/contracts/text';
import { systemClock } from '@sacred-qa/foundation/clock';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { json, lookupIn, serveHttp, serveRaw } from './loopback-server.ts';
import { type Asker, createAsker } from './target.ts';

const openai = (origin: string, more: Partial<Extract<TargetSpec, { kind: 'openai' }>> = {}): TargetSpec => ({
  kind: 'openai',
  name: 'bot',
  url: `${origin}/v1`,
  model: 'm-1',
  timeout_ms: 5_000,
  ...more,
});
const http = (origin: string, more: Partial<Extract<TargetSpec, { kind: 'http' }>> = {}): TargetSpec => ({
  kind: 'http',
  name: 'bot',
  url: `${origin}/ask`,
  method: 'POST',
  headers: {},
  headers_env: {},
  body: { q: '{{text}}' },
  response_path: '/answer',
  timeout_ms: 5_000,
  ...more,
});
const HELLO: Message[] = [{ role: 'user', text: 'नमस्ते "भाई"\n' }];
const reply = (content: unknown) => ({ choices: [{ message: { role: 'assistant', content } }] });

const open: Asker[] = [];
afterEach(async () => {
  for (const asker of open.splice(0)) await asker.close();
});

function asker(
  spec: TargetSpec,
  options: { scope?: ScopeRecord; names?: Record<string, string[]>; secrets?: Record<string, string> } = {},
) {
  const lookup = lookupIn(options.names ?? {});
  const made = createAsker(
    { lookup, clock: systemClock },
    spec,
    options.scope ?? { allow_private: false },
    (name) => options.secrets?.[name],
  );
  open.push(made);
  return Object.assign(made, { lookup });
}
const ask = (made: Asker, signal?: AbortSignal) =>
  made.ask(HELLO, { conversationId: 'c-1', ...(signal ? { signal } : {}) });

describe('asking an OpenAI-compatible target', () => {
  it('sends every turn and the key, no temperature, and reads answer, model and usage', async () => {
    await using server = await serveHttp((_request, response) =>
      json(response, { ...reply('नमस्ते!'), model: 'm-1-2026', usage: { prompt_tokens: 5, completion_tokens: 2 } }),
    );
    const made = asker(openai(`${server.origin}`, { key_env: 'KEY' }), { secrets: { KEY: 'sk-abcdefgh\n' } });
    const outcome = await made.ask(
      [
        { role: 'system', text: 'be brief' },
        { role: 'user', lang: 'hi', text: 'नमस्ते' },
      ],
      { conversationId: 'c' },
    );
    expect(outcome).toEqual({
      kind: 'answered',
      text: 'नमस्ते!',
      status: 200,
      model: 'm-1-2026',
      usage: { prompt_tokens: 5, completion_tokens: 2 },
      latencyMs: expect.any(Number),
    });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: 'POST', path: '/v1/chat/completions' });
    expect(seen?.headers.authorization).toBe('Bearer sk-abcdefgh');
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      model: 'm-1',
      messages: [
        { role: 'system', content: 'be brief' },
        { role: 'user', content: 'नमस्ते' },
      ],
      stream: false,
    });
  });

  it('keeps the query of its base address, and needs no care for a slash at its end', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    await ask(asker({ ...openai(server.origin), url: `${server.origin}/openai/v1/?api-version=3` }));
    expect(server.seen[0]?.path).toBe('/openai/v1/chat/completions?api-version=3');
  });

  it.each([
    ['parts', { content: [{ type: 'text', text: 'one, ' }, 'two', { type: 'image_url' }] }, 'one, two'],
    ['a refusal', { content: null, refusal: 'I must not.' }, 'I must not.'],
    ['an empty answer', { content: '' }, ''],
  ])('reads %s', async (_name, message, text) => {
    await using server = await serveHttp((_request, response) => json(response, { choices: [{ message }] }));
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'answered', text });
  });

  it.each([
    ['text/event-stream; charset=utf-8', 'data: {}\n\n', true],
    ['text/event-stream', ': nothing\n\n', false],
    ['application/json', '{"data":\n"data:"}', false],
  ])('knows streaming by what comes: %s', async (type, body, streams) => {
    await using server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    });
    expect(await asker(openai(server.origin)).streams(HELLO)).toEqual({ kind: 'tried', streams });
    expect(JSON.parse(server.seen[0]?.body ?? '')).toMatchObject({ stream: true });
  });

  it('leaves nothing behind on the signal of a long run, nor a timer', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    const made = asker(openai(server.origin, { timeout_ms: 600_000 }));
    const controller = new AbortController();
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    await ask(made, controller.signal);
    const before = timers();
    for (let i = 0; i < 5; i += 1) await ask(made, controller.signal);
    expect(timers()).toBeLessThanOrEqual(before);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('asks nothing when a key cannot stand in a header', async () => {
    const outcome = await ask(
      asker(openai('http://127.0.0.1:1', { key_env: 'KEY' }), { secrets: { KEY: 'a\r\nb: c' } }),
    );
    expect(outcome).toMatchObject({ code: 'unauthorised', detail: expect.stringContaining('KEY') });
  });

  it('keeps connections open for questions that follow each other', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    const made = asker(openai(server.origin));
    for (let i = 0; i < 20; i += 1) expect(await ask(made)).toMatchObject({ kind: 'answered' });
    // A connection is free again a moment after its answer was read, so the next question may open a second one.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('asks nothing when the environment variable of the key is not set', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    const outcome = await ask(asker(openai(server.origin, { key_env: 'KEY' })));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'unauthorised', detail: 'KEY is not set.' });
    expect(server.seen).toEqual([]);
  });
});

describe('a target that fails', () => {
  const CASES: [string, number, Record<string, string>, string, object][] = [
    ['a 429 with seconds', 429, { 'retry-after': '7' }, '{}', { code: 'rate_limited', status: 429, retryAfterS: 7 }],
    ['a 429 without a time', 429, {}, '', { code: 'rate_limited', status: 429, detail: 'HTTP 429' }],
    ['a 503 with Retry-After', 503, { 'retry-after': '2' }, '', { code: 'rate_limited', status: 503, retryAfterS: 2 }],
    ['a 503 alone', 503, {}, 'busy', { code: 'http_error', status: 503, detail: 'HTTP 503: busy' }],
    ['a 401', 401, {}, 'no key', { code: 'unauthorised', status: 401, detail: 'HTTP 401: no key' }],
    ['a 403', 403, {}, '', { code: 'unauthorised', status: 403 }],
    ['a 500', 500, {}, 'oops\u001b[31m\n', { code: 'http_error', status: 500, detail: 'HTTP 500: oops [31m' }],
    ['a 304', 304, {}, '', { code: 'http_error', status: 304 }],
    ['an HTML page', 200, { 'content-type': 'text/html' }, '<!DOCTYPE html><p>Hi', { code: 'not_json', status: 200 }],
    ['nothing at all', 200, {}, '', { code: 'not_json', detail: 'The reply is empty.' }],
    ['half a JSON', 200, {}, '{"choices":[', { code: 'not_json' }],
    ['another JSON', 200, {}, '{"error":{"message":"no model"}}', { code: 'no_answer_at_path', status: 200 }],
    ['content null', 200, {}, '{"choices":[{"message":{"content":null}}]}', { code: 'no_answer_at_path' }],
    ['a packing that is unknown', 200, { 'content-encoding': 'exi' }, 'x', { code: 'not_json' }],
    ['a packing that it is not', 200, { 'content-encoding': 'gzip' }, '{}', { code: 'not_json' }],
  ];
  it.each(CASES)('is named for what it did: %s', async (_name, status, headers, body, expected) => {
    await using server = await serveHttp((_request, response) => {
      response.writeHead(status, headers);
      response.end(body);
    });
    const outcome = await ask(asker(openai(server.origin)));
    expect(outcome).toMatchObject({ kind: 'failed', ...expected });
  });

  it('is unreachable when nothing listens, when its name is unknown and when it hangs up', async () => {
    const gone = await serveHttp(() => {});
    await gone[Symbol.asyncDispose]();
    expect(await ask(asker(openai(gone.origin)))).toMatchObject({ kind: 'failed', code: 'unreachable' });
    const nameless = asker(openai('http://bot.example'), { scope: { allow_private: false, allowed_by: 'A, B' } });
    expect(await ask(nameless)).toMatchObject({ kind: 'failed', code: 'unreachable' });
    await using rude = await serveRaw((socket) => socket.resetAndDestroy());
    expect(await ask(asker(openai(rude.origin)))).toMatchObject({ kind: 'failed', code: 'unreachable' });
  });

  it('is unreachable, with its status, when the connection breaks within the reply', async () => {
    await using server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"choices"'),
    );
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'failed', code: 'unreachable', status: 200 });
  });

  it('is known by its status though the page that explains it breaks off', async () => {
    await using server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 429 Too Many\r\nretry-after: 2\r\ncontent-length: 500\r\n\r\nslow'),
    );
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ code: 'rate_limited', retryAfterS: 2 });
  });

  it('has no status when it only announced a reply', async () => {
    await using server = await serveRaw((socket) => socket.end('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'));
    const outcome = await ask(asker(openai(server.origin)));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'unreachable' });
    expect(outcome).not.toHaveProperty('status');
  });

  it.each([
    ['chunks that are none', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n{}'],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['endless headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
  ])('breaks HTTP with %s and gets a name for it', async (_name, bytes) => {
    await using server = await serveRaw((socket) => socket.end(bytes));
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'failed', code: 'http_error' });
  });

  it('never makes us throw, whatever bytes it sends', async () => {
    let bytes: Uint8Array = new Uint8Array();
    await using server = await serveRaw((socket) => socket.end(bytes));
    const made = asker(openai(server.origin));
    const line = fc.constantFrom(
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.0 429 \r\n',
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 302 Found\r\n',
      'HTTP/1.1 101 Switching Protocols\r\n',
      'location: \u0000//[\r\n',
      'location: http://[::1\r\n',
      'content-length: 9\r\n',
      'transfer-encoding: chunked\r\n',
      'content-encoding: br\r\n',
      'retry-after: 1e400\r\n',
      '__proto__: x\r\n',
      'upgrade: websocket\r\nconnection: upgrade\r\n',
      '\r\n',
      '5\r\n{"cho\r\n',
      '0\r\n\r\n',
      '{"choices":[{"message":{"content":"hi"}}]}',
    );
    const piece = fc.oneof(
      line.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        bytes = Buffer.concat(pieces);
        const outcome = await ask(made);
        expect(['answered', 'failed']).toContain(outcome.kind);
        expect(JSON.stringify(outcome).isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('times out when it never begins to answer', async () => {
    await using server = await serveHttp(() => {});
    const outcome = await ask(asker(openai(server.origin, { timeout_ms: 100 })));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'timed_out', detail: 'No whole answer within 100 ms.' });
  });

  it('times out when it drips for ever', async () => {
    await using server = await serveHttp((_request, response) => {
      const drip = () => {
        if (!response.destroyed) response.write(' ', () => setTimeout(drip, 5));
      };
      drip();
    });
    const outcome = await ask(asker(openai(server.origin, { timeout_ms: 100 })));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'timed_out', status: 200 });
  });

  it('is not read beyond 2 MiB, and its connection is given up', async () => {
    let written = 0;
    const closed = Promise.withResolvers<void>();
    await using server = await serveHttp((_request, response) => {
      response.on('close', closed.resolve);
      const block = Buffer.alloc(256 * 1024, 'a');
      const pour = () => {
        while (!response.destroyed && response.write(block)) written += block.length;
        written += block.length;
        response.once('drain', pour);
      };
      pour();
    });
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'failed', code: 'answer_too_large' });
    await closed.promise;
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });

  it('cannot blow up memory with a packed bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));
    await using server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'failed', code: 'answer_too_large' });
  });
});

describe('an answer that is hard to keep', () => {
  const answering = (body: string | Buffer, headers: Record<string, string> = {}) =>
    serveHttp((_request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });

  it('is unpacked when it comes packed though nobody asked', async () => {
    await using server = await answering(gzipSync(JSON.stringify(reply('हाँ'))), { 'content-encoding': 'gzip' });
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'answered', text: 'हाँ' });
  });

  it('loses NUL and half surrogates to U+FFFD, with a note', async () => {
    await using server = await answering('{"choices":[{"message":{"content":"a\\u0000b\\ud800c"}}]}');
    const outcome = await ask(asker(openai(server.origin)));
    expect(outcome).toMatchObject({ kind: 'answered', text: 'a\uFFFDb\uFFFDc' });
    expect(outcome.notes?.join()).toContain('U+FFFD');
  });

  it('is read though some bytes are not UTF-8, with a note', async () => {
    const bytes = Buffer.concat([Buffer.from('{"choices":[{"message":{"content":"a'), Buffer.from([0xff, 0xc3])]);
    await using server = await answering(Buffer.concat([bytes, Buffer.from('"}}]}')]));
    const outcome = await ask(asker(openai(server.origin)));
    expect(outcome).toMatchObject({ kind: 'answered', text: 'a\uFFFD\uFFFD' });
    expect(outcome.notes?.join()).toContain('UTF-8');
  });

  it('is found beside JSON that is nested 10,000 deep', async () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    await using server = await answering(`{"deep":${deep},"choices":[{"message":{"content":"here"}}]}`);
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'answered', text: 'here' });
  });

  it('does not bring our key into the evidence when the target repeats it', async () => {
    await using server = await serveHttp((request, response) =>
      json(response, reply(`you sent ${request.headers.authorization}`)),
    );
    const outcome = await ask(asker(openai(server.origin, { key_env: 'KEY' }), { secrets: { KEY: 'sk-abcdefgh' } }));
    expect(outcome).toMatchObject({ kind: 'answered', text: 'you sent Bearer [secret]' });
    expect(JSON.stringify(outcome)).not.toContain('sk-abcdefgh');
    expect(outcome.notes?.join()).toContain('secret');
  });

  it('in JSON is read as UTF-8 whatever the header says', async () => {
    await using server = await answering(JSON.stringify(reply('हाँ')), {
      'content-type': 'application/json; charset=ISO-8859-1',
    });
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'answered', text: 'हाँ' });
  });

  it('in plain text is read in the encoding that its header names', async () => {
    await using server = await answering(Buffer.from([0x63, 0x61, 0x66, 0xe9]), {
      'content-type': 'text/plain; charset=ISO-8859-1',
    });
    expect(await ask(asker(http(server.origin, { response_path: '' })))).toMatchObject({
      kind: 'answered',
      text: 'café',
    });
  });
});

describe('a question that is taken back', () => {
  it('ends as cancelled before, during and after the connection', async () => {
    const arrived = Promise.withResolvers<void>();
    await using server = await serveHttp(() => arrived.resolve());
    const controller = new AbortController();
    const made = asker(openai(server.origin));
    const underWay = ask(made, controller.signal);
    await arrived.promise;
    controller.abort();
    expect(await underWay).toMatchObject({ kind: 'failed', code: 'cancelled' });
    expect(await ask(made, controller.signal)).toMatchObject({ kind: 'failed', code: 'cancelled' });
    expect(server.seen).toHaveLength(1);
  });

  it('never reaches the target when it was taken back while the connection was made', async () => {
    const asked = Promise.withResolvers<void>();
    const found = Promise.withResolvers<[{ address: string; family: number }]>();
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    const made = createAsker(
      {
        lookup: () => {
          asked.resolve();
          return found.promise;
        },
        clock: systemClock,
      },
      openai(`http://localhost:${server.port}`),
      { allow_private: false },
      () => undefined,
    );
    open.push(made);
    const controller = new AbortController();
    const takenBack = ask(made, controller.signal);
    await asked.promise;
    controller.abort();
    expect(await takenBack).toMatchObject({ kind: 'failed', code: 'cancelled' });
    found.resolve([{ address: '127.0.0.1', family: 4 }]);
    await made.ask([{ role: 'user', text: 'the next' }], { conversationId: 'c' });
    expect(server.seen.map(({ body }) => JSON.parse(body).messages[0].content)).toEqual(['the next']);
  });

  it('ends as cancelled when the asker is closed, and so does one asked later', async () => {
    const arrived = Promise.withResolvers<void>();
    await using server = await serveHttp(() => arrived.resolve());
    const made = asker(openai(server.origin));
    const underWay = ask(made);
    await arrived.promise;
    await made.close();
    expect(await underWay).toMatchObject({ kind: 'failed', code: 'cancelled' });
    expect(await ask(made)).toMatchObject({ kind: 'failed', code: 'cancelled' });
  });
});

describe('the latency of an answer', () => {
  it('is the time from the request to the last byte, and leaves out the wait for a connection', async () => {
    let nowMs = 0;
    await using server = await serveHttp((_request, response) => {
      nowMs += 250;
      json(response, reply('ok'));
    });
    const made = createAsker(
      {
        lookup: async () => {
          nowMs += 10_000;
          return [{ address: '127.0.0.1', family: 4 }];
        },
        clock: { now: () => nowMs },
      },
      openai(`http://localhost:${server.port}`),
      { allow_private: false },
      () => undefined,
    );
    open.push(made);
    expect(await ask(made)).toMatchObject({ kind: 'answered', latencyMs: 250 });
    expect(nowMs).toBe(10_250);
  });
});

describe('redirects', () => {
  it('are followed with method and body on the same origin, and noted', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.path === '/ask') response.writeHead(308, { location: '/v2/ask?session=1' }).end();
      else json(response, { answer: `${request.method} ${request.body} ${request.headers['x-key']}` });
    });
    const made = asker(http(server.origin, { headers_env: { 'X-Key': 'K' } }), { secrets: { K: 'short' } });
    const outcome = await ask(made);
    expect(outcome).toMatchObject({ kind: 'answered', text: expect.stringMatching(/^POST \{"q":.* short$/) });
    expect(outcome.notes).toEqual([`Redirected (HTTP 308) to ${server.origin}/v2/ask.`]);
  });

  it('never carry a key to another origin, not even on the way back', async () => {
    await using other = await serveHttp((_request, response) => {
      response.writeHead(307, { location: `${home.origin}/back` }).end();
    });
    await using home = await serveHttp((request, response) => {
      if (request.path === '/ask') response.writeHead(307, { location: `${other.origin}/away` }).end();
      else json(response, { answer: 'here' });
    });
    const spec = http(home.origin, {
      headers: { Cookie: 'a=b', 'X-Team': 'blue' },
      headers_env: { Authorization: 'K' },
    });
    const made = asker(spec, { scope: { allow_private: true }, secrets: { K: 'Bearer very-secret' } });
    expect(await ask(made)).toMatchObject({ kind: 'answered', text: 'here' });
    expect(home.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer very-secret',
      cookie: 'a=b',
      'x-team': 'blue',
    });
    for (const seen of [other.seen[0], home.seen[1]]) {
      expect(seen?.method).toBe('POST');
      expect(seen?.headers).not.toHaveProperty('authorization');
      expect(seen?.headers).not.toHaveProperty('cookie');
      expect(seen?.headers).not.toHaveProperty('x-team');
    }
  });

  it('with 303 become a GET without the question', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.method === 'POST') response.writeHead(303, { location: '/result' }).end();
      else json(response, { answer: `${request.path}|${request.body}|${request.headers['content-type']}` });
    });
    expect(await ask(asker(http(server.origin)))).toMatchObject({ kind: 'answered', text: '/result||undefined' });
  });

  it('from localhost to another port of localhost are refused', async () => {
    await using server = await serveHttp((_request, response) =>
      response.writeHead(302, { location: 'http://localhost:1/' }).end(),
    );
    const made = asker(openai(`http://localhost:${server.port}`), { names: { localhost: ['127.0.0.1'] } });
    expect(await ask(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
  });

  it('end after three', async () => {
    await using server = await serveHttp((request, response) => {
      response.writeHead(302, { location: `${request.path}x` }).end();
    });
    expect(await ask(asker(openai(server.origin)))).toMatchObject({ kind: 'failed', code: 'http_error', status: 302 });
    expect(server.seen).toHaveLength(4);
  });

  it.each([
    ['an address of the cloud metadata service', 'http://169.254.169.254/latest/meta-data/'],
    ['another port of this machine', 'http://127.0.0.1:1/'],
    ['a mapped form of this machine', 'http://[::ffff:127.0.0.1]:1/'],
    ['a public address that nobody allowed', 'http://8.8.8.8/'],
    ['a name that means a private address', 'http://intranet.example/'],
    ['a file', 'file:///etc/passwd'],
    ['an address with a password', 'http://a:b@127.0.0.1/'],
  ])('to %s are refused', async (_name, location) => {
    await using server = await serveHttp((_request, response) => response.writeHead(302, { location }).end());
    const made = asker(openai(server.origin), { names: { 'intranet.example': ['10.0.0.5'] } });
    expect(await ask(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
    expect(server.seen).toHaveLength(1);
  });

  it('to a name that means a private address are refused at connect time, though a public target was allowed', async () => {
    await using server = await serveHttp((_request, response) =>
      response.writeHead(302, { location: 'http://intranet.example/' }).end(),
    );
    const made = asker(openai(server.origin), {
      names: { 'intranet.example': ['10.0.0.5'] },
      scope: { allow_private: false, allowed_by: 'Asha, owner' },
    });
    expect(await ask(made)).toMatchObject({
      kind: 'failed',
      code: 'scope_refused',
      detail: expect.stringContaining('10.0.0.5'),
    });
    expect(made.lookup.asked).toEqual(['intranet.example']);
  });
});

describe('a name as a target', () => {
  const scope: ScopeRecord = { allow_private: false, allowed_by: 'Asha, owner' };

  it('is refused when only one of its addresses is private', async () => {
    const made = asker(openai('http://bot.example'), {
      scope,
      names: { 'bot.example': ['93.184.216.34', '192.168.1.4'] },
    });
    expect(await ask(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
  });

  it('is refused when it comes to mean this machine after the check', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('secret of this machine')));
    const made = asker(openai(`http://bot.example:${server.port}`), { scope, names: { 'bot.example': ['127.0.0.1'] } });
    expect(await ask(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
    expect(server.seen).toEqual([]);
  });

  it('is asked at the address that was checked when private addresses are allowed', async () => {
    await using server = await serveHttp((request, response) => json(response, reply(request.headers.host)));
    const made = asker(openai(`http://bot.example:${server.port}`), {
      scope: { allow_private: true },
      names: { 'bot.example': ['127.0.0.1'] },
    });
    expect(await ask(made)).toMatchObject({ kind: 'answered', text: `bot.example:${server.port}` });
    expect(made.lookup.asked).toEqual(['bot.example']);
  });

  it('localhost is asked as long as it means this machine', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('here')));
    const honest = asker(openai(`http://localhost:${server.port}`), { names: { localhost: ['127.0.0.1'] } });
    expect(await ask(honest)).toMatchObject({ kind: 'answered', text: 'here' });
    const bent = asker(openai(`http://localhost:${server.port}`), { names: { localhost: ['10.1.1.1'] } });
    expect(await ask(bent)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
  });
});
