/** What every section stands on: the private PostgreSQL, a filled template of each store, the keys, the Pythons. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, startCluster } from './cluster.ts';
import { runs } from './command.ts';
import { wrk } from './load.ts';
import { currentPython, debianPython, type Python } from './python.ts';
import { type RunningStudio, startStudio } from './studio.ts';

export const TREE_ROOT = '01850000-0000-7000-8000-000000000100';
/** The studio’s tables with 5,000 declarations and one tree of 100 nodes, analysed. */
export const TEMPLATE = 'studio_template';
const HISTORY_SECONDS = 3;

export interface Ground {
  cluster: Cluster;
  pythons: readonly Python[];
  workDir: string;
  repeats: number;
  runSeconds: number;
  /** The key that the template's database knows. */
  key: string;
  /** Ours over a database of the cluster. With `dataDir` of another database a new key is minted there. */
  openServer(database: string): Promise<RunningStudio>;
  /** Ours with the embedded store, over a copy of one with some thousand declarations. */
  openEmbedded(): Promise<RunningStudio>;
  logFile(name: string): string;
  /** A number that no other run of this process was given. */
  nextRun(): number;
  say(line: string): void;
  stop(): void;
}

export async function prepareGround(given: {
  workDir: string;
  repeats: number;
  runSeconds: number;
  say(line: string): void;
}): Promise<Ground> {
  const { workDir, say } = given;
  if (!(await runs('which', ['wrk']))) {
    throw new Error('wrk is not installed: apt-get install wrk');
  }
  mkdirSync(workDir, { recursive: true });
  say('Python: Debian’s FastAPI, and a current one (installed at the first run)');
  const pythons = [await debianPython(), await currentPython(workDir)].filter((python) => python !== null);
  say('PostgreSQL: a private cluster');
  const cluster = await startCluster(workDir);
  const logFile = (name: string): string => join(workDir, 'logs', `${name.replaceAll(/[^\w]+/g, '-')}.log`);
  const emptyFolder = (name: string): string => {
    const folder = join(workDir, name);
    rmSync(folder, { recursive: true, force: true });
    return folder;
  };
  try {
    rmSync(join(workDir, 'logs'), { recursive: true, force: true });
    const serverData = emptyFolder('data-server');
    const key = await fillTemplate(cluster, serverData, logFile('template'));
    say('The embedded store: made once, copied for each run');
    const embeddedTemplate = emptyFolder('data-embedded-template');
    await fillEmbedded(embeddedTemplate, logFile('embedded-template'));
    let run = 0;
    return {
      ...{ cluster, pythons, workDir, key, logFile, say },
      repeats: given.repeats,
      runSeconds: given.runSeconds,
      openServer: (database) =>
        startStudio({
          dataDir: database === 'fresh' ? emptyFolder('data-fresh') : serverData,
          databaseUrl: cluster.urlOf(database),
          logFile: logFile('ours-server'),
        }),
      async openEmbedded() {
        const dataDir = emptyFolder('data-embedded');
        cpSync(embeddedTemplate, dataDir, { recursive: true });
        return startStudio({ dataDir, logFile: logFile('ours-embedded') });
      },
      nextRun() {
        run += 1;
        return run;
      },
      stop: () => cluster.stop(),
    };
  } catch (error) {
    cluster.stop();
    throw error;
  }
}

async function fillTemplate(cluster: Cluster, dataDir: string, logFile: string): Promise<string> {
  await cluster.create(TEMPLATE);
  const studio = await startStudio({ dataDir, logFile, databaseUrl: cluster.urlOf(TEMPLATE) });
  await studio.stop();
  await cluster.runFile(TEMPLATE, join(import.meta.dirname, '../sql/seed.sql'));
  return studio.adminKey;
}

async function fillEmbedded(dataDir: string, logFile: string): Promise<void> {
  const studio = await startStudio({ dataDir, logFile });
  const load = { path: '/api/v1/sankalpa', script: 'post', connections: 64, seconds: HISTORY_SECONDS } as const;
  await wrk({ ...load, url: studio.url, key: studio.adminKey, salt: 'history' });
  await studio.stop();
}
