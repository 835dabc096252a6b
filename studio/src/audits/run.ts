/**
 * Runs one shard of an audit: leases attempts, asks them, commits each outcome as it arrives.
 * Any number of shards may run at once, in any number of processes; a lease keeps two from asking the same.
 */
import type { AuditState } from '@sacred-qa/contracts/audit';
import type { TargetErrorCode } from '@sacred-qa/contracts/target';
import { isoOf } from '@sacred-qa/foundation/clock';
import { storeFaultOf } from '@sacred-qa/foundation/database/store-faults';
import { createGroupCommit } from '@sacred-qa/foundation/group-commit';
import { attemptsRepo, type LeasedAttempt } from './attempts.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { createBreaker } from './breaker.ts';
import { createBudgetGate, type Halt } from './budget.ts';
import { type Held, holdConversation } from './conversation.ts';
import { spendOfPack } from './estimate.ts';
import { createLeaseBuffer } from './lease-buffer.ts';
import type { AttemptLister } from './list-attempts.ts';
import { packLookup } from './pack-lookup.ts';
import { createSettler, type Ended, type SettleDeps, type Settled } from './settle.ts';
import type { Sleep, Throttle } from './targets/concurrency.ts';
import type { Asker } from './targets/target.ts';

/** How often a question is put before its failure stands; others are not put again. */
const TRIES: Partial<Record<TargetErrorCode, number>> = { rate_limited: 10, unreachable: 6, timed_out: 3 };
const RETRY_PAUSE_MS = 200;
/** How often an outcome is given to a store that does not take it: over half a minute, twice as long apart each time. */
const STORE_TRIES = 8;

export interface RunDeps extends SettleDeps {
  /** Names this process in leases. */
  owner: string;
  openAsker: (audit: Audit) => Asker;
  /** The pace of this shard. */
  throttle: Throttle;
  sleep: Sleep;
}

export interface Stops {
  /** Breaks off what is under way. */
  now: AbortSignal;
  /** Asks nothing more; what is under way is waited for and kept. */
  soon: AbortSignal;
}

/**
 * Returns when nothing is left to lease, or when it was asked to stop; what was leased and not asked is given back.
 * Answers why the run has to stand still: its budget is spent, or its target is gone; `stopped` when its row said that
 * it does not run (any more). Null otherwise.
 */
