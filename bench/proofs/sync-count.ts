/**
 * A sync before each acknowledged commit, seen twice: by the hook's own counter, and, where strace may be used, by
 * the system calls of a process that notes each acknowledgement in a file. The engine as it ships must be found out.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createDiskGuard } from '../../foundation/src/database/disk.ts';
import { openEmbedded } from '../../foundation/src/database/embedded.ts';
import { storeFolder } from '../../foundation/src/database/open.ts';
import { type Proof, type ProofContext, reasonOf } from './proof.ts';

const run = promisify(execFile);
const COMMITS_IN_FULL = 1_000;
const COMMITS_WHEN_SMALL = 100;
const TRACED_COMMITS = 100;
export const ACKNOWLEDGED_FILE = 'acknowledged';

export const syncCount: Proof = async (context) => {
  const dataDir = join(context.workDir, 'store');
  const commits = context.small ? COMMITS_WHEN_SMALL : COMMITS_IN_FULL;
  await context.placeStore(dataDir);
  const counted = await countByHook(dataDir, commits);
  context.say(
    `the hook's counter: ${commits} commits, ${counted.syncs} syncs, ${counted.unsynced} commits without one`,
  );
  const faults =
    counted.unsynced === 0 ? [] : [`${counted.unsynced} of ${commits} commits were acknowledged unsynced.`];
  const figures = { commits, syncs: counted.syncs, commits_without_sync: counted.unsynced };
  if (!(await canTrace())) {
    const skipped = ['System calls were not counted: strace is not installed, or may not trace here.'];
    return { figures, faults, skipped };
  }
  const ours = await traceCommits(context, dataDir, 'ours');
  const shipped = await traceCommits(context, dataDir, 'shipped');
  if (ours.acknowledged !== TRACED_COMMITS)
    faults.push(`strace saw ${ours.acknowledged} of ${TRACED_COMMITS} commits.`);
  if (ours.unsynced > 0) faults.push(`By strace, ${ours.unsynced} commits were acknowledged unsynced.`);
  if (shipped.unsynced !== TRACED_COMMITS) {
    faults.push(
      `The engine as it ships passed for ${TRACED_COMMITS - shipped.unsynced} commits: strace proves nothing.`,
    );
  }
  return {
    figures: {
      ...figures,
      traced_commits: ours.acknowledged,
      traced_fsync_calls: ours.syncs,
      traced_commits_without_fsync: ours.unsynced,
      traced_commits_without_fsync_as_shipped: shipped.unsynced,
    },
    faults,
    skipped: [],
  };
};

async function countByHook(dataDir: string, commits: number): Promise<{ syncs: number; unsynced: number }> {
  const disk = createDiskGuard({ folder: dataDir, clock: { now: Date.now } });
  const db = await openEmbedded({ folder: storeFolder(dataDir), disk });
  try {
    await db.query('create table counted (id int)');
    const first = db.syncs;
    let unsynced = 0;
    for (let id = 0; id < commits; id += 1) {
      const before = db.syncs;
      await db.query('insert into counted values ($1)', [id]);
      if (db.syncs === before) unsynced += 1;
    }
    return { syncs: db.syncs - first, unsynced };
  } finally {
    await db.close();
  }
}

const canTrace = (): Promise<boolean> =>
  run('strace', ['-f', '-e', 'trace=fsync', 'true']).then(
    () => true,
    () => false,
  );

interface Traced {
  acknowledged: number;
  /** Successful fsync calls on files of the WAL, between the first and the last commit. */
  syncs: number;
  unsynced: number;
}

async function traceCommits(context: ProofContext, dataDir: string, engine: 'ours' | 'shipped'): Promise<Traced> {
  const log = join(context.workDir, `strace-${engine}`);
  const child = join(import.meta.dirname, 'sync-count.child.ts');
  try {
    // -y names the file of each descriptor; -f follows the threads of Node.
    const traced = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write', '-s', '1', '-o', log];
    await run('strace', [...traced, process.execPath, child, dataDir, String(TRACED_COMMITS), engine]);
  } catch (error) {
    throw new Error(`The traced store (${engine}) failed: ${reasonOf(error)}`, { cause: error });
  }
  const found = readTrace(readFileSync(log, 'utf8'), join(dirname(dataDir), ACKNOWLEDGED_FILE));
  context.say(
    `strace, ${engine}: ${found.acknowledged} commits, ${found.syncs} fsync calls, ${found.unsynced} without one`,
  );
  return found;
}

/** Reads the calls in order; the store was ready when the first line was written to the file of acknowledgements. */
export function readTrace(text: string, acknowledgedFile: string): Traced {
  const found: Traced = { acknowledged: 0, syncs: 0, unsynced: 0 };
  let isReady = false;
  let syncsSince = 0;
  // A call that another thread interrupted stands on two lines, the second without the file.
  const underWay = new Set<string>();
  for (const line of text.split('\n')) {
    const thread = line.split(' ')[0] as string;
    if (/ f(data)?sync\(\d+<[^>]*\/pg_wal\/[^>]*> <unfinished/.test(line)) {
      underWay.add(thread);
    } else if (/ f(data)?sync\(\d+<[^>]*\/pg_wal\/[^>]*>\) += 0$/.test(line)) {
      syncsSince += 1;
    } else if (/<\.\.\. f(data)?sync resumed>/.test(line)) {
      if (underWay.delete(thread) && line.endsWith(' = 0')) syncsSince += 1;
    } else if (line.includes(' write(') && line.includes(`<${acknowledgedFile}>`)) {
      if (isReady) {
        found.acknowledged += 1;
        found.syncs += syncsSince;
        if (syncsSince === 0) found.unsynced += 1;
      }
      isReady = true;
      syncsSince = 0;
    }
  }
  return found;
}
