import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targetSpec } from '@sacred-qa/contracts/target';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askHello, asking } from '../asking.ts';
import { json, serveHttp } from '../loopback-server.ts';

/** A server of one tool, as a function of the question; what it is called with is what it is told. */
const SERVER = `import { createInterface } from 'node:readline';
const say = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n');
console.log('Welcome, this is no message');
let begun = false;
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  begun ||= method === 'initialize';
  if (!begun) say({ id, error: { code: -32600, message: 'not begun' } });
  if (!begun) continue;
  if (method === 'initialize') say({ id, result: { protocolVersion: params.protocolVersion, capabilities: {}, serverInfo: {} } });
  if (method === 'tools/list') say({ id, result: { tools: [{ name: 'ask' }] } });
  if (method !== 'tools/call') continue;
  const { question, where } = params.arguments;
  if (question === 'hang') continue;
  if (question === 'die') process.exit(4);
  if (question === 'flood') process.stdout.write('x'.repeat(5_000_000));
  if (question === 'wrong') say({ id, error: { code: -32602, message: 'no such question' } });
  else if (question === 'fail') say({ id, result: { isError: true, content: [{ type: 'text', text: 'db is down' }] } });
  else if (question === 'picture') say({ id, result: { content: [{ type: 'image', data: '' }] } });
  else say({ id, result: { content: [{ type: 'text', text: question }, { type: 'text', text: where + ' ' + process.env.BOT_KEY }] } });
  if (question === 'leave') process.exit(0);
}`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-mcp-'));
  writeFileSync(join(folder, 'server.mjs'), SERVER);
});
afterEach(() => rmSync(folder, { recursive: true }));

const mcp = (more: object) =>
  targetSpec.parse({
    kind: 'mcp',
    name: 'tool',
    tool: 'ask',
    arguments: { question: '{{text}}', where: 'in {{conversation_id}}' },
    timeout_ms: 20_000,
    ...more,
  });
const program = (more: object = {}) => mcp({ command: [process.execPath, join(folder, 'server.mjs')], ...more });
const user = (text: string) => [{ role: 'user' as const, text }];

