/** The proof of power cuts is worth something only when it finds the fault of every store that has one. */
import { join } from 'node:path';
import { faultOf } from './cut-check.ts';
import { cutCreation, runRounds } from './cut-rounds.ts';
import { type OpenAt, openAsShipped, openFilesOnly } from './engines.ts';
import type { ProofContext } from './proof.ts';
import type { Seeded } from './seeded.ts';

/** Mutant to the fault that was found, null when none was. */
export async function mutantsCaught(
  { workDir, placeStore }: Pick<ProofContext, 'workDir' | 'placeStore'>,
  random: Seeded,
  count: number,
): Promise<Record<string, string | null>> {
  const running = async (name: string, open: OpenAt, moment: string): Promise<string | null> => {
    let caught: string | null = null;
    await runRounds({
      workDir: join(workDir, name),
      placeStore,
      random,
      open,
      moments: [moment],
      losses: ['all'],
      cutAtEnd: true,
      async onCut(_, cuts) {
        for (const cut of cuts) caught ??= await faultOf(cut);
      },
    });
    return caught;
  };
  const mutants: [name: string, run: () => Promise<string | null>][] = [
    ['no syncs, as the engine ships', () => running('as-shipped', openAsShipped, 'writes')],
    ['files synced, their folders not', () => running('files-only', openFilesOnly, 'new table files')],
    ['a creation whose files are not synced', () => creationCaught(join(workDir, 'creation'), random)],
  ];
  const first = random.whole(0, mutants.length - 1);
  const caught: Record<string, string | null> = {};
  for (const [name, run] of [...mutants.slice(first), ...mutants.slice(0, first)].slice(0, count)) {
    caught[name] = await run();
  }
  return caught;
}

async function creationCaught(workDir: string, random: Seeded): Promise<string | null> {
  const loseSync = (kind: 'file' | 'folder', path: string) => kind === 'file' && !path.endsWith('.created');
  for (const cut of await cutCreation({ workDir, random, losses: ['all'], loseSync })) {
    const fault = cut.moment.endsWith('first-rows') ? await faultOf(cut) : null;
    if (fault !== null) return fault;
  }
  return null;
}
