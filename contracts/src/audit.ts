import { z } from 'zod';
import { scopeRecord, targetSpec } from './target.ts';

export const MAX_CONCURRENCY = 32;

/** What a client sends to have a target audited. */
export const auditRequest = z
  .strictObject({
    target: z
      .union([targetSpec, z.string().min(1).max(200)])
      .meta({ description: 'The target itself, or the name or id of a registered one.' }),
    pack: z.string().min(1).max(100).default('india-micro'),
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
    engagement: z.uuid().optional().meta({ description: 'The engagement that this audit is part of.' }),
    booking: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'The booking that led to it: its event id under the source “outreach”.' }),
    new: z.boolean().default(false).meta({ description: 'Begin anew even if the same plan has an unfinished run.' }),
    secrets: z
      .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string().max(10_000))
      .optional()
      .meta({
        description: 'Values of the variables that the target names; held in memory for this run, never stored.',
      }),
  })
  .meta({ id: 'AuditRequest' });
export type AuditRequest = z.infer<typeof auditRequest>;

const count = z.int().min(0);

export const auditState = z.enum(['queued', 'running', 'completed', 'cancelled']);
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
    concurrency: z.int(),
    /** The audit whose failed cases this run asked again. */
    retest_of: z.string().nullable(),
    engagement_id: z.string().nullable(),
    /**
     * Attempts (one conversation of one case at one repeat), except `scored`, `unscored` and `failed`, which count trials
     * (one case at one repeat) that were judged, could not be, and were judged a failure; and `findings`.
     */
    totals: z.strictObject({
      planned: count,
      answered: count,
      errors: count,
      cancelled: count,
      scored: count,
      unscored: count,
      failed: count,
      findings: count,
    }),
    /** Attempts without an answer, by target error code. */
    errors: z.record(z.string(), count),
    created_at: z.string(),
    started_at: z.string().nullable(),
    finished_at: z.string().nullable(),
    /** When the hours begin in which its target may be asked, while the run stands still for them. */
    waits_until: z.string().optional(),
  })
  .meta({ id: 'Audit' });
export type AuditView = z.infer<typeof auditView>;
