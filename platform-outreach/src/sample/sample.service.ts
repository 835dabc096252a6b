/**
 * The outreach of the sample practice: a campaign of last week to people who do not exist, acted out by the services of
 * every day on a clock of that week. No server is asked and nothing leaves the machine. It goes as whole as it came.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StudioError } from '@sacred-qa/contracts/errors';
import { isoOf } from '@sacred-qa/foundation/clock';
import type { Sql } from '@sacred-qa/foundation/database';
import { readSentMails } from '../inbox/sent-mails.repo.ts';
import { createOutreach, type Outreach, type OutreachDeps } from '../outreach.ts';
import { readSheet } from '../prospects/sheet-text.ts';
import { answerTo, plainText, reportOf } from '../replay/letters.ts';
import type { TakenMail } from '../replay/loopback-sink.ts';
import { DEEDS, type Deed, type Moment } from '../replay/week-script.ts';
import type { SmtpConnection } from '../sending/smtp.ts';
import { SAMPLE_BOOKING, SAMPLE_CAMPAIGN, SAMPLE_MAILBOX, SAMPLE_PREFIX } from './sample-names.ts';
import { type SampleVisit, VISITS } from './sample-visits.ts';

export { SAMPLE_BOOKING, SAMPLE_CAMPAIGN } from './sample-names.ts';

const FOLDER = join(import.meta.dirname, '../../sample');
const SENDER = 'meera@studio.sample.example';
/** Stands in pixels and links, so that they can be followed; no machine has this name. */
const PUBLIC_URL = 'https://studio.sample.example';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Nobody sees whether this mail was taken: the person has something to settle. */
const IN_DOUBT = `${SAMPLE_PREFIX}018`;

export interface SampleEvent {
  id: number;
  /** The declaration by which the Studio is told. */
  event: unknown;
}

export type SampleService = ReturnType<typeof createSampleService>;

