/**
 * Sending under fire: a campaign goes out to a real SMTP server that now and then takes a mail and cuts the connection
 * before it says so, while the sender is killed with -9 at random moments. No mail may be taken twice, and of each
 * the rows must say truly what is known: sent, or in doubt, which is then settled by what lies at the server.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { type FaultySmtp, startFaultySmtp } from '@sacred-qa/platform-outreach/testing/faulty-smtp';
import type { Database } from '../../foundation/src/database/database.ts';
import { migrate } from '../../foundation/src/database/migrate.ts';
import { openServer } from '../../foundation/src/database/server.ts';
import { startCluster } from '../setups/cluster.ts';
import { type Proof, reasonOf } from './proof.ts';
import { type Seeded, seeded } from './seeded.ts';
import { nowOn, openOutreach, type SendingGround } from './sending-outreach.ts';

const CHILD = join(import.meta.dirname, 'sending.child.ts');
const CONTENT = join(import.meta.dirname, '../../platform-outreach/campaigns/october-sprint/batch-a.md');
const WEEK = '2025-10-06';
const MONDAY_MS = Date.parse('2025-10-06T08:00:00+05:30');
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const DAYS = ['monday', 'tuesday', 'wednesday'] as const;
/** Batches of so many mails on each of these days; no sender may send more than 500 a day. */
const IN_FULL = { batchesOn: [2, 2, 1], mailsEach: 200, kills: 100 };
const WHEN_SMALL = { batchesOn: [1], mailsEach: 60, kills: 3 };
const LOST_ACKNOWLEDGEMENTS = 0.05;
const DAY_WITHIN_MS = 900_000;

interface Counted {
  id: string;
  messageId: string;
  state: string;
}

export const sending: Proof = async (context) => {
  const size = context.small ? WHEN_SMALL : IN_FULL;
  const random = seeded(context.seed);
  const cluster = await startCluster(context.workDir).catch(reasonOf);
  if (typeof cluster === 'string') return { figures: {}, faults: [], skipped: [cluster] };
  const stopCluster = () => cluster.stop();
  process.once('exit', stopCluster);
  await cluster.create('outreach');
  const url = cluster.urlOf('outreach');
  const db = await openServer({ url, connections: 4 });
  const smtp = await startFaultySmtp();
  const lost = loseAcknowledgements(smtp, random);
  const ground: SendingGround = { ...groundOf(context.workDir, smtp), fakeMs: MONDAY_MS - DAY_MS };
  try {
    await migrate(db, outreachMigrations);
    const mails = await plan(db, ground, size);
    for (const [day, batches] of size.batchesOn.entries()) {
      Object.assign(ground, { fakeMs: MONDAY_MS + day * DAY_MS + MINUTE_MS, realMs: Date.now() });
      const share = (batches * size.mailsEach) / mails;
      await sendUnderFire({ db, url, ground, smtp, random, kills: Math.round(size.kills * share), batches, size });
      context.say(`${DAYS[day]}: ${smtp.taken.length} of ${mails} taken`);
    }
    // The last sender that was killed is taken for dead after ten minutes.
    Object.assign(ground, { fakeMs: nowOn(ground) + 11 * MINUTE_MS, realMs: Date.now() });
    const outreach = await openOutreach(db, ground);
    await outreach.sending.recover();
    const before = await countMails(db);
    const atFirst = compare(before, smtp);
    const faults = faultsOf(atFirst, size.kills + lost.count);
    // The comparison is worth something only when it misses what is not there.
    const one = before.find(({ state }) => state === 'sent');
    if (
      compare(
        before.filter((mail) => mail !== one),
        smtp,
      ).unaccounted === atFirst.unaccounted
    ) {
      faults.push('The comparison did not see that a row was missing.');
    }
    const inDoubt = before.filter(({ state }) => state === 'in_doubt');
    const taken = new Set(smtp.taken.map(messageIdOf));
    for (const { id, messageId } of inDoubt) await outreach.sending.settleInDoubt(id, taken.has(messageId));
    lost.stop();
    await outreach.sending.sendDue();
    const after = await countMails(db);
    const open = after.filter(({ state }) => state !== 'sent' && state !== 'expired');
    if (open.length > 0) faults.push(`${open.length} mails are still ${open[0]?.state} after all was settled.`);
    const inTheEnd = compare(after, smtp);
    faults.push(...faultsOf(inTheEnd, 0));
    return {
      figures: {
        mails,
        kills: size.kills,
        lost_acknowledgements: lost.count,
        duplicates: inTheEnd.twice,
        unaccounted: atFirst.unaccounted + inTheEnd.unaccounted,
        in_doubt_at_first: inDoubt.length,
        sent_in_the_end: after.filter(({ state }) => state === 'sent').length,
      },
      faults,
      skipped: [],
    };
  } finally {
    await db.close();
    await smtp.stop();
    process.off('exit', stopCluster);
    cluster.stop();
  }
};

