/**
 * Follows one link as a reader's browser would, hop by hop, to the page at its end. Every connection goes to an address
 * that `mayConnect` allows, at the moment of connecting: a link must not lead this program into a private network.
 */
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Lookup } from '@sacred-qa/foundation/address-class';

export type LinkVisit =
  /** `hops` are the redirects on the way; `page` is the beginning of the text, empty for what is no HTML. */
  | { kind: 'answered'; status: number; url: string; hops: number; isHtml: boolean; page: string }
  /** It led to an address that must not be asked. */
  | { kind: 'private'; host: string }
  | { kind: 'too_many_redirects' }
  | { kind: 'unreachable'; why: string };

export type FetchLink = (link: string) => Promise<LinkVisit>;

export interface FetchLinkDeps {
  lookup: Lookup;
  /** Of an IP address. */
  mayConnect: (address: string) => boolean;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Browsers give up after 20; more than a few lose readers on slow lines. */
const REDIRECTS_MAX = 5;
/** Tags stand in the head of a page. */
const PAGE_BYTES = 512 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

class PrivateAddress extends Error {}

interface Reply {
  status: number;
  location: string | undefined;
  isHtml: boolean;
  page: string;
}

export function createFetchLink(deps: FetchLinkDeps): FetchLink {
  const lookup: LookupFunction = (hostname, options, callback) => {
    deps.lookup(hostname).then(
      (found) => {
        const [first] = found;
        if (first === undefined) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
        // One private address among several is enough: the next connection might take it.
        if (!found.every(({ address }) => deps.mayConnect(address))) return callback(new PrivateAddress(hostname), []);
        return options.all ? callback(null, [...found]) : callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };

  function get(url: URL, signal: AbortSignal): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const ask = url.protocol === 'https:' ? requestTls : requestPlain;
      const headers = {
        'user-agent': 'sacred-qa-studio (link check)',
        accept: 'text/html,*/*',
        'accept-encoding': 'identity',
      };
      const request = ask(url, { lookup, signal, headers, agent: false }, (response) => {
        const { statusCode: status = 0, headers: got } = response;
        const isHtml = /^text\/html|^application\/xhtml/i.test(got['content-type'] ?? '');
        const chunks: Buffer[] = [];
        let bytes = 0;
        const end = (): void => {
          const page = isHtml ? Buffer.concat(chunks).toString() : '';
          resolve({ status, location: got.location, isHtml, page });
          response.destroy();
        };
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes >= PAGE_BYTES) end();
        });
        response.on('end', end);
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end();
    });
  }

  return async (link) => {
    const signal = AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS);
    let url = new URL(link);
    try {
      for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
        const host = url.hostname.replace(/^\[|\]$/g, '');
        // The lookup is not asked for what is an address already.
        if (isIP(host) !== 0 && !deps.mayConnect(host)) return { kind: 'private', host };
        if (url.protocol !== 'http:' && url.protocol !== 'https:') {
          return { kind: 'unreachable', why: `it leads to ${url.protocol}` };
        }
        const { status, location, isHtml, page } = await get(url, signal);
        const next = location === undefined || !REDIRECTS.has(status) ? null : URL.parse(location, url);
        if (next === null) return { kind: 'answered', status, url: url.href, hops, isHtml, page };
        url = next;
      }
      return { kind: 'too_many_redirects' };
    } catch (error) {
      if (error instanceof PrivateAddress) return { kind: 'private', host: url.hostname };
      if (signal.aborted) return { kind: 'unreachable', why: 'no answer in time' };
      const { code, message } = error as NodeJS.ErrnoException;
      return { kind: 'unreachable', why: code ?? message };
    }
  };
}
