/**
 * Makes the embedded store durable. PGlite ships with fsync off: its WASM build never syncs a file.
 * Here every fsync that PostgreSQL asks for reaches the disk, and so do the folder entries that were
 * created, renamed or removed since the last one.
 */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type InitResult = Awaited<ReturnType<NodeFS['init']>>;
type PostgresModule = Parameters<NonNullable<InitResult['emscriptenOpts']['preRun']>[number]>[0];

interface NodeFsNode {
  mode: number;
}
type NodeOps = Record<string, (...args: never[]) => unknown>;
interface NodeFsBackend {
  realPath(node: NodeFsNode): string;
  node_ops: NodeOps;
  stream_ops: Record<string, unknown>;
}

/** Number of syncs that reached the disk; the proofs count them. */
export interface SyncCounter {
  syncs: number;
}

export class DurableNodeFS extends NodeFS implements SyncCounter {
  syncs = 0;
  readonly #staleFolders = new Set<string>();

  override async init(pg: PGlite, opts: Parameters<NodeFS['init']>[1]): Promise<InitResult> {
    const { emscriptenOpts } = await super.init(pg, opts);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: PostgresModule) => this.#hook(module)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  #hook(module: PostgresModule): void {
    const { FS, NODEFS } = module as unknown as {
      FS: { ErrnoError: new (errno: number) => Error };
      NODEFS: NodeFsBackend;
    };
    this.#watchFolders(NODEFS);
    NODEFS.stream_ops.fsync = (stream: { nfd: number }): number => {
      try {
        this.#sync(stream.nfd);
        return 0;
      } catch (error) {
        // The engine understands only its own error class; anything else would escape through WASM.
        throw new FS.ErrnoError(EMSCRIPTEN_ERRNO[(error as NodeJS.ErrnoException).code ?? ''] ?? EMSCRIPTEN_EIO);
      }
    };
  }

  /** A new or renamed file survives a power cut only when its folder is synced as well. */
  #watchFolders(backend: NodeFsBackend): void {
    const mark = (node: NodeFsNode) => this.#staleFolders.add(backend.realPath(node));
    const after = (name: string, foldersOf: (args: NodeFsNode[]) => (NodeFsNode | undefined)[]) => {
      const original = backend.node_ops[name] as (...args: NodeFsNode[]) => unknown;
      backend.node_ops[name] = (...args: never[]) => {
        const result = original(...(args as NodeFsNode[]));
        for (const folder of foldersOf(args as NodeFsNode[])) if (folder) mark(folder);
        return result;
      };
    };
    after('mknod', ([folder]) => [folder]);
    after('symlink', ([folder]) => [folder]);
    after('unlink', ([folder]) => [folder]);
    after('rmdir', ([folder]) => [folder]);
    after('rename', ([moved, newFolder]) => [(moved as { parent?: NodeFsNode } | undefined)?.parent, newFolder]);
  }

  #sync(fd: number): void {
    fs.fsyncSync(fd);
    this.syncs += 1;
    for (const folder of this.#staleFolders) {
      syncPath(folder);
      this.#staleFolders.delete(folder);
    }
  }
}

/** PostgreSQL's own sync switched on: no `-F`, and fsync because fdatasync is an empty call in the WASM build. */
export const durableStartParams = (): string[] => [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=32MB',
];

/** initdb does not sync what it writes: after the first creation the whole folder is synced once. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(folder);
}

export function syncPath(path: string): void {
  let fd: number;
  try {
    fd = fs.openSync(path, 'r');
  } catch (error) {
    // A folder removed since it was marked needs no sync of its own: its parent was marked with it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    fs.fsyncSync(fd);
  } catch (error) {
    // Windows cannot sync a folder; its file system orders these entries itself.
    if (process.platform !== 'win32') throw error;
  } finally {
    fs.closeSync(fd);
  }
}

/** A data folder that was made just now outlives a power cut only when every folder that leads to it was synced. */
export function syncFoldersAbove(path: string): void {
  const above = dirname(path);
  try {
    syncPath(above);
  } catch (error) {
    // A folder that may not be opened is not ours to have made anything in.
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
  }
  if (above !== path) syncFoldersAbove(above);
}

export const syncParent = (path: string): void => syncPath(dirname(path));

// Numbers of the WASM build's C library (musl's WASI errno), not the host's.
const EMSCRIPTEN_EIO = 29;
const EMSCRIPTEN_ERRNO: Record<string, number> = { EIO: 29, ENOSPC: 51, EBADF: 8, EROFS: 69, EDQUOT: 19, EINTR: 27 };
