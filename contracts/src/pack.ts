import { z } from 'zod';
import { message } from './text.ts';

export const severity = z.enum(['critical', 'high', 'medium', 'low']);
export type Severity = z.infer<typeof severity>;

export const oracleKind = z.enum([
  'text-match',
  'number-value',
  'checksum',
  'intl-format',
  'date-value',
  'grapheme-integrity',
  'unicode-roundtrip',
  'script-match',
  'metamorphic-pair',
  'refusal-parity',
  'cost-ratio',
  'api-probe',
  'http-probe',
  'judge',
]);
export type OracleKind = z.infer<typeof oracleKind>;

export const oracle = z.strictObject({ kind: oracleKind, params: z.record(z.string(), z.unknown()) });
export type Oracle = z.infer<typeof oracle>;

/** What the target is asked in one conversation: user turns in order, each answered before the next. */
export const conversationPlan = z.strictObject({
  lang: z.string(),
  turns: z.array(z.string().min(1)).min(1),
  /** A system prompt planted by the case (canaries); targets that have no system role get none. */
  system: z.string().optional(),
});
export type ConversationPlan = z.infer<typeof conversationPlan>;

/**
 * One case: one or more conversations that are judged together (several for a metamorphic pair).
 * `ideal` and `faults` are sample answers for the self-check: one string a conversation,
 * the answer to its last turn. A pack whose ideal fails or whose fault passes does not load.
 */
export const packCase = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  lang: z.string(),
  conversations: z.array(conversationPlan).min(1),
  /** Overrides of the pattern's oracle params for this case, such as the expected value. */
  params: z.record(z.string(), z.unknown()).optional(),
  expect: z.string(),
  ideal: z.array(z.array(z.string()).min(1)).min(1),
  faults: z.array(z.array(z.string()).min(1)).min(1),
});
export type PackCase = z.infer<typeof packCase>;

export const pattern = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  family: z.string(),
  title: z.string(),
  severity,
  /** The business harm in plain words. */
  harm: z.string(),
  /** Who is affected, in plain words. */
  affected: z.string(),
  /** What the product team should change. */
  fix: z.string(),
  references: z.array(z.string()),
  /** False: rests on knowledge not yet sourced; opens advisory findings only. */
  verified: z.boolean(),
  /** What a target must be for this to show: any that chats when left out; `api` and `http` want its interface or pages. */
  needs: z.enum(['api', 'http']).optional(),
  /** Dates of a volatile fact (tax slabs, helplines, law): ISO dates. */
  as_of: z.iso.date().optional(),
  recheck_by: z.iso.date().optional(),
  oracle,
  cases: z.array(packCase).min(1),
});
export type Pattern = z.infer<typeof pattern>;

export const pack = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  version: z.string(),
  title: z.string(),
  repeats: z.int().min(1).max(20),
  patterns: z.array(pattern).min(1),
});
export type Pack = z.infer<typeof pack>;

/** JSON Schema of a pack's file, for editors; `docs/pack.schema.json` holds it. */
export const packSchema = (): object => ({
  title: 'A pack of patterns for Sacred QA Studio',
  ...z.toJSONSchema(pack, { io: 'input' }),
});

/** What a detector is given: a case and, conversation by conversation, all that was said. */
export const exchange = z.strictObject({ conversations: z.array(z.array(message)) });
export type Exchange = z.infer<typeof exchange>;

/** `unscored`: the answers cannot tell (an error, an empty answer); never charged to the product. */
export const verdict = z.enum(['pass', 'fail', 'unscored']);
export type Verdict = z.infer<typeof verdict>;

export interface Score {
  verdict: Verdict;
  /** One sentence for a person: why. */
  reason: string;
  /** The verbatim piece of an answer that shows it; empty when nothing was said. */
  evidence: string;
}
