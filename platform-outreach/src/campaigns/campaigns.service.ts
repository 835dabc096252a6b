/**
 * The life of a campaign: checked, planned for a week, approved for exactly the bytes that were planned, started,
 * paused, ended. Sending takes up what is `running` here.
 */
import type { CampaignState, PlannedCampaign } from '@sacred-qa/contracts/campaign';
import { StudioError } from '@sacred-qa/contracts/errors';
import { type Clock, isoOf } from '@sacred-qa/foundation/clock';
import type { OutreachConfig } from '@sacred-qa/foundation/config';
import type { Database, Sql } from '@sacred-qa/foundation/database';
import type { NewId } from '@sacred-qa/foundation/ids';
import type { createOutbox, Onlookers } from '../outbox.ts';
import { mailboxOf } from '../sending/addresses.ts';
import type { Dkim } from '../sending/compose.ts';
import type { UntilNothingIsUnderWay } from '../sending/under-way.ts';
import type { Tokens } from '../tracking-links/tokens.ts';
import type { Vault } from '../vault/vault.ts';
import { agendaOf, bookingsOf } from './agenda.repo.ts';
import { lockApproval, objectionTo } from './approval.ts';
import { type CampaignFiles, listCampaigns, readCampaign } from './campaign-files.ts';
import {
  bytesOf,
  type CampaignRow,
  keepScore,
  mailsOf,
  recipientsOf,
  rowOf,
  scoresOf,
  statusOf,
} from './campaigns.repo.ts';
import { type Draft, draftCampaign } from './draft.ts';
import type { Holidays } from './holidays.ts';
import type { LinksService } from './links/links.service.ts';
import { flawsOfLinks, linksOfDraft, remarksOfLinks } from './links/links-of-draft.ts';
import { viewOf, withLinks } from './plan-view.ts';
import { previewOf } from './preview.ts';
import { type Selection, selectRecipients } from './recipients.ts';
import { type House, reserve } from './reserve.ts';

export interface CampaignsDeps {
  db: Database;
  clock: Clock;
  newId: NewId;
  vault: Vault;
  tokens: Tokens;
  outbox: Pick<ReturnType<typeof createOutbox>, 'enqueue'>;
  /** Told of every state, of which the Studio hears only that it started. */
  onlookers?: Onlookers;
  config: OutreachConfig;
  /** Looked through in order. */
  folders: readonly string[];
  holidays: Holidays;
  /** The key that signs; read anew for each plan. Throws `bad_request` for one that would not sign. */
  readDkim: () => Promise<Dkim | null>;
  links: LinksService;
  untilNothingIsUnderWay: UntilNothingIsUnderWay;
}

interface Approval {
  /** Approved also when a link was never seen to answer. */
  linksUnseen?: boolean | undefined;
  /** `updated_at` of the plan that was looked at. */
  seenAt?: string | undefined;
}

export type CampaignsService = ReturnType<typeof createCampaignsService>;

/** From a state to those that a person may lead it to. */
const MAY_BECOME: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: ['planned', 'cancelled'],
  planned: ['planned', 'approved', 'cancelled'],
  approved: ['planned', 'running', 'cancelled'],
  running: ['paused', 'cancelled'],
  paused: ['running', 'cancelled'],
  cancelled: [],
  done: [],
};

/** What leads on from where nothing else does. */
const HINTS: Partial<Record<CampaignState, (row: CampaignRow) => string>> = {
  planned: ({ name, week_of }) => `Approve it first: studio campaign approve ${name} --week-of ${week_of} --by YOU.`,
  cancelled: () => 'It has ended for that week; plan it for another one.',
  done: () => 'It has ended for that week; plan it for another one.',
};

