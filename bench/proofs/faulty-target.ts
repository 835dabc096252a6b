/** A target that refuses a tenth of all calls and drops some connections: nothing of the audit is lost. */
import { join } from 'node:path';
import { benchPack } from '../setups/audit-pack.ts';
import { reportOf, startAudit } from '../setups/audit-process.ts';
import { startMockTarget } from '../setups/mock-target.ts';
import type { Proof } from './proof.ts';

const CONCURRENCY = 32;
const DROPPED = 0.02;
/** Of so few calls that some are surely dropped. */
const DROPPED_WHEN_SMALL = 0.1;

export const faultyTarget: Proof = async ({ small, seed, workDir, placeStore }) => {
  const cases = small ? 150 : 2_000;
  const dropped = small ? DROPPED_WHEN_SMALL : DROPPED;
  const mock = await startMockTarget({ latencyMs: 50, refused: 0.1, dropped, seed });
  const folder = join(workDir, 'audit');
  await placeStore(join(folder, 'data'));
  const startedMs = performance.now();
  const job = { folder, pack: benchPack(cases, 1), url: mock.url, concurrency: CONCURRENCY };
  const { exit, said } = await startAudit(job).ended;
  const tookS = Math.round((performance.now() - startedMs) / 1000);
  await mock.close();
  const faults: string[] = [];
  if (exit !== 0) faults.push(`The audit ended with ${exit}: ${said.slice(-300)}`);
  else {
    const { totals } = reportOf(folder);
    if (totals.answered !== cases || totals.errors !== 0) {
      faults.push(`${totals.answered} of ${cases} were answered, with ${totals.errors} errors.`);
    }
  }
  if (mock.stats.refused === 0 || mock.stats.dropped === 0) faults.push('The target refused or dropped nothing.');
  const needed = cases + mock.stats.refused + mock.stats.dropped;
  if (mock.stats.calls !== needed) faults.push(`${mock.stats.calls} calls were made where ${needed} were needed.`);
  const { calls } = mock.stats;
  const figures = { cases, calls, refused: mock.stats.refused, dropped: mock.stats.dropped, seconds: tookS };
  return { figures, faults, skipped: [] };
};
