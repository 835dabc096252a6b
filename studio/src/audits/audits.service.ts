/** Audits: planned once, resumed by the same command, run by whichever process takes their jobs. */
import type { AuditEstimate, AuditRequest, AuditView, Budget, ResumeRequest } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { ReportData } from '@sacred-qa/contracts/report';
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { judgeRepo } from '../judge/judge.repo.ts';
import type { JudgeService } from '../judge/judge.service.ts';
import { assertMayRun } from '../targets/targets.service.ts';
import { auditsRepo } from './audits.repo.ts';
import { type BeginDeps, beginRun, type ReuseFrom } from './begin-run.ts';
import { readComparison } from './compare/comparison.ts';
import { estimatePlan } from './estimate.ts';
import { cancelRun, cancelRunIn } from './finish.ts';
import { planAttempts } from './packs/plan-attempts.ts';
import { pauseRun, resumeRun } from './pause-run.ts';
import { createPlanner, type Plan, type PlanDeps } from './plan-run.ts';
import { type ReportOptions, readFindings, readReportData } from './report-data.ts';
import { rescoreRun } from './rescore.ts';
import { createShardWork, missingSecrets, SHARD_QUEUE, type ShardWorkDeps } from './shard-work.ts';
import { permissionAt } from './targets/permitted-hours.ts';

const CACHE_DAYS = 14;

export type AuditsService = ReturnType<typeof createAuditsService>;

export interface AuditsDeps extends PlanDeps, Omit<BeginDeps, 'auditor'>, ShardWorkDeps {
  wake: (queue: string) => void;
  panelOf: JudgeService['panelOf'];
}

/** What the reader of a report may choose. */
export type AskedOfReport = Pick<ReportOptions, 'summaryLang' | 'monthlyUsers' | 'lossPerCasePaise'>;

/** Who asks for a run. */
export interface RunCaller {
  /** Whether it may have code of this machine run; see `assertMayRun`. */
  sitsHere: boolean;
  /** Names the request for its retry; see `retryIdOf`. */
  retryId?: string | undefined;
}

interface How extends RunCaller {
  secrets: Record<string, string> | undefined;
  /** Begins anew whatever stands. */
  isAnew: boolean;
  useCache: boolean;
}

function assertSecrets(spec: TargetSpec, secrets: Record<string, string>): void {
  const missing = missingSecrets(spec, secrets);
  if (missing.length === 0) return;
  const errors = missing.map((name) => ({ pointer: `/secrets/${name}`, detail: 'The target needs this value.' }));
  throw new StudioError('validation_failed', `The target needs ${missing.join(', ')}; send the values as secrets.`, {
    errors,
  });
}

