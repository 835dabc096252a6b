/** The FastAPI baselines: which app, which Python, how many workers. */
import { join } from 'node:path';
import { freePort } from './cluster.ts';
import type { Ground } from './ground.ts';
import { type RunningServer, startServer } from './process.ts';
import type { Python } from './python.ts';

/**
 * plain: the tutorial's shape. async: AsyncSession and response models. lean: Core and no response model.
 * raw: asyncpg alone, all rows in one statement (needs a FastAPI that has lifespan: the current one).
 */
export type FastapiForm = 'plain' | 'async' | 'lean' | 'raw';

export interface FastapiSetup {
  form: FastapiForm;
  python: Python;
  workers: number;
}

export const fastapiName = ({ form, python, workers }: FastapiSetup): string =>
  `FastAPI ${form}, ${python.name}, ${workers} ${workers === 1 ? 'worker' : 'workers'}`;

export async function startFastapi(ground: Ground, setup: FastapiSetup, database: string): Promise<RunningServer> {
  const port = await freePort();
  const uvicorn = ['--no-access-log', '--log-level', 'warning', '--loop', 'uvloop', '--http', 'httptools'];
  return startServer({
    command: setup.python.command,
    args: [
      '-m',
      'uvicorn',
      `${setup.form}_app:app`,
      '--port',
      String(port),
      '--workers',
      String(setup.workers),
      ...uvicorn,
    ],
    cwd: join(import.meta.dirname, '../py'),
    env: { ...process.env, DATABASE_URL: ground.cluster.urlOf(database), PYTHONDONTWRITEBYTECODE: '1' },
    port,
    logFile: ground.logFile(fastapiName(setup)),
  });
}
