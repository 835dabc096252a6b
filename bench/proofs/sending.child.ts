/** The process of the proof of sending that is killed: it sends what is due, again and again, as a served studio does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openServer } from '../../foundation/src/database/server.ts';
import { openOutreach, type SendingGround } from './sending-outreach.ts';

const [url = '', ground = '{}'] = process.argv.slice(2);
const db = await openServer({ url, connections: 3 });
const { sending } = await openOutreach(db, JSON.parse(ground) as SendingGround);
process.stdout.write('sends\n');
for (;;) {
  await sending.recover();
  await sending.sendDue();
  await sleep(50);
}
