/** PostgreSQL inside this process (PGlite), made durable and owned by one process. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Database, Orm, Sql, TransactionOptions } from './database.ts';
import type { DiskGuard } from './disk.ts';
import { drizzleOverPglite } from './drizzle.ts';
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
  const engine = watchEngine(pg);
  const stopListeners: ((error: Error) => void)[] = [];
  /** Why nothing runs any more. */
  let end: { sentence: string; cause?: unknown } | null = null;

  // Its own error for each: whoever catches one may write into it.
  const refusal = ({ sentence, cause }: NonNullable<typeof end>) =>
    new StudioError('database_unavailable', sentence, { cause });

  const unit = <T>(work: () => Promise<T>): Promise<T> =>
    gate.run(async () => {
      if (end !== null) throw refusal(end);
      try {
        return await work();
      } catch (error) {
        if (!engine.hasEnded()) throw error;
        end = { sentence: 'The embedded store has stopped.', cause: error };
        for (const listener of stopListeners) listener(refusal(end));
        throw refusal(end);
      }
    });

  // What Drizzle and the queries see of the engine: every call is one unit of the gate.
  const gated = {
    query: (text: string, params?: unknown[], options?: object) => unit(() => pg.query(text, params, options)),
    transaction: <T>(work: (tx: Transaction) => Promise<T>) => unit(() => pg.transaction(work)),
  };
  const orm = drizzleOverPglite({ client: gated as unknown as PGlite }) as unknown as Orm;

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
    close: () =>
      gate.run(async () => {
        end ??= { sentence: 'The embedded store is closed.' };
        // An engine that has ended cannot write its last checkpoint; the next opening recovers from the WAL.
        if (!engine.hasEnded()) await pg.close();
      }),
  };
}

function sqlOf(tx: Transaction): Sql {
  return {
    orm: drizzleOverPglite({ client: tx as unknown as PGlite }) as unknown as Orm,
    async query<Row>(text: string, params: readonly unknown[] = []) {
      return (await tx.query(text, [...params], { parsers })).rows as Row[];
    },
  };
}

/** How a C function inside leaves for a known place: the one thing that is thrown out of it and is no end. */
const LONG_JUMP = 100;

/**
 * An engine that aborts (a disk that is full under its WAL) or traps has ended. PGlite swallows that, and the next
 * call, be it the ROLLBACK of the same transaction, spins for ever: here it is refused instead, with the reason.
 */
function watchEngine(pg: PGlite): { hasEnded(): boolean } {
  const engine = pg.Module as unknown as { _PostgresMainLoopOnce(): void; stackRestore(to: number): void };
  let end: unknown = null;
  const refuse = () => {
    throw end;
  };
  const runOnce = engine._PostgresMainLoopOnce;
  engine._PostgresMainLoopOnce = () => {
    // Called again for the same message: only what PGlite calls outside of its own catch gets out of its loop.
    if (end !== null) engine.stackRestore = refuse;
    if (end !== null) refuse();
    try {
      runOnce();
    } catch (error) {
      if ((error as { status?: number }).status !== LONG_JUMP) end = error;
      throw error;
    }
  };
  const runMessage = pg.execProtocolStream.bind(pg);
  pg.execProtocolStream = async (message, options) => {
    if (end !== null) refuse();
    try {
      const answer = await runMessage(message, options);
      return end === null ? answer : refuse();
    } catch (error) {
      // PostgreSQL's own last words say more than the trap.
      if (end !== null) end = error;
      throw error;
    }
  };
  return { hasEnded: () => end !== null };
}
