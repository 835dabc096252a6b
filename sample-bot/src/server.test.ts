/** The HTTP surface as clients of the OpenAI API know it: shapes, streaming, refusals, many at once. */
import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type SampleBot, startSampleBot } from './server.ts';

let running: SampleBot[] = [];

afterEach(async () => {
  await Promise.all(running.map((bot) => bot.close()));
  running = [];
});

async function start(options: Partial<Parameters<typeof startSampleBot>[0]> = {}): Promise<string> {
  const bot = await startSampleBot({ port: 0, ...options });
  running.push(bot);
  return bot.url;
}

interface Completion {
  choices: { message: { content: string }; finish_reason: string }[];
  usage: { prompt_tokens: number; completion_tokens: number };
}

interface Chunk {
  id: string;
  choices: { delta: { role?: string; content?: string }; finish_reason: string | null }[];
}

const completionOf = async (response: Promise<Response>): Promise<Completion> =>
  (await (await response).json()) as Completion;
const contentOf = async (response: Promise<Response>): Promise<string | undefined> =>
  (await completionOf(response)).choices[0]?.message.content;

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const asking = (text: string, more: object = {}) => ({
  model: 'sample-bot',
  messages: [{ role: 'user', content: text }],
  ...more,
});

test('an answer has the shape of a chat completion with usage', async () => {
  const url = await start({ now: () => 1_800_000_000_000 });
  const response = await post(url, asking('What is 2 + 3?'));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    id: expect.stringMatching(/^chatcmpl-/),
    object: 'chat.completion',
    created: 1_800_000_000,
    model: 'sample-bot',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'The answer is 5.', refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens: 10, completion_tokens: 6, total_tokens: 16 },
  });
});

test('a longer question counts more prompt tokens', async () => {
  const url = await start();
  const tokens = async (text: string) => (await completionOf(post(url, asking(text)))).usage.prompt_tokens;
  expect(await tokens('hello hello hello hello')).toBeGreaterThan(await tokens('hello'));
});

test('the turns of a conversation are heard together, and content may come in parts', async () => {
  const url = await start();
  const response = post(url, {
    model: 'sample-bot',
    messages: [
      { role: 'developer', content: 'The cafe on the roof serves filter coffee.' },
      { role: 'user', content: 'My name is Kaveri.' },
      { role: 'assistant', content: 'Noted.' },
      { role: 'user', content: [{ type: 'text', text: 'What is my name?' }] },
    ],
  });
  expect(await contentOf(response)).toContain('Kaveri');
});

test('max_tokens cuts the answer and says so', async () => {
  const url = await start();
  const { choices, usage } = await completionOf(post(url, asking('Fire!', { max_tokens: 3 })));
  expect(choices[0]?.finish_reason).toBe('length');
  expect(usage.completion_tokens).toBe(3);
  expect(choices[0]?.message.content).toBe('Call 112 right');
});

async function eventsOf(response: Response): Promise<string[]> {
  const text = await response.text();
  expect(text.endsWith('\n\n')).toBe(true);
  return text.trimEnd().split('\n\n');
}

test('a streamed answer is server-sent events that end with [DONE] and join to the whole answer', async () => {
  const url = await start();
  const whole = await contentOf(post(url, asking('मेरा रिफ़ंड कब आएगा?')));
  const response = await post(
    url,
    asking('मेरा रिफ़ंड कब आएगा?', { stream: true, stream_options: { include_usage: true } }),
  );
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const events = await eventsOf(response);
  expect(events.at(-1)).toBe('data: [DONE]');
  const chunks = events.slice(0, -1).map((event) => {
    expect(event).toMatch(/^data: \{.*\}$/);
    return JSON.parse(event.slice('data: '.length)) as Chunk;
  });
  expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1);
  expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' });
  const words = chunks.flatMap((chunk) => chunk.choices.map((choice) => choice.delta.content ?? ''));
  expect(words.length).toBeGreaterThan(5);
  expect(words.join('')).toBe(whole);
  expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
  expect(chunks.at(-1)).toMatchObject({
    object: 'chat.completion.chunk',
    choices: [],
    usage: { total_tokens: expect.any(Number) },
  });
});

