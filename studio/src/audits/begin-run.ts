/** Begins a run: its sankalpa, its start node, its plan, and the answers that it need not ask for again. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { formatPlace, type Place, parsePlace } from '@sacred-qa/contracts/lineage';
import { addressOf } from '@sacred-qa/contracts/target-facts';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import type { IntakeService } from '../sankalpa/intake.service.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { type Plan, plannedAttempts } from './plan-run.ts';
import { reuseAnswers } from './reuse.ts';

export interface BeginDeps {
  db: Database;
  clock: Clock;
  newId: NewId;
  lineage: LineageRepo;
  intake: Pick<IntakeService, 'declare'>;
  auditor: { name: string; version: string };
}

/** Where a run may take answers from: one unfinished run of the series, or any run since an instant. */
export interface ReuseFrom {
  auditId: string | null;
  sinceIso: string | null;
}

export interface BeginOptions {
  /** Names the request for its retry; see `retryIdOf`. */
  retryId: string | undefined;
  /** Begins anew whatever stands. */
  isAnew: boolean;
  reuse: ReuseFrom | null;
  /** In the commit that makes the run, before it: such as closing the one whose answers it takes over. */
  first: (tx: Sql) => Promise<void>;
  /** In the commit that makes the run, such as giving it its jobs. */
  also: (tx: Sql, attempts: number) => Promise<void>;
}

/** Begins the run `id`; null when it did, else the run that an equal request began meanwhile or the same one before. */
export async function beginRun(deps: BeginDeps, plan: Plan, id: string, options: BeginOptions): Promise<string | null> {
  const { sankalpaId, place } = await declareAudit(deps, plan, options.retryId);
  return deps.db.transaction(async (tx) => {
    await auditsRepo.lockPlan(tx, plan.planHash);
    const begunBefore = await auditsRepo.ofSankalpa(tx, sankalpaId);
    if (begunBefore !== null) return begunBefore;
    const begunMeanwhile = options.isAnew ? null : await auditsRepo.newestUnfinished(tx, plan.planHash);
    if (begunMeanwhile === null) await writeBegin(deps, tx, plan, id, { sankalpaId, place }, options);
    else await tx.query(`update sankalpa set status = 'abandoned' where id = $1`, [sankalpaId]);
    return begunMeanwhile;
  });
}

async function declareAudit(deps: BeginDeps, { spec, loaded, parent, retestOf }: Plan, retryId: string | undefined) {
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

async function writeBegin(
  deps: BeginDeps,
  tx: Sql,
  plan: Plan,
  id: string,
  { sankalpaId, place }: { sankalpaId: string; place: Place },
  { reuse, first, also }: BeginOptions,
): Promise<void> {
  const attempts = plannedAttempts(plan);
  await first(tx);
  const seq = await writeStart(deps, tx, place, id, reuse, plan);
  const audit = auditRow(deps, id, sankalpaId, { ...place, seq }, plan);
  await auditsRepo.insert(tx, audit, attempts);
  if (reuse !== null) await reuseAnswers(deps, tx, audit, reuse);
  await tx.query(`update sankalpa set status = 'in_progress' where id = $1`, [sankalpaId]);
  await also(tx, attempts.length);
}

async function writeStart(
  deps: BeginDeps,
  tx: Sql,
  sankalpaPlace: Place,
  id: string,
  reuse: ReuseFrom | null,
  plan: Plan,
): Promise<number> {
  const parent = await deps.lineage.place(tx, sankalpaPlace);
  const [node] = await deps.lineage.append(
    tx,
    sankalpaPlace.rootId,
    [
      {
        parent,
        agentName: deps.auditor.name,
        operationType: 'audit_run',
        timestamp: isoOf(deps.clock.now()),
        durationMs: null,
        success: null,
        metadata: {
          version: deps.auditor.version,
          audit_id: id,
          pack: plan.loaded.pack.id,
          pack_hash: plan.loaded.hash,
          plan_hash: plan.planHash,
          ...(plan.retestOf === null ? {} : { retest_of: plan.retestOf }),
          ...(reuse?.auditId ? { takes_over: reuse.auditId } : {}),
        },
      },
    ],
    1,
  );
  return node?.seq ?? 0;
}

function auditRow(deps: BeginDeps, id: string, sankalpaId: string, place: Place, plan: Plan): Audit {
  const { pack, hash: packHash } = plan.loaded;
  if (plan.targetId === null) throw new TypeError('a run needs a registered target');
  return {
    ...{ id, sankalpaId, rootId: place.rootId, seq: place.seq },
    targetId: plan.targetId,
    targetSpec: plan.spec,
    scope: plan.scope,
    ...{ packId: pack.id, packVersion: pack.version, packHash, pack },
    planHash: plan.planHash,
    repeats: plan.repeats,
    concurrency: plan.concurrency,
    retestOf: plan.retestOf,
    engagementId: plan.engagementId,
    options: plan.options,
    seriesHash: plan.seriesHash,
    budget: plan.budget,
    price: plan.price,
    pause: null,
    scoring: 0,
    state: 'queued',
    createdAt: isoOf(deps.clock.now()),
    startedAt: null,
    finishedAt: null,
  };
}
