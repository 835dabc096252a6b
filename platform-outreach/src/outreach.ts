/** Outreach's rooms, wired: each gets what it needs and nothing else. The front door calls this once. */
import { join } from 'node:path';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import { createBookingsService } from './bookings/bookings.service.ts';
import { createCalApi } from './bookings/cal-api.ts';
import { createCampaignsService } from './campaigns/campaigns.service.ts';
import { readHolidays } from './campaigns/holidays.ts';
import type { FetchLink } from './campaigns/links/fetch-link.ts';
import { createLinksService } from './campaigns/links/links.service.ts';
import { createConsentsService } from './consents/consents.service.ts';
import type { TimeServer } from './doctor/clock-skew.ts';
import { createDoctorService } from './doctor/doctor.service.ts';
import type { TxtResolver } from './doctor/txt-records.ts';
import { createArrivalsService } from './inbox/arrivals.service.ts';
import { createInboxService } from './inbox/inbox.service.ts';
import { createMetricsService } from './metrics/metrics.service.ts';
import { createWeekFiles } from './metrics/week-files.ts';
import { createOutboxDesk, createOutboxReader } from './outbox.repo.ts';
import { createOutbox, type Onlookers } from './outbox.ts';
import { createLinkedIn } from './posts/linkedin.ts';
import { daysUntil, tokenEndsMs } from './posts/linkedin-standing.ts';
import { createPostsService } from './posts/posts.service.ts';
import { createTokenAge } from './posts/token-age.ts';
import { createErasureService } from './prospects/erasure.service.ts';
import { createImportService } from './prospects/import.service.ts';
import { createProspectsService } from './prospects/prospects.service.ts';
import { createSheetService } from './prospects/sheet.service.ts';
import { createSheetFile } from './prospects/sheet-file.ts';
import { readDkim } from './sending/dkim.ts';
import { createSendingService } from './sending/sending.service.ts';
import { isLoopback, openSmtp } from './sending/smtp.ts';
import { createUnderWay } from './sending/under-way.ts';
import { createLeave } from './suppressions/leave.ts';
import { createSuppressionsService } from './suppressions/suppressions.service.ts';
import { createTokens } from './tracking-links/tokens.ts';
import { createUnsubscribeService } from './tracking-links/unsubscribe.service.ts';
import { createVisitsService } from './tracking-links/visits.service.ts';
import type { Vault } from './vault/vault.ts';
import { waitingCheck } from './waiting-check.ts';

export interface OutreachDeps {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  config: OutreachConfig;
  fetch: typeof fetch;
  resolver: TxtResolver;
  fetchLink: FetchLink;
  timeServer: TimeServer;
  sleep: (delayMs: number, signal?: AbortSignal) => Promise<void>;
  /** Names this process in rows. */
  owner: string;
  /** Of this campaign alone mails are taken, by a server that delivers nothing: for the sample practice. */
  standIn?: { campaign: string };
  onlookers?: Onlookers;
  log: (line: Record<string, unknown>) => void;
}

/** What outreach does by itself while the studio serves. Ends when the signal says so, after the act it is in. */
export type Loop = (signal: AbortSignal) => Promise<void>;

const MERGE_SHEET_EVERY_MS = 10 * 60_000;
const LOOK_FOR_DUE_EVERY_MS = 2_000;
/** At the least: what fails at once fails again at once, as while a server starts. */
const AFTER_FAILURE_MS = 30_000;
/** Servers that file what SMTP took do so within a minute; a mail in doubt has time. */
const LOOK_IN_SENT_EVERY_MS = 120_000;
const DAY_MS = 86_400_000;
const TOKEN_ALARM_DAYS = 7;
const LOOK_ON_PAGE_EVERY_MS = 5 * 60_000;
const SYNC_BOOKINGS_EVERY_MS = 5 * 60_000;

/** The campaigns that come with the program; the studio's own lie in OUTREACH_DIR and are found first. */
const SHIPPED_CAMPAIGNS = join(import.meta.dirname, '../campaigns');

export type Outreach = ReturnType<typeof createOutreach>;

