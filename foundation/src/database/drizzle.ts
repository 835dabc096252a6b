/**
 * Drizzle, loaded as CommonJS. Of an ES module Node asks its package.json whether it is one; drizzle's has 180 kB, is
 * parsed anew for each of its 200 files, and took half a second of every start. A `.cjs` file needs no asking.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const orm = load('drizzle-orm') as typeof import('drizzle-orm');
export const pgCore = load('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');
export const { readMigrationFiles } = load('drizzle-orm/migrator') as typeof import('drizzle-orm/migrator');

/** Drivers are loaded where one is opened: each brings its engine along. */
export const drizzleOverPglite = (...given: Parameters<typeof import('drizzle-orm/pglite').drizzle>) =>
  (load('drizzle-orm/pglite') as typeof import('drizzle-orm/pglite')).drizzle(...given);
export const drizzleOverServer = (...given: Parameters<typeof import('drizzle-orm/node-postgres').drizzle>) =>
  (load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres')).drizzle(...given);
