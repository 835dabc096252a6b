import { fileURLToPath } from 'node:url';

/** Where outreach's SQL migrations lie, and the table that remembers which ran. They run after the Studio's. */
export const outreachMigrations = {
  folder: fileURLToPath(new URL('../migrations', import.meta.url)),
  table: 'outreach_migrations',
} as const;
