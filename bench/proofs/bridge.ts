/**
 * The bridge under fire: outreach writes events into one database, two bridges carry them over HTTP to a Studio over
 * another, and bridges and Studio are killed with -9 at random moments; once the Studio stays away for a while.
 * In the end the Studio must know each event once, each prospect's in the order in which they were written.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OutreachEvent, orderKeyOf, sourceEventId } from '@sacred-qa/contracts/outreach';
import { outreachMigrations } from '@sacred-qa/platform-outreach/migrations';
import { createOutbox } from '@sacred-qa/platform-outreach/outbox';
import { systemClock } from '../../foundation/src/clock.ts';
import { migrate } from '../../foundation/src/database/migrate.ts';
import { openServer } from '../../foundation/src/database/server.ts';
import { freePort, startCluster } from '../setups/cluster.ts';
import { everyItem, verifyLineage } from './declared-events.ts';
import { type Proof, reasonOf } from './proof.ts';
import { type Seeded, seeded } from './seeded.ts';
import { mustStart, type StudioProcess, startBridge } from './studio-process.ts';

const IN_FULL = { prospects: 400, mailsEach: 10, kills: 30, awayMs: 30_000, writers: 8 };
const WHEN_SMALL = { prospects: 20, mailsEach: 4, kills: 3, awayMs: 500, writers: 4 };
const BRIDGES = 2;
const KILL_WITHIN_MS = 1_500;
/** Far more than it takes: how fast it is, is not what is proved. */
const DONE_WITHIN_MS = 1_200_000;

interface Seen {
  /** When the Studio first heard of each, in milliseconds, by name. */
  heardAtMs: Map<string, number>;
  /** How often each stands there. */
  stored: Map<string, number>;
}

export const bridge: Proof = async (context) => {
  const size = context.small ? WHEN_SMALL : IN_FULL;
  const random = seeded(context.seed);
  const cluster = await startCluster(context.workDir).catch(reasonOf);
  if (typeof cluster === 'string') return { figures: {}, faults: [], skipped: [cluster] };
  const stopCluster = () => cluster.stop();
  process.once('exit', stopCluster);
  await cluster.create('outreach');
  await cluster.create('studio');
  const databaseUrl = cluster.urlOf('outreach');
  const db = await openServer({ url: databaseUrl, connections: size.writers + 1 });
  const dataDir = join(context.workDir, 'studio');
  try {
    await migrate(db, outreachMigrations);
    const env = { DATABASE_URL: cluster.urlOf('studio'), PORT: String(await freePort()) };
    let studio = await mustStart(dataDir, env);
    const startOne = (i: number) => startBridge({ studio, databaseUrl, dataDir: join(context.workDir, `bridge-${i}`) });
    const bridges = await Promise.all(Array.from({ length: BRIDGES }, (_, i) => startOne(i)));
    const outbox = createOutbox({ clock: systemClock });
    const lines = linesOf(size);
    const writing = writeAll(lines, size.writers, (event) => db.transaction((tx) => outbox.enqueue(tx, event)));
    // What breaks first is told first; this one when it is waited for.
    writing.catch(() => {});

    let studioKills = 0;
    for (let kill = 0; kill < size.kills; kill += 1) {
      await sleep(random.whole(10, KILL_WITHIN_MS));
      if (kill % 2 === 0) {
        await studio.kill();
        studioKills += 1;
        await sleep(kill === 0 ? size.awayMs : random.whole(0, 1_000));
        studio = await mustStart(dataDir, env);
      } else {
        const i = random.whole(0, BRIDGES - 1);
        await bridges[i]?.kill();
        bridges[i] = await startOne(i);
      }
      context.say(`kill ${kill + 1} of ${size.kills}`);
    }
    const written = await writing;
    const standing = await untilTold(async () => {
      const [row] = await db.query<{ open: number; aside: number }>(
        `select count(*) filter (where delivered_at is null)::int as open, count(set_aside_at)::int as aside from outreach.outbox`,
      );
      return row ?? { open: 0, aside: 0 };
    });
    const seen = await readStudio(studio, written.length);
    const faults = [...faultsOf(written, seen), ...findsItsOwn(written, seen, random)];
    if (standing.open + standing.aside > 0) {
      faults.push(`${standing.open} events still wait in the outbox, ${standing.aside} of them set aside.`);
    }
    const lineage = await verifyLineage(studio);
    await Promise.all(bridges.map((one) => one.kill()));
    await studio.stop();
    return {
      figures: {
        events: written.length,
        kills_of_the_studio: studioKills,
        kills_of_a_bridge: size.kills - studioKills,
        away_s: size.awayMs / 1000,
        lost: written.filter((event) => !seen.stored.has(sourceEventId(event))).length,
        doubled: [...seen.stored.values()].filter((times) => times > 1).length,
        trees_verified: lineage.trees,
      },
      faults: [...faults, ...lineage.faults],
      skipped: [],
    };
  } finally {
    await db.close();
    process.off('exit', stopCluster);
    cluster.stop();
  }
};