describe('a tool of a program', () => {
  it('is called with the filled arguments and answers with its texts; its secret stays out of them', async () => {
    await using asker = asking(program({ env: ['BOT_KEY'] }), { secrets: { BOT_KEY: 'sk-12345678' } });
    expect(await asker.ask(user('नमस्ते "भाई"'), { conversationId: 'c' })).toMatchObject({
      kind: 'answered',
      text: 'नमस्ते "भाई"\nin c [secret]',
    });
  });

  it.each([
    ['fail', 'tool_failed', 'db is down'],
    ['wrong', 'tool_failed', 'no such question'],
    ['picture', 'no_answer_at_path', 'only image'],
    ['die', 'unreachable', 'code 4'],
    ['flood', 'answer_too_large', 'larger'],
  ])('that comes to "%s" is named %s', async (question, code, told) => {
    await using asker = asking(program());
    expect(await asker.ask(user(question), { conversationId: 'c' })).toMatchObject({
      code,
      detail: expect.stringContaining(told),
    });
  });

  it('that ended is started anew for the next question', async () => {
    await using asker = asking(program());
    expect(await asker.ask(user('die'), { conversationId: 'a' })).toMatchObject({ code: 'unreachable' });
    expect(await asker.ask(user('hi'), { conversationId: 'b' })).toMatchObject({ text: 'hi\nin b undefined' });
  });

  it('that ended while nobody asked is begun anew, like the first', async () => {
    const ended = new Promise((resolve) => {
      const onStart = (message: unknown) => {
        unsubscribe('child_process', onStart);
        (message as { process: ChildProcess }).process.once('close', resolve);
      };
      subscribe('child_process', onStart);
    });
    await using asker = asking(program());
    expect(await asker.ask(user('leave'), { conversationId: 'a' })).toMatchObject({ text: 'leave\nin a undefined' });
    await ended;
    expect(await askHello(asker)).toMatchObject({ kind: 'answered' });
  });

  it('that hangs costs its own question alone', async () => {
    const spec = program();
    await using asker = asking(spec);
    await askHello(asker);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const hung = asker.ask(user('hang'), { conversationId: 'a' });
      expect(await asker.ask(user('hi'), { conversationId: 'b' })).toMatchObject({ text: 'hi\nin b undefined' });
      vi.advanceTimersByTime(spec.timeout_ms);
      expect(await hung).toMatchObject({ code: 'timed_out' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('that is not there is named, with those that are, and so is a program that is not', async () => {
    await using other = asking(program({ tool: 'chat' }));
    expect(await askHello(other)).toMatchObject({
      code: 'tool_failed',
      detail: 'There is no tool chat. There are: ask.',
    });
    await using none = asking(mcp({ command: [join(folder, 'none')] }));
    expect(await askHello(none)).toMatchObject({ code: 'unreachable', detail: expect.stringContaining('ENOENT') });
  });
});

describe('a tool over HTTP', () => {
  const server = (stream: boolean, session = () => 's-1') =>
    serveHttp(({ body, headers }, response) => {
      const { id, method, params } = JSON.parse(body);
      const wanted = method === 'initialize' ? undefined : session();
      if (headers['mcp-session-id'] !== wanted) return json(response, {}, 404);
      if (id === undefined) return response.writeHead(202).end();
      const result =
        method === 'initialize'
          ? { protocolVersion: '2025-03-26' }
          : method === 'tools/list'
            ? { tools: [{ name: 'ask' }] }
            : {
                content: [
                  {
                    type: 'text',
                    text: `${params.arguments.question} ${headers['mcp-protocol-version']} ${headers.authorization}`,
                  },
                ],
              };
      response.setHeader('mcp-session-id', session());
      if (!stream) return json(response, { jsonrpc: '2.0', id, result });
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      // The stream stays open after the reply.
      response.write(`event: message\ndata: {"jsonrpc":"2.0","method":"notifications/progress"}\n\n`);
      response.write(`data: ${JSON.stringify({ jsonrpc: '2.0', id, result })}\n\n`);
    });

  it.each([false, true])(
    'keeps its session and version, and answers by JSON or by a stream (stream: %s)',
    async (stream) => {
      await using made = await server(stream);
      await using asker = asking(mcp({ url: `${made.origin}/mcp`, headers_env: { Authorization: 'KEY' } }), {
        secrets: { KEY: 'short' },
      });
      expect(await asker.ask(user('hi'), { conversationId: 'c' })).toMatchObject({
        kind: 'answered',
        text: 'hi 2025-03-26 short',
      });
      expect(made.seen.map(({ body }) => JSON.parse(body).method)).toEqual([
        'initialize',
        'notifications/initialized',
        'tools/list',
        'tools/call',
      ]);
    },
  );

  it('whose server was started anew is begun anew, and what it did not hear is no fault of it', async () => {
    let session = 's-1';
    await using made = await server(false, () => session);
    await using asker = asking(mcp({ url: `${made.origin}/mcp` }));
    expect(await askHello(asker)).toMatchObject({ kind: 'answered' });
    session = 's-2';
    expect(await askHello(asker)).toMatchObject({ code: 'unreachable', status: 404 });
    expect(await askHello(asker)).toMatchObject({ kind: 'answered' });
  });

  it('at a private address is refused like any other target', async () => {
    await using asker = asking(mcp({ url: 'http://10.0.0.1/mcp' }));
    expect(await askHello(asker)).toMatchObject({ code: 'scope_refused' });
  });
});

it('a description names a program or an address, not both, and where the question goes', () => {
  expect(targetSpec.safeParse({ ...program(), url: 'http://127.0.0.1/' }).success).toBe(false);
  expect(targetSpec.safeParse({ ...program(), command: undefined }).success).toBe(false);
  expect(targetSpec.safeParse({ ...program(), arguments: { q: 'hello' } }).success).toBe(false);
});
