import { getEventListeners } from 'node:events';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { askHello, asking, askOnce, HELLO, http, openai, reply } from './asking.ts';
import { json, serveHttp } from './loopback-server.ts';

describe('asking an OpenAI-compatible target', () => {
  it('sends every turn and the key, no temperature, and reads answer, model and usage', async () => {
    await using server = await serveHttp((_request, response) =>
      json(response, { ...reply('नमस्ते!'), model: 'm-1-2026', usage: { prompt_tokens: 5, completion_tokens: 2 } }),
    );
    await using made = asking(openai(`${server.origin}`, { key_env: 'KEY' }), { secrets: { KEY: 'sk-abcdefgh\n' } });
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
    await askOnce(openai(server.origin, { url: `${server.origin}/openai/v1/?api-version=3` }));
    expect(server.seen[0]?.path).toBe('/openai/v1/chat/completions?api-version=3');
  });

  it.each([
    ['parts', { content: [{ type: 'text', text: 'one, ' }, 'two', { type: 'image_url' }] }, 'one, two'],
    ['a refusal', { content: null, refusal: 'I must not.' }, 'I must not.'],
    ['an empty answer', { content: '' }, ''],
  ])('reads %s', async (_name, message, text) => {
    await using server = await serveHttp((_request, response) => json(response, { choices: [{ message }] }));
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'answered', text });
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
    await using target = asking(openai(server.origin));
    expect(await target.streams(HELLO)).toEqual({ kind: 'tried', streams });
    expect(JSON.parse(server.seen[0]?.body ?? '')).toMatchObject({ stream: true });
  });

  it('leaves nothing behind on the signal of a long run, nor a timer', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    await using made = asking(openai(server.origin, { timeout_ms: 600_000 }));
    const controller = new AbortController();
    const set = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    for (let i = 0; i < 5; i += 1) await askHello(made, controller.signal);
    const ours = set.mock.results.filter((_, i) => set.mock.calls[i]?.[1] === 600_000).map(({ value }) => value);
    expect(ours).toHaveLength(5);
    expect(cleared.mock.calls.flat()).toEqual(expect.arrayContaining(ours));
    set.mockRestore();
    cleared.mockRestore();
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('asks nothing when a key cannot stand in a header', async () => {
    const outcome = await askOnce(openai('http://127.0.0.1:1', { key_env: 'KEY' }), { secrets: { KEY: 'a\r\nb: c' } });
    expect(outcome).toMatchObject({ code: 'unauthorised', detail: expect.stringContaining('KEY') });
  });

  it('keeps connections open for questions that follow each other', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    await using made = asking(openai(server.origin));
    for (let i = 0; i < 20; i += 1) expect(await askHello(made)).toMatchObject({ kind: 'answered' });
    // A connection is free again a moment after its answer was read, so the next question may open a second one.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });

  it('asks nothing when the environment variable of the key is not set', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    const outcome = await askOnce(openai(server.origin, { key_env: 'KEY' }));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'unauthorised', detail: 'KEY is not set.' });
    expect(server.seen).toEqual([]);
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
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'answered', text: 'हाँ' });
  });

  it('loses NUL and half surrogates to U+FFFD, with a note', async () => {
    await using server = await answering('{"choices":[{"message":{"content":"a\\u0000b\\ud800c"}}]}');
    const outcome = await askOnce(openai(server.origin));
    expect(outcome).toMatchObject({ kind: 'answered', text: 'a\uFFFDb\uFFFDc' });
    expect(outcome.notes?.join()).toContain('U+FFFD');
  });

  it('is read though some bytes are not UTF-8, with a note', async () => {
    const bytes = Buffer.concat([Buffer.from('{"choices":[{"message":{"content":"a'), Buffer.from([0xff, 0xc3])]);
    await using server = await answering(Buffer.concat([bytes, Buffer.from('"}}]}')]));
    const outcome = await askOnce(openai(server.origin));
    expect(outcome).toMatchObject({ kind: 'answered', text: 'a\uFFFD\uFFFD' });
    expect(outcome.notes?.join()).toContain('UTF-8');
  });

  it('is found beside JSON that is nested 10,000 deep', async () => {
    const deep = '['.repeat(10_000) + ']'.repeat(10_000);
    await using server = await answering(`{"deep":${deep},"choices":[{"message":{"content":"here"}}]}`);
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'answered', text: 'here' });
  });

  it('does not bring our key into the evidence when the target repeats it', async () => {
    await using server = await serveHttp((request, response) =>
      json(response, reply(`you sent ${request.headers.authorization}`)),
    );
    const outcome = await askOnce(openai(server.origin, { key_env: 'KEY' }), { secrets: { KEY: 'sk-abcdefgh' } });
    expect(outcome).toMatchObject({ kind: 'answered', text: 'you sent Bearer [secret]' });
    expect(JSON.stringify(outcome)).not.toContain('sk-abcdefgh');
    expect(outcome.notes?.join()).toContain('secret');
  });

  it('in JSON is read as UTF-8 whatever the header says', async () => {
    await using server = await answering(JSON.stringify(reply('हाँ')), {
      'content-type': 'application/json; charset=ISO-8859-1',
    });
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'answered', text: 'हाँ' });
  });

  it('in plain text is read in the encoding that its header names', async () => {
    await using server = await answering(Buffer.from([0x63, 0x61, 0x66, 0xe9]), {
      'content-type': 'text/plain; charset=ISO-8859-1',
    });
    expect(await askOnce(http(server.origin, { response_path: '' }))).toMatchObject({
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
    await using made = asking(openai(server.origin));
    const underWay = askHello(made, controller.signal);
    await arrived.promise;
    controller.abort();
    expect(await underWay).toMatchObject({ kind: 'failed', code: 'cancelled' });
    expect(await askHello(made, controller.signal)).toMatchObject({ kind: 'failed', code: 'cancelled' });
    expect(server.seen).toHaveLength(1);
  });

  it('never reaches the target when it was taken back while the connection was made', async () => {
    const asked = Promise.withResolvers<void>();
    const found = Promise.withResolvers<[{ address: string; family: number }]>();
    await using server = await serveHttp((_request, response) => json(response, reply('ok')));
    await using made = asking(openai(`http://localhost:${server.port}`), {
      lookup: () => {
        asked.resolve();
        return found.promise;
      },
    });
    const controller = new AbortController();
    const takenBack = askHello(made, controller.signal);
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
    await using made = asking(openai(server.origin));
    const underWay = askHello(made);
    await arrived.promise;
    await made.close();
    expect(await underWay).toMatchObject({ kind: 'failed', code: 'cancelled' });
    expect(await askHello(made)).toMatchObject({ kind: 'failed', code: 'cancelled' });
  });
});

describe('the latency of an answer', () => {
  it('is the time from the request to the last byte, and leaves out the wait for a connection', async () => {
    let nowMs = 0;
    await using server = await serveHttp((_request, response) => {
      nowMs += 250;
      json(response, reply('ok'));
    });
    await using made = asking(openai(`http://localhost:${server.port}`), {
      lookup: async () => {
        nowMs += 10_000;
        return [{ address: '127.0.0.1', family: 4 }];
      },
      clock: { now: () => nowMs },
    });
    expect(await askHello(made)).toMatchObject({ kind: 'answered', latencyMs: 250 });
    expect(nowMs).toBe(10_250);
  });
});
