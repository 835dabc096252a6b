/** The composition root: opens the store, wires the rooms, mounts the routes. Nothing else knows every room. */
import { Resolver } from 'node:dns/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { classOfAddress, systemLookup } from '@sacred-qa/foundation/address-class';
import { type Clock, systemClock } from '@sacred-qa/foundation/clock';
import type { Config } from '@sacred-qa/foundation/config';
import { loadBackup } from '@sacred-qa/foundation/database/backup';
import { migrate } from '@sacred-qa/foundation/database/migrate';
import { type OpenStore, openStore } from '@sacred-qa/foundation/database/open';
import { createApiServer } from '@sacred-qa/foundation/http/api';
import { createCursors } from '@sacred-qa/foundation/http/cursor';
import { serveSite } from '@sacred-qa/foundation/http/site';
import { newUuid } from '@sacred-qa/foundation/ids';
import { inTurn } from '@sacred-qa/foundation/in-turn';
import { type Jobs, type JobsOptions, startJobs } from '@sacred-qa/foundation/jobs';
import { redact, redactQuote } from '@sacred-qa/foundation/redaction';
import { bridgeCheck } from '@sacred-qa/integration/bridge-check';
import { bridgeRoutes } from '@sacred-qa/integration/routes';
import { createStudioApi } from '@sacred-qa/integration/studio-api';
import { type Held, holdRestored } from '@sacred-qa/platform-outreach/after-restore';
import { createFetchLink } from '@sacred-qa/platform-outreach/fetch-link';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { createOutbox } from '@sacred-qa/platform-outreach/outbox';
import { createOutreach, type Outreach, type OutreachDeps } from '@sacred-qa/platform-outreach/outreach';
import { outreachRoutes } from '@sacred-qa/platform-outreach/routes';
import { createSampleService } from '@sacred-qa/platform-outreach/sample';
import { outreachOrphans, outreachTables } from '@sacred-qa/platform-outreach/store-checks';
import { studioMigrations } from '@sacred-qa/studio/migrations';
import { probeRoutes } from '@sacred-qa/studio/probe-routes';
import { studioRoutes } from '@sacred-qa/studio/routes';
import { createStudio, type Studio } from '@sacred-qa/studio/studio';
import { missingPage, siteFolder } from '@sacred-qa/web/site';
import type { FastifyInstance } from 'fastify';
import { ensureAdminKey } from './admin-key.ts';
import { createBridgeKey } from './bridge-key.ts';
import { bridgeLoops, sendInto } from './bridge-loops.ts';
import { createLog, type Log } from './log.ts';
import { pause, startLoops } from './loops.ts';
import { openPersonVault } from './person-vault.ts';
import { openPublicListener, type PublicListener } from './public-listener.ts';
import { type Restored, restoreStore } from './restore.ts';
import { sampleRoutes } from './sample/sample.routes.ts';
import { createSamplePractice, type SamplePractice } from './sample/sample-practice.ts';
import { VERSION } from './version.ts';

export { replayCampaign } from './replay.ts';
export { runBridge } from './run-bridge.ts';
export { serve } from './serve.ts';

const SWEEP_EVERY_MS = 60_000;
const STOP_JOBS_MS = 10_000;
const DNS_TIMEOUT_MS = 3_000;
/** Volunteers' time servers in India; only the doctor asks them. */
const TIME_SERVER = { host: 'in.pool.ntp.org', port: 123 };
/** Outreach's tables come after the Studio's. */
const MIGRATIONS = [studioMigrations, outreachMigrations];

export interface OpenStudio {
  app: FastifyInstance;
  adminKey: string;
  /** True when this start minted the first key. */
  adminKeyIsNew: boolean;
  store: OpenStore;
  studio: Studio;
  /** Only while the studio is served, and only when it has a public address or port. */
  publicListener: PublicListener | null;
  close(): Promise<void>;
}

/** How an opened studio works; without `works` it does only what it is asked, as a command needs it. */
interface Opening {
  works?: JobsOptions['works'];
  clock?: Clock;
  log?: Log;
  /** A store that is open already, as tests have one; it stays open. */
  store?: OpenStore;
}

