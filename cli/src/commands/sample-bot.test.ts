import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { FAULT_NAMES } from '@sacred-qa/sample-bot';
import { expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';

/** A run that is interrupted before it begins: it starts, greets and stops. */
function interrupted(): AbortController {
  const controller = new AbortController();
  controller.abort();
  return controller;
}

test('--list-faults lists every fault with its sentence and starts nothing', async () => {
  const { exit, stdout } = await captureRun(['sample-bot', '--list-faults']);
  expect(exit).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(FAULT_NAMES);
  expect(lines.every((line) => line.endsWith('.'))).toBe(true);
});

test('it tells where the bot answers and how to audit it, and stops on Ctrl-C', async () => {
  const { exit, stdout } = await captureRun(['sample-bot', '--port', '0', '--faults', 'old-gst,zip-code'], {
    interruption: interrupted(),
  });
  expect(exit).toBe(0);
  expect(stdout).toMatch(/answers at http:\/\/127\.0\.0\.1:\d+\/v1, model sample-bot, with 2 planted faults\./);
  expect(stdout).toMatch(/studio audit run --target http:\/\/127\.0\.0\.1:\d+\/v1 --model sample-bot/);
});

test('--faults all plants every fault', async () => {
  const { stdout } = await captureRun(['sample-bot', '--port', '0', '--faults', 'all'], {
    interruption: interrupted(),
  });
  expect(stdout).toContain(`with ${FAULT_NAMES.length} planted faults`);
});

test('a fault that does not exist is refused with the nearest that does', async () => {
  const { exit, stderr } = await captureRun(['sample-bot', '--faults', 'old-gts']);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/There is no fault "old-gts"\.\n\s+Did you mean: old-gst/);
});

test('a port that another program holds is refused and named', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const { exit, stderr } = await captureRun(['sample-bot', '--port', String(port)], { interruption: interrupted() });
  holder.close();
  expect(exit).toBe(2);
  expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken`);
});
