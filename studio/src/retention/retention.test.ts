import type { Database } from '@sacred-qa/foundation/database';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { gateway, RETENTION_DAYS, testCaller, wireIntake } from '../testing/wired-intake.ts';
import { createRetentionService } from './retention.service.ts';

const DAY_MS = 86_400_000;
type Room = Awaited<ReturnType<typeof wireIntake>>;
let room: Room;
beforeEach(async () => {
  room = await wireIntake();
});

const retentionOf = (r: Room) => createRetentionService({ ...r, gateway });

async function declare(r: Room, parent?: string): Promise<string> {
  const result = await r.intake.declare(
    { text: 'an intention', ...(parent === undefined ? {} : { parent_lineage_id: parent }) },
    testCaller,
  );
  if (result.kind !== 'created') throw new Error(result.kind);
  return result.body.lineage_id;
}
const rootOf = (lineageId: string) => lineageId.split('.')[0] as string;
const nodesIn = async (db: Database, rootId: string) =>
  (await db.query<{ n: number }>('select count(*)::int as n from request_lineage where root_id = $1', [rootId]))[0]?.n;

test('a tree leaves whole after its time, with its rows, and a tombstone says that it was there', async () => {
  const old = rootOf(await declare(room));
  const headHash = (await room.lineage.head(room.db, old))?.headHash;
  room.clock.ms += (RETENTION_DAYS + 1) * DAY_MS;
  const young = rootOf(await declare(room));
  expect(await retentionOf(room).cleanUp()).toMatchObject({ trees_removed: 1, nodes_removed: 2 });
  expect([await nodesIn(room.db, old), await nodesIn(room.db, young)]).toEqual([0, 2]);
  expect(await room.db.query('select root_id, node_count, head_hash, reason from lineage_tombstones')).toEqual([
    { root_id: old, node_count: 2, head_hash: headHash, reason: 'retention' },
  ]);
  expect(await room.db.query('select 1 from qa_logs where root_id = $1', [old])).toEqual([]);
});

test('an event for a tree that has left is refused as sealed, not begun anew', async () => {
  const parent = await declare(room);
  room.clock.ms += (RETENTION_DAYS + 1) * DAY_MS;
  await retentionOf(room).cleanUp();
  const late = await room.intake.declare({ text: 'a late reply', parent_lineage_id: parent }, testCaller);
  expect(late).toMatchObject({ kind: 'refused', code: 'tree_sealed' });
});

test('a late event renews its tree for another full time', async () => {
  const root = await declare(room);
  room.clock.ms += (RETENTION_DAYS - 1) * DAY_MS;
  await declare(room, root);
  room.clock.ms += (RETENTION_DAYS - 1) * DAY_MS;
  expect(await retentionOf(room).cleanUp()).toMatchObject({ trees_removed: 0 });
  room.clock.ms += 2 * DAY_MS;
  expect(await retentionOf(room).cleanUp()).toMatchObject({ trees_removed: 1, nodes_removed: 4 });
});

test('a legal hold keeps a tree however old it is, leaves its own node, and ends by release', async () => {
  const root = rootOf(await declare(room));
  const retention = retentionOf(room);
  await retention.hold(root, 'court order 12 of 2026');
  room.clock.ms += 10 * RETENTION_DAYS * DAY_MS;
  expect(await retention.cleanUp()).toMatchObject({ trees_removed: 0 });
  await retention.release(root);
  room.clock.ms += (RETENTION_DAYS + 1) * DAY_MS;
  expect(await retention.cleanUp()).toMatchObject({ trees_removed: 1, nodes_removed: 4 });
});

/** A life of several trees: which tree is touched, held or busy, and how many days pass. */
const life = fc.array(
  fc.oneof(
    fc.record({ op: fc.constant('begin' as const) }),
    fc.record({ op: fc.constant('grow' as const), tree: fc.nat(5) }),
    fc.record({ op: fc.constant('open_run' as const), tree: fc.nat(5) }),
    fc.record({ op: fc.constant('close_run' as const), tree: fc.nat(5) }),
    fc.record({ op: fc.constant('hold' as const), tree: fc.nat(5) }),
    fc.record({ op: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 300 }) }),
  ),
  { minLength: 3, maxLength: 14 },
);
type Step = typeof life extends fc.Arbitrary<(infer S)[]> ? S : never;

