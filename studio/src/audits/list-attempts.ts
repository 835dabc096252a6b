/** Attempts get no node each: a node `attempts` lists those of one second, at most 100, with the hash of the list. */
import { hash } from 'node:crypto';
import { canonicalJson } from '@sacred-qa/foundation/canonical-json';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import { attemptsRepo } from './attempts.repo.ts';
import type { Audit } from './audits.repo.ts';
import { answerHash } from './listed-answers.ts';

const PER_NODE = 100;

interface ListingDeps {
  lineage: LineageRepo;
  clock: Clock;
  auditor: { name: string; version: string };
}
type Listed = Pick<Audit, 'id' | 'rootId' | 'seq'>;

/** Writes nodes for ended attempts that none lists yet, and moves their qa logs there; one commit a node. */
export async function listEndedAttempts(deps: ListingDeps & { db: Database }, audit: Listed): Promise<void> {
  while ((await deps.db.transaction((tx) => listSome(deps, tx, audit))) === PER_NODE);
}

/** The same within the caller's transaction. */
export async function listRest(deps: ListingDeps, tx: Sql, audit: Listed): Promise<void> {
  while ((await listSome(deps, tx, audit)) === PER_NODE);
}

/** One node; answers how many attempts it lists. Locks the tree's header, so two processes never list the same. */
async function listSome(deps: ListingDeps, tx: Sql, audit: Listed): Promise<number> {
  await deps.lineage.lockHeads(tx, [audit.rootId]);
  const attempts = await attemptsRepo.unlisted(tx, audit.id, audit.seq, PER_NODE);
  if (attempts.length === 0) return 0;
  const start = await deps.lineage.place(tx, audit);
  if (start === null) return 0;
  const entries = attempts.map((a) => ({
    case_key: a.caseKey,
    conversation: a.conversation,
    qa_log_id: a.qaLogId,
    sha256: answerHash(a.request, a.response),
  }));
  const [node] = await deps.lineage.append(tx, audit.rootId, [
    {
      parent: start,
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
    },
  ]);
  await attemptsRepo.listUnder(
    tx,
    attempts.map((a) => a.qaLogId),
    node?.seq ?? audit.seq,
  );
  return attempts.length;
}
