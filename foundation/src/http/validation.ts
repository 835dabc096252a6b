/** Lets Fastify check each part of a request with its Zod schema, and turns what is wrong into the fitting problem. */
import { type ErrorCode, type FieldError, StudioError } from '@sacred-qa/contracts/errors';
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { isStorable } from './json-body.ts';

/** What a part that does not fit its schema is called: an id that cannot be one is simply not there. */
const CODES: Record<string, { code: ErrorCode; detail: string }> = {
  body: { code: 'validation_failed', detail: 'The body breaks a rule; see errors.' },
  params: { code: 'not_found', detail: 'Nothing has this id.' },
  querystring: { code: 'bad_request', detail: 'The query breaks a rule; see errors.' },
};

const MOST_ERRORS = 20;

export const compileZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = '' }) => {
  const { code, detail } = CODES[httpPart] ?? { code: 'bad_request', detail: 'The request breaks a rule; see errors.' };
  return (value: unknown) => {
    if (httpPart === 'body' && (value === undefined || value === null)) {
      return {
        error: new StudioError('malformed_json', 'A JSON body is needed, with Content-Type: application/json.'),
      };
    }
    if (httpPart !== 'body' && !Object.values(value as object).every((one) => isStorable(String(one)))) {
      return { error: new StudioError('forbidden_text', 'The address holds a NUL character.') };
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    return {
      error: new StudioError(code, detail, { errors: parsed.error.issues.flatMap(fieldErrors).slice(0, MOST_ERRORS) }),
    };
  };
};

const pointerOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => `/${String(step).slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');

/** A Zod issue as field errors with RFC 6901 pointers; each unknown field is named by itself. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), detail: 'There is no such field.' }));
  }
  if (issue.code === 'invalid_union') {
    // The branch that came furthest says most.
    const [best] = issue.errors.toSorted((a, b) => a.length - b.length);
    const inner = best?.flatMap((one) => fieldErrors({ ...one, path: [...issue.path, ...one.path] })) ?? [];
    if (inner.length > 0) return inner;
  }
  return [{ pointer: pointerOf(issue.path), detail: issue.message }];
}
