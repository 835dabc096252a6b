/** The environment of a program or function that a target names: what it needs to find its way, and what is named. */
import type { KnownSecrets } from './request-headers.ts';

/** Everything else, our own keys and the address of our database included, is named by the target or not there. */
const PLAIN = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'SystemRoot'];

export function environmentFor(names: readonly string[], known: KnownSecrets): Record<string, string> {
  const plain = PLAIN.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return Object.fromEntries([...plain, ...names.map((name) => [name, known.valueOf(name)])]);
}
