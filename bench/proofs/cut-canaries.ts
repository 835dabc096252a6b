/** The proof of power cuts is worth something only when it finds the fault of every store that has one. */
import { join } from 'node:path';
import { faultOf } from './cut-check.ts';
import { cutCreation, runRounds } from './cut-rounds.ts';
import { type OpenAt, openAsShipped, openFilesOnly } from './engines.ts';
import type { Seeded } from './seeded.ts';

/** Mutant to the fault that was found, null when none was. */
export async function mutantsCaught(workDir: string, random: Seeded): Promise<Record<string, string | null>> {
  const running = async (name: string, open: OpenAt, moment: string): Promise<string | null> => {
    let caught: string | null = null;
    await runRounds({
      workDir: join(workDir, name),
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
  return {
    'no syncs, as the engine ships': await running('as-shipped', openAsShipped, 'writes'),
    'files synced, their folders not': await running('files-only', openFilesOnly, 'new table files'),
    'a creation whose files are not synced': await creationCaught(join(workDir, 'creation'), random),
  };
}

async function creationCaught(workDir: string, random: Seeded): Promise<string | null> {
  const loseSync = (kind: 'file' | 'folder', path: string) => kind === 'file' && !path.endsWith('.created');
  for (const cut of await cutCreation({ workDir, random, losses: ['all'], loseSync })) {
    const fault = cut.moment.endsWith('first-rows') ? await faultOf(cut) : null;
    if (fault !== null) return fault;
  }
  return null;
}
