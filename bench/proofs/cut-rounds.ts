/** A store at work over a disk that can be cut: what it does meanwhile, and how the cuts are laid. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attachCutDisk, type CutDisk } from './cut-disk.ts';
import { LOSSES, type Loss } from './disk-model.ts';
import { type OpenAt, type Opened, openOurs } from './engines.ts';
import { type Content, createLedger, type Ledger } from './ledger.ts';
import type { ProofContext } from './proof.ts';
import type { Seeded } from './seeded.ts';

/** What one way of losing the unsynced part leaves of one cut. */
export interface CutStore {
  moment: string;
  loss: Loss;
  dataDir: string;
  /** Null when nothing was acknowledged yet: then the store must open as a new one. */
  possible: Content[] | null;
}

/** A store at work, over a disk that can be cut. */
interface Live {
  opened: Opened;
  ledger: Ledger;
  reopen(): Promise<void>;
}

/** What is done while the power may go. Each also runs a few changes, so that something is always under way. */
export const MOMENTS: Record<string, (live: Live) => Promise<void>> = {
  writes: (live) => steps(live, 60),
  async checkpoint(live) {
    await steps(live, 10);
    await live.opened.db.execute('checkpoint');
    await steps(live, 3);
  },
  async 'WAL segment'(live) {
    await steps(live, 3);
    await live.opened.db.query('select pg_switch_wal()');
    await steps(live, 5);
  },
  /** The rows move into new files, whose folder entries nobody but our hook syncs. */
  async 'new table files'(live) {
    await live.opened.db.execute('vacuum full ledger');
    await steps(live, 3);
    await live.opened.db.execute('checkpoint');
    await steps(live, 3);
  },
  async shrinking(live) {
    await live.ledger.removeHalf();
    await live.opened.db.execute('vacuum ledger');
    await steps(live, 3);
    await live.opened.db.execute('checkpoint');
    await steps(live, 3);
  },
  closing: (live) => live.reopen(),
  starting: (live) => live.reopen(),
};

/** A moment that matters only around one file is cut at a change of that file. */
const FILE_OF: Record<string, string> = { starting: 'postmaster.pid' };

async function steps(live: Live, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await live.ledger.step();
}

const INSIDE = join('clone', '.studio');
export const diskOf = (cut: CutStore): string => dirname(dirname(cut.dataDir));
/** How many changes a moment makes, until it has been seen once. */
export const CHANGES_AT_FIRST = 80;

/**
 * Works over a disk, one moment a round, and lays a cut at a random change of it; answers how many changes of the
 * ledger were acknowledged. `open` is what a mutant replaces.
 */
export async function runRounds(deps: {
  workDir: string;
  placeStore: ProofContext['placeStore'];
  random: Seeded;
  moments: readonly string[];
  open: OpenAt;
  losses?: readonly Loss[];
  /** Lays the cut when the moment is over: there a mutant's fault shows for certain. */
  cutAtEnd?: boolean;
  onCut: (round: number, cuts: CutStore[]) => Promise<void>;
}): Promise<number> {
  const { workDir, random, open, losses = LOSSES, cutAtEnd = false } = deps;
  const root = join(workDir, 'live');
  const dataDir = join(root, INSIDE);
  mkdirSync(dirname(dataDir), { recursive: true });
  await deps.placeStore(dataDir);
  const disk = attachCutDisk({ root });
  const changesOf = new Map<string, number>();
  try {
    const opened = await open(dataDir);
    const live: Live = {
      opened,
      ledger: await createLedger(opened.db, random),
      async reopen() {
        await live.opened.close();
        live.opened = await open(dataDir);
        live.ledger.use(live.opened.db);
      },
    };
    await steps(live, 200);
    for (const [round, moment] of deps.moments.entries()) {
      const cuts: CutStore[] = [];
      const lay = () => {
        const possible = live.ledger.possible();
        cuts.push(...layCut({ disk, random, losses, into: join(workDir, `cut-${round}`), moment, possible }));
      };
      const cutAt = cutAtEnd
        ? Number.POSITIVE_INFINITY
        : random.whole(0, changesOf.get(moment) ?? (FILE_OF[moment] ? 4 : CHANGES_AT_FIRST));
      const changes = layBefore(disk, cutAt, lay, FILE_OF[moment]);
      await MOMENTS[moment]?.(live);
      disk.watch(null);
      changesOf.set(moment, changes());
      if (cuts.length === 0) lay();
      await deps.onCut(round, cuts);
    }
    await live.opened.close();
    return live.ledger.acknowledged();
  } finally {
    disk.detach();
  }
}