function groundOf(workDir: string, smtp: FaultySmtp): Omit<SendingGround, 'fakeMs'> {
  return { folder: join(workDir, 'outreach'), smtpPort: smtp.port, realMs: Date.now() };
}

/** From now on the server takes some mails and cuts the connection instead of saying so. */
function loseAcknowledgements(smtp: FaultySmtp, random: Seeded): { count: number; stop(): void } {
  const lost = {
    count: 0,
    stop: () => Object.defineProperty(smtp, 'fault', { get: () => 'none' }),
  };
  let takenAtLast = -1;
  Object.defineProperty(smtp, 'fault', {
    configurable: true,
    // Asked several times a mail; the dice fall once, after it was taken.
    get() {
      if (smtp.taken.length === takenAtLast || smtp.taken.length === 0) return 'none';
      takenAtLast = smtp.taken.length;
      if (!random.chance(LOST_ACKNOWLEDGEMENTS)) return 'none';
      lost.count += 1;
      return 'cut-after-message';
    },
  });
  return lost;
}

/** People, campaign, approval, start: as the practice does it. Answers how many mails are reserved. */
async function plan(
  db: Database,
  ground: SendingGround,
  { batchesOn, mailsEach }: { batchesOn: readonly number[]; mailsEach: number },
): Promise<number> {
  const days = batchesOn.flatMap((count, day) => Array.from({ length: count }, () => DAYS[day] ?? 'monday'));
  const folder = join(ground.folder, 'campaigns/proof');
  mkdirSync(folder, { recursive: true });
  copyFileSync(CONTENT, join(folder, 'mail.md'));
  const batches = days.map((day, i) => ({
    ...{ name: `b${i}`, title: `Batch ${i}`, day, at: '08:00', not_later_than_minutes: 720, size: mailsEach },
    ...{ segment: `s${i}`, content: 'mail.md' },
  }));
  const spec = {
    ...{ name: 'proof', title: 'Proof', goals: { sent: 1, replies: 0, bookings: 0 }, holidays: 'allow', batches },
    limits: { per_day: 500, per_domain_per_day: 50, gap_seconds: 0, jitter_seconds: 0 },
    links: { call_to_action: 'https://studio.example/micro-audit' },
  };
  // JSON is YAML too.
  writeFileSync(join(folder, 'campaign.yaml'), JSON.stringify(spec));
  const rows = Array.from({ length: days.length * mailsEach }, (_, n) => ({
    line: n + 1,
    cells: {
      ...{ name: `Person ${n}`, email: `person@company${n}.example`, company: `Company ${n}` },
      ...{ segment: `s${Math.floor(n / mailsEach)}`, source: 'invented', lawful_basis: 'invented' },
    },
  }));
  const { imports, campaigns } = await openOutreach(db, ground);
  await imports.import(rows, { update: false });
  const { errors } = await campaigns.plan('proof', WEEK);
  if (errors.length > 0) throw new Error(`the campaign cannot be planned: ${errors[0]}`);
  await campaigns.approve('proof', WEEK, 'Meera');
  await campaigns.start('proof', WEEK);
  return rows.length;
}