export function createOutreach(deps: OutreachDeps) {
  const outbox = createOutbox(deps);
  const outboxReader = createOutboxReader(deps);
  const outboxDesk = createOutboxDesk(deps);
  const untilNothingIsUnderWay = createUnderWay(deps);
  const suppressions = createSuppressionsService({ ...deps, untilNothingIsUnderWay });
  const tokens = createTokens({ keyOf: deps.vault.tokenKey });
  const dkim = () => readDkim(deps.config.dkim);
  const campaigns = createCampaignsService({
    ...deps,
    ...{ tokens, outbox, holidays: readHolidays(), untilNothingIsUnderWay },
    folders: [join(deps.config.dir, 'campaigns'), SHIPPED_CAMPAIGNS],
    readDkim: dkim,
    links: createLinksService(deps),
  });
  const leave = createLeave({ ...deps, outbox, suppressions });
  const unsubscribe = createUnsubscribeService({ ...deps, tokens, outbox, leave, untilNothingIsUnderWay });
  const visits = createVisitsService({ ...deps, tokens, outbox });
  const arrivals = createArrivalsService({ ...deps, outbox, suppressions, leave });
  const { apiKey, webhookSecret } = deps.config.cal;
  const calApi = apiKey === null ? null : createCalApi({ ...deps, key: apiKey });
  const bookings = createBookingsService({ ...deps, tokens, outbox, webhookSecret, api: calApi });
  const inbox = createInboxService({ ...deps, arrivals });
  const consents = createConsentsService({ ...deps, untilNothingIsUnderWay });
  const prospects = createProspectsService({ ...deps, suppressions });
  const file = createSheetFile(join(deps.config.dir, 'prospects.csv'));
  const sheet = createSheetService({ ...deps, prospects, file });
  const imports = createImportService({ ...deps, prospects });
  const erasure = createErasureService({ ...deps, outbox, suppressions, sheet, untilNothingIsUnderWay });

  const metrics = createMetricsService({ ...deps, outbox, files: createWeekFiles(deps.config.dir) });

  const isInSent = async (messageId: string, signal?: AbortSignal) =>
    (await inbox.findInSent(messageId, signal)).kind === 'found';
  const { smtp, imap } = deps.config;
  const sending = createSendingService({
    ...deps,
    ...{ outbox, suppressions, findInSent: imap === null ? null : isInSent },
    connect: smtp === null ? null : () => openSmtp(smtp),
    onlyCampaign: deps.standIn?.campaign ?? null,
    staysHere: deps.standIn !== undefined || (smtp !== null && isLoopback(smtp.host)),
  });

  const { linkedin: account } = deps.config;
  const linkedin = account === null ? null : createLinkedIn({ fetch: deps.fetch, config: account });
  const posts = createPostsService({ ...deps, outbox, linkedin });

  const tokenAge = account === null ? null : createTokenAge({ ...deps, config: account });
  const tokenFirstSeenMs = async () => (await tokenAge?.firstSeenMs()) ?? deps.clock.now();
  const doctor = createDoctorService({ ...deps, readDkim: dkim, lookIntoMailbox: inbox.look, tokenFirstSeenMs });

  const loops: Record<string, Loop> = {};
  /** One that fails is told in the log, and is not tried sooner than one that does not. */
  const every = (delayMs: number, loop: string, act: (signal: AbortSignal) => Promise<unknown>): void => {
    loops[loop] = async (signal) => {
      while (!signal.aborted) {
        const failed = await act(signal).then(
          () => false,
          (error: unknown) => {
            if (!signal.aborted) deps.log({ level: 'error', event: 'loop_failed', loop, error: String(error) });
            return true;
          },
        );
        await deps.sleep(failed ? Math.max(delayMs, AFTER_FAILURE_MS) : delayMs, signal);
      }
    };
  };
  every(MERGE_SHEET_EVERY_MS, 'sheet', sheet.mergeIfThere);
  every(LOOK_FOR_DUE_EVERY_MS, 'sending', async (signal) => {
    await sending.recover();
    await sending.sendDue(signal);
  });
  every(LOOK_FOR_DUE_EVERY_MS, 'posts', posts.runDue);
  if (account !== null) {
    every(DAY_MS, 'linkedin_token', async () => {
      const days = daysUntil(tokenEndsMs(await tokenFirstSeenMs()), deps.clock.now());
      if (days < TOKEN_ALARM_DAYS) deps.log({ level: 'warn', event: 'linkedin_token_ends', days: Math.max(0, days) });
    });
  }
  if (linkedin !== null) every(LOOK_ON_PAGE_EVERY_MS, 'posts_in_doubt', posts.lookOnPage);
  if (calApi !== null) every(SYNC_BOOKINGS_EVERY_MS, 'bookings', (signal) => bookings.sync({ all: false }, signal));
  if (imap !== null) {
    loops.inbox = inbox.follow;
    every(LOOK_IN_SENT_EVERY_MS, 'in_doubt', sending.lookInSent);
  }

  /** What herald does by the Indian clock; each run has its place in the lineage and in the history of jobs. */
  const jobs: Record<string, { cron: string; text: string; act: () => Promise<unknown> }> = {
    metrics: { cron: '0 10 * * 6', text: 'Write the metrics of the week', act: metrics.writeDue },
    reflection: {
      cron: '0 18 * * 0',
      text: 'Reflect on the week and choose what to try next',
      act: metrics.reflectDue,
    },
  };

  return {
    ...{ outbox, outboxReader, outboxDesk },
    ...{ suppressions, consents, prospects, sheet, imports, erasure },
    bookings,
    ...{ campaigns, sending, posts, doctor, arrivals, inbox, unsubscribe, visits, metrics },
    ...{ loops, jobs },
    waiting: () => waitingCheck(deps.db, { nowIso: isoOf(deps.clock.now()), hasMailServer: smtp !== null }),
  };
}
