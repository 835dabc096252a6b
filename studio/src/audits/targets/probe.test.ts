import { capabilities, type TargetSpec } from '@sacred-qa/contracts/target';
import { afterEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, lookupIn, serveHttp } from './loopback-server.ts';
import { probeTarget } from './probe.ts';
import { GREETINGS } from './probe-questions.ts';
import { type Asker, createAsker } from './target.ts';

const closing: Asker[] = [];
afterEach(async () => {
  for (const asker of closing.splice(0)) await asker.close();
});

const openai = (server: LoopbackServer): TargetSpec => ({
  kind: 'openai',
  name: 'bot',
  url: `${server.origin}/v1`,
  model: 'kind-bot',
  timeout_ms: 60_000,
});

/** A clock that moves only when the probe sleeps. */
async function probe(spec: TargetSpec, signal?: AbortSignal) {
  let nowMs = Date.UTC(2026, 10, 24);
  const clock = { now: () => nowMs };
  const asker = createAsker({ lookup: lookupIn({}), clock }, spec, { allow_private: false }, () => undefined);
  closing.push(asker);
  const sleeps: number[] = [];
  const found = await probeTarget(asker, spec, {
    clock,
    sleep: async (delayMs) => {
      sleeps.push(delayMs);
      nowMs += delayMs;
    },
    ...(signal ? { signal } : {}),
  });
  expect(capabilities.safeParse(found).error).toBeUndefined();
  return { found, sleeps };
}

interface Turn {
  role: string;
  content: string;
}

/** A bot that greets back in the script of the greeting, obeys its system turn and remembers names. */
function kindAnswer(turns: Turn[]): string {
  const last = turns.at(-1)?.content ?? '';
  const system = turns.find(({ role }) => role === 'system')?.content;
  if (last.includes('counter')) return `It is ${/called ([^.]+)/.exec(system ?? '')?.[1] ?? 'not known to me'}.`;
  const name = turns.map(({ content }) => /My name is (\w+)/.exec(content)?.[1]).find(Boolean);
  if (last.includes('What is my name')) return name ? `You are ${name}.` : 'I do not know.';
  return last.replace('?', '!');
}

const chat = (body: string): { messages: Turn[]; stream: boolean } => JSON.parse(body);
const reply = (content: string) => ({
  choices: [{ message: { content } }],
  usage: { prompt_tokens: 3, completion_tokens: 4 },
});

