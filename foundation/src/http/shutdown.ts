/** An orderly end: nothing new is taken, what was taken is answered, and a client that hangs does not keep us. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';

/** Resolves when every answer is out, or after `deadlineMs` when the rest was cut. */
export function createDrain(app: FastifyInstance, deps: { clock: Clock }): (deadlineMs: number) => Promise<void> {
  return async (deadlineMs) => {
    app.draining.since = deps.clock.now();
    const timer = setTimeout(() => app.server.closeAllConnections(), deadlineMs);
    try {
      await app.close();
    } finally {
      clearTimeout(timer);
    }
  };
}
