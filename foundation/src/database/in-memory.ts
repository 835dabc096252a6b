/** A store in memory, gone with its process: for tests, and for what is played through and thrown away. */
import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import { fromPglite } from './embedded.ts';

export async function openInMemory(): Promise<Database> {
  return fromPglite(await PGlite.create(), { assertWritable: () => {} });
}
