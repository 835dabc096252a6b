/** Plays a campaign's week in a store in memory, with keys and a mail server of its own: all go with it. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';
import { openInMemory } from '@sacred-qa/foundation/database/in-memory';
import { migrate } from '@sacred-qa/foundation/database/migrate';
import { createFolderRing } from '@sacred-qa/platform-outreach/key-ring';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { type Replayed, replayWeek } from '@sacred-qa/platform-outreach/replay';
import { openVault } from '@sacred-qa/platform-outreach/vault';

/** `folder` gets prospects.csv and the metrics of the week. Throws `bad_request` when it holds anything else. */
export async function replayCampaign(name: string, folder: string, open = openInMemory): Promise<Replayed> {
  const clock = {
    ms: Date.now(),
    now() {
      return this.ms;
    },
  };
  takeFolder(folder);
  const keys = mkdtempSync(join(tmpdir(), 'studio-replay-'));
  const db = await open();
  try {
    await migrate(db, outreachMigrations);
    const vault = await openVault({ ring: createFolderRing(keys), db });
    return await replayWeek(name, { db, vault, clock, folder });
  } finally {
    await db.close();
    rmSync(keys, { recursive: true, force: true });
  }
}

const OWN = /^(prospects\.csv|metrics_week\d+\.(md|html))$/;
const MARK = 'this-is-a-replay.txt';
const MARK_TEXT = 'The people, answers and bookings in these files are invented: studio campaign replay wrote them.\n';

/** A sheet or metrics of real people must not be written over: the folder is new, empty, or that of an earlier replay. */
function takeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const held = readdirSync(folder);
    if (held.length > 0 && !held.includes(MARK)) {
      throw new StudioError('bad_request', `${folder} holds other files. Name a new folder with --out.`);
    }
    for (const name of held.filter((one) => OWN.test(one))) rmSync(join(folder, name));
    writeFileSync(join(folder, MARK), MARK_TEXT);
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw new StudioError('bad_request', `${folder} cannot be written: ${(error as Error).message}.`, { cause: error });
  }
}
