import { z } from 'zod';
import { lineageId } from './lineage.ts';

export const sankalpaStatus = z.enum(['active', 'in_progress', 'completed', 'abandoned']);
export type SankalpaStatus = z.infer<typeof sankalpaStatus>;

const eventName = z.strictObject({
  source: z.string().min(1).max(100),
  source_event_id: z.string().min(1).max(300),
});

/** What a client sends to declare a sankalpa. */
export const declaration = z
  .strictObject({
    text: z.string().max(100_000).meta({ description: 'The intention, 3 to 5,000 graphemes.' }),
    context: z
      .string()
      .max(40_000)
      .optional()
      .meta({ description: 'What one should know with it, up to 2,000 graphemes.' }),
    kind: z
      .string()
      .regex(/^[a-z][a-z0-9_.-]{0,63}$/)
      .default('intention')
      .meta({ description: 'What sort of act this begins: intention, audit, health_check, outreach.email_sent …' }),
    source: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Where the event comes from; goes with source_event_id.' }),
    source_event_id: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .meta({ description: 'The event’s own id there. The same event sent again gets the first answer.' }),
    parent: eventName
      .optional()
      .meta({ description: 'The event that caused this one; if not known yet: 202, and it waits.' }),
    parent_lineage_id: lineageId.optional().meta({ description: 'The node that caused this one.' }),
  })
  .meta({ id: 'Declaration' });
export type Declaration = z.infer<typeof declaration>;

export const sankalpaView = z
  .strictObject({
    id: z.string(),
    lineage_id: z.string(),
    text: z.string(),
    context: z.string().nullable(),
    kind: z.string(),
    status: sankalpaStatus,
    language: z.string(),
    script: z.string(),
    source: z.string().nullable(),
    source_event_id: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Sankalpa' });
export type SankalpaView = z.infer<typeof sankalpaView>;

export const sankalpaPatch = z
  .strictObject({
    status: sankalpaStatus.optional(),
    text: z.string().max(100_000).optional(),
    context: z.string().max(40_000).nullable().optional(),
  })
  .meta({ id: 'SankalpaPatch' });
export type SankalpaPatch = z.infer<typeof sankalpaPatch>;
