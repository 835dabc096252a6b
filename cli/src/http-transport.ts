/** Speaks HTTP to a served studio. node:http and not fetch, because a back-up or a job may take longer than its limits. */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Outgoing, Transport } from './client.ts';
import { Failure } from './failure.ts';

/** `baseUrl` may carry a path of its own, as behind a proxy. */
export function sendOverHttp(baseUrl: string): Transport {
  const base = baseUrl.replace(/\/+$/, '');
  const request = base.startsWith('https:') ? requestHttps : requestHttp;
  return async (outgoing: Outgoing) => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const message = request(`${base}${outgoing.path}`, {
      method: outgoing.method,
      headers: {
        ...outgoing.headers,
        ...(outgoing.body === undefined ? {} : { 'content-length': Buffer.byteLength(outgoing.body) }),
      },
      ...(outgoing.signal === undefined ? {} : { signal: outgoing.signal }),
    });
    message.on('response', resolve);
    message.on('error', reject);
    message.end(outgoing.body);
    const incoming = await promise.catch((error: Error) => {
      throw explain(error, base);
    });
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: readBody(incoming, base) };
  };
}

async function* readBody(incoming: IncomingMessage, base: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of incoming) yield piece as Uint8Array;
  } catch (error) {
    throw explain(error as Error, base);
  }
}

function explain(error: Error, base: string): Error {
  if (error.name === 'AbortError') return error;
  const { code } = error as NodeJS.ErrnoException;
  const why =
    code === 'ECONNREFUSED'
      ? 'nobody listens there'
      : code === 'ECONNRESET'
        ? 'the connection was cut'
        : error.message || (code ?? 'unknown fault');
  return new Failure(EXIT.fault, `The studio at ${base} does not answer: ${why}.`, {
    lines: ['Start one with: studio serve'],
    cause: error,
  });
}