test('without include_usage no chunk speaks of usage', async () => {
  const url = await start();
  const events = await eventsOf(await post(url, asking('hello', { stream: true })));
  expect(events.filter((event) => event.includes('usage'))).toEqual([]);
});

test('the models are listed', async () => {
  const url = await start();
  expect(await (await fetch(`${url}/models`)).json()).toEqual({
    object: 'list',
    data: [{ id: 'sample-bot', object: 'model', created: 0, owned_by: 'sacred-qa' }],
  });
  expect(await (await fetch(`${url}/models/sample-bot`)).json()).toMatchObject({ id: 'sample-bot' });
});

test.each([
  ['not JSON', '{"model":', 400, null, null],
  ['no object', '[1]', 400, null, null],
  ['no model', { messages: [{ role: 'user', content: 'hi' }] }, 400, 'model', null],
  ['an unknown model', { ...asking('hi'), model: 'gpt-9' }, 404, 'model', 'model_not_found'],
  ['no messages', { model: 'sample-bot' }, 400, 'messages', null],
  ['empty messages', { model: 'sample-bot', messages: [] }, 400, 'messages', null],
  [
    'an unknown role',
    { model: 'sample-bot', messages: [{ role: 'king', content: 'hi' }] },
    400,
    'messages[0].role',
    null,
  ],
  [
    'a role of the prototype',
    { model: 'sample-bot', messages: [{ role: 'toString', content: 'hi' }] },
    400,
    'messages[0].role',
    null,
  ],
  [
    'an image',
    { model: 'sample-bot', messages: [{ role: 'user', content: [{ type: 'image_url' }] }] },
    400,
    'messages[0].content',
    null,
  ],
  ['two choices', asking('hi', { n: 2 }), 400, 'n', null],
  ['a stream that is no boolean', asking('hi', { stream: 'yes' }), 400, 'stream', null],
  ['a broken max_tokens', asking('hi', { max_tokens: -1 }), 400, 'max_tokens', null],
] as const)('%s is refused in the words of the API', async (_, body, status, param, code) => {
  const url = await start();
  const response = await post(url, body);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({
    error: { message: expect.stringMatching(/\w/), type: 'invalid_request_error', param, code },
  });
});

test('a body over one megabyte is refused with 413', async () => {
  const url = await start();
  const response = await post(url, asking('a'.repeat(1_048_576)));
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: 'request_too_large' } });
});

test('another address is 404 and another method 405', async () => {
  const url = await start();
  expect((await fetch(`${url}/embeddings`)).status).toBe(404);
  expect((await fetch(`${url}/chat/completions`)).status).toBe(405);
});

test('many questions at once each get their own answer', async () => {
  const url = await start();
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const response = await post(url, asking(`What is ${n} + 1000?`, { stream: n % 2 === 1 }));
      const text = await response.text();
      return n % 2 === 1 ? text.match(/"content":"([^"]*)"/g)?.join('') : text;
    }),
  );
  answers.forEach((answer, n) => {
    expect(answer).toContain(`1,0${String(n).padStart(2, '0')}`);
  });
});

test('planted faults reach the answers', async () => {
  const [clean, faulty] = [await start(), await start({ faults: ['us-helpline'] })];
  const said = (url: string) => contentOf(post(url, asking('There is a fire!')));
  expect(await said(clean)).toContain('112');
  expect(await said(faulty)).toContain('911');
});

test('a port that is taken is named', async () => {
  const url = await start();
  const port = Number(new URL(url).port);
  await expect(startSampleBot({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program.`);
});

test('after close the port is free again, also while a client is still sending', async () => {
  const bot = await startSampleBot({ port: 0 });
  const { port } = new URL(bot.url);
  const sending = request({
    port,
    host: '127.0.0.1',
    path: '/v1/chat/completions',
    method: 'POST',
    headers: { 'content-length': 99, expect: '100-continue' },
  });
  const broken = new Promise((resolve) => sending.once('error', resolve));
  sending.flushHeaders();
  // The server has the head of the request and waits for the body.
  await new Promise<void>((resolve) => sending.once('continue', resolve));
  await bot.close();
  await broken;
  running.push(await startSampleBot({ port: Number(port) }));
});
