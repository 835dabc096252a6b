/** The bridge within a process: it tells the Studio what stands in the outbox, and what scripts left in the spool. */
import { join } from 'node:path';
import type { OutboxReader } from '@sacred-qa/contracts/bridge';
import type { Clock } from '@sacred-qa/foundation/clock';
import { createBridge } from '@sacred-qa/integration/bridge';
import { createSpool } from '@sacred-qa/integration/spool';
import type { Send, StudioApi } from '@sacred-qa/integration/studio-api';
import type { Loop } from '@sacred-qa/platform-outreach/outreach';
import type { FastifyInstance } from 'fastify';
import type { BridgeKey } from './bridge-key.ts';
import type { Log } from './log.ts';
import { pause } from './loops.ts';

const LOOK_INTO_SPOOL_EVERY_MS = 5_000;

export const spoolFolder = (dataDir: string): string => join(dataDir, 'spool');

export function bridgeLoops(deps: {
  outbox: OutboxReader;
  studio: StudioApi;
  dataDir: string;
  clock: Clock;
  log: Log;
}): Record<'bridge' | 'spool', Loop> {
  const { studio, clock, log } = deps;
  const spool = createSpool({ folder: spoolFolder(deps.dataDir), clock });
  return {
    bridge: createBridge({ ...deps, sleep: pause, random: Math.random }).run,
    async spool(signal) {
      while (!signal.aborted) {
        const { told, setAside, left, retryAfterMs } = await spool.drain(studio.declare);
        if (told + setAside > 0) log({ level: 'info', event: 'spool_drained', told, set_aside: setAside, left });
        await pause(Math.max(LOOK_INTO_SPOOL_EVERY_MS, retryAfterMs), signal);
      }
    },
  };
}

/** The way into the Studio of this process: the same routes that the network reaches. */
export function sendInto(app: FastifyInstance, key: BridgeKey): Send {
  return async ({ path, headers, body }) => {
    const answer = await key.use((bearer) =>
      app.inject({
        method: 'POST',
        url: path,
        headers: { ...headers, authorization: `Bearer ${bearer}` },
        payload: body,
      }),
    );
    const retryAfter = answer.headers['retry-after'];
    return {
      status: answer.statusCode,
      retryAfter: retryAfter === undefined ? null : String(retryAfter),
      text: answer.body,
    };
  };
}
