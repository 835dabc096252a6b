/** A product that is asked by HTTP requests of its own form: how they are filled, and what is taken from their replies. */
import { z } from 'zod';
import { placeholdersIn } from './target-facts.ts';
import { tokenPrice } from './token-price.ts';

export const envName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is the name of an environment variable');
export const timeoutMs = z.int().min(100).max(600_000).default(60_000);

const pointer = z.string().regex(/^(\/.*)?$/, 'is a pointer such as /session/id');

/** Where a value stands in a reply: a JSON pointer, or the name of a cookie, a header, a meta tag or a form field. */
const source = z.union([
  pointer,
  z.strictObject({ cookie: z.string().min(1).max(200) }),
  z.strictObject({ header: z.string().min(1).max(200) }),
  z.strictObject({ meta: z.string().min(1).max(200) }),
  z.strictObject({ input: z.string().min(1).max(200) }),
]);
export type ValueSource = z.infer<typeof source>;

const OWN_NAMES = ['text', 'messages', 'history', 'conversation_id', 'role', 'content'];
const takenName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
  .refine((name) => !OWN_NAMES.includes(name), 'is a name of our own; choose another');

/**
 * In any string of a request {{text}} is the user's turn, {{conversation_id}} a stable id, {{env:NAME}} the value of an
 * environment variable, and {{name}} what a request before took under this name. Alone in its string, {{messages}} is
 * the list of turns so far, {{history}} the same without the last, and {{name}} keeps its JSON type.
 */
const httpRequest = {
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  /** Header name to environment variable that holds its value. */
  headers_env: z.record(z.string(), envName).default({}),
  body: z.json().optional(),
  /** `form` sends the members of the body as application/x-www-form-urlencoded, as a page does. */
  body_as: z.enum(['json', 'form']).optional(),
  /** Values of the reply that later requests of the same conversation carry. */
  take: z.record(takenName, source).optional(),
};
const httpStep = z.strictObject(httpRequest);
export type HttpStep = z.infer<typeof httpStep>;

type HttpParts = HttpStep & { session?: HttpStep[] | undefined; message?: unknown };

/** Placeholders that neither we nor any request before can fill. */
function unknownPlaceholders(spec: HttpParts): string[] {
  const known = new Set(OWN_NAMES);
  const unknown = new Set<string>();
  const look = ({ url, headers, body }: HttpStep, message?: unknown): void => {
    for (const { name, isEnv } of placeholdersIn([url, headers, body, message])) {
      if (!isEnv && !known.has(name)) unknown.add(name);
    }
  };
  for (const step of spec.session ?? []) {
    look(step);
    for (const name of Object.keys(step.take ?? {})) known.add(name);
  }
  for (const name of Object.keys(spec.take ?? {})) known.add(name);
  look(spec, spec.message);
  return [...unknown];
}

/** A header whose name says that its value lets somebody in, or knows him again. */
const SECRET_HEADER = /^(?:proxy-)?authorization$|cookie|key|token|secret|passw/i;

/** Whether the value may be a secret itself; one that is filled in later is none. */
export const isSecretHeader = (name: string, value: string): boolean =>
  SECRET_HEADER.test(name) && !value.includes('{{');

/** Without its place the question would never leave, and every answer would be one to something else. */
export const carriesQuestion = (spec: { url: string; body?: unknown }): boolean =>
  /(?:\{\{|%7B%7B)\s*(?:text|messages)\s*(?:\}\}|%7D%7D)/i.test(`${JSON.stringify(spec.body ?? null)}${spec.url}`);

export const httpTarget = z
  .strictObject({
    kind: z.literal('http'),
    name: z.string().min(1).max(200),
    ...httpRequest,
    /** Requests that open a conversation, in order: a page with a token, a login, the making of a session. */
    session: z.array(httpStep).min(1).max(10).optional(),
    /** How one turn stands in {{messages}} and {{history}}, with {{role}} and {{content}} in it. */
    message: z.json().optional(),
    /** What the roles are called there, such as { assistant: bot }. */
    role_names: z.partialRecord(z.enum(['system', 'user', 'assistant']), z.string().min(1).max(100)).optional(),
    /** Where the answer stands in the JSON reply: RFC 6901 pointer such as /choices/0/message/content, or "" for a plain text reply. */
    response_path: z
      .string()
      .regex(/^(\/.*)?$/, 'is a pointer such as /reply/text, or empty when the reply is plain text'),
    timeout_ms: timeoutMs,
    price_inr_per_million: tokenPrice.optional(),
  })
  .refine(carriesQuestion, {
    path: ['body'],
    message: 'must hold {{text}} or {{messages}}, where the question goes',
  })
  .superRefine((spec, context) => {
    for (const [i, { headers }] of [spec, ...(spec.session ?? [])].entries()) {
      for (const [name, value] of Object.entries(headers)) {
        if (!isSecretHeader(name, value)) continue;
        context.addIssue({
          code: 'custom',
          path: [...(i === 0 ? [] : ['session', i - 1]), 'headers', name],
          message:
            'may hold a secret, and would be stored: put the value into an environment variable and name that in headers_env, or write {{env:NAME}}',
        });
      }
    }
    for (const name of unknownPlaceholders(spec)) {
      context.addIssue({
        code: 'custom',
        path: ['body'],
        message: `{{${name}}} is filled by nothing: no step takes it`,
      });
    }
  });
