/**
 * What an address is: loopback, private or public. Who follows addresses of another hand asks here, for every address a
 * name resolves to at the moment of connecting, so that a name cannot change its meaning in between.
 */
import { promises as dns, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** All addresses of a host name; rejects with a Node DNS error when there is none. */
export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

export const systemLookup: Lookup = (hostname) => dns.lookup(hostname, { all: true });

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
