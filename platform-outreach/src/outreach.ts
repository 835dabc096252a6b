/** Outreach's rooms, wired: each gets what it needs and nothing else. The front door calls this once. */

import { join } from 'node:path';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { JobsOptions } from '@sacred-qa/foundation/jobs';
import { createCampaignsService } from './campaigns/campaigns.service.ts';
import { readHolidays } from './campaigns/holidays.ts';
import { createOutbox } from './outbox.ts';
import { readDkim } from './sending/dkim.ts';
import { createSuppressionsService } from './suppressions/suppressions.service.ts';
import { createTokens } from './tracking-links/tokens.ts';
import type { Vault } from './vault/vault.ts';

export interface OutreachDeps {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  config: OutreachConfig;
}

/** The campaigns that come with the program; the studio's own lie in OUTREACH_DIR and are found first. */
const SHIPPED_CAMPAIGNS = join(import.meta.dirname, '../campaigns');

export type Outreach = ReturnType<typeof createOutreach>;

export function createOutreach(deps: OutreachDeps) {
  const outbox = createOutbox(deps);
  const suppressions = createSuppressionsService(deps);
  const tokens = createTokens({ keyOf: deps.vault.tokenKey });
  const campaigns = createCampaignsService({
    ...deps,
    ...{ tokens, outbox, holidays: readHolidays() },
    folders: [join(deps.config.dir, 'campaigns'), SHIPPED_CAMPAIGNS],
    readDkim: () => readDkim(deps.config.dkim),
  });

  /** Work by demand. */
  const queues: JobsOptions['queues'] = {};
  /** Work by the Indian clock. */
  const schedules: JobsOptions['schedules'] = {};

  return { outbox, suppressions, campaigns, queues, schedules };
}
