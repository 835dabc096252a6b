/** The second listener: what the world may reach of a studio, and nothing else of it. */
import type { AddressInfo } from 'node:net';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Clock } from '@sacred-qa/foundation/clock';
import type { Config } from '@sacred-qa/foundation/config';
import { createPublicServer } from '@sacred-qa/foundation/http/public';
import type { Outreach } from '@sacred-qa/platform-outreach/outreach';
import { publicRoutes } from '@sacred-qa/platform-outreach/public-routes';
import type { Log } from './log.ts';

export interface PublicListener {
  /** Where it answers on this machine. */
  url: string;
  close(): Promise<void>;
}

/**
 * Null when neither PUBLIC_URL nor PUBLIC_PORT is given. It listens where the console does, so on this machine only
 * unless HOST says otherwise: a tunnel or a proxy with TLS stands before it. Throws `conflict` for a taken port.
 */
export async function openPublicListener(deps: {
  outreach: Outreach;
  config: Config;
  clock: Clock;
  log: Log;
}): Promise<PublicListener | null> {
  const { outreach, config, clock, log } = deps;
  const { publicPort: port, mail } = config.outreach;
  if (port === null) return null;
  const app = createPublicServer({ log, clock });
  publicRoutes(app, { outreach, sender: mail.from });
  try {
    await app.listen({ host: config.host, port });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const detail = `Port ${port} on ${config.host} is taken by another program. Stop it, or set PUBLIC_PORT to a free one.`;
    throw new StudioError('conflict', detail, { cause: error });
  }
  const own = app.server.address() as AddressInfo;
  const host = own.address.includes(':') ? `[${own.address}]` : own.address;
  return { url: `http://${host}:${own.port}`, close: () => app.close() };
}
