/** Attempts get no node each: a node `attempts` lists those of one second, at most 100, with the hash of the list. */
import { hash } from 'node:crypto';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import type { NodeDraft } from '../lineage/lineage.ts';
import { attemptsRepo, type UnlistedAttempt } from './attempts.repo.ts';
import type { Audit } from './audits.repo.ts';
import { answerHash } from './listed-answers.ts';

const PER_NODE = 100;
const PER_COMMIT = 1_000;

interface ListingDeps {
  lineage: LineageRepo;
  clock: Clock;
  auditor: { name: string; version: string };
}

type ListedAudit = Pick<Audit, 'id' | 'rootId' | 'seq'>;

/** Writes nodes for ended attempts that none lists yet, wherever they were asked. */
export async function listEndedAttempts(deps: ListingDeps & { db: Database }, audit: ListedAudit): Promise<void> {
  for (;;) {
    const listed = await deps.db.transaction((tx) => listSome(deps, tx, audit));
    if (listed < PER_COMMIT) return;
  }
}

/** The same within the caller's transaction. */
export async function listRest(deps: ListingDeps, tx: Sql, audit: ListedAudit): Promise<void> {
  while ((await listSome(deps, tx, audit)) === PER_COMMIT);
}

async function listSome(deps: ListingDeps, tx: Sql, audit: ListedAudit): Promise<number> {
  const attempts = await attemptsRepo.unlisted(tx, audit, PER_COMMIT);
  if (attempts.length > 0) await list(deps, tx, audit, attempts);
  return attempts.length;
}

export interface AttemptLister {
  /** Takes note of attempts that were committed here. */
  add(attempts: readonly UnlistedAttempt[]): void;
  flush(): Promise<void>;
}

/** Lists what this process has settled without looking for it. What a crash leaves unlisted is listed at the end. */
export function createLister(deps: ListingDeps & { db: Database }, audit: ListedAudit): AttemptLister {
  let pending: UnlistedAttempt[] = [];
  return {
    add(attempts) {
      pending.push(...attempts);
    },
    async flush() {
      const attempts = pending;
      pending = [];
      for (let from = 0; from < attempts.length; from += PER_COMMIT) {
        const some = attempts.slice(from, from + PER_COMMIT);
        await deps.db.transaction((tx) => list(deps, tx, audit, some));
      }
    },
  };
}

/** Locks the tree's header, so two processes never list the same attempt, and moves the qa logs to their nodes. */
async function list(
  deps: ListingDeps,
  tx: Sql,
  audit: ListedAudit,
  attempts: readonly UnlistedAttempt[],
): Promise<void> {
  await deps.lineage.lockHeads(tx, [audit.rootId]);
  const ids = attempts.map((attempt) => attempt.qaLogId);
  const fresh = new Set(await attemptsRepo.stillUnlisted(tx, audit.seq, ids));
  const start = await deps.lineage.place(tx, audit);
  if (start === null || fresh.size === 0) return;
  const chunks = chunksOf(attempts.filter((attempt) => fresh.has(attempt.qaLogId)));
  const drafts = chunks.map((chunk) => nodeOf(deps, audit, start, chunk));
  const nodes = await deps.lineage.append(tx, audit.rootId, drafts);
  await listUnder(tx, chunks, nodes);
}

const chunksOf = (attempts: readonly UnlistedAttempt[]): UnlistedAttempt[][] =>
  Array.from({ length: Math.ceil(attempts.length / PER_NODE) }, (_, i) =>
    attempts.slice(i * PER_NODE, (i + 1) * PER_NODE),
  );

async function listUnder(
  tx: Sql,
  chunks: readonly UnlistedAttempt[][],
  nodes: readonly { seq: number }[],
): Promise<void> {
  await attemptsRepo.listUnder(
    tx,
    chunks.flatMap((chunk, i) => chunk.map(({ qaLogId }) => ({ qaLogId, seq: nodes[i]?.seq ?? 0 }))),
  );
}

function nodeOf(
  deps: ListingDeps,
  audit: ListedAudit,
  parent: { seq: number; depth: number },
  attempts: readonly UnlistedAttempt[],
): NodeDraft {
  const entries = attempts.map((a) => ({
    case_key: a.caseKey,
    conversation: a.conversation,
    qa_log_id: a.qaLogId,
    sha256: a.sha256 ?? answerHash(a.request, a.response),
  }));
  return {
    parent,
    agentName: deps.auditor.name,
    operationType: 'attempts',
    timestamp: isoOf(deps.clock.now()),
    durationMs: 0,
    success: attempts.every((a) => a.state !== 'error'),
    metadata: {
      version: deps.auditor.version,
      audit_id: audit.id,
      count: attempts.length,
      errors: attempts.filter((a) => a.state === 'error').length,
      attempts: entries,
      sha256: hash('sha256', canonicalJson(entries)),
    },
  };
}
