/** The rooms around intake, wired over a test database: real repo, real agents, a clock that the test moves. */
import { hash } from 'node:crypto';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { openTestDatabase } from '@sacred-qa/foundation/database/testing';
import { newUuid } from '@sacred-qa/foundation/ids';
import { createJnana } from '../agents/jnana.ts';
import { createLineageRepo } from '../lineage/lineage.repo.ts';
import { createLineageService } from '../lineage/lineage.service.ts';
import { studioMigrations } from '../migrations.ts';
import { createIntakeRepo } from '../sankalpa/intake.repo.ts';
import { type Caller, createIntakeService } from '../sankalpa/intake.service.ts';

export const RETENTION_DAYS = 365;
export const gateway = { name: 'api-gateway', version: '1' };

export const testCaller: Caller = {
  endpoint: 'POST /api/v1/sankalpa',
  requestId: 'req-1',
  keyId: 'key-1',
  client: 'test',
};

export async function wireIntake() {
  const { db } = await openTestDatabase([studioMigrations]);
  const clock = {
    ms: Date.parse('2026-01-05T09:00:00.000Z'),
    now() {
      return this.ms;
    },
  };
  const lineage = createLineageRepo({ retentionDays: RETENTION_DAYS });
  const openIntake = () =>
    createIntakeService({
      db,
      repo: createIntakeRepo({ lineage }),
      clock,
      newId: newUuid,
      gateway,
      jnana: createJnana(),
      redact: (value) => value,
      hashOf: (value) => hash('sha256', canonicalJson(value)),
    });
  /** `openIntake` gives another one over the same store, as another process has. */
  return {
    db,
    clock,
    lineage,
    intake: openIntake(),
    openIntake,
    lineageService: createLineageService({ db, repo: lineage, findChanged: async () => null }),
  };
}
