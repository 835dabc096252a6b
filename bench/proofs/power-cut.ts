/**
 * Power cuts: the store runs over a disk that knows what was synced; a cut is laid at a random change, and what it
 * may leave is written into new folders and opened. Three ways of losing the rest a cut; some cuts meet a recovery
 * or the very first creation. The same proof must fail for stores that do not sync, or it would prove nothing.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { mutantsCaught } from './cut-canaries.ts';
import { faultOf } from './cut-check.ts';
import { CHANGES_AT_FIRST, type CutStore, cutCreation, cutRecovery, diskOf, MOMENTS, runRounds } from './cut-rounds.ts';
import { LOSSES } from './disk-model.ts';
import { openOurs } from './engines.ts';
import type { Proof } from './proof.ts';
import { type Seeded, seeded } from './seeded.ts';

const ROUNDS_IN_FULL = 20;
const CREATIONS_IN_FULL = 3;
const ROUNDS_WHEN_SMALL = 1;
const MUTANTS_IN_FULL = 3;
/** Every fourth cut is followed by one during the recovery from it. */
const RECOVERY_EVERY = 4;

export const powerCut: Proof = async (context) => {
  const { small, say } = context;
  const random = seeded(context.seed);
  const faults: string[] = [];
  const figures = { cuts: 0, disks_opened: 0, acknowledged_changes: 0 };
  const check = async (title: string, cuts: readonly CutStore[]): Promise<void> => {
    figures.cuts += 1;
    for (const cut of cuts) {
      const fault = await faultOf(cut);
      figures.disks_opened += 1;
      if (fault === null) rmSync(diskOf(cut), { recursive: true });
      else faults.push(fault);
    }
    say(`cut ${figures.cuts}, ${title}: ${cuts.length} disks opened, faults so far ${faults.length}`);
  };

  const creations = small ? 0 : CREATIONS_IN_FULL;
  for (let i = 0; i < creations; i += 1) {
    const cuts = await cutCreation({ workDir: join(context.workDir, `creation-${i}`), random, losses: LOSSES });
    await check('during a creation', cuts);
  }
  const rounds = (small ? ROUNDS_WHEN_SMALL : ROUNDS_IN_FULL) - creations;
  let changesOfRecovery = CHANGES_AT_FIRST;
  figures.acknowledged_changes = await runRounds({
    workDir: context.workDir,
    placeStore: context.placeStore,
    random,
    moments: momentsOf(rounds, random),
    open: openOurs,
    async onCut(round, cuts) {
      const torn = cuts.find((cut) => cut.loss === 'some');
      if (small || round % RECOVERY_EVERY !== 0 || torn === undefined) return check(`during ${cuts[0]?.moment}`, cuts);
      const again = await cutRecovery(torn, random, changesOfRecovery);
      changesOfRecovery = again.changes;
      await check(`during ${torn.moment}`, cuts);
      await check(`during the recovery after ${torn.moment}`, again.cuts);
    },
  });
  const caught = await mutantsCaught(
    { ...context, workDir: join(context.workDir, 'mutants') },
    random,
    small ? 1 : MUTANTS_IN_FULL,
  );
  for (const [mutant, fault] of Object.entries(caught)) {
    say(`mutant "${mutant}" caught: ${fault === null ? 'NO' : `yes, ${fault}`}`);
    if (fault === null) faults.push(`The mutant "${mutant}" passed, so this proof proves nothing.`);
  }
  return {
    figures: { ...figures, mutants_caught: Object.values(caught).filter((fault) => fault !== null).length },
    faults,
    skipped: [],
  };
};

/** Each moment comes before any comes twice. */
function momentsOf(rounds: number, random: Seeded): string[] {
  const names = Object.keys(MOMENTS);
  const first = random.whole(0, names.length - 1);
  return Array.from({ length: rounds }, (_, i) => names[(first + i) % names.length] as string);
}
