/** `npm run proofs`: tries to lose what was acknowledged, and says how it went. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { describeMachine } from '../machine.ts';
import { startCommand } from '../setups/audit-process.ts';
import { bridge } from './bridge.ts';
import { diskFull } from './disk-full.ts';
import { faultyTarget } from './faulty-target.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { killUnderLoad } from './kill-under-load.ts';
import { killedAudits } from './killed-audits.ts';
import { powerCut } from './power-cut.ts';
import { type Proof, reasonOf } from './proof.ts';
import { secondProcess } from './second-process.ts';
import { sending } from './sending.ts';
import { type ProofReport, type Report, summaryOf } from './summary.ts';
import { syncCount } from './sync-count.ts';

const PROOFS: Record<string, Proof> = {
  'sync-count': syncCount,
  'power-cut': powerCut,
  'kill-under-load': killUnderLoad,
  'second-process': secondProcess,
  'disk-full': diskFull,
  'hostile-bodies': hostileBodies,
  'killed-audits': killedAudits,
  'faulty-target': faultyTarget,
  bridge,
  sending,
};
const NAMES = Object.keys(PROOFS);
/** What the gate has time for; of the others tests of the suite show the same in small. */
const IN_SMALL = ['power-cut', 'kill-under-load', 'hostile-bodies'];
const ROOT_DIR = join(import.meta.dirname, '../..');
const RESULTS_DIR = join(import.meta.dirname, '../results');
const WORK_DIR = join(import.meta.dirname, '../.work', `proofs-${process.pid}`);
const SEED_MAX = 1_000_000_000;
/** The gate has six minutes in all. */
const AT_ONCE_WHEN_SMALL = 2;

const HELP = `Tries to make the embedded store lose what it acknowledged, and the API answer what it must not.

  npm run proofs                               all of it: about 30 minutes
  npm run proofs -- --small                    the few rounds of CI: about a minute
  npm run proofs -- --only power-cut           one, or several with commas: ${NAMES.join(', ')}
  npm run proofs -- --only power-cut --seed 7  the random choices of an earlier run again

  sync-count       a sync before each acknowledged commit, by our counter and by strace where it is installed
  power-cut        20 cuts of a disk that drops what was not synced; stores that do not sync must be found out
  kill-under-load  50 times kill -9 while eight clients write over HTTP
  second-process   a second process on the folder is refused, and changes nothing
  disk-full        507 below 64 MB; a disk that fills all the same; needs root, for small disks in memory
  hostile-bodies   20,000 requests that no honest client sends; each gets its own 4xx
  killed-audits    20 times kill -9 in the middle of an audit; every answer kept, totals right
  faulty-target    an audit of a target that refuses 10 % and drops 2 %; nothing lost
  bridge           20,000 events of outreach, 30 times kill -9 of Studio or bridge; none lost, none doubled, in order
  sending          1,000 mails, 100 times kill -9, 5 % lost acknowledgements; none twice, none unaccounted for

  --small      few rounds: 3 kills, one power cut, 5 % of the hostile requests; without --only just these, two proofs at a
               time
  --seed N     repeats the random choices; every run says its seed
  --out FILE   writes the results to FILE as JSON, and beside it as Markdown

A full run of all writes bench/results/DATE-proofs.json and .md. Ends with ${EXIT.verification} when a proof fails; its files then stay
under bench/.work and the fault names them.
`;

interface Options {
  names: readonly string[];
  small: boolean;
  seed: number;
  /** Null when nothing is to be written. */
  outFile: string | null;
}

const startedAtMs = Date.now();
const say = (line: string): void => {
  process.stderr.write(`${String(Math.round((Date.now() - startedAtMs) / 1000)).padStart(4)} s  ${line}\n`);
};

/** Throws a TypeError that names what is wrong. Null when help is wanted. */
function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      small: { type: 'boolean', default: false },
      seed: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return null;
  const names = values.only?.split(',') ?? (values.small ? IN_SMALL : NAMES);
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new TypeError(`There is no proof ${unknown}. There are: ${NAMES.join(', ')}.`);
  const seed = values.seed === undefined ? startedAtMs % SEED_MAX : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new TypeError(`--seed ${values.seed} is no whole number from 0 on.`);
  const isWhole = values.only === undefined && !values.small;
  const ownFile = isWhole ? join(RESULTS_DIR, `${new Date(startedAtMs).toISOString().slice(0, 10)}-proofs.json`) : null;
  return { names, small: values.small, seed, outFile: values.out === undefined ? ownFile : resolve(values.out) };
}

