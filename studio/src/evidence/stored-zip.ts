/**
 * A zip of uncompressed files in which no byte is free: names, sizes and checksums fix every other byte. So any unzip
 * program opens it, a changed byte of a file is still in its place, and a changed byte between the files is seen as well.
 */
import { crc32 } from 'node:zlib';

export interface ZipFile {
  name: string;
  bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** Version 2.0 reads it; names are UTF-8; 1 January 1980, as the container is not the place that tells the time. */
const NEEDS = 20;
const UTF8 = 0x0800;
const DAY = 0x0021;
/** Sizes have 32 bits without the 64-bit extension, which many programs still stumble on. */
export const ZIP_MAX_BYTES = 0xf000_0000;

interface Entry {
  name: string;
  offset: number;
  size: number;
  crc: number;
}

const localHeader = ({ name, size, crc }: Entry): Buffer => {
  const header = Buffer.alloc(LOCAL_BYTES + Buffer.byteLength(name));
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(NEEDS, 4);
  header.writeUInt16LE(UTF8, 6);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(header.length - LOCAL_BYTES, 26);
  header.write(name, LOCAL_BYTES);
  return header;
};

const centralHeader = ({ name, size, crc, offset }: Entry): Buffer => {
  const header = Buffer.alloc(CENTRAL_BYTES + Buffer.byteLength(name));
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(NEEDS, 4);
  header.writeUInt16LE(NEEDS, 6);
  header.writeUInt16LE(UTF8, 8);
  header.writeUInt16LE(DAY, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(size, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(header.length - CENTRAL_BYTES, 28);
  header.writeUInt32LE(offset, 42);
  header.write(name, CENTRAL_BYTES);
  return header;
};

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(END_BYTES);
  record.writeUInt32LE(END, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/** The directory at the end of the file, as the entries fix it. */
function directory(entries: readonly Entry[]): { owner: string; bytes: Buffer }[] {
  const headers = entries.map((entry) => ({ owner: entry.name, bytes: centralHeader(entry) }));
  const last = entries.at(-1);
  const offset = last === undefined ? 0 : last.offset + localHeader(last).length + last.size;
  const size = headers.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [...headers, { owner: '', bytes: endRecord(entries.length, size, offset) }];
}

/** The pieces of the file in order. Throws `RangeError` above `ZIP_MAX_BYTES`. */
export function writeStoredZip(files: readonly ZipFile[]): Buffer[] {
  const pieces: Buffer[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const entry = { name, offset, size: bytes.length, crc: crc32(bytes) };
    const header = localHeader(entry);
    entries.push(entry);
    pieces.push(header, bytes);
    offset += header.length + bytes.length;
  }
  if (offset > ZIP_MAX_BYTES) throw new RangeError(`a zip of ${offset} bytes is more than ${ZIP_MAX_BYTES}`);
  return [...pieces, ...directory(entries).map(({ bytes }) => bytes)];
}

export interface ReadZip {
  files: ZipFile[];
  /** Files whose entry in the container is not what their content fixes; '' is the end of the directory. */
  changedEntries: string[];
}

/**
 * Null when it is no zip of this kind that holds `names`, in this order and nothing else. One changed byte between the
 * files never keeps it from being read.
 */
export function readStoredZip(bytes: Buffer, names: readonly string[]): ReadZip | null {
  // The headers before the files and the directory after them tell the same; whichever fits the file is believed.
  const entries = [entriesOfDirectory(bytes), entriesOfHeaders(bytes)].find((found) => fits(found, bytes, names));
  if (entries === undefined) return null;
  const files = entries.map((entry) => {
    const from = entry.offset + LOCAL_BYTES + Buffer.byteLength(entry.name);
    return { name: entry.name, bytes: bytes.subarray(from, from + entry.size) };
  });
  const changed = new Set<string>();
  for (const entry of entries) {
    const header = localHeader(entry);
    if (!header.equals(bytes.subarray(entry.offset, entry.offset + header.length))) changed.add(entry.name);
  }
  let at = bytes.length - directory(entries).reduce((sum, piece) => sum + piece.bytes.length, 0);
  for (const { owner, bytes: expected } of directory(entries)) {
    if (!expected.equals(bytes.subarray(at, at + expected.length))) changed.add(owner);
    at += expected.length;
  }
  return { files, changedEntries: [...changed] };
}

/** True when files and directory fill the whole file, without a gap. */
function fits(entries: readonly Entry[], bytes: Buffer, names: readonly string[]): boolean {
  if (entries.length !== names.length) return false;
  let at = 0;
  for (const [i, entry] of entries.entries()) {
    if (entry.offset !== at || entry.name !== names[i]) return false;
    at += LOCAL_BYTES + Buffer.byteLength(entry.name) + entry.size;
  }
  return at + directory(entries).reduce((sum, { bytes }) => sum + bytes.length, 0) === bytes.length;
}

function entriesOfHeaders(bytes: Buffer): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at + LOCAL_BYTES <= bytes.length && bytes.readUInt32LE(at) === LOCAL) {
    const size = bytes.readUInt32LE(at + 18);
    const nameBytes = bytes.readUInt16LE(at + 26);
    const name = bytes.toString('utf8', at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes);
    entries.push({ name, offset: at, size, crc: bytes.readUInt32LE(at + 14) });
    at += LOCAL_BYTES + nameBytes + size;
  }
  return entries;
}

function entriesOfDirectory(bytes: Buffer): Entry[] {
  const end = bytes.length - END_BYTES;
  if (end < 0) return [];
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + CENTRAL_BYTES <= end && bytes.readUInt32LE(at) === CENTRAL) {
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    entries.push({
      name,
      offset: bytes.readUInt32LE(at + 42),
      size: bytes.readUInt32LE(at + 20),
      crc: bytes.readUInt32LE(at + 16),
    });
    at += CENTRAL_BYTES + nameBytes;
  }
  return entries;
}
