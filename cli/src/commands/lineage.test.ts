import type { LineageNode, LineageTree } from '@sacred-qa/contracts/lineage';
import { afterEach, expect, test } from 'vitest';
import { captureRun } from '../testing/captured-run.ts';
import { type Routes, startStubStudio } from '../testing/stub-studio.ts';

const ROOT = '01998f3e-7d10-7c3a-9a55-0b9f2f6e1c44';
const OTHER = '01998f3e-8000-7c3a-9a55-0b9f2f6e1c45';

function node(seq: number, parent: number | null, depth: number, act: string, success: boolean | null): LineageNode {
  const [agentName = '', operation = ''] = act.split(' ');
  return {
    lineage_id: `${ROOT}.${seq}`,
    parent_lineage_id: parent === null ? null : `${ROOT}.${parent}`,
    root_id: ROOT,
    depth,
    seq,
    agent_name: agentName,
    operation_type: operation,
    timestamp: '2026-11-24T06:30:05.123Z',
    duration_ms: success === null ? null : 12.4,
    success,
    metadata: {},
    leaf_hash: 'a',
    prev_hash: 'b',
  };
}

const NODES = {
  gateway: node(0, null, 0, 'api-gateway declare', true),
  jnana: node(1, 0, 1, 'jnana understand', true),
  run: node(2, 0, 1, 'auditor run', null),
  attempts: node(3, 2, 2, 'auditor attempts', false),
  finished: node(4, 2, 2, 'auditor finished', true),
};

const tree = (rootId: string): LineageTree => ({
  root_id: rootId,
  state: 'open',
  node_count: 5,
  open_runs: 0,
  last_event_at: '2026-11-24T06:30:05.123Z',
  expires_at: '2027-11-24T06:30:05.123Z',
  hold: false,
  hold_reason: null,
  head_hash: 'a',
});

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function studioWith(routes: Routes) {
  const stub = await startStubStudio(routes);
  stop = stub.stop;
  return { seen: stub.seen, env: { STUDIO_URL: stub.url, STUDIO_API_KEY: 'sqs_0123456789abcdef' } };
}

const ROUTES: Routes = {
  'GET /lineage': { body: { items: [tree(ROOT), tree(OTHER)], next_cursor: null } },
  [`GET /lineage/${ROOT}.0/ancestors`]: { body: { nodes: [NODES.gateway] } },
  [`GET /lineage/${ROOT}.0/subtree`]: { body: { nodes: Object.values(NODES) } },
  [`GET /lineage/${ROOT}.2/ancestors`]: { body: { nodes: [NODES.gateway, NODES.run] } },
  [`GET /lineage/${ROOT}.2/subtree`]: { body: { nodes: [NODES.run, NODES.attempts, NODES.finished] } },
};

test('a whole tree is drawn with sign, duration, Indian time and number of each act', async () => {
  const { env } = await studioWith(ROUTES);
  const { exit, stdout } = await captureRun(['lineage', 'show', ROOT], { env });
  expect(exit).toBe(0);
  expect(stdout).toBe(
    [
      'api-gateway declare    ✓       12 ms 2026-11-24 12:00:05 IST .0 ◀',
      '├─ jnana understand    ✓       12 ms 2026-11-24 12:00:05 IST .1',
      '└─ auditor run         •             2026-11-24 12:00:05 IST .2',
      '   ├─ auditor attempts ✗       12 ms 2026-11-24 12:00:05 IST .3',
      '   └─ auditor finished ✓       12 ms 2026-11-24 12:00:05 IST .4',
      '',
    ].join('\n'),
  );
});

test('the words of the intention stand above its tree, and a sign that is not plain is explained', async () => {
  const items = [{ request_json: { text: 'बॉट को हिन्दी में जाँचना\u001b[31m' } }];
  const { env, seen } = await studioWith({ ...ROUTES, 'GET /qa-logs': { body: { items, next_cursor: null } } });
  const { stderr } = await captureRun(['lineage', 'show', `${ROOT}.2`], { env });
  expect(stderr).toContain('Intention: “बॉट को हिन्दी में जाँचना');
  expect(stderr).not.toContain('\u001b');
  expect(stderr).toContain('• began;');
  expect(seen.at(-1)?.url).toContain(`lineage_id=${ROOT}.1`);
});

test('a node is shown with its way up and its subtree; --up and --down show one of them', async () => {
  const { env, seen } = await studioWith(ROUTES);
  const both = await captureRun(['lineage', 'show', `${ROOT}.2`], { env });
  expect(both.stdout.split('\n').map((line) => line.slice(0, 22).trimEnd())).toEqual([
    'api-gateway declare',
    '└─ auditor run',
    '   ├─ auditor attempts',
    '   └─ auditor finished',
    '',
  ]);
  const up = await captureRun(['lineage', 'show', `${ROOT}.2`, '--up'], { env });
  expect(up.stdout).not.toContain('attempts');
  seen.length = 0;
  const down = await captureRun(['lineage', 'show', `${ROOT}.2`, '--down'], { env });
  expect(down.stdout).not.toContain('api-gateway');
  expect(seen.map(({ url }) => url.replace(/\?.*/, ''))).toEqual([`/api/v1/lineage/${ROOT}.2/subtree`]);
});

test('a narrow terminal leaves the time out and no line is wider than it', async () => {
  const { env } = await studioWith(ROUTES);
  const { stdout } = await captureRun(['lineage', 'show', ROOT], { env: { ...env, NO_COLOR: '1' }, columns: 44 });
  expect(stdout).not.toContain('IST');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(44);
});

test('the first characters of an id are enough while only one recent tree begins with them', async () => {
  const { env } = await studioWith(ROUTES);
  const exact = await captureRun(['lineage', 'show', '01998f3e-7d10.2', '--down'], { env });
  expect(exact.stdout).toContain('auditor attempts');
  const several = await captureRun(['lineage', 'show', '01998f3e'], { env });
  expect(several.exit).toBe(2);
  expect(several.stderr).toContain(ROOT);
  expect(several.stderr).toContain(OTHER);
  const none = await captureRun(['lineage', 'show', 'ffffffff'], { env });
  expect(none).toMatchObject({ exit: 2, stderr: expect.stringContaining('begins with ffffffff') });
  const wrong = await captureRun(['lineage', 'show', 'tree seven'], { env });
  expect(wrong).toMatchObject({ exit: 2, stderr: expect.stringContaining('"tree seven" is no lineage id') });
});

test('a subtree of many pages is read page by page up to the limit, and what is left is said', async () => {
  const { env } = await studioWith({
    ...ROUTES,
    [`GET /lineage/${ROOT}.0/subtree`]: ({ url }) =>
      url.includes('cursor=page-2')
        ? { body: { nodes: [NODES.run, NODES.attempts], next_cursor: 'page-3' } }
        : { body: { nodes: [NODES.gateway, NODES.jnana], next_cursor: 'page-2' } },
  });
  const { stdout, stderr } = await captureRun(['lineage', 'show', ROOT, '--down', '--limit', '4'], { env });
  expect(stdout.trim().split('\n')).toHaveLength(4);
  expect(stderr).toContain('the first 4 acts');
});
