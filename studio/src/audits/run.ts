/**
 * Runs one shard of an audit: leases attempts, asks them, commits each outcome as it arrives.
 * Any number of shards may run at once, in any number of processes; a lease keeps two from asking the same.
 */
import type { TargetErrorCode } from '@sacred-qa/contracts/target';
import { isoOf } from '@sacred-qa/foundation/clock';
import { createGroupCommit } from '@sacred-qa/foundation/group-commit';
import { attemptsRepo, type LeasedAttempt } from './attempts.repo.ts';
import { type Audit, auditsRepo } from './audits.repo.ts';
import { type Held, holdConversation } from './conversation.ts';
import { createSettler, type Ended, packLookup, type RawAnswers, rawKey, type SettleDeps } from './settle.ts';
import { createThrottle, type Sleep } from './targets/concurrency.ts';
import type { Asker } from './targets/target.ts';

const MAX_TRIES = 3;
const MAX_LEASED = 200;
/** After this many failures to reach the target in a row, with no answer between, the rest is not asked. */
const GIVE_UP_AFTER = 10;
/** Short, so that what a dead process held is soon asked by another; renewed while this one lives. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = LEASE_MS / 4;
const RETRYABLE: ReadonlySet<TargetErrorCode> = new Set(['unreachable', 'timed_out', 'rate_limited']);
const OUT_OF_REACH: ReadonlySet<TargetErrorCode> = new Set(['unreachable', 'timed_out']);

export interface RunDeps extends SettleDeps {
  /** Names this process in leases. */
  owner: string;
  openAsker: (audit: Audit) => Asker;
  sleep: Sleep;
}

/** Returns when nothing is left to lease, or when `signal` asks to stop; what was leased and not asked is given back. */
export async function runShard(deps: RunDeps, audit: Audit, signal: AbortSignal): Promise<void> {
  const { db, clock, owner } = deps;
  const raw: RawAnswers = new Map();
  const settler = createSettler(deps, audit, owner, raw);
  const settle = createGroupCommit<Ended, null>({
    maxBatch: 100,
    maxQueued: 10_000,
    commit: async (ended) => {
      await settler.commit(ended);
      return ended.map(() => null);
    },
  });
  const look = packLookup(audit.pack);
  const asker = deps.openAsker(audit);
  const throttle = createThrottle({ max: audit.concurrency, clock, sleep: deps.sleep });
  const buffer = createBuffer(deps, audit);
  let missesInARow = 0;

  async function ask(attempt: LeasedAttempt): Promise<Ended> {
    const plan = look(attempt.patternId, attempt.caseId).kase.conversations[attempt.conversation];
    if (plan === undefined) return failed(attempt, null, 'cancelled', 'The stored plan does not fit the stored pack.');
    if (missesInARow >= GIVE_UP_AFTER) {
      const detail = `Not asked: the target could not be reached ${GIVE_UP_AFTER} times in a row.`;
      return failed(attempt, null, 'unreachable', detail);
    }
    const conversation = { conversationId: `${audit.id}-${attempt.ordinal}`, signal };
    const held: Held[] = [];
    await throttle.run(async () => {
      const whole = await holdConversation(asker, plan, conversation);
      held.push(whole);
      return whole.last;
    }, signal);
    return endOf(attempt, held[0]);
  }

  /** `held` is missing when the run was stopped before the question could be put. */
  function endOf(attempt: LeasedAttempt, held: Held | undefined): Ended {
    if (held === undefined) return givenBack(attempt);
    if (held.last.kind === 'answered') {
      missesInARow = 0;
      raw.set(rawKey(attempt.caseKey, attempt.conversation), held.answers);
      return { attempt, held, state: 'answered', errorCode: null, errorDetail: null };
    }
    const { code, detail } = held.last;
    if (code === 'cancelled') return givenBack(attempt);
    if (OUT_OF_REACH.has(code)) missesInARow += 1;
    if (RETRYABLE.has(code) && attempt.tries < MAX_TRIES && missesInARow < GIVE_UP_AFTER) {
      return givenBack(attempt);
    }
    return failed(attempt, held, code, detail);
  }

  async function worker(): Promise<void> {
    for (;;) {
      if (signal.aborted) return;
      const attempt = await buffer.next();
      if (attempt === null) return;
      const ended = await ask(attempt);
      await settle.submit(ended);
      if (ended.state === 'new' && !signal.aborted) await deps.sleep(200 * attempt.tries);
    }
  }

  const renewing = setInterval(() => {
    const until = isoOf(clock.now() + LEASE_MS);
    // A failed renewal is made up for by the next; a lease that ran out meanwhile costs one question asked twice.
    attemptsRepo.renewLeases(db, audit.id, owner, until).catch(() => {});
  }, RENEW_EVERY_MS);
  try {
    await Promise.all(Array.from({ length: audit.concurrency }, worker));
  } finally {
    clearInterval(renewing);
    await buffer.giveBack(settle.submit);
    await settle.drain();
    await asker.close();
  }
  if (!signal.aborted && (await attemptsRepo.openCount(db, audit.id)) === 0) await settler.scoreLeftovers();
}

const failed = (attempt: LeasedAttempt, held: Held | null, code: TargetErrorCode, detail: string): Ended => ({
  attempt,
  held,
  state: 'error',
  errorCode: code,
  errorDetail: detail,
});

const givenBack = (attempt: LeasedAttempt): Ended => ({
  attempt,
  held: null,
  state: 'new',
  errorCode: null,
  errorDetail: null,
});

/** Leases a handful at a time and hands attempts out one by one. */
function createBuffer(deps: RunDeps, audit: Audit) {
  const waiting: LeasedAttempt[] = [];
  const limit = Math.min(MAX_LEASED, audit.concurrency * 4);
  let filling: Promise<void> | null = null;

  async function fill(): Promise<void> {
    const nowMs = deps.clock.now();
    const lease = { owner: deps.owner, now: isoOf(nowMs), until: isoOf(nowMs + LEASE_MS), limit };
    waiting.push(...(await attemptsRepo.lease(deps.db, audit.id, lease)));
  }

  return {
    async next(): Promise<LeasedAttempt | null> {
      if (waiting.length === 0) {
        filling ??= fill().finally(() => {
          filling = null;
        });
        await filling;
      }
      return waiting.shift() ?? null;
    },

    async giveBack(settle: (ended: Ended) => Promise<unknown>): Promise<void> {
      const left = waiting.splice(0);
      await Promise.all(left.map((attempt) => settle(givenBack(attempt))));
    },
  };
}

export async function loadRunnable(deps: Pick<RunDeps, 'db' | 'clock'>, auditId: string): Promise<Audit | null> {
  await auditsRepo.begin(deps.db, auditId, isoOf(deps.clock.now()));
  const audit = await auditsRepo.byId(deps.db, auditId);
  return audit?.state === 'running' ? audit : null;
}
