/** Opens the store that the configuration names. */
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { prepareDataFolder } from './data-folder.ts';
import type { Database } from './database.ts';
import { createDiskGuard, type DiskGuard } from './disk.ts';
import { openEmbedded } from './embedded.ts';
import { type FolderLock, takeFolderLock } from './lock.ts';
import { openServer } from './server.ts';

export interface OpenStore {
  db: Database;
  disk: DiskGuard;
  /** Null on a server: there the database itself keeps processes apart. */
  lock: FolderLock | null;
  close(): Promise<void>;
}

export const storeFolder = (dataDir: string): string => join(dataDir, 'db');

/** Throws `bad_request` (the folder), `store_locked`, `disk_full` or `database_unavailable`; then nothing was changed. */
export async function openStore(deps: {
  config: Pick<Config, 'databaseUrl' | 'dataDir'>;
  clock: Clock;
}): Promise<OpenStore> {
  const { config, clock } = deps;
  if (config.databaseUrl !== undefined) {
    prepareDataFolder(config.dataDir);
    const db = await openServer({ url: config.databaseUrl });
    return { db, disk: createDiskGuard({ folder: config.dataDir, clock }), lock: null, close: () => db.close() };
  }
  const lock = takeFolderLock({ dataDir: config.dataDir, clock });
  const disk = createDiskGuard({ folder: config.dataDir, clock });
  try {
    const db = await openEmbedded({ folder: storeFolder(config.dataDir), disk });
    return {
      db,
      disk,
      lock,
      async close() {
        try {
          await db.close();
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
