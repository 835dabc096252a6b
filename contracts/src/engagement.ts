import { z } from 'zod';

/** From the first price to the money; work may be paid before it is delivered, so any may follow any. */
export const engagementState = z.enum(['quoted', 'booked', 'delivered', 'paid']);
export type EngagementState = z.infer<typeof engagementState>;

const paise = z.int().min(0).max(1_000_000_000_000);

export const newEngagement = z
  .strictObject({
    client: z.string().trim().min(1).max(200),
    scope: z.string().trim().min(1).max(2000).meta({ description: 'What was sold, in words the client knows.' }),
    price_paise: paise,
    state: engagementState.default('quoted'),
    monthly_users: z
      .int()
      .min(1)
      .max(2_000_000_000)
      .optional()
      .meta({ description: 'The client’s own figure: people who ask the product in a month.' }),
    loss_per_case_paise: paise
      .optional()
      .meta({ description: 'The client’s own figure: what one wrong answer costs, in paise.' }),
    booking: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'The booking that led to it: its event id under the source “outreach”.' }),
  })
  .meta({ id: 'NewEngagement' });
export type NewEngagement = z.infer<typeof newEngagement>;

export const engagementPatch = z
  .strictObject({
    state: engagementState.optional(),
    scope: z.string().trim().min(1).max(2000).optional(),
    price_paise: paise.optional(),
    monthly_users: z.int().min(1).max(2_000_000_000).nullable().optional(),
    loss_per_case_paise: paise.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'holds nothing to change')
  .meta({ id: 'EngagementPatch' });
export type EngagementPatch = z.infer<typeof engagementPatch>;

export const engagementView = z
  .strictObject({
    id: z.string(),
    lineage_id: z.string(),
    client: z.string(),
    scope: z.string(),
    price_paise: z.int(),
    monthly_users: z.int().nullable(),
    loss_per_case_paise: z.int().nullable(),
    state: engagementState,
    /** The audits that are part of it, oldest first. */
    audits: z.array(z.string()),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Engagement' });
export type EngagementView = z.infer<typeof engagementView>;