/** Opens the store of the configuration and everything over it, without a socket: `app.inject` is the way in. */
export async function openStudio(config: Config, options: Opening = {}): Promise<OpenStudio> {
  const works = options.works ?? 'when_woken';
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog({ level: config.logLevel, write: (line) => process.stderr.write(line), clock });
  const store = options.store ?? (await openStore({ config, clock }));
  try {
    return await openOver(store, config, works, clock, log);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openOver(
  store: OpenStore,
  config: Config,
  works: JobsOptions['works'],
  clock: Clock,
  log: Log,
): Promise<OpenStudio> {
  const { db } = store;
  for (const set of MIGRATIONS) await migrate(db, set);
  let jobs: Jobs | null = null;
  const running = (): Jobs => {
    if (jobs === null) throw new Error('jobs are used before they were started');
    return jobs;
  };
  const owner = `${hostname()}/${process.pid}/${newUuid()}`;
  const outreachDeps: OutreachDeps = {
    ...{ db, clock, newId: newUuid, config: config.outreach, fetch, sleep: pause, owner },
    resolver: new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 2 }),
    timeServer: TIME_SERVER,
    fetchLink: createFetchLink({
      lookup: systemLookup,
      mayConnect: (address) => classOfAddress(address) === 'public',
    }),
    vault: await openPersonVault(db, config),
    onlookers: { publish: (tx, items) => studio.live.publish(tx, items) },
    log,
  };
  const outreach = createOutreach(outreachDeps);
  const heraldJobs = Object.entries(outreach.jobs).map(([name, job]) => [name, { ...job, agent: 'herald' }] as const);
  const studio: Studio = createStudio({
    db,
    disk: store.disk,
    clock,
    newId: newUuid,
    redact,
    redactQuote,
    sleep: pause,
    jobs: {
      enqueue: (queue, data, key, tx) => running().enqueue(queue, data, key, tx),
      wake: (queue) => running().wake(queue),
    },
    jobsCheck: { name: 'jobs', run: () => checkJobs(running()) },
    guestChecks: [
      { name: 'bridge', run: async () => bridgeCheck(await outreach.outboxDesk.arrears(), clock.now()) },
      { name: 'outreach', run: outreach.waiting },
    ],
    sets: MIGRATIONS,
    guestJobs: Object.fromEntries(heraldJobs),
    storeGuests: { tables: outreachTables, orphans: outreachOrphans },
    backupFolder: join(config.dataDir, 'backups'),
    brandFile: join(config.dataDir, 'brand.yaml'),
    sealKeyFile: join(config.dataDir, 'seal.key'),
    dataDir: config.databaseUrl === undefined ? config.dataDir : null,
    judges: config.judges,
    retentionDays: config.retentionDays,
    version: VERSION,
    owner,
  });
  await outreach.erasure.finish();
  jobs = await startJobs({ db, clock, works, log, queues: studio.queues, schedules: studio.schedules });
  try {
    const sampleOutreach = createSampleService(outreachDeps);
    const sample = createSamplePractice({ studio, outreach: sampleOutreach, sleep: pause });
    return await openRunning(store, { studio, outreach, sample }, running(), config, works, clock, log);
  } catch (error) {
    // Left running, the jobs would keep a process alive whose store is closed.
    await running().stop(STOP_JOBS_MS);
    throw error;
  }
}

