import { z } from 'zod';
import { pack, severity } from './pack.ts';
import { scopeRecord, targetSpec } from './target.ts';
import { tokenPrice } from './token-price.ts';

export const MAX_CONCURRENCY = 256;

/** What a run may spend; it stops before it would spend more, but for the calls that are in flight. */
export const budget = z.strictObject({
  calls: z.int().min(1).max(100_000_000).optional().meta({ description: 'Requests to the target.' }),
  tokens: z.int().min(1).max(1_000_000_000_000).optional().meta({ description: 'Tokens of questions and answers.' }),
  inr: z.number().positive().max(1_000_000_000).optional().meta({ description: 'Rupees; needs a price.' }),
});
export type Budget = z.infer<typeof budget>;

/** Why a run stands still. All but the first are the run's own doing, and each can be resumed. */
export const pauseReason = z.enum([
  'asked',
  'budget_calls',
  'budget_tokens',
  'budget_inr',
  'target_down',
  'target_refuses',
]);
export type PauseReason = z.infer<typeof pauseReason>;

export const pause = z.strictObject({ reason: pauseReason, detail: z.string(), at: z.string() });
export type Pause = z.infer<typeof pause>;

const secrets = z
  .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string().max(10_000))
  .optional()
  .meta({
    description: 'Values of the variables that the target names; held in memory for this run, never stored.',
  });

/** What a client sends to have a target audited. */
export const auditRequest = z
  .strictObject({
    target: z
      .union([targetSpec, z.string().min(1).max(200)])
      .optional()
      .meta({ description: 'The target itself, or the name or id of a registered one.' }),
    like: z
      .uuid()
      .optional()
      .meta({ description: 'An audit whose stored plan is run again: its target, pack, repeats and patterns.' }),
    pack: z
      .union([z.string().min(1).max(100), pack])
      .default('india-micro')
      .meta({ description: 'The name of a pack that comes with the program, or a pack of your own.' }),
    scope: scopeRecord.optional(),
    replace_target: z
      .boolean()
      .optional()
      .meta({ description: 'Take the place of a target of the same name that has another address.' }),
    repeats: z
      .int()
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'Times each case is asked; the pack’s own by default.' }),
    concurrency: z.int().min(1).max(MAX_CONCURRENCY).default(4),
    patterns: z.array(z.string().max(100)).min(1).max(500).optional().meta({ description: 'Only these patterns.' }),
    only: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'Only the patterns of these families, or with these ids.' }),
    severities: z.array(severity).min(1).optional().meta({ description: 'Only patterns of these severities.' }),
    languages: z
      .array(z.string().min(2).max(35))
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Only cases in which somebody asks in one of these languages (BCP 47: hi, hi-Latn, ta).' }),
    engagement: z.uuid().optional().meta({ description: 'The engagement that this audit is part of.' }),
    booking: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'The booking that led to it: its event id under the source “outreach”.' }),
    fail_at: z.int().min(1).max(20).optional().meta({
      description:
        'A case fails when this many of its repeats do; its other repeats are left out as soon as that is decided.',
    }),
    cache: z.boolean().default(false).meta({
      description: 'Take answers of the last 14 days to the same request at the same repeat instead of asking again.',
    }),
    budget: budget.default({}),
    price: tokenPrice.optional(),
    new: z.boolean().default(false).meta({ description: 'Begin anew even if the same plan has an unfinished run.' }),
    secrets,
  })
  .refine((request) => (request.target === undefined) !== (request.like === undefined), {
    path: ['target'],
    message: 'give either a target or the audit that this one is like',
  })
  .meta({ id: 'AuditRequest' });
export type AuditRequest = z.infer<typeof auditRequest>;

/** What a client sends to let a paused run go on. */
export const resumeRequest = z.strictObject({ budget: budget.default({}), secrets }).meta({ id: 'ResumeRequest' });
export type ResumeRequest = z.infer<typeof resumeRequest>;

/** What a run is thought to take, before anything is asked. */
export const auditEstimate = z
  .strictObject({
    attempts: z.int(),
    /** Requests to the target; a conversation of three turns takes three. */
    calls: z.int(),
    tokens_in: z.int(),
    tokens_out: z.int(),
    /** Null without a price. */
    inr: z.number().nullable(),
    /** What the length of answers was taken from. */
    basis: z.string(),
  })
  .meta({ id: 'AuditEstimate' });
export type AuditEstimate = z.infer<typeof auditEstimate>;

const count = z.int().min(0);

export const auditState = z.enum(['queued', 'running', 'paused', 'completed', 'cancelled']);
export type AuditState = z.infer<typeof auditState>;

export const auditView = z
  .strictObject({
    id: z.string(),
    lineage_id: z.string(),
    sankalpa_id: z.string(),
    state: auditState,
    /** True in the answer to a request that took up an unfinished run. */
    resumed: z.boolean(),
    target: z.strictObject({ name: z.string(), url: z.string(), model: z.string() }),
    pack: z.strictObject({ id: z.string(), version: z.string(), hash: z.string(), title: z.string() }),
    repeats: z.int(),
    fail_at: z.int().nullable(),
    concurrency: z.int(),
    /** The audit whose failed cases this run asked again. */
    retest_of: z.string().nullable(),
    engagement_id: z.string().nullable(),
    budget,
    /** `calls` counts every request that left, failed ones too; `inr` is null without a price. */
    spent: z.strictObject({
      calls: count,
      tokens_in: count,
      tokens_out: count,
      /** Attempts whose tokens the target did not report, so that they were reckoned from the texts. */
      estimated: count,
      inr: z.number().nullable(),
    }),
    pause: pause.nullable(),
    /**
     * Attempts (one conversation of one case at one repeat), except `scored`, `unscored` and `failed`, which count trials
     * (one case at one repeat) that were judged, could not be, and were judged a failure; and `findings`.
     */
    totals: z.strictObject({
      planned: count,
      answered: count,
      errors: count,
      cancelled: count,
      /** Repeats that were not needed, because their case was decided. */
      skipped: count,
      /** Answers taken from an earlier run. */
      reused: count,
      scored: count,
      unscored: count,
      failed: count,
      findings: count,
    }),
    /** Attempts without an answer, by target error code. */
    errors: z.record(z.string(), count),
    /** What one of each of them was told, by the same code. */
    error_examples: z.record(z.string(), z.string()),
    created_at: z.string(),
    started_at: z.string().nullable(),
    finished_at: z.string().nullable(),
    /** When the hours begin in which its target may be asked, while the run stands still for them. */
    waits_until: z.string().optional(),
    /** Until when the target asked to be left alone (429), where the process that answers runs the audit. */
    slowed_until: z.string().optional(),
  })
  .meta({ id: 'Audit' });
export type AuditView = z.infer<typeof auditView>;
