/** Audits: planned once, resumed by the same command, run by whichever process takes their jobs. */
import { hash } from 'node:crypto';
import type { AuditRequest, AuditView } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type FindingStatus, SETTLED } from '@sacred-qa/contracts/finding';
import { formatPlace, type Place, parsePlace } from '@sacred-qa/contracts/lineage';
import type { ReportData } from '@sacred-qa/contracts/report';
import { addressOf, type ScopeRecord, secretNames, type TargetSpec } from '@sacred-qa/contracts/target';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import type { IntakeService } from '../sankalpa/intake.service.ts';
import type { TargetsService } from '../targets/targets.service.ts';
import { attemptsRepo } from './attempts.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { readComparison } from './compare/comparison.ts';
import { findingsRepo } from './findings.repo.ts';
import { cancelRun, type FinishDeps, finishRun } from './finish.ts';
import { listEndedAttempts } from './list-attempts.ts';
import type { LoadedPack } from './packs/load-pack.ts';
import { planAttempts } from './packs/plan-attempts.ts';
import { readReportData } from './report-data.ts';
import { loadRunnable, type RunDeps, runShard } from './run.ts';
import { permissionAt } from './targets/permitted-hours.ts';

export const SHARD_QUEUE = 'audit_shard';
const ATTEMPTS_PER_SHARD = 200;
const LISTING_EVERY_MS = 1000;

export type AuditsService = ReturnType<typeof createAuditsService>;

export interface AuditsDeps extends Omit<RunDeps, 'openAsker'>, Omit<FinishDeps, 'auditor'> {
  intake: Pick<IntakeService, 'declare'>;
  targets: TargetsService;
  openAsker: (audit: Audit, secrets: Record<string, string>) => ReturnType<RunDeps['openAsker']>;
  /** The act that an audit is caused by; throws when it is not known. Null when nothing is named. */
  causeOf: (named: { engagementId: string | null; booking: string | null }) => Promise<Place | null>;
  readPack: (id: string) => Promise<LoadedPack>;
  enqueue: (queue: string, data: object, key: string, tx?: Sql) => Promise<void>;
  wake: (queue: string) => void;
}

/** What one job carries. */
export interface ShardJob {
  audit_id: string;
  concurrency: number;
}

interface Plan {
  spec: TargetSpec;
  scope: ScopeRecord;
  targetId: string;
  loaded: LoadedPack;
  repeats: number;
  patterns: string[] | undefined;
  /** `pattern/case` of the only cases to ask; all when left out. */
  cases?: ReadonlySet<string>;
  concurrency: number;
  retestOf: string | null;
  engagementId: string | null;
  /** What the audit hangs under; it begins a tree when nothing caused it. */
  parent: Place | null;
  planHash: string;
}

/** How a plan is taken up: `isNew` begins anew whatever stands, `retryId` names the request for its retry. */
interface Begin {
  secrets: Record<string, string> | undefined;
  isNew: boolean;
  retryId: string | undefined;
}

/** Environment variables that a target names and this run does not bring. */
const missingSecrets = (spec: TargetSpec, secrets: Record<string, string>): string[] =>
  secretNames(spec).filter((name) => secrets[name] === undefined);

function assertSecrets(spec: TargetSpec, secrets: Record<string, string>): void {
  const missing = missingSecrets(spec, secrets);
  if (missing.length === 0) return;
  const errors = missing.map((name) => ({ pointer: `/secrets/${name}`, detail: 'The target needs this value.' }));
  throw new StudioError('validation_failed', `The target needs ${missing.join(', ')}; send the values as secrets.`, {
    errors,
  });
}