/** Lives the life beside a model of it, cleans up, and says which trees the clean-up got wrong. */
async function wrongTrees(
  r: Room,
  steps: readonly Step[],
  cleanUp: (nowIso: string) => Promise<unknown>,
): Promise<string[]> {
  const trees: { root: string; nodes: number; lastMs: number; runs: number; held: boolean }[] = [];
  const grow = async (tree: (typeof trees)[number], openRuns: number) => {
    await r.db.transaction((tx) =>
      r.lineage.append(
        tx,
        rootOf(tree.root),
        [
          {
            parent: { seq: 0, depth: 0 },
            agentName: 'auditor',
            operationType: 'act',
            timestamp: new Date(r.clock.ms).toISOString(),
            durationMs: 1,
            success: true,
            metadata: {},
          },
        ],
        openRuns,
      ),
    );
    Object.assign(tree, { nodes: tree.nodes + 1, lastMs: r.clock.ms, runs: tree.runs + openRuns });
  };
  for (const step of steps) {
    if (step.op === 'begin') trees.push({ root: await declare(r), nodes: 2, lastMs: r.clock.ms, runs: 0, held: false });
    if (step.op === 'pass') r.clock.ms += step.days * DAY_MS;
    const tree = 'tree' in step ? trees[step.tree] : undefined;
    if (tree === undefined) continue;
    if (step.op === 'grow') await grow(tree, 0);
    if (step.op === 'open_run') await grow(tree, 1);
    if (step.op === 'close_run' && tree.runs > 0) await grow(tree, -1);
    if (step.op === 'hold') {
      tree.held = true;
      await r.db.query('update lineage_trees set hold = true where root_id = $1', [rootOf(tree.root)]);
    }
  }
  await cleanUp(new Date(r.clock.ms).toISOString()).catch(() => 'refused by the database');
  const wrong: string[] = [];
  for (const tree of trees) {
    const departs = !tree.held && tree.runs === 0 && r.clock.ms - tree.lastMs > RETENTION_DAYS * DAY_MS;
    if ((await nodesIn(r.db, rootOf(tree.root))) !== (departs ? 0 : tree.nodes)) wrong.push(tree.root);
  }
  return wrong;
}

/** One room for all runs, which is an older and older house: trees of runs before are as good as anybody's. */
async function holdsFor(cleanUpOf: (r: Room) => (nowIso: string) => Promise<unknown>, numRuns: number) {
  return fc.check(
    fc.asyncProperty(life, async (steps) => (await wrongTrees(room, steps, cleanUpOf(room))).length === 0),
    { numRuns, endOnFailure: true, seed: 7300 },
  );
}

test('whatever happens in whichever order, exactly the departed trees leave, and whole', async () => {
  const run = await holdsFor((r) => () => retentionOf(r).cleanUp(), 150);
  expect(run.counterexample).toBeNull();
});

test.each([
  [
    'cuts old nodes out of living trees',
    `delete from request_lineage where timestamp < $1::timestamptz - interval '365 days'`,
  ],
  ['forgets unfinished runs', mutantOf('expires_at < $1 and not hold')],
  ['forgets legal holds', mutantOf('expires_at < $1 and open_runs = 0')],
])('the property catches a clean-up that %s', async (_, sql) => {
  const run = await holdsFor((r) => (nowIso) => r.db.query(sql, [nowIso]), 120);
  expect(run.failed).toBe(true);
});

function mutantOf(condition: string): string {
  return `with due as (select root_id from lineage_trees where ${condition}),
    n as (delete from request_lineage where root_id in (select root_id from due))
    delete from lineage_trees where root_id in (select root_id from due)`;
}
