/**
 * A full disk, three ways. Below 64 MB the API refuses writes before the database meets the end; when the data files
 * or the WAL meet it all the same, the process either goes on or ends with 1 and names the disk. With room again,
 * nothing acknowledged is missing.
 */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import {
  comparePromises,
  declareOne,
  declareUntilCut,
  noPromises,
  type Promises,
  retryUnanswered,
  verifyLineage,
} from './declared-events.ts';
import type { Proof, ProofContext } from './proof.ts';
import { mountSmallDisk, moveToSmallDisk } from './small-disk.ts';
import { call, type Ended, mustStart, type StudioProcess } from './studio-process.ts';

const CLIENTS = 8;
/** The guard believes one look at the disk for 100 ms. */
const SEEN_AFTER_MS = 200;
const LOAD_MS = 1_000;
const LOAD_AT_MOST_MS = 120_000;
const ENDS_WITHIN_MS = 20_000;

const WORN = [
  { what: 'data files', part: 'base' },
  { what: 'WAL', part: 'pg_wal' },
];

export const diskFull: Proof = async (context) => {
  // The engine survives full data files; a full WAL ends it.
  const worn = context.small ? WORN.filter(({ part }) => part === 'pg_wal') : WORN;
  const parts = [await guarded(context)];
  for (const { what, part } of worn) parts.push(await wornDisk(context, what, part));
  return {
    figures: Object.assign({}, ...parts.map((part) => part.figures)),
    faults: parts.flatMap((part) => part.faults),
    skipped: parts.flatMap((part) => part.skipped),
  };
};

const notMounted = (what: string) => ({
  figures: {},
  faults: [],
  skipped: [`${what}: no small disk can be mounted here; it needs root and the right to mount.`],
});

/** One small disk for everything, filled from outside while clients write. */
async function guarded(context: ProofContext): ReturnType<Proof> {
  const folder = join(context.workDir, 'guarded');
  const disk = mountSmallDisk(folder, 320);
  if (disk === null) return notMounted('Writes below 64 MB');
  const promises = noPromises();
  const faults: string[] = [];
  try {
    await context.placeStore(join(folder, 'data'));
    let studio = await mustStart(join(folder, 'data'));
    const expectStatus = async (freeMib: number, expected: number) => {
      disk.leave(freeMib);
      await sleep(SEEN_AFTER_MS);
      const source_event_id = `at-${freeMib}`;
      const event = { source_event_id, text: `With ${freeMib} MB free`, parent: null };
      const found = await declareOne(studio, promises, event);
      if (found !== expected) faults.push(`With ${freeMib} MB free a write is answered ${found}, not ${expected}.`);
    };
    await expectStatus(70, 201);
    await expectStatus(60, 507);
    const read = await call(studio, 'GET', '/api/v1/sankalpa');
    if (read.status !== 200) faults.push(`With 60 MB free a read is answered ${read.status}.`);
    await expectStatus(71, 201);

    const load = declareUntilCut({ studio, clients: CLIENTS, name: 'filling', promises });
    await sleep(LOAD_MS);
    disk.leave(0);
    await load;
    const refused = promises.refused.length;
    faults.push(...faultsOfRefusals(promises));
    const ended = await endedWithin(studio, hasStopped(promises) ? ENDS_WITHIN_MS : ENDS_WITHIN_MS / 10);
    if (ended !== null) faults.push(...faultsOfEnd(ended));
    disk.leave(200);
    if (ended !== null) studio = await mustStart(join(folder, 'data'));
    faults.push(...(await faultsOfPromises(studio, promises)));
    await studio.stop();
    context.say(
      `guard: ${promises.acknowledged.size} acknowledged, ${refused} clients refused when the disk was filled`,
    );
    return {
      figures: { guarded_acknowledged: promises.acknowledged.size, guarded_refused: refused },
      faults,
      skipped: [],
    };
  } finally {
    disk.unmount();
  }
}

