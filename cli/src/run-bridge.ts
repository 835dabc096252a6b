/** `studio bridge run`: the bridge as a process of its own, between a shared database and a Studio somewhere else. */
import { StudioError } from '@sacred-qa/contracts/errors';
import { systemClock } from '@sacred-qa/foundation/clock';
import type { Config } from '@sacred-qa/foundation/config';
import { migrate } from '@sacred-qa/foundation/database/migrate';
import { openStore } from '@sacred-qa/foundation/database/open';
import { createStudioApi, sendOverHttp } from '@sacred-qa/integration/studio-api';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { createOutboxReader } from '@sacred-qa/platform-outreach/outbox-reader';
import { bridgeLoops } from './bridge-loops.ts';
import { createLog } from './log.ts';
import { startLoops } from './loops.ts';

/** An answer that takes longer is asked for again: the Studio knows the event. */
const ANSWER_TIMEOUT_MS = 30_000;

/** Resolves when it has stopped, which `stop` asks for. Throws when the database cannot be had. */
export async function runBridge(
  config: Config,
  studio: { url: string; key: string },
  stop: AbortSignal,
): Promise<void> {
  if (config.databaseUrl === undefined) {
    throw new StudioError(
      'bad_request',
      'studio bridge run needs DATABASE_URL. With the embedded store the bridge runs inside studio serve by itself.',
    );
  }
  const clock = systemClock;
  const log = createLog({ level: config.logLevel, write: (line) => process.stderr.write(line), clock });
  const store = await openStore({ config, clock });
  try {
    await migrate(store.db, outreachMigrations);
    const outbox = createOutboxReader({ db: store.db, clock });
    const api = createStudioApi({
      send: sendOverHttp(studio.url, { key: studio.key, timeoutMs: ANSWER_TIMEOUT_MS }),
    });
    const stopLoops = startLoops(bridgeLoops({ outbox, studio: api, dataDir: config.dataDir, clock, log }), log);
    process.stdout.write(`The bridge tells ${studio.url} what outreach does.\n\nStop it with Ctrl-C.\n`);
    await new Promise<void>((resolve) => {
      if (stop.aborted) resolve();
      else stop.addEventListener('abort', () => resolve(), { once: true });
    });
    await stopLoops();
  } finally {
    await store.close();
  }
}