/** One store is made and then copied: to make one takes the engine seconds. */
function createStores(folder: string): (dataDir: string) => Promise<void> {
  let made: Promise<{ exit: number | null; said: string }> | undefined;
  return async (dataDir) => {
    mkdirSync(folder, { recursive: true });
    made ??= startCommand(folder, 'db', 'migrate').ended;
    const { exit, said } = await made;
    if (exit !== EXIT.ok) throw new Error(`studio db migrate ended with ${exit}: ${said}`);
    cpSync(join(folder, 'data'), dataDir, { recursive: true, errorOnExist: true, force: false });
  };
}

const placeStore = createStores(join(WORK_DIR, 'store'));

async function runProof(name: string, { small, seed }: Options): Promise<ProofReport> {
  const workDir = join(WORK_DIR, name);
  mkdirSync(workDir, { recursive: true });
  const beganAtMs = performance.now();
  const context = { small, seed, workDir, placeStore, say: (line: string) => say(`${name}: ${line}`) };
  const result = await (PROOFS[name] as Proof)(context).catch((error: unknown) => ({
    figures: {},
    faults: [`It broke off: ${reasonOf(error)}`],
    skipped: [],
  }));
  const passed = result.faults.length === 0;
  if (passed) rmSync(workDir, { recursive: true, force: true });
  return { name, passed, tookS: Math.round((performance.now() - beganAtMs) / 1000), ...result };
}

function print(report: ProofReport): void {
  const figures = Object.entries(report.figures).map(([name, value]) => `${name.replaceAll('_', ' ')} ${value}`);
  process.stdout.write(`${report.passed ? 'pass' : 'FAIL'}  ${report.name}  ${figures.join(', ')}\n`);
  for (const fault of report.faults) process.stdout.write(`      fault: ${fault}\n`);
  for (const skipped of report.skipped) process.stdout.write(`      skipped: ${skipped}\n`);
}

function write(report: Report, outFile: string): void {
  mkdirSync(dirname(outFile), { recursive: true });
  // Where this clone lies is nobody's business.
  const anywhere = (text: string) => text.replaceAll(WORK_DIR, 'WORK').replaceAll(ROOT_DIR, '.');
  writeFileSync(outFile, anywhere(`${JSON.stringify(report, null, 2)}\n`));
  writeFileSync(outFile.replace(/(\.json)?$/, '.md'), anywhere(summaryOf(report)));
  say(`written: ${outFile}`);
}

async function main(): Promise<number> {
  let options: Options | null;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`proofs: ${reasonOf(error)}\nRun "npm run proofs -- --help" to see what there is.\n`);
    return EXIT.refused;
  }
  if (options === null) {
    process.stdout.write(HELP);
    return EXIT.ok;
  }
  // Ends through process.exit, so that servers are killed and small disks unmounted.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(EXIT.fault));
  const ground = await describeMachine(ROOT_DIR);
  say(`seed ${options.seed}`);
  const proofs: ProofReport[] = [];
  const waiting = [...options.names];
  const runNext = async (): Promise<void> => {
    const name = waiting.shift();
    if (name === undefined) return;
    const proof = await runProof(name, options);
    print(proof);
    proofs.push(proof);
    await runNext();
  };
  await Promise.all(Array.from({ length: options.small ? AT_ONCE_WHEN_SMALL : 1 }, runNext));
  const passed = proofs.every((proof) => proof.passed);
  if (passed) rmSync(WORK_DIR, { recursive: true, force: true });
  const report: Report = {
    startedAt: new Date(startedAtMs).toISOString(),
    tookMinutes: Math.round((Date.now() - startedAtMs) / 6_000) / 10,
    small: options.small,
    seed: options.seed,
    ...ground,
    passed,
    proofs,
  };
  if (options.outFile !== null) write(report, options.outFile);
  return passed ? EXIT.ok : EXIT.verification;
}

// A proof that broke off may have left a server that would keep us alive.
process.exit(await main());
