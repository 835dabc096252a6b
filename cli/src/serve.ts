/** `studio serve`: the one process of a laptop. Prints where it answers, and stops without losing what it took. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { StudioError } from '@sacred-qa/contracts/errors';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import { systemClock } from '@sacred-qa/foundation/clock';
import type { Config } from '@sacred-qa/foundation/config';
import { storeFolder } from '@sacred-qa/foundation/database/open';
import { createDrain } from '@sacred-qa/foundation/http/shutdown';
import { adminKeyFile } from './admin-key.ts';
import { type OpenStudio, openStudio } from './compose.ts';

const DRAIN_MS = 15_000;

/** Resolves when the server has stopped, which `stop` asks for. Throws when the store or the port cannot be had. */
export async function serve(config: Config, stop: AbortSignal): Promise<void> {
  const isNew = config.databaseUrl === undefined && !existsSync(storeFolder(config.dataDir));
  if (isNew) process.stderr.write(`Making the store in ${config.dataDir}: this happens once and takes some seconds.\n`);
  const opened = await openStudio(config, { works: 'always' });
  const drain = createDrain(opened.app, { clock: systemClock });
  try {
    await listen(opened, config);
  } catch (error) {
    await opened.close();
    throw error;
  }
  const { address, port } = opened.app.server.address() as AddressInfo;
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  opened.store.lock?.announce(url);
  greet(opened, config, url);
  try {
    await untilStopped(opened, config, stop, drain);
  } catch (error) {
    // What is left hangs on a store that is gone: it is let go, and the first fault is the one to tell.
    await drain(1_000)
      .then(() => opened.close())
      .catch(() => {});
    throw error;
  }
  await opened.close();
}

function untilStopped(
  opened: OpenStudio,
  config: Config,
  stop: AbortSignal,
  drain: (ms: number) => Promise<void>,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    opened.store.db.onStop((error) => {
      process.exitCode = EXIT.fault;
      reject(
        new StudioError(
          'database_unavailable',
          `${error.message} Its folder is ${config.dataDir}; ${diskSentence(opened)}`,
          { cause: error },
        ),
      );
    });
    const end = () => {
      process.stderr.write('\nStopping: what was taken is finished first.\n');
      drain(DRAIN_MS).then(resolve, reject);
    };
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted) end();
  });
}

async function listen(opened: OpenStudio, config: Config): Promise<void> {
  try {
    await opened.app.listen({ host: config.host, port: config.port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      const detail = `Port ${config.port} on ${config.host} is taken by another program. Stop it, or set PORT to a free one.`;
      throw new StudioError('conflict', detail, { cause: error });
    }
    throw new StudioError(
      'bad_request',
      `${config.host}:${config.port} cannot be listened on: ${(error as Error).message}.`,
      {
        cause: error,
      },
    );
  }
}

function diskSentence(opened: OpenStudio): string {
  const mb = Math.floor(opened.store.disk.freeBytes() / 1024 / 1024);
  return `${mb} MB are free on its disk. Every acknowledged row is safe; start again when the disk is well.`;
}

function greet(opened: OpenStudio, config: Config, url: string): void {
  const store = config.databaseUrl === undefined ? `embedded, in ${config.dataDir}` : 'PostgreSQL (DATABASE_URL)';
  const key = opened.adminKeyIsNew
    ? `Admin key  ${opened.adminKey}\n           (also in ${adminKeyFile(config.dataDir)})`
    : `Admin key  in ${adminKeyFile(config.dataDir)}`;
  const listener = opened.publicListener;
  const publicUrl = config.outreach.publicUrl ?? 'PUBLIC_URL, once it is set';
  const strangers =
    listener === null ? '' : `Public     ${listener.url} (mail links and bookings; reached as ${publicUrl})\n`;
  const ticket = opened.studio.sessions.mintTicket(opened.adminKey);
  process.stdout.write(
    `Sacred QA Studio answers at ${url}\n\nConsole    ${url}/#${ticket}\n           (this link signs one browser in, within 15 minutes)\nStore      ${store}\nAPI        ${url}/docs\n${strangers}${key}\n\nStop it with Ctrl-C.\n`,
  );
}