export async function runShard(
  deps: RunDeps,
  audit: Audit,
  stops: Stops,
  lister: AttemptLister,
): Promise<Halt | 'stopped' | null> {
  const { db } = deps;
  // A name of its own: what a shard that broke off still held is renewed by no later one, and so is soon free.
  const owner = `${deps.owner}/${deps.newId()}`;
  const settler = createSettler(deps, audit, owner, lister);
  const settle = createGroupCommit<Ended, Settled>({
    maxBatch: 500,
    maxQueued: 10_000,
    gathers: db.kind === 'embedded',
    commit: async (ended) => {
      const settled = await settler.commit(ended);
      return ended.map(() => settled);
    },
  });
  const look = packLookup(audit.pack);
  const asker = deps.openAsker(audit);
  const breaker = createBreaker(deps);
  const gate = createBudgetGate(audit.budget, audit.price, spendOfPack(audit.pack));
  const buffer = createLeaseBuffer({ ...deps, owner, onState: notice }, audit);
  const ending = new AbortController();
  const breaking = new AbortController();
  const now = AbortSignal.any([stops.now, breaking.signal]);
  const noMore = AbortSignal.any([now, stops.soon, ending.signal]);
  let halt: Halt | 'stopped' | null = null;

  function stopFor(reason: Halt | 'stopped'): void {
    halt ??= reason;
    ending.abort();
  }

  /** Another process may have paused the run, and then what is under way is kept; or cancelled it. */
  function notice(state: AuditState): void {
    if (state === 'running') return;
    stopFor('stopped');
    if (state === 'cancelled') breaking.abort();
  }

  async function ask(attempt: LeasedAttempt): Promise<Ended> {
    const plan = look(attempt.patternId, attempt.caseId).kase.conversations[attempt.conversation];
    if (plan === undefined) return failed(attempt, null, 'engine_fault', 'The stored plan does not fit the pack.');
    const conversation = { conversationId: `${audit.id}-${attempt.ordinal}`, signal: now };
    const held: Held[] = [];
    const asking = async () => {
      const whole = await holdConversation(asker, plan, conversation);
      held.push(whole);
      return whole.last;
    };
    await breaker.run(() => deps.throttle.run(asking, noMore), noMore);
    const gaveUp = breaker.end();
    if (gaveUp !== null) stopFor(gaveUp);
    return endOf(attempt, held[0]);
  }

  /** Keeps the budget around a question; a fault of ours is an error of this one attempt. */
  async function askWithin(attempt: LeasedAttempt): Promise<void> {
    if (settler.isDecided(attempt)) return keep(ended(attempt, null, 'skipped'));
    const calls = look(attempt.patternId, attempt.caseId).kase.conversations[attempt.conversation]?.turns.length ?? 1;
    const exceeded = gate.reserve(calls);
    if (exceeded !== null) {
      stopFor(exceeded);
      return keep(ended(attempt, null, 'new'));
    }
    const outcome = await ask(attempt).catch((fault: unknown) =>
      // To take one's turn with the target needs the store.
      mayPass(fault) ? ended(attempt, null, 'new') : failed(attempt, null, 'engine_fault', String(fault)),
    );
    try {
      await keep(outcome);
    } finally {
      gate.release(calls);
    }
    const isRetry = outcome.state === 'new' && outcome.errorCode !== null && outcome.errorCode !== 'rate_limited';
    if (isRetry) await deps.sleep(RETRY_PAUSE_MS * attempt.tries, noMore);
  }

  /** What was heard was paid for: while the store is away, or lost a race, it is given the same outcome again. */
  async function store(outcome: Ended): Promise<Settled> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await settle.submit(outcome);
      } catch (fault) {
        if (tries === STORE_TRIES || !mayPass(fault)) throw fault;
        await deps.sleep(RETRY_PAUSE_MS * 2 ** (tries - 1), now);
      }
    }
  }

  /** An outcome that cannot be stored as it is becomes an error that can, and only that attempt has it. */
  async function keep(outcome: Ended): Promise<void> {
    const settled = await store(outcome).catch((fault: unknown) => {
      if (mayPass(fault)) throw fault;
      const detail = `The outcome could not be stored: ${fault instanceof Error ? fault.message : String(fault)}`;
      return store(failed(outcome.attempt, null, 'engine_fault', detail));
    });
    if (settled.spent !== null) gate.learn(settled.spent);
    notice(settled.auditState);
  }

  async function worker(): Promise<void> {
    while (!noMore.aborted) {
      const attempt = await buffer.next();
      if (attempt === null) return;
      await askWithin(attempt);
    }
  }

  const workers: Promise<void>[] = [];
  /** The others end after their question; what they hear is kept if it can be. */
  function endAll(fault: unknown): never {
    ending.abort();
    throw fault;
  }

  try {
    gate.learn(await attemptsRepo.spent(db, audit.id));
    for (let i = 0; i < audit.concurrency; i += 1) workers.push(worker().catch(endAll));
    await Promise.all(workers);
  } finally {
    await Promise.allSettled(workers);
    // A lease that a store will not take back runs out by itself.
    await Promise.allSettled(buffer.close().map((attempt) => settle.submit(ended(attempt, null, 'new'))));
    await settle.drain();
    await asker.close();
  }
  if (!now.aborted && (await attemptsRepo.openCount(db, audit.id)) === 0) await settler.scoreLeftovers();
  return halt;
}

/** A fault of the store, not of what it was given: in a moment it may take the same. */
function mayPass(fault: unknown): boolean {
  if (storeFaultOf(fault) !== null) return true;
  for (let at = fault; at instanceof Error; at = at.cause) {
    // SQLSTATE class 40: this transaction lost to another, and is to be tried again.
    if ('code' in at && typeof at.code === 'string' && /^40...$/.test(at.code)) return true;
  }
  return false;
}

/** `held` is missing when the run was stopped before the question could be put. */
function endOf(attempt: LeasedAttempt, held: Held | undefined): Ended {
  if (held === undefined) return ended(attempt, null, 'new');
  if (held.last.kind === 'answered') return ended(attempt, held, 'answered');
  const { code, detail } = held.last;
  if (code === 'cancelled') return ended(attempt, held, 'new');
  if (attempt.tries < (TRIES[code] ?? 1)) return { ...ended(attempt, held, 'new'), errorCode: code };
  return failed(attempt, held, code, detail);
}

const ended = (attempt: LeasedAttempt, held: Held | null, state: Ended['state']): Ended => ({
  ...{ attempt, held, state },
  errorCode: null,
  errorDetail: null,
});

const failed = (attempt: LeasedAttempt, held: Held | null, code: TargetErrorCode, detail: string): Ended => ({
  ...{ attempt, held, state: 'error' },
  errorCode: code,
  errorDetail: detail,
});

export async function loadRunnable(deps: Pick<RunDeps, 'db' | 'clock'>, auditId: string): Promise<Audit | null> {
  await auditsRepo.begin(deps.db, auditId, isoOf(deps.clock.now()));
  const audit = await auditsRepo.byId(deps.db, auditId);
  return audit?.state === 'running' ? audit : null;
}
