/** Turns a request into a plan that can be stored whole: target, scope, pack, repeats, budget. Asks nobody. */
import { hash } from 'node:crypto';
import type { AuditRequest, Budget } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type FindingStatus, SETTLED } from '@sacred-qa/contracts/finding';
import type { Place } from '@sacred-qa/contracts/lineage';
import type { Pack } from '@sacred-qa/contracts/pack';
import type { ScopeRecord, TargetSpec } from '@sacred-qa/contracts/target';
import type { TokenPrice } from '@sacred-qa/contracts/token-price';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import type { Database } from '@sacred-qa/foundation/database';
import { asksTheSame, type TargetsService } from '../targets/targets.service.ts';
import { auditsRepo, type RunOptions } from './audits.repo.ts';
import { findingsRepo } from './findings.repo.ts';
import { packLookup } from './pack-lookup.ts';
import type { LoadedPack } from './packs/load-pack.ts';
import { type PlannedAttempt, planAttempts } from './packs/plan-attempts.ts';
import { identityOf, requestKeyOf } from './packs/request-keys.ts';

export interface Plan {
  spec: TargetSpec;
  scope: ScopeRecord;
  /** Null when the target is not registered, as for an estimate. */
  targetId: string | null;
  loaded: LoadedPack;
  repeats: number;
  options: RunOptions;
  /** `pattern/case` of the only cases to ask; all when left out. */
  cases?: ReadonlySet<string>;
  concurrency: number;
  budget: Budget;
  price: TokenPrice | null;
  retestOf: string | null;
  engagementId: string | null;
  /** What the audit hangs under; it begins a tree when nothing caused it. */
  parent: Place | null;
  planHash: string;
  /** Null for a run that takes no answers over. */
  seriesHash: string | null;
}

export interface PlanDeps {
  db: Database;
  targets: TargetsService;
  readPack: (id: string) => Promise<LoadedPack>;
  /** Proves a pack that was sent; throws `validation_failed` with what it cannot tell. */
  checkPack: (pack: Pack) => LoadedPack;
  /** The act that an audit is caused by; throws when it is not known. Null when nothing is named. */
  causeOf: (named: { engagementId: string | null; booking: string | null }) => Promise<Place | null>;
}

const invalid = (pointer: string, detail: string): StudioError =>
  new StudioError('validation_failed', detail, { errors: [{ pointer, detail }] });

export function createPlanner(deps: PlanDeps) {
  /** With `register` the target is saved under its name, as an audit does; else nothing is written. */
  async function plan(request: AuditRequest, { register }: { register: boolean }): Promise<Plan> {
    const base = request.like === undefined ? await fresh(request, register) : await stored(request.like, request);
    const { spec, loaded, repeats, options } = base;
    const price = request.price ?? spec.price_inr_per_million ?? null;
    checkPlan(base, request.budget, price);
    const { price_inr_per_million: _price, ...target } = spec;
    const { patterns, languages } = options;
    const series = { identity: identityOf(spec), pack: loaded.pack.id, patterns, ...(languages && { languages }) };
    const engagementId = request.engagement ?? null;
    return {
      ...base,
      ...{ retestOf: null, engagementId, concurrency: paced(request.concurrency, base.scope) },
      parent: await deps.causeOf({ engagementId, booking: request.booking ?? null }),
      budget: request.budget,
      price,
      planHash: hash('sha256', canonicalJson({ spec: target, pack: loaded.hash, repeats, ...options })),
      seriesHash: hash('sha256', canonicalJson(series)),
    };
  }

  async function fresh(request: AuditRequest, register: boolean) {
    const { spec, scope, id } = await targetOf(request, register);
    const loaded = typeof request.pack === 'string' ? await deps.readPack(request.pack) : deps.checkPack(request.pack);
    return {
      ...{ spec, scope: request.scope ?? scope, targetId: id, loaded },
      repeats: request.repeats ?? loaded.pack.repeats,
      options: optionsOf(request, loaded.pack),
    };
  }

  async function targetOf(
    { target, scope, replace_target }: AuditRequest,
    register: boolean,
  ): Promise<{ id: string | null; spec: TargetSpec; scope: ScopeRecord }> {
    if (target === undefined) throw invalid('/target', 'The target is missing.');
    if (typeof target === 'string') return deps.targets.get(target);
    if (register) return deps.targets.save(target, scope, { replace: replace_target });
    const known = await deps.targets.find(target.name);
    const isSame = known !== null && asksTheSame(known.spec, target);
    const wanted = scope ?? (isSame ? known.scope : { allow_private: false });
    deps.targets.assertScope(target, wanted);
    return { id: known?.id ?? null, spec: target, scope: wanted };
  }

  /** The plan of an earlier run as it was stored, whatever its pack and target have become since. */
  async function stored(auditId: string, request: AuditRequest) {
    const audit = await auditsRepo.byId(deps.db, auditId);
    if (audit === null) throw new StudioError('not_found', `There is no audit ${auditId}.`);
    const scope = request.scope ?? audit.scope;
    deps.targets.assertScope(audit.targetSpec, scope);
    return {
      ...{ spec: audit.targetSpec, scope, targetId: audit.targetId },
      loaded: { pack: audit.pack, hash: audit.packHash },
      repeats: audit.repeats,
      options: audit.options,
    };
  }

  /** The failed cases of some patterns of an ended run, to be asked again as they were. */
  async function planRetest(auditId: string, patternIds: readonly string[] | null): Promise<Plan> {
    const audit = await auditsRepo.byId(deps.db, auditId);
    if (audit === null) throw new StudioError('not_found', `There is no audit ${auditId}.`);
    if (audit.finishedAt === null) throw new StudioError('conflict', `Audit ${auditId} has not ended yet.`);
    const found = await findingsRepo.ofAudit(deps.db, auditId);
    const patterns = found
      .filter((one) =>
        patternIds === null ? !SETTLED.has(one.status as FindingStatus) : patternIds.includes(one.patternId),
      )
      .map((one) => one.patternId)
      .sort();
    const cases = await findingsRepo.failedCases(deps.db, auditId, patterns);
    if (cases.length === 0) {
      throw new StudioError('conflict', `Audit ${auditId} has no finding to look at again.`);
    }
    const { targetSpec: spec, pack, packHash, scope, targetId, repeats, concurrency, engagementId } = audit;
    deps.targets.assertScope(spec, scope);
    return {
      ...{ spec, scope, targetId, repeats, concurrency, engagementId, price: audit.price, budget: {} },
      options: { patterns },
      cases: new Set(cases),
      loaded: { pack, hash: packHash },
      retestOf: auditId,
      parent: { rootId: audit.rootId, seq: audit.seq },
      planHash: hash('sha256', canonicalJson({ retestOf: auditId, cases, repeats })),
      seriesHash: null,
    };
  }

  return { plan, planRetest };
}

