/** Restores a back-up beside the store, and exchanges the two only when it is whole. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Config } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import { syncParent } from '@sacred-qa/foundation/database/durable-fs';
import { takeFolderLock } from '@sacred-qa/foundation/database/lock';
import { openStore, storeFolder } from '@sacred-qa/foundation/database/open';

export interface Restored {
  rows: number;
  /** Where the store that stood before lies now; null when there was none, or on a server. */
  before: string | null;
}

/** `load` fills an empty store; what it answers is answered. */
export async function restoreStore<Loaded extends { rows: number }>(deps: {
  config: Config;
  clock: Clock;
  load: (db: Database) => Promise<Loaded>;
}): Promise<Loaded & Restored> {
  const { config, clock, load } = deps;
  if (config.databaseUrl !== undefined) return { ...(await loadInto(config, clock, load)), before: null };
  // Held from beginning to end, so that no other process opens the store half-way.
  const lock = takeFolderLock({ dataDir: config.dataDir, clock });
  const fresh = join(config.dataDir, 'restoring');
  try {
    rmSync(fresh, { recursive: true, force: true });
    const loaded = await loadInto({ ...config, dataDir: fresh }, clock, load);
    const before = exchange(storeFolder(config.dataDir), storeFolder(fresh), isoOf(clock.now()));
    return { ...loaded, before };
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    lock.release();
  }
}

async function loadInto<Loaded>(
  config: Config,
  clock: Clock,
  load: (db: Database) => Promise<Loaded>,
): Promise<Loaded> {
  const store = await openStore({ config, clock });
  try {
    return await load(store.db);
  } finally {
    await store.close();
  }
}

function exchange(current: string, restored: string, at: string): string | null {
  const before = `${current}.before-${at.slice(0, 19).replaceAll(':', '-')}Z`;
  const stood = existsSync(current);
  if (stood) renameSync(current, before);
  // The mark first: a store without it is taken for one whose making was cut short, and removed.
  renameSync(`${restored}.created`, `${current}.created`);
  renameSync(restored, current);
  // Renames are on the disk only when the folders that they changed are.
  syncParent(restored);
  syncParent(current);
  return stood ? before : null;
}
