/** Leases attempts a handful at a time and hands them out one by one. */
import type { AuditState } from '@sacred-qa/contracts/audit';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { attemptsRepo, type LeasedAttempt } from './attempts.repo.ts';
import type { Audit } from './audits.repo.ts';

/** Short, so that what a dead process held is soon asked by another; renewed while this one lives. */
const LEASE_MS = 60_000;
const RENEW_EVERY_MS = LEASE_MS / 4;
const MAX_LEASED = 500;

export interface LeaseBuffer {
  /** Null when nobody has anything left to ask, or all of it is with others. */
  next(): Promise<LeasedAttempt | null>;
  /** Stops renewing and hands over what was leased and never asked. */
  close(): LeasedAttempt[];
}

export function createLeaseBuffer(
  deps: {
    db: Database;
    clock: Clock;
    owner: string;
    /** Told how the run stands, each time the leases are renewed. */
    onState: (state: AuditState) => void;
  },
  audit: Pick<Audit, 'id' | 'concurrency'>,
): LeaseBuffer {
  const { db, clock, owner, onState } = deps;
  const limit = Math.min(MAX_LEASED, audit.concurrency * 4);
  const waiting: LeasedAttempt[] = [];
  let filling: Promise<void> | null = null;
  let fillsBegun = 0;

  const renewing = setInterval(() => {
    const until = isoOf(clock.now() + LEASE_MS);
    // A failed renewal is made up for by the next; a lease that ran out meanwhile costs one question asked twice.
    attemptsRepo.renewLeases(db, audit.id, owner, until).then(onState, () => {});
  }, RENEW_EVERY_MS);

  async function fill(): Promise<void> {
    fillsBegun += 1;
    // Nothing is asked whose answer could not be kept.
    db.assertWritable();
    const nowMs = clock.now();
    const lease = { owner, now: isoOf(nowMs), until: isoOf(nowMs + LEASE_MS), limit };
    waiting.push(...(await attemptsRepo.lease(db, audit.id, lease)));
  }

  return {
    async next() {
      const begunBefore = fillsBegun;
      while (waiting.length === 0) {
        filling ??= fill().finally(() => {
          filling = null;
        });
        const look = fillsBegun;
        await filling;
        // One that was under way may have missed what the caller has just given back: a later one is to say "nothing".
        if (look > begunBefore) break;
      }
      return waiting.shift() ?? null;
    },
    close() {
      clearInterval(renewing);
      return waiting.splice(0);
    },
  };
}
