/** A word for one change, so that the same change sent twice is made once. */

/** Not randomUUID: a page that came without TLS from another machine has none. */
export const newOnce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
