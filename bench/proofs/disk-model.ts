/**
 * A disk as a power cut leaves it. What was synced stays; of everything else any part may have reached the platter:
 * a file's sync covers its bytes and its size, a folder's sync covers its entries, and nothing covers anything more.
 */
import type { Seeded } from './seeded.ts';

export interface FileNode {
  kind: 'file';
  mode: number;
  /** Bytes that a cut leaves for certain. */
  durable: Buffer;
  /** Size as the running program sees it. */
  size: number;
  unsynced: ByteChange[];
}

export interface FolderNode {
  kind: 'folder';
  mode: number;
  entries: Map<string, DiskNode>;
  durableEntries: Map<string, DiskNode>;
}

export type DiskNode = FileNode | FolderNode;
type ByteChange = { kind: 'write'; offset: number; bytes: Buffer } | { kind: 'resize'; size: number };

interface Place {
  folder: FolderNode;
  name: string;
}
/** A creation has only `to`, a removal only `from`; a rename has both and is atomic, as on every file system. */
interface EntryChange {
  from: Place | null;
  to: (Place & { node: DiskNode }) | null;
  unsyncedFolders: Set<FolderNode>;
}

/**
 * What becomes of the unsynced part: all of it is lost; every entry and size survives without its bytes (what a
 * journalling file system tends to do); or some entries, sizes and sectors survive, in any order.
 */
export type Loss = 'all' | 'bytes' | 'some';
export const LOSSES: readonly Loss[] = ['all', 'bytes', 'some'];

export interface CutOptions {
  loss: Loss;
  random: Seeded;
  /** A sector is written whole or not at all. */
  sectorBytes: 512 | 4096;
}

export interface DiskModel {
  root: FolderNode;
  createFile(place: Place, mode: number): FileNode;
  createFolder(place: Place, mode: number): FolderNode;
  remove(place: Place): void;
  rename(from: Place, to: Place): void;
  write(file: FileNode, offset: number, bytes: Buffer): void;
  resize(file: FileNode, size: number): void;
  sync(node: DiskNode): void;
  /** The tree after a cut now; `save` is called for each folder (bytes null) and file, parents first. */
  afterCut(options: CutOptions, save: (path: readonly string[], mode: number, bytes: Buffer | null) => void): void;
}

export const newFolder = (mode: number): FolderNode => ({
  kind: 'folder',
  mode,
  entries: new Map(),
  durableEntries: new Map(),
});

export function createDiskModel(root: FolderNode): DiskModel {
  let unsyncedEntries: EntryChange[] = [];

  function change(from: Place | null, to: EntryChange['to']): void {
    const folders = [from?.folder, to?.folder].filter((folder) => folder !== undefined);
    from?.folder.entries.delete(from.name);
    to?.folder.entries.set(to.name, to.node);
    unsyncedEntries.push({ from, to, unsyncedFolders: new Set(folders) });
  }

  function syncFolder(folder: FolderNode): void {
    for (const entry of unsyncedEntries) {
      entry.unsyncedFolders.delete(folder);
      if (entry.unsyncedFolders.size === 0) applyEntry(entry, (of) => of.durableEntries);
    }
    unsyncedEntries = unsyncedEntries.filter((entry) => entry.unsyncedFolders.size > 0);
  }

  return {
    root,
    createFile(place, mode) {
      const node: FileNode = { kind: 'file', mode, durable: Buffer.alloc(0), size: 0, unsynced: [] };
      change(null, { ...place, node });
      return node;
    },
    createFolder(place, mode) {
      const node = newFolder(mode);
      change(null, { ...place, node });
      return node;
    },
    remove: (place) => change(place, null),
    rename(from, to) {
      const node = from.folder.entries.get(from.name);
      if (node === undefined) throw new Error(`${from.name} is renamed but was never seen`);
      change(from, { ...to, node });
    },
    write(file, offset, bytes) {
      file.unsynced.push({ kind: 'write', offset, bytes });
      file.size = Math.max(file.size, offset + bytes.length);
    },
    resize(file, size) {
      file.unsynced.push({ kind: 'resize', size });
      file.size = size;
    },
    sync(node) {
      if (node.kind === 'folder') return syncFolder(node);
      node.durable = applyBytes(node);
      node.unsynced = [];
    },
    afterCut(options, save) {
      const left = entriesAfterCut(unsyncedEntries, options);
      const visit = (path: readonly string[], node: DiskNode): void => {
        save(path, node.mode, node.kind === 'file' ? bytesAfterCut(node, options) : null);
        if (node.kind === 'folder') for (const [name, child] of left(node)) visit([...path, name], child);
      };
      visit([], root);
    },
  };
}

