import { targetSpec } from '@sacred-qa/contracts/target';
import { describe, expect, it } from 'vitest';
import { askHello, asking, askOnce, HELLO, http } from './asking.ts';
import { createCookieJar } from './cookies.ts';
import { json, type SeenRequest, serveHttp } from './loopback-server.ts';
import { takeValues } from './take.ts';

const user = (text: string) => ({ role: 'user' as const, text });

/** A shop as they are: a page with a token, a login form that redirects, a session, a chat that wants all three. */
function shop() {
  let logins = 0;
  return serveHttp((request: SeenRequest, response) => {
    const { method, path, headers, body } = request;
    if (path === '/login' && method === 'GET') {
      response.setHeader('set-cookie', ['XSRF-TOKEN=a%3Db; Path=/', 'theme=dark; Path=/help']);
      response.end('<html><meta content="m&amp;1" name="csrf-token"><form><input type=hidden name="_t" value=\'f1\'>');
    } else if (path === '/login') {
      const form = new URLSearchParams(body);
      const isGood = form.get('_t') === 'f1' && form.get('pin') === 'hunter-two' && headers['x-xsrf'] === 'a=b';
      logins += 1;
      if (!isGood) return json(response, { error: body }, 403);
      response.writeHead(302, { location: '/home', 'set-cookie': `sid=${logins}; HttpOnly; Path=/` }).end();
    } else if (path === '/home') response.end(`<p>${method} ${body}`);
    else if (path === '/api/sessions') json(response, { session: { id: 70 + logins } }, 201);
    else json(response, { answer: `${path} ${headers.cookie} ${body}` });
  });
}

const shopSpec = (origin: string) =>
  targetSpec.parse({
    kind: 'http',
    name: 'shop',
    session: [
      {
        method: 'GET',
        url: `${origin}/login`,
        take: { xsrf: { cookie: 'XSRF-TOKEN' }, field: { input: '_t' }, csrf: { meta: 'csrf-token' } },
      },
      {
        url: `${origin}/login`,
        headers: { 'X-XSRF': '{{xsrf}}' },
        body: { _t: '{{field}}', pin: '{{env:SHOP_PIN}}' },
        body_as: 'form',
      },
      { url: `${origin}/api/sessions`, body: {}, take: { sid: '/session/id' } },
    ],
    url: `${origin}/api/sessions/{{sid}}/messages?csrf={{csrf}}`,
    body: { q: '{{text}}', sid: '{{sid}}' },
    response_path: '/answer',
  });

describe('a conversation that is opened by requests', () => {
  it('carries tokens from cookie, page and JSON, and a session of its own for each conversation', async () => {
    await using server = await shop();
    await using made = asking(shopSpec(server.origin), { secrets: { SHOP_PIN: 'hunter-two' } });
    const first = await made.ask([user('one')], { conversationId: 'a' });
    expect(first).toMatchObject({
      kind: 'answered',
      text: '/api/sessions/71/messages?csrf=m%261 XSRF-TOKEN=a%3Db; sid=1 {"q":"one","sid":71}',
    });
    const again = await made.ask([user('two')], { conversationId: 'a' });
    expect(again).toMatchObject({ text: expect.stringContaining('sid=1 {"q":"two","sid":71}') });
    const other = await made.ask([user('three')], { conversationId: 'b' });
    expect(other).toMatchObject({ text: expect.stringContaining('sid=2 {"q":"three","sid":72}') });
    await made.endConversation('a');
    const anew = await made.ask([user('four')], { conversationId: 'a' });
    expect(anew).toMatchObject({ text: expect.stringContaining('sid=3') });
  });

  it('follows the redirect of a login as a browser does, with a GET', async () => {
    await using server = await shop();
    await using made = asking(shopSpec(server.origin), { secrets: { SHOP_PIN: 'hunter-two' } });
    await askHello(made);
    expect(server.seen.map(({ method, path }) => `${method} ${path}`).slice(1, 3)).toEqual([
      'POST /login',
      'GET /home',
    ]);
    expect(server.seen[2]?.body).toBe('');
  });

  it('names the request that failed, with its own reason, and keeps the secret out of it', async () => {
    await using server = await shop();
    await using made = asking(shopSpec(server.origin), { secrets: { SHOP_PIN: 'wrong-wrong' } });
    const outcome = await askHello(made);
    expect(outcome).toMatchObject({ kind: 'failed', code: 'unauthorised', status: 403 });
    const { detail } = outcome as { detail: string };
    expect(detail).toContain('Session request 2 (POST');
    expect(detail).not.toContain('wrong-wrong');
  });

  it('names what a reply did not hold', async () => {
    await using server = await serveHttp((_request, response) => json(response, { session: null }));
    const spec = http(server.origin, {
      session: [
        { url: `${server.origin}/s`, method: 'POST', headers: {}, headers_env: {}, take: { sid: '/session/id' } },
      ],
    });
    expect(await askOnce(spec)).toMatchObject({
      code: 'session_failed',
      detail: expect.stringContaining('sid (at /session/id)'),
    });
  });

  it('asks for a secret before anything else, and never lets a redirect carry it away', async () => {
    await using other = await serveHttp((_request, response) => json(response, { answer: 'thanks' }));
    await using server = await serveHttp((_request, response) => {
      response.writeHead(307, { location: `${other.origin}/take` }).end();
    });
    const spec = http(server.origin, { body: { q: '{{text}}', key: '{{env:KEY}}' } });
    expect(await askOnce(spec)).toMatchObject({ code: 'unauthorised', detail: 'KEY is not set.' });
    expect(server.seen).toEqual([]);
    const away = await askOnce(spec, { scope: { allow_private: true }, secrets: { KEY: 'very-secret' } });
    expect(away).toMatchObject({ code: 'scope_refused', detail: expect.stringContaining('secret') });
    expect(other.seen).toEqual([]);
  });
});

