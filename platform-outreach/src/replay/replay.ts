/**
 * The week of 6 to 12 October 2025 again, on a clock that jumps from one due act to the next: the shipped campaign, the
 * invented people, a mail server of its own. The same services run as in a real week; what is told at the end is read
 * off their rows.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { Clock } from '@sacred-qa/foundation/clock';
import { loadConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import { newUuid } from '@sacred-qa/foundation/ids';
import type { Arrival } from '../inbox/arrivals.service.ts';
import { readSentMails } from '../inbox/sent-mails.repo.ts';
import { createOutreach, type Outreach } from '../outreach.ts';
import { readSheet } from '../prospects/sheet-text.ts';
import type { Vault } from '../vault/vault.ts';
import { type Happening, happeningsOf } from './happenings.ts';
import { answerTo, bookingDelivery, reportOf } from './letters.ts';
import { type LoopbackSink, startLoopbackSink } from './loopback-sink.ts';
import { DEEDS, type Deed, type Moment } from './week-script.ts';

const REPLAYED_WEEK = '2025-10-06';
const MONDAY_MS = Date.parse(`${REPLAYED_WEEK}T00:00:00+05:30`);
const EVENING_BEFORE_MS = MONDAY_MS - 6 * 3_600_000;
const DAY_MS = 86_400_000;
const PEOPLE = join(import.meta.dirname, '../../tracking/prospects.example.csv');
/** Between the invented booking page and this replay alone. */
const CAL_SECRET = randomBytes(24).toString('hex');
const ASKS_NOBODY = new Error('a replay asks no server');

type MovedClock = Clock & { ms: number };

/** What the replay leaves behind. */
export interface Replayed {
  happenings: Happening[];
  /** As `GET /metrics/week` answers it, with the Sunday's reflection. */
  week: Awaited<ReturnType<Outreach['metrics']['week']>>;
  files: { markdown: string; page: string };
  /** Counted by the mail server, which knows nothing of our rows. */
  taken: { mails: number; different: number };
}

export interface ReplayDeps {
  /** A store of its own, emptied: never the studio's. */
  db: Database;
  vault: Vault;
  clock: MovedClock;
  /** Where prospects.csv and the metrics are written. */
  folder: string;
}

export async function replayWeek(name: string, deps: ReplayDeps): Promise<Replayed> {
  const sink = await startLoopbackSink();
  try {
    return await play(name, deps, sink);
  } finally {
    await sink.stop();
  }
}

async function play(name: string, deps: ReplayDeps, sink: LoopbackSink): Promise<Replayed> {
  const { db, clock, folder } = deps;
  const env = {
    ...{ OUTREACH_DIR: folder, SMTP_HOST: '127.0.0.1', SMTP_PORT: String(sink.port) },
    CAL_COM_WEBHOOK_SECRET: CAL_SECRET,
    MAIL_FROM: 'Meera Joshi <meera@studio.example>',
    MAIL_POSTAL_ADDRESS: '12, Lake Road, Pune 411001',
  };
  const outreach = createOutreach({
    ...{ ...deps, newId: newUuid, config: loadConfig({ env, rootDir: folder }).outreach, owner: 'replay' },
    // Nothing of a replay leaves the machine.
    fetch: () => Promise.reject(ASKS_NOBODY),
    resolver: { resolveTxt: () => Promise.reject(ASKS_NOBODY) },
    fetchLink: async () => ({ kind: 'unreachable', why: 'a replay asks nobody' }),
    timeServer: { host: 'time.invalid', port: 123 },
    sleep: () => Promise.resolve(),
    log: () => {},
  });
  clock.ms = EVENING_BEFORE_MS;
  await begin(outreach, name);
  const acts = scriptOf(outreach, deps, sink);
  for (;;) {
    const due = await nextDueMs(db);
    const [act] = acts;
    const next = Math.min(due ?? Number.POSITIVE_INFINITY, act?.atMs ?? Number.POSITIVE_INFINITY);
    if (next === Number.POSITIVE_INFINITY) break;
    clock.ms = Math.max(clock.ms, next);
    await outreach.sending.sendDue();
    await outreach.posts.runDue();
    if (act !== undefined && act.atMs <= clock.ms) {
      acts.shift();
      await act.run();
    }
  }
  await outreach.sheet.merge();
  const wanted = { week_of: REPLAYED_WEEK };
  const { files } = await outreach.metrics.write(wanted, true);
  const ids = new Set(sink.mails().map(({ bytes }) => /^Message-ID: (.*)$/im.exec(bytes.toString())?.[1]));
  return {
    happenings: await happeningsOf(db),
    week: await outreach.metrics.week(wanted),
    files,
    taken: { mails: sink.mails().length, different: ids.size },
  };
}

