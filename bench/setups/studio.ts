/** Our own server, started as its users start it. */
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from './cluster.ts';
import { type RunningServer, startServer } from './process.ts';

const ROOT_DIR = join(import.meta.dirname, '../..');
const BIN_DIR = join(ROOT_DIR, 'node_modules/.bin');

export interface RunningStudio extends RunningServer {
  adminKey: string;
  countSankalpa(): Promise<number>;
}

/** Without `databaseUrl` it is the embedded store in `dataDir`. */
export async function startStudio(given: {
  dataDir: string;
  logFile: string;
  databaseUrl?: string;
}): Promise<RunningStudio> {
  const port = await freePort();
  const { DATABASE_URL: _, ...env } = process.env;
  const server = await startServer({
    // What `npm start` runs, without npm itself beside it while memory is weighed.
    command: join(BIN_DIR, 'studio'),
    args: ['serve'],
    cwd: ROOT_DIR,
    env: {
      ...env,
      PATH: `${BIN_DIR}${delimiter}${env.PATH}`,
      ...(given.databaseUrl === undefined ? {} : { DATABASE_URL: given.databaseUrl }),
      STUDIO_DATA_DIR: given.dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    port,
    logFile: given.logFile,
  });
  const adminKey = readFileSync(join(given.dataDir, 'admin.key'), 'utf8').trim();
  return {
    ...server,
    adminKey,
    async countSankalpa() {
      const answer = await fetch(`${server.url}/api/v1/db`, { headers: { authorization: `Bearer ${adminKey}` } });
      return ((await answer.json()) as { counts: { sankalpa: number } }).counts.sankalpa;
    },
  };
}