describe('a probe', () => {
  it('finds everything that a willing target can do, in at most 22 requests', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.path === '/v1/models') return json(response, { data: [{ id: 'kind-bot' }, { id: 'other' }] });
      const { messages, stream } = chat(request.body);
      response.setHeader('x-ratelimit-limit-requests', '60');
      if (!stream) return json(response, reply(kindAnswer(messages)));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\ndata: [DONE]\n\n');
    });
    const { found } = await probe(openai(server));
    expect(found).toMatchObject({
      probed_at: '2026-11-24T00:00:00.000Z',
      reachable: true,
      models: ['kind-bot', 'other'],
      streams: true,
      system_role: true,
      multi_turn: true,
      reports_usage: true,
      latency_ms: { min: 0, median: 0, max: 0 },
      limits: { longest_answered: 16_000, refused: null, headers: { 'x-ratelimit-limit-requests': '60' } },
    });
    expect(found.error).toBeUndefined();
    expect(found.languages.map(({ lang }) => lang)).toEqual(['en', ...GREETINGS.map(({ lang }) => lang)]);
    expect(found.languages.every((language) => language.answered_in_script)).toBe(true);
    expect(server.seen.length).toBeLessThanOrEqual(22);
  });

  it('claims nothing for a target that answers everything with the same English sentence', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.path === '/v1/models') return json(response, {}, 404);
      json(response, { choices: [{ message: { content: 'Please call our office.' } }] });
    });
    const { found } = await probe(openai(server));
    expect(found).toMatchObject({
      reachable: true,
      models: [],
      streams: false,
      system_role: false,
      multi_turn: false,
      reports_usage: false,
    });
    expect(found.languages.filter((language) => language.answered_in_script).map(({ lang }) => lang)).toEqual(['en']);
    expect(found.error).toBeUndefined();
  });

  it('tells a target that remembers conversations by their id, without being sent the turns', async () => {
    const names = new Map<string, string>();
    await using server = await serveHttp((request, response) => {
      const { q, id } = JSON.parse(request.body);
      const name = /My name is (\w+)/.exec(q)?.[1];
      if (name) names.set(id, name);
      json(response, { answer: q.includes('What is my name') ? (names.get(id) ?? 'Who knows') : 'Good' });
    });
    const spec: TargetSpec = {
      kind: 'http',
      name: 'bot',
      url: `${server.origin}/ask`,
      method: 'POST',
      headers: {},
      headers_env: {},
      body: { q: '{{text}}', id: '{{conversation_id}}' },
      response_path: '/answer',
      timeout_ms: 60_000,
    };
    const { found } = await probe(spec);
    expect(found).toMatchObject({ reachable: true, multi_turn: true, system_role: null, models: [], streams: null });
    expect(names.size).toBe(1);
  });

  it('never asks more than four questions at once', async () => {
    let atOnce = 0;
    let most = 0;
    await using server = await serveHttp((request, response) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      setImmediate(() => {
        atOnce -= 1;
        json(response, request.method === 'GET' ? { data: [] } : reply('Hi'));
      });
    });
    await probe(openai(server));
    expect(most).toBeLessThanOrEqual(4);
    expect(most).toBeGreaterThan(1);
  });

  it('waits as long as a busy target asks and then gets its answers', async () => {
    let refused = 0;
    await using server = await serveHttp((request, response) => {
      if (request.method === 'POST' && refused < 2) {
        refused += 1;
        response.writeHead(429, { 'retry-after': '3' }).end();
      } else json(response, request.method === 'GET' ? { data: [] } : reply('नमस्ते'));
    });
    const { found, sleeps } = await probe(openai(server));
    expect(sleeps).toContain(3_000);
    expect(found.reachable).toBe(true);
  });

  it('leaves a target alone that asks for an hour, and says so', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.method === 'GET') json(response, { data: [] });
      else response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    const { found, sleeps } = await probe(openai(server));
    expect(found).toMatchObject({ reachable: true, languages: [], latency_ms: null });
    expect(found.error).toContain('rate_limited');
    expect(sleeps).toEqual([]);
    expect(server.seen).toHaveLength(2);
  });

  it('stays under 27 requests though every question is refused half of the time', async () => {
    let count = 0;
    await using server = await serveHttp((_request, response) => {
      count += 1;
      if (count > 4 && count % 2 === 0) response.writeHead(429, { 'retry-after': '1' }).end();
      else json(response, { data: [], ...reply('Hi') });
    });
    const { found } = await probe(openai(server));
    expect(found.reachable).toBe(true);
    expect(server.seen.length).toBeLessThan(27);
  });

  it('stays under 27 requests though everything after the first greeting is refused', async () => {
    await using server = await serveHttp((_request, response) => {
      if (server.seen.length > 2) response.writeHead(429, { 'retry-after': '1' }).end();
      else json(response, { data: [], ...reply('Hi') });
    });
    const { found } = await probe(openai(server));
    expect(found.languages.map(({ lang }) => lang)).toEqual(['en']);
    expect(found.error).toContain('rate_limited');
    expect(server.seen.length).toBeLessThan(27);
  });

  it('is over at once when nothing listens, and names the reason', async () => {
    const server = await serveHttp(() => {});
    await server[Symbol.asyncDispose]();
    const { found } = await probe(openai(server));
    expect(found).toMatchObject({ reachable: false, languages: [], latency_ms: null });
    expect(found.error).toMatch(/^unreachable: /);
  });

  it('points at a model that the target does not list when that model does not answer', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.method === 'GET') json(response, { data: [{ id: 'another' }] });
      else json(response, { error: { message: 'no such model' } }, 404);
    });
    const { found } = await probe(openai(server));
    expect(found).toMatchObject({ reachable: true, models: ['another'] });
    expect(found.error).toContain('does not list the model kind-bot');
  });

  it('says which questions had no answer and leaves their languages out', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.method === 'GET') return json(response, { data: [] });
      const { messages } = chat(request.body);
      const urdu = /\p{Script=Arabic}/u.test(messages.at(-1)?.content ?? '');
      json(response, urdu ? {} : reply(kindAnswer(messages)), urdu ? 500 : 200);
    });
    const { found } = await probe(openai(server));
    expect(found.languages.map(({ lang }) => lang)).not.toContain('ur');
    expect(found.error).toMatch(/^1 of 15 questions had no answer, the first of them: http_error/);
  });

  it('ends when it is taken back', async () => {
    const controller = new AbortController();
    await using server = await serveHttp(() => controller.abort());
    const { found } = await probe(openai(server), controller.signal);
    expect(found).toMatchObject({ reachable: false, error: expect.stringContaining('cancelled') });
  });
});