/** A cut during the recovery from a cut: the same rows must be there. */
export async function cutRecovery(
  cut: CutStore,
  random: Seeded,
  changesExpected: number,
): Promise<{ cuts: CutStore[]; changes: number }> {
  const root = diskOf(cut);
  const disk = attachCutDisk({ root });
  const cuts: CutStore[] = [];
  const moment = `the recovery after ${cut.moment}`;
  const lay = () => {
    cuts.push(...layCut({ disk, random, losses: LOSSES, into: `${root}-again`, moment, possible: cut.possible }));
  };
  try {
    const changes = layBefore(disk, random.whole(0, changesExpected), lay);
    const opened = await openOurs(cut.dataDir);
    disk.watch(null);
    if (cuts.length === 0) lay();
    await opened.close();
    return { cuts, changes: changes() };
  } finally {
    disk.detach();
  }
}

/** A creation makes about this many changes. */
const CHANGES_OF_A_CREATION = 3_100;

/** Cuts while a store comes into being: at a random change, at the mark that ends it, and after its first rows. */
export async function cutCreation(deps: {
  workDir: string;
  random: Seeded;
  losses: readonly Loss[];
  loseSync?: (kind: 'file' | 'folder', path: string) => boolean;
}): Promise<CutStore[]> {
  const { workDir, random, losses, loseSync } = deps;
  const root = join(workDir, 'live');
  const dataDir = join(root, INSIDE);
  mkdirSync(dirname(dataDir), { recursive: true });
  const disk = attachCutDisk({ root, ...(loseSync === undefined ? {} : { loseSync }) });
  const cuts: CutStore[] = [];
  const lay = (name: string, possible: Content[] | null) => {
    cuts.push(...layCut({ disk, random, losses, into: join(workDir, name), moment: `creation, ${name}`, possible }));
  };
  const cutAt = random.whole(0, CHANGES_OF_A_CREATION);
  let changes = 0;
  let changesOfMark = 0;
  const cutMarkAt = random.whole(1, 2);
  disk.watch((_, path) => {
    if (changes === cutAt) lay('half-way', null);
    if (path.endsWith('.created')) changesOfMark += 1;
    if (changesOfMark === cutMarkAt && path.endsWith('.created')) lay('at-the-mark', null);
    changes += 1;
  });
  try {
    const opened = await openOurs(dataDir);
    const ledger = await createLedger(opened.db, random);
    await steps({ opened, ledger, reopen: async () => {} }, 5);
    disk.watch(null);
    lay('first-rows', ledger.possible());
    await opened.close();
    return cuts;
  } finally {
    disk.detach();
  }
}

/** Calls `lay` before the change with this number from now on (of this file only); answers how many there were. */
function layBefore(disk: CutDisk, number: number, lay: () => void, file = ''): () => number {
  let changes = 0;
  disk.watch((_, path) => {
    if (!path.endsWith(file)) return;
    if (changes === number) lay();
    changes += 1;
  });
  return () => changes;
}

function layCut(deps: {
  disk: CutDisk;
  random: Seeded;
  losses: readonly Loss[];
  into: string;
  moment: string;
  possible: Content[] | null;
}): CutStore[] {
  const { disk, random, losses, into, moment, possible } = deps;
  return losses.map((loss) => {
    const target = `${into}-${loss}`;
    disk.cut(target, { loss, random, sectorBytes: random.pick([512, 4096] as const) });
    return { moment, loss, dataDir: join(target, INSIDE), possible };
  });
}
