/**
 * The sample practice: a week of outreach to people who do not exist, the booking that came of it, and an audit of the
 * bundled bot for the one who booked, all in one tree. What is loaded with one call is gone with another.
 */
import { auditRequest } from '@sacred-qa/contracts/audit';
import { StudioError } from '@sacred-qa/contracts/errors';
import type { SampleService } from '@sacred-qa/platform-outreach/sample';
import { SAMPLE_BOOKING } from '@sacred-qa/platform-outreach/sample';
import { startSampleBot } from '@sacred-qa/sample-bot';
import type { Studio } from '@sacred-qa/studio/studio';

const FAULTS = ['us-helpline', 'western-grouping', 'english-only', 'month-first-dates', 'repeats-aadhaar'] as const;
const TARGET = 'Dastak Pay help desk (sample)';
const PATTERNS = 8;
const LOOK_EVERY_MS = 100;
const AUDIT_MS_MAX = 120_000;

export type SamplePractice = ReturnType<typeof createSamplePractice>;

export function createSamplePractice(deps: {
  studio: Studio;
  outreach: SampleService;
  sleep: (delayMs: number) => Promise<void>;
}) {
  const { studio, outreach } = deps;
  const { db, newId } = studio;
  let isBusy = false;

  async function tellStudio(): Promise<void> {
    for (const { id, event } of await outreach.events()) {
      const caller = { endpoint: null, requestId: newId(), keyId: null, client: 'sample' };
      const told = await studio.intake.declare(event, caller);
      if (told.kind === 'created' || told.kind === 'replayed') await outreach.told(id, told.body.lineage_id);
      else throw new StudioError('conflict', `The sample was not taken in: ${told.kind}.`);
    }
  }

  /** A real run against the bundled bot, which is stopped when it has answered. */
  async function audit(): Promise<string> {
    const bot = await startSampleBot({ port: 0, faults: [...FAULTS] });
    try {
      const { id: engagement } = await studio.engagements.add({
        client: 'Dastak Pay (sample)',
        scope: 'A micro-audit of the help desk in eight patterns',
        price_paise: 1_500_000,
        state: 'booked',
        booking: SAMPLE_BOOKING,
      });
      const { pack } = await studio.packs.read('india-micro');
      const request = auditRequest.parse({
        target: { kind: 'openai', name: TARGET, url: bot.url, model: 'sample-bot' },
        replace_target: true,
        patterns: pack.patterns.slice(0, PATTERNS).map(({ id }) => id),
        repeats: 1,
        engagement,
        new: true,
      });
      const { id } = await studio.audits.request(request, { sitsHere: false });
      for (let waitedMs = 0; waitedMs < AUDIT_MS_MAX; waitedMs += LOOK_EVERY_MS) {
        if ((await studio.audits.get(id)).state === 'completed') return id;
        await deps.sleep(LOOK_EVERY_MS);
      }
      throw new StudioError('conflict', 'The audit of the sample did not end. Remove the sample and load it again.');
    } finally {
      await bot.close();
    }
  }

  async function removeAll(): Promise<void> {
    const owners = await db.transaction(async (tx) => {
      const names = await outreach.eventNames(tx);
      const trees = await tx.query<{ id: string }>(
        `select distinct root_id as id from event_dedup where source = 'outreach' and source_event_id = any($1)`,
        [names],
      );
      await studio.retention.takeBack(
        tx,
        trees.map(({ id }) => id),
      );
      return outreach.remove(tx);
    });
    await outreach.forget(owners);
  }

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (isBusy) throw new StudioError('conflict', 'The sample is being loaded or removed right now. Wait a little.');
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  }

  return {
    isLoaded: outreach.isThere,

    /** Throws `conflict` when it is there. What breaks midway is taken away again. */
    load: () =>
      alone(async () => {
        db.assertWritable();
        if (await outreach.isThere())
          throw new StudioError('conflict', 'The sample practice is loaded already. Remove it: studio sample remove.');
        try {
          await outreach.load();
          await tellStudio();
          return { loaded: true, audit: await audit() };
        } catch (error) {
          await removeAll().catch(() => {});
          throw error;
        }
      }),

    /** Nothing of it stays. Throws `legal_hold`, and `conflict` while one of its audits is unfinished. */
    remove: () =>
      alone(async () => {
        db.assertWritable();
        await removeAll();
        return { loaded: false };
      }),
  };
}
