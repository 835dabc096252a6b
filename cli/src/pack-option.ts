/** Reads from the command line which pack is meant: one that comes with the program, or a file of the user's. */
import { readFileSync } from 'node:fs';
import { type Pack, pack } from '@sacred-qa/contracts/pack';
import { parse as parseYaml } from 'yaml';
import { usageError } from './failure.ts';

/** A name goes out as it is; what looks like a file is read, and its shape is checked before anything is asked. */
export function packFrom(nameOrFile: string): string | Pack {
  if (!/[\\/]|\.(ya?ml|json)$/i.test(nameOrFile)) return nameOrFile;
  let raw: unknown;
  try {
    const text = readFileSync(nameOrFile, 'utf8');
    // JSON is YAML as well, and takes far longer to be read as such.
    raw = /\.json$/i.test(nameOrFile) ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    throw usageError(`${nameOrFile} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  const parsed = pack.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw usageError(
    `${nameOrFile} is no pack:`,
    ...parsed.error.issues.slice(0, 10).map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`),
    `See: studio packs check ${nameOrFile}`,
  );
}
