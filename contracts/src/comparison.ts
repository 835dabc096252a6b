import { z } from 'zod';
import { severity } from './pack.ts';

/** `cannot_tell`: the trials are too few, or were judged by other rules. */
export const changeVerdict = z.enum(['better', 'worse', 'same', 'cannot_tell']);
export type ChangeVerdict = z.infer<typeof changeVerdict>;

const share = z.number();
const side = z.strictObject({ failed: z.int(), scored: z.int(), low: share, high: share });

/** One thing counted in both runs. Shares are fractions; `low` and `high` bound 95 % intervals. */
const change = z.strictObject({
  a: side,
  b: side,
  /** The rate of B less that of A: above 0 is worse. */
  difference: z.strictObject({ rate: z.number(), low: z.number(), high: z.number() }),
  /** `paired`: the same questions in both runs, case by case; `fisher`: other questions, all trials together. */
  test: z.enum(['mcnemar', 'paired', 'fisher', 'none']),
  p: z.number().nullable(),
  /** After Holm’s correction over all patterns; of the whole, as it is. */
  p_adjusted: z.number().nullable(),
  verdict: changeVerdict,
  /** Trials a run that would have told; null when it is told, or no number would. */
  trials_needed: z.int().nullable(),
});
export type Change = z.infer<typeof change>;

const comparedRun = z.strictObject({
  audit_id: z.string(),
  lineage_id: z.string(),
  target: z.string(),
  pack: z.string(),
  pack_hash: z.string(),
  finished_at: z.string().nullable(),
});

export const comparison = z
  .strictObject({
    a: comparedRun,
    b: comparedRun,
    /** Chance of calling anything changed in a product that did not change. */
    level: z.number(),
    /** A difference of rates that is too small to matter. */
    margin: z.number(),
    verdict: changeVerdict,
    /** True when the whole, or a pattern that is no hint, is worse. */
    regression: z.boolean(),
    /** Of all patterns that are no hints. */
    overall: change,
    patterns: z.array(
      change.extend({
        pattern_id: z.string(),
        title: z.string(),
        severity,
        /** A hint: by its pattern, or because all failures of B are hints. It is left out of the whole. */
        advisory: z.boolean(),
        /** Failures that a judge gave whom nobody has measured in that language. */
        hints: z.strictObject({ a: z.int(), b: z.int() }),
        cases_in_both: z.int(),
        cases_in_one: z.int(),
        /** The two runs were judged by other rules or settings: re-score the older one. */
        judged_otherwise: z.boolean(),
      }),
    ),
    only_in_a: z.array(z.string()),
    only_in_b: z.array(z.string()),
  })
  .meta({ id: 'Comparison' });
export type Comparison = z.infer<typeof comparison>;
