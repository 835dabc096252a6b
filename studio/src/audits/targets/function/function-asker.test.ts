import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { targetSpec } from '@sacred-qa/contracts/target';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askHello, asking } from '../asking.ts';
import { serveRaw } from '../loopback-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-function-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fn(code: string, more: object = {}) {
  const module = join(folder, `${Math.random()}.mjs`);
  writeFileSync(module, code);
  return targetSpec.parse({ kind: 'function', name: 'mine', module, timeout_ms: 20_000, ...more });
}
const user = (text: string) => [{ role: 'user' as const, text }];

it('is called with text, turns and conversation, and what it keeps is of one conversation at a time', async () => {
  const spec = fn(
    `let asked = 0;
    export const bot = async ({ text, messages, conversationId }) => {
      console.log('printed');
      asked += 1;
      return { text: [text, messages.length, conversationId, asked].join('|'), model: 'm', usage: { prompt_tokens: 1, completion_tokens: 2 } };
    };`,
    { export: 'bot' },
  );
  await using asker = asking(spec);
  const [a, b] = await Promise.all([
    asker.ask(user('नमस्ते'), { conversationId: 'a' }),
    asker.ask(user('two'), { conversationId: 'b' }),
  ]);
  expect(a).toMatchObject({ kind: 'answered', text: 'नमस्ते|1|a|1', model: 'm', usage: { completion_tokens: 2 } });
  expect(b).toMatchObject({ text: 'two|1|b|1' });
  expect(await asker.ask(user('again'), { conversationId: 'a' })).toMatchObject({ text: 'again|1|a|2' });
});

it('sees the variables that its target names and no others, and its secrets stay out of answers', async () => {
  process.env.STUDIO_TEST_OTHER = 'not for it';
  const spec = fn('export default () => [process.env.BOT_KEY, String(process.env.STUDIO_TEST_OTHER)].join(" ");', {
    env: ['BOT_KEY'],
  });
  await using without = asking(spec);
  expect(await askHello(without)).toMatchObject({ code: 'unauthorised', detail: 'BOT_KEY is not set.' });
  await using asker = asking(spec, { secrets: { BOT_KEY: 'sk-12345678' } });
  expect(await askHello(asker)).toMatchObject({ text: '[secret] undefined' });
  delete process.env.STUDIO_TEST_OTHER;
});

it.each([
  ['throws', 'export default () => { throw new TypeError("no luck"); };', 'function_failed', 'TypeError: no luck'],
  ['gives no text', 'export default () => ({ answer: 1 });', 'function_failed', 'neither a text'],
  ['is not there', 'export const other = () => "";', 'function_failed', 'it exports: other'],
  ['cannot be loaded', 'export default (', 'function_failed', ''],
  ['ends its thread', 'export default () => process.exit(3);', 'function_failed', 'code 3'],
  ['answers with 10 MB', 'export default () => "x".repeat(1e7);', 'answer_too_large', ''],
])('that %s costs its question alone, and is named', async (_what, code, name, told) => {
  await using asker = asking(fn(code));
  expect(await askHello(asker)).toMatchObject({ kind: 'failed', code: name, detail: expect.stringContaining(told) });
});

it('that never ends is stopped at its time, and the next question finds a new thread', async () => {
  const spec = fn('export default ({ text }) => { if (text === "loop") for (;;); return "well"; };');
  await using asker = asking(spec);
  await asker.ask(user('hi'), { conversationId: 'a' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const stuck = asker.ask(user('loop'), { conversationId: 'a' });
    expect(await asker.ask(user('hi'), { conversationId: 'b' })).toMatchObject({ text: 'well' });
    vi.advanceTimersByTime(spec.timeout_ms);
    expect(await stuck).toMatchObject({ code: 'timed_out' });
  } finally {
    vi.useRealTimers();
  }
  expect(await asker.ask(user('hi'), { conversationId: 'a' })).toMatchObject({ text: 'well' });
});

it.each([
  ['throws', 'throw new Error("too late");', 'too late'],
  ['ends', 'process.exit(3);', 'code 3'],
])('that %s after its answer ends nobody else, and the next question finds a new thread', async (_what, late, told) => {
  const nextToEnd = () => new Promise((resolve) => process.once('worker', (worker) => worker.once('exit', resolve)));
  await using asker = asking(
    fn(`export default ({ text }) => { if (text === 'once') setTimeout(() => { ${late} }, 0); return 'well'; };`),
  );
  let ended = nextToEnd();
  expect(await asker.ask(user('once'), { conversationId: 'a' })).toMatchObject({ text: 'well' });
  await asker.endConversation('a');
  await ended;
  expect(await asker.ask(user('hi'), { conversationId: 'b' })).toMatchObject({ text: 'well' });
  ended = nextToEnd();
  await asker.ask(user('once'), { conversationId: 'c' });
  await ended;
  const lost = { code: 'function_failed', detail: expect.stringContaining(told) };
  expect(await asker.ask(user('and then?'), { conversationId: 'c' })).toMatchObject(lost);
});

it('that never loads is ended with its question, and leaves no thread behind', async () => {
  const stop = new AbortController();
  const ended = Promise.withResolvers<void>();
  await using server = await serveRaw((socket) => {
    socket.on('close', () => ended.resolve());
    stop.abort();
  });
  const spec = fn(
    `import { connect } from 'node:net';
    connect(${server.port}, '127.0.0.1').write('it loads');
    await new Promise(() => {});
    export default () => 'never';`,
  );
  await using asker = asking(spec);
  expect(await askHello(asker, stop.signal)).toMatchObject({ code: 'cancelled' });
  await ended.promise;
});