function applyEntry({ from, to }: EntryChange, entriesOf: (folder: FolderNode) => Map<string, DiskNode>): void {
  if (from !== null) entriesOf(from.folder).delete(from.name);
  if (to !== null) entriesOf(to.folder).set(to.name, to.node);
}

function entriesAfterCut(unsynced: readonly EntryChange[], { loss, random }: CutOptions) {
  const copies = new Map<FolderNode, Map<string, DiskNode>>();
  const left = (folder: FolderNode) => {
    const copy = copies.get(folder) ?? new Map(folder.durableEntries);
    copies.set(folder, copy);
    return copy;
  };
  const survival = random.fraction();
  for (const entry of unsynced) {
    if (loss === 'bytes' || (loss === 'some' && random.chance(survival))) applyEntry(entry, left);
  }
  return left;
}

function applyBytes(file: FileNode): Buffer {
  const capacity = file.unsynced.reduce(
    (most, change) => Math.max(most, change.kind === 'write' ? change.offset + change.bytes.length : change.size),
    file.durable.length,
  );
  // A WAL segment is synced at every commit: it is changed in place, and copied only when it grows.
  const bytes = capacity > file.durable.length ? resized(file.durable, capacity) : file.durable;
  let { length } = file.durable;
  for (const change of file.unsynced) {
    if (change.kind === 'write') {
      change.bytes.copy(bytes, change.offset);
      length = Math.max(length, change.offset + change.bytes.length);
    } else {
      bytes.fill(0, Math.min(change.size, length), length);
      length = change.size;
    }
  }
  return bytes.subarray(0, length);
}

function resized(bytes: Buffer, size: number): Buffer {
  const copy = Buffer.alloc(size);
  bytes.copy(copy);
  return copy;
}

function bytesAfterCut(file: FileNode, options: CutOptions): Buffer {
  const { loss, random } = options;
  if (loss === 'all' || file.unsynced.length === 0) return file.durable;
  if (loss === 'bytes') return random.chance(0.5) ? file.durable : resized(file.durable, file.size);
  return someBytes(file, options);
}

/** Each sector stands as it was after any one of the changes that touched it, and so does the size. */
function someBytes(file: FileNode, { random, sectorBytes }: CutOptions): Buffer {
  const survival = random.fraction();
  const sizes = [file.durable.length];
  const touching = new Map<number, ByteChange[]>();
  for (const change of file.unsynced) {
    const before = sizes.at(-1) as number;
    const end = change.kind === 'write' ? change.offset + change.bytes.length : Math.max(before, change.size);
    const start = change.kind === 'write' ? change.offset : Math.min(before, change.size);
    sizes.push(change.kind === 'write' ? Math.max(before, end) : change.size);
    for (let sector = Math.floor(start / sectorBytes); sector * sectorBytes < end; sector += 1) {
      const changes = touching.get(sector);
      if (changes === undefined) touching.set(sector, [change]);
      else changes.push(change);
    }
  }
  const reached = (versions: number) => (random.chance(survival) ? random.whole(1, versions) : 0);
  const bytes = resized(file.durable, sizes[reached(sizes.length - 1)] as number);
  for (const [sector, changes] of touching) {
    const start = sector * sectorBytes;
    const content = resized(file.durable.subarray(start, start + sectorBytes), sectorBytes);
    for (const change of changes.slice(0, reached(changes.length))) applyToSector(content, start, change);
    if (start < bytes.length) content.copy(bytes, start);
  }
  return bytes;
}

function applyToSector(content: Buffer, start: number, change: ByteChange): void {
  if (change.kind === 'resize') {
    // What lies beyond a new end reads as zeros once the file grows again.
    if (change.size < start + content.length) content.fill(0, Math.max(0, change.size - start));
    return;
  }
  const from = Math.max(start, change.offset);
  const to = Math.min(start + content.length, change.offset + change.bytes.length);
  change.bytes.copy(content, from - start, from - change.offset, to - change.offset);
}
