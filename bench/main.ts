/** `npm run bench`: measures, writes what it found, and says which demands are met. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine } from './machine.ts';
import { HELP, type Options, readOptions, SECTIONS } from './options.ts';
import { demandsOf, demandsTable, faultsOf, figuresOf, type Results, verdictOf } from './report.ts';
import { measureAudits } from './sections/audit.ts';
import { measureConsole } from './sections/console.ts';
import { measureHelp } from './sections/help.ts';
import { measureMail } from './sections/mail.ts';
import { measureMemory } from './sections/memory.ts';
import { measurePost } from './sections/post.ts';
import { measureSize } from './sections/size.ts';
import { measureTree } from './sections/tree.ts';
import { startCluster } from './setups/cluster.ts';
import { type Ground, prepareGround } from './setups/ground.ts';

const ROOT_DIR = join(import.meta.dirname, '..');
const WORK_DIR = join(import.meta.dirname, '.work');
const README = join(import.meta.dirname, 'README.md');
const FIGURES = /(?<=<!-- figures -->\n)[\s\S]*(?=\n<!-- end of figures -->)/;

const startedAtMs = Date.now();
const say = (line: string): void => {
  process.stderr.write(`${String(Math.round((Date.now() - startedAtMs) / 1000)).padStart(4)} s  ${line}\n`);
};

async function measure(options: Options): Promise<Results> {
  const wants = (section: Options['sections'][number]): boolean => options.sections.includes(section);
  const results: Results = {
    startedAt: new Date(startedAtMs).toISOString(),
    tookMinutes: 0,
    quick: options.quick,
    ...(await describeMachine(ROOT_DIR)),
  };
  if (wants('help')) results.help = measureHelp();
  if ((['post', 'tree', 'memory', 'console'] as const).some(wants)) await measureServers(results, wants, options);
  if (wants('audit')) results.audit = await measureAudits({ ...options, workDir: WORK_DIR, say });
  if (wants('mail')) await measureMails(results, options);
  if (wants('size')) {
    say('size: npm ci in a clean clone');
    results.size = await measureSize(WORK_DIR);
  }
  results.tookMinutes = Math.round((Date.now() - startedAtMs) / 6000) / 10;
  return results;
}

async function measureServers(
  results: Results,
  wants: (section: 'post' | 'tree' | 'memory' | 'console') => boolean,
  { repeats, runSeconds, quick }: Options,
): Promise<void> {
  const ground = await prepareGround({ workDir: WORK_DIR, repeats, runSeconds, say });
  stopWithUs(ground);
  try {
    results.postgres = ground.cluster.version;
    results.pythons = ground.pythons.map(({ name, versions }) => `FastAPI ${name}: ${versions}`);
    if (wants('post')) results.post = await measurePost(ground);
    if (wants('tree')) results.tree = await measureTree(ground);
    if (wants('memory')) {
      say('memory: 100,000 nodes into each store');
      results.memory = await measureMemory(ground);
    }
    if (wants('console')) results.console = await measureConsole(ground, quick);
  } finally {
    ground.stop();
  }
}

/** Needs neither wrk nor Python: a cluster of its own, after the others have stopped theirs. */
async function measureMails(results: Results, { repeats, quick }: Options): Promise<void> {
  say('mail: a private PostgreSQL and smtp-sink');
  const cluster = await startCluster(WORK_DIR);
  stopWithUs(cluster);
  try {
    results.postgres ??= cluster.version;
    results.mail = await measureMail({ cluster, workDir: WORK_DIR, repeats, quick, say });
  } finally {
    cluster.stop();
  }
}

function stopWithUs(ground: Pick<Ground, 'stop'>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      ground.stop();
      process.exit(1);
    });
  }
}

function keep(results: Results, options: Options): void {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const partial = options.sections.length < SECTIONS.length ? `-${options.sections.join('-')}` : '';
  const name = `${results.startedAt.slice(0, 10)}-speed${partial}${options.quick ? '-quick' : ''}.json`;
  const file = join(folder, name);
  writeFileSync(file, `${JSON.stringify({ ...results, demands: demandsOf(results) }, null, 2)}\n`);
  say(`written: ${file}`);
  // A part of a run, or a short one, is no figure to be quoted.
  if (options.quick || partial !== '') return;
  writeFileSync(
    README,
    readFileSync(README, 'utf8').replace(FIGURES, () => figuresOf(results)),
  );
  say(`written: the figures in ${README}`);
}

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nnpm run bench -- --help tells more.\n`);
    process.exitCode = 2;
    return;
  }
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const results = await measure(options);
  keep(results, options);
  process.stdout.write(`\n${demandsTable(results)}\n`);
  const missed = demandsOf(results).filter((demand) => verdictOf(demand) === 'missed');
  const faults = faultsOf(results);
  for (const fault of faults) process.stdout.write(`FAULT  ${fault}\n`);
  if (faults.length > 0 || missed.length > 0) process.exitCode = 1;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
