import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { problem, type Routes, startStubStudio } from '../testing/stub-studio.ts';

let studio: Awaited<ReturnType<typeof startStubStudio>>;
let dataDir: string;
let routes: Routes;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'studio-bridge-log-'));
  routes = { 'POST /sankalpa': { status: 201, body: { lineage_id: '0199b5a0-0000-7000-8000-000000000000.0' } } };
  studio = await startStubStudio(routes);
});
afterEach(async () => {
  await studio.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const bridge = (argv: string[], env: Record<string, string> = {}, stdin = '') =>
  captureRun(['bridge', ...argv], {
    env: { STUDIO_DATA_DIR: dataDir, STUDIO_URL: studio.url, STUDIO_API_KEY: 'k'.repeat(20), ...env },
    stdin,
  });
const CALL = ['log', '--event', 'call.made', '--prospect', 'P-001'];
const toldIds = () => studio.seen.map((one) => (one.body as { source_event_id: string }).source_event_id);
const spooled = () => readFileSync(join(dataDir, 'spool', 'bridge.jsonl'), 'utf8');

test('an event is logged over HTTP with its parent, and its place is told', async () => {
  const done = await bridge([...CALL, '--id', 'c1', '--parent', 'mail:m1', '--data', '-'], {}, '{"minutes":12}');
  expect(done).toMatchObject({ exit: 0, stderr: '' });
  expect(done.stdout).toContain('studio lineage show 0199b5a0-0000-7000-8000-000000000000.0');
  expect(studio.seen[0]?.body).toEqual({
    text: 'call.made with P-001',
    context: '{"kind":"call.made","prospectId":"P-001","minutes":12}',
    ...{ kind: 'call.made', source: 'outreach', source_event_id: 'log:c1' },
    parent: { source: 'outreach', source_event_id: 'mail:m1' },
  });
});

test('while nobody answers an event is kept and exits 0; the next one tells both in their order', async () => {
  const gone = { STUDIO_URL: 'http://127.0.0.1:9' };
  const kept = await bridge([...CALL, '--id', 'first', '--json', '-'], gone);
  expect(kept.exit).toBe(0);
  expect(JSON.parse(kept.stdout)).toMatchObject({ state: 'kept', source_event_id: 'log:first' });
  expect(spooled()).toContain('"log:first"');
  expect((await bridge([...CALL, '--id', 'second'])).exit).toBe(0);
  expect(toldIds()).toEqual(['log:first', 'log:second']);
  expect(spooled).toThrow('ENOENT');
});

test('a studio that cannot take it now keeps it too, and personal identifiers never lie in the spool', async () => {
  routes['POST /sankalpa'] = problem(503, 'database_unavailable', 'The database does not answer.');
  const done = await bridge([...CALL, '--text', 'Call back on +91 98765 43210']);
  expect(done.exit).toBe(0);
  expect(done.stderr).toContain('--id of your own');
  expect(spooled()).not.toContain('98765');
});

test('what the studio refuses, and what it would refuse, exits 2 and is not kept', async () => {
  routes['POST /sankalpa'] = problem(409, 'conflict', 'The event c1 was taken in before with other content.');
  expect(await bridge([...CALL, '--id', 'c1'])).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining('other content'),
  });
  for (const wrong of [
    ['--data', '{'],
    ['--data', '[]'],
    ['--prospect', 'asha@kirana.example'],
    ['--event', 'A call'],
  ]) {
    const done = await bridge([...CALL, ...wrong]);
    expect([done.exit, done.stderr]).toEqual([2, expect.stringMatching(/--data|--event|never by an address/)]);
  }
  expect(spooled).toThrow('ENOENT');
});

test('the standing shows what waits, why, and what was set aside', async () => {
  routes['GET /bridge'] = {
    body: {
      ...{ waiting: 2, delivered: 40, set_aside: 1, oldest_waiting_at: '2026-11-24T04:00:00.000Z' },
      ...{ last_delivered_at: '2026-11-24T05:00:00.000Z', last_error: '503 overloaded' },
      set_aside_events: [
        {
          source_event_id: 'mail:m9',
          kind: 'mail.sent',
          reason: '422 tree_sealed',
          set_aside_at: '2026-11-24T05:00:00.000Z',
        },
      ],
    },
  };
  routes['POST /bridge/retry'] = { body: { taken_up: 1 } };
  const { stdout, exit } = await bridge(['status']);
  expect(exit).toBe(0);
  for (const word of ['503 overloaded', 'mail:m9', '422 tree_sealed', '0 waiting']) expect(stdout).toContain(word);
  expect((await bridge(['retry', 'mail:m9'])).stdout).toContain('Taken up again: 1');
});

test('the bridge runs by itself only beside a database that others share', async () => {
  expect((await bridge(['run'], { STUDIO_API_KEY: '' })).stderr).toContain('holds no admin.key');
  let called: unknown;
  const composition = {
    runBridge: async (_: unknown, given: unknown) => {
      called = given;
    },
  };
  const env = { STUDIO_DATA_DIR: dataDir, STUDIO_API_KEY: 'k'.repeat(20), PORT: '7400' };
  expect((await captureRun(['bridge', 'run'], { env, composition })).exit).toBe(0);
  expect(called).toEqual({ url: 'http://127.0.0.1:7400', key: 'k'.repeat(20) });
});
