/** Memory of the server process while it is loaded, once it has taken in 100,000 nodes. */
import { type Ground, TEMPLATE } from '../setups/ground.ts';
import { wrk } from '../setups/load.ts';
import { type Memory, memoryOf } from '../setups/process.ts';
import type { RunningStudio } from '../setups/studio.ts';
import { medianOf } from './contender.ts';
import { CONNECTIONS } from './post.ts';

const NODES = 100_000;
const NODES_A_DECLARATION = 2;
const LOAD_SECONDS = 5;
const SAMPLE_EVERY_MS = 250;

export interface MemoryFigures {
  nodesBefore: number;
  atStart: Memory;
  /** Median and highest of the samples under load after the nodes. */
  underLoad: Memory;
  highest: Memory;
  errors: number;
}

export async function measureMemory(ground: Ground): Promise<{ server: MemoryFigures; embedded: MemoryFigures }> {
  const database = 'memory';
  await ground.cluster.create(database, TEMPLATE);
  const server = await weighed(ground, await ground.openServer(database));
  await ground.cluster.drop(database);
  const embedded = await weighed(ground, await ground.openEmbedded());
  return { server, embedded };
}

async function weighed(ground: Ground, studio: RunningStudio): Promise<MemoryFigures> {
  const post = () =>
    wrk({
      ...{ url: studio.url, key: studio.adminKey, path: '/api/v1/sankalpa', script: 'post', connections: CONNECTIONS },
      ...{ seconds: LOAD_SECONDS, salt: `memory${ground.nextRun()}` },
    });
  const atStart = memoryOf(studio.pid);
  let nodes = 0;
  let errors = 0;
  while (nodes < NODES) {
    const { answers, errors: failed } = await post();
    nodes += answers * NODES_A_DECLARATION;
    errors += failed;
    if (answers === 0) throw new Error('The server takes nothing in.');
  }
  const samples: Memory[] = [];
  const timer = setInterval(() => samples.push(memoryOf(studio.pid)), SAMPLE_EVERY_MS);
  const last = await post();
  clearInterval(timer);
  await studio.stop();
  const rss = samples.map((sample) => sample.rssMib);
  const uss = samples.map((sample) => sample.ussMib);
  return {
    nodesBefore: nodes,
    atStart,
    underLoad: { rssMib: medianOf(rss), ussMib: medianOf(uss) },
    highest: { rssMib: Math.max(...rss), ussMib: Math.max(...uss) },
    errors: errors + last.errors,
  };
}
