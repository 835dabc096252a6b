/** A PostgreSQL server, shared by any number of processes. */
import { StudioError } from '@sacred-qa/contracts/errors';
import pg from 'pg';
import type { Database, Orm, Sql, TransactionOptions } from './database.ts';
import { drizzleOverServer } from './drizzle.ts';

const INT8 = 20;
const NUMERIC = 1700;
const TEXT_TYPES = new Set([INT8, NUMERIC, 1082, 1114, 1184]);
const asText = (value: string): string => value;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    TEXT_TYPES.has(oid) ? asText : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 10_000;
/** A server that went away without a word would be waited for as long as TCP does; the longest query takes less. */
const QUERY_TIMEOUT_MS = 300_000;

/** Connects and checks that the server answers and is new enough; throws `database_unavailable` in words. */
export async function openServer(deps: { url: string; connections?: number }): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: deps.url,
    max: deps.connections ?? CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'sacred-qa-studio',
  });
  // A connection that breaks while idle is replaced by the pool; the queries that meet it report it.
  pool.on('error', () => {});
  try {
    const { rows } = await pool.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    if ((rows[0]?.version ?? 0) < 150_000) throw new Error('PostgreSQL 15 or newer is needed');
  } catch (error) {
    await pool.end();
    throw new StudioError('database_unavailable', `${withoutPassword(deps.url)} cannot be used: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
  return fromPool(pool);
}

function fromPool(pool: pg.Pool): Database {
  return {
    kind: 'server',
    ...sqlOf(pool),
    async transaction<T>(work: (tx: Sql) => Promise<T>, options: TransactionOptions = {}) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // A connection that breaks between two statements tells it here; unheard, it would end the process.
      const onBreak = (error: Error): void => {
        broken = error;
      };
      client.on('error', onBreak);
      try {
        await client.query(options.snapshot ? 'begin isolation level repeatable read, read only' : 'begin');
        const result = await work(sqlOf(client));
        await client.query('commit');
        return result;
      } catch (error) {
        // A connection whose rollback fails must not go back to the pool with an open transaction.
        await client.query('rollback').catch((failed: Error) => {
          broken = failed;
        });
        throw error;
      } finally {
        client.off('error', onBreak);
        client.release(broken);
      }
    },
    execute: (text, values) => pool.query(text, values),
    // The disk is the server's; it refuses by itself, and the problem table names that refusal.
    assertWritable: () => {},
    onStop: () => {},
    close: () => pool.end(),
  };
}

function sqlOf(client: pg.Pool | pg.PoolClient): Sql {
  return {
    orm: drizzleOverServer({ client }) as unknown as Orm,
    async query<Row>(text: string, params: readonly unknown[] = [], name?: string) {
      const config = { text, values: params as unknown[], types };
      return (await client.query(name === undefined ? config : { ...config, name })).rows as Row[];
    },
  };
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.password = '';
    return parsed.href;
  } catch {
    return 'DATABASE_URL';
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
