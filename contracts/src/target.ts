import { z } from 'zod';
import { carriesQuestion, envName, httpTarget, timeoutMs } from './http-target.ts';
import { tokenPrice } from './token-price.ts';

const selector = z.string().min(1).max(1_000);

/**
 * An AI product under audit. Secrets are never stored: `key_env` and `headers_env` name environment variables
 * of the machine that runs the audit.
 */
export const targetSpec = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('openai'),
    name: z.string().min(1).max(200),
    /** Base address that ends before /chat/completions, such as http://127.0.0.1:7301/v1 */
    url: z.url({ protocol: /^https?$/ }),
    model: z.string().min(1).max(200),
    key_env: envName.optional(),
    /** Ask for the answer piece by piece, as a chat window does; the time to its first piece is then measured, too. */
    stream: z.boolean().optional(),
    timeout_ms: timeoutMs,
    price_inr_per_million: tokenPrice.optional(),
  }),
  httpTarget,
  z.strictObject({
    kind: z.literal('browser'),
    name: z.string().min(1).max(200),
    /** The page on which the chat stands. */
    url: z.url({ protocol: /^https?$/ }),
    /** CSS selectors of what is pressed before the chat is there: a banner, the button that opens it. */
    open: z.array(selector).min(1).max(10).optional(),
    /** Where the question is typed; looked for in every frame and open shadow root when left out. */
    input: selector.optional(),
    /** What sends it; Enter, or the button beside the input, when left out. */
    send: selector.optional(),
    /** Every message of the chat, or of its bot; told from the rest of the page when left out. */
    message: selector.optional(),
    /** What shows that the bot is typing, where its name does not say so. */
    typing: selector.optional(),
    /** An answer that has not changed for so long is whole. */
    settle_ms: z.int().min(100).max(60_000).default(1_500),
    timeout_ms: timeoutMs,
    price_inr_per_million: tokenPrice.optional(),
  }),
  z.strictObject({
    kind: z.literal('function'),
    name: z.string().min(1).max(200),
    /** A module of this machine, by its whole path; it is run as it stands, as the user's own code. */
    module: z.string().min(1).max(4_000),
    /** Called with { text, messages, conversationId }; gives a text, or { text, model, usage }. */
    export: z.string().min(1).max(200).default('default'),
    /** Environment variables that it is given. */
    env: z.array(envName).max(50).optional(),
    timeout_ms: timeoutMs,
    price_inr_per_million: tokenPrice.optional(),
  }),
  z
    .strictObject({
      kind: z.literal('mcp'),
      name: z.string().min(1).max(200),
      /** A program of this machine and its arguments, which speaks MCP over stdin and stdout. */
      command: z.array(z.string().max(4_000)).min(1).max(100).optional(),
      /** Environment variables that the program is given. */
      env: z.array(envName).max(50).optional(),
      /** Or the address of a server that speaks it over HTTP. */
      url: z.url({ protocol: /^https?$/ }).optional(),
      headers_env: z.record(z.string(), envName).optional(),
      tool: z.string().min(1).max(200),
      /** What the tool is called with; {{text}}, {{messages}}, {{history}} and {{conversation_id}} are filled as for http. */
      arguments: z.record(z.string(), z.json()),
      timeout_ms: timeoutMs,
      price_inr_per_million: tokenPrice.optional(),
    })
    .refine(({ command, url }) => (command === undefined) !== (url === undefined), {
      path: ['command'],
      message: 'name either a command or a url',
    })
    .refine((spec) => carriesQuestion({ url: '', body: spec.arguments }), {
      path: ['arguments'],
      message: 'must hold {{text}} or {{messages}}, where the question goes',
    }),
]);
export type TargetSpec = z.infer<typeof targetSpec>;

/** Whether asking it runs a program or a module of this machine: something that only who sits at it may ask for. */
export const runsHere = (spec: TargetSpec): boolean =>
  spec.kind === 'function' || (spec.kind === 'mcp' && spec.command !== undefined);

/** The model that a target was told to be; the name it was given when it has none of its own. */
export const modelOf = (spec: TargetSpec): string => (spec.kind === 'openai' ? spec.model : spec.name);

/** Who allowed the audit of a public target, as typed: "NAME, ROLE". */
export const scopeRecord = z.strictObject({
  allowed_by: z
    .string()
    .max(300)
    .regex(/\S[^,]*,\s*\S/, 'give it as "NAME, ROLE"')
    .optional(),
  allow_private: z.boolean().default(false),
  /** The hours of the Indian day in which it may be asked; over midnight, too. */
  hours: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'give them as 22:00-06:00, in Indian time')
    .optional(),
  /** Questions a minute at most, over all runs and processes together. */
  rate_per_minute: z.int().min(1).max(6_000).optional(),
});
export type ScopeRecord = z.infer<typeof scopeRecord>;

/** Why an attempt has no answer. None of these is ever counted as a failure of the product under audit. */
export const targetErrorCode = z.enum([
  'unreachable',
  'timed_out',
  'rate_limited',
  'unauthorised',
  'http_error',
  'not_json',
  'no_answer_at_path',
  'answer_too_large',
  'stream_broken',
  'session_failed',
  'wrong_content_type',
  'no_browser',
  'page_not_usable',
  'function_failed',
  'tool_failed',
  'scope_refused',
  'cancelled',
  /** A fault of ours on this one question; the others go on. */
  'engine_fault',
]);
export type TargetErrorCode = z.infer<typeof targetErrorCode>;

/** What one question to a target came to. Latency is the wire's: request written to last byte read. */
export type AskOutcome =
  | {
      kind: 'answered';
      text: string;
      latencyMs: number;
      /** Request written to the first piece of the answer read, when it came in pieces. */
      firstTokenMs?: number;
      status: number;
      model?: string;
      usage?: { prompt_tokens: number; completion_tokens: number };
    }
  | {
      kind: 'failed';
      code: TargetErrorCode;
      detail: string;
      latencyMs: number;
      status?: number;
      /** Seconds the target asked us to wait (Retry-After), when it did. */
      retryAfterS?: number;
    };

/** What a probe of a target found out, each with the evidence that it was asked and not guessed. */
export const capabilities = z.strictObject({
  probed_at: z.iso.datetime(),
  reachable: z.boolean(),
  error: z.string().optional(),
  models: z.array(z.string()),
  /** Null here and below: could not be tested, because of the kind of the target, or because the questions for it were not answered. */
  streams: z.boolean().nullable(),
  system_role: z.boolean().nullable(),
  multi_turn: z.boolean().nullable(),
  reports_usage: z.boolean().nullable(),
  languages: z.array(z.strictObject({ lang: z.string(), answered_in_script: z.boolean(), sample: z.string() })),
  latency_ms: z.strictObject({ min: z.number(), median: z.number(), max: z.number() }).nullable(),
  /** Median time to the first piece of an answer that came in pieces. */
  first_token_ms: z.number().nullable().optional(),
  limits: z
    .strictObject({
      /** Characters of the longest question that was tried and answered; null when none was. */
      longest_answered: z.int().nullable(),
      /** The first one that was not, and why. */
      refused: z.strictObject({ chars: z.int(), why: z.string() }).nullable(),
      /** What the target's headers say of its limits, by header. */
      headers: z.record(z.string(), z.string()),
    })
    .optional(),
});
export type Capabilities = z.infer<typeof capabilities>;