/** The story of each prospect, in its order; campaigns with their batches are lines of their own. */
function linesOf({ prospects, mailsEach }: { prospects: number; mailsEach: number }): OutreachEvent[][] {
  const campaigns = Array.from({ length: Math.ceil(prospects / 10) }, (_, i): OutreachEvent[] => [
    { kind: 'campaign.started', campaign: `c${i}`, name: `campaign ${i}` },
    { kind: 'batch.started', campaign: `c${i}`, batch: `b${i}`, name: `batch ${i}`, mails: 10 * mailsEach },
  ]);
  const stories = Array.from({ length: prospects }, (_, p): OutreachEvent[] => {
    const place = { campaign: `c${Math.floor(p / 10)}`, batch: `b${Math.floor(p / 10)}` };
    return Array.from({ length: mailsEach }, (_, m): OutreachEvent[] => {
      const mail = { mail: `m${p}-${m}`, prospectId: `P-${p}` };
      return [
        { kind: 'mail.sent', ...place, ...mail, step: m + 1, variant: 'quick-qa-win' },
        { kind: 'mail.opened', ...mail, event: `o${p}-${m}`, actor: 'proxy' },
        { kind: 'mail.clicked', ...mail, event: `k${p}-${m}`, actor: 'human', position: 1 },
        { kind: 'reply.received', ...mail, inbound: `r${p}-${m}`, reply: 'human-reply', sentiment: null },
        { kind: 'booking.created', uid: `u${p}-${m}`, prospectId: `P-${p}`, cause: { reply: `r${p}-${m}` } },
      ];
    }).flat();
  });
  return [...stories, ...campaigns];
}

/** Lines side by side, each line's events one after the other. Gives what was written. */
async function writeAll(
  lines: readonly OutreachEvent[][],
  writers: number,
  write: (event: OutreachEvent) => Promise<void>,
): Promise<OutreachEvent[]> {
  const waiting = [...lines];
  const writer = async (): Promise<void> => {
    for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
      for (const event of line) await write(event);
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return lines.flat();
}

async function untilTold(
  look: () => Promise<{ open: number; aside: number }>,
): Promise<{ open: number; aside: number }> {
  const untilMs = performance.now() + DONE_WITHIN_MS;
  for (;;) {
    const standing = await look();
    if (standing.open === standing.aside || performance.now() > untilMs) return standing;
    await sleep(100);
  }
}

/** Events that came before their parent are placed by the Studio's sweep at the latest, each minute. */
async function readStudio(studio: StudioProcess, wanted: number): Promise<Seen> {
  const untilMs = performance.now() + DONE_WITHIN_MS;
  for (;;) {
    const stored = new Map<string, number>();
    for await (const { source_event_id: id } of everyItem<{ source_event_id: string }>(studio, '/api/v1/sankalpa')) {
      stored.set(id, (stored.get(id) ?? 0) + 1);
    }
    if (stored.size >= wanted || performance.now() > untilMs) return { stored, heardAtMs: await heardBy(studio) };
    await sleep(500);
  }
}

/** By the Studio's own audit trail. */
async function heardBy(studio: StudioProcess): Promise<Map<string, number>> {
  const heard = new Map<string, number>();
  const contacts = everyItem<{ request_payload: { source_event_id?: string }; created_at: string }>(
    studio,
    '/api/v1/contacts',
  );
  // From the newest to the oldest: what is written last is the first contact.
  for await (const { request_payload: request, created_at: at } of contacts) {
    if (request?.source_event_id !== undefined) heard.set(request.source_event_id, Date.parse(at));
  }
  return heard;
}

function faultsOf(written: readonly OutreachEvent[], { stored, heardAtMs }: Seen): string[] {
  const faults: string[] = [];
  const names = new Set(written.map(sourceEventId));
  const lost = [...names].filter((name) => !stored.has(name));
  const doubled = [...stored].filter(([, times]) => times > 1).map(([name]) => name);
  const foreign = [...stored.keys()].filter((name) => !names.has(name));
  if (lost.length > 0) faults.push(`${lost.length} events are lost: ${lost.slice(0, 3).join(', ')}.`);
  if (doubled.length > 0) faults.push(`${doubled.length} events stand there twice: ${doubled.slice(0, 3).join(', ')}.`);
  if (foreign.length > 0)
    faults.push(`${foreign.length} events were never written: ${foreign.slice(0, 3).join(', ')}.`);
  for (const [key, events] of Map.groupBy(written, orderKeyOf)) {
    const heard = events.map((event) => heardAtMs.get(sourceEventId(event)) ?? Number.NaN);
    const at = heard.findIndex((ms, i) => i > 0 && !(ms >= (heard[i - 1] ?? 0)));
    const late = events[at];
    if (late !== undefined) faults.push(`${sourceEventId(late)} of ${key} was told before the one ahead of it.`);
  }
  return faults;
}

/** The comparison is worth something only when it sees what is planted. */
function findsItsOwn(written: readonly OutreachEvent[], seen: Seen, random: Seeded): string[] {
  const event = random.pick(written.filter((one) => one.kind === 'mail.opened'));
  const name = sourceEventId(event);
  const planted: [string, Seen][] = [
    ['a lost event', { ...seen, stored: new Map([...seen.stored].filter(([id]) => id !== name)) }],
    ['a doubled event', { ...seen, stored: new Map(seen.stored).set(name, 2) }],
    ['an event out of order', { ...seen, heardAtMs: new Map(seen.heardAtMs).set(name, 0) }],
  ];
  const before = faultsOf(written, seen).length;
  return planted.flatMap(([what, with_]) =>
    faultsOf(written, with_).length > before ? [] : [`The comparison did not see ${what}.`],
  );
}
