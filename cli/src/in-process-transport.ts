/** Calls the composed app in this process, through the same routes that the network reaches. */
import type { Transport } from './client.ts';
import type { InjectableApp } from './composition.ts';

export function injectInto(app: InjectableApp): Transport {
  return async ({ method, path, headers, body, signal }) => {
    signal?.throwIfAborted();
    const response = await app.inject({
      method,
      url: path,
      headers,
      payloadAsStream: true,
      ...(body === undefined ? {} : { payload: body }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { status: response.statusCode, headers: response.headers, body: response.stream() };
  };
}
