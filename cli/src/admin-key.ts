/** The first admin key: minted at the first start, kept beside the data for the CLI of the same machine. */
import { hash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Studio } from '@sacred-qa/studio/studio';

export const adminKeyFile = (dataDir: string): string => join(dataDir, 'admin.key');

export async function ensureAdminKey(deps: {
  keys: Studio['keys'];
  dataDir: string;
  host: string;
}): Promise<{ key: string; isNew: boolean }> {
  const file = adminKeyFile(deps.dataDir);
  const kept = readKey(file);
  if (kept !== null && (await deps.keys.findByHash(hash('sha256', kept)))?.scope === 'admin')
    return { key: kept, isNew: false };
  const { key } = await deps.keys.mint(`admin key of ${deps.host}`, 'admin');
  writeFileSync(file, `${key}\n`, { mode: 0o600, flush: true });
  // An older file keeps its mode when it is written again.
  chmodSync(file, 0o600);
  return { key, isNew: true };
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
