/** The store as it is, and stores with one fault each in how they sync, which the proofs must find. */
import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { Database } from '../../foundation/src/database/database.ts';
import { durableStartParams } from '../../foundation/src/database/durable-fs.ts';
import { fromPglite } from '../../foundation/src/database/embedded.ts';
import { openStore, storeFolder } from '../../foundation/src/database/open.ts';

export interface Opened {
  db: Database;
  close(): Promise<void>;
}
export type OpenAt = (dataDir: string) => Promise<Opened>;

export const openOurs: OpenAt = (dataDir) =>
  openStore({ config: { dataDir, databaseUrl: undefined }, clock: { now: Date.now } });

/** The engine without our hook and with its own start parameters: it never syncs. */
export const openAsShipped: OpenAt = async (dataDir) => {
  const pg = await PGlite.create({ fs: new NodeFS(storeFolder(dataDir)) });
  return { db: fromPglite(pg, { assertWritable: () => {} }), close: () => pg.close() };
};

/** Syncs every file and folder that the engine asks for, and no other folder. */
class FilesOnlyFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const hook = (module: unknown) => {
      const { NODEFS } = module as { NODEFS: { stream_ops: Record<string, unknown> } };
      NODEFS.stream_ops.fsync = (stream: { nfd: number }) => {
        fs.fsyncSync(stream.nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } };
  }
}

export const openFilesOnly: OpenAt = async (dataDir) => {
  const pg = await PGlite.create({ fs: new FilesOnlyFS(storeFolder(dataDir)), startParams: durableStartParams() });
  return { db: fromPglite(pg, { assertWritable: () => {} }), close: () => pg.close() };
};