describe('turns of a conversation', () => {
  it('carry on by the id that the first reply gave', async () => {
    await using server = await serveHttp(({ body }, response) =>
      json(response, { answer: body, thread: { id: 't-1' } }),
    );
    const spec = http(server.origin, {
      take: { thread: '/thread/id' },
      body: { q: '{{text}}', thread: '{{thread}}', note: 'in {{thread}}' },
    });
    await using made = asking(spec);
    const first = await made.ask([user('one')], { conversationId: 'c' });
    expect(first).toMatchObject({ text: '{"q":"one","thread":null,"note":"in "}' });
    const second = await made.ask([user('two')], { conversationId: 'c' });
    expect(second).toMatchObject({ text: '{"q":"two","thread":"t-1","note":"in t-1"}' });
  });

  it('are told in the shape and with the role names of the product, the last apart from the history', async () => {
    await using server = await serveHttp(({ body }, response) => json(response, { answer: body }));
    const spec = http(server.origin, {
      body: { ask: '{{text}}', past: '{{history}}' },
      message: { from: '{{role}}', parts: ['{{content}}'] },
      role_names: { assistant: 'bot' },
    });
    await using made = asking(spec);
    const turns = [user('{{role}} a'), { role: 'assistant' as const, text: 'b' }, user('c')];
    expect(await made.ask(turns, { conversationId: 'c' })).toMatchObject({
      text: '{"ask":"c","past":[{"from":"user","parts":["{{role}} a"]},{"from":"bot","parts":["b"]}]}',
    });
  });
});

describe('the description of a target', () => {
  it('is refused when a placeholder is filled by nothing, in words that name it', () => {
    const parsed = targetSpec.safeParse({ ...http('http://127.0.0.1:1'), body: { q: '{{text}}', s: '{{sesion}}' } });
    expect(parsed.error?.issues[0]?.message).toContain('{{sesion}}');
    expect(targetSpec.safeParse(http('http://127.0.0.1:1', { body: '{{text}}', take: { text: '/a' } })).success).toBe(
      false,
    );
  });
});

describe('a cookie', () => {
  const at = (url: string) => new URL(url);
  it('goes to its host and path, is replaced by name, and ends when it is told to', () => {
    const jar = createCookieJar();
    jar.store(at('https://shop.example/a/b'), { 'set-cookie': ['one=1', 'two=2; Path=/; Secure', 'one=3'] });
    expect(jar.header(at('https://shop.example/a/c'))).toBe('one=3; two=2');
    expect(jar.header(at('http://shop.example/a/c'))).toBe('one=3');
    expect(jar.header(at('https://shop.example/ab'))).toBe('two=2');
    expect(jar.header(at('https://api.shop.example/a/c'))).toBe('');
    jar.store(at('https://shop.example/'), { 'set-cookie': 'two=; Path=/; Max-Age=0' });
    expect(jar.header(at('https://shop.example/ab'))).toBe('');
  });

  it('may be for the domain above its host, never for another or for a whole ending', () => {
    const jar = createCookieJar();
    const set = (text: string) => jar.store(at('https://a.shop.example/'), { 'set-cookie': text });
    set('up=1; Domain=.shop.example');
    set('foreign=1; Domain=bank.example');
    set('tld=1; Domain=example');
    expect(jar.header(at('https://b.shop.example/'))).toBe('up=1');
    expect(jar.header(at('https://bank.example/'))).toBe('');
    expect(jar.header(at('https://other.example/'))).toBe('');
  });
});

it('a value is taken from a header, and what is empty counts as missing', () => {
  const reply = { text: '{"a":"","b":0}', headers: { 'x-token': 't' } };
  const { found, missing } = takeValues({ h: { header: 'X-Token' }, a: '/a', b: '/b' }, reply, createCookieJar());
  expect([...found]).toEqual([
    ['h', 't'],
    ['b', 0],
  ]);
  expect(missing).toEqual(['a (at /a)']);
});

it('a greeting needs no session of its own', async () => {
  await using server = await serveHttp((_request, response) => json(response, { answer: 'hi' }));
  await using made = asking(http(server.origin));
  expect(await made.ask(HELLO, { conversationId: 'x' })).toMatchObject({ kind: 'answered' });
  expect(server.seen).toHaveLength(1);
});