export function createAuditsService(deps: AuditsDeps) {
  const { db, clock, lineage } = deps;
  /** Secrets of runs that were begun here; they never touch a disk. */
  const secretsOf = new Map<string, Record<string, string>>();
  const running = new Map<string, Set<AbortController>>();
  const stopping = new AbortController();
  const atWork = new Set<Promise<void>>();

  async function plan(request: AuditRequest): Promise<Plan> {
    const target =
      typeof request.target === 'string'
        ? await deps.targets.get(request.target)
        : await deps.targets.save(request.target, request.scope, { replace: request.replace_target });
    const loaded = await deps.readPack(request.pack);
    const known = new Set(loaded.pack.patterns.map((pattern) => pattern.id));
    const unknown = request.patterns?.filter((id) => !known.has(id)) ?? [];
    if (unknown.length > 0) {
      const detail = `Pack ${request.pack} has no pattern ${unknown.join(', ')}.`;
      throw new StudioError('validation_failed', detail, { errors: [{ pointer: '/patterns', detail }] });
    }
    const repeats = request.repeats ?? loaded.pack.repeats;
    const patterns = request.patterns?.toSorted();
    const planHash = hash('sha256', canonicalJson({ spec: target.spec, pack: loaded.hash, repeats, patterns }));
    const scope = request.scope ?? target.scope;
    const engagementId = request.engagement ?? null;
    return {
      ...{ spec: target.spec, scope, targetId: target.id, loaded, repeats, patterns, planHash, engagementId },
      // More at once would only wait for their turns, and outlive their leases.
      concurrency: Math.min(request.concurrency, Math.ceil((scope.rate_per_minute ?? 64) / 2)),
      retestOf: null,
      parent: await deps.causeOf({ engagementId, booking: request.booking ?? null }),
    };
  }

  /** The failed cases of some patterns of an ended run, to be asked again as they were. */
  async function planRetest(auditId: string, patternIds: readonly string[] | null): Promise<Plan> {
    const audit = await auditsRepo.byId(db, auditId);
    if (audit === null) throw new StudioError('not_found', `There is no audit ${auditId}.`);
    if (audit.finishedAt === null) throw new StudioError('conflict', `Audit ${auditId} has not ended yet.`);
    const found = await findingsRepo.ofAudit(db, auditId);
    const patterns = found
      .filter((one) =>
        patternIds === null ? !SETTLED.has(one.status as FindingStatus) : patternIds.includes(one.patternId),
      )
      .map((one) => one.patternId)
      .sort();
    const cases = await findingsRepo.failedCases(db, auditId, patterns);
    if (cases.length === 0) {
      throw new StudioError('conflict', `Audit ${auditId} has no finding to look at again.`);
    }
    const { targetSpec: spec, pack, packHash, scope, targetId, repeats, concurrency, engagementId } = audit;
    deps.targets.assertScope(spec, scope);
    return {
      ...{ spec, scope, targetId, repeats, patterns, concurrency, engagementId, cases: new Set(cases) },
      loaded: { pack, hash: packHash },
      retestOf: auditId,
      parent: { rootId: audit.rootId, seq: audit.seq },
      planHash: hash('sha256', canonicalJson({ retestOf: auditId, cases, repeats })),
    };
  }

  /** Takes up the newest unfinished run of the plan, else begins one. */
  async function takeUp(planned: Plan, how: Begin): Promise<AuditView> {
    const { secrets } = how;
    const unfinished = how.isNew ? null : await auditsRepo.newestUnfinished(db, planned.planHash);
    assertSecrets(planned.spec, secrets ?? {});
    const { id, isNew } = unfinished === null ? await begin(planned, how) : { id: unfinished, isNew: false };
    if (!isNew && secrets) secretsOf.set(id, secrets);
    const view = await get(id);
    if (!isNew) await enqueueShards(id, view.totals.planned, view.concurrency);
    deps.wake(SHARD_QUEUE);
    return { ...view, resumed: !isNew };
  }

  async function declareAudit({ spec, loaded, parent, retestOf }: Plan, retryId: string | undefined) {
    const what = `${spec.name} with the pack ${loaded.pack.id} ${loaded.pack.version}`;
    const declared = await deps.intake.declare(
      {
        text: retestOf === null ? `Audit ${what}` : `Look again at what failed in ${what}`,
        kind: retestOf === null ? 'audit' : 'retest',
        ...(parent === null ? {} : { parent_lineage_id: formatPlace(parent) }),
        context: addressOf(spec),
      },
      { endpoint: null, requestId: deps.newId(), keyId: null, client: 'studio', retryId },
    );
    if (declared.kind === 'refused') throw new StudioError(declared.code, declared.detail, { errors: declared.errors });
    const place = declared.kind === 'waiting' ? null : parsePlace(declared.body.lineage_id);
    if (declared.kind === 'waiting' || place === null)
      throw new StudioError('internal', 'The audit’s sankalpa was not taken in.');
    return { sankalpaId: declared.body.id, place };
  }

  /** Begins a run, or finds the one that an equal request began meanwhile or that the same request began before. */
  async function begin(
    planned: Plan,
    { secrets, isNew: isAnew, retryId }: Begin,
  ): Promise<{ id: string; isNew: boolean }> {
    const { sankalpaId, place } = await declareAudit(planned, retryId);
    const id = deps.newId();
    // Before its jobs can be taken up: without its secrets a run does not begin.
    if (secrets) secretsOf.set(id, secrets);
    const standing = await db.transaction(async (tx) => {
      await auditsRepo.lockPlan(tx, planned.planHash);
      const begunBefore = await auditsRepo.ofSankalpa(tx, sankalpaId);
      if (begunBefore !== null) return begunBefore;
      const begunMeanwhile = isAnew ? null : await auditsRepo.newestUnfinished(tx, planned.planHash);
      if (begunMeanwhile === null) await writeBegin(tx, id, sankalpaId, place, planned);
      else await tx.query(`update sankalpa set status = 'abandoned' where id = $1`, [sankalpaId]);
      return begunMeanwhile;
    });
    if (standing !== null) secretsOf.delete(id);
    return { id: standing ?? id, isNew: standing === null };
  }

  async function writeBegin(tx: Sql, id: string, sankalpaId: string, place: Place, planned: Plan): Promise<void> {
    const attempts = attemptsOf(planned);
    const seq = await writeStart(tx, place, id, planned);
    await auditsRepo.insert(tx, auditRow(id, sankalpaId, { ...place, seq }, planned), attempts);
    await tx.query(`update sankalpa set status = 'in_progress' where id = $1`, [sankalpaId]);
    await enqueueShards(id, attempts.length, planned.concurrency, tx);
  }

  async function writeStart(tx: Sql, sankalpaPlace: Place, id: string, planned: Plan): Promise<number> {
    const parent = await lineage.place(tx, sankalpaPlace);
    const [node] = await lineage.append(
      tx,
      sankalpaPlace.rootId,
      [
        {
          parent,
          agentName: deps.auditor.name,
          operationType: 'audit_run',
          timestamp: isoOf(clock.now()),
          durationMs: null,
          success: null,
          metadata: {
            version: deps.auditor.version,
            audit_id: id,
            pack: planned.loaded.pack.id,
            pack_hash: planned.loaded.hash,
            plan_hash: planned.planHash,
            ...(planned.retestOf === null ? {} : { retest_of: planned.retestOf }),
          },
        },
      ],
      1,
    );
    return node?.seq ?? 0;
  }

  function auditRow(id: string, sankalpaId: string, place: Place, planned: Plan): Audit {
    const { pack, hash: packHash } = planned.loaded;
    return {
      id,
      sankalpaId,
      rootId: place.rootId,
      seq: place.seq,
      targetId: planned.targetId,
      targetSpec: planned.spec,
      scope: planned.scope,
      packId: pack.id,
      packVersion: pack.version,
      packHash,
      pack,
      planHash: planned.planHash,
      repeats: planned.repeats,
      concurrency: planned.concurrency,
      retestOf: planned.retestOf,
      engagementId: planned.engagementId,
      state: 'queued',
      createdAt: isoOf(clock.now()),
      startedAt: null,
      finishedAt: null,
    };
  }

  function attemptsOf(planned: Plan) {
    const { loaded, repeats, patterns, cases } = planned;
    return planAttempts(loaded, {
      repeats,
      ...(patterns === undefined ? {} : { patterns }),
      ...(cases === undefined ? {} : { cases }),
    });
  }

  /** Shards share the run's concurrency, so that it caps the whole run, in however many processes it runs. */
  async function enqueueShards(id: string, attempts: number, concurrency: number, tx?: Sql): Promise<void> {
    const shards = Math.min(concurrency, Math.max(1, Math.ceil(attempts / ATTEMPTS_PER_SHARD)));
    for (let shard = 0; shard < shards; shard += 1) {
      const job: ShardJob = { audit_id: id, concurrency: Math.floor(concurrency / shards) };
      await deps.enqueue(SHARD_QUEUE, job, `${id}/${shard}`, tx);
    }
  }

  async function get(id: string): Promise<AuditView> {
    const view = await auditsRepo.view(db, id);
    if (view === null) throw new StudioError('not_found', `There is no audit ${id}.`);
    if (view.state !== 'queued' && view.state !== 'running') return view;
    const { isOpen, changesAtMs } = permissionAt((await auditsRepo.byId(db, id))?.scope.hours, clock.now());
    return isOpen || changesAtMs === null ? view : { ...view, waits_until: isoOf(changesAtMs) };
  }

  return {
    get,
    list: (state: string | null, beforeId: string | null, limit: number) => auditsRepo.list(db, state, beforeId, limit),

    /** Takes up the newest unfinished run of the same plan, else begins one. `retryId`: see `retryIdOf`. */
    async request(request: AuditRequest, retryId?: string): Promise<AuditView> {
      db.assertWritable();
      return takeUp(await plan(request), { secrets: request.secrets, isNew: request.new, retryId });
    },

    /** Asks again what failed: of all findings that are not settled, or of the given patterns. */
    async retest(
      auditId: string,
      options: {
        patternIds: readonly string[] | null;
        secrets: Record<string, string> | undefined;
        retryId?: string | undefined;
      },
    ): Promise<AuditView> {
      db.assertWritable();
      const planned = await planRetest(auditId, options.patternIds);
      return takeUp(planned, { secrets: options.secrets, isNew: false, retryId: options.retryId });
    },

    /** The work of one job: asks what is left, lists it, and ends the run when it was the last. */
    async runJob(job: ShardJob, signal: AbortSignal): Promise<void> {
      const work = workOn(job, AbortSignal.any([signal, stopping.signal]));
      atWork.add(work);
      try {
        await work;
      } finally {
        atWork.delete(work);
      }
    },

    /** Ends the work of this process in order: what is under way is given back, for another to take up at once. */
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.allSettled(atWork);
      await attemptsRepo.freeLeases(db, deps.owner);
    },

    /** Gives back all that is under way; only for the one owner of a store, before it works. */
    freeLeases: () => attemptsRepo.freeLeases(db, null),

    async cancel(id: string): Promise<AuditView> {
      const view = await get(id);
      if (view.state === 'completed')
        throw new StudioError('conflict', 'The audit is completed; there is nothing to cancel.');
      if (view.state !== 'cancelled') await cancelRun(deps, id);
      for (const controller of running.get(id) ?? []) controller.abort();
      secretsOf.delete(id);
      return get(id);
    },

    /** Gives what stands still a new job: after a crash, a lost lease, or a restart. */
    async sweep(): Promise<void> {
      // Another process may have ended a run that was begun here.
      for (const id of await auditsRepo.endedOf(db, [...secretsOf.keys()])) secretsOf.delete(id);
      for (const { id, attempts, concurrency } of await auditsRepo.unfinished(db)) {
        await enqueueShards(id, attempts, concurrency);
      }
    },

    /** Everything the report prints; null when there is no such audit. */
    async reportData(id: string): Promise<ReportData> {
      const audit = await get(id);
      const generatedAt = audit.finished_at ?? isoOf(clock.now());
      const data = await db.transaction(
        (tx) => readReportData(tx, id, { studioVersion: deps.studioVersion, generatedAt }),
        { snapshot: true },
      );
      if (data === null) throw new StudioError('not_found', `There is no audit ${id}.`);
      return data;
    },

    compare: (ids: { a: string; b: string }, options: { level?: number | undefined; margin?: number | undefined }) =>
      db.transaction((tx) => readComparison(tx, ids, { ...options, at: isoOf(clock.now()) }), { snapshot: true }),

    renderReport: (data: ReportData) => deps.scribe.act(data),
  };

  async function workOn(job: ShardJob, signal: AbortSignal): Promise<void> {
    const auditId = job.audit_id;
    const audit = await loadRunnable(deps, auditId);
    if (audit === null) return;
    // Another process has the secrets, or the same command brings them again: here every question would be turned away.
    if (missingSecrets(audit.targetSpec, secretsOf.get(auditId) ?? {}).length > 0) return;
    // Outside the hours that were allowed nothing is asked; the sweep looks again each minute.
    const permitted = permissionAt(audit.scope.hours, clock.now());
    if (!permitted.isOpen) return;
    const controller = new AbortController();
    const closing =
      permitted.changesAtMs === null
        ? undefined
        : setTimeout(() => controller.abort(), permitted.changesAtMs - clock.now());
    const shards = running.get(auditId) ?? new Set();
    running.set(auditId, shards.add(controller));
    const listing = setInterval(() => void listEndedAttempts(deps, audit).catch(() => {}), LISTING_EVERY_MS);
    try {
      await runShard(
        { ...deps, openAsker: (of) => deps.openAsker(of, secretsOf.get(auditId) ?? {}) },
        { ...audit, concurrency: job.concurrency },
        AbortSignal.any([signal, controller.signal]),
      );
    } finally {
      clearInterval(listing);
      clearTimeout(closing);
      shards.delete(controller);
      if (shards.size === 0) running.delete(auditId);
    }
    if (await finishRun(deps, auditId)) secretsOf.delete(auditId);
    // A job that fails is tried again, by whichever process is there then.
    else if (stopping.signal.aborted) throw new Error('the process stops, and the run goes on in another');
  }
}
