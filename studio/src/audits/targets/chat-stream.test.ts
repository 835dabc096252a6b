import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askHello, asking, askOnce, openai } from './asking.ts';
import { createChatStream } from './chat-stream.ts';
import { json, serveHttp } from './loopback-server.ts';

const piece = (content: string, more: object = {}) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, ...more }] })}\n\n`;
const DONE = 'data: [DONE]\n\n';

function readAll(wire: string) {
  const stream = createChatStream();
  stream.push(Buffer.from(wire));
  return stream.result();
}

describe('a streamed answer', () => {
  it('is whole wherever its bytes are cut', () => {
    const wire = Buffer.from(`${piece('नमस्ते ')}: keep alive\n\n${piece('🙏 जी')}${DONE}`);
    fc.assert(
      fc.property(fc.nat(wire.length), fc.nat(wire.length), (one, other) => {
        const [a, b] = [Math.min(one, other), Math.max(one, other)];
        const stream = createChatStream();
        for (const part of [wire.subarray(0, a), wire.subarray(a, b), wire.subarray(b)]) stream.push(part);
        expect(stream.result()).toEqual({ kind: 'answer', text: 'नमस्ते 🙏 जी' });
      }),
    );
  });

  it('carries model and usage, takes parts and refusals, and passes over what follows its end mark', () => {
    const wire = [
      'data: {"model":"m-9","choices":[{"delta":{"role":"assistant","content":null}}]}\n\n',
      'data: {"choices":[{"delta":{"content":[{"type":"text","text":"I "}]}}]}\n\n',
      'data: {"choices":[{"delta":{"refusal":"must not."}}]}\n\n',
      'data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}\n\n',
      DONE,
      piece('more'),
    ].join('');
    expect(readAll(wire)).toEqual({
      kind: 'answer',
      text: 'I must not.',
      model: 'm-9',
      usage: { prompt_tokens: 3, completion_tokens: 4 },
    });
  });

  it.each([
    ['an error in its midst', `${piece('So')}data: {"error":{"message":"engine died"}}\n\n${DONE}`, 'engine died'],
    ['an error as text', 'data: {"error":"no such model"}\n\n', 'no such model'],
    ['an error object', 'event: error\ndata: {"object":"error","message":"too long","code":400}\n\n', 'too long'],
    ['an end before its mark', piece('Half a sen'), 'Half a sen'],
    ['a piece that is no JSON', `${piece('a')}data: {"choices"\n\n${DONE}`, '{"choices"'],
  ])('with %s is broken and no answer', (_name, wire, told) => {
    expect(readAll(wire)).toMatchObject({ kind: 'none', code: 'stream_broken', detail: expect.stringContaining(told) });
  });

  it('tells a rate limit in its midst from other errors', () => {
    const wire = 'data: {"error":{"message":"slow down","type":"rate_limit_exceeded"}}\n\n';
    expect(readAll(wire)).toMatchObject({ code: 'rate_limited' });
  });

  it('is whole with a finish reason alone, and is none when nothing was said at all', () => {
    expect(readAll(piece('ok', { finish_reason: 'stop' }))).toMatchObject({ kind: 'answer', text: 'ok' });
    expect(readAll(DONE)).toMatchObject({ kind: 'none', code: 'no_answer_at_path' });
  });
});

describe('asking a target for a stream', () => {
  it('measures the time to the first piece and to the last, and does not wait for a connection that stays open', async () => {
    let nowMs = 1_000;
    let looks = 0;
    const begun = Promise.withResolvers<void>();
    await using server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: {"choices":[{"delta":{"role":"assistant"}}]}\n\n');
      nowMs += 100;
      response.write(piece('Hel'));
      void begun.promise.then(() => {
        nowMs += 400;
        response.write(`${piece('lo')}${DONE}`);
      });
    });
    const clock = {
      now() {
        looks += 1;
        // Looked at when the exchange is made, when the request leaves, and then at the first piece.
        if (looks === 3) queueMicrotask(begun.resolve);
        return nowMs;
      },
    };
    await using made = asking(openai(server.origin, { stream: true }), { clock });
    const outcome = await askHello(made);
    expect(outcome).toMatchObject({ kind: 'answered', text: 'Hello', firstTokenMs: 100, latencyMs: 500 });
    expect(JSON.parse(server.seen[0]?.body ?? '')).toMatchObject({ stream: true });
  });

  it('takes the answer also from a server that sends it whole', async () => {
    await using server = await serveHttp((_request, response) =>
      json(response, { choices: [{ message: { content: 'whole' } }] }),
    );
    expect(await askOnce(openai(server.origin, { stream: true }))).toMatchObject({ kind: 'answered', text: 'whole' });
  });

  it.each([
    ['a web page', '<!doctype html><p>Hello', 'not_json'],
    ['nothing', '', 'not_json'],
    ['a cut stream', piece('Half'), 'stream_broken'],
  ])('names %s', async (_name, body, code) => {
    await using server = await serveHttp((_request, response) => response.end(body));
    expect(await askOnce(openai(server.origin, { stream: true }))).toMatchObject({ kind: 'failed', code });
  });

  it('stops reading an endless stream at the limit', async () => {
    await using server = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const chunk = piece('x'.repeat(60_000));
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    expect(await askOnce(openai(server.origin, { stream: true }))).toMatchObject({ code: 'answer_too_large' });
  });
});
