/** Commits rows under strace, and notes each acknowledgement by one write to a file. */
import { openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openAsShipped, openOurs } from './engines.ts';
import { ACKNOWLEDGED_FILE } from './sync-count.ts';

const [dataDir = '', commits = '0', engine = 'ours'] = process.argv.slice(2);
const { db, close } = await (engine === 'ours' ? openOurs : openAsShipped)(dataDir);
const acknowledged = openSync(join(dirname(dataDir), ACKNOWLEDGED_FILE), 'w');
await db.query('select count(*) from counted');
writeSync(acknowledged, 'ready\n');
for (let id = 0; id < Number(commits); id += 1) {
  await db.query('insert into counted values ($1)', [id]);
  writeSync(acknowledged, `${id}\n`);
}
await close();
