/** Outreach as the proof of sending has it: the real services over a given database, on a clock of an October day. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFolderRing } from '@sacred-qa/platform-outreach/key-ring';
import { createOutreach, type Outreach } from '@sacred-qa/platform-outreach/outreach';
import { openVault } from '@sacred-qa/platform-outreach/vault';
import { loadConfig } from '../../foundation/src/config.ts';
import type { Database } from '../../foundation/src/database/database.ts';
import { newUuid } from '../../foundation/src/ids.ts';

export interface SendingGround {
  /** Campaigns and keys lie here. */
  folder: string;
  smtpPort: number;
  /** What it is on that clock when this machine's says `realMs`. */
  fakeMs: number;
  realMs: number;
}

const NOBODY = () => Promise.reject(new Error('the proof asks no server'));

export const nowOn = ({ fakeMs, realMs }: SendingGround): number => fakeMs + Date.now() - realMs;

export async function openOutreach(db: Database, ground: SendingGround): Promise<Outreach> {
  const { folder } = ground;
  const env = {
    ...{ OUTREACH_DIR: folder, SMTP_HOST: '127.0.0.1', SMTP_PORT: String(ground.smtpPort) },
    ...{ MAIL_FROM: 'Meera <meera@studio.example>', MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001' },
  };
  return createOutreach({
    ...{
      db,
      newId: newUuid,
      clock: { now: () => nowOn(ground) },
      config: loadConfig({ env, rootDir: folder }).outreach,
    },
    vault: await openVault({ ring: createFolderRing(join(folder, 'keys')), db }),
    owner: `proof/${process.pid}/${newUuid()}`,
    ...{ fetch: NOBODY, resolver: { resolveTxt: NOBODY }, log: () => {} },
    fetchLink: async () => ({ kind: 'unreachable', why: 'the proof asks nobody' }),
    timeServer: { host: 'time.invalid', port: 123 },
    sleep: (delayMs) => sleep(delayMs),
  });
}
