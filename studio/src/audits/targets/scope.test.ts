import type { ScopeRecord } from '@sacred-qa/contracts/target';
import { describe, expect, it } from 'vitest';
import { askHello, asking, askOnce, http, openai, reply } from './asking.ts';
import { json, lookupIn, serveHttp } from './loopback-server.ts';

describe('redirects', () => {
  it('are followed with method and body on the same origin, and noted', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.path === '/ask') response.writeHead(308, { location: '/v2/ask?session=1' }).end();
      else json(response, { answer: `${request.method} ${request.body} ${request.headers['x-key']}` });
    });
    await using made = asking(http(server.origin, { headers_env: { 'X-Key': 'K' } }), { secrets: { K: 'short' } });
    const outcome = await askHello(made);
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
    await using made = asking(spec, { scope: { allow_private: true }, secrets: { K: 'Bearer very-secret' } });
    expect(await askHello(made)).toMatchObject({ kind: 'answered', text: 'here' });
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
    expect(await askOnce(http(server.origin))).toMatchObject({ kind: 'answered', text: '/result||undefined' });
  });

  it('from localhost to another port of localhost are refused', async () => {
    await using server = await serveHttp((_request, response) =>
      response.writeHead(302, { location: 'http://localhost:1/' }).end(),
    );
    await using made = asking(openai(`http://localhost:${server.port}`), {
      lookup: lookupIn({ localhost: ['127.0.0.1'] }),
    });
    expect(await askHello(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
  });

  it('end after three', async () => {
    await using server = await serveHttp((request, response) => {
      response.writeHead(302, { location: `${request.path}x` }).end();
    });
    expect(await askOnce(openai(server.origin))).toMatchObject({ kind: 'failed', code: 'http_error', status: 302 });
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
    await using made = asking(openai(server.origin), { lookup: lookupIn({ 'intranet.example': ['10.0.0.5'] }) });
    expect(await askHello(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
    expect(server.seen).toHaveLength(1);
  });

  it('to a name that means a private address are refused at connect time, though a public target was allowed', async () => {
    await using server = await serveHttp((_request, response) =>
      response.writeHead(302, { location: 'http://intranet.example/' }).end(),
    );
    const lookup = lookupIn({ 'intranet.example': ['10.0.0.5'] });
    await using made = asking(openai(server.origin), {
      lookup,
      scope: { allow_private: false, allowed_by: 'Asha, owner' },
    });
    expect(await askHello(made)).toMatchObject({
      kind: 'failed',
      code: 'scope_refused',
      detail: expect.stringContaining('10.0.0.5'),
    });
    expect(lookup.asked).toEqual(['intranet.example']);
  });
});

describe('a name as a target', () => {
  const scope: ScopeRecord = { allow_private: false, allowed_by: 'Asha, owner' };

  it('is refused when only one of its addresses is private', async () => {
    await using made = asking(openai('http://bot.example'), {
      scope,
      lookup: lookupIn({ 'bot.example': ['93.184.216.34', '192.168.1.4'] }),
    });
    expect(await askHello(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
  });

  it('is refused when it comes to mean this machine after the check', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('secret of this machine')));
    await using made = asking(openai(`http://bot.example:${server.port}`), {
      scope,
      lookup: lookupIn({ 'bot.example': ['127.0.0.1'] }),
    });
    expect(await askHello(made)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
    expect(server.seen).toEqual([]);
  });

  it('is asked at the address that was checked when private addresses are allowed', async () => {
    await using server = await serveHttp((request, response) => json(response, reply(request.headers.host)));
    const lookup = lookupIn({ 'bot.example': ['127.0.0.1'] });
    await using made = asking(openai(`http://bot.example:${server.port}`), { scope: { allow_private: true }, lookup });
    expect(await askHello(made)).toMatchObject({ kind: 'answered', text: `bot.example:${server.port}` });
    expect(lookup.asked).toEqual(['bot.example']);
  });

  it('localhost is asked as long as it means this machine', async () => {
    await using server = await serveHttp((_request, response) => json(response, reply('here')));
    await using honest = asking(openai(`http://localhost:${server.port}`), {
      lookup: lookupIn({ localhost: ['127.0.0.1'] }),
    });
    expect(await askHello(honest)).toMatchObject({ kind: 'answered', text: 'here' });
    await using bent = asking(openai(`http://localhost:${server.port}`), {
      lookup: lookupIn({ localhost: ['10.1.1.1'] }),
    });
    expect(await askHello(bent)).toMatchObject({ kind: 'failed', code: 'scope_refused' });
  });
});
