import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'studio-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ID = '01998f3f-5a10-7d2b-8e44-1c0a3b7d2e91';

test('a sealed file is written byte by byte as the studio sent it, also where it is no text', async () => {
  const sent = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 256));
  await using server = createServer(({ method }, response) => {
    if (method === 'GET') return response.end('{}');
    response.writeHead(200, { 'content-type': 'application/zip' });
    response.write(sent.subarray(0, 1001));
    response.end(sent.subarray(1001));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    STUDIO_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    STUDIO_API_KEY: 'k'.repeat(16),
  };
  const file = join(folder, 'evidence.zip');
  expect(await captureRun(['evidence', 'seal', ID, '-o', file], { env })).toMatchObject({
    exit: 0,
    stderr: expect.stringContaining('signed'),
    stdout: `${file}\n`,
  });
  expect(readFileSync(file).equals(sent)).toBe(true);
  expect(await captureRun(['verify', file])).toMatchObject({ exit: 4, stdout: expect.stringContaining('✗') });
});

test('what is no bundle exits 4; a file that is not there and a key that is none are told as such', async () => {
  const empty = join(folder, 'empty.zip');
  writeFileSync(empty, '');
  const told = await captureRun(['verify', empty, '--json', '-']);
  expect(told.exit).toBe(4);
  expect(JSON.parse(told.stdout)).toMatchObject({
    ok: false,
    faults: [{ reason: expect.stringContaining('no evidence') }],
  });
  expect(await captureRun(['verify', join(folder, 'none.zip')])).toMatchObject({ exit: 2 });
  expect(await captureRun(['verify', empty, '--key', 'short'])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('43 characters'),
  });
});
