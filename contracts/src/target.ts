import { z } from 'zod';

const envName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is the name of an environment variable');
const timeoutMs = z.int().min(100).max(600_000).default(60_000);

/**
 * An AI product under audit. Secrets are never stored: `key_env` and `headers_env` name environment variables
 * of the machine that runs the audit.
 */
/** Without its place the question would never leave, and every answer would be one to something else. */
const carriesQuestion = (spec: { url: string; body?: unknown }): boolean =>
  /(?:\{\{|%7B%7B)(?:text|messages)(?:\}\}|%7D%7D)/i.test(`${JSON.stringify(spec.body ?? null)}${spec.url}`);

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
  }),
  z
    .strictObject({
      kind: z.literal('http'),
      name: z.string().min(1).max(200),
      url: z.url({ protocol: /^https?$/ }),
      method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
      headers: z.record(z.string(), z.string()).default({}),
      /** Header name to environment variable that holds its value. */
      headers_env: z.record(z.string(), envName).default({}),
      /** JSON body; in any string {{text}} is the user's turn, {{conversation_id}} a stable id, {{messages}} alone the turns so far. */
      body: z.json().optional(),
      /** Where the answer stands in the JSON reply: RFC 6901 pointer such as /choices/0/message/content, or "" for a plain text reply. */
      response_path: z
        .string()
        .regex(/^(\/.*)?$/, 'is a pointer such as /reply/text, or empty when the reply is plain text'),
      timeout_ms: timeoutMs,
    })
    .refine(carriesQuestion, {
      path: ['body'],
      message: 'must hold {{text}} or {{messages}}, where the question goes',
    }),
]);
export type TargetSpec = z.infer<typeof targetSpec>;

/** The environment variables whose values a target needs before it can be asked. */
export function secretNames(spec: TargetSpec): string[] {
  const named = spec.kind === 'openai' ? [spec.key_env] : Object.values(spec.headers_env);
  return [...new Set(named.filter((name) => name !== undefined))];
}

/** Where a target is found, in one line for a person. */
export const addressOf = (spec: TargetSpec): string => spec.url;

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
  'scope_refused',
  'cancelled',
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
  streams: z.boolean(),
  system_role: z.boolean(),
  multi_turn: z.boolean(),
  reports_usage: z.boolean(),
  languages: z.array(z.strictObject({ lang: z.string(), answered_in_script: z.boolean(), sample: z.string() })),
  latency_ms: z.strictObject({ min: z.number(), median: z.number(), max: z.number() }).nullable(),
});
export type Capabilities = z.infer<typeof capabilities>;
