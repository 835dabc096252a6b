/** The store as a thing to look after: what it holds, its back-ups, and whether its promises still hold. */
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Database } from '@sacred-qa/foundation/database';
import { type BackupFile, listBackups, writeBackup } from '@sacred-qa/foundation/database/backup';
import { appliedMigrations, type MigrationSet } from '@sacred-qa/foundation/database/migrate';
import type { Agent } from '../agents/agent.ts';
import type { LineageService } from '../lineage/lineage.service.ts';

export type StoreService = ReturnType<typeof createStoreService>;

export interface StoreCheck {
  ok: boolean;
  problems: string[];
  checked: { trees: number; nodes: number };
}

/** Tables of another workspace: which to count, and rows that must never be found, as `[what, from … where …]`. */
export interface StoreGuests {
  tables: readonly string[];
  orphans: readonly (readonly [what: string, sql: string])[];
}

const COUNTED = [
  'lineage_trees',
  'request_lineage',
  'sankalpa',
  'qa_logs',
  'sacred_contacts',
  'targets',
  'audits',
  'attempts',
  'scores',
  'judge_labels',
  'judge_votes',
  'findings',
  'finding_events',
  'engagements',
];

/** Rows that have lost what they refer to. None of these may ever be found. */
const ORPHANS: readonly [what: string, sql: string][] = [
  [
    'sankalpa without its node',
    'sankalpa s where not exists (select 1 from request_lineage n where n.root_id = s.root_id and n.seq = s.seq)',
  ],
  [
    'qa logs without their node',
    'qa_logs q where not exists (select 1 from request_lineage n where n.root_id = q.root_id and n.seq = q.seq)',
  ],
  [
    'votes without their audit or label',
    `judge_votes v where not exists (select 1 from audits a where a.id = v.audit_id)
       and not exists (select 1 from judge_labels l where l.id = v.label_id)`,
  ],
  ['findings without their audit', 'findings f where not exists (select 1 from audits a where a.id = f.audit_id)'],
  [
    'decisions without their finding',
    'finding_events e where not exists (select 1 from findings f where f.id = e.finding_id)',
  ],
  ['attempts without their audit', 'attempts t where not exists (select 1 from audits a where a.id = t.audit_id)'],
  [
    'answered attempts without their log',
    `attempts t where t.state in ('answered', 'scored') and not exists (select 1 from qa_logs q where q.id = t.qa_log_id)`,
  ],
  [
    'trees whose count is not their number of nodes',
    'lineage_trees t where t.node_count <> (select count(*) from request_lineage n where n.root_id = t.root_id)',
  ],
];

export function createStoreService(deps: {
  db: Database;
  clock: Clock;
  sets: readonly MigrationSet[];
  backupFolder: string;
  /** Where the embedded store lies; null on a server. */
  dataDir: string | null;
  lineage: LineageService;
  /** What other rooms of the house want counted and checked. */
  guests: StoreGuests;
}) {
  const { db, sets, backupFolder } = deps;

  return {
    backups: (): BackupFile[] => listBackups(backupFolder),

    /** The act of the daily back-up. */
    backupAgent(): Agent<null, BackupFile & { rows: number }> {
      return {
        name: 'smriti',
        version: '1',
        act: () => writeBackup({ db, folder: backupFolder, clock: deps.clock, sets }),
      };
    },

    /**
     * Clears dead rows and takes statistics. A server does this by itself; the embedded engine runs no autovacuum.
     */
    async tidy(): Promise<void> {
      if (db.kind === 'embedded') await db.execute('vacuum (analyze)');
    },

    async status() {
      const [row] = await db.query<{ version: string; bytes: string }>(
        `select current_setting('server_version') as version, pg_database_size(current_database())::text as bytes`,
      );
      const counts: Record<string, number> = {};
      for (const table of [...COUNTED, ...deps.guests.tables]) {
        const [count] = await db.query<{ n: number }>(`select count(*)::int as n from ${table}`);
        counts[table] = count?.n ?? 0;
      }
      const migrations = await Promise.all(
        sets.map(async (set) => ({ table: set.table, applied: await appliedMigrations(db, set) })),
      );
      return {
        kind: db.kind,
        data_dir: deps.dataDir,
        server_version: row?.version ?? '',
        size_bytes: Number(row?.bytes ?? 0),
        migrations,
        counts,
        last_backup: listBackups(backupFolder)[0] ?? null,
      };
    },

    /** Recomputes every hash chain and looks for rows that lost what they refer to. */
    async check(): Promise<StoreCheck> {
      const problems: string[] = [];
      for (const [what, sql] of [...ORPHANS, ...deps.guests.orphans]) {
        const [row] = await db.query<{ n: number }>(`select count(*)::int as n from ${sql}`);
        if ((row?.n ?? 0) > 0) problems.push(`${row?.n} ${what}`);
      }
      const checked = { trees: 0, nodes: 0 };
      for await (const { rootId, verdict } of deps.lineage.verifyAll()) {
        checked.trees += 1;
        if (verdict.ok) checked.nodes += verdict.nodes;
        else problems.push(`tree ${rootId} breaks at node ${verdict.seq}: ${verdict.reason}`);
      }
      return { ok: problems.length === 0, problems, checked };
    },
  };
}
