/** The cookies of one conversation (RFC 6265), so that no conversation is known by another's session. */
import type { WireHeaders } from './wire.ts';

const MAX_COOKIES = 100;
const MAX_COOKIE_LENGTH = 8_192;

interface Cookie {
  name: string;
  value: string;
  /** Of the host that set it; with `subdomains` also of the hosts below. */
  domain: string;
  subdomains: boolean;
  path: string;
  secure: boolean;
}

export interface CookieJar {
  /** Keeps what a reply from this address sets, and forgets what it ends. */
  store(url: URL, headers: WireHeaders): void;
  /** The Cookie header for a request to this address; empty when there is none. */
  header(url: URL): string;
  /** The newest cookie of this name, whatever host it belongs to. */
  value(name: string): string | undefined;
}

export function createCookieJar(): CookieJar {
  const jar = new Map<string, Cookie>();

  function storeOne(url: URL, text: string): void {
    const parsed = text.length > MAX_COOKIE_LENGTH ? null : parseSetCookie(url, text);
    if (parsed === null) return;
    const { cookie, ended } = parsed;
    const key = `${cookie.domain};${cookie.path};${cookie.name}`;
    jar.delete(key);
    if (ended) return;
    jar.set(key, cookie);
    const [oldest] = jar.keys();
    if (jar.size > MAX_COOKIES && oldest !== undefined) jar.delete(oldest);
  }

  return {
    store(url, headers) {
      const given = headers['set-cookie'];
      for (const text of given === undefined ? [] : [given].flat()) storeOne(url, text);
    },
    header: (url) =>
      [...jar.values()]
        .filter((cookie) => belongs(cookie, url))
        .toSorted((a, b) => b.path.length - a.path.length)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    value: (name) => [...jar.values()].findLast((cookie) => cookie.name === name)?.value,
  };
}

function parseSetCookie(url: URL, text: string): { cookie: Cookie; ended: boolean } | null {
  const [pair = '', ...attributes] = text.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(0, equals)).trim();
  if (name === '') return null;
  const told = new Map(
    attributes.map((attribute) => {
      const [key = '', ...rest] = attribute.split('=');
      return [key.trim().toLowerCase(), rest.join('=').trim()] as const;
    }),
  );
  const domain = (told.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  const path = told.get('path') ?? '';
  const cookie = {
    name,
    value: pair.slice(equals + 1).trim(),
    domain: domain === '' ? url.hostname : domain,
    subdomains: domain !== '',
    path: path.startsWith('/') ? path : url.pathname.replace(/\/[^/]*$/, '') || '/',
    secure: told.has('secure'),
  };
  // A host may set cookies for itself and what it lies under, not for others.
  if (!domainMatches(url.hostname, cookie.domain, true)) return null;
  return { cookie, ended: hasEnded(told) };
}

function hasEnded(told: ReadonlyMap<string, string>): boolean {
  const maxAge = told.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  // A conversation is short: only a date that is long past, the way to delete a cookie, matters here.
  return Date.parse(told.get('expires') ?? '') <= Date.UTC(2001, 0);
}

function belongs(cookie: Cookie, url: URL): boolean {
  if (cookie.secure && url.protocol !== 'https:' && !/^(localhost|127\.|\[::1\])/.test(url.hostname)) return false;
  if (!domainMatches(url.hostname, cookie.domain, cookie.subdomains)) return false;
  const path = cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`;
  return url.pathname === cookie.path || url.pathname.startsWith(path);
}

const domainMatches = (host: string, domain: string, below: boolean): boolean =>
  host === domain || (below && domain.includes('.') && host.endsWith(`.${domain}`));