export function createCampaignsService(deps: CampaignsDeps) {
  const { db, clock, newId, vault, tokens, outbox, config, folders } = deps;

  /** Null, with what is missing, on a laptop whose mail is not set up: then a plan is shown, and nothing is stored. */
  async function houseOf(): Promise<{ house: House | null; missing: string[] }> {
    const sender = config.mail.from === null ? null : mailboxOf(config.mail.from);
    const missing: string[] = [];
    if (config.mail.from !== null && sender === null)
      throw new StudioError('bad_request', 'MAIL_FROM is no single address.');
    if (sender === null) missing.push('MAIL_FROM');
    if (config.mail.postalAddress === null) missing.push('MAIL_POSTAL_ADDRESS');
    if (sender === null || config.mail.postalAddress === null) return { house: null, missing };
    const publicUrl = config.publicUrl?.replace(/\/+$/, '') ?? null;
    return {
      house: { sender, postalAddress: config.mail.postalAddress, publicUrl, dkim: await deps.readDkim() },
      missing,
    };
  }

  async function select(tx: Sql, files: CampaignFiles, campaign: string): Promise<Map<string, Selection>> {
    const selections = new Map<string, Selection>();
    const taken = new Set<string>();
    for (const { name, segment, size } of files.spec.batches) {
      const selection = await selectRecipients(tx, vault, { campaign, segment, size, taken });
      for (const { id } of selection.chosen) taken.add(id);
      selections.set(name, selection);
    }
    return selections;
  }

  async function draftOf(
    tx: Sql,
    files: CampaignFiles,
    weekOf: string,
    campaign: string,
    house: House | null,
  ): Promise<Draft> {
    return draftCampaign(files, weekOf, await select(tx, files, campaign), {
      holidays: deps.holidays,
      newId,
      nowIso: isoOf(clock.now()),
      bookingToken: (message) => tokens.sign('booking', { message, position: 0 }),
      house: {
        postalAddress: config.mail.postalAddress !== null,
        unsubscribe: house !== null || config.mail.from !== null,
      },
    });
  }

  /** What came of the links, as flaws of the copy, as remarks, and as a list to show. */
  async function checkLinks(draft: Draft, files: CampaignFiles, offline: boolean) {
    const placed = linksOfDraft(draft, files);
    const remark = 'Links were not fetched, as asked for by --offline.';
    if (offline) return { flaws: [], remarks: placed.length === 0 ? [] : [remark], shown: [] };
    const wanted = files.spec.links.analytics_tag ?? null;
    const checked = await deps.links.check(
      placed.map(({ link }) => link),
      wanted,
    );
    return {
      flaws: flawsOfLinks(checked, placed, wanted),
      remarks: remarksOfLinks(checked, placed),
      shown: checked.map((one) => ({ ...one, where: placed.find(({ link }) => link === one.link)?.where ?? '' })),
    };
  }

  async function lead(tx: Sql, row: CampaignRow, state: CampaignState): Promise<void> {
    if (!MAY_BECOME[row.state].includes(state)) {
      const hint = HINTS[row.state]?.(row) ?? `From there it cannot become ${state}.`;
      throw new StudioError('conflict', `Campaign ${row.name} is ${row.state}. ${hint}`);
    }
    await tx.query('update outreach.campaigns set state = $2, updated_at = $3 where id = $1', [
      row.id,
      state,
      isoOf(clock.now()),
    ]);
    await show(tx, state);
  }

  const show = async (tx: Sql, state: CampaignState): Promise<void> =>
    deps.onlookers?.publish(tx, [{ kind: 'outreach', what: `campaign.${state}` }]);

  return {
    list: () => listCampaigns(folders),

    /** Reads the copy for the people that it would go to in that week. Stores nothing but what came of its links. */
    async check(name: string, weekOf: string, offline = false) {
      const files = await readCampaign(folders, name);
      const { house, missing } = await houseOf();
      const draft = await draftOf(db, files, weekOf, NOBODY, house);
      const links = await checkLinks(draft, files, offline);
      return { ...viewOf(files, weekOf, withLinks(draft, links)), links: links.shown, missing };
    },

    /** Binds the week, chooses people, fixes every byte. May be done again until the campaign is started. */
    async plan(name: string, weekOf: string, offline = false) {
      db.assertWritable();
      const files = await readCampaign(folders, name);
      const { house, missing } = await houseOf();
      const found = (tx: Sql) => rowOf(tx, name, weekOf).catch(nullWhenNotFound);
      const before = await db.transaction(found);
      // Before the transaction: strangers' servers take their time.
      const links = await checkLinks(await draftOf(db, files, weekOf, NOBODY, house), files, offline);
      return db.transaction(async (tx) => {
        const earlier = await found(tx);
        if (earlier?.state === 'approved' && earlier.approved_at !== before?.approved_at)
          throw new StudioError(
            'conflict',
            `Campaign ${name} was approved while it was being planned again. What was approved stands; to replace it, plan it again.`,
          );
        const id = earlier?.id ?? newId();
        const draft = withLinks(await draftOf(tx, files, weekOf, id, house), links);
        const view = { ...viewOf(files, weekOf, draft), links: links.shown };
        if (draft.errors.length > 0 || house === null) return { ...view, missing, state: earlier?.state ?? 'draft' };
        if (earlier === null) await show(tx, 'planned');
        else await lead(tx, earlier, 'planned');
        await tx.query(
          `insert into outreach.campaigns (id, name, week_of, zone, state, spec, content_hash, created_at, updated_at)
           values ($1, $2, $3, $4, 'planned', $5, $6, $7, $7)
           on conflict (id) do update set state = 'planned', zone = $4, spec = $5, content_hash = $6, approved_by = null,
             approved_at = null, updated_at = $7`,
          [id, name, weekOf, files.spec.zone, JSON.stringify(files.spec), files.contentHash, isoOf(clock.now())],
        );
        await reserve(tx, id, draft, house, { vault, tokens, newId, nowMs: clock.now.bind(clock) });
        const at = isoOf(clock.now());
        await keepScore(tx, { id: newId(), campaign: id, contentHash: files.contentHash, trust: view.trust, at });
        return { ...view, missing, state: 'planned' as const };
      });
    },

    /** For what was planned, and only while the files still are what was planned. Throws `conflict` otherwise. */
    async approve(name: string, weekOf: string | null, by: string, { linksUnseen = false, seenAt }: Approval = {}) {
      db.assertWritable();
      const files = await readCampaign(folders, name);
      const { house } = await houseOf();
      return db.transaction(async (tx) => {
        await lockApproval(tx);
        const row = await rowOf(tx, name, weekOf);
        await lead(tx, row, 'approved');
        if (seenAt !== undefined && seenAt !== row.updated_at)
          throw new StudioError('conflict', `${name} was planned anew since you looked at it. Look at it again.`);
        if (row.content_hash !== files.contentHash) {
          throw new StudioError(
            'conflict',
            `The files of ${name} were changed since it was planned. Plan it again, and look at it.`,
          );
        }
        const draft = await draftOf(tx, files, row.week_of, row.id, house);
        const objection = await objectionTo(tx, { campaign: row.id, draft, files, links: deps.links, linksUnseen });
        if (objection !== null) throw new StudioError('conflict', `Cannot be approved. ${objection}`);
        await tx.query('update outreach.campaigns set approved_by = $2, approved_at = $3 where id = $1', [
          ...[row.id, by, isoOf(clock.now())],
        ]);
        return rowOf(tx, name, row.week_of);
      });
    },

    async start(name: string, weekOf: string | null) {
      return change(name, weekOf, 'running', (tx, row) =>
        outbox.enqueue(tx, { kind: 'campaign.started', campaign: row.id, name: row.name }),
      );
    },
    pause: (name: string, weekOf: string | null) => change(name, weekOf, 'paused'),
    resume: (name: string, weekOf: string | null) => change(name, weekOf, 'running'),

    /** What has not left by now never will. What was sent stays as it is. */
    cancel: (name: string, weekOf: string | null) =>
      change(name, weekOf, 'cancelled', async (tx, row) => {
        await tx.query(
          `update outreach.messages set state = 'expired', settled_by = 'campaign_cancelled'
           where campaign = $1 and state = 'reserved'`,
          [row.id],
        );
        await tx.query(
          `update outreach.batches set state = 'cancelled' where campaign = $1 and state in ('planned', 'running')`,
          [row.id],
        );
        await tx.query(
          `update outreach.posts set state = 'cancelled' where campaign = $1 and state in ('planned', 'due')`,
          [row.id],
        );
      }),

    status: (name: string, weekOf: string | null) =>
      db.transaction(async (tx) => statusOf(tx, await rowOf(tx, name, weekOf))),

    /** Planned weeks, newest first. */
    planned: () =>
      db.query<PlannedCampaign>(
        'select id, name, week_of::text as week_of, state from outreach.campaigns order by week_of desc, name limit 200',
      ),

    /** The mails of a planned campaign with their exact bytes, by time. `after` is a position in that order. */
    async mails(name: string, weekOf: string | null, after: number, limit: number) {
      return db.transaction(async (tx) => {
        const row = await rowOf(tx, name, weekOf);
        return mailsOf(tx, vault, row.id, after, limit);
      });
    },

    recipients: (name: string, weekOf: string | null) =>
      db.transaction(async (tx) => recipientsOf(tx, (await rowOf(tx, name, weekOf)).id)),

    /** One mail as its reader will have it. Throws `not_found`. */
    async preview(id: string) {
      const { prospect_id, bytes, mail } = await db.transaction((tx) => bytesOf(tx, vault, id));
      return { id, prospect_id, mail, ...(await previewOf(bytes)) };
    },

    /** What is due over all campaigns; both days count whole, on the Indian clock. */
    async agenda(from: string, to: string) {
      const [items, bookings] = await Promise.all([agendaOf(db, from, to), bookingsOf(db, from, to)]);
      return { items, bookings };
    },

    scores: (name: string, weekOf: string | null) =>
      db.transaction(async (tx) => scoresOf(tx, (await rowOf(tx, name, weekOf)).id)),
  };

  async function change(
    name: string,
    weekOf: string | null,
    state: CampaignState,
    also: (tx: Sql, row: CampaignRow) => Promise<void> = async () => {},
  ): Promise<CampaignRow> {
    db.assertWritable();
    const changed = await db.transaction(async (tx) => {
      const row = await rowOf(tx, name, weekOf);
      await lead(tx, row, state);
      await also(tx, row);
      return { ...row, state };
    });
    if (state !== 'running') await deps.untilNothingIsUnderWay({ campaign: changed.id });
    return changed;
  }
}

/** Stands for a campaign that was never stored, when its copy is only checked. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

function nullWhenNotFound(error: unknown): null {
  if (error instanceof StudioError && error.code === 'not_found') return null;
  throw error;
}
