/**
 * Which addresses may be asked. Owns the reading of a host as loopback, private or public, and the check of every
 * address a name resolves to at the moment of connecting, so that a name cannot change its meaning in between.
 */
import { promises as dns, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';

/** All addresses of a host name; rejects with a Node DNS error when there is none. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

export const systemLookup: Lookup = (hostname) => dns.lookup(hostname, { all: true });

export interface ScopeRefusal {
  detail: string;
}

export type AddressClass = 'loopback' | 'private' | 'public';

function blockListOf(family: 'ipv4' | 'ipv6', subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', prefix = ''] = subnet.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

const LOOPBACK_V4 = blockListOf('ipv4', ['127.0.0.0/8']);

/** IANA's special-purpose registry (RFC 6890 and its updates), multicast, and the one metadata address outside it. */
const NOT_PUBLIC_V4 = blockListOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
]);

const GLOBAL_UNICAST_V6 = blockListOf('ipv6', ['2000::/3']);
/** Inside global unicast, yet tunnels into IPv4 (Teredo, 6to4) or documentation. */
const NOT_PUBLIC_V6 = blockListOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);
/** RFC 6052: the IPv4 address stands in the last 32 bits. An IPv6-only network reaches every IPv4 host this way. */
const NAT64 = blockListOf('ipv6', ['64:ff9b::/96']);

/** Anything that cannot be read as a public address counts as private. */
export function classOfAddress(address: string): AddressClass {
  const family = isIP(address);
  if (family === 4) {
    if (LOOPBACK_V4.check(address)) return 'loopback';
    return NOT_PUBLIC_V4.check(address) ? 'private' : 'public';
  }
  if (family !== 6) return 'private';
  const canonical = canonicalV6(address);
  if (canonical === undefined) return 'private';
  if (canonical === '::1') return 'loopback';
  if (NAT64.check(canonical, 'ipv6')) return classOfAddress(lastIpv4Of(canonical)) === 'public' ? 'public' : 'private';
  return GLOBAL_UNICAST_V6.check(canonical, 'ipv6') && !NOT_PUBLIC_V6.check(canonical, 'ipv6') ? 'public' : 'private';
}

/** Undefined for an address with a zone (`fe80::1%eth0`), which only a link-local address has. */
function canonicalV6(address: string): string | undefined {
  return URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1);
}

function lastIpv4Of(canonical: string): string {
  const [high = 0, low = 0] = canonical
    .split(':')
    .slice(-2)
    .map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

export interface AddressGuard {
  /** Null when this address may be asked, as far as can be told without resolving its name. */
  checkUrl(url: URL): ScopeRefusal | null;
  /** Resolves a name for one connection and fails with `scope_refused` when any of its addresses lies outside. */
  lookup: LookupFunction;
}

/**
 * Loopback is allowed only as a very origin that was typed (`127.0.0.1`, `[::1]`, `localhost`): a redirect from
 * there to another local port needs `allow_private` like every other private address.
 */
export function createAddressGuard(deps: { lookup: Lookup }, spec: TargetSpec, scope: ScopeRecord): AddressGuard {
  const typed = typedUrls(spec).flatMap((text) => {
    const url = URL.parse(text);
    return url === null ? [] : [{ origin: url.origin, hostname: url.hostname, disguised: isDisguised(text, url) }];
  });
  const typedLocalhost = typed.some(({ hostname }) => hostname === 'localhost');

  function checkUrl(url: URL): ScopeRefusal | null {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      return { detail: `${url.protocol} addresses are never asked, only http: and https:.` };
    }
    if (url.username !== '' || url.password !== '') {
      return { detail: 'The address holds a user name or password. Name an environment variable in headers_env.' };
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const asTyped = typed.find(({ origin }) => origin === url.origin);
    if (asTyped?.disguised) return needsPrivate(`${host}, written in another form,`, scope);
    if (asTyped?.hostname === 'localhost') return null;
    if (isIP(host) === 0) return checkName(host, scope);
    const addressClass = classOfAddress(host);
    if (addressClass === 'loopback' && asTyped) return null;
    return addressClass === 'public' ? needsPermission(host, scope) : needsPrivate(host, scope);
  }

  async function resolve(hostname: string): Promise<LookupAddress[]> {
    const found = [...(await deps.lookup(hostname))];
    if (found.length === 0) throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
    for (const { address } of found) {
      const addressClass = classOfAddress(address);
      if (addressClass === 'loopback' && typedLocalhost && hostname === 'localhost') continue;
      const what = `${hostname} (which is ${address})`;
      const refusal = addressClass === 'public' ? needsPermission(what, scope) : needsPrivate(what, scope);
      if (refusal) throw new StudioError('scope_refused', refusal.detail);
    }
    return found;
  }

  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (options.all || first === undefined) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };

  return { checkUrl, lookup };
}

/** The early check at registration: null when nothing about the address speaks against it. Resolves no name. */
export function checkScope(spec: TargetSpec, scope: ScopeRecord): ScopeRefusal | null {
  const guard = createAddressGuard({ lookup: systemLookup }, spec, scope);
  for (const text of typedUrls(spec)) {
    const url = URL.parse(text);
    const refusal = url === null ? { detail: 'The address cannot be read.' } : guard.checkUrl(url);
    if (refusal) return refusal;
  }
  return null;
}

/** Every address that the description of a target names. */
function typedUrls(spec: TargetSpec): string[] {
  if (spec.kind === 'function') return [];
  if (spec.kind === 'mcp') return spec.url === undefined ? [] : [spec.url];
  return [spec.url, ...(spec.kind === 'http' ? (spec.session ?? []) : []).map(({ url }) => url)];
}

/** `2130706433`, `0x7f.1` and `0177.0.0.1` are 127.0.0.1 to a URL parser, but nobody types them by accident. */
function isDisguised(text: string, url: URL): boolean {
  if (isIP(url.hostname) !== 4) return false;
  const host = /^https?:\/\/([^/:?#]*)/i.exec(text)?.[1];
  return host !== url.hostname;
}

function checkName(host: string, scope: ScopeRecord): ScopeRefusal | null {
  if (scope.allow_private || scope.allowed_by !== undefined) return null;
  return {
    detail: `${host} needs --allowed-by "NAME, ROLE" (who allowed its audit), or --allow-private when it lies in your own network.`,
  };
}

function needsPrivate(what: string, scope: ScopeRecord): ScopeRefusal | null {
  if (scope.allow_private) return null;
  return { detail: `${what} is a private, local or reserved address and needs --allow-private.` };
}

function needsPermission(what: string, scope: ScopeRecord): ScopeRefusal | null {
  if (scope.allowed_by !== undefined) return null;
  return { detail: `${what} is a public address and needs --allowed-by "NAME, ROLE" (who allowed its audit).` };
}
