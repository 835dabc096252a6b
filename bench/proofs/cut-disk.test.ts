import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attachCutDisk, type CutDisk } from './cut-disk.ts';
import type { Loss } from './disk-model.ts';
import { seeded } from './seeded.ts';

let dir: string;
let root: string;
let disk: CutDisk;
let cuts = 0;
beforeEach(() => {
  dir = fs.mkdtempSync(join(tmpdir(), 'cut-disk-'));
  root = join(dir, 'root');
  fs.mkdirSync(root);
  fs.writeFileSync(join(root, 'before'), 'before');
  disk = attachCutDisk({ root });
});
afterEach(() => {
  disk.detach();
  fs.rmSync(dir, { recursive: true });
});

const at = (name: string) => join(root, name);
function syncAt(path: string): void {
  const fd = fs.openSync(path, 'r');
  fs.fsyncSync(fd);
  fs.closeSync(fd);
}

/** Path below the root to its text; a folder has null. */
function cut(loss: Loss = 'all', seed = 1): Record<string, string | null> {
  cuts += 1;
  const target = join(dir, `cut-${cuts}`);
  disk.cut(target, { loss, random: seeded(seed), sectorBytes: 512 });
  return Object.fromEntries(
    fs.readdirSync(target, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(target.length + 1), entry.isFile() ? fs.readFileSync(path, 'utf8') : null];
    }),
  );
}

test('what stood on the disk before stays, and bytes stay once their file was synced', () => {
  const fd = fs.openSync(at('before'), 'r+');
  fs.writeSync(fd, 'AFTER-and-more');
  expect(cut()).toEqual({ before: 'before' });
  fs.fsyncSync(fd);
  expect(cut()).toEqual({ before: 'AFTER-and-more' });
  fs.writeSync(fd, '!');
  expect(fs.readFileSync(at('before'), 'utf8')).toBe('AFTER-and-more!');
  expect(cut()).toEqual({ before: 'AFTER-and-more' });
  fs.closeSync(fd);
});

test('a new file stays only when its folder was synced, and has its bytes only when it was synced itself', () => {
  fs.writeFileSync(at('synced'), 'text', { flush: true });
  fs.writeFileSync(at('unsynced'), 'text');
  expect(cut()).toEqual({ before: 'before' });
  syncAt(root);
  expect(cut()).toEqual({ before: 'before', synced: 'text', unsynced: '' });
});

test('a file in a new folder stays only when every folder that leads to it was synced', () => {
  fs.mkdirSync(at('a/b'), { recursive: true });
  fs.writeFileSync(at('a/b/file'), 'text', { flush: true });
  syncAt(at('a/b'));
  syncAt(root);
  expect(cut()).toEqual({ before: 'before', a: null });
  syncAt(at('a'));
  expect(cut()).toEqual({ before: 'before', a: null, 'a/b': null, 'a/b/file': 'text' });
});

test('a rename over another file is undone as a whole until the folder is synced', () => {
  fs.writeFileSync(at('new'), 'new', { flush: true });
  syncAt(root);
  fs.renameSync(at('new'), at('before'));
  expect(cut()).toEqual({ before: 'before', new: 'new' });
  syncAt(root);
  expect(cut()).toEqual({ before: 'new' });
});

test('a removal is undone until the folder is synced', () => {
  fs.unlinkSync(at('before'));
  expect(cut()).toEqual({ before: 'before' });
  syncAt(root);
  expect(cut()).toEqual({});
});

test('a truncation is undone until the file is synced, and what grows back is zeros', () => {
  fs.truncateSync(at('before'), 2);
  expect(cut()).toEqual({ before: 'before' });
  fs.truncateSync(at('before'), 4);
  syncAt(at('before'));
  expect(cut()).toEqual({ before: 'be\0\0' });
});

test('with a loss of bytes, entries survive without them', () => {
  fs.renameSync(at('before'), at('after'));
  fs.writeFileSync(at('new'), 'text');
  const sizes = new Set<number>();
  for (let seed = 0; seed < 20; seed += 1) {
    const left = cut('bytes', seed);
    expect(Object.keys(left).sort()).toEqual(['after', 'new']);
    expect(left.new).toMatch(/^\0*$/);
    sizes.add(left.new?.length ?? -1);
  }
  expect([...sizes].sort()).toEqual([0, 4]);
});

test('with a loss of some, each sector is old or new as a whole, both occur, and a seed repeats itself', () => {
  fs.writeFileSync(at('sectors'), 'a'.repeat(4 * 512), { flush: true });
  syncAt(root);
  const fd = fs.openSync(at('sectors'), 'r+');
  fs.writeSync(fd, Buffer.alloc(4 * 512, 'b'), 0, 4 * 512, 0);
  fs.closeSync(fd);
  const seen = new Set<string>();
  for (let seed = 0; seed < 50; seed += 1) {
    const text = cut('some', seed).sectors ?? '';
    expect(text).toMatch(/^(a{512}|b{512}){4}$/);
    expect(cut('some', seed).sectors).toBe(text);
    for (let sector = 0; sector < 4; sector += 1) seen.add(`${sector}${text[sector * 512]}`);
  }
  expect(seen.size).toBe(8);
});

test('changes are told before they are made, so that a cut can be laid before any of them', () => {
  const told: string[] = [];
  disk.watch((operation, path) => {
    told.push(`${operation} ${path.slice(root.length + 1)} ${fs.existsSync(at('new'))}`);
  });
  fs.writeFileSync(at('new'), 'text', { flush: true });
  fs.renameSync(at('new'), at('other'));
  expect(told).toEqual(['create new false', 'write new true', 'sync new true', 'rename other true']);
});

test('a call that the model does not know is refused below the root, and is free elsewhere', () => {
  expect(() => fs.copyFileSync(at('before'), at('copy'))).toThrow('not in the disk model');
  fs.writeFileSync(join(dir, 'a'), '');
  fs.copyFileSync(join(dir, 'a'), join(dir, 'b'));
  disk.detach();
  fs.copyFileSync(at('before'), at('copy'));
});

test('a disk that loses the syncs of folders keeps no new file', () => {
  disk.detach();
  disk = attachCutDisk({ root, loseSync: (kind) => kind === 'folder' });
  fs.writeFileSync(at('new'), 'text', { flush: true });
  syncAt(root);
  expect(cut()).toEqual({ before: 'before' });
});
