import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askHello, asking, askOnce, http, openai } from './asking.ts';
import { serveHttp, serveRaw } from './loopback-server.ts';

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
    const outcome = await askOnce(openai(server.origin));
    expect(outcome).toMatchObject({ kind: 'failed', ...expected });
  });

  it('is unreachable when nothing listens, when its name is unknown and when it hangs up', async () => {
    await using server = await serveHttp(() => {});
    // The port of a client's own end: nobody listens there, and while it is held nobody else can.
    const held = connect(server.port, '127.0.0.1');
    await once(held, 'connect');
    expect(await askOnce(openai(`http://127.0.0.1:${held.localPort}`))).toMatchObject({
      kind: 'failed',
      code: 'unreachable',
    });
    await using nameless = asking(openai('http://bot.example'), {
      scope: { allow_private: false, allowed_by: 'A, B' },
    });
    expect(await askHello(nameless)).toMatchObject({ kind: 'failed', code: 'unreachable' });
    await using rude = await serveRaw((socket) => socket.resetAndDestroy());
    expect(await askOnce(openai(rude.origin))).toMatchObject({ kind: 'failed', code: 'unreachable' });
  });

  it('is unreachable, with its status, when the connection breaks within the reply', async () => {
    await using server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"choices"'),
    );
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'failed', code: 'unreachable', status: 200 });
  });

  it('is known by its status though the page that explains it breaks off', async () => {
    await using server = await serveRaw((socket) =>
      socket.end('HTTP/1.1 429 Too Many\r\nretry-after: 2\r\ncontent-length: 500\r\n\r\nslow'),
    );
    expect(await askOnce(openai(server.origin))).toMatchObject({ code: 'rate_limited', retryAfterS: 2 });
  });

  it('has no status when it only announced a reply', async () => {
    await using server = await serveRaw((socket) => socket.end('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'));
    const outcome = await askOnce(openai(server.origin));
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
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'failed', code: 'http_error' });
  });

  it('never makes us throw, whatever bytes it sends', async () => {
    let bytes: Uint8Array = new Uint8Array();
    await using server = await serveRaw((socket) => socket.end(bytes));
    await using made = asking(openai(server.origin));
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
        const outcome = await askHello(made);
        expect(['answered', 'failed']).toContain(outcome.kind);
        expect(JSON.stringify(outcome).isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('times out when it never begins to answer', async () => {
    await using server = await serveHttp(() => {});
    const outcome = await askOnce(openai(server.origin, { timeout_ms: 100 }));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'timed_out', detail: 'No whole answer within 100 ms.' });
  });

  it('times out when it drips for ever', async () => {
    await using server = await serveHttp((_request, response) => {
      const drip = () => {
        if (!response.destroyed) response.write(' ', () => setTimeout(drip, 5));
      };
      drip();
    });
    const outcome = await askOnce(openai(server.origin, { timeout_ms: 100 }));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'timed_out' });
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
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'failed', code: 'answer_too_large' });
    await closed.promise;
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });

  it('cannot blow up memory with a packed bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024));
    await using server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'failed', code: 'answer_too_large' });
  });
});

it('a picture in place of a plain text is named as what it says it is, and text that says nothing is read', async () => {
  await using server = await serveHttp(({ path }, response) => {
    if (path === '/picture') response.setHeader('content-type', 'image/png');
    response.end('plain');
  });
  const plain = (path: string) => http(server.origin, { url: `${server.origin}${path}`, response_path: '' });
  expect(await askOnce(plain('/picture'))).toMatchObject({
    code: 'wrong_content_type',
    detail: 'The reply is image/png.',
  });
  expect(await askOnce(plain('/bare'))).toMatchObject({ kind: 'answered', text: 'plain' });
});