/** Sunday evening: the people are taken over, the campaign is planned, looked at and started. */
async function begin(outreach: Outreach, name: string): Promise<void> {
  const people = readSheet(readFileSync(PEOPLE));
  await outreach.imports.import(people.rows, { update: false });
  const planned = await outreach.campaigns.plan(name, REPLAYED_WEEK);
  const [error] = planned.errors;
  if (error !== undefined)
    throw new StudioError('conflict', `${name} cannot be planned for ${REPLAYED_WEEK}: ${error}`);
  await outreach.campaigns.approve(name, REPLAYED_WEEK, 'Meera Joshi');
  await outreach.campaigns.start(name, REPLAYED_WEEK);
}

async function nextDueMs(db: Database): Promise<number | null> {
  const [row] = await db.query<{ at: number | null }>(
    `select (extract(epoch from least(
       (select min(send_at) from outreach.messages where state = 'reserved'),
       (select min(due_at) from outreach.posts where state = 'planned'))) * 1000)::float8 as at`,
  );
  return row?.at ?? null;
}

interface Act {
  atMs: number;
  run: () => Promise<unknown>;
}

/** What people do and what herald does by the clock, in order. */
function scriptOf(outreach: Outreach, deps: ReplayDeps, sink: LoopbackSink): Act[] {
  const deeds = DEEDS.map((deed, i) => ({ atMs: momentMs(deed), run: () => doOne(deed, i + 1, outreach, deps, sink) }));
  const jobs = Object.values(outreach.jobs).map(({ cron, act }) => ({ atMs: firingMs(cron), run: act }));
  return [...deeds, ...jobs].sort((a, b) => a.atMs - b.atMs);
}

function momentMs({ day, at }: Moment): number {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return MONDAY_MS + day * DAY_MS + (hour * 60 + minute) * 60_000;
}

/** Of a job that fires once a week: minute, hour, any day, any month, weekday with Sunday as 0. */
function firingMs(cron: string): number {
  const [minute = 0, hour = 0, , , weekday = 0] = cron.split(' ').map(Number);
  return MONDAY_MS + ((weekday + 6) % 7) * DAY_MS + (hour * 60 + minute) * 60_000;
}

async function doOne(deed: Deed, number: number, outreach: Outreach, deps: ReplayDeps, sink: LoopbackSink) {
  if (deed.deed === 'posts') return outreach.posts.done(deed.post, deed.url);
  const person = (await outreach.prospects.everybody(deps.db)).prospects.get(deed.who);
  const mail = sink.mails().find(({ to }) => to === person?.cells.email);
  if (mail === undefined) return;
  if (deed.deed === 'books') {
    const { body, signature } = bookingDelivery(mail, deed.uid, deps.clock.ms, CAL_SECRET);
    await outreach.bookings.deliver(body, signature);
    return;
  }
  const date = new Date(deps.clock.ms).toUTCString().replace('GMT', '+0000');
  const raw =
    deed.deed === 'bounces'
      ? reportOf(mail, date, number)
      : answerTo(mail, deed.words, deed.automatic ?? false, date, number);
  const arrival: Arrival = { mailbox: 'INBOX', uidvalidity: 1, uid: number, receivedAtMs: deps.clock.ms, raw };
  await outreach.arrivals.take(arrival, await readSentMails(deps.db, deps.vault, [mail.from]));
}
