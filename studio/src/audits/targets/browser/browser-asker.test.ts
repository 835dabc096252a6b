import { connect } from 'node:net';
import { scopeRecord, type TargetSpec, targetSpec } from '@sacred-qa/contracts/target';
import { systemLookup } from '@sacred-qa/foundation/address-class';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressGuard } from '../address-guard.ts';
import { askHello, asking as askingAlone, type BenchOptions } from '../asking.ts';
import { json, serveHttp, serveRaw } from '../loopback-server.ts';
import { createBrowserPool, NoBrowser } from './browser-pool.ts';
import { findChromium } from './find-chromium.ts';
import { startGuardedProxy } from './guarded-proxy.ts';
import { serveWidgets } from './widgets.ts';

const browser = (url: string, more: object = {}) =>
  targetSpec.parse({ kind: 'browser', name: 'widget', url, settle_ms: 400, timeout_ms: 60_000, ...more });
const user = (text: string) => [{ role: 'user' as const, text }];
const browsers = createBrowserPool(process.env);
const asking = (spec: TargetSpec, options: BenchOptions = {}) => askingAlone(spec, { browsers, ...options });
const hasChromium = findChromium(process.env) !== null;

it('without a browser nothing is asked, and the sentence says what to do', async () => {
  await using asker = asking(browser('http://127.0.0.1:9/'), {
    browsers: createBrowserPool({ PATH: '', CHROMIUM_PATH: '/no/such/program' }),
  });
  expect(await asker.ask(user('hi'), { conversationId: 'c' })).toMatchObject({
    kind: 'failed',
    code: 'no_browser',
    detail: expect.stringContaining('CHROMIUM_PATH'),
  });
});

it('lets no page end the process: not by a tunnel that it resets, nor by an answer that HTTP does not know', async () => {
  await using odd = await serveRaw((socket) => {
    socket.end('HTTP/1.1 042 Odd\r\ncontent-length: 2\r\n\r\nhi');
  });
  const guard = createAddressGuard({ lookup: systemLookup }, browser(odd.origin), scopeRecord.parse({}));
  const proxy = await startGuardedProxy({ guard, typed: new URL(odd.origin) });
  const port = Number(new URL(proxy.url).port);
  /** What comes of a request line; the connection is reset as soon as something came. */
  const told = (line: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`${line} HTTP/1.1\r\nHost: a\r\n\r\n`));
      let said = '';
      socket.on('data', (data) => {
        said = data.toString('latin1');
        socket.resetAndDestroy();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(said));
    });
  expect(await told('CONNECT inner.example:443')).toContain('403');
  expect(await told(`GET ${odd.origin}/`)).toBe('');
  expect(await told('CONNECT inner.example:443')).toContain('403');
  await proxy.close();
});

