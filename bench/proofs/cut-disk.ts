/**
 * A layer under Node's file system: while it is attached, every change below `root` also goes into a disk model
 * that knows what was synced, so that a power cut can be laid at any change without stopping the program.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import {
  type CutOptions,
  createDiskModel,
  type DiskNode,
  type FileNode,
  type FolderNode,
  newFolder,
} from './disk-model.ts';

export type Operation = 'create' | 'write' | 'resize' | 'rename' | 'remove' | 'sync';

export interface CutDisk {
  /** Told before each change or sync is made. One watcher at a time. */
  watch(watcher: ((operation: Operation, path: string) => void) | null): void;
  /** Writes into `target`, a folder that is not there yet, what a cut at this instant leaves of `root`. */
  cut(target: string, options: CutOptions): void;
  /** Gives Node its own functions back. */
  detach(): void;
}

interface OpenFile {
  node: DiskNode;
  path: string;
  position: number;
}

type Patched =
  | 'openSync'
  | 'closeSync'
  | 'readSync'
  | 'writeSync'
  | 'ftruncateSync'
  | 'truncateSync'
  | 'fsyncSync'
  | 'fdatasyncSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'rmdirSync'
  | 'rmSync'
  | 'mkdirSync'
  | 'writeFileSync';

/** What the store does not use today; were it to begin, the model would be wrong without a word. */
const NOT_MODELLED = ['appendFileSync', 'copyFileSync', 'cpSync', 'linkSync', 'symlinkSync', 'writevSync'] as const;

