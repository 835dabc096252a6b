import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataFolder, unusable } from './data-folder.ts';
import { openStore } from './open.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studio-folder-'));
  writeFileSync(join(folder, 'file'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder that is missing is made with all above it, for its owner alone', () => {
  const deep = join(folder, 'a', 'b');
  prepareDataFolder(deep);
  prepareDataFolder(deep);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
});

test.each([
  ['a file', 'file', 'it is a file, or lies under one'],
  ['a folder under a file', 'file/db', 'it is a file, or lies under one'],
])('%s is refused with the cause and what to do', async (_name, path, reason) => {
  const dataDir = join(folder, path);
  const opening = openStore({ config: { databaseUrl: undefined, dataDir }, clock: { now: () => 0 } });
  await expect(opening).rejects.toMatchObject({
    code: 'bad_request',
    message: `The data folder ${dataDir} cannot be used: ${reason}. Set STUDIO_DATA_DIR to a folder that this user may write.`,
  });
});

test.skipIf(!existsSync('/proc/self'))('where no folder can be made it says so at once', async () => {
  const config = { databaseUrl: undefined, dataDir: '/proc/studio' };
  await expect(openStore({ config, clock: { now: () => 0 } })).rejects.toThrow('no folder can be made there');
});

test.each([
  ['EACCES', 'this user may not write there', 'bad_request'],
  ['EROFS', 'it lies on a disk that can only be read', 'bad_request'],
  ['ENOSPC', 'The disk of /d is full', 'disk_full'],
  ['EIO', 'as the system said', 'bad_request'],
])('%s is told in words', (code, reason, errorCode) => {
  const error = unusable('/d', Object.assign(new Error('as the system said'), { code }));
  expect([error.code, error.message]).toEqual([errorCode, expect.stringContaining(reason)]);
});