async function openRunning(
  store: OpenStore,
  { studio, outreach, sample }: { studio: Studio; outreach: Outreach; sample: SamplePractice },
  jobs: Jobs,
  config: Config,
  works: JobsOptions['works'],
  clock: Clock,
  log: Log,
): Promise<OpenStudio> {
  const { key, isNew } = await ensureAdminKey({ keys: studio.keys, dataDir: config.dataDir, host: hostname() });
  const queues = Object.keys(studio.queues);
  const app = await buildApp({ studio, outreach, sample, jobs, clock, log, isReady: () => answers(studio) });
  /** Closes what runs by now, the youngest first. */
  const closing: (() => unknown)[] = [() => app.close()];
  let publicListener: PublicListener | null = null;
  const bridgeKey = createBridgeKey({ keys: studio.keys, label: `bridge of ${hostname()}, process ${process.pid}` });
  try {
    if (studio.db.kind === 'embedded') await forgetDeadOwner(studio, queues, jobs);
    if (works === 'always') {
      publicListener = await openPublicListener({ outreach, config, clock, log });
      closing.unshift(() => publicListener?.close());
      closing.unshift(await startSweeping(studio, log));
      await bridgeKey.begin();
      await jobs.begin();
    }
  } catch (error) {
    // Left open, a listener would keep a process alive that has said why it cannot start.
    await inTurn(closing).catch(() => {});
    throw error;
  }
  const toStudio = createStudioApi({ send: sendInto(app, bridgeKey) });
  const { dataDir } = config;
  const bridge = bridgeLoops({ outbox: outreach.outboxReader, studio: toStudio, dataDir, clock, log });
  const loops = { ...outreach.loops, ...bridge };
  const stopLoops = works === 'always' ? startLoops(loops, log) : async () => {};
  return {
    app,
    adminKey: key,
    adminKeyIsNew: isNew,
    store,
    studio,
    publicListener,
    // What a failed step would leave running would keep the process alive.
    close: () =>
      inTurn([
        ...closing,
        stopLoops,
        () => bridgeKey.end(),
        () => studio.audits.stop(),
        () => jobs.stop(STOP_JOBS_MS),
        () => studio.intake.drain(),
        () => store.close(),
      ]),
  };
}

async function buildApp(deps: {
  studio: Studio;
  outreach: Outreach;
  sample: SamplePractice;
  jobs: Jobs;
  clock: Clock;
  log: Log;
  isReady: () => Promise<boolean>;
}): Promise<FastifyInstance> {
  const { studio, outreach, sample, jobs, clock, log } = deps;
  const app = createApiServer({
    log,
    clock,
    findKey: studio.keys.findByHash,
    findSession: studio.sessions.findByHash,
    idempotency: studio.idempotency,
    title: 'Sacred QA Studio',
    version: VERSION,
  });
  probeRoutes(app, { isReady: deps.isReady });
  const cursors = createCursors(await studio.keys.cursorSecret());
  await app.register(
    async (api) => {
      studioRoutes(api, { studio, jobs, cursors, log });
      // Inside, so that what the Studio's audit trail records of a request is recorded of these too.
      await api.register(async (own) => outreachRoutes(own, { outreach, cursors }), { prefix: '/outreach' });
      bridgeRoutes(api, { desk: outreach.outboxDesk });
      sampleRoutes(api, { sample });
    },
    { prefix: '/api/v1' },
  );
  serveSite(app, { folder: siteFolder, missing: missingPage });
  await app.ready();
  return app;
}

/** An embedded store has one owner, so what is at work in its rows was cut short with the owner before. */
async function forgetDeadOwner(studio: Studio, queues: readonly string[], jobs: Jobs): Promise<void> {
  for (const queue of queues) await jobs.clear(queue);
  await studio.audits.freeLeases();
}

/** Takes up what was left standing, now and each minute. */
async function startSweeping(studio: Studio, log: Log): Promise<() => void> {
  const sweep = () =>
    studio.sweep().catch((error: unknown) => {
      log({ level: 'error', event: 'sweep_failed', error: String(error) });
    });
  await sweep();
  const timer = setInterval(sweep, SWEEP_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function checkJobs(jobs: Jobs) {
  const listed = await jobs.list();
  return { status: 'pass' as const, detail: `${listed.length} schedules stand`, observed: listed.length };
}

async function answers(studio: Studio): Promise<boolean> {
  try {
    await studio.db.query('select 1');
    return true;
  } catch {
    return false;
  }
}

/** Puts a back-up in the place of the store; needs the owner stopped. What may have left since is held back. */
export async function restoreStudio(config: Config, file: string): Promise<Restored & { held: Held }> {
  const clock = systemClock;
  return restoreStore({
    ...{ config, clock },
    async load(db) {
      const { rows } = await loadBackup({ db, file, sets: MIGRATIONS });
      return { rows, held: await holdRestored({ db, clock, outbox: createOutbox({ clock }) }) };
    },
  });
}
