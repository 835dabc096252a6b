/**
 * Prints the tests that open a store, directly or through a room of the tests: those that can come out otherwise on a
 * server than embedded. The gate runs the others once, not twice.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const OPENS_A_STORE = /\bDATABASE_URL\b|database\/testing|\/database\/testing\.ts|\bopenStudio\b/;
const LOCAL_IMPORT = /from '(\.{1,2}\/[^']+\.ts)'/g;

const known = new Map<string, boolean>();

/** Follows imports within the workspace: a test may reach the store through a room that others share. */
function opensStore(file: string): boolean {
  const seen = known.get(file);
  if (seen !== undefined) return seen;
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const opens =
    OPENS_A_STORE.test(text) ||
    [...text.matchAll(LOCAL_IMPORT)].some(([, path = '']) => opensStore(join(dirname(file), path)));
  known.set(file, opens);
  return opens;
}

const tests = globSync('{foundation,studio,platform-outreach,integration,cli}/src/**/*.test.ts', { cwd: root });
for (const test of tests.toSorted()) {
  if (opensStore(join(root, test))) console.log(relative('.', join(root, test)));
}