export function createSampleService(deps: OutreachDeps) {
  const { db, vault, clock } = deps;

  async function isThere(): Promise<boolean> {
    const found = await db.query(
      `select from outreach.campaigns where name = $1 union all
       select from outreach.prospects where prospect_id like '${SAMPLE_PREFIX}%' limit 1`,
      [SAMPLE_CAMPAIGN],
    );
    return found.length > 0;
  }

  /** Last week's Monday on the Indian calendar, so that all of it lies behind us. */
  function weekOf(): string {
    const today = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO('Asia/Kolkata').toPlainDate();
    return today.subtract({ days: today.dayOfWeek + 6 }).toString();
  }

  async function act(): Promise<void> {
    const week = weekOf();
    const mondayMs = Date.parse(`${week}T00:00:00+05:30`);
    const past = { ms: mondayMs - DAY_MS / 4, now: () => past.ms };
    const refuse = () => Promise.reject(new Error('the sample asks no server'));
    const outreach = createOutreach({
      ...deps,
      ...{ clock: past, fetch: refuse, resolver: { resolveTxt: refuse }, standIn: { campaign: SAMPLE_CAMPAIGN } },
      config: {
        ...deps.config,
        ...{ dir: FOLDER, publicUrl: PUBLIC_URL, smtp: null, imap: null, dkim: null, linkedin: null },
        mail: { ...deps.config.mail, from: `Meera Joshi <${SENDER}>`, postalAddress: '12, Lake Road, Pune 411001' },
      },
    });
    await outreach.imports.import(readSheet(readFileSync(join(FOLDER, 'prospects.csv'))).rows, { update: false });
    const planned = await outreach.campaigns.plan(SAMPLE_CAMPAIGN, week);
    const [error] = planned.errors;
    if (error !== undefined) throw new StudioError('conflict', `The sample cannot be planned: ${error}`);
    await outreach.campaigns.approve(SAMPLE_CAMPAIGN, week, 'Meera Joshi');
    await outreach.campaigns.start(SAMPLE_CAMPAIGN, week);
    const taken = await sendAll(outreach, past);
    const acts = [
      ...DEEDS.map((deed, i) => ({ at: deed, act: () => doOne(deed, i + 1, outreach, past.ms, taken) })),
      ...VISITS.map((visit) => ({ at: { day: 0, at: visit.at } as const, act: () => look(visit, outreach, taken) })),
    ].map(({ at, act }) => ({ atMs: momentMs(at, mondayMs), act }));
    for (const { atMs, act } of acts.sort((a, b) => a.atMs - b.atMs)) {
      past.ms = atMs;
      await act();
    }
  }

  /** By the address that stands in the mail itself, as whoever has the mail finds it. */
  async function look({ who, link, visitor }: SampleVisit, outreach: Outreach, taken: ReadonlyMap<string, TakenMail>) {
    const mail = taken.get(who);
    const token = mail && new RegExp(`${PUBLIC_URL}/${link ? 'c' : 'o'}/([\\w-]+)`).exec(plainText(mail.bytes))?.[1];
    if (token === undefined) throw new StudioError('conflict', `The mail to ${who} has no ${link ? 'link' : 'pixel'}.`);
    await (link ? outreach.visits.follow(token, visitor) : outreach.visits.open(token, visitor));
  }

  /** Mail by mail, each at its minute; the gap between two may move the next one. By prospect_id. */
  async function sendAll(outreach: Outreach, past: { ms: number }): Promise<Map<string, TakenMail>> {
    const taken = new Map<string, TakenMail>();
    const people = new Map<string, string>();
    const server: SmtpConnection = {
      close() {},
      send({ bytes, to, envelopeFrom, envid }) {
        const who = people.get(envid) ?? '';
        taken.set(who, { from: envelopeFrom, to, bytes });
        return Promise.resolve(
          who === IN_DOUBT
            ? { kind: 'in_doubt', reply: 'The connection broke before the answer came.' }
            : { kind: 'sent', code: 250, reply: '250 2.0.0 taken, and delivered nowhere' },
        );
      },
    };
    for (;;) {
      const waiting = await db.query<{ envid: string; who: string; at: number }>(
        `select m.envid, p.prospect_id as who, (extract(epoch from m.send_at) * 1000)::float8 as at from outreach.messages m
         join outreach.campaigns c on c.id = m.campaign join outreach.prospects p on p.id = m.prospect
         where c.name = $1 and m.state = 'reserved' order by m.send_at, m.id`,
        [SAMPLE_CAMPAIGN],
      );
      const [next] = waiting;
      if (next === undefined) return taken;
      for (const { envid, who } of waiting) people.set(envid, who);
      past.ms = Math.max(past.ms, next.at);
      await outreach.sending.sendNext(server);
    }
  }

  async function doOne(
    deed: Deed,
    number: number,
    outreach: Outreach,
    atMs: number,
    taken: ReadonlyMap<string, TakenMail>,
  ): Promise<void> {
    if (deed.deed === 'posts') {
      const [post] = await db.query<{ id: string }>(
        `select p.id from outreach.posts p join outreach.campaigns c on c.id = p.campaign where c.name = $1 and p.name = $2`,
        [SAMPLE_CAMPAIGN, deed.post],
      );
      if (post !== undefined) await outreach.posts.done(post.id, deed.url);
      return;
    }
    const who = deed.who.replace('P-', SAMPLE_PREFIX);
    if (deed.deed === 'books') return book(outreach, who, isoOf(atMs));
    const mail = taken.get(who);
    if (mail === undefined) return;
    const date = new Date(atMs).toUTCString().replace('GMT', '+0000');
    const raw =
      deed.deed === 'bounces'
        ? reportOf(mail, date, number)
        : answerTo(mail, deed.words, deed.automatic ?? false, date, number);
    const arrival = { mailbox: SAMPLE_MAILBOX, uidvalidity: 1, uid: number, receivedAtMs: atMs, raw };
    await outreach.arrivals.take(arrival, await readSentMails(db, vault, [SENDER]));
  }

  /** As a booking page leaves it, under the person's own reply. */
  async function book(outreach: Outreach, who: string, at: string): Promise<void> {
    await db.transaction(async (tx) => {
      const [row] = await tx.query<{ prospect: string; mail: string; reply: string }>(
        `select i.prospect, i.message as mail, i.id as reply from outreach.inbound i
         join outreach.prospects p on p.id = i.prospect where p.prospect_id = $1 and i.kind = 'human-reply'`,
        [who],
      );
      if (row === undefined) return;
      await tx.query(
        `insert into outreach.bookings (uid, status, prospect, message, attributed_by, start_at, created_at, updated_at, sealed_for)
         values ($1, 'accepted', $2, $3, 'metadata', $4::timestamptz + interval '1 day', $4, $4, $2)`,
        [SAMPLE_BOOKING, row.prospect, row.mail, at],
      );
      const cause = { reply: row.reply };
      await outreach.outbox.enqueue(tx, { kind: 'booking.created', uid: SAMPLE_BOOKING, prospectId: who, cause });
    });
  }

  return {
    isThere,
    load: act,

    /** What the Studio is to be told of it, in order. */
    events: (): Promise<SampleEvent[]> =>
      db.query(
        `select id::float8 as id, event from outreach.outbox where delivered_at is null and set_aside_at is null and ${OWN_EVENTS}
         order by id`,
        [SAMPLE_CAMPAIGN],
      ),

    told: async (id: number, lineageId: string): Promise<void> => {
      await db.query(
        'update outreach.outbox set delivered_at = $2, lineage_id = $3 where id = $1 and delivered_at is null',
        [id, isoOf(clock.now()), lineageId],
      );
    },

    /** Names of its events, by which the Studio finds its trees. */
    async eventNames(tx: Sql): Promise<string[]> {
      const rows = await tx.query<{ name: string }>(
        `select source_event_id as name from outreach.outbox where ${OWN_EVENTS}`,
        [SAMPLE_CAMPAIGN],
      );
      return rows.map(({ name }) => name);
    },

    /** Takes every row away. Answers whose keys are of no use any more: `forget` them after the commit. */
    async remove(tx: Sql): Promise<string[]> {
      const people = `(select id from outreach.prospects where prospect_id like '${SAMPLE_PREFIX}%')`;
      const campaigns = `(select id from outreach.campaigns where name = '${SAMPLE_CAMPAIGN}')`;
      const mails = `(select id from outreach.messages where campaign in ${campaigns})`;
      const indexes = `(select email_index from outreach.prospects where id in ${people} and email_index is not null
        union select recipient_index from outreach.messages where campaign in ${campaigns})`;
      const owners = await tx.query<{ id: string }>(
        `select id from outreach.prospects where id in ${people}
         union select id from outreach.suppressions where email_index in ${indexes}
         union select sealed_for from outreach.inbound where mailbox = '${SAMPLE_MAILBOX}'`,
      );
      for (const [table, which] of [
        ['outbox', OWN_EVENTS.replace('$1', `'${SAMPLE_CAMPAIGN}'`)],
        ['bookings', `uid = '${SAMPLE_BOOKING}' or prospect in ${people}`],
        ['inbound', `mailbox = '${SAMPLE_MAILBOX}' or message in ${mails}`],
        ['mailboxes', `name = '${SAMPLE_MAILBOX}'`],
        ['suppressions', `email_index in ${indexes}`],
        ['message_events', `message in ${mails}`],
        ['links', `message in ${mails}`],
        ['consents', `prospect in ${people}`],
        ['csv_bases', `prospect in ${people}`],
        ['copy_scores', `campaign in ${campaigns}`],
        ['subject_lines', `campaign in ${campaigns}`],
        ['reflections', `campaign = '${SAMPLE_CAMPAIGN}'`],
        ['posts', `campaign in ${campaigns}`],
        ['batches', `campaign in ${campaigns}`],
        ['messages', `campaign in ${campaigns} or prospect in ${people}`],
        ['campaigns', `name = '${SAMPLE_CAMPAIGN}'`],
        ['prospects', `id in ${people}`],
      ] as const)
        await tx.query(`delete from outreach.${table} where ${which}`);
      return owners.map(({ id }) => id);
    },

    forget: (owners: readonly string[]): Promise<void> => db.transaction((tx) => vault.destroy(tx, owners)),
  };
}

const OWN_EVENTS = `(order_key like '${SAMPLE_PREFIX}%' or order_key in
  (select id::text from outreach.campaigns where name = $1))`;

function momentMs({ day, at }: Moment, mondayMs: number): number {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return mondayMs + day * DAY_MS + (hour * 60 + minute) * MINUTE_MS;
}
