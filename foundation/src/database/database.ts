import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Drizzle over either store; no relational queries (see docs/adr). */
export type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/**
 * A place where SQL runs: the database, or one transaction of it.
 * `orm` and `query` share it. `name` prepares the statement once per connection (server) and is ignored when embedded.
 * Values come back as PostgreSQL's driver gives them on both stores: int8 as string, json parsed, timestamptz as string.
 */
export interface Sql {
  readonly orm: Orm;
  query<Row = Record<string, unknown>>(text: string, params?: readonly unknown[], name?: string): Promise<Row[]>;
}

export interface Database extends Sql {
  readonly kind: 'embedded' | 'server';
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  /** Throws StudioError `disk_full` when the store lies on a disk with less than 64 MB left; call before every write. */
  assertWritable(): void;
  close(): Promise<void>;
}
