/**
 * Which addresses may be asked. Owns the rule for a host by its class, and the check of every
 * address a name resolves to at the moment of connecting, so that a name cannot change its meaning in between.
 */
import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import { classOfAddress, type Lookup, systemLookup } from '@sacred-qa/foundation/address-class';

export interface ScopeRefusal {
  detail: string;
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
export function typedUrls(spec: TargetSpec): string[] {
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
