/** Outreach's rooms, wired: each gets what it needs and nothing else. The front door calls this once. */
import type { Clock } from '@sacred-qa/foundation/clock';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { JobsOptions } from '@sacred-qa/foundation/jobs';
import { createOutbox } from './outbox.ts';
import { createSuppressionsService } from './suppressions/suppressions.service.ts';
import type { Vault } from './vault/vault.ts';

export interface OutreachDeps {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  config: OutreachConfig;
}

export type Outreach = ReturnType<typeof createOutreach>;

export function createOutreach(deps: OutreachDeps) {
  const outbox = createOutbox(deps);
  const suppressions = createSuppressionsService(deps);

  /** Work by demand. */
  const queues: JobsOptions['queues'] = {};
  /** Work by the Indian clock. */
  const schedules: JobsOptions['schedules'] = {};

  return { outbox, suppressions, queues, schedules };
}
