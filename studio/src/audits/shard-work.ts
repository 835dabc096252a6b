/** Works on the jobs of runs in this process: with the secrets it was given, until the run ends or is stopped. */
import type { TargetSpec } from '@sacred-qa/contracts/target';
import { secretNames } from '@sacred-qa/contracts/target-facts';
import type { Sql } from '@sacred-qa/foundation/database';
import { attemptsRepo } from './attempts.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { type FinishDeps, finishRun } from './finish.ts';
import { createLister } from './list-attempts.ts';
import { pauseRun } from './pause-run.ts';
import { loadRunnable, type RunDeps, runShard } from './run.ts';
import { createThrottle, type Throttle } from './targets/concurrency.ts';
import { permissionAt } from './targets/permitted-hours.ts';

export const SHARD_QUEUE = 'audit_shard';
const ATTEMPTS_PER_SHARD = 200;
/** One process can keep any target busy; a second shares the work of scoring and storing. */
const MAX_SHARDS = 2;
const LISTING_EVERY_MS = 1000;

/** What one job carries. */
export interface ShardJob {
  audit_id: string;
  concurrency: number;
}

export interface ShardWorkDeps extends Omit<RunDeps, 'openAsker' | 'throttle'>, Omit<FinishDeps, 'auditor'> {
  openAsker: (audit: Audit, secrets: Record<string, string>) => ReturnType<RunDeps['openAsker']>;
  enqueue: (queue: string, data: object, key: string, tx?: Sql) => Promise<void>;
}

/** Environment variables that a target names and this run does not bring. */
export const missingSecrets = (spec: TargetSpec, secrets: Record<string, string>): string[] =>
  secretNames(spec).filter((name) => secrets[name] === undefined);

export function createShardWork(deps: ShardWorkDeps) {
  const { db } = deps;
  /** Secrets of runs that were begun here; they never touch a disk. */
  const secretsOf = new Map<string, Record<string, string>>();
  const running = new Map<string, Set<{ now: AbortController; soon: AbortController; throttle: Throttle }>>();
  const stopping = new AbortController();
  const atWork = new Set<Promise<void>>();

  /** True when the run may have to be gone on with here: it was stopped and resumed, or was given more, meanwhile. */
  async function workOnce(job: ShardJob, signal: AbortSignal): Promise<boolean> {
    const auditId = job.audit_id;
    const audit = await loadRunnable(deps, auditId);
    if (audit === null) return false;
    // Outside the hours that were allowed nothing is asked; the sweep looks again each minute.
    const permitted = permissionAt(audit.scope.hours, deps.clock.now());
    if (!permitted.isOpen) return false;
    // A job that fails is tried again, by whichever process is there then. Here every question would be turned away.
    if (missingSecrets(audit.targetSpec, secretsOf.get(auditId) ?? {}).length > 0)
      throw new Error('the secrets of the run are not here: another process has them, or a command brings them again');
    const throttle = createThrottle({ max: job.concurrency, clock: deps.clock, sleep: deps.sleep });
    const stops = { now: new AbortController(), soon: new AbortController(), throttle };
    const closing =
      permitted.changesAtMs === null
        ? undefined
        : setTimeout(() => stops.soon.abort(), permitted.changesAtMs - deps.clock.now());
    const shards = running.get(auditId) ?? new Set();
    running.set(auditId, shards.add(stops));
    const lister = createLister(deps, audit);
    // What a failed listing leaves is found and listed at the end of the run.
    const listing = setInterval(() => void lister.flush().catch(() => {}), LISTING_EVERY_MS);
    let isOvertaken = false;
    try {
      const halt = await runShard(
        { ...deps, throttle, openAsker: (of) => deps.openAsker(of, secretsOf.get(auditId) ?? {}) },
        { ...audit, concurrency: job.concurrency },
        { now: AbortSignal.any([signal, stops.now.signal]), soon: stops.soon.signal },
        lister,
      );
      await lister.flush();
      isOvertaken = halt === 'stopped' || (halt !== null && !(await pauseRun(deps, auditId, halt, audit.budget)));
    } finally {
      clearInterval(listing);
      clearTimeout(closing);
      shards.delete(stops);
      if (shards.size === 0) running.delete(auditId);
    }
    if (await finishRun(deps, auditId)) {
      secretsOf.delete(auditId);
      return false;
    }
    if (stopping.signal.aborted) throw new Error('the process stops, and the run goes on in another');
    return (isOvertaken || stops.soon.signal.aborted) && !signal.aborted;
  }

  return {
    giveSecrets: (auditId: string, secrets: Record<string, string>) => secretsOf.set(auditId, secrets),
    forgetSecrets: (auditId: string) => secretsOf.delete(auditId),

    /** Another process may have ended a run that was begun here. */
    async forgetEnded(): Promise<void> {
      for (const id of await auditsRepo.endedOf(db, [...secretsOf.keys()])) secretsOf.delete(id);
    },

    /** Shards share the run's concurrency, so that it caps the whole run, in however many processes it runs. */
    async enqueue(auditId: string, attempts: number, concurrency: number, tx?: Sql): Promise<void> {
      const wanted = Math.min(MAX_SHARDS, concurrency, Math.max(1, Math.ceil(attempts / ATTEMPTS_PER_SHARD)));
      // The embedded store has one process, and there a second shard would only halve the first.
      const shards = db.kind === 'embedded' ? 1 : wanted;
      for (let shard = 0; shard < shards; shard += 1) {
        const job: ShardJob = { audit_id: auditId, concurrency: Math.floor(concurrency / shards) };
        await deps.enqueue(SHARD_QUEUE, job, `${auditId}/${shard}`, tx);
      }
    },

    /** The work of one job: asks what is left, lists it, and ends the run when it was the last. */
    async runJob(job: ShardJob, signal: AbortSignal): Promise<void> {
      const either = AbortSignal.any([signal, stopping.signal]);
      const work = (async () => {
        while (await workOnce(job, either));
      })();
      atWork.add(work);
      try {
        await work;
      } finally {
        atWork.delete(work);
      }
    },

    /** `now` breaks off what is under way; `soon` waits for it and keeps it. Other processes notice by themselves. */
    stopRun(auditId: string, when: 'now' | 'soon'): void {
      for (const stops of running.get(auditId) ?? []) stops[when].abort();
    },

    /** Until when nothing is put to the target, because it asked for that; null when it did not, or not here. */
    pausedUntilMs(auditId: string): number | null {
      const untilMs = Math.max(0, ...[...(running.get(auditId) ?? [])].map((of) => of.throttle.state().pausedUntilMs));
      return untilMs > deps.clock.now() ? untilMs : null;
    },

    /** Ends the work of this process in order: what is under way is given back, for another to take up at once. */
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.allSettled(atWork);
      await attemptsRepo.freeLeases(db, deps.owner);
    },

    /** Gives back all that is under way; only for the one owner of a store, before it works. */
    freeLeases: () => attemptsRepo.freeLeases(db, null),
  };
}