/** `loseSync` names syncs that this disk acknowledges without making them: a disk, or a program, that lies. */
export function attachCutDisk(deps: {
  root: string;
  loseSync?: (kind: DiskNode['kind'], path: string) => boolean;
}): CutDisk {
  const root = resolve(deps.root);
  const loseSync = deps.loseSync ?? (() => false);
  const real = { ...fs };
  const model = createDiskModel(loadFolder(real, root));
  const open = new Map<number, OpenFile>();
  let watcher: ((operation: Operation, path: string) => void) | null = null;

  const isBelow = (path: unknown): path is string =>
    typeof path === 'string' && resolve(path).startsWith(`${root}${sep}`);
  const tell = (operation: Operation, path: string) => watcher?.(operation, path);

  function nodeAt(path: string): DiskNode | undefined {
    let node: DiskNode | undefined = model.root;
    for (const name of relative(root, resolve(path)).split(sep)) {
      if (name !== '') node = node?.kind === 'folder' ? node.entries.get(name) : undefined;
    }
    return node;
  }
  function placeOf(path: string): { folder: FolderNode; name: string } {
    const folder = nodeAt(dirname(resolve(path)));
    if (folder?.kind !== 'folder') throw new Error(`${path} lies in a folder that the disk model has not seen`);
    return { folder, name: basename(path) };
  }
  function fileAt(path: string): FileNode | undefined {
    const node = nodeAt(path);
    return node?.kind === 'file' ? node : undefined;
  }
  function forgetTree(path: string): void {
    const node = nodeAt(path);
    if (node === undefined) return;
    if (node.kind === 'folder') for (const name of [...node.entries.keys()]) forgetTree(join(path, name));
    model.remove(placeOf(path));
  }
  function sync(fd: number): void {
    const file = open.get(fd);
    if (file === undefined) return;
    tell('sync', file.path);
    if (!loseSync(file.node.kind, file.path)) model.sync(file.node);
  }

  const patched: Pick<typeof fs, Patched> = {
    openSync(path, flags = 'r', mode = 0o666) {
      if (!isBelow(path) && resolve(String(path)) !== root) return real.openSync(path, flags, mode);
      const bits = flagBits(flags);
      const creates = (bits & fs.constants.O_CREAT) !== 0 && !real.existsSync(path);
      const empties = !creates && (bits & fs.constants.O_TRUNC) !== 0;
      if (creates) tell('create', String(path));
      if (empties) tell('resize', String(path));
      const fd = real.openSync(path, flags, mode);
      if (creates) model.createFile(placeOf(String(path)), Number(mode) & 0o777);
      const node = nodeAt(String(path));
      if (node === undefined) return fd;
      if (empties && node.kind === 'file') model.resize(node, 0);
      open.set(fd, { node, path: resolve(String(path)), position: 0 });
      return fd;
    },
    closeSync(fd) {
      real.closeSync(fd);
      open.delete(fd);
    },
    readSync: ((fd: number, ...rest: unknown[]) => {
      const bytes = (real.readSync as (fd: number, ...rest: unknown[]) => number)(fd, ...rest);
      const file = open.get(fd);
      // Only a read without a position of its own moves the place where the next write without one goes.
      if (file !== undefined && typeof rest[3] !== 'number') file.position += bytes;
      return bytes;
    }) as typeof fs.readSync,
    writeSync(fd: number, data: NodeJS.ArrayBufferView | string, ...rest: (number | string | null | undefined)[]) {
      const file = open.get(fd);
      if (file === undefined || file.node.kind !== 'file') {
        return (real.writeSync as (fd: number, ...rest: unknown[]) => number)(fd, data, ...rest);
      }
      tell('write', file.path);
      const whole =
        typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
      const [offset, length, given] = typeof data === 'string' ? [0, whole.length, rest[0]] : rest;
      const start = Number(offset ?? 0);
      const wanted = whole.subarray(start, start + Number(length ?? whole.length - start));
      const at = typeof given === 'number' ? given : file.position;
      const written = real.writeSync(fd, wanted, 0, wanted.length, at);
      // Copied: the engine's memory goes on changing.
      model.write(file.node, at, Buffer.from(wanted.subarray(0, written)));
      if (typeof given !== 'number') file.position = at + written;
      return written;
    },
    ftruncateSync(fd, size) {
      const file = open.get(fd);
      if (file !== undefined) tell('resize', file.path);
      real.ftruncateSync(fd, size);
      if (file?.node.kind === 'file') model.resize(file.node, size ?? 0);
    },
    truncateSync(path, size) {
      if (isBelow(path)) tell('resize', path);
      real.truncateSync(path, size);
      const node = isBelow(path) ? fileAt(path) : undefined;
      if (node !== undefined) model.resize(node, size ?? 0);
    },
    fsyncSync: sync,
    fdatasyncSync: sync,
    renameSync(from, to) {
      if (!isBelow(from) || !isBelow(to)) return real.renameSync(from, to);
      tell('rename', to);
      real.renameSync(from, to);
      model.rename(placeOf(from), placeOf(to));
    },
    unlinkSync(path) {
      if (isBelow(path)) tell('remove', path);
      real.unlinkSync(path);
      if (isBelow(path)) forgetTree(path);
    },
    rmdirSync(path) {
      if (isBelow(path)) tell('remove', path);
      real.rmdirSync(path);
      if (isBelow(path)) forgetTree(path);
    },
    rmSync(path, options) {
      if (isBelow(path)) tell('remove', path);
      real.rmSync(path, options);
      if (isBelow(path)) forgetTree(path);
    },
    mkdirSync: ((path: string, options?: fs.MakeDirectoryOptions) => {
      if (!isBelow(path)) return real.mkdirSync(path, options);
      const missing = [resolve(path)];
      while (!real.existsSync(dirname(missing[0] as string))) missing.unshift(dirname(missing[0] as string));
      const isNew = !real.existsSync(path);
      if (isNew) tell('create', path);
      const first = real.mkdirSync(path, options);
      if (isNew) for (const folder of missing) model.createFolder(placeOf(folder), real.statSync(folder).mode & 0o777);
      return first;
    }) as typeof fs.mkdirSync,
    writeFileSync(path, data, options) {
      if (!isBelow(path)) return real.writeFileSync(path, data, options);
      const { mode, flush } = typeof options === 'object' && options !== null ? options : {};
      const fd = patched.openSync(path, 'w', mode ?? 0o666);
      try {
        const bytes = typeof data === 'string' ? Buffer.from(data) : data;
        if (bytes.byteLength > 0) patched.writeSync(fd, bytes);
        if (flush) patched.fsyncSync(fd);
      } finally {
        patched.closeSync(fd);
      }
    },
  };
  const refused = Object.fromEntries(
    NOT_MODELLED.map((name) => [
      name,
      (...args: unknown[]) => {
        if (args.some(isBelow)) throw new Error(`${name} below ${root} is not in the disk model`);
        return (real[name] as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  );
  Object.assign(fs, patched, refused);
  syncBuiltinESMExports();

  return {
    watch(next) {
      watcher = next;
    },
    cut(target, options) {
      model.afterCut(options, (path, mode, bytes) => {
        const at = join(target, ...path);
        if (bytes === null) real.mkdirSync(at, { mode: mode | 0o700 });
        else real.writeFileSync(at, bytes, { mode });
      });
    },
    detach() {
      for (const name of [...Object.keys(patched), ...NOT_MODELLED] as (keyof typeof fs)[]) {
        Object.assign(fs, { [name]: real[name] });
      }
      syncBuiltinESMExports();
    },
  };
}

/** What stands on the disk when the layer is attached counts as synced. */
function loadFolder(real: Pick<typeof fs, 'readdirSync' | 'readFileSync' | 'statSync'>, path: string): FolderNode {
  const folder = newFolder(real.statSync(path).mode & 0o777);
  for (const entry of real.readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name);
    const node = entry.isDirectory() ? loadFolder(real, at) : loadFile(real, at);
    folder.entries.set(entry.name, node);
    folder.durableEntries.set(entry.name, node);
  }
  return folder;
}

function loadFile(real: Pick<typeof fs, 'readFileSync' | 'statSync'>, path: string): FileNode {
  const durable = real.readFileSync(path);
  return { kind: 'file', mode: real.statSync(path).mode & 0o777, durable, size: durable.length, unsynced: [] };
}

function flagBits(flags: string | number): number {
  if (typeof flags === 'number') return flags;
  const { O_CREAT, O_TRUNC } = fs.constants;
  if (flags.startsWith('w')) return O_CREAT | O_TRUNC;
  return flags.startsWith('a') ? O_CREAT : 0;
}