/** More at once would only wait for their turns, and outlive their leases. */
const paced = (concurrency: number, { rate_per_minute }: ScopeRecord): number =>
  rate_per_minute === undefined ? concurrency : Math.min(concurrency, Math.ceil(rate_per_minute / 2));

function optionsOf(request: AuditRequest, pack: Pack): RunOptions {
  const patterns = chosenPatterns(request, pack);
  const { languages, fail_at } = request;
  return {
    ...(patterns === undefined ? {} : { patterns: patterns.toSorted() }),
    ...(languages === undefined ? {} : { languages: languages.toSorted() }),
    ...(fail_at === undefined ? {} : { fail_at }),
  };
}

/** The ids of the patterns that were asked for by id, family or severity; undefined when all are. */
function chosenPatterns({ patterns, only, severities }: AuditRequest, pack: Pack): string[] | undefined {
  if (only === undefined && severities === undefined) return patterns;
  const named = new Set(pack.patterns.flatMap(({ id, family }) => [id, family]));
  const unknown = only?.filter((name) => !named.has(name)) ?? [];
  if (unknown.length > 0) {
    const families = [...new Set(pack.patterns.map(({ family }) => family))].toSorted();
    throw invalid(
      '/only',
      `Pack ${pack.id} has no family or pattern ${unknown.join(', ')}. Its families: ${families.join(', ')}.`,
    );
  }
  const chosen = pack.patterns.filter(
    ({ id, family, severity }) =>
      (only === undefined || only.includes(id) || only.includes(family)) &&
      (severities === undefined || severities.includes(severity)),
  );
  const ids = [...new Set([...(patterns ?? []), ...chosen.map(({ id }) => id)])];
  if (ids.length > 0) return ids;
  throw invalid('/severities', `Pack ${pack.id} has no such pattern of severity ${severities?.join(', ')}.`);
}

function checkPlan(
  { loaded, repeats, options }: Pick<Plan, 'loaded' | 'repeats' | 'options'>,
  budget: Budget,
  price: TokenPrice | null,
): void {
  const known = new Set(loaded.pack.patterns.map((pattern) => pattern.id));
  const unknown = options.patterns?.filter((id) => !known.has(id)) ?? [];
  if (unknown.length > 0) throw invalid('/patterns', `Pack ${loaded.pack.id} has no pattern ${unknown.join(', ')}.`);
  if (options.languages !== undefined && planAttempts(loaded, { repeats: 1, ...options }).length === 0) {
    throw invalid(
      '/languages',
      `Nothing of pack ${loaded.pack.id} that was chosen is asked in ${options.languages.join(', ')}. Its languages: ${languagesOf(loaded.pack).join(', ')}.`,
    );
  }
  if ((options.fail_at ?? 0) > repeats) {
    throw invalid('/fail_at', `No case can fail ${options.fail_at} of ${repeats} times; ask for more repeats.`);
  }
  if (budget.inr !== undefined && price === null) {
    throw invalid('/price', 'A budget in rupees needs the price of a million tokens: price, or that of the target.');
  }
}

const languagesOf = ({ patterns }: Pack): string[] =>
  [
    ...new Set(
      patterns.flatMap(({ cases }) => cases.flatMap(({ conversations }) => conversations.map(({ lang }) => lang))),
    ),
  ].toSorted();

/** The attempts of a plan, each with the key under which its answer can be used again. */
export function plannedAttempts(plan: Plan): (PlannedAttempt & { requestKey: string })[] {
  const look = packLookup(plan.loaded.pack);
  const identity = identityOf(plan.spec);
  return planAttempts(plan.loaded, { repeats: plan.repeats, ...plan.options, cases: plan.cases }).map((attempt) => {
    const conversation = look(attempt.patternId, attempt.caseId).kase.conversations[attempt.conversation];
    if (conversation === undefined) throw new TypeError('a planned attempt names a conversation of its case');
    return { ...attempt, requestKey: requestKeyOf(identity, conversation, attempt.repeat) };
  });
}
