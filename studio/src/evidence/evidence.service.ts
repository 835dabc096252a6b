/** Seals an ended audit: every row behind its report, as it stands now, in one signed file; and an act that says so. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { formatPlace, type LineageNode } from '@sacred-qa/contracts/lineage';
import type { ReportData } from '@sacred-qa/contracts/report';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { Agent } from '../agents/agent.ts';
import { type Audit, auditsRepo } from '../audits/audits.repo.ts';
import type { LiveEvents } from '../events/live-events.ts';
import type { LineageRepo } from '../lineage/lineage.repo.ts';
import { createRecords, makeBundle } from './bundle.ts';
import { evidenceRepo } from './evidence.repo.ts';
import type { SealKey } from './seal-key.ts';
import { ZIP_MAX_BYTES } from './stored-zip.ts';

const ALL_NODES = 1_000_000;

export interface EvidenceDeps {
  db: Database;
  clock: Clock;
  live: LiveEvents;
  lineage: LineageRepo;
  scribe: Agent<ReportData, string>;
  /** Within the caller's snapshot. */
  readReport: (sql: Sql, auditId: string) => Promise<ReportData>;
  sealKey: () => SealKey;
}

export interface SealedBundle {
  pieces: Buffer[];
  bytes: number;
  records: number;
  publicKey: string;
  lineageId: string;
}

export type EvidenceService = ReturnType<typeof createEvidenceService>;

export function createEvidenceService(deps: EvidenceDeps) {
  const { db, clock } = deps;

  async function gather(sql: Sql, audit: Audit) {
    const records = createRecords();
    const { pack: _inItsOwnFile, ...row } = audit;
    records.add({ kind: 'audit', id: audit.id, data: inWireCase(row) });
    for await (const record of evidenceRepo.attempts(sql, audit.id)) records.add(record);
    for await (const record of evidenceRepo.scores(sql, audit.id)) records.add(record);
    for await (const record of evidenceRepo.judgeVotes(sql, audit.id)) records.add(record);
    for await (const record of evidenceRepo.findings(sql, audit.id)) records.add(record);
    for (const node of await nodesOf(sql, audit)) records.add({ kind: 'node', id: node.lineage_id, data: { ...node } });
    return records.end();
  }

  /** From the root of the tree down to the audit, and all below it. */
  async function nodesOf(sql: Sql, audit: Audit): Promise<LineageNode[]> {
    const up = JSON.parse(await deps.lineage.ancestorsJson(sql, audit)) as LineageNode[];
    const down = JSON.parse(await deps.lineage.subtreeJson(sql, audit, audit.seq, ALL_NODES)) as LineageNode[];
    return [...up, ...down];
  }

  return {
    /** Throws `not_found`, and `conflict` while the run goes on. Sealing again gives a new file with what came since. */
    async seal(auditId: string): Promise<SealedBundle> {
      db.assertWritable();
      const key = deps.sealKey();
      const at = isoOf(clock.now());
      const { audit, data, gathered } = await db.transaction((tx) => read(tx, auditId), { snapshot: true });
      const { pieces, manifestSha256 } = makeBundle(
        {
          audit_id: audit.id,
          lineage_id: data.lineage_id,
          target: data.target,
          pack: { id: audit.packId, version: audit.packVersion, hash: audit.packHash },
          studio: { name: data.brand.name, version: data.studio_version },
          sealed_at: at,
          totals: totalsOf(data),
        },
        { report: await deps.scribe.act(data), pack: audit.pack, gathered },
        key,
      );
      const told = { manifest_sha256: manifestSha256, public_key: key.publicKey, records: gathered.told.count };
      const lineageId = await db.transaction((tx) => writeAct(tx, audit, at, told));
      deps.live.wake();
      const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
      return { pieces, bytes, records: gathered.told.count, publicKey: key.publicKey, lineageId };
    },
  };

  async function read(tx: Sql, auditId: string) {
    const audit = await auditsRepo.byId(tx, auditId);
    if (audit === null) throw new StudioError('not_found', `There is no audit ${auditId}.`);
    if (audit.finishedAt === null) {
      throw new StudioError('conflict', `Audit ${auditId} has not ended; what is sealed must not change any more.`);
    }
    const data = await deps.readReport(tx, auditId);
    const gathered = await gather(tx, audit);
    if (gathered.records.length > ZIP_MAX_BYTES / 2) {
      throw new StudioError('conflict', `The evidence of audit ${auditId} is too large for one file.`);
    }
    return { audit, data, gathered };
  }

  async function writeAct(tx: Sql, audit: Audit, at: string, told: Record<string, unknown>): Promise<string> {
    const [node] = await deps.lineage.append(tx, audit.rootId, [
      {
        parent: await deps.lineage.place(tx, audit),
        agentName: deps.scribe.name,
        operationType: 'seal',
        timestamp: at,
        durationMs: Math.max(0, clock.now() - Date.parse(at)),
        success: true,
        metadata: { version: deps.scribe.version, audit_id: audit.id, ...told },
      },
    ]);
    return formatPlace({ rootId: audit.rootId, seq: node?.seq ?? 0 });
  }
}

/** Named as the columns are, like every other record. */
const inWireCase = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );

/** Those that are counts over rows of attempts and scores. */
const totalsOf = ({ totals: { attempts, answered, errors, scored, failed } }: ReportData): Record<string, number> => ({
  ...{ attempts, answered, errors, scored, failed },
});
