/** PostgreSQL inside this process (PGlite), made durable and owned by one process. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { StudioError } from '@sacred-qa/contracts/errors';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database, Orm, Sql, TransactionOptions } from './database.ts';
import type { DiskGuard } from './disk.ts';
import {
  DurableNodeFS,
  durableStartParams,
  type SyncCounter,
  syncFoldersAbove,
  syncParent,
  syncTree,
} from './durable-fs.ts';
import { createGate } from './gate.ts';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const asText = (value: string): string => value;
const parsers = { [INT8]: asText, [DATE]: asText, [TIMESTAMP]: asText, [TIMESTAMPTZ]: asText };

/**
 * Opens, or creates, the store in `folder`; a creation that a crash cut short is begun anew. Throws
 * `database_unavailable` when a store that was whole is gone: an empty one in its place would hide the loss.
 */
export async function openEmbedded(deps: { folder: string; disk: DiskGuard }): Promise<Database & SyncCounter> {
  const { folder, disk } = deps;
  const whole = `${folder}.created`;
  const fresh = !existsSync(whole);
  if (fresh) {
    disk.assertWritable();
    // Without the mark a creation never finished, so no row in it was ever acknowledged.
    rmSync(folder, { recursive: true, force: true });
  } else if (!existsSync(join(folder, 'PG_VERSION'))) {
    throw new StudioError(
      'database_unavailable',
      `A store was made in ${folder}, and it is not there any more. Put it back, or remove ${whole} to begin an empty one.`,
    );
  }
  // The folder lock keeps a second owner out. A pid file that a crash left empty would keep everybody out.
  rmSync(join(folder, 'postmaster.pid'), { force: true });
  const fs = new DurableNodeFS(folder);
  const pg = await PGlite.create({ fs, startParams: durableStartParams() });
  if (fresh) {
    syncTree(folder);
    syncFoldersAbove(folder);
    writeFileSync(whole, '', { mode: 0o600, flush: true });
    syncParent(whole);
  }
  const db = fromPglite(pg, disk);
  return Object.defineProperty(db, 'syncs', { get: () => fs.syncs }) as Database & SyncCounter;
}

/** The Database over an engine that is open already (tests share one in memory). */
export function fromPglite(pg: PGlite, disk: Pick<DiskGuard, 'assertWritable'>): Database {
  const gate = createGate();
  const stopListeners: ((error: Error) => void)[] = [];
  let stopped: StudioError | null = null;

  /** An error that is not PostgreSQL's answer to a statement means that the engine itself has ended. */
  function engineError(error: unknown): unknown {
    const severity = (error as { severity?: string }).severity;
    if (stopped === null && (severity === 'ERROR' || error instanceof StudioError)) return error;
    if (stopped === null && severity === undefined && !isEngineFault(error)) return error;
    if (stopped === null) {
      stopped = new StudioError('database_unavailable', 'The embedded store has stopped.', { cause: error });
      for (const listener of stopListeners) listener(stopped);
    }
    return stopped;
  }

  const unit = <T>(work: () => Promise<T>): Promise<T> =>
    gate.run(async () => {
      if (stopped !== null) throw stopped;
      try {
        return await work();
      } catch (error) {
        throw engineError(error);
      }
    });

  // What Drizzle and the queries see of the engine: every call is one unit of the gate.
  const gated = {
    query: (text: string, params?: unknown[], options?: object) => unit(() => pg.query(text, params, options)),
    transaction: <T>(work: (tx: Transaction) => Promise<T>) => unit(() => pg.transaction(work)),
  };
  const orm = drizzle({ client: gated as unknown as PGlite }) as unknown as Orm;

  return {
    kind: 'embedded',
    orm,
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await gated.query(text, [...params], { parsers })).rows as Row[];
    },
    transaction<T>(work: (tx: Sql) => Promise<T>, options: TransactionOptions = {}) {
      return gated.transaction(async (tx) => {
        if (options.snapshot) await tx.exec('set transaction isolation level repeatable read, read only');
        return work(sqlOf(tx));
      });
    },
    execute: (text, values) =>
      unit(async () => {
        if (values && values.length > 0) return pg.query(text, values);
        try {
          return { rows: (await pg.exec(text)).flatMap((result) => result.rows) };
        } catch (error) {
          // A text with its own BEGIN that failed half-way leaves the one session aborted for everybody.
          await pg.exec('rollback');
          throw error;
        }
      }),
    assertWritable: () => disk.assertWritable(),
    onStop: (listener) => stopListeners.push(listener),
    close: () => gate.run(() => pg.close()),
  };
}

function sqlOf(tx: Transaction): Sql {
  return {
    orm: drizzle({ client: tx as unknown as PGlite }) as unknown as Orm,
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await tx.query(text, [...params], { parsers })).rows as Row[];
    },
  };
}

function isEngineFault(error: unknown): boolean {
  const { name, message } = error as Error;
  return (
    ['RuntimeError', 'ExitStatus', 'ErrnoError'].includes(name) ||
    /PGlite (is closed|failed)|unreachable|Aborted\(/.test(message ?? '')
  );
}
