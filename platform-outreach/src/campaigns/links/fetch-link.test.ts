import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { classOfAddress, systemLookup } from '@sacred-qa/foundation/address-class';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFetchLink } from './fetch-link.ts';
import { flawsOfLink, judgeLink } from './judge-link.ts';

const PLAUSIBLE = '<script defer data-domain="studio.in" src="https://plausible.io/js/script.js"></script>';
const UTM = 'utm_source=outreach&utm_medium=email&utm_campaign=c';

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://here');
    const go = (status: number, location: string) => response.writeHead(status, { location }).end();
    if (pathname === '/moved') return go(301, `/page${search}`);
    if (pathname === '/twice') return go(302, `/moved${search}`);
    if (pathname === '/drops') return go(302, '/page');
    if (pathname === '/round') return go(302, '/round');
    if (pathname === '/inside') return go(302, 'http://169.254.169.254/latest/meta-data/');
    if (pathname === '/gone') return response.writeHead(404).end('gone');
    if (pathname === '/hangs') return;
    if (pathname === '/paper') return response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    if (pathname === '/endless') {
      const more = (): void => {
        while (!response.destroyed && response.write(`${'x'.repeat(65_536)}`));
        response.once('drain', more);
      };
      return more();
    }
    response.end(pathname === '/page' ? `<html><head>${PLAUSIBLE}</head></html>` : '<html></html>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const here = (timeoutMs = 60_000) =>
  createFetchLink({
    lookup: systemLookup,
    mayConnect: (address) => classOfAddress(address) !== 'private',
    timeoutMs,
  });
async function look(path: string, wanted: string | null = null) {
  const link = `${base}${path}`;
  const result = judgeLink(link, await here()(link), wanted);
  return { result, rules: flawsOfLink(result, wanted).map(({ rule }) => rule) };
}

test('a page that answers, keeps its UTM over redirects and counts its visits is sound', async () => {
  const { result, rules } = await look(`/twice?${UTM}`);
  expect(result).toMatchObject({ state: 'answered', status: 200, hops: 2, tag: 'Plausible', utmLost: [] });
  expect(rules).toEqual([]);
});

test('a redirect that drops the query loses the UTM, by name', async () => {
  const { result, rules } = await look(`/drops?${UTM}`);
  expect(result.utmLost).toEqual(['utm_source', 'utm_medium', 'utm_campaign']);
  expect(rules).toEqual(['utm_lost']);
});

test('a page without analytics is told, unless it holds the sign that the campaign names; a document needs none', async () => {
  expect((await look('/bare')).rules).toEqual(['no_analytics_tag']);
  expect((await look('/page', 'data-domain="studio.in"')).result.tag).toBe('data-domain="studio.in"');
  expect((await look('/page', 'data-site="7"')).rules).toEqual(['no_analytics_tag']);
  expect((await look('/paper')).rules).toEqual([]);
});

test('a page that is gone and a link that runs in a circle are dead', async () => {
  expect((await look('/gone')).result).toMatchObject({ state: 'dead', why: 'it answers 404' });
  expect((await look('/round')).rules).toEqual(['link_dead']);
});

test('a redirect into the private network is not followed, nor is a name that means one', async () => {
  expect((await look('/inside')).result).toMatchObject({ state: 'private', why: 'it leads to 169.254.169.254' });
  const strict = createFetchLink({
    lookup: async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ],
    mayConnect: (address) => classOfAddress(address) === 'public',
  });
  expect(await strict('http://two-faced.studio.in/')).toEqual({ kind: 'private', host: 'two-faced.studio.in' });
  for (const link of ['http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/', 'http://[::ffff:10.0.0.1]/']) {
    expect((await strict(link)).kind).toBe('private');
  }
});

test('a page without end is read to its first half megabyte, and a server that says nothing is left', async () => {
  expect(await here()(`${base}/endless`)).toMatchObject({ kind: 'answered', status: 200 });
  expect(await here(100)(`${base}/hangs`)).toEqual({ kind: 'unreachable', why: 'no answer in time' });
});

test.each([
  ['<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>', 'Google tag'],
  ['<script defer src="https://u.studio.in/script.js" data-website-id="1"></script>', 'Umami'],
  ['<script>var _paq = window._paq = [];</script>', 'Matomo'],
  ['<script data-goatcounter="https://s.goatcounter.com/count" src="//gc.zgo.at/count.js"></script>', 'GoatCounter'],
  ['<p>We love plausible ideas and umami.</p>', null],
])('in %s stands %s', (page, tag) => {
  const visit = { kind: 'answered' as const, status: 200, url: 'https://a.in/', hops: 0, isHtml: true, page };
  expect(judgeLink('https://a.in/', visit, null).tag).toBe(tag);
});
