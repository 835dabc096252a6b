import { z } from 'zod';
import { severity } from './pack.ts';

export const findingStatus = z.enum(['open', 'accepted', 'fixed', 'wont_fix', 'false_alarm']);
export type FindingStatus = z.infer<typeof findingStatus>;

/** Decisions that say "leave it": each needs a reason, and is remembered when the same finding turns up again. */
export const SETTLED: ReadonlySet<FindingStatus> = new Set(['wont_fix', 'false_alarm']);

export const findingChange = z
  .strictObject({
    status: findingStatus,
    reason: z.string().trim().max(2000).default('').meta({ description: 'Why; wont_fix and false_alarm need it.' }),
    by: z.string().trim().min(1).max(200).optional().meta({ description: 'Who decided; the key’s id by default.' }),
  })
  .meta({ id: 'FindingChange' });
export type FindingChange = z.infer<typeof findingChange>;

/** One entry of a finding’s history. */
export const findingEvent = z.strictObject({
  at: z.string(),
  status: findingStatus,
  reason: z.string(),
  by: z.string(),
  lineage_id: z.string(),
  /** The run that looked again, when it was one. */
  retest_audit_id: z.string().nullable(),
});
export type FindingEvent = z.infer<typeof findingEvent>;

/** A finding in a list. */
export const findingRow = z
  .strictObject({
    id: z.string(),
    lineage_id: z.string(),
    audit_id: z.string(),
    target: z.string(),
    pattern_id: z.string(),
    title: z.string(),
    severity,
    advisory: z.boolean(),
    status: findingStatus,
    status_reason: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'FindingRow' });
export type FindingRow = z.infer<typeof findingRow>;

export const retestRequest = z
  .strictObject({
    secrets: z
      .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string().max(10_000))
      .optional()
      .meta({ description: 'Values of the variables that the target names; held in memory for this run.' }),
  })
  .meta({ id: 'RetestRequest' });