export function createAuditsService(deps: AuditsDeps) {
  const { db, clock } = deps;
  const { plan, planRetest } = createPlanner(deps);
  const work = createShardWork(deps);

  async function get(id: string): Promise<AuditView> {
    const view = await auditsRepo.view(db, id);
    if (view === null) throw new StudioError('not_found', `There is no audit ${id}.`);
    if (view.state !== 'queued' && view.state !== 'running') return view;
    const { isOpen, changesAtMs } = permissionAt(await auditsRepo.hoursOf(db, id), clock.now());
    if (!isOpen && changesAtMs !== null) return { ...view, waits_until: isoOf(changesAtMs) };
    const pausedUntilMs = work.pausedUntilMs(id);
    return pausedUntilMs === null ? view : { ...view, slowed_until: isoOf(pausedUntilMs) };
  }

  /** Takes up the newest unfinished run of the plan, else begins one. */
  async function runPlan(planned: Plan, how: How): Promise<AuditView> {
    assertMayRun(planned.spec, how.sitsHere);
    assertSecrets(planned.spec, how.secrets ?? {});
    const begunBefore = how.retryId === undefined ? null : await auditsRepo.ofRequest(db, how.retryId);
    if (begunBefore !== null) return answerRetry(begunBefore, how.secrets);
    const unfinished = how.isAnew ? null : await auditsRepo.newestUnfinished(db, planned.planHash);
    const { id, isNew } = unfinished === null ? await begin(planned, how) : { id: unfinished, isNew: false };
    // One that has ended since it was found is what was asked for.
    if (!isNew) await takeUp(id, planned.budget, how.secrets);
    deps.wake(SHARD_QUEUE);
    return { ...(await get(id)), resumed: !isNew };
  }

  /** The answer to it was lost: the run is as it is by now, and only gets the secrets that a crash may have taken. */
  async function answerRetry(id: string, secrets: Record<string, string> | undefined): Promise<AuditView> {
    const view = await get(id);
    if (view.state === 'queued' || view.state === 'running') await giveWork(view, secrets);
    return { ...view, resumed: true };
  }

  async function giveWork(view: AuditView, secrets: Record<string, string> | undefined): Promise<void> {
    if (secrets) work.giveSecrets(view.id, secrets);
    await work.enqueue(view.id, view.totals.planned, view.concurrency);
    deps.wake(SHARD_QUEUE);
  }

  /** Begins a run anew. An unfinished one of the same series gives its answers to it and is closed in the same commit. */
  async function begin(planned: Plan, how: How): Promise<{ id: string; isNew: boolean }> {
    const id = deps.newId();
    const { seriesHash, planHash } = planned;
    const before =
      how.isAnew || seriesHash === null
        ? null
        : await auditsRepo.newestUnfinishedOfSeries(db, { seriesHash, planHash }, isoOf(clock.now()));
    // Before its jobs can be taken up: without its secrets a run does not begin.
    if (how.secrets) work.giveSecrets(id, how.secrets);
    const standing = await beginRun(deps, planned, id, {
      retryId: how.retryId,
      isAnew: how.isAnew,
      reuse: reuseFrom(how.useCache, before),
      first: async (tx) => {
        if (before !== null) await cancelRunIn(deps, tx, before);
      },
      also: (tx, attempts) => work.enqueue(id, attempts, planned.concurrency, tx),
    }).catch((fault: unknown) => {
      work.forgetSecrets(id);
      throw fault;
    });
    if (standing !== null) work.forgetSecrets(id);
    else if (before !== null) letGo(before);
    deps.live.wake();
    return { id: standing ?? id, isNew: standing === null };
  }

  /** What this process has of a run that was cancelled. */
  function letGo(id: string): void {
    work.stopRun(id, 'now');
    work.forgetSecrets(id);
  }

  function reuseFrom(useCache: boolean, before: string | null): ReuseFrom | null {
    if (useCache) return { auditId: null, sinceIso: isoOf(clock.now() - CACHE_DAYS * 24 * 3600 * 1000) };
    return before === null ? null : { auditId: before, sinceIso: null };
  }

  /** Goes on with a run, under the budget that is given now where one is. False when it is at its end. */
  async function takeUp(id: string, budget: Budget, secrets: Record<string, string> | undefined): Promise<boolean> {
    const goesOn = await resumeRun(deps, id, budget);
    if (goesOn) await giveWork(await get(id), secrets);
    return goesOn;
  }

  /** As of when an ended run is reported the same each time. */
  const instantOf = async (sql: Sql, id: string): Promise<string> =>
    (await auditsRepo.settledAt(sql, id)) ?? isoOf(clock.now());

  async function reportDataIn(sql: Sql, id: string, asked: AskedOfReport = {}): Promise<ReportData> {
    const options = { ...asked, ...deps.reportSetting(), generatedAt: await instantOf(sql, id) };
    const data = await readReportData(sql, id, options);
    if (data === null) throw new StudioError('not_found', `There is no audit ${id}.`);
    return data;
  }

  return {
    get,
    list: (state: string | null, beforeId: string | null, limit: number) => auditsRepo.list(db, state, beforeId, limit),
    runJob: work.runJob,
    stop: work.stop,
    freeLeases: work.freeLeases,

    /** What the plan would take; writes nothing and asks nobody. */
    async estimate(request: AuditRequest): Promise<AuditEstimate> {
      const planned = await plan(request, { register: false });
      const { repeats, options } = planned;
      return estimatePlan(db, planned, planAttempts(planned.loaded, { repeats, ...options }));
    },

    /** Takes up the newest unfinished run of the same plan, else begins one. */
    async request(request: AuditRequest, caller: RunCaller): Promise<AuditView> {
      db.assertWritable();
      const isAnew = request.new || request.like !== undefined;
      const { secrets, cache: useCache } = request;
      return runPlan(await plan(request, { register: true }), { ...caller, secrets, isAnew, useCache });
    },

    /** Asks again what failed: of all findings that are not settled, or of the given patterns. */
    async retest(
      auditId: string,
      options: RunCaller & { patternIds: readonly string[] | null; secrets: Record<string, string> | undefined },
    ): Promise<AuditView> {
      db.assertWritable();
      const planned = await planRetest(auditId, options.patternIds);
      return runPlan(planned, { ...options, isAnew: false, useCache: false });
    },

    async cancel(id: string): Promise<AuditView> {
      const view = await get(id);
      if (view.state === 'completed')
        throw new StudioError('conflict', 'The audit is completed; there is nothing to cancel.');
      await cancelRun(deps, id);
      letGo(id);
      return get(id);
    },

    /** Asks nothing more until it is resumed; what is under way is waited for and kept. */
    async pause(id: string): Promise<AuditView> {
      const { state } = await get(id);
      if (state === 'completed' || state === 'cancelled')
        throw new StudioError('conflict', `The audit is ${state}; there is nothing to pause.`);
      await pauseRun(deps, id, { reason: 'asked', detail: 'A person asked for it.' });
      work.stopRun(id, 'soon');
      return get(id);
    },

    async resume(id: string, { budget, secrets }: ResumeRequest, caller: RunCaller): Promise<AuditView> {
      const audit = await auditsRepo.byId(db, id);
      if (audit === null) throw new StudioError('not_found', `There is no audit ${id}.`);
      assertMayRun(audit.targetSpec, caller.sitsHere);
      assertSecrets(audit.targetSpec, secrets ?? {});
      const goesOn = await takeUp(id, budget, secrets);
      const view = await get(id);
      if (!goesOn) throw new StudioError('conflict', `The audit is ${view.state}; there is nothing to go on with.`);
      return { ...view, resumed: true };
    },

    /** Judges the stored answers again, with `judge` by language models as well; the target is not asked. */
    async rescore(id: string, judge: { mayBeTarget: boolean } | null): Promise<AuditView> {
      await rescoreRun(deps, id, judge && ((audit) => deps.panelOf(audit, judge.mayBeTarget)));
      return get(id);
    },

    /** Gives what stands still a new job: after a crash, a lost lease, or a restart. */
    async sweep(): Promise<void> {
      await work.forgetEnded();
      for (const { id, attempts, concurrency } of await auditsRepo.unfinished(db)) {
        await work.enqueue(id, attempts, concurrency);
      }
    },

    /** Everything the report prints; throws `not_found`. */
    reportData: (id: string, asked: AskedOfReport = {}): Promise<ReportData> =>
      db.transaction((tx) => reportDataIn(tx, id, asked), { snapshot: true }),

    reportDataIn,

    /**
     * The findings of the report, and nothing that did not fail, but the finding `also`: one that a later scoring no
     * longer bears out can still be looked at. Throws `not_found`.
     */
    findingsOf: (id: string, also?: string): Promise<Pick<ReportData, 'findings' | 'target'>> =>
      db.transaction(
        async (tx) => {
          const found = await readFindings(tx, id, { at: await instantOf(tx, id), also });
          if (found === null) throw new StudioError('not_found', `There is no audit ${id}.`);
          return found;
        },
        { snapshot: true },
      ),

    /** By what the verdicts that count were given; throws `not_found`. */
    async scoring(id: string): Promise<Pick<ReportData, 'rescored' | 'judging'>> {
      const scoring = await auditsRepo.scoringOf(db, id);
      if (scoring === null) throw new StudioError('not_found', `There is no audit ${id}.`);
      return {
        rescored: await auditsRepo.rescoringOf(db, id),
        judging: await judgeRepo.judgingOf(db, { id, scoring }),
      };
    },

    compare: (ids: { a: string; b: string }, options: { level?: number | undefined; margin?: number | undefined }) =>
      db.transaction((tx) => readComparison(tx, ids, { ...options, at: isoOf(clock.now()) }), { snapshot: true }),

    renderReport: (data: ReportData) => deps.scribe.act(data),
  };
}