/** Part of the store lies on a disk of its own, where the guard does not look: so the engine itself meets the end. */
async function wornDisk(context: ProofContext, what: string, part: string): ReturnType<Proof> {
  const dataDir = join(context.workDir, `worn-${part}`);
  await context.placeStore(dataDir);
  const disk = moveToSmallDisk(join(dataDir, 'db', part), part === 'base' ? 8 : 24);
  if (disk === null) return notMounted(`A full disk under the ${what}`);
  const promises = noPromises();
  const faults: string[] = [];
  try {
    let studio = await mustStart(dataDir);
    const deadlineMs = Date.now() + LOAD_AT_MOST_MS;
    const goOn = () => Date.now() < deadlineMs && promises.refused.length === 0;
    await declareUntilCut({ studio, clients: CLIENTS, name: part, promises, textOf: longText, goOn });
    if (Date.now() >= deadlineMs) faults.push(`The disk under the ${what} did not fill: nothing was proved.`);
    const isDown = hasStopped(promises);
    const stoppedAtMs = performance.now();
    const ended = isDown ? await endedWithin(studio, ENDS_WITHIN_MS) : null;
    if (isDown && ended === null)
      faults.push(`the store stopped, and ${ENDS_WITHIN_MS / 1000} s later the process had not.`);
    const tookS = Math.round((performance.now() - stoppedAtMs) / 100) / 10;
    const outcome =
      ended === null ? 'it went on' : `it ended ${tookS} s later with ${ended.exitCode}: ${lastLineOf(ended.stderr)}`;
    context.say(`${what}: ${promises.acknowledged.size} acknowledged until the disk was full, then ${outcome}`);
    faults.push(...(ended === null ? faultsOfRefusals(promises) : faultsOfEnd(ended)));
    disk.resize(512);
    if (isDown && ended === null) await studio.kill();
    if (isDown) studio = await mustStart(dataDir);
    faults.push(...(await faultsOfPromises(studio, promises)));
    await studio.stop();
    return {
      figures: {
        [`${part}_acknowledged`]: promises.acknowledged.size,
        [`${part}_when_full`]: ended === null ? 'refused, went on' : `ended with ${ended.exitCode}`,
      },
      faults: faults.map((fault) => `A full disk under the ${what}: ${fault}`),
      skipped: [],
    };
  } finally {
    disk.unmount();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const LONG_CHARACTERS = 4_900;
/** Cannot be compressed, so that the disk fills soon. */
function longText(eventId: string): string {
  let text = eventId;
  for (let link = eventId; text.length < LONG_CHARACTERS; text += link) {
    link = createHash('sha512').update(link).digest('base64');
  }
  return text.slice(0, LONG_CHARACTERS);
}

/** Only 507 is an answer of a store that goes on. */
const hasStopped = ({ unanswered, refused }: Promises): boolean =>
  unanswered.size > 0 || refused.some(({ status }) => status !== 507);

function endedWithin(studio: StudioProcess, withinMs: number): Promise<Ended | null> {
  return Promise.race([studio.ended, sleep(withinMs, null, { ref: false })]);
}

function faultsOfRefusals(promises: Promises): string[] {
  return promises.refused
    .filter(({ status, code }) => status !== 507 || code !== 'disk_full')
    .map(({ event, status, code }) => `${event.source_event_id} was answered ${status} ${code}, not 507.`);
}

function faultsOfEnd(ended: Ended): string[] {
  const faults =
    ended.exitCode === EXIT.fault ? [] : [`the process ended with ${ended.exitCode ?? ended.signal}, not 1.`];
  if (!/\bdisk\b/.test(lastLineOf(ended.stderr)))
    faults.push(`its last words do not name the disk: ${lastLineOf(ended.stderr)}`);
  return faults;
}

async function faultsOfPromises(studio: StudioProcess, promises: Promises): Promise<string[]> {
  const refused = new Map(promises.refused.map(({ event }) => [event.source_event_id, event]));
  for (const [id, event] of refused) promises.unanswered.set(id, event);
  return [
    ...(await retryUnanswered(studio, promises)),
    ...(await comparePromises(studio, promises)),
    ...(await verifyLineage(studio)).faults,
  ];
}

const lastLineOf = (text: string): string => text.trim().split('\n').at(-1) ?? '';
