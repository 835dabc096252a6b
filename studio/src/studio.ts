/** The Studio's rooms, wired: each gets what it needs and nothing else. The front door calls this once. */
import { hash } from 'node:crypto';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import { systemLookup } from '@sacred-qa/foundation/address-class';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { JudgeConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import type { DiskGuard } from '@sacred-qa/foundation/database/disk';
import type { MigrationSet } from '@sacred-qa/foundation/database/migrate';
import type { NewId } from '@sacred-qa/foundation/ids';
import { inTurn } from '@sacred-qa/foundation/in-turn';
import type { Jobs, JobsOptions } from '@sacred-qa/foundation/jobs';
import { createActs } from './agents/acts.ts';
import { createAuditor } from './agents/auditor.ts';
import { createJnana } from './agents/jnana.ts';
import { createScribe } from './agents/scribe.ts';
import { createSmriti } from './agents/smriti.ts';
import { createVaidya, type HealthCheck } from './agents/vaidya.ts';
import { createAuditsService } from './audits/audits.service.ts';
import { createFindingsService } from './audits/findings.service.ts';
import { findChangedAnswer } from './audits/listed-answers.ts';
import { listPacks, provePack, readPack } from './audits/packs/load-pack.ts';
import { createPdfPrinter } from './audits/report/print-pdf.ts';
import { SHARD_QUEUE, type ShardJob } from './audits/shard-work.ts';
import { checkScope } from './audits/targets/address-guard.ts';
import { createBrowserPool } from './audits/targets/browser/browser-pool.ts';
import type { Sleep } from './audits/targets/concurrency.ts';
import { paced } from './audits/targets/paced.ts';
import { probeTarget } from './audits/targets/probe.ts';
import { type Asker, createAsker } from './audits/targets/target.ts';
import { createBrandService } from './brand/brand.service.ts';
import { createEngagementsService } from './engagements/engagements.service.ts';
import { createLiveEvents } from './events/live-events.ts';
import { createEvidenceService } from './evidence/evidence.service.ts';
import { createSealKeyHolder, publicKeyOf } from './evidence/seal-key.ts';
import { dailyCheck, databaseCheck, diskCheck } from './health/checks.ts';
import { createHouseActs, type HouseRun } from './house/house-acts.ts';
import { createIdempotencyStore } from './idempotency/idempotency.repo.ts';
import { createJudgeService } from './judge/judge.service.ts';
import { createJudgeClient } from './judge/judge-client.ts';
import { createKeysService } from './keys/keys.service.ts';
import { createLineageRepo } from './lineage/lineage.repo.ts';
import { createLineageService } from './lineage/lineage.service.ts';
import { createQaService } from './qa-logs/qa.service.ts';
import { createRetentionService } from './retention/retention.service.ts';
import { createIntakeRepo } from './sankalpa/intake.repo.ts';
import { createIntakeService } from './sankalpa/intake.service.ts';
import { createSankalpaService } from './sankalpa/sankalpa.service.ts';
import { createSessionsService } from './session/session.service.ts';
import { createStoreService, type StoreGuests } from './store/store.service.ts';
import { createTargetsService } from './targets/targets.service.ts';

export interface StudioDeps {
  db: Database;
  disk: DiskGuard;
  clock: Clock;
  newId: NewId;
  redact: (value: unknown) => unknown;
  redactQuote: (whole: string, quote: string) => string;
  sleep: Sleep;
  jobs: Pick<Jobs, 'enqueue' | 'wake'>;
  jobsCheck: HealthCheck;
  /** How others stand that live in the same process. */
  guestChecks: readonly HealthCheck[];
  sets: readonly MigrationSet[];
  storeGuests: StoreGuests;
  backupFolder: string;
  brandFile: string;
  sealKeyFile: string;
  /** Scheduled work of other rooms, by an agent of theirs: listed, run and kept like the house's own. */
  guestJobs: Readonly<Record<string, { cron: string; text: string; agent: string; act: () => Promise<unknown> }>>;
  judges: readonly JudgeConfig[];
  /** Where the embedded store lies; null on a server. */
  dataDir: string | null;
  retentionDays: number;
  version: string;
  /** Names this process in leases. */
  owner: string;
}

export type Studio = ReturnType<typeof createStudio>;

const SWEEP_PRUNE_MS = 60 * 60 * 1000;

export function createStudio(deps: StudioDeps) {
  const { db, clock, newId, redact } = deps;
  const gateway = { name: 'api-gateway', version: '1' };
  const jnana = createJnana();
  const live = createLiveEvents({ db, clock });
  const lineageRepo = createLineageRepo({ retentionDays: deps.retentionDays });
  const lineage = createLineageService({ db, repo: lineageRepo, findChanged: findChangedAnswer });
  const acts = createActs({ db, lineage: lineageRepo, clock, newId, redact });
  const intake = createIntakeService({
    db,
    repo: createIntakeRepo({ lineage: lineageRepo }),
    clock,
    newId,
    gateway,
    jnana,
    redact,
    hashOf: (value) => hash('sha256', canonicalJson(value)),
    onCommit: live.wake,
  });
  const sankalpa = createSankalpaService({ db, lineage: lineageRepo, clock, gateway, jnana, redact });
  const retention = createRetentionService({ db, lineage: lineageRepo, clock, gateway });
  const store = createStoreService({
    db,
    clock,
    sets: deps.sets,
    backupFolder: deps.backupFolder,
    dataDir: deps.dataDir,
    lineage,
    guests: deps.storeGuests,
  });
  const idempotency = createIdempotencyStore({ db });
  const keys = createKeysService({ db, clock });
  const sessions = createSessionsService({ db, clock, keys });
  const house = createHouseActs({ db, intake, sankalpa, acts, clock, newId });

  const browsers = createBrowserPool(process.env);
  const openAsker = (spec: TargetSpec, scope: ScopeRecord, secrets: Record<string, string>): Asker => {
    const asker = createAsker({ clock, lookup: systemLookup, browsers }, spec, scope, (name) => secrets[name]);
    const rate = scope.rate_per_minute;
    if (rate === undefined) return asker;
    return paced(asker, { clock, sleep: deps.sleep, takeTurn: () => targets.takeTurn(spec.name, rate) });
  };
  const targets = createTargetsService({
    db,
    clock,
    newId,
    checkScope,
    probe: async (spec, scope, secrets) => {
      const asker = openAsker(spec, scope, secrets);
      try {
        return await probeTarget(asker, spec, { clock, sleep: deps.sleep });
      } finally {
        await asker.close();
      }
    },
  });
  const qa = createQaService({ intake, acts, targets, newId, openAsker });
  const engagements = createEngagementsService({
    ...{ db, intake, clock, newId, redact, gateway },
    lineage: lineageRepo,
  });
  const judge = createJudgeService({
    ...{ db, clock, newId, redact, listPacks },
    judges: deps.judges,
    openClient: (model, key) => createJudgeClient({ clock, sleep: deps.sleep, lookup: systemLookup }, model, key),
  });
  const brand = createBrandService({ file: deps.brandFile });
  const sealKey = createSealKeyHolder(deps.sealKeyFile);
  const scribe = createScribe();
  const audits = createAuditsService({
    ...{ db, clock, newId, redact, live, intake, targets, readPack },
    checkPack: (pack) => provePack(pack, pack.id),
    redactQuote: deps.redactQuote,
    causeOf: engagements.causeOf,
    lineage: lineageRepo,
    auditor: createAuditor(),
    scribe,
    openAsker: (audit, secrets) => openAsker(audit.targetSpec, audit.scope, secrets),
    owner: deps.owner,
    sleep: deps.sleep,
    reportSetting: () => ({
      studioVersion: deps.version,
      brand: brand.read().brand,
      sealKey: publicKeyOf(sealKey),
    }),
    panelOf: judge.panelOf,
    enqueue: deps.jobs.enqueue,
    wake: deps.jobs.wake,
  });

  const findings = createFindingsService({
    ...{ db, clock, newId, redact, live, gateway, audits },
    lineage: lineageRepo,
  });

  const evidence = createEvidenceService({
    ...{ db, clock, live, scribe, sealKey },
    lineage: lineageRepo,
    readReport: audits.reportDataIn,
  });

  const houseAgeHours = async () => {
    const [row] = await db.query<{ hours: number | null }>(
      `select extract(epoch from to_timestamp($1::float8 / 1000) - min(created_at))::float8 / 3600 as hours from api_keys`,
      [clock.now()],
    );
    return row?.hours ?? 0;
  };
  const vaidya = createVaidya({
    clock,
    version: deps.version,
    checks: [
      databaseCheck({ db, clock }),
      deps.jobsCheck,
      ...deps.guestChecks,
      diskCheck({ disk: deps.disk }),
      dailyCheck({ name: 'last_backup', hoursSince: () => house.hoursSince('backup'), houseAgeHours }),
      dailyCheck({ name: 'last_daily_check', hoursSince: () => house.hoursSince('health_check'), houseAgeHours }),
    ],
  });

  /** What the house does by itself: name, time (Asia/Kolkata), and the act. */
  const guestJobs = Object.entries(deps.guestJobs).map(([name, { cron, text, agent, act }]) => {
    const run = () => house.run(name, text, { name: agent, version: '1', act });
    return [name, { cron, run }] as const;
  });
  const houseJobs: Record<string, { cron: string; run: () => Promise<HouseRun> }> = {
    backup: { cron: '0 2 * * *', run: () => house.run('backup', 'Back up the store', store.backupAgent()) },
    lineage_cleanup: {
      cron: '0 3 * * *',
      run: () =>
        house.run(
          'lineage_cleanup',
          'Let trees go whose time is over',
          createSmriti({ retention, tidyStore: store.tidy }),
        ),
    },
    health_check: { cron: '0 6 * * *', run: () => house.run('health_check', 'Check the health of the house', vaidya) },
    ...Object.fromEntries(guestJobs),
  };

  async function runHouseJob(name: string): Promise<HouseRun> {
    const job = Object.hasOwn(houseJobs, name) ? houseJobs[name] : undefined;
    if (job !== undefined) return job.run();
    throw new StudioError('not_found', `There is no job ${name}. There are: ${Object.keys(houseJobs).join(', ')}.`);
  }

  const queues: JobsOptions['queues'] = {
    [SHARD_QUEUE]: { concurrency: 2, work: (data, signal) => audits.runJob(data as ShardJob, signal) },
  };
  const schedules: JobsOptions['schedules'] = Object.fromEntries(
    Object.entries(houseJobs).map(([name, job]) => [name, { cron: job.cron, run: async () => void (await job.run()) }]),
  );

  return {
    ...{
      db,
      clock,
      newId,
      redact,
      live,
      lineage,
      intake,
      sankalpa,
      retention,
      store,
      house,
      targets,
      qa,
      audits,
      engagements,
      findings,
      evidence,
      judge,
      brand,
      vaidya,
    },
    keys,
    sessions,
    idempotency,
    packs: { list: listPacks, read: readPack },
    printPdf: createPdfPrinter(process.env),
    queues,
    schedules,
    runHouseJob,

    /**
     * What may have been left standing: events whose parent has come, runs without a worker, old live events. One that
     * cannot be done keeps none of the others away.
     */
    sweep: (): Promise<void> =>
      inTurn([
        () => intake.placeWaiting(),
        () => audits.sweep(),
        () => sessions.prune(),
        () => idempotency.prune(new Date(clock.now()).toISOString()),
        () => live.prune(new Date(clock.now() - SWEEP_PRUNE_MS).toISOString()),
      ]),
  };
}