describe.skipIf(!hasChromium)('a chat widget in a browser', () => {
  // Held for the whole file, so that Chromium starts once.
  beforeAll(async () => void (await browsers.take()));
  afterAll(() => browsers.giveBack());

  it('is opened, asked and read until its streamed answer has settled, over several turns, each visitor alone', async () => {
    await using page = await serveWidgets(
      (question, visitor) => `Visitor ${visitor}: you asked "${question}", नमस्ते जी. `,
    );
    await using asker = asking(browser(page.plain));
    const ask = (text: string, conversationId: string) => asker.ask(user(text), { conversationId });
    const [first, other] = await Promise.all([ask('one?', 'a'), ask('two', 'b')]);
    const visitorOf = (answer: object) => /Visitor (\d)/.exec((answer as { text: string }).text)?.[1];
    expect(first).toMatchObject({
      kind: 'answered',
      text: expect.stringMatching(/^Visitor \d: you asked "one\?", नमस्ते जी\.$/),
    });
    expect(visitorOf(first)).not.toBe(visitorOf(other));
    const again = await ask('one?', 'a');
    expect(again).toMatchObject({ text: (first as { text: string }).text });
    const { latencyMs, firstTokenMs = 0 } = again as { latencyMs: number; firstTokenMs?: number };
    expect(firstTokenMs).toBeLessThanOrEqual(latencyMs);
    await asker.endConversation('a');
    expect(visitorOf(await ask('three', 'a'))).toBe('3');
  });

  it('is found within a frame and a shadow root, and sent to by its button', async () => {
    await using page = await serveWidgets((question) => `पहला\nदूसरा: ${question}`);
    await using asker = asking(browser(page.framed));
    const question = 'मेरा balance?\nजल्दी';
    expect(await asker.ask(user(question), { conversationId: 'c' })).toMatchObject({
      kind: 'answered',
      text: expect.stringMatching(/^पहला\nदूसरा: मेरा balance\?/),
    });
    const told = browser(page.framed, { input: '[contenteditable]', send: '.go', message: '.bot' });
    await using guided = asking(told);
    expect(await guided.ask(user('one line'), { conversationId: 'c' })).toMatchObject({ text: 'पहला\nदूसरा: one line' });
  });

  it('names what is missing: no input, no answer, no page', async () => {
    await using server = await serveHttp(({ path }, response) => {
      if (path === '/gone') return json(response, {}, 404);
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        path === '/mute'
          ? '<textarea></textarea><script>document.querySelector("textarea").onkeydown = (e) => { if (e.key === "Enter") e.target.value = ""; }</script>'
          : '<p>Nothing here',
      );
    });
    // The asker's minute passes in two seconds; Chromium, which has to load the page in it, has a whole one.
    const startMs = Date.now();
    const clock = { now: () => startMs + (Date.now() - startMs) * 30 };
    const outcome = async (path: string) => {
      await using asker = asking(browser(`${server.origin}${path}`), { clock });
      return await asker.ask(user('hi'), { conversationId: 'c' });
    };
    const chromium = await browsers.take();
    const contexts = chromium.contexts().length;
    const [empty, mute, gone] = await Promise.all([outcome('/'), outcome('/mute'), outcome('/gone')]);
    // A page that cannot be used leaves nothing behind either.
    expect(chromium.contexts()).toHaveLength(contexts);
    await browsers.giveBack();
    expect(empty).toMatchObject({ code: 'page_not_usable', detail: expect.stringContaining('"input"') });
    expect(mute).toMatchObject({ code: 'timed_out', detail: expect.stringContaining('No answer appeared') });
    expect(gone).toMatchObject({ code: 'http_error', status: 404 });
  });

  it('never lets the page reach what was not allowed: not by request, redirect, socket or frame', async () => {
    await using secret = await serveHttp((_request, response) => response.end('<p>inner'));
    await using page = await serveHttp(({ path }, response) => {
      if (path === '/away') return response.writeHead(302, { location: `${secret.origin}/redirected` }).end();
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<iframe src="${secret.origin}/frame"></iframe><img src="/away"><textarea></textarea><script>
        const done = [fetch('${secret.origin}/fetched', { mode: 'no-cors' }).catch(() => {}),
          new Promise((resolve) => { const s = new WebSocket('${secret.origin.replace('http', 'ws')}/socket'); s.onerror = s.onopen = resolve; })];
        document.querySelector('textarea').onkeydown = async (e) => {
          if (e.key !== 'Enter') return; e.preventDefault(); e.target.value = '';
          await Promise.all(done); document.body.insertAdjacentHTML('beforeend', '<p>Tried everything</p>');
        };
      </script>`);
    });
    await using asker = asking(browser(page.origin));
    const outcome = await asker.ask(user('hi'), { conversationId: 'c' });
    expect(outcome).toMatchObject({ kind: 'answered', text: 'Tried everything' });
    expect(secret.seen).toEqual([]);
    expect(secret.connections()).toBe(0);
    expect(outcome.notes?.join()).toContain('--allow-private');
  });

  it('is refused when its name means a private address at the moment of connecting', async () => {
    await using page = await serveWidgets(() => 'x');
    const spec = browser(page.plain.replace('127.0.0.1', 'shop.example'));
    await using asker = asking(spec, {
      scope: { allow_private: false, allowed_by: 'Asha Rao, owner' },
      lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    expect(await asker.ask(user('hi'), { conversationId: 'c' })).toMatchObject({ code: 'scope_refused' });
    expect(page.server.seen).toEqual([]);
  });

  it('is asked by another browser when one has died or did not start', async () => {
    await using page = await serveWidgets(() => 'x');
    let fails = true;
    const take = () => (fails ? Promise.reject(new NoBrowser('It did not start.')) : browsers.take());
    await using asker = asking(browser(page.plain), { browsers: { ...browsers, take } });
    expect(await askHello(asker)).toMatchObject({ code: 'no_browser' });
    fails = false;
    expect(await askHello(asker)).toMatchObject({ kind: 'answered' });
    const chromium = await browsers.take();
    await chromium.close();
    const [one, two] = await Promise.all([browsers.take(), browsers.take()]);
    expect(one).toBe(two);
    expect(await asker.ask(user('hi'), { conversationId: 'after' })).toMatchObject({ kind: 'answered' });
    for (let held = 0; held < 3; held += 1) await browsers.giveBack();
  });

  it('ends at once when the question is taken back', async () => {
    await using page = await serveWidgets(() => 'x');
    await using asker = asking(browser(page.plain));
    const controller = new AbortController();
    const underWay = asker.ask(user('hi'), { conversationId: 'c', signal: controller.signal });
    controller.abort();
    expect(await underWay).toMatchObject({ kind: 'failed', code: 'cancelled' });
  });
});
