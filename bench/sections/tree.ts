/** GET of a whole tree of 100 nodes, beside FastAPI reading the same rows. */
import { type FastapiSetup, fastapiName, startFastapi } from '../setups/fastapi.ts';
import { type Ground, TEMPLATE, TREE_ROOT } from '../setups/ground.ts';
import { wrk } from '../setups/load.ts';
import { cpuSecondsOf, memoryOf, type RunningServer } from '../setups/process.ts';
import { type Contender, type Measured, measureInTurn, type Run } from './contender.ts';

const CONNECTIONS = 64;
const WARM_SECONDS = 2;
const NODES = 100;
const DATABASE = 'tree';

export const TREE_OURS = 'ours, PostgreSQL';

export async function measureTree(ground: Ground): Promise<Measured[]> {
  await ground.cluster.create(DATABASE, TEMPLATE);
  const setups = ground.pythons.flatMap((python): FastapiSetup[] => [
    { form: 'plain', python, workers: 1 },
    ...[1, 2].map((workers): FastapiSetup => ({ form: 'async', python, workers })),
    { form: 'lean', python, workers: 2 },
  ]);
  const contenders: Contender[] = [
    { name: TREE_OURS, kind: 'ours', run: () => readBy(ground, () => ground.openServer(DATABASE)) },
    ...setups.map(
      (setup): Contender => ({
        name: fastapiName(setup),
        kind: 'fastapi',
        run: () => readBy(ground, () => startFastapi(ground, setup, DATABASE)),
      }),
    ),
  ];
  const measured = await measureInTurn(contenders, ground.repeats, ground.say);
  await ground.cluster.drop(DATABASE);
  return measured;
}

async function readBy(ground: Ground, start: () => Promise<RunningServer>): Promise<Run> {
  const server = await start();
  try {
    const path = `/api/v1/lineage/${TREE_ROOT}`;
    await requireWholeTree(server.url + path, ground.key);
    const load = { url: server.url, path, key: ground.key, script: 'get', connections: CONNECTIONS, salt: '' } as const;
    const warm = await wrk({ ...load, seconds: WARM_SECONDS });
    const cpuBefore = cpuSecondsOf(server.pid);
    const databaseBefore = ground.cluster.cpuSeconds();
    const result = await wrk({ ...load, seconds: ground.runSeconds });
    const cpuCores = (cpuSecondsOf(server.pid) - cpuBefore) / ground.runSeconds;
    const databaseCores = (ground.cluster.cpuSeconds() - databaseBefore) / ground.runSeconds;
    return {
      ...result,
      errors: result.errors + warm.errors,
      rows: null,
      rssMib: memoryOf(server.pid).rssMib,
      cpuCores,
      databaseCores,
    };
  } finally {
    await server.stop();
  }
}

/** A fast answer that lacks a node would win for nothing. */
async function requireWholeTree(url: string, key: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  const body = (await answer.json()) as { nodes?: Record<string, unknown>[] };
  const node = body.nodes?.[NODES - 1] ?? {};
  const whole = body.nodes?.length === NODES && Object.keys(node).length === 13 && 'metadata' in node;
  if (!whole)
    throw new Error(`${url} answered ${answer.status} and not the whole tree: ${JSON.stringify(body).slice(0, 300)}`);
}
