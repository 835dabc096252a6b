/** Kills audits at random moments: every answer that was kept stays, little is asked twice, and every total is right. */
import { join } from 'node:path';
import { benchPack } from '../setups/audit-pack.ts';
import { type AuditJob, reportOf, startAudit, startCommand } from '../setups/audit-process.ts';
import { type MockTarget, startMockTarget } from '../setups/mock-target.ts';
import type { Proof } from './proof.ts';
import { type Seeded, seeded } from './seeded.ts';

const CASES_IN_FULL = 300;
const CASES_WHEN_SMALL = 150;
const CONCURRENCY = 8;
const LATENCY_MS = 20;

export const killedAudits: Proof = async ({ small, seed, workDir, placeStore, say }) => {
  const random = seeded(seed);
  const audits = small ? 1 : 5;
  const killsEach = small ? 2 : 4;
  const cases = small ? CASES_WHEN_SMALL : CASES_IN_FULL;
  const faults: string[] = [];
  let repeated = 0;
  for (let i = 0; i < audits; i += 1) {
    const mock = await startMockTarget({ latencyMs: LATENCY_MS, seed: seed + i });
    const folder = join(workDir, `audit-${i}`);
    await placeStore(join(folder, 'data'));
    const job = { folder, pack: benchPack(cases, 1), url: mock.url, concurrency: CONCURRENCY };
    for (let kill = 0; kill < killsEach; kill += 1) await killAtRandom(job, cases, mock, random);
    await mock.heardAll();
    const atKill = mock.stats.calls;
    const list = await startCommand(folder, 'audit', 'list').ended;
    if (list.exit !== 0) faults.push(`After audit ${i} was killed, audit list ended with ${list.exit}: ${list.said}`);
    if (mock.stats.calls !== atKill) faults.push(`audit list went on with audit ${i}, which only its own command may.`);
    const { exit, said } = await startAudit(job).ended;
    if (exit !== 0) faults.push(`Audit ${i} ended with ${exit}: ${said.slice(-300)}`);
    else faults.push(...faultsOf(i, folder, { cases, mock, kills: killsEach }));
    repeated += mock.stats.calls - cases;
    await mock.close();
    say(`${killsEach} kills, ${mock.stats.calls - cases} of ${cases} questions asked again`);
  }
  return {
    figures: { kills: audits * killsEach, cases: audits * cases, asked_again: repeated, slots: CONCURRENCY },
    faults,
    skipped: [],
  };
};

/** From the first question on, anywhere in what is left; a run may also have ended before. */
async function killAtRandom(job: AuditJob, cases: number, mock: MockTarget, random: Seeded): Promise<void> {
  const { child, ended } = startAudit(job);
  const atCalls = mock.stats.calls + random.whole(1, Math.floor(cases / 4));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && mock.stats.calls < atCalls) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  await ended;
}

function faultsOf(i: number, folder: string, asked: { cases: number; mock: MockTarget; kills: number }): string[] {
  const { cases: count, mock, kills } = asked;
  const { totals, cases } = reportOf(folder);
  const faults: string[] = [];
  const repeats = cases.flatMap((one) => one.repeats).length;
  const answeredCases = cases.filter((one) => one.repeats.every((r) => (r.conversations[0]?.length ?? 0) >= 2)).length;
  if (totals.attempts !== count || totals.answered !== count || totals.errors !== 0) {
    faults.push(`Audit ${i} says ${totals.answered} of ${totals.attempts} answered and ${totals.errors} errors.`);
  }
  if (totals.scored + totals.unscored !== count || repeats !== count || answeredCases !== count) {
    faults.push(`Audit ${i} holds ${repeats} trials, ${answeredCases} with their answer, of ${count}.`);
  }
  if (mock.asked.size !== count) faults.push(`Audit ${i} asked ${mock.asked.size} questions of ${count}.`);
  const again = mock.stats.calls - count;
  if (again > kills * CONCURRENCY) {
    faults.push(`Audit ${i} asked ${again} questions again after ${kills} kills with ${CONCURRENCY} slots.`);
  }
  return faults;
}
