/**
 * One owner a folder: while one process serves, a second is refused with a sentence that names the first, and not a
 * byte of the folder changes. Several that start at once on a new folder end up with one owner.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { comparePromises, declareUntilCut, noPromises } from './declared-events.ts';
import type { Proof } from './proof.ts';
import { type Ended, mustStart, type StudioProcess, startStudio } from './studio-process.ts';

const TRIES_IN_FULL = 10;
const TRIES_WHEN_SMALL = 2;
const AT_ONCE_IN_FULL = 4;
const AT_ONCE_WHEN_SMALL = 2;
const EVENTS = 100;

export const secondProcess: Proof = async (context) => {
  const tries = context.small ? TRIES_WHEN_SMALL : TRIES_IN_FULL;
  const atOnce = context.small ? AT_ONCE_WHEN_SMALL : AT_ONCE_IN_FULL;
  const faults: string[] = [];
  const dataDir = join(context.workDir, 'owned');
  await context.placeStore(dataDir);
  const owner = await mustStart(dataDir);
  const promises = noPromises();
  await declareUntilCut({
    studio: owner,
    clients: 1,
    name: 'owned',
    promises,
    goOn: () => promises.acknowledged.size < EVENTS,
  });

  // The owner's own jobs write now and then: it is stopped meanwhile, and holds the lock all the same.
  owner.signal('SIGSTOP');
  await hasStopped(owner.pid);
  const before = fingerprint(dataDir);
  let sentence = '';
  for (let i = 0; i < tries; i += 1) {
    const second = await startStudio(dataDir);
    if ('url' in second) {
      faults.push(`Try ${i + 1}: a second process serves at ${second.url}.`);
      await second.kill();
      continue;
    }
    sentence = second.stderr.trim();
    faults.push(...faultsOfRefusal(second, owner).map((fault) => `Try ${i + 1}: ${fault}`));
  }
  const changed = differencesOf(before, fingerprint(dataDir));
  if (changed.length > 0) faults.push(`The second process changed ${changed.join(', ')}.`);
  owner.signal('SIGCONT');
  context.say(`refused ${tries} times: ${sentence}`);

  faults.push(...(await comparePromises(owner, promises)));
  const { exitCode } = await owner.stop();
  if (exitCode !== 0) faults.push(`The owner ended with ${exitCode} afterwards.`);

  const racing = await startAtOnce(join(context.workDir, 'raced'), atOnce);
  context.say(`${atOnce} started at once on a new folder: ${racing.owners} serve`);
  if (racing.owners !== 1) faults.push(`Of ${atOnce} processes started at once ${racing.owners} serve.`);
  faults.push(...racing.faults);
  return {
    figures: {
      refused: tries,
      files_compared: before.size,
      started_at_once: atOnce,
      owners_of_those: racing.owners,
    },
    faults,
    skipped: [],
  };
};

function faultsOfRefusal(second: Ended, owner: StudioProcess): string[] {
  const faults: string[] = [];
  if (second.exitCode !== EXIT.refused) faults.push(`it ended with ${second.exitCode}, not ${EXIT.refused}.`);
  for (const named of [`process ${owner.pid}`, owner.url]) {
    if (!second.stderr.includes(named)) faults.push(`the refusal does not name ${named}: ${second.stderr.trim()}`);
  }
  return faults;
}

/** Until no thread of a process runs any more: a signal takes hold a moment after it was sent. */
async function hasStopped(pid: number): Promise<void> {
  const states = () =>
    readdirSync(`/proc/${pid}/task`).map((task) => readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8'));
  while (!states().every((stat) => /\) T /.test(stat))) await sleep(5);
}

/** Path to kind, mode, size, time of the last change and hash of the bytes. */
function fingerprint(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const at = join(folder, path);
    const { mode, size, mtimeMs } = lstatSync(at);
    const isFile = lstatSync(at).isFile();
    const hash = isFile ? createHash('sha256').update(readFileSync(at)).digest('hex') : '';
    found.set(path, [mode, isFile ? size : 0, mtimeMs, hash].join(' '));
  }
  return found;
}

function differencesOf(before: Map<string, string>, after: Map<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}

async function startAtOnce(dataDir: string, count: number): Promise<{ owners: number; faults: string[] }> {
  const started = await Promise.all(Array.from({ length: count }, () => startStudio(dataDir)));
  const owners = started.filter((one) => 'url' in one);
  const faults = started
    .filter((one): one is Ended => !('url' in one))
    .filter((one) => one.exitCode !== EXIT.refused || !one.stderr.includes('is in use by'))
    .map((one) => `One that started at once ended with ${one.exitCode}: ${one.stderr.trim()}`);
  for (const owner of owners) await owner.stop();
  return { owners: owners.length, faults };
}
