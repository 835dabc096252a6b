import { fileURLToPath } from 'node:url';

/** Where the Studio's SQL migrations lie, and the table that remembers which ran. */
export const studioMigrations = {
  folder: fileURLToPath(new URL('../migrations', import.meta.url)),
  table: 'studio_migrations',
} as const;
