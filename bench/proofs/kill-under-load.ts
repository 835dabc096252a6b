/**
 * kill -9 under load: eight clients declare sankalpa over HTTP, the process is killed at a random moment, started
 * again, and everything it had acknowledged must be there once. Some starts are killed half-way as well.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  comparePromises,
  countMissing,
  declareUntilCut,
  noPromises,
  type Promises,
  retryUnanswered,
  verifyLineage,
} from './declared-events.ts';
import type { Proof } from './proof.ts';
import { type Seeded, seeded } from './seeded.ts';
import { killWhileStarting, mustStart, type StudioProcess } from './studio-process.ts';

const ROUNDS_IN_FULL = 50;
const ROUNDS_WHEN_SMALL = 3;
const CLIENTS = 8;
const KILL_WITHIN_MS = 3_000;
const KILL_START_WITHIN_MS = 1_200;
const KILLED_STARTS = 0.2;

export const killUnderLoad: Proof = async (context) => {
  const random = seeded(context.seed);
  const rounds = context.small ? ROUNDS_WHEN_SMALL : ROUNDS_IN_FULL;
  const dataDir = join(context.workDir, 'data');
  const promises = noPromises();
  const faults: string[] = [];
  const reopenMs: number[] = [];
  let retried = 0;
  let killedStarts = 0;

  await context.placeStore(dataDir);
  let studio = await mustStart(dataDir);
  for (let round = 1; round <= rounds; round += 1) {
    const before = new Set(promises.acknowledged.keys());
    await killDuringLoad(studio, `round${round}`, promises, random);
    if (random.chance(KILLED_STARTS)) {
      killedStarts += 1;
      await killWhileStarting(dataDir, random.whole(1, KILL_START_WITHIN_MS));
    }
    const startedAtMs = performance.now();
    studio = await mustStart(dataDir);
    reopenMs.push(performance.now() - startedAtMs);

    const acknowledged = [...promises.acknowledged.values()].filter((event) => !before.has(event.source_event_id));
    const missing = await countMissing(studio, acknowledged);
    if (missing > 0)
      faults.push(`Round ${round}: ${missing} of ${acknowledged.length} acknowledged events are missing.`);
    retried += promises.unanswered.size;
    faults.push(...(await retryUnanswered(studio, promises)).map((fault) => `Round ${round}: ${fault}`));
    context.say(`kill ${round}: ${acknowledged.length} acknowledged, ${missing} missing`);
  }
  for (const { event, status, code } of promises.refused) {
    faults.push(`${event.source_event_id} was answered ${status} ${code} under load.`);
  }
  faults.push(...(await comparePromises(studio, promises)));
  if (!(await findsALoss(studio, promises))) faults.push('An event that was never stored passed for stored.');
  const lineage = await verifyLineage(studio);
  faults.push(...lineage.faults);
  const { exitCode } = await studio.stop();
  if (exitCode !== 0) faults.push(`The last process ended with ${exitCode} instead of 0.`);
  const sorted = reopenMs.toSorted((a, b) => a - b);
  return {
    figures: {
      kills: rounds,
      kills_while_starting: killedStarts,
      acknowledged: promises.acknowledged.size,
      sent_again: retried,
      trees_verified: lineage.trees,
      ready_again_ms_median: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      ready_again_ms_max: Math.round(sorted.at(-1) ?? 0),
    },
    faults,
    skipped: [],
  };
};

async function killDuringLoad(studio: StudioProcess, name: string, promises: Promises, random: Seeded): Promise<void> {
  const load = declareUntilCut({ studio, clients: CLIENTS, name, promises });
  await sleep(random.whole(10, KILL_WITHIN_MS));
  await studio.kill();
  await load;
}

/** The comparison is worth something only when it misses what is not there. */
async function findsALoss(studio: StudioProcess, promises: Promises): Promise<boolean> {
  const [some] = promises.acknowledged.values();
  if (some === undefined) return true;
  const invented = { ...some, source_event_id: 'never-sent', id: crypto.randomUUID() };
  const withIt = { ...promises, acknowledged: new Map(promises.acknowledged).set(invented.source_event_id, invented) };
  const missing = await countMissing(studio, [some, invented]);
  return missing === 1 && (await comparePromises(studio, withIt)).length === 1;
}
