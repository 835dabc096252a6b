import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle over either store; no relational queries (see docs/adr). */
export type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/**
 * A place where SQL runs: the database, or one transaction of it.
 * `orm` and `query` share it. `name` prepares the statement once per connection (server) and is ignored when embedded.
 * Values come back alike on both stores: int8, numeric, dates and timestamps as PostgreSQL's text, json parsed.
 */
export interface Sql {
  readonly orm: Orm;
  query<Row = Record<string, unknown>>(text: string, params?: readonly unknown[], name?: string): Promise<Row[]>;
}

export interface Database extends Sql {
  readonly kind: 'embedded' | 'server';
  transaction<T>(work: (tx: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** What a job queue needs: several statements in one text, the driver's own value types. Never inside `transaction`. */
  execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** Throws StudioError `disk_full` when the store lies on a disk with less than 64 MB left; call before every write. */
  assertWritable(): void;
  /** Called once if the store stops by itself (a full disk, a broken file): nothing more can be written. */
  onStop(listener: (error: Error) => void): void;
  close(): Promise<void>;
}

export interface TransactionOptions {
  /** One snapshot for all its reads, and no writes. */
  snapshot?: boolean;
}