/** Starts a sender, kills it after a random number of mails, starts the next, until the day's mails have left. */
async function sendUnderFire(given: {
  db: Database;
  url: string;
  ground: SendingGround;
  smtp: FaultySmtp;
  random: Seeded;
  kills: number;
  batches: number;
  size: { mailsEach: number };
}): Promise<void> {
  const { db, ground, smtp, random } = given;
  const step = Math.floor((given.batches * given.size.mailsEach) / (given.kills + 1));
  for (let kill = 0; kill <= given.kills; kill += 1) {
    const isLast = kill === given.kills;
    const child = spawn(process.execPath, [CHILD, given.url, JSON.stringify(ground)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const killIt = () => void child.kill('SIGKILL');
    process.once('exit', killIt);
    const gone = new Promise((resolve) => child.once('close', resolve));
    const until = smtp.taken.length + random.whole(1, step);
    const untilMs = performance.now() + DAY_WITHIN_MS;
    while (child.exitCode === null && (isLast || smtp.taken.length < until)) {
      if (isLast && (await countReserved(db, nowOn(ground))) === 0) break;
      if (performance.now() > untilMs) throw new Error('the day took too long');
      await sleep(isLast ? 100 : 1);
    }
    // Before, while and after the answer of the server is read.
    await sleep(random.whole(0, 8));
    const died = child.exitCode;
    killIt();
    await gone;
    process.off('exit', killIt);
    if (died !== null) throw new Error(`the sender ended by itself with ${died}`);
  }
}

async function countReserved(db: Database, nowMs: number): Promise<number> {
  const rows = await db.query<{ n: number }>(
    `select count(*)::int as n from outreach.messages where state = 'reserved' and send_at <= $1`,
    [new Date(nowMs).toISOString()],
  );
  return rows[0]?.n ?? 0;
}

const countMails = (db: Database): Promise<Counted[]> =>
  db.query('select id, message_id as "messageId", state from outreach.messages order by id');

const messageIdOf = ({ bytes }: FaultySmtp['taken'][number]): string =>
  /^Message-ID:\s*(<[^>]+>)/im.exec(bytes.toString('latin1'))?.[1] ?? 'no Message-ID';

interface Compared {
  twice: number;
  /** Taken, and no row says so; or called sent, and the server has it not. */
  unaccounted: number;
  inDoubt: number;
}

/** What the rows say, held against what the server has. */
function compare(mails: readonly Counted[], smtp: FaultySmtp): Compared {
  const times = new Map<string, number>();
  for (const id of smtp.taken.map(messageIdOf)) times.set(id, (times.get(id) ?? 0) + 1);
  const stateOf = new Map(mails.map(({ messageId, state }) => [messageId, state]));
  const untold = [...times.keys()].filter((id) => !['sent', 'in_doubt'].includes(stateOf.get(id) ?? ''));
  const invented = mails.filter(({ messageId, state }) => state === 'sent' && !times.has(messageId));
  return {
    twice: [...times.values()].filter((count) => count > 1).length,
    unaccounted: untold.length + invented.length,
    inDoubt: mails.filter(({ state }) => state === 'in_doubt').length,
  };
}

function faultsOf({ twice, unaccounted, inDoubt }: Compared, mostInDoubt: number): string[] {
  return [
    ...(twice > 0 ? [`${twice} mails were taken more than once.`] : []),
    ...(unaccounted > 0 ? [`Of ${unaccounted} mails the rows and the server say different things.`] : []),
    ...(inDoubt > mostInDoubt ? [`${inDoubt} mails are in doubt after ${mostInDoubt} faults.`] : []),
  ];
}
