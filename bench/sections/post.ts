/** POST /api/v1/sankalpa: ours on both stores, what the database itself allows, and FastAPI with the same rows. */
import { type FastapiSetup, fastapiName, startFastapi } from '../setups/fastapi.ts';
import { type Ground, TEMPLATE } from '../setups/ground.ts';
import { type LoadResult, pgbench, wrk } from '../setups/load.ts';
import { cpuSecondsOf, memoryOf, type RunningServer } from '../setups/process.ts';
import { type Contender, type Measured, measureInTurn, type Run } from './contender.ts';

export const CONNECTIONS = 64;
// The compilers of a JavaScript engine come to rest in this time; for the others it makes no difference.
const WARM_SECONDS = 3;
const BATCH = 32;

const OURS = {
  server: 'ours, PostgreSQL',
  fresh: 'ours, PostgreSQL, begun on an empty database',
  embedded: 'ours, embedded and durable',
};
export const POST_NAMES = OURS;

export async function measurePost(ground: Ground): Promise<Measured[]> {
  return measureInTurn([...ours(ground), ...limits(ground), ...fastapis(ground)], ground.repeats, ground.say);
}

function ours(ground: Ground): Contender[] {
  const { cluster } = ground;
  const onServer = (name: string, database: string, template?: string): Contender => ({
    name,
    kind: 'ours',
    async run() {
      await cluster.create(database, template);
      const studio = await ground.openServer(database);
      try {
        return await loaded(ground, studio, studio.adminKey, () => countOn(ground, database));
      } finally {
        await studio.stop();
        await cluster.drop(database);
      }
    },
  });
  return [
    onServer(OURS.server, 'ours', TEMPLATE),
    onServer(OURS.fresh, 'fresh'),
    {
      name: OURS.embedded,
      kind: 'ours',
      async run() {
        const studio = await ground.openEmbedded();
        try {
          return await loaded(ground, studio, studio.adminKey, () => studio.countSankalpa());
        } finally {
          await studio.stop();
        }
      },
    },
  ];
}

function limits(ground: Ground): Contender[] {
  const contender = (name: string, script: string, clients: number, declarations = 1): Contender => ({
    name: `pgbench, ${name}, ${clients} ${clients === 1 ? 'client' : 'clients'}`,
    kind: 'pgbench',
    async run() {
      const database = 'pgbench';
      await ground.cluster.create(database, TEMPLATE);
      const before = await countOn(ground, database);
      const cpuBefore = ground.cluster.cpuSeconds();
      const result = await pgbench(ground.cluster, { database, script, clients, seconds: ground.runSeconds });
      const databaseCores = (ground.cluster.cpuSeconds() - cpuBefore) / ground.runSeconds;
      const rows = (await countOn(ground, database)) - before;
      await ground.cluster.drop(database);
      const answers = result.answers * declarations;
      const perSecond = result.perSecond * declarations;
      return { ...result, answers, perSecond, rows, rssMib: null, cpuCores: null, databaseCores };
    },
  });
  return [
    ...[1, 8, 32].map((clients) => contender('a transaction a request', 'tx', clients)),
    ...[8, 32].map((clients) => contender('a statement a request', 'one-statement', clients)),
    contender(`${BATCH} declarations a statement`, 'batch32', 2, BATCH),
  ];
}

function fastapis(ground: Ground): Contender[] {
  const setups = ground.pythons.flatMap((python): FastapiSetup[] => [
    { form: 'plain', python, workers: 1 },
    { form: 'async', python, workers: 1 },
    ...(['plain', 'async', 'lean'] as const).map((form) => ({ form, python, workers: 2 })),
    ...(python.name === 'current' ? [{ form: 'raw', python, workers: 2 } as const] : []),
  ]);
  return setups.map((setup) => ({
    name: fastapiName(setup),
    kind: 'fastapi',
    async run() {
      const database = 'fastapi';
      await ground.cluster.create(database, TEMPLATE);
      const server = await startFastapi(ground, setup, database);
      try {
        return await loaded(ground, server, ground.key, () => countOn(ground, database));
      } finally {
        await server.stop();
        await ground.cluster.drop(database);
      }
    },
  }));
}

const countOn = async (ground: Ground, database: string): Promise<number> =>
  Number(await ground.cluster.sql(database, 'select count(*) from sankalpa'));

/** Warms the server, loads it, and counts the rows of both: an answer without its row is a loss. */
async function loaded(ground: Ground, server: RunningServer, key: string, count: () => Promise<number>): Promise<Run> {
  const post = (seconds: number): Promise<LoadResult> =>
    wrk({
      ...{ url: server.url, key, seconds, path: '/api/v1/sankalpa', script: 'post', connections: CONNECTIONS },
      salt: `run${ground.nextRun()}`,
    });
  const before = await count();
  const warm = await post(WARM_SECONDS);
  const cpuBefore = cpuSecondsOf(server.pid);
  const databaseBefore = ground.cluster.cpuSeconds();
  const result = await post(ground.runSeconds);
  const cpuCores = (cpuSecondsOf(server.pid) - cpuBefore) / ground.runSeconds;
  const databaseCores = (ground.cluster.cpuSeconds() - databaseBefore) / ground.runSeconds;
  const { rssMib } = memoryOf(server.pid);
  const rows = (await count()) - before - warm.answers;
  return { ...result, errors: result.errors + warm.errors, rows, rssMib, cpuCores, databaseCores };
}
